"""The verdicts of rules, and whole queries, as formulas."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import z3

from ..core import All, Condition, Not, Program, Rule
from ..core import Any as Some
from ..outcome import Verdict
from ..scope import excuses_on, in_force
from ..traversal import demand_of, facts_in, parameters_in
from .encode import Encoder
from .encode_terms import NO, YES
from .query import Both, Differ, Ends, Holds, Neither, Query, side_of
from .symbols import World, conj, disj, neg

_COMPARED = (Verdict.VIOLATED, Verdict.SATISFIED, Verdict.EXCEPTED, Verdict.UNDECIDED, Verdict.NOT_APPLICABLE)


@dataclass(slots=True)
class Formulas:
    """The formulas of queries about one world as of a day; a program and a rule are encoded once."""

    world: World
    as_of: date
    _encoders: dict[int, Encoder] = field(default_factory=dict)
    _verdicts: dict[tuple[int, int], tuple[Rule, Mapping[Verdict, Any]]] = field(default_factory=dict)
    """By identity, each with what it is the identity of, so that none is used again for another."""

    def encoder(self, program: Program) -> Encoder:
        """The encoder of one of the world's programs."""
        if id(program) not in self._encoders:
            self._encoders[id(program)] = Encoder(self.world, program, self.as_of)
        return self._encoders[id(program)]

    def bounds(self) -> list[Any]:
        """What is known of values that aren't exact."""
        return [bound for encoder in self._encoders.values() for bound in encoder.bounds]

    def pinned(self, day: date) -> list[Any]:
        """What makes dates moved by months exact: they all start on one day."""
        return [exact for encoder in self._encoders.values() for shift in encoder.shifts for exact in shift.pinned(day)]

    def formula(self, query: Query) -> Any:
        """What makes a query so."""
        match query:
            case Ends(program, rule, verdicts):
                found = self.verdicts(program, rule)
                return disj(found.get(each, NO) for each in sorted(verdicts))
            case Holds(program, condition, truth):
                pair = self.encoder(program).condition(condition)
                if truth is None:
                    return conj((neg(pair.true), neg(pair.false)))
                return pair.true if truth else pair.false
            case Differ(old, before, new, after):
                there, here = self.verdicts(old, before), self.verdicts(new, after)
                return disj(z3.Xor(there.get(each, NO), here.get(each, NO)) for each in _COMPARED)
            case Both(parts):
                return conj(self.formula(part) for part in parts)
            case Neither(parts):
                return conj(neg(self.formula(part)) for part in parts)

    def verdicts(self, program: Program, rule: Rule) -> Mapping[Verdict, Any]:
        """When a rule ends in each verdict, for the side it watches for."""
        key = (id(program), id(rule))
        if key not in self._verdicts:
            self._verdicts[key] = (rule, self._judged(self.encoder(program), rule))
        return self._verdicts[key][1]

    def _judged(self, encoder: Encoder, rule: Rule) -> Mapping[Verdict, Any]:
        if not in_force(rule, self.as_of, side_of(rule)):
            return {Verdict.NOT_APPLICABLE: YES}
        demand = demand_of(rule)
        applies, met = encoder.condition(rule.applies), encoder.condition(demand)
        failed = conj((applies.true, met.false))
        excused = disj(encoder.condition(each.condition).true for each in excuses_on(rule, self.as_of))
        undecided = conj((neg(applies.false), neg(conj((applies.true, disj((met.true, met.false)))))))
        nothing = self._nothing_to_judge(encoder, rule.applies, demand)
        still_open = conj((undecided, neg(nothing)))
        assumed = rule.undecided_is_violated
        return {
            Verdict.NOT_APPLICABLE: disj((applies.false, conj((undecided, nothing)))),
            Verdict.SATISFIED: conj((applies.true, met.true)),
            Verdict.EXCEPTED: conj((failed, excused)),
            Verdict.VIOLATED: disj((conj((failed, neg(excused))), still_open if assumed else NO)),
            Verdict.UNDECIDED: NO if assumed else still_open,
        }

    def _nothing_to_judge(self, encoder: Encoder, applies: Condition, demand: Condition) -> Any:
        """Whether all that keeps an undecided rule undecided is not applicable."""
        why, what = _lacking(encoder, applies), _lacking(encoder, demand)
        return z3.If(why.some, why.inapplicable, conj((what.some, what.inapplicable)))


@dataclass(frozen=True, slots=True)
class _Lacking:
    """What keeps a condition unknown (`interpreter._missing`): whether it is anything, and all of it not applicable."""

    some: Any
    inapplicable: Any


def _lacking(encoder: Encoder, condition: Condition) -> _Lacking:
    pair = encoder.condition(condition)
    unknown = conj((neg(pair.true), neg(pair.false)))
    match condition:
        case All(parts) | Some(parts):
            found = [_lacking(encoder, part) for part in parts]
        case Not(part):
            found = [_lacking(encoder, part)]
        case _:
            found = [_lacking_in_leaf(encoder, condition)]
    some = conj((unknown, disj(each.some for each in found)))
    return _Lacking(some, disj((neg(unknown), conj(each.inapplicable for each in found))))


def _lacking_in_leaf(encoder: Encoder, leaf: Condition) -> _Lacking:
    """Of an unknown leaf: its facts that aren't stated, else parameters without a value, else all its facts."""
    program = encoder.program
    facts = [encoder.world.fact(each) for each in facts_in(leaf, program, states=False)]
    if facts:
        blank = disj(neg(fact.stated) for fact in facts)
        return _Lacking(YES, conj((blank, *(disj((fact.stated, fact.inapplicable)) for fact in facts))))
    some = disj(neg(encoder.value(each).known) for each in parameters_in(leaf, program))
    return _Lacking(some, neg(some))
