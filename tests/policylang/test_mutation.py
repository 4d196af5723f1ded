"""Mutants listed by hand, the survivors an example leaves when it goes, and the examples that would notice them."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest
from example_policies import AT_THE_BOUND, BEYOND, DAYS, LIMIT, LISTED, SECURED, UNKNOWN, program_from
from policy_cases import DAYS as IN_DAYS
from policy_cases import days, fact, money, number, percent
from presign.policylang import core
from presign.policylang.core import Comparison, Expected, HitPolicy, Program
from presign.policylang.examples import example_cases
from presign.policylang.mutation import parameters, rules
from presign.policylang.mutation.conditions import neighbours, rewrites
from presign.policylang.mutation.mutant import Operator
from presign.policylang.mutation.steps import nudged, scaled
from presign.policylang.mutation.survey import Fate, Surveyed, survey
from presign.policylang.mutation.wording import change_text
from presign.values import Money, Per, Rate, State, Value


def surveyed(*parts: str, jobs: int = 1) -> tuple[Program, Surveyed]:
    program = program_from(*parts)
    return program, survey(program, example_cases(program), jobs=jobs)[0]


def survivors(*parts: str) -> list[tuple[str, str]]:
    program, found = surveyed(*parts)
    sources = {"test.policy": "".join(parts)}
    return [change_text(each.mutant, program, sources) for each in found.tried if each.fate is not Fate.NOTICED]


def test_the_mutants_of_a_rule_with_one_comparison() -> None:
    program = program_from(DAYS, LIMIT)
    found = rules.mutants_of(program.rules[0])
    told = [(each.operator, change_text(each, program, {"test.policy": DAYS + LIMIT})) for each in found]
    asked = "payment.net_days <= 60 days"
    assert told == [
        (Operator.DEMAND, (f"requires {asked}", f"forbids {asked}")),
        (Operator.BOUNDARY, (asked, "payment.net_days < 60 days")),
        (Operator.INVERTED, (asked, "payment.net_days > 60 days")),
        (Operator.NUDGED, (asked, "payment.net_days <= 61 days")),
        (Operator.NUDGED, (asked, "payment.net_days <= 59 days")),
        (Operator.SCALED, (asked, "payment.net_days <= 66 days")),
        (Operator.SCALED, (asked, "payment.net_days <= 54 days")),
        (Operator.UNDECIDED, ("when undecided: review", "when undecided: violated")),
    ]


def test_examples_at_the_bound_beyond_it_and_unknown_notice_every_mutant() -> None:
    _, found = surveyed(DAYS, LIMIT, AT_THE_BOUND, BEYOND, UNKNOWN)
    assert (found.noticed, found.counted) == (8, 8)


def test_each_example_that_goes_leaves_exactly_its_survivors() -> None:
    asked = "payment.net_days <= 60 days"
    assert survivors(DAYS, LIMIT, AT_THE_BOUND, BEYOND) == [("when undecided: review", "when undecided: violated")]
    assert survivors(DAYS, LIMIT, AT_THE_BOUND, UNKNOWN) == [
        (asked, "payment.net_days <= 61 days"),
        (asked, "payment.net_days <= 66 days"),
    ]
    thirty = AT_THE_BOUND.replace("60 days", "30 days")
    assert survivors(DAYS, LIMIT, thirty, BEYOND, UNKNOWN) == [
        (asked, "payment.net_days < 60 days"),
        (asked, "payment.net_days <= 59 days"),
        (asked, "payment.net_days <= 54 days"),
    ]


def test_the_example_to_add_notices_the_survivors() -> None:
    _, found = surveyed(DAYS, LIMIT, AT_THE_BOUND, UNKNOWN)
    (example,) = found.examples
    assert example.expected == (("CRT-01", Expected.VIOLATED),)
    ((name, reading),) = example.given
    assert (name, reading.value) == ("payment.net_days", days(61))


def test_a_mutant_that_no_case_tells_is_proven_and_doesn_t_count() -> None:
    implied = LIMIT + "  requires payment.net_days <= 90 days\n"
    _, found = surveyed(DAYS, implied, AT_THE_BOUND, BEYOND, UNKNOWN)
    equivalent = [each.mutant for each in found.tried if each.fate is Fate.EQUIVALENT]
    # leaving out the wider limit, its bound, and its value up or down by a day or a tenth change nothing
    assert Counter(each.operator for each in equivalent) == {
        Operator.DROPPED: 1,
        Operator.BOUNDARY: 1,
        Operator.NUDGED: 2,
        Operator.SCALED: 2,
    }
    assert found.counted == len(found.tried) - 6


def test_an_example_that_fails_already_notices_nothing() -> None:
    wrong = AT_THE_BOUND.replace("satisfied", "violated")
    _, found = surveyed(DAYS, LIMIT, wrong)
    assert found.noticed == 0


def test_an_exception_and_its_condition_are_changed() -> None:
    found = rules.mutants_of(program_from(DAYS, SECURED).rules[0])
    of_exception = [
        each for each in found if each.rule is not None and each.rule.forbids and len(each.rule.excuses) == 0
    ]
    assert [each.operator for each in of_exception] == [Operator.EXCEPTION]
    assert Counter(each.operator for each in found)[Operator.STATE] == 1


def test_what_stage_adds_is_left_out_as_a_clause() -> None:
    staged = """
