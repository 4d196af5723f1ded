"""A value a little up and down: by its least unit, or by a tenth."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from ...values import Money, Quantity, Rate, Unit, Value

_TENTH = Decimal("0.1")


def nudged(value: Value) -> Iterator[Value]:
    """The value up and down by its least unit: one where it is whole, else one in its last place; a day of a date.

    Never across zero: no policy means -1 days when it says 0.
    """
    match value:
        case Quantity(amount, unit):
            yield from (Quantity(each, unit) for each in _moved(amount, _least(amount)))
        case Money(amount, currency):
            yield from (Money(each, currency) for each in _moved(amount, _least(amount)))
        case Rate(percent, per):
            yield from (Rate(each, per) for each in _moved(percent, _least(percent)))
        case date():
            yield from (moved for step in (1, -1) if (moved := shifted(value, step)) is not None)


def scaled(value: Value) -> Iterator[Value]:
    """The value up and down by a tenth of itself; nothing for zero, for small counts, and for what isn't measured."""
    match value:
        case Quantity(amount, Unit.NUMBER) if amount == int(amount) and amount % 10:
            return
        case Quantity(amount, unit) if amount:
            yield from (Quantity(each, unit) for each in _moved(amount, amount * _TENTH))
        case Money(amount, currency) if amount:
            yield from (Money(each, currency) for each in _moved(amount, amount * _TENTH))
        case Rate(percent, per) if percent:
            yield from (Rate(each, per) for each in _moved(percent, percent * _TENTH))


def shifted(day: date, days: int) -> date | None:
    """A day moved; None beyond the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def _least(amount: Decimal) -> Decimal:
    """One, or one in the last place of a number with a fraction."""
    exponent = amount.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) and exponent < 0 else Decimal(1)


def _moved(amount: Decimal, step: Decimal) -> Iterator[Decimal]:
    for each in (amount + step, amount - step):
        if amount == 0 and each < 0:
            continue
        if amount == 0 or (each > 0) == (amount > 0) or each == 0:
            yield each.normalize()
