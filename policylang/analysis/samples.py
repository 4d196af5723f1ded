"""Values chosen to be read: round, small, and plainly inside the bounds they stand for."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from decimal import Decimal
from typing import Final

from ...values import Money, Per, Quantity, Rate, Unit, Value
from ..core import Sort, Type

CURRENCY: Final = "CNY"
"""The currency of an amount that no cell and no constant names one for."""

MEASURES: Final = {
    Sort.PERCENT: 10,
    Sort.HOURS: 24,
    Sort.DAYS: 30,
    Sort.WORKING_DAYS: 10,
    Sort.MONTHS: 12,
    Sort.YEARS: 1,
    Sort.NUMBER: 1,
}


def round_number(low: Decimal | None, high: Decimal | None, *, whole: bool = False) -> Decimal | None:
    """The roundest number strictly between two bounds (None is open), the least of the equally round; None if none.

    `whole` asks for a whole number.
    """
    if low is None:
        return Decimal(0) if high is None or high > 0 else _opposite(round_number(-high, None, whole=whole))
    if low < 0 and (high is None or high > 0):
        return Decimal(0)
    if low < 0:
        assert high is not None
        return _opposite(round_number(-high, -low, whole=whole))
    top = high if high is not None else max(low, Decimal(1))
    power = top.adjusted() if top else 0
    while power >= (0 if whole else -12):
        for step in (Decimal(1).scaleb(power), Decimal(5).scaleb(power - 1)):
            candidate = (low // step + 1) * step
            if (high is None or candidate < high) and not (whole and candidate % 1):
                return candidate
        power -= 1
    return None if whole or high is None or low >= high else (low + high) / 2


def _opposite(number: Decimal | None) -> Decimal | None:
    return None if number is None else -number


def another_text(texts: Collection[str]) -> str:
    """A text that is none of these."""
    text = "…"
    while text in texts:
        text += "…"
    return text


def usual(type: Type) -> Value | None:
    """An ordinary value of a type; None for types whose values are named, lists and records."""
    match type.sort:
        case Sort.MONEY:
            return Money(Decimal(100_000), CURRENCY)
        case Sort.RATE:
            return Rate(Decimal("0.05"), Per.DAY)
        case Sort.DATE:
            return date(2026, 6, 30)
        case Sort.TEXT:
            return "…"
        case Sort.YES_NO:
            return True
        case Sort.SCALE | Sort.KINDS | Sort.RECORD | Sort.LIST:
            return None
        case sort:
            return Quantity(Decimal(MEASURES[sort]), Unit(sort.value))
