"""Values that stand for many: what "at most 45 days" or "any date" is tried with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from ...values import Money, Per, Quantity, Rate, Unit, Value
from ..arithmetic import compare
from ..core import Comparison, Program, Sort, Type
from ..parameter_values import ranks_of

_WHOLE = frozenset({Sort.HOURS, Sort.DAYS, Sort.WORKING_DAYS, Sort.MONTHS, Sort.YEARS})
_PERCENT_MOST = Decimal(100)


def finite(type: Type, program: Program) -> tuple[Value, ...]:
    """All values of a type that has few: the members of a scale or of kinds, yes and no. Else none."""
    if type.sort is Sort.YES_NO:
        return (True, False)
    return program.members[type.name].members if type.sort in (Sort.SCALE, Sort.KINDS) else ()


def representatives(type: Type, program: Program, day: date) -> tuple[Value, ...]:
    """Values of a type, far from each other; none for records and lists of them."""
    match type.sort:
        case Sort.YES_NO | Sort.SCALE | Sort.KINDS:
            return finite(type, program)
        case Sort.MONEY:
            return (Money(Decimal(1), "CNY"), Money(Decimal(10_000_000), "CNY"))
        case Sort.RATE:
            return (Rate(Decimal("0.01"), Per.DAY), Rate(Decimal(24), Per.YEAR))
        case Sort.DATE:
            return (day, day + timedelta(days=400)) if day.year < date.max.year - 1 else (day,)
        case Sort.TEXT:
            return ("-",)
        case Sort.LIST | Sort.RECORD:
            return ()
        case _:
            unit = Unit(type.sort.value)
            return (Quantity(Decimal(1), unit), Quantity(Decimal(60), unit))


def related(sign: Comparison, bound: Value, type: Type, program: Program) -> tuple[Value, ...]:
    """Values that stand in a relation to a bound: the nearest, one further, one far off."""
    few = finite(type, program)
    if few:
        ranks = ranks_of(type, program.members)
        return tuple(value for value in few if compare(sign, value, bound, ranks) is True)
    if sign is Comparison.EQ:
        return (bound,)
    steps = [-step for step in _steps(bound, type)] if sign in (Comparison.LT, Comparison.LE) else _steps(bound, type)
    if sign is Comparison.NE:
        steps = [*steps, -steps[0]]
    near = [bound] if sign in (Comparison.LE, Comparison.GE) else []
    further = (moved(bound, step) for step in steps)
    return (*near, *(value for value in further if value is not None and _sensible(value, bound)))


def step_of(type: Type) -> Decimal:
    """The least amount by which values of a type differ that people write."""
    return Decimal(1) if type.sort in _WHOLE or type.sort is Sort.DATE else Decimal("0.01")


def moved(value: Value, step: Decimal) -> Value | None:
    """A value with an amount added in its own unit; dates move by days. None for what has no amount."""
    match value:
        case Money(amount) | Quantity(amount):
            return replace(value, amount=amount + step)
        case Rate(percent):
            return replace(value, percent=percent + step)
        case date():
            try:
                return value + timedelta(days=int(step))
            except OverflowError:
                return None
        case _:
            return None


def amount_of(value: Value) -> Decimal | None:
    """The bare amount of a value, None for what has none."""
    match value:
        case Money(amount) | Quantity(amount) | Rate(amount):
            return amount
        case _:
            return None


def _steps(bound: Value, type: Type) -> list[Decimal]:
    size = amount_of(bound)
    least = step_of(type)
    if size is None:
        return [least, Decimal(366)]
    return [least, max(abs(size).to_integral_value(), Decimal(1))]


def _sensible(value: Value, bound: Value) -> bool:
    """Whether anybody would write the value: nothing below zero, and no share above the whole, unless the bound is."""
    size, limit = amount_of(value), amount_of(bound)
    if size is None or limit is None:
        return True
    if size < 0 <= limit:
        return False
    share = isinstance(value, Quantity) and value.unit is Unit.PERCENT
    return not (share and size > _PERCENT_MOST >= limit)
