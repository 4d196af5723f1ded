"""Why a rule ended as it did: the proof of one verdict, from the evaluation itself."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import islice

from ..values import Reading
from .core import ALWAYS, Comparison, Condition, Excuse, Program, Rule
from .interpreter import evaluate
from .kleene import Truth, negation
from .outcome import Outcome, Verdict
from .reasons.changes import changes
from .reasons.deciding import mark
from .reasons.model import Aim, Change, Clause, Plan, Reasons, Role, Scope
from .reasons.place import Place, with_slot
from .reasons.search import Candidate, Goal, Trial, follow_up, plans
from .reasons.trace import Case, trace
from .scope import in_force, switched_off

__all__ = ["Reasons", "explain"]

_CHOICES = 16
_IN_TURN = 3
_MOST = 4
_EXCUSED = 2


def explain(
    rule: Rule,
    program: Program,
    facts: Mapping[str, Reading],
    as_of: date,
    side: str = "seller",
    fixed: Collection[str] = (),
) -> Reasons:
    """The proof of the verdict on a rule, with the least changes of facts that would turn it.

    `fixed` names facts that no change may touch (today's date). The clauses of a rule that isn't in force are judged as
    if it were, and `scope` says what it lacks. Where a fact's value doesn't fit its type there is nothing to judge.
    """
    outcome = _outcome(rule, program, facts, as_of, side)
    live = in_force(rule, as_of, side)
    scope = Scope(
        live,
        rule.period,
        rule.period.covers(as_of),
        rule.side,
        rule.side in (side, "both"),
        rule.off if switched_off(rule, as_of) else None,
        None if live else _outcome(_released(rule), program, facts, as_of, side).verdict,
    )
    if Verdict.ERROR in (outcome.verdict, scope.would):
        return Reasons(rule, outcome, scope)
    case = Case(program, facts, as_of)
    clauses = tuple(_marked(_clauses(rule, case), outcome))
    if not live:
        return Reasons(rule, outcome, scope, clauses)
    trial = Trial(rule, program, facts, as_of, side)
    mending = () if _settled(outcome) else _mending(clauses, case, trial, fixed)
    firing = () if _proven(outcome) else _plans(False, clauses, case, trial, fixed, _proven)
    return Reasons(rule, outcome, scope, clauses, mending, firing)


def _outcome(rule: Rule, program: Program, facts: Mapping[str, Reading], as_of: date, side: str) -> Outcome:
    return evaluate(replace(program, rules=(rule,)), facts, as_of, side)[0]


def _released(rule: Rule) -> Rule:
    """The rule as if it were in force for every side."""
    return replace(rule, period=ALWAYS, side="both", off=None)


def _settled(outcome: Outcome) -> bool:
    """Whether there is nothing to mend."""
    return outcome.verdict not in (Verdict.VIOLATED, Verdict.UNDECIDED)


def _proven(outcome: Outcome) -> bool:
    """Whether the rule is violated whatever is learned; not one that is taken for violated while it is undecided."""
    return outcome.verdict is Verdict.VIOLATED and not outcome.missing


# --- the clauses ------------------------------------------------------------------------------------------------------


def _clauses(rule: Rule, case: Case) -> Iterator[Clause]:
    yield _clause(Role.APPLIES, rule.applies, case)
    yield from (_clause(Role.REQUIRES, each, case) for each in rule.requires)
    yield from (_clause(Role.FORBIDS, each, case) for each in rule.forbids)
    yield from (_excuse(each, case) for each in rule.excuses)


def _clause(role: Role, condition: Condition, case: Case) -> Clause:
    node = mark(trace(condition, case))
    return Clause(role, node, negation(node.truth) if role is Role.FORBIDS else node.truth)


def _excuse(excuse: Excuse, case: Case) -> Clause:
    clause = _clause(Role.EXCUSE, excuse.condition, case)
    return replace(clause, name=excuse.name, source=excuse.source, in_force=excuse.period.covers(case.as_of))


def _marked(clauses: Iterator[Clause], outcome: Outcome) -> Iterator[Clause]:
    judged = tuple(clauses)
    broken = any(each.met is False for each in judged if each.role in (Role.REQUIRES, Role.FORBIDS))
    for clause in judged:
        yield replace(clause, decisive=_decisive(clause, outcome, judged[0].met, broken))


def _decisive(clause: Clause, outcome: Outcome, applies: Truth, broken: bool) -> bool:
    """Whether a clause brought the verdict about: what failed, else what wasn't known, else all that was met."""
    if applies is not True and clause.role is Role.APPLIES:
        return True
    if applies is False:
        return False
    match clause.role:
        case Role.APPLIES:
            return False
        case Role.EXCUSE:
            return outcome.verdict is Verdict.EXCEPTED and clause.name == outcome.exception
        case _ if broken:
            return applies is True and clause.met is False
        case _:
            return clause.met is None or outcome.verdict is Verdict.SATISFIED


# --- the changes ------------------------------------------------------------------------------------------------------


def _mending(clauses: tuple[Clause, ...], case: Case, trial: Trial, fixed: Collection[str]) -> tuple[Plan, ...]:
    """The least changes that satisfy the rule, then those that prove an exception while it stays broken."""
    satisfied = _plans(True, clauses, case, trial, fixed, _is(Verdict.SATISFIED))
    excuses = tuple(clause for clause in clauses if clause.role is Role.EXCUSE)
    excused = _plans(True, excuses, case, trial, fixed, _is(Verdict.EXCEPTED)) if excuses else ()
    return (*satisfied[: _MOST - min(len(excused), _EXCUSED)], *excused[:_EXCUSED])


def _is(verdict: Verdict) -> Goal:
    return lambda outcome: outcome.verdict is verdict


def _plans(
    mend: bool, clauses: tuple[Clause, ...], case: Case, trial: Trial, fixed: Collection[str], goal: Goal
) -> tuple[Plan, ...]:
    """The least changes that reach a goal by making clauses as they should be (`mend`), or as they shouldn't."""
    offered = list(_offered(mend, clauses, case, fixed))
    return plans(offered, trial, goal) or tuple(_in_turn(mend, offered, clauses, case, trial, fixed, goal))[:_IN_TURN]


def _offered(mend: bool, clauses: tuple[Clause, ...], case: Case, fixed: Collection[str]) -> Iterator[Candidate]:
    for clause in clauses:
        if clause.in_force:
            for change in changes(clause.node.condition, _wanted(clause.role, mend), Place(case)):
                if change.slot.fact not in fixed:
                    yield clause.role, change


def _in_turn(
    mend: bool,
    offered: list[Candidate],
    clauses: tuple[Clause, ...],
    case: Case,
    trial: Trial,
    fixed: Collection[str],
    goal: Goal,
) -> Iterator[Plan]:
    """Plans whose first change brings a bound to light: the grade of a customer, and the days that grade allows."""
    for change in islice(dict.fromkeys(change for _, change in offered if _is_choice(change)), _CHOICES):
        then = with_slot(case, change.slot, change.samples[0])
        seen = {each for _, each in offered}
        fresh = [each for each in _offered(mend, clauses, then, {*fixed, change.slot.fact}) if each[1] not in seen]
        plan = follow_up(change, fresh, trial, goal)
        if plan is not None:
            yield plan


def _is_choice(change: Change) -> bool:
    return change.aim is Aim.VALUE and change.sign is Comparison.EQ and not change.slot.field and bool(change.samples)


def _wanted(role: Role, mend: bool) -> bool:
    """The truth a clause must have. A rule that doesn't apply neither satisfies nor fires."""
    match role:
        case Role.APPLIES:
            return True
        case Role.FORBIDS:
            return not mend
        case _:
            return mend
