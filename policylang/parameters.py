"""Parameters: thresholds with their dated sections, each a table of keys and values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from ..policylang import core, tree
from ..values import Value
from .clauses import Clauses, day, period
from .core import Period, Sort, Type
from .declare import type_of
from .expressions import Expressions, type_values
from .resolve import Desk, Vocabulary, nearest
from .tree import Name, Place

_ONE_OF_EACH_SECTION = frozenset(("IN_FORCE", "REVIEW_BY", "SOURCE", "ROW"))


@dataclass(slots=True)
class _Section:
    period: Period
    place: Place
    review_by: date | None = None
    source: str = ""
    rows: list[tree.Row] = field(default_factory=list)


def check_parameter(node: tree.ParameterNode, desk: Desk, names: Vocabulary) -> None:
    """Add a parameter to the vocabulary."""
    if not desk.claim(names.places, node.name.text, node.name):
        return
    clauses = Clauses(node.clauses, desk, _ONE_OF_EACH_SECTION)
    kind = type_of(node.type, desk, names)
    if kind is not None and kind.sort in (Sort.LIST, Sort.RECORD):
        desk.report("E215", node.type.place, *type_values(is_=kind))
        kind = None
    keys = [_key(name, desk, names) for name in clauses.names("BY")]
    known = tuple(key for key in keys if key is not None)
    name = node.name.text
    shown = core.Parameter(name, kind or Type(Sort.TEXT), known, (), clauses.wording("LABEL"), desk.span(node.place))
    names.parameters[name] = shown
    if kind is None or len(known) < len(keys):
        names.broken.add(name)
        return
    table = _Table(node, kind, known, desk, names)
    sections = _sections(node, desk)
    versions = tuple(table.version(section) for section in sections)
    _overlaps(sections, desk)
    names.parameters[name] = core.Parameter(name, kind, known, versions, shown.label, shown.span)


def _key(name: Name | tree.String, desk: Desk, names: Vocabulary) -> core.FactValue | None:
    fact = names.fact(name.text)
    if name.text in names.broken or (fact is not None and fact.name in names.broken):
        return None
    if fact is None:
        desk.unknown("E207", Name(name.text, name.place), nearest(name.text, names.aliases))
        return None
    if fact.type.sort is Sort.LIST:
        desk.report("E319", name.place, ("name", name.text))
        return None
    return core.FactValue(fact.name, fact.type, desk.span(name.place))


def _sections(node: tree.ParameterNode, desk: Desk) -> list[_Section]:
    sections: list[_Section] = []
    opening = _Section(Period(), node.name.place)
    current = opening
    for clause in node.clauses:
        match clause:
            case tree.InForce():
                current = _Section(period(clause, desk), clause.place, source=opening.source)
                sections.append(current)
            case tree.Dated(_, literal):
                current.review_by = day(literal, desk)
            case tree.Strings("SOURCE", strings):
                current.source = strings[0].text
            case tree.Row():
                current.rows.append(clause)
            case _:
                pass
    if opening.rows or not sections:
        sections.insert(0, opening)
    for section in sections:
        if not section.rows:
            desk.report("E411", section.place, ("name", node.name.text))
    return sections


def _overlaps(sections: list[_Section], desk: Desk) -> None:
    ordered = sorted(sections, key=lambda each: each.period.start or date.min)
    for before, after in pairwise(ordered):
        if (before.period.end or date.max) >= (after.period.start or date.min):
            desk.report("E412", after.place, related=(("note.first", desk.span(before.place)),))


@dataclass(frozen=True, slots=True)
class _Table:
    node: tree.ParameterNode
    kind: Type
    keys: tuple[core.FactValue, ...]
    desk: Desk
    names: Vocabulary

    def version(self, section: _Section) -> core.ParameterVersion:
        """A section with the values of its rows."""
        rows: list[tuple[tuple[Value, ...], Value]] = []
        seen: dict[tuple[Value, ...], tree.Row] = {}
        for row in section.rows:
            values = self._row(row)
            if values is None:
                continue
            key = values[:-1]
            if key in seen:
                first = self.desk.span(seen[key].place)
                self.desk.report("E413", row.place, related=(("note.first", first),))
                continue
            seen[key] = row
            rows.append((key, values[-1]))
        if len(rows) == len(section.rows):
            self._gaps(section, {key for key, _ in rows})
        return core.ParameterVersion(section.period, section.review_by, tuple(rows), section.source)

    def _row(self, row: tree.Row) -> tuple[Value, ...] | None:
        wanted = (*(key.type for key in self.keys), self.kind)
        if len(row.cells) != len(wanted):
            counts = (("wanted", str(len(wanted))), ("found", str(len(row.cells))))
            self.desk.report("E414", row.place, *counts)
            return None
        values = [self._cell(cell, kind) for cell, kind in zip(row.cells, wanted, strict=True)]
        return None if any(value is None for value in values) else tuple(v for v in values if v is not None)

    def _cell(self, cell: tree.Expression, kind: Type) -> Value | None:
        return constant(cell, kind, Expressions(self.names, self.desk))

    def _gaps(self, section: _Section, present: set[tuple[Value, ...]]) -> None:
        if len(self.keys) != 1 or self.keys[0].type.name not in self.names.members or not section.rows:
            return
        missing = [m for m in self.names.members[self.keys[0].type.name].members if (m,) not in present]
        if missing:
            values = (("name", self.node.name.text), ("missing", ", ".join(missing)))
            self.desk.report("W601", section.place, *values)


def constant(node: tree.Expression, kind: Type, values: Expressions) -> Value | None:
    """The value of a cell or a given fact, of the type wanted; anything else is reported."""
    if isinstance(node, Name) and kind.sort in (Sort.SCALE, Sort.KINDS):
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
    if found.type != kind:
        values.desk.report("E317", node.place, *type_values(found=found.type, wanted=kind))
        return None
    return found.value
