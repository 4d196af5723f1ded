"""Properties of both evaluators, on generated programs and facts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from policy_cases import DAYS_JUDGED, FACTS, program_of, programs, random_facts, random_reading, seeds
from presign.policylang import core
from presign.policylang.compiler import compile_program
from presign.policylang.interpreter import evaluate
from presign.policylang.outcome import Outcome, Verdict
from presign.values import NO_READER, NOT_APPLICABLE, Reading, State

_SETTINGS = settings(deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None)

days = st.sampled_from(DAYS_JUDGED)
sides = st.sampled_from(("seller", "buyer"))


def decided(outcome: Outcome) -> bool:
    return outcome.verdict is not Verdict.UNDECIDED and not outcome.missing and not outcome.unproven


@settings(_SETTINGS, max_examples=400)
@given(programs(), seeds, days, sides)
def test_compiled_rules_give_what_the_interpreter_gives(program: core.Program, seed: int, day: date, side: str) -> None:
    rules = compile_program(program)
    for case in ({}, *random_facts(seed, 12), *random_facts(seed, 2, misfits=True)):
        assert rules.evaluate(case, day, side) == evaluate(program, case, day, side)


@settings(_SETTINGS, max_examples=200)
@given(programs(states=False), seeds, days)
def test_learning_a_fact_never_flips_a_decided_verdict(program: core.Program, seed: int, day: date) -> None:
    """Tests of a state (`is unknown`) are left out: they ask what is known, and that changes with what is learned."""
    random = Random(seed)
    for case in random_facts(seed, 8):
        learned = {
            name: random_reading(random, type)
            for name, type in FACTS.items()
            if case.get(name, NO_READER).state is State.UNKNOWN and random.random() < 0.5
        }
        before, after = evaluate(program, case, day), evaluate(program, {**case, **learned}, day)
        for old, new in zip(before, after, strict=True):
            if decided(old):
                assert (new.verdict, new.missing) == (old.verdict, ())


@settings(_SETTINGS, max_examples=100)
@given(programs(), seeds, days)
def test_an_exception_that_is_not_proven_never_excuses(program: core.Program, seed: int, day: date) -> None:
    """A proven violation is excused exactly when a rule that asks for the exception's condition is satisfied."""
    for case in random_facts(seed, 4):
        for rule, outcome in zip(program.rules, evaluate(program, case, day), strict=True):
            bare = evaluate(program_of(replace(rule, excuses=())), case, day)[0]
            if bare.verdict is not Verdict.VIOLATED or bare.missing:
                assert outcome == bare
                continue
            proven = [evaluate(program_of(_asking(rule, each)), case, day)[0].verdict for each in rule.excuses]
            excused = Verdict.SATISFIED in proven
            assert outcome.verdict is (Verdict.EXCEPTED if excused else Verdict.VIOLATED)
            assert excused or len(outcome.unproven) == sum(each is not Verdict.VIOLATED for each in proven)


def _asking(rule: core.Rule, excuse: core.Excuse) -> core.Rule:
    """A rule that asks for an exception's condition, and nothing else."""
    asked = (excuse.condition,)
    return replace(rule, applies=core.All(()), requires=asked, forbids=(), excuses=(), undecided_is_violated=False)


@settings(_SETTINGS, max_examples=100)
@given(programs(), seeds, days)
def test_the_order_of_rules_does_not_matter(program: core.Program, seed: int, day: date) -> None:
    shuffled = list(program.rules)
    Random(seed).shuffle(shuffled)
    for case in random_facts(seed, 4):
        there = compile_program(program).evaluate(case, day)
        back = compile_program(program_of(*shuffled)).evaluate(case, day)
        assert {each.rule: each for each in there} == {each.rule: each for each in back}


@settings(_SETTINGS, max_examples=150)
@given(programs(states=False), days)
def test_what_is_missing_is_a_fact_or_a_parameter_of_the_rule(program: core.Program, day: date) -> None:
    """With nothing known at all, an undecided rule names what it lacks, each once."""
    for outcome in evaluate(program, {}, day):
        assert len(set(outcome.missing)) == len(outcome.missing)
        assert set(outcome.missing) <= {*FACTS, "limit", "cap", "least"}


@settings(_SETTINGS, max_examples=150)
@given(programs(states=False), days)
def test_where_no_fact_is_applicable_none_is_missing(program: core.Program, day: date) -> None:
    case: dict[str, Reading] = dict.fromkeys(FACTS, NOT_APPLICABLE)
    assert all(outcome.missing == () for outcome in evaluate(program, case, day))