scale stages: draft < for_approval < for_signing < signed
fact deal.stage: stages
  label en "stage" zh "阶段"
  from case
rule CRT-04 "Stage"
  severity low
  stage for_signing, signed
  requires payment.net_days <= 60 days
"""
    program = program_from(DAYS, staged)
    found = [
        each for each in rules.mutants_of(program.rules[0]) if each.operator in (Operator.APPLIES, Operator.MEMBER)
    ]
    assert [change_text(each, program, {}) for each in found] == [
        ("stage for_signing, signed", ""),
        ("stage for_signing, signed", "stage signed"),
        ("stage for_signing, signed", "stage for_signing"),
    ]


def test_a_start_moves_by_a_day_both_ways() -> None:
    dated = LIMIT + "  in force from 2026-01-01\n"
    early = '\nexample CRT-01 "first day"\n  given payment.net_days = 90 days\n  as of 2026-01-01\n  expect CRT-01 violated\n'
    before = '\nexample CRT-01 "the day before"\n  given payment.net_days = 90 days\n  as of 2025-12-31\n  expect CRT-01 not applicable\n'
    _, found = surveyed(DAYS, dated, early)
    periods = [each for each in found.tried if each.mutant.operator is Operator.PERIOD]
    assert [each.fate for each in periods] == [Fate.NOTICED, Fate.SURVIVED]
    example = periods[1].example
    assert example is not None and example.as_of == date(2025, 12, 31)
    _, both = surveyed(DAYS, dated, early, before)
    assert both.count(Fate.NOTICED) > found.count(Fate.NOTICED)
    assert all(each.fate is Fate.NOTICED for each in both.tried if each.mutant.operator is Operator.PERIOD)


def test_a_parameter_s_rows_move_and_change_places() -> None:
    graded = """
scale grade: B < A
fact customer.grade: grade
  label en "grade" zh "等级"
  from case
parameter max_days: days by customer.grade
  in force from 2026-01-01
  | A | 60 days |
  | B | 45 days |
rule CRT-05 "Limit"
  severity low
  requires payment.net_days <= max_days
