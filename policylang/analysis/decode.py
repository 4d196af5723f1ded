"""What the solver found, as the readings of a deal."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import z3

from ...values import (
    ABSENT,
    NOT_APPLICABLE,
    Money,
    Per,
    Quantity,
    Rate,
    Reading,
    Reason,
    Record,
    Unit,
    Value,
    known,
    unknown,
)
from ..core import Sort, Type
from .samples import another_text
from .symbols import FactSymbol, ListSymbol, RowSymbol, Symbol, World

_OTHERS = ("USD", "EUR", "GBP", "JPY", "HKD", "CHF", "AUD", "CAD", "SGD", "KRW", "THB", "INR", "NZD", "SEK", "NOK")


def reading(fact: FactSymbol, model: Any, world: World) -> Reading:
    """What a model says of a fact."""
    if _true(model, fact.stated):
        found = _value(fact.value, fact.type, model, world)
        return unknown(Reason.UNCLEAR) if found is None else known(found)
    if _true(model, fact.absent):
        return ABSENT
    return NOT_APPLICABLE if _true(model, fact.inapplicable) else unknown(Reason.UNCLEAR)


def _true(model: Any, term: Any) -> bool:
    return bool(z3.is_true(model.eval(term, model_completion=True)))


def _whole(model: Any, term: Any) -> int:
    return int(model.eval(term, model_completion=True).as_long())


def _number(model: Any, term: Any) -> Decimal:
    found = model.eval(term, model_completion=True)
    if z3.is_algebraic_value(found):
        found = found.approx(20)
    exact = Fraction(found.as_fraction())
    return Decimal(exact.numerator) / Decimal(exact.denominator)


def _value(symbol: Symbol | ListSymbol | RowSymbol, type: Type, model: Any, world: World) -> Value | None:
    if isinstance(symbol, ListSymbol):
        assert type.of is not None
        kept = symbol.slots[: _whole(model, symbol.length)]
        found = [_value(slot, type.of, model, world) for slot in kept]
        return tuple(each for each in found if each is not None)
    if isinstance(symbol, RowSymbol):
        said = (
            (name, _value(symbol.fields[name], kind, model, world))
            for name, kind in world.fields(type)
            if name in symbol.fields and _true(model, symbol.fields[name].known)
        )
        return Record(tuple((name, value) for name, value in said if value is not None))
    return _plain(symbol, type, model, world)


def _plain(symbol: Symbol, type: Type, model: Any, world: World) -> Value | None:
    match type.sort:
        case Sort.YES_NO:
            return _true(model, symbol.value)
        case Sort.MONEY:
            return Money(_number(model, symbol.value), _currency(_whole(model, symbol.tag), world))
        case Sort.RATE:
            return Rate(_number(model, symbol.value), Per.ONCE if _whole(model, symbol.tag) else Per.YEAR)
        case Sort.DATE:
            return date.fromordinal(int(_number(model, symbol.value)))
        case Sort.SCALE | Sort.KINDS:
            return world.members(type.name)[_whole(model, symbol.value)]
        case Sort.TEXT:
            place = _whole(model, symbol.value)
            fresh = another_text(world.texts)
            return world.texts[place] if place < len(world.texts) else fresh + "…" * (place - len(world.texts))
        case sort:
            return Quantity(_number(model, symbol.value), Unit(sort.value))


def _currency(place: int, world: World) -> str:
    if place < len(world.currencies):
        return world.currencies[place]
    others = [code for code in _OTHERS if code not in world.currencies]
    return others[(place - len(world.currencies)) % len(others)]
