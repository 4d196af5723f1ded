"""count, sum, max and min of values that are all known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from ..values import Quantity, Unit, Value
from .arithmetic import calculate, compare
from .core import Comparison, Fold, Operator, Type
from .slots import PLAIN


def fold(fold: Fold, values: Sequence[Value], type: Type, ranks: Mapping[str, int] | None) -> Value | None:
    """One value of many, of type `type`; None for the greatest, the least or the currency of nothing."""
    match fold:
        case Fold.COUNT:
            return Quantity(Decimal(len(values)), Unit.NUMBER)
        case Fold.SUM:
            return _total(values, type)
        case Fold.MAX:
            return _extreme(Comparison.GT, values, ranks)
        case Fold.MIN:
            return _extreme(Comparison.LT, values, ranks)


def _total(values: Sequence[Value], type: Type) -> Value | None:
    if not values:
        return Quantity(Decimal(0), Unit(type.sort.value)) if type.sort in PLAIN else None
    total: Value | None = values[0]
    for value in values[1:]:
        if total is None:
            return None
        total = calculate(Operator.PLUS, total, value)
    return total


def _extreme(better: Comparison, values: Sequence[Value], ranks: Mapping[str, int] | None) -> Value | None:
    if not values:
        return None
    best = values[0]
    for value in values[1:]:
        match compare(better, value, best, ranks):
            case None:
                return None
            case True:
                best = value
    return best
