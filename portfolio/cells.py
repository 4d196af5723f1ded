"""The columns of one row, as the tables of a data set have them: JSON lists, so that many rows are joined, not rebuilt.

They are made once, where a row goes to the cache, and lie there beside it packed. Nothing in them is trusted: columns
that aren't of one length and known by name are made from the row itself, and the tables check every value's type.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from .row import Head, Row

PLACES = 6
"""Decimal places of `number`; a value with more, or of more digits than fit, is in `value` alone."""
DIGITS = 18
_MOST = Decimal(10) ** (DIGITS - PLACES)
MOST_RATE = Decimal(1_000_000)
"""Percent of a rate that still fits after it is brought to a year."""

Cells = dict[str, list[Any]]
"""Columns of one length by their names; one that is null throughout is left out."""

_ACCEPTED = ("fingerprint", "waived_by", "waived_until", "in_baseline")
_WORDS = ("message", "exception", "missing", "quote", "clause", "page")
VERDICTS = ("rule", "pack", "severity", "verdict", *_ACCEPTED, *_WORDS)
_VALUES = ("type", "number", "unit", "text", "yes", "date", "value")
FACTS = ("fact", "state", "reason", *_VALUES, "origin", "quote", "clause", "page")
_MOST_TEXT = 64_000_000
"""Of the columns of one row unpacked."""


def packed_cells(row: Row) -> bytes:
    """The columns of a row, to be kept with it."""
    cells = cells_of(row)
    return zlib.compress(json.dumps(cells, ensure_ascii=False, separators=(",", ":")).encode(), 1)


def cells_of(row: Row) -> tuple[Cells, Cells]:
    """The columns of verdicts and facts, made from the row."""
    return (
        _cells(VERDICTS, map(_verdict, _read(row.verdicts))),
        _cells(FACTS, map(_fact, _read(row.facts))),
    )


def kept_cells(row: Row) -> tuple[Cells, Cells]:
    """The columns as they were kept; made from the row where there are none, or not sound ones."""
    try:
        found: Any = json.loads(zlib.decompressobj().decompress(row.cells, _MOST_TEXT)) if row.cells else None
    except (ValueError, zlib.error, RecursionError):
        found = None
    match found:
        case [dict(verdicts), dict(facts)] if _even(verdicts, VERDICTS) and _even(facts, FACTS):
            return verdicts, facts
        case _:
            return cells_of(row)


def _even(cells: dict[str, Any], names: tuple[str, ...]) -> bool:
    first = cells.get(names[0])
    return (
        isinstance(first, list)
        and cells.keys() <= set(names)
        and all(isinstance(column, list) and len(column) == len(first) for column in cells.values())
    )


def _read(written: str) -> list[Head]:
    found: list[Head] = json.loads(written.encode("utf-8", "replace"))
    return found


def _cells(names: tuple[str, ...], rows: Iterable[Head]) -> Cells:
    listed = list(rows)
    found = {name: [row.get(name) for row in listed] for name in names}
    return {name: column for name, column in found.items() if name == names[0] or any(v is not None for v in column)}


def _verdict(verdict: Head) -> Head:
    """A verdict whose missing facts are one text: lists of Python make columns slowly."""
    missing = verdict.get("missing")
    return {**verdict, "missing": " ".join(missing) or None} if missing is not None else verdict


def _fact(fact: Head) -> Head:
    """A fact with its value in the column of its type, and as JSON without loss."""
    found = {**fact, "fact": fact["name"]}
    if "value" not in fact:
        return found
    value = fact["value"]
    return {**found, **_typed(value), "value": json.dumps(value, ensure_ascii=False)}


def _typed(value: Any) -> Head:
    match value:
        case bool():
            return {"type": "yes/no", "yes": value}
        case str():
            return {"type": "text", "text": value}
        case {"money": amount, "currency": currency}:
            return {"type": "money", "number": _text(amount, _MOST), "unit": currency}
        case {"rate": percent, "per": per}:
            return {"type": "rate", "number": _text(percent, MOST_RATE), "unit": per}
        case {"quantity": amount, "unit": unit}:
            return {"type": "quantity", "number": _text(amount, _MOST), "unit": unit}
        case {"date": day}:
            return {"type": "date", "date": day}
        case list():
            return {"type": "list"}
        case _:
            return {"type": "record"}


def _text(text: str, most: Decimal) -> str | None:
    """A number in plain digits, when the column holds it as it is."""
    number = Decimal(text)
    if not number.is_finite() or abs(number) >= most or number != round(number, PLACES):
        return None
    return f"{number:f}"
