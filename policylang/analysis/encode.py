"""Conditions and expressions as formulas over the facts of a world, with the three values of the interpreter."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import z3

from ...values import State
from ..core import (
    Aggregate,
    All,
    Arithmetic,
    Compare,
    Comparison,
    Condition,
    Constant,
    Contains,
    Expression,
    FactValue,
    FieldValue,
    Fold,
    HasState,
    Not,
    OneOf,
    ParameterValue,
    Present,
    Program,
    Quantified,
    SaysYes,
    Sort,
    Type,
)
from ..core import Any as Some
from .encode_rows import folded, parameter_symbol
from .encode_terms import NO, YES, Shift, calculated, compared, constant, shifted
from .symbols import FactSymbol, ListSymbol, Pair, RowSymbol, Symbol, Unsupported, World, conj, disj, neg

_MONTHS = (Sort.MONTHS, Sort.YEARS)


@dataclass(slots=True)
class Encoder:
    """The formulas of one program as of a day. `bounds` holds what is known of values that aren't exact."""

    world: World
    program: Program
    as_of: date
    bounds: list[Any] = field(default_factory=list)
    shifts: list[Shift] = field(default_factory=list)
    _pairs: dict[tuple[Condition, int], Pair] = field(default_factory=dict)
    _symbols: dict[tuple[Expression, int], Symbol] = field(default_factory=dict)
    _rows: dict[int, RowSymbol | Symbol] = field(default_factory=dict)

    def condition(self, node: Condition, row: RowSymbol | Symbol | None = None) -> Pair:
        """The truth of a condition, inside a list's condition for one of its members."""
        key = (node, id(row))
        if key not in self._pairs:
            self._keep(row)
            self._pairs[key] = self._condition(node, row)
        return self._pairs[key]

    def _keep(self, row: RowSymbol | Symbol | None) -> None:
        """A row whose `id` is a key mustn't be freed."""
        if row is not None:
            self._rows[id(row)] = row

    def _condition(self, node: Condition, row: RowSymbol | Symbol | None) -> Pair:
        match node:
            case All(parts):
                pairs = [self.condition(part, row) for part in parts]
                return Pair(conj(pair.true for pair in pairs), disj(pair.false for pair in pairs))
            case Some(parts):
                pairs = [self.condition(part, row) for part in parts]
                return Pair(disj(pair.true for pair in pairs), conj(pair.false for pair in pairs))
            case Not(part):
                pair = self.condition(part, row)
                return Pair(pair.false, pair.true)
            case Compare(operator, left, right):
                return self._compare(operator, left, right, row)
            case OneOf(subject, members):
                known = self.value(subject, row).known
                equal = [self._compare(Comparison.EQ, subject, each, row) for each in members]
                true = conj((known, disj(each.true for each in equal)))
                return Pair(true, conj((known, conj(each.false for each in equal))))
            case HasState() | SaysYes() | Present():
                return self._state_test(node, row)
            case Contains(subject, member):
                return self._contains(subject, member, row)
            case Quantified(every, over, where):
                return self._quantified(every, over, where)

    def _compare(self, sign: Comparison, left: Expression, right: Expression, row: RowSymbol | Symbol | None) -> Pair:
        if (left.type.sort, left.type.name) != (right.type.sort, right.type.name):
            return Pair(NO, NO)
        if left.type.sort in (Sort.LIST, Sort.RECORD):
            return Pair(NO, NO)
        return compared(sign, self.value(left, row), self.value(right, row), left.type, self.ranks(left.type))

    def ranks(self, type: Type) -> tuple[int, ...]:
        """The ranks of a scale's members; nothing for other types."""
        return self.world.ranks(type.name, self.program) if type.sort is Sort.SCALE else ()

    def _state_test(self, node: HasState | SaysYes | Present, row: RowSymbol | Symbol | None) -> Pair:
        fact = self.world.fact(node.subject) if isinstance(node.subject, FactValue) else None
        known = fact.stated if fact is not None else self.value(node.subject, row).known
        absent = fact.absent if fact is not None else NO
        match node:
            case HasState(_, state):
                true = _in_state(state, fact, known)
                return Pair(true, neg(true))
            case Present():
                return Pair(known, absent)
            case SaysYes(subject, wanted):
                said = self.value(subject, row).value
                yes, no = (said, z3.Not(said)) if wanted else (z3.Not(said), said)
                return Pair(conj((known, yes)), disj((conj((known, no)), absent)))

    def _list(self, over: Expression) -> tuple[Any, Any, tuple[Symbol | RowSymbol, ...], Any]:
        """Whether a list is stated, whether absent, its members, and how many there are."""
        if not isinstance(over, FactValue):
            raise Unsupported("list")
        fact = self.world.fact(over)
        assert isinstance(fact.value, ListSymbol)
        return fact.stated, fact.absent, fact.value.slots, fact.value.length

    def _contains(self, subject: Expression, member: Expression, row: RowSymbol | Symbol | None) -> Pair:
        stated, absent, slots, length = self._list(subject)
        of = subject.type.of
        if of is None or (of.sort, of.name) != (member.type.sort, member.type.name):
            return Pair(NO, NO)
        asked = self.value(member, row)
        equal = []
        for place, slot in enumerate(slots):
            assert isinstance(slot, Symbol)
            equal.append((length > place, compared(Comparison.EQ, slot, asked, of)))
        return _over(stated, absent, equal, every=False)

    def _quantified(self, every: bool, over: Expression, where: Condition) -> Pair:
        stated, absent, slots, length = self._list(over)
        truths = [(length > place, self.condition(where, slot)) for place, slot in enumerate(slots)]
        return _over(stated, absent, truths, every=every)

    def value(self, node: Expression, row: RowSymbol | Symbol | None = None) -> Symbol:
        """An expression that is no list and no record."""
        key = (node, id(row))
        if key not in self._symbols:
            self._keep(row)
            self._symbols[key] = self._value(node, row)
        return self._symbols[key]

    def _value(self, node: Expression, row: RowSymbol | Symbol | None) -> Symbol:
        match node:
            case Constant(found, type):
                return constant(found, type, self.world)
            case FactValue():
                fact = self.world.fact(node)
                if not isinstance(fact.value, Symbol):
                    raise Unsupported(node.name)
                return Symbol(fact.stated, fact.value.value, fact.value.tag)
            case FieldValue(name):
                found_field = row.fields.get(name) if isinstance(row, RowSymbol) else None
                if found_field is None:
                    raise Unsupported(name)
                return found_field
            case ParameterValue(name):
                return parameter_symbol(self, self.program.parameters[name], self.as_of)
            case Arithmetic(operator, left, right):
                one, other = self.value(left, row), self.value(right, row)
                if left.type.sort is Sort.DATE and right.type.sort in _MONTHS:
                    fresh = f"shift!{id(self)}!{len(self.bounds)}"
                    symbol, bound = shifted(operator, one, other, right.type.sort, fresh)
                    self.bounds.append(bound)
                    self.shifts.append(Shift(operator, one, other, right.type.sort, symbol))
                    return symbol
                return calculated(operator, one, other, (left.type.sort, right.type.sort))
            case Aggregate():
                return self._aggregate(node)

    def _aggregate(self, node: Aggregate) -> Symbol:
        stated, absent, slots, length = self._list(node.over)
        members = []
        for place, slot in enumerate(slots):
            kept = Pair(YES, NO) if node.where is None else self.condition(node.where, slot)
            if node.fold is Fold.COUNT and node.of is None:
                said = Symbol(YES, z3.RealVal(1))
            elif node.of is not None:
                said = self.value(node.of, slot)
            elif isinstance(slot, Symbol):
                said = slot
            else:
                raise Unsupported("record")
            members.append((length > place, kept, said))
        listed = disj((stated, absent)) if node.fold is Fold.COUNT else stated
        present = [(conj((stated, there)), kept, said) for there, kept, said in members]
        return folded(node.fold, node.type, listed, present, self.ranks(node.type))


def _in_state(state: State, fact: FactSymbol | None, known: Any) -> Any:
    match state:
        case State.STATED:
            return known
        case State.UNKNOWN if fact is None:
            return neg(known)
        case State.UNKNOWN:
            assert fact is not None
            return conj((neg(fact.stated), neg(fact.absent), neg(fact.inapplicable)))
        case State.ABSENT:
            return NO if fact is None else fact.absent
        case State.NOT_APPLICABLE:
            return NO if fact is None else fact.inapplicable


def _over(stated: Any, absent: Any, truths: list[tuple[Any, Pair]], *, every: bool) -> Pair:
    """And or or of the members that are there; of an absent list, of none."""
    if every:
        true = conj(disj((neg(there), pair.true)) for there, pair in truths)
        false = disj(conj((there, pair.false)) for there, pair in truths)
        return Pair(disj((conj((stated, true)), absent)), conj((stated, false)))
    true = disj(conj((there, pair.true)) for there, pair in truths)
    false = conj(disj((neg(there), pair.false)) for there, pair in truths)
    return Pair(conj((stated, true)), disj((conj((stated, false)), absent)))
