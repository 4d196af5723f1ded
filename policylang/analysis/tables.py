"""What is wrong with the rows of a table or keyed parameter, found exactly: no case is run, none is left out.

Rows are boxes: what each column takes is a set of its parts (`columns`). Searches go column by column and remember
which rows are still in question, so that equal situations are looked at once. A table whose rows interleave so badly
that this takes more than `MAX_STEPS` steps isn't judged (`TooMany`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from ...values import Value
from ..core import FactValue, Members, ParameterVersion
from .columns import Column, column

MAX_STEPS: Final = 200_000
MOST: Final = 20
"""Gaps and overlaps given at most."""

Case = tuple[Value, ...]
"""A value for each key."""


class TooMany(Exception):
    """The search was given up."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A version's columns and, row by row, its values."""

    columns: tuple[Column, ...]
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two rows that take one case; `same` when they give the same value for it."""

    first: int
    second: int
    case: Case
    same: bool


def grid(version: ParameterVersion, keys: Sequence[FactValue], members: Mapping[str, Members]) -> Grid:
    """The grid of a version of a table or parameter whose keys are `keys`."""
    cells = [row[0] for row in version.rows]
    columns = (column([row[place] for row in cells], key.type, members) for place, key in enumerate(keys))
    return Grid(tuple(columns), tuple(row[1] for row in version.rows))


def overlaps(version: ParameterVersion, keys: Sequence[FactValue], members: Mapping[str, Members]) -> list[Overlap]:
    """Pairs of rows that take one case, with the case."""
    return list(islice(_overlaps(grid(version, keys, members)), MOST))


def _overlaps(table: Grid) -> Iterator[Overlap]:
    count = len(table.values)
    parts = [[column.parts_of(row) for column in table.columns] for row in range(count)]
    for one in range(count):
        for other in range(one + 1, count):
            both = [mine & its for mine, its in zip(parts[one], parts[other], strict=True)]
            if all(both):
                case = tuple(column.samples[_lowest(bits)] for column, bits in zip(table.columns, both, strict=True))
                yield Overlap(one, other, case, table.values[one] == table.values[other])


def gaps(version: ParameterVersion, keys: Sequence[FactValue], members: Mapping[str, Members]) -> list[Case]:
    """Cases that no row takes, one of each kind."""
    table = grid(version, keys, members)
    search = _Search(table)
    return list(islice(search.uncovered(_all(table)), MOST))


def unreachable(version: ParameterVersion, keys: Sequence[FactValue], members: Mapping[str, Members]) -> list[int]:
    """Rows that rows above them leave nothing to, under hit policy `first`."""
    table = grid(version, keys, members)
    found = []
    for row in range(len(table.values)):
        within = [column.parts_of(row) for column in table.columns]
        above = (1 << row) - 1
        if not all(within) or next(_Search(table, within).uncovered(above), None) is None:
            found.append(row)
    return found


def idle_columns(version: ParameterVersion, keys: Sequence[FactValue], members: Mapping[str, Members]) -> list[int]:
    """Columns that change nothing: whatever stands in one, the other columns decide."""
    table = grid(version, keys, members)
    return [place for place in range(len(table.columns)) if len(version.rows) > 1 and _idle(table, place)]


def _idle(table: Grid, place: int) -> bool:
    asked = table.columns[place]
    others = Grid(table.columns[:place] + table.columns[place + 1 :], table.values)

    def changes(rows: int) -> bool:
        return len({_first(table, rows & mask) for mask in set(asked.rows)}) > 1

    return not _Search(others).any(_all(table), changes)


def redundant(version: ParameterVersion, keys: Sequence[FactValue], members: Mapping[str, Members]) -> list[int]:
    """Rows that may go: where one is the first that fits, the next that fits gives the same value."""
    table = grid(version, keys, members)
    found = []
    for row in range(len(table.values)):
        within = [column.parts_of(row) for column in table.columns]

        def matters(rows: int, row: int = row) -> bool:
            return _first(table, rows) != _first(table, rows & ~(1 << row))

        if all(within) and not _Search(table, within).any(_all(table), matters):
            found.append(row)
    return found


def _all(table: Grid) -> int:
    return (1 << len(table.values)) - 1


def _first(table: Grid, rows: int) -> Value | None:
    """The value of the first of some rows."""
    return table.values[_lowest(rows)] if rows else None


def _lowest(bits: int) -> int:
    return (bits & -bits).bit_length() - 1


class _Search:
    """A walk through the parts of each column in turn, with the rows that still fit."""

    def __init__(self, table: Grid, within: Sequence[int] | None = None) -> None:
        self._table = table
        self._within = within
        self._seen: set[tuple[int, int]] = set()

    def uncovered(self, rows: int, place: int = 0, chosen: Case = ()) -> Iterator[Case]:
        """Cases none of the rows takes."""
        columns = self._table.columns
        if not rows:
            yield chosen + tuple(self._sample(each) for each in range(place, len(columns)))
            return
        if place == len(columns) or self._known(place, rows):
            return
        for mask, sample in self._parts(place, rows):
            yield from self.uncovered(mask, place + 1, (*chosen, sample))

    def any(self, rows: int, asked: Callable[[int], bool], place: int = 0) -> bool:
        """Whether the rows that fit some case are as asked."""
        if place == len(self._table.columns):
            return asked(rows)
        if self._known(place, rows):
            return False
        return any(self.any(mask, asked, place + 1) for mask, _ in self._parts(place, rows))

    def _known(self, place: int, rows: int) -> bool:
        if (place, rows) in self._seen:
            return True
        if len(self._seen) >= MAX_STEPS:
            raise TooMany
        self._seen.add((place, rows))
        return False

    def _parts(self, place: int, rows: int) -> Iterator[tuple[int, Value]]:
        """The different sets of rows left by the parts of a column, each with a value of the first such part."""
        column = self._table.columns[place]
        different: dict[int, Value] = {}
        for part, sample in enumerate(column.samples):
            if self._within is None or self._within[place] >> part & 1:
                different.setdefault(rows & column.rows[part], sample)
        yield from different.items()

    def _sample(self, place: int) -> Value:
        column = self._table.columns[place]
        return column.samples[0 if self._within is None else _lowest(self._within[place])]
