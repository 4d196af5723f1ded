"""Conditions without parts as expressions over typed columns: true, false, or null for unknown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import polars as pl

from ...policylang.core import (
    Compare,
    Comparison,
    Condition,
    Constant,
    Expression,
    FactValue,
    HasState,
    OneOf,
    ParameterValue,
    Present,
    SaysYes,
    Sort,
    Type,
)
from ...policylang.parameter_values import parameter_value
from ...policylang.slots import MISFIT, PLAIN, TAGGED, lowering
from ...values import State, Value
from .raw import ABSENT, SCALE, STATED, STATES
from .typed import Columns

_ORDERED = PLAIN | TAGGED | {Sort.DATE, Sort.SCALE}
_EQUAL = PLAIN | TAGGED | {Sort.DATE, Sort.SCALE, Sort.KINDS, Sort.TEXT, Sort.YES_NO}
_LISTED = frozenset({Sort.SCALE, Sort.KINDS, Sort.TEXT})
_MOST = 2**63 - 1

Operand = tuple[pl.Expr, pl.Expr | None]
"""A value and its tag."""


@dataclass(frozen=True, slots=True)
class Native:
    """Says conditions as of a day, on which parameters have one value each."""

    columns: Columns
    day: date

    def leaf(self, node: Condition) -> pl.Expr | None:
        """The expression of a condition; None for one that can't be said as such (lists, arithmetic, tables)."""
        match node:
            case HasState(FactValue(name), wanted_state):
                return self.columns.state(name) == STATES.index(wanted_state.value)
            case Present(FactValue(name)):
                state = self.columns.state(name)
                return pl.when(state == STATED).then(True).when(state == ABSENT).then(False)
            case SaysYes(FactValue(name, type), wanted) if type.sort is Sort.YES_NO:
                said = self.columns.value(name)
                return pl.when(self.columns.state(name) == ABSENT).then(False).otherwise(said if wanted else ~said)
            case Compare(operator, left, right) if left.type == right.type:
                return self._compare(operator, left, right)
            case OneOf(FactValue(name, type), members) if type.sort in _LISTED:
                slots = [self._constant(each.value, each.type) for each in members if each.type == type]
                if len(slots) != len(members) or None in slots:
                    return None
                return self.columns.value(name).is_in([slot[0] for slot in slots if slot is not None])
            case _:
                return None

    def _compare(self, operator: Comparison, left: Expression, right: Expression) -> pl.Expr | None:
        sort = left.type.sort
        if sort not in (_EQUAL if operator in (Comparison.EQ, Comparison.NE) else _ORDERED):
            return None
        one, other = self._operand(left), self._operand(right)
        if one is None or other is None:
            return None
        compared = _compared(operator, one[0], other[0])
        if one[1] is None or other[1] is None:
            return compared
        return pl.when(one[1] == other[1]).then(compared)

    def _operand(self, node: Expression) -> Operand | None:
        match node:
            case FactValue(name, type):
                return self.columns.value(name), self.columns.tag(name) if type.sort in TAGGED else None
            case Constant(value, type):
                return self._literal(value, type)
            case ParameterValue(name, type):
                parameter = self.columns.program.parameters[name]
                if parameter.keys:
                    return None
                chosen = parameter_value(parameter, (), self.day, self.columns.program.members)
                return None if chosen is None else self._literal(chosen, type)
            case _:
                return None

    def _literal(self, value: Value, type: Type) -> Operand | None:
        slot = self._constant(value, type)
        if slot is None:
            return None
        number, tag = slot
        return pl.lit(number, dtype=pl.Int64) if isinstance(number, int) and not isinstance(number, bool) else pl.lit(
            number
        ), None if tag is None else pl.lit(tag)

    def _constant(self, value: Value, type: Type) -> tuple[int | bool | str | date, str | None] | None:
        """What a constant is in its column, and its tag; None for one that doesn't go into it."""
        slot = lowering(type, self.columns.program)(value)
        if slot is MISFIT:
            return None
        match slot:
            case (str(tag), Decimal() as number):
                scaled = _scaled(number)
                return None if scaled is None else (scaled, tag)
            case Decimal():
                scaled = _scaled(slot)
                return None if scaled is None else (scaled, None)
            case str() if type.sort is Sort.KINDS:
                return self.columns.program.members[type.name].members.index(slot), None
            case bool() | int() | str() | date():
                return slot, None
            case _:
                return None


def _scaled(number: Decimal) -> int | None:
    """A number in millionths, if it is whole then and fits."""
    scaled = number * SCALE
    return int(scaled) if scaled == scaled.to_integral_value() and abs(scaled) <= _MOST else None


def _compared(operator: Comparison, left: pl.Expr, right: pl.Expr) -> pl.Expr:
    match operator:
        case Comparison.EQ:
            return left == right
        case Comparison.NE:
            return left != right
        case Comparison.LT:
            return left < right
        case Comparison.LE:
            return left <= right
        case Comparison.GT:
            return left > right
        case Comparison.GE:
            return left >= right


def blank_only_inapplicable(names: tuple[str, ...], columns: Columns) -> pl.Expr:
    """Whether some of a condition's facts have no value, and all that have none are not applicable."""
    states = [columns.state(name) for name in names]
    blank = pl.any_horizontal([state != STATED for state in states])
    other = pl.any_horizontal([state.is_in((ABSENT, STATES.index(State.UNKNOWN.value))) for state in states])
    return blank & ~other
