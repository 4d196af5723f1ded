"""Which changes turn a verdict: one at a time, then two, then three, each proven by the definition."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations, islice, product

from ...values import NO_READER, Reading
from ..core import Comparison, Program, Rule, Source
from ..interpreter import evaluate
from ..outcome import Outcome, Verdict
from ..traversal import conditions_of, nodes
from .model import Aim, Change, Plan, Role
from .place import changed

_PLANS = 4
_WORK = 150_000
"""How many conditions and expressions are judged in a search, about a second's worth."""
_LEAST_TRIALS = 20
_JOINED = 60
"""How many changes are tried together with others."""
_SAMPLED = 12
_SOURCES = {Source.CONTRACT: 0, Source.CASE: 1, Source.DERIVED: 2}
_ROLES = {Role.REQUIRES: 0, Role.FORBIDS: 0, Role.APPLIES: 1, Role.EXCUSE: 2}
_AIMS = (Aim.VALUE, Aim.STRUCK, Aim.COUNT, Aim.STATED, Aim.EACH, Aim.WITH, Aim.WITHOUT)

Candidate = tuple[Role, Change]
Goal = Callable[[Outcome], bool]


@dataclass(frozen=True, slots=True)
class Trial:
    """A rule judged alone on changed facts."""

    rule: Rule
    program: Program
    facts: Mapping[str, Reading]
    as_of: date
    side: str

    def outcome(self, changes: Sequence[Change] = (), samples: Sequence[Reading] = ()) -> Outcome:
        """The outcome with a sample of each change put in its place."""
        facts = dict(self.facts)
        for change, sample in zip(changes, samples, strict=True):
            name = change.slot.fact
            facts[name] = changed(facts.get(name, NO_READER), change.slot, sample)
        return evaluate(replace(self.program, rules=(self.rule,)), facts, self.as_of, self.side)[0]

    def proves(self, changes: Sequence[Change], goal: Goal) -> Outcome | None:
        """The outcome of changes of which every sample reaches the goal; None when one doesn't."""
        if not all(change.samples for change in changes):
            return None
        first: Outcome | None = None
        for samples in islice(product(*(change.samples for change in changes)), _SAMPLED):
            outcome = self.outcome(changes, samples)
            if not goal(outcome) or (first is not None and outcome != first):
                return None
            first = outcome
        return first


def plans(candidates: Sequence[Candidate], trial: Trial, goal: Goal) -> tuple[Plan, ...]:
    """The least plans that reach a goal, at most four; plans of more changes only where fewer don't do.

    Records are struck out of a list only where nothing else helps: what they say would have to stand elsewhere.
    """
    ordered = sorted(_distinct(candidates), key=lambda each: _rank(each, trial.program))
    offered = [change for _, change in ordered]
    kept = [change for change in offered if not (change.aim is Aim.WITHOUT and change.slot.records)]
    return _least(kept, trial, goal) or (_least(offered, trial, goal) if len(offered) > len(kept) else ())


def follow_up(first: Change, candidates: Sequence[Candidate], trial: Trial, goal: Goal) -> Plan | None:
    """A plan of two changes of which the second only shows once the first is made; None when none reaches the goal."""
    ordered = sorted(_distinct(candidates), key=lambda each: _rank(each, trial.program))
    for _, change in ordered:
        both = (first, change)
        if _apart(both) and (outcome := trial.proves(both, goal)) is not None:
            return _plan(both, outcome)
    return None


def _plan(changes: Sequence[Change], outcome: Outcome) -> Plan:
    excused = outcome.exception if outcome.verdict is Verdict.EXCEPTED else ""
    return Plan(tuple(sorted(changes, key=lambda change: bool(change.slot.field))), outcome.verdict, excused)


def _least(offered: Sequence[Change], trial: Trial, goal: Goal) -> tuple[Plan, ...]:
    left = max(_LEAST_TRIALS, _WORK // _size(trial.rule, trial.program))
    for size in (1, 2, 3):
        joined = offered if size == 1 else offered[:_JOINED]
        tried = list(islice((each for each in combinations(joined, size) if _apart(each)), left))
        left -= len(tried)
        proven = ((each, trial.proves(each, goal)) for each in tried)
        found = [_plan(each, outcome) for each, outcome in proven if outcome is not None]
        if found:
            return tuple(_one_each(_merged(found) if size == 1 else found))[:_PLANS]
    return ()


def _size(rule: Rule, program: Program) -> int:
    return 1 + sum(1 for condition in conditions_of(rule) for _ in nodes(condition, program))


def _one_each(found: Iterable[Plan]) -> Iterator[Plan]:
    """Of the plans that change the same facts the first: other records of a list, or other fields, are no news."""
    seen: set[frozenset[str]] = set()
    for plan in found:
        facts = frozenset(change.slot.fact for change in plan.changes)
        if facts not in seen:
            seen.add(facts)
            yield plan


def _distinct(candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    seen = set()
    for role, change in candidates:
        key = (change.slot, change.aim, change.sign, change.values, str(change.where), change.holds)
        if key not in seen:
            seen.add(key)
            yield role, change


def _rank(candidate: Candidate, program: Program) -> tuple[int, int, bool, int, bool]:
    role, change = candidate
    declared = program.facts.get(change.slot.fact)
    source = _SOURCES[declared.source] if declared is not None else 0
    denied = change.values == (False,)
    unsaid = bool(change.slot.field) and change.now.value is None
    return _ROLES[role], source, unsaid, _AIMS.index(Aim.STRUCK if denied else change.aim), denied


def _apart(changes: Sequence[Change]) -> bool:
    """Whether the changes are of different facts, or of different fields and records of a list."""
    for one, other in combinations(changes, 2):
        if one.slot.fact != other.slot.fact:
            continue
        fields = one.slot.field and other.slot.field
        same = one.slot.field == other.slot.field and set(one.slot.records) & set(other.slot.records)
        if not fields or same:
            return False
    return True


def _merged(found: Sequence[Plan]) -> Iterator[Plan]:
    """Plans of one change, one a fact: several members in one, and no value that the first already speaks of."""
    left = list(found)
    while left:
        plan = left.pop(0)
        change = plan.changes[0]
        rivals = [other for other in left if other.changes[0].slot == change.slot]
        left = [other for other in left if other not in rivals]
        values = change.values
        if change.aim is Aim.VALUE and change.sign is Comparison.EQ:
            values += tuple(value for other in rivals if _alike(other, plan) for value in other.changes[0].values)
        yield replace(plan, changes=(replace(change, values=tuple(dict.fromkeys(values))),))


def _alike(one: Plan, other: Plan) -> bool:
    exact = one.changes[0].aim is Aim.VALUE and one.changes[0].sign is Comparison.EQ
    return exact and (one.verdict, one.exception) == (other.verdict, other.exception)
