"""What a fact may say: the values a deal can have, and, narrower, those a reader would believe."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

import z3

from ..core import Sort, Type
from ..slots import PLAIN
from .symbols import MOST_DAYS, FactSymbol, ListSymbol, RowSymbol, Symbol, World, disj

_EARLIEST, _LATEST = date(2000, 1, 1).toordinal(), date(2060, 12, 31).toordinal()
_WHOLE: Final = frozenset({Sort.DAYS, Sort.WORKING_DAYS})
_LARGEST: Final = {
    Sort.PERCENT: 1000,
    Sort.RATE: 1000,
    Sort.DAYS: 20_000,
    Sort.WORKING_DAYS: 20_000,
    Sort.MONTHS: 1200,
    Sort.YEARS: 100,
}


def domain(fact: FactSymbol, world: World, *, believable: bool) -> Iterator[Any]:
    """The constraints on a fact: one state, and nothing below zero.

    Believable: also dates of this century, no more than 1000 percent, whole days.
    """
    yield z3.Not(z3.And(fact.stated, fact.absent))
    yield z3.Not(z3.And(fact.stated, fact.inapplicable))
    yield z3.Not(z3.And(fact.absent, fact.inapplicable))
    if not isinstance(fact.value, ListSymbol):
        yield from _values(fact.value, fact.type, world, believable=believable)
        return
    yield z3.And(fact.value.length >= 0, fact.value.length <= len(fact.value.slots))
    assert fact.type.of is not None
    for slot in fact.value.slots:
        if isinstance(slot, RowSymbol):
            for name, kind in world.fields(fact.type.of):
                if name in slot.fields:
                    yield from _values(slot.fields[name], kind, world, believable=believable)
        else:
            yield from _values(slot, fact.type.of, world, believable=believable)


def _values(symbol: Symbol, type: Type, world: World, *, believable: bool) -> Iterator[Any]:
    sort, value = type.sort, symbol.value
    if sort is Sort.MONEY:
        yield z3.And(symbol.tag >= 0, symbol.tag <= len(world.currencies) + 3)
    if sort is Sort.RATE:
        yield z3.And(symbol.tag >= 0, symbol.tag <= 1)
    if sort in PLAIN or sort in (Sort.MONEY, Sort.RATE):
        yield value >= 0
        if believable and sort in _LARGEST:
            yield value <= _LARGEST[sort]
        if believable and sort in _WHOLE:
            yield z3.IsInt(value)
    elif sort is Sort.DATE:
        first, last = (_EARLIEST, _LATEST) if believable else (1, MOST_DAYS)
        yield z3.And(value >= first, value <= last)
    elif sort in (Sort.SCALE, Sort.KINDS):
        yield disj(value == place for place in world.common(type.name))
    elif sort is Sort.TEXT:
        yield z3.And(value >= 0, value <= len(world.texts) + 50)
