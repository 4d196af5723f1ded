"""What generated code calls: arithmetic, folds and list tests over slots (see `slots`). None is unknown throughout."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from ..values import Unit
from .arithmetic import plain
from .calendar import days_between, shift
from .core import Operator
from .kleene import Truth
from .working_days import shift_working_days

Tagged = tuple[str, Decimal]
Where = Callable[[Any, Any, Any, Any], Any]
"""A condition or value over a record: takes facts, states, parameters and the record."""

_HUNDRED = Decimal(100)


def compute(operator: Operator, left: Decimal, right: Decimal) -> Decimal | None:
    """Bare numbers; None for a division by zero."""
    try:
        return plain(operator, left, right)
    except ArithmeticError:
        return None


def share(left: Decimal, right: Decimal) -> Decimal | None:
    """A percentage of a percentage."""
    try:
        return left * right / _HUNDRED
    except ArithmeticError:
        return None


def combine(operator: Operator, left: Tagged, right: Tagged) -> Tagged | None:
    """Two amounts of one currency, or two rates, added or subtracted."""
    if left[0] != right[0] or (number := compute(operator, left[1], right[1])) is None:
        return None
    return (left[0], number)


def ratio(left: Tagged, right: Tagged) -> Decimal | None:
    """How often one amount of a currency goes into another."""
    return compute(Operator.OVER, left[1], right[1]) if left[0] == right[0] else None


def scale(operator: Operator, left: Tagged, right: Decimal) -> Tagged | None:
    """An amount or a rate times or over a number."""
    number = compute(operator, left[1], right)
    return None if number is None else (left[0], number)


def portion(left: Tagged, percent: Decimal) -> Tagged | None:
    """A percentage of an amount."""
    number = share(left[1], percent)
    return None if number is None else (left[0], number)


def moved(day: date, amount: Decimal, unit: Unit, sign: int) -> date | None:
    """A date plus (`sign` 1) or minus (-1) days, months or years."""
    return shift(day, sign * amount, unit)


def moved_by_work(day: date, amount: Decimal, calendar: str, sign: int) -> date | None:
    """A date plus (`sign` 1) or minus (-1) working days."""
    return shift_working_days(day, sign * amount, calendar)


def between(later: date, earlier: date) -> Decimal:
    """A date minus a date, in days."""
    return days_between(earlier, later)


def some(records: Sequence[Any], where: Where, facts: Any, states: Any, parameters: Any) -> Truth:
    """Whether a condition holds for any record."""
    result: Truth = False
    for record in records:
        holds = where(facts, states, parameters, record)
        if holds:
            return True
        if holds is None:
            result = None
    return result


def every(records: Sequence[Any], where: Where, facts: Any, states: Any, parameters: Any) -> Truth:
    """Whether a condition holds for all records."""
    result: Truth = True
    for record in records:
        holds = where(facts, states, parameters, record)
        if holds is False:
            return False
        if holds is None:
            result = None
    return result


def keep(
    records: Sequence[Any], where: Where | None, of: Where | None, facts: Any, states: Any, parameters: Any
) -> list[Any] | None:
    """`of` for every record `where` holds for; None when one of them is unknown."""
    kept = []
    for record in records:
        holds = True if where is None else where(facts, states, parameters, record)
        if holds is None:
            return None
        if holds:
            item = record if of is None else of(facts, states, parameters, record)
            if item is None:
                return None
            kept.append(item)
    return kept


def count(kept: list[Any] | None) -> Decimal | None:
    """How many were kept."""
    return None if kept is None else Decimal(len(kept))


def total(kept: list[Decimal] | None) -> Decimal | None:
    """The sum of bare numbers; of none it is zero."""
    try:
        return None if kept is None else sum(kept, Decimal(0))
    except ArithmeticError:
        return None


def total_tagged(kept: list[Tagged] | None) -> Tagged | None:
    """The sum of amounts of one currency; None for none, and for several currencies."""
    if not kept:
        return None
    result: Tagged | None = kept[0]
    for item in kept[1:]:
        if result is None:
            return None
        result = combine(Operator.PLUS, result, item)
    return result


def greatest(kept: list[Any] | None) -> Any:
    """The greatest; None of none."""
    return max(kept) if kept else None


def least(kept: list[Any] | None) -> Any:
    """The least; None of none."""
    return min(kept) if kept else None


def greatest_tagged(kept: list[Tagged] | None) -> Tagged | None:
    """The greatest amount of one currency; None for several currencies."""
    return max(kept) if kept and len({tag for tag, _ in kept}) == 1 else None


def least_tagged(kept: list[Tagged] | None) -> Tagged | None:
    """The least amount of one currency; None for several currencies."""
    return min(kept) if kept and len({tag for tag, _ in kept}) == 1 else None


def among_tagged(item: Tagged, members: Sequence[Tagged]) -> Truth:
    """Whether an amount equals one of several; unknown while one of another currency could be it."""
    result: Truth = False
    for member in members:
        if member[0] != item[0]:
            result = None
        elif member[1] == item[1]:
            return True
    return result
