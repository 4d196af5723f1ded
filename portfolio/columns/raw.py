"""The facts of a part as one row a contract: a fact's values are one slice of each column."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

import polars as pl

from ..cells import PLACES
from ..sinks import StopError


class Raw(StrEnum):
    """A column of the facts table, by the letter its columns here begin with."""

    STATE = "s"
    NUMBER = "n"
    """In millionths."""
    UNIT = "u"
    TYPE = "y"
    TEXT = "x"
    YES = "b"
    DATE = "d"
    VALUE = "j"
    """JSON without loss."""


STATES = ("stated", "absent", "unknown", "not_applicable")
"""By their codes."""
STATED, ABSENT, UNKNOWN, INAPPLICABLE = range(4)
SCALE = 10**PLACES

Wanted = Mapping[str, tuple[int, tuple[Raw, ...]]]
"""Of each fact its number and the columns that are needed."""

KINDS: dict[Raw, pl.DataType | type[pl.DataType]] = {
    Raw.STATE: pl.UInt8,
    Raw.NUMBER: pl.Int64,
    Raw.UNIT: pl.String,
    Raw.TYPE: pl.String,
    Raw.TEXT: pl.String,
    Raw.YES: pl.Boolean,
    Raw.DATE: pl.Date,
    Raw.VALUE: pl.String,
}
_SOURCES = {
    Raw.STATE: pl.col("state").replace_strict(dict(zip(STATES, range(4), strict=True)), return_dtype=pl.UInt8),
    Raw.NUMBER: pl.col("number").to_physical().cast(pl.Int64),
    Raw.UNIT: pl.col("unit"),
    Raw.TYPE: pl.col("type"),
    Raw.TEXT: pl.col("text"),
    Raw.YES: pl.col("yes"),
    Raw.DATE: pl.col("date"),
    Raw.VALUE: pl.col("value"),
}
READ = ("document", "fact", "state", "number", "unit", "type", "text", "yes", "date", "value")
"""The columns of the facts table these come from."""


def name_of(column: Raw, fact: int) -> str:
    """The name of a fact's column."""
    return f"{column.value}{fact}"


def wide(facts: pl.DataFrame, wanted: Wanted, documents: pl.Series) -> pl.DataFrame:
    """One row a contract, in the order of `documents`. A fact the part doesn't have is unknown in all of them.

    Raises `StopError` when the table isn't laid out as `tables.found_tables` lays it.
    """
    needed = {column for _, columns in wanted.values() for column in columns}
    count, starts = len(documents), starts_of(facts, "fact", documents)
    long = facts.select(*(_SOURCES[column].alias(column.value) for column in Raw if column in needed))
    found: list[pl.Series] = []
    for name, (fact, columns) in wanted.items():
        start = starts.get(name)
        for column in columns:
            if start is not None:
                cut = long[column.value].slice(start, count)
            else:
                blank = UNKNOWN if column is Raw.STATE else None
                cut = pl.Series([blank] * count, dtype=KINDS[column])
            found.append(cut.alias(name_of(column, fact)))
    return pl.DataFrame(found) if found else pl.DataFrame({"nothing": [None] * count})


def starts_of(table: pl.DataFrame, key: str, documents: pl.Series) -> dict[str, int]:
    """Where each name's rows begin, which are one for each of `documents`. Raises `StopError` when it is otherwise."""
    count = len(documents)
    names = table[key].gather_every(count).to_list() if count else []
    whole = table.height == len(names) * count and len(set(names)) == len(names)
    if names and whole:
        whole = table["document"].equals(pl.concat([documents] * len(names)).alias("document"))
        whole = whole and table[key].rle().struct.field("len").eq(count).all()
    if not whole:
        raise StopError("portfolio.not_laid_out", path=key)
    return {name: at * count for at, name in enumerate(names)}
