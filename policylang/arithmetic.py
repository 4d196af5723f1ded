"""Values compared and computed with, unit by unit. None is unknown: nothing is converted that has no fixed measure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from operator import eq, ge, gt, le, lt, ne
from typing import Any

from ..values import Money, Quantity, Rate, Unit, Value
from .calendar import days_between, shift, yearly
from .core import Comparison, Operator
from .kleene import Truth
from .working_days import shift_working_days

_COMPARE: dict[Comparison, Callable[[Any, Any], bool]] = {
    Comparison.EQ: eq,
    Comparison.NE: ne,
    Comparison.LT: lt,
    Comparison.LE: le,
    Comparison.GT: gt,
    Comparison.GE: ge,
}
_EQUALITY = (Comparison.EQ, Comparison.NE)
_HUNDRED = Decimal(100)


def compare(operator: Comparison, left: Value, right: Value, ranks: Mapping[str, int] | None = None) -> Truth:
    """left ? right; `ranks` orders the members of a scale.

    Unknown for two currencies, for a charge made once against one by the period, for lists and records, and for an
    order asked of values that have none.
    """
    test = _COMPARE[operator]
    match left, right:
        case Money(), Money():
            return test(left.amount, right.amount) if left.currency == right.currency else None
        case Rate(), Rate():
            one, other = yearly(left), yearly(right)
            return test(one.percent, other.percent) if one.per is other.per else None
        case Quantity(), Quantity():
            return test(left.amount, right.amount) if left.unit is right.unit else None
        case (bool(), bool()) | (str(), str()) if ranks is None:
            return test(left, right) if operator in _EQUALITY else None
        case str(), str() if ranks is not None:
            return test(ranks[left], ranks[right])
        case date(), date():
            return test(left, right)
        case _:
            return None


def calculate(operator: Operator, left: Value, right: Value, calendar: str = "") -> Value | None:
    """left ? right with the unit that comes of it; None for units that don't meet, two currencies, division by zero.

    `calendar` is the one working days are counted by.
    """
    try:
        match left, right:
            case Quantity(), Quantity():
                return _quantities(operator, left, right)
            case (Money(), _) | (_, Money()):
                return _money(operator, left, right)
            case (Rate(), _) | (_, Rate()):
                return _rates(operator, left, right)
            case date(), _:
                return _dates(operator, left, right, calendar)
            case _:
                return None
    except ArithmeticError:
        return None


def plain(operator: Operator, left: Decimal, right: Decimal) -> Decimal:
    """Two bare numbers; raises `ArithmeticError` for a division by zero or a result out of range."""
    match operator:
        case Operator.PLUS:
            return left + right
        case Operator.MINUS:
            return left - right
        case Operator.TIMES:
            return left * right
        case Operator.OVER:
            return left / right


def _quantities(operator: Operator, left: Quantity, right: Quantity) -> Quantity | None:
    units: Any = (operator, left.unit, right.unit)
    match units:
        case (Operator.PLUS | Operator.MINUS, one, other) if one is other:
            return Quantity(plain(operator, left.amount, right.amount), left.unit)
        case (Operator.TIMES, Unit.PERCENT, Unit.PERCENT):
            return Quantity(left.amount * right.amount / _HUNDRED, Unit.PERCENT)
        case (Operator.TIMES, _, Unit.NUMBER) | (Operator.OVER, _, Unit.NUMBER):
            return Quantity(plain(operator, left.amount, right.amount), left.unit)
        case (Operator.TIMES, Unit.NUMBER, _):
            return Quantity(left.amount * right.amount, right.unit)
        case (Operator.OVER, one, other) if one is other:
            return Quantity(left.amount / right.amount, Unit.NUMBER)
        case _:
            return None


def _money(operator: Operator, left: Value, right: Value) -> Value | None:
    match operator, left, right:
        case Operator.PLUS | Operator.MINUS, Money(), Money() if left.currency == right.currency:
            return Money(plain(operator, left.amount, right.amount), left.currency)
        case Operator.OVER, Money(), Money() if left.currency == right.currency:
            return Quantity(left.amount / right.amount, Unit.NUMBER)
        case Operator.TIMES, Money(), Quantity(amount, Unit.PERCENT):
            return Money(left.amount * amount / _HUNDRED, left.currency)
        case Operator.TIMES, Quantity(amount, Unit.PERCENT), Money():
            return Money(right.amount * amount / _HUNDRED, right.currency)
        case Operator.TIMES | Operator.OVER, Money(), Quantity(amount, Unit.NUMBER):
            return Money(plain(operator, left.amount, amount), left.currency)
        case Operator.TIMES, Quantity(amount, Unit.NUMBER), Money():
            return Money(amount * right.amount, right.currency)
        case _:
            return None


def _rates(operator: Operator, left: Value, right: Value) -> Value | None:
    left = yearly(left) if isinstance(left, Rate) else left
    right = yearly(right) if isinstance(right, Rate) else right
    match operator, left, right:
        case Operator.PLUS | Operator.MINUS, Rate(), Rate() if left.per is right.per:
            return Rate(plain(operator, left.percent, right.percent), left.per)
        case Operator.OVER, Rate(), Rate() if left.per is right.per:
            return Quantity(left.percent / right.percent, Unit.NUMBER)
        case Operator.TIMES | Operator.OVER, Rate(), Quantity(amount, Unit.NUMBER):
            return Rate(plain(operator, left.percent, amount), left.per)
        case Operator.TIMES, Quantity(amount, Unit.NUMBER), Rate():
            return Rate(amount * right.percent, right.per)
        case _:
            return None


def _dates(operator: Operator, left: date, right: Value, calendar: str) -> Value | None:
    match operator, right:
        case Operator.PLUS | Operator.MINUS, Quantity(amount, Unit.WORKING_DAYS):
            return shift_working_days(left, plain(operator, Decimal(0), amount), calendar)
        case Operator.MINUS, date():
            return Quantity(days_between(right, left), Unit.DAYS)
        case Operator.PLUS, Quantity(amount, unit):
            return shift(left, amount, unit)
        case Operator.MINUS, Quantity(amount, unit):
            return shift(left, -amount, unit)
        case _:
            return None
