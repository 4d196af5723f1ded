"""Coverage: points counted by hand, and the gap that one example leaves when it goes."""

from __future__ import annotations

from example_policies import AT_THE_BOUND, BEYOND, DAYS, LIMIT, LISTED, SECURED, UNKNOWN, program_from
from presign.policylang.core import Example, Expected
from presign.policylang.coverage import AtomIs, EndsSo, ExcuseIs, RuleCoverage, cover
from presign.policylang.coverage_gaps import settle
from presign.policylang.examples import example_cases
from presign.policylang.outcome import Verdict
from presign.values import ABSENT


def covered(*parts: str) -> RuleCoverage:
    program = program_from(*parts)
    (found,) = cover(program, example_cases(program))
    return found


def filled(*parts: str) -> set[Example]:
    program = program_from(*parts)
    cases = example_cases(program)
    (found,) = cover(program, cases)
    return set(settle(found, program, cases).fillers.values())


def test_a_rule_of_one_comparison_has_five_points_and_three_examples_show_them() -> None:
    found = covered(DAYS, LIMIT, AT_THE_BOUND, BEYOND, UNKNOWN)
    assert (found.shown, len(found.wanted)) == (5, 5)
    assert found.gaps == ()
    assert dict(found.verdicts) == {Verdict.VIOLATED: 1, Verdict.SATISFIED: 1, Verdict.UNDECIDED: 1}


def test_without_an_example_nothing_is_shown() -> None:
    found = covered(DAYS, LIMIT)
    assert (found.shown, len(found.wanted)) == (0, 5)


def test_each_example_that_goes_leaves_exactly_its_gap() -> None:
    assert covered(DAYS, LIMIT, AT_THE_BOUND, BEYOND).gaps == (EndsSo(Verdict.UNDECIDED),)
    assert covered(DAYS, LIMIT, AT_THE_BOUND, UNKNOWN).gaps == (EndsSo(Verdict.VIOLATED), AtomIs(0, False))
    assert covered(DAYS, LIMIT, BEYOND, UNKNOWN).gaps == (EndsSo(Verdict.SATISFIED), AtomIs(0, True))


def test_an_example_for_the_gap_is_found() -> None:
    (example,) = filled(DAYS, LIMIT, AT_THE_BOUND, UNKNOWN)
    ((name, reading),) = example.given
    assert (name, example.expected) == ("payment.net_days", (("CRT-01", Expected.VIOLATED),))
    assert reading.value is not None and "61" in str(reading.value)
    (undecided,) = filled(DAYS, LIMIT, AT_THE_BOUND, BEYOND)
    assert undecided.expected == (("CRT-01", Expected.UNDECIDED),)
    assert undecided.given in ((), (("payment.net_days", ABSENT),))


def test_an_exception_is_to_be_seen_proven_and_not() -> None:
    secured = '\nexample CRT-02 "secured"\n  given payment.net_days = 60 days\n  security.guarantee = yes\n  expect CRT-02 excepted\n'
    found = covered(DAYS, SECURED, secured)
    # three verdicts, two conditions both ways, the exception both ways
    assert len(found.wanted) == 3 + 2 * 2 + 2
    assert found.seen >= {AtomIs(0, True), AtomIs(1, True), ExcuseIs(0, True)}
    assert ExcuseIs(0, False) in found.gaps
    assert EndsSo(Verdict.VIOLATED) in found.gaps


def test_an_exception_isn_t_looked_at_while_nothing_is_violated() -> None:
    short = '\nexample CRT-02 "short"\n  given payment.net_days = 20 days\n  security.guarantee = yes\n  expect CRT-02 satisfied\n'
    found = covered(DAYS, SECURED, short)
    assert found.seen == {EndsSo(Verdict.SATISFIED), AtomIs(0, False)}


def test_what_a_rule_asks_isn_t_looked_at_where_it_doesn_t_apply() -> None:
    guarded = LIMIT + "  applies when payment.net_days is stated\n"
    absent = '\nexample CRT-01 "silent"\n  given payment.net_days is absent\n  expect CRT-01 not applicable\n'
    found = covered(DAYS, guarded, absent)
    assert found.seen & set(found.wanted) == {AtomIs(0, False)}
    assert found.shown == 1


def test_conditions_inside_where_count_and_are_seen_record_by_record() -> None:
    one = '\nexample RET-01 "two"\n  given payment.instalments = [(pct 3%, retention yes), (pct 40%, retention no)]\n  expect RET-01 satisfied\n'
    found = covered(LISTED, one)
    # the quantifier and the two tests inside it
    assert len(found.atoms) == 3
    assert len(found.wanted) == 3 + 3 * 2
    assert found.seen == {
        EndsSo(Verdict.SATISFIED),
        AtomIs(0, False),
        AtomIs(1, True),
        AtomIs(1, False),
        AtomIs(2, True),
        AtomIs(2, False),
    }


def test_a_test_of_a_state_is_always_decided_so_nobody_asks_for_undecided() -> None:
    rule = '\nrule CRT-03 "Terms missing"\n  severity low\n  requires payment.net_days is stated\n'
    found = covered(DAYS, rule)
    assert found.wanted == (EndsSo(Verdict.VIOLATED), EndsSo(Verdict.SATISFIED), AtomIs(0, True), AtomIs(0, False))


def test_a_condition_that_can_t_come_out_otherwise_is_told_and_doesn_t_count() -> None:
    rule = '\nkinds place: seller, buyer\nfact court: place\n  label en "court" zh "法院"\n  from contract\nrule DIS-01 "Court"\n  severity low\n  requires court is one of seller, buyer\n  forbids payment.net_days > 9 days\n'
    found = covered(DAYS, rule)
    assert [told for _, told in found.constant] == [True]
    assert len(found.wanted) == 3 + 2


def test_a_violation_assumed_shows_what_undecided_would() -> None:
    assumed = LIMIT + "  when undecided: violated\n"
    unknown = UNKNOWN.replace("undecided", "violated")
    found = covered(DAYS, assumed, unknown)
    assert found.seen == {EndsSo(Verdict.UNDECIDED)}


def test_what_no_case_can_show_is_proven_and_doesn_t_count() -> None:
    guarded = LIMIT + "  applies when payment.net_days is stated\n"
    program = program_from(DAYS, guarded, AT_THE_BOUND, BEYOND)
    cases = example_cases(program)
    (found,) = cover(program, cases)
    settled = settle(found, program, cases)
    # once the days are stated they compare, so the rule is never undecided
    assert settled.coverage.never == (EndsSo(Verdict.UNDECIDED),)
    assert (settled.coverage.shown, len(settled.coverage.wanted)) == (5, 6)
    assert settled.coverage.gaps == (AtomIs(0, False),)