"""
    program = program_from(DAYS, graded)
    found = parameters.mutants_of(program.parameters["max_days"])
    assert [change_text(each, program, {})[1] for each in found] == [
        "| A | 61 days |",
        "| A | 59 days |",
        "| A | 66 days |",
        "| A | 54 days |",
        "| B | 46 days |",
        "| B | 44 days |",
        "| B | 49.5 days |",
        "| B | 40.5 days |",
        "| A | 45 days |",
    ]
    example = '\nexample CRT-05 "at the limit of A"\n  given payment.net_days = 60 days\n  customer.grade = A\n  expect CRT-05 satisfied\n'
    whole = program_from(DAYS, graded, example)
    _, of_parameter = survey(whole, example_cases(whole))
    fates = [each.fate for each in of_parameter.tried]
    # A at 59, at 54 and exchanged for 45 are noticed; what concerns B, or lets A have more, isn't
    assert [place for place, fate in enumerate(fates) if fate is Fate.NOTICED] == [1, 3, 8]
    assert Fate.UNTOLD not in fates


def test_a_table_s_ranges_move() -> None:
    cell = core.Between(None, False, money(500), False)
    rows = (((cell,), days(30)), ((core.ANYTHING,), days(20)))
    version = core.ParameterVersion(core.Period(), None, rows)
    table = core.Parameter("table", IN_DAYS, (fact("m1"),), (version,), hit=HitPolicy.FIRST)
    operators = Counter(each.operator for each in parameters.mutants_of(table))
    # the bound left out, 501 and 499; each value a day and a tenth up and down; the rows exchanged
    assert operators == {Operator.BOUNDARY: 1, Operator.NUDGED: 2 + 2 + 2, Operator.SCALED: 2 + 2, Operator.ROWS: 1}


SIXTY = core.Constant(days(60), IN_DAYS)


@pytest.mark.parametrize(
    ("node", "changed"),
    [
        (
            core.HasState(fact("d1"), State.STATED),
            [core.Not(core.HasState(fact("d1"), State.STATED)), core.Present(fact("d1"))],
        ),
        (
            core.HasState(fact("d1"), State.ABSENT),
            [core.Not(core.HasState(fact("d1"), State.ABSENT)), core.HasState(fact("d1"), State.UNKNOWN)],
        ),
        (
            core.SaysYes(fact("y1"), True),
            [core.Not(core.SaysYes(fact("y1"), True)), core.Not(core.SaysYes(fact("y1"), False))],
        ),
        (core.Not(core.Present(fact("d1"))), [core.Present(fact("d1"))]),
        (
            core.Compare(Comparison.EQ, fact("d1"), SIXTY),
            [core.Compare(Comparison.NE, fact("d1"), SIXTY)],
        ),
    ],
)
def test_the_neighbours_of_a_condition(node: core.Condition, changed: list[core.Condition]) -> None:
    assert [each for _, each in neighbours(node)] == changed


def test_parts_are_left_out_and_joined_otherwise() -> None:
    one, two = core.Present(fact("d1")), core.Present(fact("d2"))
    found = [(each.operator, each.whole) for each in rewrites(core.All((one, two)))]
    assert found[0] == (Operator.JOINED, core.Any((one, two)))
    assert (Operator.DROPPED, two) in found
    assert (Operator.DROPPED, one) in found


def test_records_are_changed_inside_their_list() -> None:
    program = program_from(LISTED)
    found = rules.mutants_of(program.rules[0])
    told = {change_text(each, program, {"test.policy": LISTED})[1] for each in found}
    assert "all x in payment.instalments where x.retention is yes and x.pct > 5%" in told
    assert "x.pct >= 5%" in told
    assert "x.retention is yes or x.pct > 5%" in told
    # a field of a record is never absent, so `is yes` and `is not no` are one test
    assert "x.retention is not no" not in told


@pytest.mark.parametrize(
    ("value", "units", "tenths"),
    [
        (days(60), [days(61), days(59)], [days(66), days(54)]),
        (percent("3.85"), [percent("3.86"), percent("3.84")], [percent("4.235"), percent("3.465")]),
        (days(0), [days(1)], []),
        (days(1), [days(2), days(0)], [days("1.1"), days("0.9")]),
        (number(4), [number(5), number(3)], []),
        (money(500), [money(501), money(499)], [money(550), money(450)]),
        (
            Rate(Decimal("0.05"), Per.DAY),
            [Rate(Decimal("0.06"), Per.DAY), Rate(Decimal("0.04"), Per.DAY)],
            [Rate(Decimal("0.055"), Per.DAY), Rate(Decimal("0.045"), Per.DAY)],
        ),
        (date(2026, 1, 31), [date(2026, 2, 1), date(2026, 1, 30)], []),
        (date.max, [date(9999, 12, 30)], []),
        ("A", [], []),
    ],
)
def test_a_value_moves_by_its_least_unit_and_by_a_tenth(value: Value, units: list[Value], tenths: list[Value]) -> None:
    assert list(nudged(value)) == units
    assert list(scaled(value)) == tenths


def test_two_processes_give_what_one_gives() -> None:
    program = program_from(DAYS, LIMIT, SECURED, AT_THE_BOUND)
    cases = example_cases(program)
    assert survey(program, cases, jobs=2) == survey(program, cases)


def test_one_rule_alone_is_changed_when_it_is_named() -> None:
    program = program_from(DAYS, LIMIT, SECURED)
    assert [each.name for each in survey(program, (), "CRT-02")] == ["CRT-02"]


def test_amounts_of_another_currency_are_never_made() -> None:
    assert {each.currency for each in nudged(money(5, "USD")) if isinstance(each, Money)} == {"USD"}
