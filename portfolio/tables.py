"""Rows as the tables of a data set. Columns are named in docs/portfolio.md; what isn't there is null.

Facts and verdicts lie name by name, each for all contracts of the part in one order: a name's values are one slice, and
a column of like values packs well. A fact nobody spoke of in a contract is `unknown (no_reader)`, as in a fact book.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from .places import shown
from .row import Head, Row

if TYPE_CHECKING:
    from polars import DataFrame

PLACES = 6
"""Decimal places of `number`; a value with more, or of more digits than fit, is in `value` alone."""
DIGITS = 18
_MOST = Decimal(10) ** (DIGITS - PLACES)
MOST_RATE = Decimal(1_000_000)
"""Percent of a rate that still fits after it is brought to a year."""

_NOBODY: Head = {"state": "unknown", "reason": "no_reader"}


def documents_table(rows: Sequence[Row], run: str) -> DataFrame:
    """One row a file; `document` is its number in the part."""
    import polars as pl

    head = [{"document": at, "path": shown(row.path), "run": run, **row.head} for at, row in enumerate(rows)]
    kinds: dict[str, Any] = {
        "document": pl.UInt32,
        **dict.fromkeys(("path", "run", "sha256", "status", "reason", "message", "kind", "language"), pl.String),
        **dict.fromkeys(("as_of", "day", "recommendation", "worst"), pl.String),
        **dict.fromkeys(("violated", "undecided", "excepted", "errors", "rules"), pl.UInt16),
        "nothing_read": pl.Boolean,
        "gaps": pl.List(pl.String),
    }
    frame = pl.DataFrame(head, schema=kinds)
    return frame.with_columns(pl.col("as_of", "day").str.to_date("%Y-%m-%d"))


def verdicts_table(rows: Sequence[Row]) -> DataFrame:
    """One row a rule and checked contract."""
    import polars as pl

    kinds: dict[str, Any] = {
        **dict.fromkeys(("rule", "pack", "severity", "verdict", "message", "exception"), pl.String),
        **dict.fromkeys(("missing", "quote", "clause"), pl.String),
        "page": pl.UInt32,
    }
    found = [(at, shown(row.path), _by(row.verdicts, "rule", _joined)) for at, row in enumerate(rows) if row.readable]
    frame = _by_name("rule", found, kinds, {"verdict": "not_applicable"})
    return frame.with_columns(pl.col("missing").str.split(" "))


def facts_table(rows: Sequence[Row]) -> DataFrame:
    """One row a fact and checked contract."""
    import polars as pl

    kinds: dict[str, Any] = {
        **dict.fromkeys(("fact", "state", "reason", "type"), pl.String),
        "number": pl.Decimal(DIGITS, PLACES),
        **dict.fromkeys(("unit", "text"), pl.String),
        "yes": pl.Boolean,
        "date": pl.Date,
        **dict.fromkeys(("value", "origin", "quote", "clause"), pl.String),
        "page": pl.UInt32,
    }
    found = [(at, shown(row.path), _by(row.facts, "name", _typed)) for at, row in enumerate(rows) if row.readable]
    return _by_name("fact", found, kinds, _NOBODY)


def _by(written: str, key: str, made: Any = None) -> dict[str, Head]:
    whole = json.loads(written.encode("utf-8", "replace"))
    return {each[key]: made(each) if made is not None else each for each in whole}


def _by_name(
    key: str, found: Sequence[tuple[int, str, dict[str, Head]]], kinds: dict[str, Any], other: Head
) -> DataFrame:
    import polars as pl

    names = list(dict.fromkeys(name for *_, each in found for name in each))
    rows = [each.get(name, other) for name in names for *_, each in found]
    count = len(found)
    numbers = pl.Series("document", [at for at, *_ in found] * len(names), pl.UInt32)
    paths = pl.Series("path", [path for _, path, _ in found] * len(names), pl.String)
    columns = [pl.Series(name, _column(rows, name), kind) for name, kind in kinds.items() if name != key]
    named = pl.Series(key, [name for name in names for _ in range(count)], pl.String)
    return pl.DataFrame([numbers, paths, named, *columns])


def _column(rows: Iterable[Head], name: str) -> list[Any]:
    return [row.get(name) for row in rows]


def _joined(verdict: Head) -> Head:
    """A verdict whose missing facts are one text: lists of Python make columns slowly."""
    missing = verdict.get("missing")
    return {**verdict, "missing": " ".join(missing) or None} if missing is not None else verdict


def _typed(fact: Head) -> Head:
    """A fact with its value in the column of its type, and as JSON without loss."""
    if "value" not in fact:
        return fact
    value = fact["value"]
    return {**fact, **_columns(value), "value": json.dumps(value, ensure_ascii=False)}


def _columns(value: Any) -> Head:
    match value:
        case bool():
            return {"type": "yes/no", "yes": value}
        case str():
            return {"type": "text", "text": value}
        case {"money": amount, "currency": currency}:
            return {"type": "money", "number": _number(amount, _MOST), "unit": currency}
        case {"rate": percent, "per": per}:
            return {"type": "rate", "number": _number(percent, MOST_RATE), "unit": per}
        case {"quantity": amount, "unit": unit}:
            return {"type": "quantity", "number": _number(amount, _MOST), "unit": unit}
        case {"date": day}:
            return {"type": "date", "date": date.fromisoformat(day)}
        case list():
            return {"type": "list"}
        case _:
            return {"type": "record"}


def _number(text: str, most: Decimal) -> Decimal | None:
    """A number that the column holds as it is."""
    number = Decimal(text)
    if not number.is_finite() or abs(number) >= most:
        return None
    return number if number == round(number, PLACES) else None
