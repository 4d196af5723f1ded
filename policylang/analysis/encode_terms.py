"""Comparisons and arithmetic of symbols, unit by unit, as `arithmetic` has them for values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import z3

from ...values import Money, Per, Quantity, Rate, Unit, Value
from ..calendar import shift, yearly
from ..core import Comparison, Operator, Sort, Type
from .symbols import MOST_DAYS, Pair, Symbol, Unsupported, World, choose, conj

YES, NO = z3.BoolVal(True), z3.BoolVal(False)


def number(value: Decimal | int) -> Any:
    """An exact real."""
    return z3.RealVal(f"{value:f}" if isinstance(value, Decimal) else value)


def constant(value: Value, type: Type, world: World) -> Symbol:
    """A value that is known."""
    match value:
        case bool():
            return Symbol(YES, z3.BoolVal(value))
        case Money(amount, currency):
            return Symbol(YES, number(amount), z3.IntVal(world.currency(currency)))
        case Rate():
            by_year = yearly(value)
            return Symbol(YES, number(by_year.percent), z3.IntVal(int(by_year.per is Per.ONCE)))
        case Quantity(amount, _):
            return Symbol(YES, number(amount))
        case date():
            return Symbol(YES, number(value.toordinal()))
        case str() if type.sort in (Sort.SCALE, Sort.KINDS):
            return Symbol(YES, z3.IntVal(world.members(type.name).index(value)))
        case str():
            return Symbol(YES, z3.IntVal(world.text(value)))
        case _:
            raise Unsupported(type.sort.value)


def compared(operator: Comparison, left: Symbol, right: Symbol, type: Type, ranks: Sequence[int] = ()) -> Pair:
    """left ? right, three-valued; `ranks` gives the rank of each place of a scale."""
    comparable = [left.known, right.known]
    if left.tag is not None:
        comparable.append(left.tag == right.tag)
    one, other = left.value, right.value
    if operator not in (Comparison.EQ, Comparison.NE):
        if type.sort in (Sort.TEXT, Sort.KINDS, Sort.YES_NO):
            return Pair(NO, NO)
        if type.sort is Sort.SCALE:
            one, other = (_ranked(each, ranks) for each in (one, other))
    known = z3.simplify(conj(comparable))
    test = _test(operator, one, other)
    return Pair(conj((known, test)), conj((known, z3.Not(test))))


def _ranked(place: Any, ranks: Sequence[int]) -> Any:
    if tuple(ranks) == tuple(range(len(ranks))):
        return place
    return choose([(place == each, z3.IntVal(rank)) for each, rank in enumerate(ranks)], z3.IntVal(-1))


def _test(operator: Comparison, one: Any, other: Any) -> Any:
    match operator:
        case Comparison.EQ:
            return one == other
        case Comparison.NE:
            return one != other
        case Comparison.LT:
            return one < other
        case Comparison.LE:
            return one <= other
        case Comparison.GT:
            return one > other
        case Comparison.GE:
            return one >= other


def calculated(operator: Operator, left: Symbol, right: Symbol, sorts: tuple[Sort, Sort]) -> Symbol:
    """left ? right, for all but dates moved by months or years (`Unsupported`: `shifted` gives bounds for them)."""
    known = [left.known, right.known]
    one, two = sorts
    if one is Sort.DATE:
        return _moved(operator, left, right, two, known)
    if one is two and one in (Sort.MONEY, Sort.RATE):
        known.append(left.tag == right.tag)
    tag = left.tag if left.tag is not None else right.tag
    match operator:
        case Operator.PLUS:
            return Symbol(conj(known), left.value + right.value, tag)
        case Operator.MINUS:
            return Symbol(conj(known), left.value - right.value, tag)
        case Operator.TIMES:
            share = {one, two} in ({Sort.PERCENT}, {Sort.MONEY, Sort.PERCENT})
            product = left.value * right.value
            return Symbol(conj(known), product / 100 if share else product, tag)
        case Operator.OVER:
            known.append(right.value != 0)
            return Symbol(conj(known), left.value / right.value, None if one is two else tag)


def _moved(operator: Operator, left: Symbol, right: Symbol, by: Sort, known: list[Any]) -> Symbol:
    if by is Sort.DATE:
        return Symbol(conj(known), left.value - right.value)
    if by is not Sort.DAYS:
        raise Unsupported(by.value)
    day = left.value + right.value if operator is Operator.PLUS else left.value - right.value
    return Symbol(conj((*known, z3.IsInt(right.value), day >= 1, day <= MOST_DAYS)), day)


@dataclass(frozen=True, slots=True)
class Shift:
    """A date moved by months or years, and the symbol that stands for where it comes to."""

    operator: Operator
    left: Symbol
    right: Symbol
    by: Sort
    there: Symbol

    def pinned(self, day: date) -> Iterator[Any]:
        """The exact day, if the date is `day` and the months are a constant."""
        amount = z3.simplify(self.right.value)
        if z3.is_rational_value(amount) and amount.denominator_as_long() == 1:
            months = Decimal(amount.numerator_as_long())
            moved = shift(day, months if self.operator is Operator.PLUS else -months, Unit(self.by.value))
            yield self.left.value == day.toordinal()
            if moved is not None:
                yield self.there.value == moved.toordinal()


def shifted(operator: Operator, left: Symbol, right: Symbol, by: Sort, name: str) -> tuple[Symbol, Any]:
    """A date moved by months or years: any day that may be meant, and what is known of it.

    A month is 30.436875 days on the average; no run of months or years is further from that than five days.
    """
    months = right.value * (12 if by is Sort.YEARS else 1)
    days = months * z3.RealVal("30.436875")
    middle = left.value + days if operator is Operator.PLUS else left.value - days
    day, known = z3.ToReal(z3.Int(name)), z3.Bool(f"{name}!known")
    bounds = z3.And(
        day >= middle - 5,
        day <= middle + 5,
        z3.Implies(known, conj((left.known, right.known, z3.IsInt(right.value), day >= 1, day <= MOST_DAYS))),
        z3.Implies(
            conj((left.known, right.known, z3.IsInt(right.value), middle >= 400, middle <= MOST_DAYS - 400)), known
        ),
    )
    return Symbol(known, day), bounds
