"""Rows as formulas: those of a parameter or table that a case chooses from, and those of a list that are folded."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import z3

from ..arithmetic import compare
from ..core import Among, Anything, Between, Cell, Comparison, FactValue, Fold, Parameter, Type
from ..parameter_values import version_on
from ..slots import PLAIN
from .encode_terms import NO, YES, compared, constant
from .symbols import Pair, Symbol, choose, conj, disj, neg

if TYPE_CHECKING:
    from .encode import Encoder


def parameter_symbol(encoder: Encoder, parameter: Parameter, as_of: date) -> Symbol:
    """The value a parameter has: of the first row that fits, unless a row above it that might fit says otherwise."""
    version = version_on(parameter, as_of)
    rows = version.rows if version is not None else ()
    values = [constant(value, parameter.type, encoder.world) for _, value in rows]
    if not rows:
        return encoder.world.variable(f"{parameter.name}!none", parameter.type, NO)
    fits = [_fits(encoder, cells, parameter.keys) for cells, _ in rows]
    known = []
    for place, pair in enumerate(fits):
        same = [compare(Comparison.EQ, rows[above][1], rows[place][1]) is True for above in range(place)]
        others = [fits[above].false for above in range(place) if not same[above]]
        known.append(conj((pair.true, *others)))
    tag = None
    if values[0].tag is not None:
        tag = choose([(guard, each.tag) for guard, each in zip(known, values, strict=True)], values[0].tag)
    value = choose([(guard, each.value) for guard, each in zip(known, values, strict=True)], values[0].value)
    return Symbol(disj(known), value, tag)


def _fits(encoder: Encoder, cells: Sequence[Cell], keys: Sequence[FactValue]) -> Pair:
    pairs = [_takes(encoder, cell, key) for cell, key in zip(cells, keys, strict=True)]
    return Pair(conj(pair.true for pair in pairs), disj(pair.false for pair in pairs))


def _takes(encoder: Encoder, cell: Cell, key: FactValue) -> Pair:
    """Whether a cell takes a key: unknown only while the key isn't known."""
    symbol = encoder.value(key)

    def asked(sign: Comparison, value: object) -> Any:
        other = constant(value, key.type, encoder.world)  # type: ignore[arg-type]
        return compared(sign, symbol, other, key.type, encoder.ranks(key.type)).true

    match cell:
        case Anything():
            return Pair(YES, NO)
        case Among(values):
            true = disj(asked(Comparison.EQ, value) for value in values)
        case Between(low, low_open, high, high_open):
            above = Comparison.GT if low_open else Comparison.GE
            below = Comparison.LT if high_open else Comparison.LE
            bounds = ((above, low), (below, high))
            true = conj((symbol.known, *(asked(sign, bound) for sign, bound in bounds if bound is not None)))
        case _:
            true = asked(Comparison.EQ, cell)
    return Pair(true, conj((symbol.known, neg(true))))


def folded(
    fold: Fold, type: Type, listed: Any, members: Sequence[tuple[Any, Pair, Symbol]], ranks: Sequence[int]
) -> Symbol:
    """count, sum, max or min of members: (whether it is there, whether it is kept, what it says)."""
    kept = [conj((there, pair.true)) for there, pair, _ in members]
    sure = [disj((neg(there), pair.false, conj((pair.true, said.known)))) for there, pair, said in members]
    known = [listed, *sure]
    if fold is Fold.COUNT:
        return Symbol(conj(known), _total([(guard, z3.RealVal(1)) for guard in kept]))
    tag = None
    if members and members[0][2].tag is not None:
        tag = choose([(guard, said.tag) for guard, (_, _, said) in zip(kept, members, strict=True)], members[0][2].tag)
        known += [disj((neg(guard), said.tag == tag)) for guard, (_, _, said) in zip(kept, members, strict=True)]
    if fold is not Fold.SUM or type.sort not in PLAIN:
        known.append(disj(kept))
    if fold is Fold.SUM:
        total = _total([(guard, said.value) for guard, (_, _, said) in zip(kept, members, strict=True)])
        return Symbol(conj(known), total, tag)
    best = members[0][2].value if members else z3.RealVal(0)
    found: Any = NO
    for guard, (_, _, said) in zip(kept, members, strict=True):
        one, other = Symbol(YES, said.value), Symbol(YES, best)
        sign = Comparison.GT if fold is Fold.MAX else Comparison.LT
        better = disj((neg(found), compared(sign, one, other, type, ranks).true))
        best = z3.If(conj((guard, better)), said.value, best)
        found = disj((found, guard))
    return Symbol(conj(known), best, tag)


def _total(parts: Sequence[tuple[Any, Any]]) -> Any:
    total = z3.RealVal(0)
    for guard, value in parts:
        total = total + z3.If(guard, value, z3.RealVal(0))
    return total
