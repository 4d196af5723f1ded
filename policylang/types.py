"""The unit table: which types may meet, and what they give. `1 month < 31 days` and `money * money` aren't in it."""

from __future__ import annotations

from datetime import date

from ..values import Money, Quantity, Rate, Record, Unit, Value
from .core import Comparison, Fold, Operator, Sort, Type
from .keywords import TYPE_NAMES, TYPES

DURATIONS = frozenset((Sort.HOURS, Sort.DAYS, Sort.WORKING_DAYS, Sort.MONTHS, Sort.YEARS))
ADDABLE = DURATIONS | {Sort.MONEY, Sort.PERCENT, Sort.NUMBER}
MEASURED = ADDABLE | {Sort.RATE}
ORDERED = MEASURED | {Sort.DATE, Sort.SCALE}
NAMED = frozenset((Sort.SCALE, Sort.KINDS))

NUMBER = Type(Sort.NUMBER)
TEXT = Type(Sort.TEXT)
YES_NO = Type(Sort.YES_NO)
MONEY = Type(Sort.MONEY)
DATE = Type(Sort.DATE)
DAYS = Type(Sort.DAYS)

_UNITS = {
    Unit.NUMBER: Sort.NUMBER,
    Unit.PERCENT: Sort.PERCENT,
    Unit.HOURS: Sort.HOURS,
    Unit.DAYS: Sort.DAYS,
    Unit.WORKING_DAYS: Sort.WORKING_DAYS,
    Unit.MONTHS: Sort.MONTHS,
    Unit.YEARS: Sort.YEARS,
}
_ZH = {word.value: word.zh for word in TYPES if word.value} | {"text": "文本"}


def built_in(name: str) -> Type | None:
    """The type a word of the language names, in either spelling."""
    word = TYPE_NAMES.get(name)
    return Type(Sort(word)) if word else None


def built_in_names() -> tuple[str, ...]:
    """The names of the built-in types, in both languages."""
    return tuple(TYPE_NAMES)


def of_value(value: Value) -> Type:
    """The type of a literal's value."""
    match value:
        case bool():
            return YES_NO
        case Money():
            return MONEY
        case Rate():
            return Type(Sort.RATE)
        case Quantity(_, unit):
            return Type(_UNITS[unit])
        case date():
            return DATE
        case Record():
            return Type(Sort.RECORD)
        case tuple():
            return Type(Sort.LIST)
        case _:
            return TEXT


def describe(kind: Type, language: str) -> str:
    """A type as a policy writes it."""
    if kind.of is not None:
        return f"{'列表' if language == 'zh' else 'list of'} {describe(kind.of, language)}"
    name = kind.name or kind.sort.value
    return _ZH.get(name, name) if language == "zh" else name


_TIMES = {(Unit.YEARS, Sort.MONTHS): 12, (Unit.DAYS, Sort.HOURS): 24}
"""How many of the smaller unit arithmetic puts into the larger. A month has no fixed number of days."""


def restated(value: Value, kind: Type) -> Quantity | None:
    """A written duration in the unit of another type, where one is a whole multiple of the other: 2 years, 24 months.

    None when the units have no common measure, or the value isn't a whole number of the larger unit.
    """
    if not isinstance(value, Quantity) or kind.sort not in DURATIONS:
        return None
    unit = Unit(kind.sort.value)
    if (times := _TIMES.get((value.unit, kind.sort))) is not None:
        return Quantity(value.amount * times, unit)
    times = _TIMES.get((unit, _UNITS[value.unit]))
    if times is None or value.amount % times:
        return None
    return Quantity(value.amount // times, unit)


def comparable(operator: Comparison, left: Type, right: Type) -> bool:
    """Whether two types may be compared."""
    if left != right or left.sort in (Sort.LIST, Sort.RECORD):
        return False
    return operator in (Comparison.EQ, Comparison.NE) or left.sort in ORDERED


def arithmetic(operator: Operator, left: Type, right: Type) -> Type | None:
    """The type of an arithmetic expression, or None when the two don't meet."""
    one, two = left.sort, right.sort
    match operator:
        case Operator.PLUS | Operator.MINUS:
            if one is two and one in MEASURED:
                return left
            if one is Sort.DATE and two in (Sort.DAYS, Sort.WORKING_DAYS, Sort.MONTHS, Sort.YEARS):
                return left
            return DAYS if one is two is Sort.DATE and operator is Operator.MINUS else None
        case Operator.TIMES:
            if one is Sort.NUMBER and two in MEASURED:
                return right
            if (two is Sort.NUMBER and one in MEASURED) or one is two is Sort.PERCENT:
                return left
            return MONEY if {one, two} == {Sort.MONEY, Sort.PERCENT} else None
        case Operator.OVER:
            if two is Sort.NUMBER and one in MEASURED:
                return left
            return NUMBER if one is two and one in MEASURED else None


def folded(fold: Fold, of: Type) -> Type | None:
    """The type of `sum`, `max` and `min` over values of a type, or None when there is none."""
    match fold:
        case Fold.COUNT:
            return NUMBER
        case Fold.SUM:
            return of if of.sort in ADDABLE else None
        case Fold.MAX | Fold.MIN:
            return of if of.sort in ORDERED else None
