"""Properties of both evaluators, on generated programs and facts. `agreement.py` sets how many."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import product
from random import Random

from agreement import PROGRAMS, RUN, SEED
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st
from policy_cases import (
    DAYS_JUDGED,
    FACTS,
    PARAMETERS,
    program_of,
    programs,
    random_facts,
    random_reading,
    random_value,
    seeds,
)
from presign.policylang import core
from presign.policylang.arithmetic import calculate
from presign.policylang.compiler import compile_program
from presign.policylang.core import Sort
from presign.policylang.interpreter import evaluate
from presign.policylang.outcome import Outcome, Verdict
from presign.values import NO_READER, NOT_APPLICABLE, Money, Quantity, Rate, Reading, State, Unit

_SETTINGS = settings(deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None)

days = st.sampled_from(DAYS_JUDGED)
sides = st.sampled_from(("seller", "buyer"))


def decided(outcome: Outcome) -> bool:
    return outcome.verdict is not Verdict.UNDECIDED and not outcome.missing and not outcome.unproven


@seed(SEED)
@settings(_SETTINGS, max_examples=PROGRAMS, derandomize=False)
@given(programs(), seeds, days, sides)
def test_compiled_rules_give_what_the_interpreter_gives(
    program: core.Program, drawn: int, day: date, side: str
) -> None:
    rules = compile_program(program)
    cases = ({}, *random_facts(drawn, 4), *random_facts(drawn, 1, stated=True), *random_facts(drawn, 1, misfits=True))
    for case in cases:
        assert rules.evaluate(case, day, side) == evaluate(program, case, day, side)
    RUN.programs += 1
    RUN.rules += len(program.rules)
    RUN.cases += len(cases)


@settings(_SETTINGS, max_examples=250)
@given(programs(states=False), seeds, days)
def test_learning_a_fact_never_flips_a_decided_verdict(program: core.Program, drawn: int, day: date) -> None:
    """Tests of a state (`is unknown`) are left out: they ask what is known, and that changes with what is learned.

    A violation that is only assumed (`when undecided: violated`) names what is missing, so it isn't decided.
    """
    random = Random(drawn)
    rules = compile_program(program)
    for case in random_facts(drawn, 8, unknown_share=0.3):
        learned = {
            name: random_reading(random, type)
            for name, type in FACTS.items()
            if case.get(name, NO_READER).state is State.UNKNOWN and random.random() < 0.5
        }
        told = {**case, **learned}
        for before, after in (
            (rules.evaluate(case, day), rules.evaluate(told, day)),
            (evaluate(program, case, day), evaluate(program, told, day)),
        ):
            for old, new in zip(before, after, strict=True):
                if decided(old):
                    assert (new.verdict, new.missing) == (old.verdict, ())


@settings(_SETTINGS, max_examples=100)
@given(programs(), seeds, days)
def test_an_exception_that_is_not_proven_never_excuses(program: core.Program, drawn: int, day: date) -> None:
    """A proven violation is excused exactly when a rule that asks for the exception's condition is satisfied."""
    for case in random_facts(drawn, 4):
        for rule, outcome in zip(program.rules, evaluate(program, case, day), strict=True):
            excuses = [each for each in rule.excuses if each.period.covers(day)]
            bare = evaluate(program_of(replace(rule, excuses=())), case, day)[0]
            if bare.verdict is not Verdict.VIOLATED or bare.missing:
                assert outcome == bare
                continue
            proven = [evaluate(program_of(_asking(rule, each)), case, day)[0].verdict for each in excuses]
            excused = Verdict.SATISFIED in proven
            assert outcome.verdict is (Verdict.EXCEPTED if excused else Verdict.VIOLATED)
            assert excused or len(outcome.unproven) == sum(each is not Verdict.VIOLATED for each in proven)


def _asking(rule: core.Rule, excuse: core.Excuse) -> core.Rule:
    """A rule that asks for an exception's condition, and nothing else."""
    asked = (excuse.condition,)
    return replace(rule, applies=core.All(()), requires=asked, forbids=(), excuses=(), undecided_is_violated=False)


@settings(_SETTINGS, max_examples=100)
@given(programs(), seeds, days)
def test_the_order_of_rules_does_not_matter(program: core.Program, drawn: int, day: date) -> None:
    shuffled = list(program.rules)
    Random(drawn).shuffle(shuffled)
    for case in random_facts(drawn, 4):
        there = compile_program(program).evaluate(case, day)
        back = compile_program(program_of(*shuffled)).evaluate(case, day)
        assert {each.rule: each for each in there} == {each.rule: each for each in back}


@settings(_SETTINGS, max_examples=150)
@given(programs(states=False), days)
def test_what_is_missing_is_a_fact_or_a_parameter_of_the_rule(program: core.Program, day: date) -> None:
    """With nothing known at all, an undecided rule names what it lacks, each once."""
    for outcome in evaluate(program, {}, day):
        assert len(set(outcome.missing)) == len(outcome.missing)
        assert set(outcome.missing) <= {*FACTS, *PARAMETERS}


@settings(_SETTINGS, max_examples=150)
@given(programs(states=False), days)
def test_where_no_fact_is_applicable_none_is_missing(program: core.Program, day: date) -> None:
    case: dict[str, Reading] = dict.fromkeys(FACTS, NOT_APPLICABLE)
    assert all(outcome.missing == () for outcome in evaluate(program, case, day))


def test_arithmetic_gives_decimals_whatever_the_amounts() -> None:
    """Every sum, product and quotient of amounts is decimal or unknown; a quotient has 28 digits at most."""
    random = Random(1)
    types = dict.fromkeys(type for type in FACTS.values() if type.sort is not Sort.LIST)
    amounts = [random_value(random, type) for type in types for _ in range(6)]
    for left, right, operator in product(amounts, amounts, core.Operator):
        found = calculate(operator, left, right, "CN")
        assert not _floats(found), (left, operator, right)
    third = calculate(core.Operator.OVER, Money(Decimal(1), "CNY"), Quantity(Decimal(3), Unit.NUMBER))
    assert third == Money(Decimal("0." + "3" * 28), "CNY")


def _floats(found: object) -> bool:
    match found:
        case float():
            return True
        case Money(amount) | Quantity(amount) | Rate(amount):
            return not isinstance(amount, Decimal)
        case tuple():
            return any(_floats(each) for each in found)
        case _:
            return False
