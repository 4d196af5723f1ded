"""A case made easy to read: facts that don't matter left out, numbers round, money in one currency.

Every step is tried by the interpreter; one after which the query is no longer so is taken back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeVar

from ...values import Money, Per, Quantity, Rate, Reading, Reason, Record, State, Unit, Value, known, unknown
from ..core import Constant, ParameterValue, Sort
from ..parameter_values import version_on
from ..traversal import nodes
from .columns import written
from .query import Case, Query, asked, facts_of_query, holds
from .samples import CURRENCY, MEASURES, round_number

Part = TypeVar("Part")
_TEXT = "…"
_UNTIDY = 6
"""Decimal places beyond which a number isn't shown if it can be helped."""


def readable(query: Query, case: Case, as_of: date) -> Case:
    """The case, shorter and rounder, for which the query is still so."""
    found = _shortened(query, dict(case), as_of)
    bounds = _bounds(query, as_of)
    texts = {fact.name for fact in facts_of_query(query, as_of) if fact.type.sort is Sort.TEXT}
    for name, reading in list(found.items()):
        if name in texts and holds(query, {**found, name: known(_TEXT)}, as_of):
            found[name] = known(_TEXT)
        elif reading.state is State.STATED and reading.value is not None:
            others = dict(found)

            def stands(value: Value, name: str = name, others: dict[str, Reading] = others) -> bool:
                return holds(query, {**others, name: known(value)}, as_of)

            found[name] = known(_improved(reading.value, bounds, stands))
    return _shortened(query, found, as_of)


def _improved(value: Value, bounds: tuple[Value, ...], stands: Callable[[Value], bool]) -> Value:
    """The most readable value that still stands; of lists and records every part."""
    match value:
        case tuple():
            members = _fewer(value, lambda kept: stands(tuple(kept)))
            for place in range(len(members)):

                def fits(member: Value, place: int = place) -> bool:
                    return stands((*members[:place], member, *members[place + 1 :]))

                members[place] = _improved(members[place], bounds, fits)
            return tuple(members)
        case Record():
            fields = _fewer(value.fields, lambda kept: bool(kept) and stands(Record(tuple(kept))))
            for place, (name, said) in enumerate(fields):

                def says(other: Value, place: int = place, name: str = name) -> bool:
                    return stands(Record((*fields[:place], (name, other), *fields[place + 1 :])))

                fields[place] = (name, _improved(said, bounds, says))
            return Record(tuple(fields))
        case _:
            return next((each for each in _rounder(value, bounds) if stands(each)), value)


def _fewer(parts: Sequence[Part], stands: Callable[[list[Part]], bool]) -> list[Part]:
    """Without the parts that may go."""
    kept, place = list(parts), 0
    while place < len(kept):
        rest = kept[:place] + kept[place + 1 :]
        if stands(rest):
            kept = rest
        else:
            place += 1
    return kept


def _shortened(query: Query, case: dict[str, Reading], as_of: date) -> dict[str, Reading]:
    """Without the facts that may as well be unknown; those that aren't stated go first, one stays."""
    for name in sorted(case, key=lambda each: case[each].state is State.STATED):
        rest = {each: reading for each, reading in case.items() if each != name}
        if holds(query, rest, as_of):
            case = rest or {name: unknown(Reason.UNCLEAR)}
    return case


def _bounds(query: Query, as_of: date) -> tuple[Value, ...]:
    """The values a query compares with: constants, and those of its parameters, their keys included."""
    found: dict[Value, None] = {}
    for program, condition in asked(query, as_of):
        for node in nodes(condition, program):
            match node:
                case Constant(value):
                    found[value] = None
                case ParameterValue(name):
                    version = version_on(program.parameters[name], as_of)
                    for cells, value in version.rows if version is not None else ():
                        found.update(dict.fromkeys((value, *written(cells))))
    return tuple(found)


def _rounder(value: Value, bounds: tuple[Value, ...]) -> Iterator[Value]:
    """Values to put in the place of one, the most readable first."""
    match value:
        case Quantity(amount, unit):
            limits = [each.amount for each in bounds if isinstance(each, Quantity) and each.unit is unit]
            ordinary, whole = Decimal(MEASURES[Sort(unit.value)]), unit in (Unit.DAYS, Unit.WORKING_DAYS)
            yield from (Quantity(number, unit) for number in _numbers(amount, limits, ordinary, whole=whole))
        case Money(amount, currency):
            limits = [each.amount for each in bounds if isinstance(each, Money)]
            for code in dict.fromkeys((CURRENCY, currency)):
                yield from (Money(number, code) for number in _numbers(amount, limits, Decimal(100_000)))
        case Rate(percent, per):
            rates = [each for each in bounds if isinstance(each, Rate)]
            yield from (Rate(each.percent, each.per) for each in rates)
            yield from (Rate(number, Per.DAY) for number in (Decimal("0.05"), Decimal("0.1")))
            yield from (
                Rate(number, per) for number in _numbers(percent, [each.percent for each in rates], Decimal(18))
            )
        case date():
            yield from _days([each for each in bounds if isinstance(each, date)])


def _numbers(amount: Decimal, limits: list[Decimal], ordinary: Decimal, *, whole: bool = False) -> Iterator[Decimal]:
    """An ordinary number, round ones beside the limits, the limits, what touches them, the number itself, rounded."""
    yield ordinary
    ordered = sorted(set(limits), key=lambda each: abs(each - amount))
    for limit in ordered:
        following = [each for each in limits if each > limit]
        preceding = [each for each in limits if each < limit]
        above = round_number(limit, min(following, default=None), whole=whole)
        below = round_number(max(preceding, default=Decimal(0)), limit, whole=whole) if limit > 0 else None
        yield from (each for each in (above, below) if each is not None)
    yield from ordered
    yield from (limit + step for limit in ordered for step in (Decimal(1), Decimal(-1)) if limit + step >= 0)
    yield from (Decimal(10), Decimal(1), Decimal(0))
    yield from (round(amount, places) for places in range(_UNTIDY) if amount >= 0)


def _days(limits: list[date]) -> Iterator[date]:
    yield date(2026, 6, 30)
    for limit in limits:
        yield limit
        for step in (1, -1, 30, -30):
            try:
                yield limit + timedelta(days=step)
            except OverflowError:
                continue
