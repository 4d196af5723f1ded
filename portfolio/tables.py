"""Rows as the tables of a data set. Columns are named in docs/portfolio.md; what isn't there is null.

Facts and verdicts lie name by name, each for all contracts of the part in one order: a name's values are one slice, and
a column of like values packs well. A fact nobody spoke of in a contract is `unknown (no_reader)`, as in a fact book.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from .cells import DIGITS, FACTS, PLACES, VERDICTS, Cells, cells_of, kept_cells
from .places import shown
from .row import Head, Row

if TYPE_CHECKING:
    from polars import DataFrame, Series

_NOBODY: Head = {"state": "unknown", "reason": "no_reader"}


def documents_table(rows: Sequence[Row], run: str) -> DataFrame:
    """One row a file; `document` is its number in the part."""
    import polars as pl

    head = [{"document": at, "path": shown(row.path), "run": run, **row.head} for at, row in enumerate(rows)]
    kinds: dict[str, Any] = {
        "document": pl.UInt32,
        **dict.fromkeys(("path", "run", "sha256", "status", "reason", "message", "kind", "language"), pl.String),
        **dict.fromkeys(("as_of", "day", "recommendation"), pl.String),
        "judged": pl.Boolean,
        **dict.fromkeys(("worst", "counted"), pl.String),
        **dict.fromkeys(("violated", "undecided", "excepted"), pl.UInt16),
        "waived": pl.List(pl.String),
        **dict.fromkeys(("known", "errors", "rules"), pl.UInt16),
        "nothing_read": pl.Boolean,
        "gaps": pl.List(pl.String),
    }
    frame = pl.DataFrame(head, schema=kinds)
    return frame.with_columns(pl.col("as_of", "day").str.to_date("%Y-%m-%d"))


def found_tables(rows: Sequence[Row]) -> tuple[DataFrame, DataFrame]:
    """Facts and verdicts of the rows that were checked, from the columns kept with them where those are sound."""
    import polars as pl

    try:
        return _tables(rows, kept_cells)
    except (TypeError, ValueError, ArithmeticError, OverflowError, pl.exceptions.PolarsError):
        return _tables(rows, cells_of)


def _tables(rows: Sequence[Row], cells: Callable[[Row], tuple[Cells, Cells]]) -> tuple[DataFrame, DataFrame]:
    checked = [(at, shown(row.path), *cells(row)) for at, row in enumerate(rows) if row.readable]
    facts = [(at, path, each) for at, path, _, each in checked]
    verdicts = [(at, path, each) for at, path, each, _ in checked]
    return _facts_table(facts), _verdicts_table(verdicts)


def _verdicts_table(found: Sequence[tuple[int, str, Cells]]) -> DataFrame:
    """One row a rule and checked contract."""
    import polars as pl

    typed = {"waived_until": pl.Date, "in_baseline": pl.Boolean, "page": pl.UInt32}
    kinds: dict[str, Any] = {**dict.fromkeys(VERDICTS, pl.String), **typed}
    frame = _by_name(found, kinds, {"verdict": "not_applicable"})
    return frame.with_columns(pl.col("missing").str.split(" "))


def _facts_table(found: Sequence[tuple[int, str, Cells]]) -> DataFrame:
    """One row a fact and checked contract."""
    import polars as pl

    typed = {"number": pl.Decimal(DIGITS, PLACES), "yes": pl.Boolean, "date": pl.Date, "page": pl.UInt32}
    return _by_name(found, {**dict.fromkeys(FACTS, pl.String), **typed}, _NOBODY)


def _by_name(found: Sequence[tuple[int, str, Cells]], kinds: dict[str, Any], other: Head) -> DataFrame:
    """The columns of all contracts, put in order by name; `other` stands where a contract lacks one."""
    import polars as pl

    key, *rest = kinds
    numbered: list[dict[str, int]] = []
    end = 0
    for *_, cells in found:
        numbered.append(dict(zip(cells[key], range(end, end + len(cells[key])), strict=True)))
        end += len(cells[key])
    names = list(dict.fromkeys(name for each in numbered for name in each))
    order = pl.Series([each.get(name, end) for name in names for each in numbered], dtype=pl.UInt32)
    count = len(found)
    columns = [
        pl.Series("document", [at for at, *_ in found] * len(names), pl.UInt32),
        pl.Series("path", [path for _, path, _ in found] * len(names), pl.String),
        pl.Series(key, [name for name in names for _ in range(count)], pl.String),
    ]
    for name in rest:
        columns.append(_series(name, [*_joined(name, key, found), other.get(name)], kinds[name]).gather(order))
    return pl.DataFrame(columns)


def _joined(name: str, key: str, found: Sequence[tuple[int, str, Cells]]) -> list[Any]:
    values: list[Any] = []
    for *_, cells in found:
        values += cells[name] if name in cells else [None] * len(cells[key])
    return values


def _series(name: str, values: list[Any], kind: Any) -> Series:
    """A column; what JSON has no type for is read from text by polars, which needs no NumPy for that."""
    import polars as pl

    match kind:
        case pl.Date:
            return pl.Series(name, values, pl.String).str.to_date("%Y-%m-%d")
        case pl.Decimal():
            return pl.Series(name, values, pl.String).cast(kind)
        case _:
            return pl.Series(name, values, kind)
