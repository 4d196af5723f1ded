"""The limit and the days a grade allows.

Limit = average monthly sales × credit days ÷ 30 × factor of the grade, rounded to whole units. The formula is that
of Chinese company norms (expected monthly sales × credit period × a share by class, nothing for the lowest); `max_days`
and `limit_factor` are the company's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from ..facts.fact import FactBook
from ..policylang.core import Program
from ..policylang.parameter_values import parameter_value
from ..values import Money, Quantity, Value
from .score import keys_of

DAYS, FACTOR, SALES = "max_days", "limit_factor", "history.avg_monthly_sales"
_GRADE, _LIMIT = "customer.grade", "credit.limit"
_MONTH = 30
"""Trade counts a month of credit as 30 days."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What one grade allows, with what it was worked out from; None where something of it isn't known."""

    grade: str
    days: Quantity | None
    factor: Quantity | None
    sales: Money | None
    limit: Money | None


def terms(grade: str, book: FactBook, program: Program, day: date) -> Terms:
    """The terms of a grade on a day."""
    days, factor = (_by_grade(name, grade, book, program, day) for name in (DAYS, FACTOR))
    sales, recorded = (value if isinstance(value := book[name].value, Money) else None for name in (SALES, _LIMIT))
    limit = _limit(sales, days, factor)
    if limit is None and recorded is not None and any(each is not None and not each.amount for each in (days, factor)):
        # Nothing is nothing, whatever the sales.
        limit = Money(Decimal(0), recorded.currency)
    return Terms(grade, days, factor, sales, limit)


def _limit(sales: Money | None, days: Quantity | None, factor: Quantity | None) -> Money | None:
    if sales is None or days is None or factor is None:
        return None
    amount = max(sales.amount, Decimal(0)) * days.amount * factor.amount / (_MONTH * 100)
    return Money(amount.quantize(Decimal(1), ROUND_HALF_UP), sales.currency)


def _by_grade(name: str, grade: str, book: FactBook, program: Program, day: date) -> Quantity | None:
    """A parameter for the proposed grade instead of the one on record."""
    parameter = program.parameters.get(name)
    if parameter is None:
        return None
    asked = zip(parameter.keys, keys_of(parameter, book), strict=True)
    keys: tuple[Value | None, ...] = tuple(grade if fact.name == _GRADE else value for fact, value in asked)
    value = parameter_value(parameter, keys, day, program.members)
    return value if isinstance(value, Quantity) else None
