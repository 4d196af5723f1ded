"""Examples are run against an evaluator, and what didn't come as expected is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from policy_cases import DAYS, days, fact, parameter, program_of
from presign.policylang import core
from presign.policylang.compiler import compile_program
from presign.policylang.core import Comparison, Example, Expected
from presign.policylang.examples import ExampleResult, Mismatch, run_examples
from presign.policylang.outcome import Outcome, Verdict
from presign.values import ABSENT, NO_READER, Reading, known

RULE = core.Rule(
    "CRT-01",
    core.Texts("too long"),
    core.Severity.HIGH,
    core.All(()),
    (core.Compare(Comparison.LE, fact("d1"), core.Constant(days(60), DAYS)),),
    (),
)


def example(
    *given: tuple[str, Reading],
    expect: Expected,
    texts: tuple[tuple[str, str], ...] = (),
    facts: tuple[tuple[str, Reading], ...] = (),
    rule: str = "CRT-01",
    as_of: date | None = date(2026, 4, 15),
) -> Example:
    return Example(rule, "case", given, texts, facts, ((rule, expect),), as_of)


def run(*examples: Example, rules: tuple[core.Rule, ...] = (RULE,)) -> tuple[ExampleResult, ...]:
    def read(language: str, text: str) -> Mapping[str, Reading]:
        assert language == "en"
        return {"d1": known(days(len(text.split()))), "d2": ABSENT}

    program = replace(program_of(*rules), examples=examples)
    return run_examples(program, compile_program(program).evaluate, read)


def test_an_example_that_comes_true_passes() -> None:
    (result,) = run(example(("d1", known(days(90))), expect=Expected.VIOLATED))
    assert result.passed
    assert result.mismatches == ()


def test_a_verdict_that_doesn_t_come_is_told() -> None:
    (result,) = run(example(("d1", known(days(30))), expect=Expected.VIOLATED))
    assert not result.passed
    assert result.mismatches == (Mismatch("CRT-01", Expected.VIOLATED, Outcome("CRT-01", Verdict.SATISFIED)),)


def test_what_is_given_stands_above_what_is_read() -> None:
    text = (("en", "three plain words"),)
    read, given = run(
        example(expect=Expected.SATISFIED, texts=text, facts=(("d1", known(days(3))), ("d2", ABSENT))),
        example(("d1", known(days(90))), expect=Expected.VIOLATED, texts=text, facts=(("d1", known(days(90))),)),
    )
    assert read.passed
    assert given.passed


def test_an_expected_fact_is_compared_by_state_and_value() -> None:
    text = (("en", "three plain words"),)
    expected = (("d1", known(days("3.0"))), ("d2", known(days(1))), ("p1", ABSENT))
    (result,) = run(example(expect=Expected.SATISFIED, texts=text, facts=expected))
    assert result.mismatches == (Mismatch("d2", known(days(1)), ABSENT), Mismatch("p1", ABSENT, NO_READER))


def test_without_a_day_the_newest_version_is_meant() -> None:
    within = core.Compare(Comparison.LE, fact("d1"), parameter("limit"))
    graded = replace(RULE, id="CRT-02", requires=(within,))
    case = example(("d1", known(days(3))), ("g1", known("A")), expect=Expected.VIOLATED, rule="CRT-02", as_of=None)
    (result,) = run(case, rules=(RULE, graded))
    assert result.passed


def test_a_rule_for_the_buyer_is_run_for_the_buyer() -> None:
    mine = replace(RULE, id="BUY-01", side="buyer")
    (result,) = run(example(("d1", known(days(90))), expect=Expected.VIOLATED, rule="BUY-01"), rules=(mine,))
    assert result.passed


def test_a_text_needs_a_reader() -> None:
    program = replace(program_of(RULE), examples=(example(expect=Expected.SATISFIED, texts=(("en", "words"),)),))
    with pytest.raises(ValueError, match="reader of texts"):
        run_examples(program, compile_program(program).evaluate, None)
