"""The solver against the interpreter, on generated programs: what it finds is so, what it rules out never happens."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from analysis_cases import DAY, program
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from policy_cases import DAYS_JUDGED, program_of, programs, random_facts, rules, seeds
from presign.policylang import core
from presign.policylang.analysis.query import Both, Case, Differ, Holds, ends, holds, verdict
from presign.policylang.analysis.solver import UNSURE, Answer, Solver
from presign.policylang.outcome import Verdict
from presign.values import Money, Quantity, Rate, Record, State, Value

_SETTINGS = settings(deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None)
ENDS = (Verdict.VIOLATED, Verdict.SATISFIED, Verdict.EXCEPTED, Verdict.UNDECIDED, Verdict.NOT_APPLICABLE)

days = st.sampled_from(DAYS_JUDGED)


def below_zero(value: Value | None) -> bool:
    """The solver doesn't look at amounts below zero: no contract has them."""
    match value:
        case Money(amount) | Quantity(amount) | Rate(amount):
            return amount < 0
        case Record(fields):
            return any(below_zero(each) for _, each in fields)
        case tuple():
            return any(below_zero(each) for each in value)
        case _:
            return False


def cases(seed: int, count: int) -> list[Case]:
    return [
        case for case in random_facts(seed, count) if not any(below_zero(reading.value) for reading in case.values())
    ]


@settings(_SETTINGS, max_examples=60)
@given(programs(), seeds, days)
def test_what_is_found_is_so_and_what_is_ruled_out_never_happens(program: core.Program, seed: int, day: date) -> None:
    solver = Solver((program,), day)
    drawn = cases(seed, 200)
    for rule in program.rules:
        seen = {verdict(program, rule, case, day) for case in drawn}
        for wanted in ENDS:
            query = ends(program, rule, wanted)
            found = solver.find(query)
            if found is None:
                assert wanted not in seen
            elif not isinstance(found, Answer):
                assert holds(query, found, day)
    assert solver.disagreements == []


@settings(_SETTINGS, max_examples=40)
@given(rules(), rules(), st.integers(0, 3), seeds, days)
def test_two_versions_that_can_not_be_told_apart_never_differ(
    before: core.Rule, other: core.Rule, kind: int, seed: int, day: date
) -> None:
    after = (
        other,
        replace(before, requires=other.requires),
        replace(before, excuses=other.excuses),
        replace(before, requires=tuple(reversed(before.requires))),
    )[kind]
    old, new = program_of(before), program_of(after)
    solver = Solver((old, new), day)
    query = Differ(old, before, new, after)
    found = solver.find(query)
    if found is None:
        assert not any(holds(query, case, day) for case in cases(seed, 100))
    assert solver.disagreements == []


RULE = 'rule T-01 en "t" severity high applies when {applies} requires {requires}'


def _solved(applies: str, requires: str) -> tuple[core.Program, Solver]:
    found = program(RULE.format(applies=applies, requires=requires))
    return found, Solver((found,), DAY)


def test_a_case_states_as_much_as_it_can_and_no_more_than_it_needs() -> None:
    found, solver = _solved("net_days is stated or net_days is absent", "net_days <= 30 days and prepay >= 10%")
    case = solver.find(ends(found, found.rules[0], Verdict.VIOLATED))
    assert case is not None and not isinstance(case, Answer)
    assert {reading.state for reading in case.values()} == {State.STATED}
    for name in case:
        rest = {each: reading for each, reading in case.items() if each != name}
        assert not holds(ends(found, found.rules[0], Verdict.VIOLATED), rest, DAY)


def test_a_state_nobody_states_is_found_where_it_is_asked_for() -> None:
    found, solver = _solved("net_days is not applicable", "retention is absent")
    case = solver.find(ends(found, found.rules[0], Verdict.SATISFIED))
    assert case is not None and not isinstance(case, Answer)
    assert {name: reading.state for name, reading in case.items()} == {
        "net_days": State.NOT_APPLICABLE,
        "retention": State.ABSENT,
    }


@pytest.mark.parametrize("applies", ["count of words > 50", "due > signed + 1 month and due < signed + 27 days"])
def test_what_can_not_be_proven_is_unsure_or_none_but_never_a_case(applies: str) -> None:
    found, solver = _solved(applies, "secured is yes")
    answer = solver.find(Holds(found, found.rules[0].applies, True))
    assert answer is UNSURE or answer is None


def test_a_day_moved_by_months_is_found_where_bounds_are_enough() -> None:
    found, solver = _solved("due > signed + 6 months", "due < signed + 2 years")
    rule = found.rules[0]
    for wanted in (Verdict.VIOLATED, Verdict.SATISFIED):
        case = solver.find(Both((ends(found, rule, wanted),)))
        assert case is not None and not isinstance(case, Answer)
