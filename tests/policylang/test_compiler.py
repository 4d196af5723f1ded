"""What only the compiled rules have: nesting, size, days kept, no trace of one case in the next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from policy_cases import DAYS, MONEY, days, fact, money, parameter, program_of
from presign.policylang import core
from presign.policylang.compiler import compile_program
from presign.policylang.core import Comparison
from presign.policylang.interpreter import evaluate
from presign.policylang.outcome import Verdict
from presign.values import ABSENT, Reading, known

DAY = date(2026, 4, 15)


def rule(id: str, *requires: core.Condition) -> core.Rule:
    return core.Rule(id, core.Texts(id), core.Severity.LOW, core.All(()), requires, ())


def within(limit: int) -> core.Condition:
    return core.Compare(Comparison.LE, fact("d1"), core.Constant(days(limit), DAYS))


def nested(depth: int) -> core.Condition:
    """A condition of an even number of negations and one-part conjunctions around a comparison."""
    condition = within(60)
    for _ in range(depth):
        condition = core.Not(core.Any((core.Not(condition), core.SaysYes(fact("y1"), True))))
    return condition


@pytest.mark.parametrize("facts", [{"d1": known(days(60)), "y1": known(False)}, {"d1": known(days(60)), "y1": ABSENT}])
def test_conditions_nested_as_deep_as_the_language_allows(facts: dict[str, Reading]) -> None:
    program = program_of(rule("R-1", nested(66)))
    assert compile_program(program).evaluate(facts, DAY)[0].verdict is Verdict.SATISFIED
    assert evaluate(program, facts, DAY)[0].verdict is Verdict.SATISFIED
    assert compile_program(program).evaluate({}, DAY)[0].missing == ("d1", "y1")


@pytest.mark.parametrize("depth", [90, 20_000])
def test_a_condition_nested_deeper_ends_its_rule_in_error(depth: int) -> None:
    program = program_of(rule("R-1", nested(depth)), rule("R-2", within(60)))
    facts = {"d1": known(days(60)), "y1": known(False)}
    for outcomes in (compile_program(program).evaluate(facts, DAY), evaluate(program, facts, DAY)):
        assert [outcome.verdict for outcome in outcomes] == [Verdict.ERROR, Verdict.SATISFIED]


def test_lists_within_lists_as_deep_as_they_come() -> None:
    """Python itself stops at twenty nested loops."""
    condition = within(60)
    for _ in range(40):
        condition = core.Quantified(False, fact("rows"), condition)
    facts = {"d1": known(days(60)), "rows": known(())}
    assert compile_program(program_of(rule("R-1", condition))).evaluate(facts, DAY)[0].verdict is Verdict.VIOLATED


def test_thousands_of_parts() -> None:
    program = program_of(rule("R-1", core.All(tuple(within(limit) for limit in range(60, 2060)))))
    rules = compile_program(program)
    assert rules.evaluate({"d1": known(days(60))}, DAY)[0].verdict is Verdict.SATISFIED
    assert rules.evaluate({}, DAY)[0].missing == ("d1",)


def test_one_case_leaves_nothing_to_the_next() -> None:
    rules = compile_program(program_of(rule("R-1", within(60)), rule("R-2", within(30))))
    first = rules.evaluate({"d1": known(days(45))}, DAY)
    rules.evaluate({"d1": known("soon")}, DAY)
    rules.evaluate({}, DAY)
    assert [outcome.verdict for outcome in first] == [Verdict.SATISFIED, Verdict.VIOLATED]
    assert rules.evaluate({"d1": known(days(45))}, DAY) == first


def test_what_is_missing_is_not_remembered_from_another_day() -> None:
    """The same facts are unknown, the same truths come out, yet in summer the parameter has no version."""
    rules = compile_program(program_of(rule("R-1", core.Compare(Comparison.LE, fact("d1"), parameter("limit")))))
    facts = {"d1": known(days(1)), "g1": known("D")}
    assert rules.evaluate(facts, date(2026, 4, 1))[0].missing == ("limit",)
    assert rules.evaluate({"d1": known(days(1))}, date(2026, 4, 1))[0].missing == ("g1",)
    assert rules.evaluate({"d1": known(days(1)), "g1": known("A")}, date(2026, 4, 1))[0].missing == ()


def test_many_as_of_dates() -> None:
    sunset = replace(rule("R-1", within(60)), period=core.Period(None, date(2026, 6, 30)))
    rules = compile_program(program_of(sunset))
    for shift in range(200):
        day = date(2026, 4, 1) + timedelta(days=shift)
        expected = Verdict.VIOLATED if day <= date(2026, 6, 30) else Verdict.NOT_APPLICABLE
        assert rules.evaluate({"d1": known(days(90))}, day)[0].verdict is expected


def test_no_rules_give_no_outcomes() -> None:
    assert compile_program(program_of()).evaluate({}, DAY) == ()


def test_a_comparison_of_two_rules_is_made_once_for_both() -> None:
    rules = compile_program(program_of(rule("R-1", within(60)), rule("R-2", within(60)), rule("R-3", within(30))))
    assert rules.generated.source.text.count("<=") == 2
    verdicts = [each.verdict for each in rules.evaluate({"d1": known(days(45))}, DAY)]
    assert verdicts == [Verdict.SATISFIED, Verdict.SATISFIED, Verdict.VIOLATED]


def test_amounts_of_another_currency_stay_unknown_where_others_are_compared() -> None:
    """Most amounts of the policy are in yuan; the usual function compares amounts without looking at currencies."""
    limit = core.Compare(Comparison.LE, fact("m1"), core.Constant(money(100), MONEY))
    rules = compile_program(program_of(rule("R-1", limit), rule("R-2", within(60))))
    for amount, expected in (
        (money(100), Verdict.SATISFIED),
        (money(101), Verdict.VIOLATED),
        (money(1, "USD"), Verdict.UNDECIDED),
    ):
        facts = {"m1": known(amount), "d1": known(days(60))}
        outcomes = rules.evaluate(facts, DAY)
        assert [each.verdict for each in outcomes] == [expected, Verdict.SATISFIED]
        assert outcomes == evaluate(rules.program, facts, DAY)


def test_a_rule_in_error_is_so_though_no_rule_looks_at_its_value() -> None:
    deep = rule("R-1", nested(90))
    outcomes = compile_program(program_of(deep)).evaluate({"d1": known("soon")}, DAY)
    assert outcomes == evaluate(program_of(deep), {"d1": known("soon")}, DAY)
    assert outcomes[0].missing == ("d1",)
