"""Dates moved by days, months and years, and rates brought to one period."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal

from ..values import Per, Rate, Unit

_TIMES_A_YEAR = {Per.DAY: Decimal(365), Per.MONTH: Decimal(12), Per.YEAR: Decimal(1), Per.ONCE: Decimal(1)}


def shift(day: date, amount: Decimal, unit: Unit) -> date | None:
    """The day `amount` days, months or years later (earlier when negative).

    A month without that day gives its last day (民法典 202). None for a part of a day or month, another unit, or a day
    outside the calendar.
    """
    if amount != amount.to_integral_value() or abs(amount) > 4_000_000:
        return None
    whole = int(amount)
    match unit:
        case Unit.DAYS:
            ordinal = day.toordinal() + whole
            return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None
        case Unit.MONTHS:
            return _shift_months(day, whole)
        case Unit.YEARS:
            return _shift_months(day, whole * 12)
        case _:
            return None


def _shift_months(day: date, months: int) -> date | None:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        return None
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def days_between(earlier: date, later: date) -> Decimal:
    """Whole days from one date to another."""
    return Decimal((later - earlier) // timedelta(days=1))


def yearly(rate: Rate) -> Rate:
    """A rate by the year: 365 days, 12 months. A charge made once stays one."""
    if rate.per in (Per.YEAR, Per.ONCE):
        return rate
    return Rate(rate.percent * _TIMES_A_YEAR[rate.per], Per.YEAR)
