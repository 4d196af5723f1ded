"""The grade a score leads to, what caps it, and which facts would settle it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ..facts.fact import FactBook
from ..policylang.core import Program
from ..policylang.parameter_values import parameter_value
from .possible import possible_values
from .score import Score, keys_of, missing_keys

TABLE, KNOCK_OUT = "grade_of_score", "knock_out_"


@dataclass(frozen=True, slots=True)
class Range:
    """The worst and the best grade that are possible; one and the same where it is settled."""

    worst: str
    best: str

    @property
    def settled(self) -> bool:
        """Whether there is one grade."""
        return self.worst == self.best


@dataclass(frozen=True, slots=True)
class KnockOut:
    """The best grade a table `knock_out_…` leaves open: between `ceiling.worst` and `ceiling.best`."""

    table: str
    facts: tuple[str, ...]
    ceiling: Range
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grade:
    """`by_score` is what the score alone gives, `final` what the knock-outs leave of it.

    `capped_by` are the knock-outs that certainly lower the best grade of the score; `settle` the facts that would
    make the range one grade, those that weigh most first.
    """

    by_score: Range
    final: Range
    knock_outs: tuple[KnockOut, ...]
    capped_by: tuple[KnockOut, ...]
    settle: tuple[str, ...]


def grade(found: Score, book: FactBook, program: Program, day: date) -> Grade | None:
    """The grade of a score; None when the company has no table of grades or it doesn't cover the score."""
    table = program.parameters.get(TABLE)
    if table is None or table.type.name not in program.members:
        return None
    scale = program.members[table.type.name].members
    ends = [parameter_value(table, (end,), day, program.members) for end in (found.low, found.high)]
    grades = [end for end in ends if isinstance(end, str) and end in scale]
    if len(grades) < len(ends):
        return None
    by_score = _range(grades, scale)
    knock_outs = tuple(_knock_outs(book, program, scale, day))
    final = Range(
        _lowest([by_score.worst, *(each.ceiling.worst for each in knock_outs)], scale),
        _lowest([by_score.best, *(each.ceiling.best for each in knock_outs)], scale),
    )
    capped = tuple(each for each in knock_outs if scale.index(each.ceiling.best) < scale.index(by_score.best))
    settle = () if final.settled else tuple(dict.fromkeys(_settling(found, by_score, final, knock_outs, scale)))
    return Grade(by_score, final, knock_outs, capped, settle)


def _knock_outs(book: FactBook, program: Program, scale: Sequence[str], day: date) -> Iterator[KnockOut]:
    for name, table in program.parameters.items():
        if not name.startswith(KNOCK_OUT):
            continue
        keys = keys_of(table, book)
        possible = possible_values(table, keys, day, program.members)
        grades = [value for value in possible if isinstance(value, str) and value in scale]
        if grades:
            facts = tuple(key.name for key in table.keys)
            yield KnockOut(name, facts, _range(grades, scale), missing_keys(table, keys))


def _settling(
    found: Score, by_score: Range, final: Range, knock_outs: Sequence[KnockOut], scale: Sequence[str]
) -> Iterator[str]:
    """The facts that keep the range open: those of knock-outs below the best grade, then the heaviest criteria."""
    for each in knock_outs:
        if scale.index(each.ceiling.worst) < scale.index(final.best):
            yield from each.missing
    if by_score.settled or scale.index(by_score.worst) >= scale.index(final.best):
        return
    for open_ in sorted(found.contributions, key=lambda one: one.low - one.high):
        if not open_.settled:
            yield from open_.missing or open_.facts


def _range(grades: Sequence[str], scale: Sequence[str]) -> Range:
    return Range(_lowest(grades, scale), max(grades, key=scale.index))


def _lowest(grades: Sequence[str], scale: Sequence[str]) -> str:
    return min(grades, key=scale.index)
