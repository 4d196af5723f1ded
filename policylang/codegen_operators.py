"""Arithmetic and comparisons as Python over slots, chosen by the types of the operands."""

from __future__ import annotations

from ..values import Unit
from .codegen_writer import NEVER_KNOWN, Code
from .core import Comparison, Fold, Operator, Sort, Type
from .slots import ORDERED, PLAIN, TAGGED

PYTHON = {Comparison.EQ: "==", Comparison.NE: "!="}
"""The comparisons Python spells another way."""
_ADDITIVE = (Operator.PLUS, Operator.MINUS)


def guarded(code: Code, *operands: Code) -> Code:
    """The code where no operand is None, else None."""
    guards = [f"{operand.text} is None" for operand in operands if operand.nullable]
    return Code(f"None if {' or '.join(guards)} else {code.text}", True) if guards else code


def comparison(operator: Comparison, left: Type, one: Code, right: Type, other: Code) -> Code:
    """left ? right, None where they have no common measure."""
    python = PYTHON.get(operator, operator.value)
    sort = left.sort
    if (sort, left.name) != (right.sort, right.name) or sort in (Sort.LIST, Sort.RECORD):
        return NEVER_KNOWN
    if sort not in ORDERED and operator not in PYTHON:
        return NEVER_KNOWN
    if sort not in TAGGED:
        return guarded(Code(f"{one.text} {python} {other.text}", False), one, other)
    apart = [f"{operand.text} is None" for operand in (one, other) if operand.nullable]
    apart.append(f"{one.text}[0] != {other.text}[0]")
    return Code(f"None if {' or '.join(apart)} else {one.text}[1] {python} {other.text}[1]", True)


def arithmetic(operator: Operator, left: Type, one: Code, right: Type, other: Code, calendar: str) -> Code:
    """left ? right by the function for their types; None where the units don't meet."""
    if left.sort is Sort.DATE:
        return guarded(_date(operator, one.text, right.sort, other.text, calendar), one, other)
    code = _combined(operator, left.sort, one.text, right.sort, other.text)
    return guarded(code, one, other)


def _combined(operator: Operator, left: Sort, a: str, right: Sort, b: str) -> Code:
    called = f"OPERATOR_{operator.name}"
    match operator, left, right:
        case Operator.TIMES, Sort.PERCENT, Sort.PERCENT:
            return Code(f"share({a}, {b})", True)
        case Operator.TIMES, Sort.MONEY, Sort.PERCENT:
            return Code(f"portion({a}, {b})", True)
        case Operator.TIMES, Sort.PERCENT, Sort.MONEY:
            return Code(f"portion({b}, {a})", True)
        case Operator.TIMES | Operator.OVER, mine, Sort.NUMBER if mine in TAGGED:
            return Code(f"scale({called}, {a}, {b})", True)
        case Operator.TIMES, Sort.NUMBER, yours if yours in TAGGED:
            return Code(f"scale({called}, {b}, {a})", True)
        case Operator.OVER, mine, yours if mine is yours and mine in TAGGED:
            return Code(f"ratio({a}, {b})", True)
        case _, mine, yours if mine is yours and mine in TAGGED and operator in _ADDITIVE:
            return Code(f"combine({called}, {a}, {b})", True)
        case _, mine, yours if mine in PLAIN and yours in PLAIN and _plain_meet(operator, mine, yours):
            return Code(f"compute({called}, {a}, {b})", True)
        case _:
            return NEVER_KNOWN


def _plain_meet(operator: Operator, left: Sort, right: Sort) -> bool:
    """Whether two bare numbers may meet: of one unit, or one of them a plain factor."""
    if operator is Operator.TIMES:
        return Sort.NUMBER in (left, right)
    return left is right or (operator is Operator.OVER and right is Sort.NUMBER)


def _date(operator: Operator, day: str, sort: Sort, other: str, calendar: str) -> Code:
    if operator is Operator.MINUS and sort is Sort.DATE:
        return Code(f"between({day}, {other})", False)
    if sort in (Sort.DAYS, Sort.MONTHS, Sort.YEARS) and operator in _ADDITIVE:
        sign = 1 if operator is Operator.PLUS else -1
        return Code(f"moved({day}, {other}, UNIT_{Unit(sort.value).name}, {sign})", True)
    if sort is Sort.WORKING_DAYS and operator in _ADDITIVE:
        sign = 1 if operator is Operator.PLUS else -1
        return Code(f"moved_by_work({day}, {other}, {calendar!r}, {sign})", True)
    return NEVER_KNOWN


def folded(fold: Fold, sort: Sort, kept: str) -> Code:
    """The fold of a list of slots that is None when one of them is unknown."""
    tagged = "_tagged" if sort in TAGGED else ""
    match fold:
        case Fold.COUNT:
            return Code(f"count({kept})", True)
        case Fold.SUM:
            return Code(f"total{tagged}({kept})", True) if sort in PLAIN | TAGGED else NEVER_KNOWN
        case Fold.MAX:
            return Code(f"greatest{tagged}({kept})", True) if sort in ORDERED else NEVER_KNOWN
        case Fold.MIN:
            return Code(f"least{tagged}({kept})", True) if sort in ORDERED else NEVER_KNOWN
