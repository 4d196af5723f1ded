"""The dated sections of a parameter or table: the clauses between two `in force`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise

from ..policylang import tree
from .clauses import day, period
from .core import Period
from .resolve import Desk
from .tree import Name, Place


@dataclass(slots=True)
class Section:
    """One section, with the rows as written."""

    period: Period
    place: Place
    review_by: date | None = None
    source: str = ""
    rows: list[tree.Row] = field(default_factory=list)


def sections(clauses: Sequence[tree.Clause], name: Name, desk: Desk) -> list[Section]:
    """The sections of a declaration; those without a row, those that overlap and the days between them are reported."""
    found: list[Section] = []
    opening = Section(Period(), name.place)
    current = opening
    for clause in clauses:
        match clause:
            case tree.InForce():
                current = Section(period(clause, desk), clause.place, source=opening.source)
                found.append(current)
            case tree.Dated(_, literal):
                current.review_by = day(literal, desk)
            case tree.Strings("SOURCE", strings):
                current.source = strings[0].text
            case tree.Row():
                current.rows.append(clause)
            case _:
                pass
    if opening.rows or not found:
        found.insert(0, opening)
    for section in found:
        if not section.rows:
            desk.report("E411", section.place, ("name", name.text))
    _one_after_the_other(found, name, desk)
    return found


def _one_after_the_other(found: Sequence[Section], name: Name, desk: Desk) -> None:
    ordered = sorted(found, key=lambda each: each.period.start or date.min)
    for before, after in pairwise(ordered):
        end, start = before.period.end or date.max, after.period.start or date.min
        if end >= start:
            desk.report("E412", after.place, related=(("note.first", desk.span(before.place)),))
        elif end + timedelta(days=1) < start:
            hole = (("from", (end + timedelta(days=1)).isoformat()), ("to", (start - timedelta(days=1)).isoformat()))
            desk.report("W602", after.place, ("name", name.text), *hole)
