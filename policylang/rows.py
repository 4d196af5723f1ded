"""The rows of parameters and tables: cells of the keys' types, and a value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod

from ..policylang import core, tree, types
from ..values import Value
from .analysis.tables import MOST, TooMany, gaps, overlaps
from .core import ANYTHING, Among, Between, Cell, HitPolicy, Sort, Type
from .expressions import Expressions, restate, type_values
from .literals import write_literal
from .parameter_values import takes
from .resolve import Desk, Vocabulary
from .sections import Section
from .tree import Name

_SHOWN = 3
_LISTED = 500
"""Combinations of keys looked at one by one."""
_JUDGED = 300
"""Rows of a table that are looked at for overlaps and gaps; the work grows with their square."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Reads the rows of one parameter or table."""

    name: Name
    kind: Type
    keys: tuple[core.FactValue, ...]
    hit: HitPolicy | None
    desk: Desk
    names: Vocabulary

    def version(self, section: Section) -> core.ParameterVersion:
        """A section with the values of its rows; what is wrong between the rows is reported."""
        found = [(row, cells) for row in section.rows if (cells := self._row(row)) is not None]
        rows = tuple((cells[:-1], cells[-1]) for _, cells in found)
        spans = tuple(self.desk.span(row.place) for row, _ in found)
        version = core.ParameterVersion(section.period, section.review_by, rows, section.source, spans)  # type: ignore[arg-type]
        if found and len(found) == len(section.rows):
            self._together(version, section, [row for row, _ in found])
        return version

    def _row(self, row: tree.Row) -> tuple[Cell, ...] | None:
        """The cells and the value."""
        cells = row.cells if row.result is None else (*row.cells, row.result)
        if (row.result is None) is not (self.hit is None):
            self.desk.report("E425" if self.hit is None else "E424", row.place)
            return None
        if len(cells) != len(self.keys) + 1:
            counts = (("wanted", str(len(self.keys) + 1)), ("found", str(len(cells))))
            self.desk.report("E414", row.place, *counts)
            return None
        wanted = (*(key.type for key in self.keys), self.kind)
        values = [self._cell(cell, kind) for cell, kind in zip(cells, wanted, strict=True)]
        return None if any(value is None for value in values) else tuple(v for v in values if v is not None)

    def _cell(self, cell: tree.CellNode, kind: Type) -> Cell | None:
        values = Expressions(self.names, self.desk)
        if self.hit is None and isinstance(cell, tree.AnyCell | tree.Bounds | tree.Several):
            self.desk.report("E426", cell.place)
            return None
        match cell:
            case tree.AnyCell():
                return ANYTHING
            case tree.Several(several):
                found = [constant(each, kind, values) for each in several]
                return Among(tuple(each for each in found if each is not None)) if None not in found else None
            case tree.Bounds():
                return self._between(cell, kind, values)
            case _:
                return constant(cell, kind, values)

    def _between(self, cell: tree.Bounds, kind: Type, values: Expressions) -> Between | None:
        if kind.sort not in types.ORDERED:
            self.desk.report("E427", cell.place, *type_values(of=kind))
            return None
        ends: dict[bool, tuple[Value, bool]] = {}
        for bound in cell.bounds:
            value = constant(bound.value, kind, values)
            if value is None:
                return None
            upper = bound.keyword in ("UP_TO", "BELOW")
            if upper in ends:
                self.desk.report("E428", cell.place)
                return None
            ends[upper] = (value, bound.keyword in ("ABOVE", "BELOW"))
        low, low_open = ends.get(False, (None, False))
        high, high_open = ends.get(True, (None, False))
        return Between(low, low_open, high, high_open)

    def _together(self, version: core.ParameterVersion, section: Section, rows: Sequence[tree.Row]) -> None:
        """Report rows that take the same case, and cases without a row."""
        try:
            if self.hit is None:
                self._repeated(version, rows)
            elif len(rows) > _JUDGED:
                raise TooMany
            elif self.hit is HitPolicy.UNIQUE:
                self._overlapping(version, rows)
            missing = self._missing(version)
        except TooMany:
            self.desk.report("W603", section.place, ("name", self.name.text))
            return
        if missing:
            several = ", ".join(self._case(case) for case in missing[:_SHOWN])
            more = "" if len(missing) <= _SHOWN else f" … +{len(missing) - _SHOWN}{'+' * (len(missing) == MOST)}"
            self.desk.report("W601", section.place, ("name", self.name.text), ("missing", several + more))

    def _repeated(self, version: core.ParameterVersion, rows: Sequence[tree.Row]) -> None:
        seen: dict[tuple[Cell, ...], tree.Row] = {}
        for row, (cells, _) in zip(rows, version.rows, strict=True):
            first = seen.setdefault(cells, row)
            if first is not row:
                self.desk.report("E413", row.place, related=(("note.first", self.desk.span(first.place)),))

    def _overlapping(self, version: core.ParameterVersion, rows: Sequence[tree.Row]) -> None:
        for pair in overlaps(version, self.keys, self.names.members):
            first = self.desk.span(rows[pair.first].place)
            case = ("case", self._case(pair.case))
            key = "W604" if pair.same else "E422"
            self.desk.report(key, rows[pair.second].place, case, related=(("note.first", first),))

    def _missing(self, version: core.ParameterVersion) -> Sequence[tuple[Value, ...]]:
        """Cases without a row. A parameter keyed by what can't be listed leaves most out on purpose."""
        choices = [self._choices(key.type) for key in self.keys]
        if all(choices) and prod(map(len, choices)) <= _LISTED:
            return [case for case in product(*choices) if not self._covered(case, version)]
        return () if self.hit is None else gaps(version, self.keys, self.names.members)

    def _choices(self, kind: Type) -> tuple[Value, ...]:
        """All values of a type, if they can be listed."""
        if kind.sort is Sort.YES_NO:
            return (True, False)
        return self.names.members[kind.name].members if kind.sort in types.NAMED else ()

    def _covered(self, case: Sequence[Value], version: core.ParameterVersion) -> bool:
        members = self.names.members
        return any(
            all(takes(*asked, members) for asked in zip(cells, case, (key.type for key in self.keys), strict=True))
            for cells, _ in version.rows
        )

    def _case(self, case: Sequence[Value]) -> str:
        """A value for each key, as a policy writes it."""
        if len(case) == 1:
            return next(self._written(case))
        named = zip(self.keys, self._written(case), strict=True)
        return f"({', '.join(f'{key.name} {value}' for key, value in named)})"

    def _written(self, case: Sequence[Value]) -> Iterator[str]:
        for key, value in zip(self.keys, case, strict=True):
            named = key.type.sort in types.NAMED
            yield str(value) if named else write_literal(value, self.desk.language)


def constant(node: tree.Expression, kind: Type, values: Expressions) -> Value | None:
    """The value of a cell or a given fact, of the type wanted; anything else is reported."""
    if isinstance(node, Name) and kind.sort in types.NAMED:
        member = values.names.member(kind, node.text)
        if member is None:
            values.not_a_member(node, kind)
        return member
    found = values.value(node, kind) if not isinstance(node, Name) else None
    if isinstance(node, Name):
        values.desk.report("E320", node.place, ("text", node.text), *type_values(wanted=kind))
        return None
    if not isinstance(found, core.Constant):
        return None
    found = restate(found, kind)
    if found.type != kind:
        values.desk.report("E317", node.place, *type_values(found=found.type, wanted=kind))
        return None
    return found.value
