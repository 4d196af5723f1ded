"""Columns that come from the cache make the tables that the rows themselves make; what isn't sound is made anew."""

from __future__ import annotations

import json
import zlib
from dataclasses import replace
from typing import Any

import pytest
from polars.testing import assert_frame_equal
from presign.portfolio.cells import packed_cells
from presign.portfolio.row import Row, as_json
from presign.portfolio.tables import found_tables

VERDICTS = [
    {"rule": "A-1", "pack": "p", "severity": "high", "verdict": "undecided", "missing": ["a.b", "c.d"], "message": "m"},
    {"rule": "A-2", "pack": "p", "severity": "low", "verdict": "violated", "missing": [], "quote": "买方", "page": 3},
]
FACTS = [
    {
        "name": "price",
        "state": "stated",
        "value": {"money": "12000.50", "currency": "EUR"},
        "quote": "\ud83d",
        "page": 1,
    },
    {"name": "days", "state": "stated", "value": {"quantity": "1E+2", "unit": "days"}, "clause": "3"},
    {"name": "rate", "state": "stated", "value": {"rate": "0.0000001", "per": "day"}},
    {"name": "signed", "state": "stated", "value": {"date": "2026-03-02"}},
    {"name": "both", "state": "stated", "value": True},
    {"name": "text", "state": "stated", "value": "Ltd"},
    {"name": "list", "state": "stated", "value": ["a", {"money": "1", "currency": "CNY"}]},
    {"name": "none", "state": "unknown", "reason": "conflict"},
]


def rows() -> list[Row]:
    """Two contracts, the second with fewer facts in another order, and a file that couldn't be read between them."""
    return [
        Row("a.txt", {"status": "checked"}, as_json(VERDICTS), as_json(FACTS)),
        Row("b.txt", {"status": "unreadable"}),
        Row("c.txt", {"status": "checked"}, as_json(VERDICTS[1:]), as_json(FACTS[:1:-1])),
    ]


def test_kept_columns_make_the_same_tables() -> None:
    fresh = found_tables(rows())
    kept = found_tables([replace(row, cells=packed_cells(row)) if row.readable else row for row in rows()])
    for first, second in zip(fresh, kept, strict=True):
        assert_frame_equal(first, second)
    facts, verdicts = kept
    by_name = {(row["path"], row["fact"]): row for row in facts.iter_rows(named=True)}
    assert len(by_name) == 16, "eight facts for each contract that was read"
    assert str(by_name["a.txt", "price"]["number"]) == "12000.500000" and by_name["a.txt", "price"]["unit"] == "EUR"
    assert by_name["a.txt", "days"]["number"] == 100
    assert by_name["a.txt", "rate"]["number"] is None, "more places than the column has"
    assert json.loads(by_name["a.txt", "rate"]["value"]) == {"rate": "0.0000001", "per": "day"}
    assert str(by_name["c.txt", "signed"]["date"]) == "2026-03-02" and by_name["c.txt", "both"]["yes"] is True
    assert (by_name["c.txt", "price"]["state"], by_name["c.txt", "price"]["reason"]) == ("unknown", "no_reader")
    assert [row["missing"] for row in verdicts.iter_rows(named=True)] == [["a.b", "c.d"], None, None, None]


def _packed(cells: Any) -> bytes:
    return zlib.compress(json.dumps(cells).encode())


@pytest.mark.parametrize(
    "cells",
    [
        b"\0nothing packed",
        zlib.compress(b"[" * 100_000),
        _packed({"rule": []}),
        _packed([{}, {}]),
        _packed([{"rule": ["A-1"], "verdict": []}, {"fact": []}]),
        _packed([{"rule": ["A-1"], "path": ["/etc"]}, {"fact": []}]),
        _packed([{"rule": [["A-1"]]}, {"fact": []}]),
        _packed([{"rule": ["A-1"], "page": [-1]}, {"fact": []}]),
        _packed([{"rule": ["A-1"], "verdict": ["\ud800"]}, {"fact": []}]),
        _packed([{"rule": []}, {"fact": ["price"], "number": ["a lot"]}]),
        _packed([{"rule": []}, {"fact": ["price"], "number": [{}]}]),
        _packed([{"rule": []}, {"fact": ["price"], "date": ["2026-02-30"]}]),
    ],
)
def test_columns_that_are_not_sound_are_made_from_the_row(cells: bytes) -> None:
    damaged = [replace(row, cells=cells) for row in rows()]
    for first, second in zip(found_tables(rows()), found_tables(damaged), strict=True):
        assert_frame_equal(first, second)
