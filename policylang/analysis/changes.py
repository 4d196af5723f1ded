"""Changes of parameters and of the vocabulary, declaration by declaration."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from ...values import Value
from ..core import (
    Cell,
    FactDeclaration,
    Members,
    Parameter,
    ParameterVersion,
    Period,
    Program,
    RecordType,
)
from ..traversal import parameters_of


class Kind(StrEnum):
    """What happened to a declaration."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row of a section: its value before and after; None where there is no such row."""

    period: Period
    cells: tuple[Cell, ...]
    before: Value | None
    after: Value | None


@dataclass(frozen=True, slots=True)
class ParameterChange:
    """A parameter or table that was added, removed or changed, with the rules that use it."""

    name: str
    kind: Kind
    before: Parameter | None
    after: Parameter | None
    rows: tuple[RowChange, ...]
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VocabularyChange:
    """A fact, scale, kinds or record that was added, removed or changed."""

    name: str
    kind: Kind
    before: FactDeclaration | Members | RecordType | None
    after: FactDeclaration | Members | RecordType | None


def parameter_changes(old: Program, new: Program) -> tuple[ParameterChange, ...]:
    """The parameters that differ in type, keys, rows or dates; labels and reviews don't count."""
    found = []
    for name in dict.fromkeys((*old.parameters, *new.parameters)):
        before, after = old.parameters.get(name), new.parameters.get(name)
        if before is None or after is None or _judging(before) != _judging(after):
            rules = [
                rule.id
                for program in (old, new)
                for rule in program.rules
                if any(each.name == name for each in parameters_of(rule, program))
            ]
            rows = tuple(_rows(before, after))
            found.append(ParameterChange(name, _kind(before, after), before, after, rows, tuple(dict.fromkeys(rules))))
    return tuple(found)


def _kind(before: object, after: object) -> Kind:
    return Kind.ADDED if before is None else Kind.REMOVED if after is None else Kind.CHANGED


def _judging(parameter: Parameter) -> object:
    versions = tuple((version.period, version.rows) for version in parameter.versions)
    return (parameter.type, parameter.keys, parameter.hit, versions)


def _rows(before: Parameter | None, after: Parameter | None) -> Iterator[RowChange]:
    """The rows that differ, section by section; sections are told by the day they begin."""
    there = {version.period.start: version for version in before.versions} if before else {}
    here = {version.period.start: version for version in after.versions} if after else {}
    for start in dict.fromkeys((*there, *here)):
        one, other = there.get(start), here.get(start)
        period = (other or one or _EMPTY).period
        old_rows, new_rows = (dict(each.rows) if each else {} for each in (one, other))
        for cells in dict.fromkeys((*old_rows, *new_rows)):
            said = old_rows.get(cells), new_rows.get(cells)
            if said[0] != said[1]:
                yield RowChange(period, cells, *said)


_EMPTY = ParameterVersion(Period(), None, ())


def vocabulary_changes(old: Program, new: Program) -> tuple[VocabularyChange, ...]:
    """Facts that differ in type or source, and scales, kinds and records that differ in what they list."""
    found = [
        VocabularyChange(name, _kind(before, after), before, after)
        for there, here in ((old.members, new.members), (old.records, new.records))
        for name in dict.fromkeys((*there, *here))
        if (before := there.get(name)) != (after := here.get(name))
        if before is None or after is None or _bare(before) != _bare(after)
    ]
    for name in dict.fromkeys((*old.facts, *new.facts)):
        was, is_now = old.facts.get(name), new.facts.get(name)
        if was is None or is_now is None or (was.type, was.source) != (is_now.type, is_now.source):
            found.append(VocabularyChange(name, _kind(was, is_now), was, is_now))
    return tuple(found)


def _bare(declared: Members | RecordType) -> Members | RecordType:
    return replace(declared, labels={})
