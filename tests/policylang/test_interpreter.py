"""The semantics, case by case; every case is judged by both evaluators."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest
from policy_cases import (
    DATE,
    DAYS,
    FIELDS,
    GRADE,
    MONEY,
    MONTHS,
    NUMBER,
    PERCENT,
    PLACE,
    RATE,
    days,
    fact,
    money,
    number,
    parameter,
    percent,
    program_of,
)
from presign.policylang import core
from presign.policylang.compiler import compile_program
from presign.policylang.core import Comparison, Fold, Operator, Sort, Type
from presign.policylang.interpreter import evaluate
from presign.policylang.outcome import Outcome, Verdict
from presign.values import (
    ABSENT,
    NOT_APPLICABLE,
    Per,
    Quantity,
    Rate,
    Reading,
    Reason,
    Record,
    State,
    Unit,
    Value,
    known,
    unknown,
)

DAY = date(2026, 4, 15)
BLANK = unknown(Reason.BLANK)
ALWAYS = core.All(())
ALL_TIME = core.Period()


def constant(value: Value, type: Type) -> core.Constant:
    return core.Constant(value, type)


def at_most(name: str, limit: int) -> core.Compare:
    return core.Compare(Comparison.LE, fact(name), constant(days(limit), DAYS))


def rule(
    *requires: core.Condition,
    applies: core.Condition = ALWAYS,
    forbids: tuple[core.Condition, ...] = (),
    excuses: tuple[core.Excuse, ...] = (),
    assumed: bool = False,
    side: str = "seller",
    period: core.Period = ALL_TIME,
) -> core.Rule:
    return core.Rule(
        "R-1",
        core.Texts("r"),
        core.Severity.HIGH,
        applies,
        requires,
        forbids,
        excuses,
        assumed,
        side=side,
        period=period,
    )


def judge(rule: core.Rule, facts: Mapping[str, Reading], day: date = DAY, side: str = "seller") -> Outcome:
    program = program_of(rule)
    found = evaluate(program, facts, day, side)
    assert compile_program(program).evaluate(facts, day, side) == found
    return found[0]


def holds(condition: core.Condition, facts: Mapping[str, Reading], day: date = DAY) -> bool | None:
    """Whether a rule that asks for a condition alone is satisfied, violated or undecided."""
    verdict = judge(rule(condition), facts, day).verdict
    return {Verdict.SATISFIED: True, Verdict.VIOLATED: False}.get(verdict)


# --- verdicts ---------------------------------------------------------------------------------------------------------


def test_a_rule_out_of_force_or_for_the_other_side_does_not_apply() -> None:
    year = core.Period(date(2026, 1, 1), date(2026, 12, 31))
    facts = {"d1": known(days(90))}
    assert judge(rule(at_most("d1", 60), period=year), facts, date(2026, 12, 31)).verdict is Verdict.VIOLATED
    assert judge(rule(at_most("d1", 60), period=year), facts, date(2027, 1, 1)).verdict is Verdict.NOT_APPLICABLE
    assert judge(rule(at_most("d1", 60), side="buyer"), facts).verdict is Verdict.NOT_APPLICABLE
    assert judge(rule(at_most("d1", 60), side="both"), facts, side="buyer").verdict is Verdict.VIOLATED


def test_applies_decides_before_the_demand() -> None:
    sale = core.SaysYes(fact("y1"), True)
    asked = rule(at_most("d1", 60), applies=sale)
    assert judge(asked, {"y1": known(False), "d1": known(days(90))}).verdict is Verdict.NOT_APPLICABLE
    assert judge(asked, {"y1": ABSENT, "d1": known(days(90))}).verdict is Verdict.NOT_APPLICABLE
    assert judge(asked, {"y1": known(True), "d1": known(days(90))}).verdict is Verdict.VIOLATED
    assert judge(asked, {"y1": BLANK, "d1": known(days(90))}) == Outcome("R-1", Verdict.UNDECIDED, ("y1",))


def test_every_requirement_and_no_prohibition() -> None:
    asked = rule(at_most("d1", 60), at_most("d2", 10), forbids=(core.SaysYes(fact("y1"), True),))
    sound = {"d1": known(days(60)), "d2": known(days(10)), "y1": known(False)}
    assert judge(asked, sound).verdict is Verdict.SATISFIED
    assert judge(asked, {**sound, "d2": known(days(11))}).verdict is Verdict.VIOLATED
    assert judge(asked, {**sound, "y1": known(True)}).verdict is Verdict.VIOLATED
    assert judge(asked, {**sound, "d1": BLANK, "y1": known(True)}) == Outcome("R-1", Verdict.VIOLATED)


def test_undecided_names_what_is_missing_in_order_of_use() -> None:
    asked = rule(at_most("d2", 10), at_most("d1", 60), at_most("d2", 20), forbids=(core.SaysYes(fact("y1"), True),))
    assert judge(asked, {"y1": known(False), "d1": ABSENT}) == Outcome("R-1", Verdict.UNDECIDED, ("d2", "d1"))


def test_a_part_that_is_decided_lacks_nothing() -> None:
    either = core.Any((at_most("d1", 60), core.All((at_most("d2", 10), core.SaysYes(fact("y1"), True)))))
    assert judge(rule(either), {"y1": known(False)}).missing == ("d1",)


def test_both_what_applies_and_what_is_asked_may_be_missing() -> None:
    asked = rule(at_most("d1", 60), applies=core.SaysYes(fact("y1"), True))
    assert judge(asked, {}).missing == ("y1", "d1")


def test_undecided_counts_as_violated_where_the_rule_says_so() -> None:
    assert judge(rule(at_most("d1", 60), assumed=True), {}) == Outcome("R-1", Verdict.VIOLATED, ("d1",))


@pytest.mark.parametrize("assumed", [False, True])
def test_what_hangs_on_facts_that_are_not_applicable_does_not_apply(assumed: bool) -> None:
    asked = rule(at_most("d1", 60), at_most("d2", 60), assumed=assumed)
    assert judge(asked, {"d1": NOT_APPLICABLE, "d2": NOT_APPLICABLE}) == Outcome("R-1", Verdict.NOT_APPLICABLE)
    mixed = judge(asked, {"d1": NOT_APPLICABLE, "d2": BLANK})
    assert mixed == Outcome("R-1", Verdict.VIOLATED if assumed else Verdict.UNDECIDED, ("d1", "d2"))


def test_exceptions_excuse_only_when_proven() -> None:
    excuses = (
        core.Excuse("secured", core.SaysYes(fact("y1"), True)),
        core.Excuse("prepaid", core.Compare(Comparison.GE, fact("p1"), constant(percent(50), PERCENT))),
    )
    asked = rule(at_most("d1", 60), excuses=excuses)
    late = {"d1": known(days(90))}
    assert judge(asked, late) == Outcome("R-1", Verdict.VIOLATED, unproven=("secured", "prepaid"))
    assert judge(asked, {**late, "y1": ABSENT}) == Outcome("R-1", Verdict.VIOLATED, unproven=("prepaid",))
    assert judge(asked, {**late, "p1": known(percent(50))}) == Outcome("R-1", Verdict.EXCEPTED, exception="prepaid")
    both = {**late, "p1": known(percent(80)), "y1": known(True)}
    assert judge(asked, both).exception == "secured"
    assert judge(asked, {"d1": known(days(60)), "y1": known(True)}).verdict is Verdict.SATISFIED


# --- states -----------------------------------------------------------------------------------------------------------

_READINGS = (known(True), known(False), ABSENT, NOT_APPLICABLE, BLANK)


@pytest.mark.parametrize(
    ("condition", "truths"),
    [
        (core.SaysYes(fact("y1"), True), (True, False, False, None, None)),
        (core.SaysYes(fact("y1"), False), (False, True, False, None, None)),
        (core.Present(fact("y1")), (True, True, False, None, None)),
        (core.HasState(fact("y1"), State.STATED), (True, True, False, False, False)),
        (core.HasState(fact("y1"), State.ABSENT), (False, False, True, False, False)),
        (core.HasState(fact("y1"), State.NOT_APPLICABLE), (False, False, False, True, False)),
        (core.HasState(fact("y1"), State.UNKNOWN), (False, False, False, False, True)),
    ],
)
def test_a_fact_in_each_of_its_states(condition: core.Condition, truths: tuple[bool | None, ...]) -> None:
    assert tuple(holds(condition, {"y1": reading}) for reading in _READINGS) == truths


def test_an_absent_list_is_empty_and_an_unknown_one_is_not() -> None:
    some_paid = core.Quantified(False, fact("rows"), core.SaysYes(core.FieldValue("paid", FIELDS["paid"]), True))
    all_paid = core.Quantified(True, fact("rows"), some_paid.where)
    count = core.Compare(
        Comparison.EQ, core.Aggregate(Fold.COUNT, fact("rows"), None, None, NUMBER), constant(number(0), NUMBER)
    )
    has = core.Contains(fact("places"), constant("buyer", PLACE))
    assert [holds(each, {"rows": ABSENT, "places": ABSENT}) for each in (some_paid, all_paid, count, has)] == [
        False,
        True,
        True,
        False,
    ]
    assert [holds(each, {}) for each in (some_paid, all_paid, count, has)] == [None] * 4


# --- comparisons and arithmetic ---------------------------------------------------------------------------------------


def rate(percent: str, per: Per) -> core.Constant:
    return constant(Rate(Decimal(percent), per), RATE)


@pytest.mark.parametrize(
    ("operator", "left", "right", "truth"),
    [
        (Comparison.EQ, rate("0.05", Per.DAY), rate("18.25", Per.YEAR), True),
        (Comparison.LT, rate("1.5", Per.MONTH), rate("0.05", Per.DAY), True),
        (Comparison.EQ, rate("5", Per.ONCE), rate("5", Per.YEAR), None),
        (Comparison.GT, rate("5", Per.ONCE), rate("4", Per.ONCE), True),
        (Comparison.LT, constant(money(1), MONEY), constant(money(2), MONEY), True),
        (Comparison.NE, constant(money(1), MONEY), constant(money(2, "USD"), MONEY), None),
        (Comparison.EQ, constant(days("1.0"), DAYS), constant(days(1), DAYS), True),
        (Comparison.LT, constant("D", GRADE), constant("A", GRADE), True),
        (Comparison.GE, constant("C", GRADE), constant("B", GRADE), False),
        (Comparison.NE, constant("seller", PLACE), constant("buyer", PLACE), True),
    ],
)
def test_values_compare_by_their_units(
    operator: Comparison, left: core.Constant, right: core.Constant, truth: bool | None
) -> None:
    assert holds(core.Compare(operator, left, right), {}) is truth


def months(amount: int) -> core.Constant:
    return constant(Quantity(Decimal(amount), Unit.MONTHS), MONTHS)


@pytest.mark.parametrize(
    ("operator", "left", "right", "result", "type"),
    [
        (Operator.PLUS, constant(date(2026, 1, 31), DATE), months(1), date(2026, 2, 28), DATE),
        (Operator.PLUS, constant(date(2024, 1, 31), DATE), months(1), date(2024, 2, 29), DATE),
        (Operator.MINUS, constant(date(2026, 3, 31), DATE), months(4), date(2025, 11, 30), DATE),
        (
            Operator.PLUS,
            constant(date(2024, 2, 29), DATE),
            constant(Quantity(Decimal(1), Unit.YEARS), Type(Sort.YEARS)),
            date(2025, 2, 28),
            DATE,
        ),
        (Operator.PLUS, constant(date(2026, 2, 27), DATE), constant(days(2), DAYS), date(2026, 3, 1), DATE),
        (Operator.MINUS, constant(date(2026, 3, 1), DATE), constant(date(2026, 2, 1), DATE), days(28), DAYS),
        (Operator.TIMES, constant(money(500), MONEY), constant(percent(30), PERCENT), money(150), MONEY),
        (Operator.TIMES, constant(number(2), NUMBER), constant(percent("3.5"), PERCENT), percent(7), PERCENT),
        (Operator.OVER, constant(money(3), MONEY), constant(money(2), MONEY), number("1.5"), NUMBER),
        (Operator.OVER, constant(days(45), DAYS), constant(days(30), DAYS), number("1.5"), NUMBER),
    ],
)
def test_arithmetic_gives_the_unit_that_comes_of_it(
    operator: Operator, left: core.Constant, right: core.Constant, result: Value, type: Type
) -> None:
    computed = core.Arithmetic(operator, left, right, type)
    assert holds(core.Compare(Comparison.EQ, computed, constant(result, type)), {}) is True


@pytest.mark.parametrize(
    ("operator", "left", "right", "type"),
    [
        (Operator.OVER, constant(days(1), DAYS), constant(days(0), DAYS), NUMBER),
        (Operator.PLUS, constant(money(1), MONEY), constant(money(1, "USD"), MONEY), MONEY),
        (Operator.PLUS, constant(date(9999, 12, 31), DATE), constant(days(1), DAYS), DATE),
        (Operator.PLUS, constant(date(2026, 1, 1), DATE), constant(days("0.5"), DAYS), DATE),
    ],
)
def test_arithmetic_without_a_result_is_unknown(
    operator: Operator, left: core.Constant, right: core.Constant, type: Type
) -> None:
    computed = core.Arithmetic(operator, left, right, type)
    assert holds(core.Compare(Comparison.EQ, computed, computed), {}) is None


def test_two_currencies_name_both_facts() -> None:
    asked = rule(core.Compare(Comparison.LE, fact("m1"), fact("m2")))
    facts = {"m1": known(money(1)), "m2": known(money(2, "USD"))}
    assert judge(asked, facts) == Outcome("R-1", Verdict.UNDECIDED, ("m1", "m2"))


# --- lists ------------------------------------------------------------------------------------------------------------


def row(**fields: Value) -> Record:
    return Record(tuple(fields.items()))


ROWS = known(
    (
        row(pct=percent(30), amount=money(300), paid=True, on=date(2026, 1, 31)),
        row(pct=percent(65), amount=money(650), paid=False, on=date(2026, 3, 31)),
        row(pct=percent(5), amount=money(50), paid=False),
    )
)
PCT = core.FieldValue("pct", PERCENT)
UNPAID = core.SaysYes(core.FieldValue("paid", FIELDS["paid"]), False)


@pytest.mark.parametrize(
    ("fold", "field", "type", "where", "result"),
    [
        (Fold.COUNT, None, NUMBER, UNPAID, number(2)),
        (Fold.SUM, PCT, PERCENT, None, percent(100)),
        (Fold.SUM, PCT, PERCENT, UNPAID, percent(70)),
        (Fold.MAX, core.FieldValue("amount", MONEY), MONEY, None, money(650)),
        (Fold.MIN, core.FieldValue("amount", MONEY), MONEY, UNPAID, money(50)),
        (Fold.MAX, core.FieldValue("on", DATE), DATE, None, None),
        (Fold.MIN, core.FieldValue("on", DATE), DATE, core.SaysYes(UNPAID.subject, True), date(2026, 1, 31)),
    ],
)
def test_folds_over_records(
    fold: Fold, field: core.FieldValue | None, type: Type, where: core.Condition | None, result: Value | None
) -> None:
    folded = core.Aggregate(fold, fact("rows"), where, field, type)
    other = constant(result, type) if result is not None else folded
    assert holds(core.Compare(Comparison.EQ, folded, other), {"rows": ROWS}) is (True if result is not None else None)


def test_a_field_that_is_not_there_is_unknown_but_need_not_matter() -> None:
    late = core.Compare(Comparison.GT, core.FieldValue("on", DATE), constant(date(2026, 2, 1), DATE))
    assert holds(core.Quantified(False, fact("rows"), late), {"rows": ROWS}) is True
    assert holds(core.Quantified(True, fact("rows"), late), {"rows": ROWS}) is False
    certain = core.Quantified(
        False, fact("rows"), core.All((late, core.Compare(Comparison.LT, PCT, constant(percent(10), PERCENT))))
    )
    assert judge(rule(certain), {"rows": ROWS}) == Outcome("R-1", Verdict.UNDECIDED, ("rows",))


# --- parameters -------------------------------------------------------------------------------------------------------


def test_a_parameter_has_the_value_of_its_row_on_the_day() -> None:
    within = rule(core.Compare(Comparison.LE, fact("d1"), parameter("limit")))
    facts = {"d1": known(days(3)), "g1": known("A")}
    assert judge(within, facts, date(2026, 3, 1)).verdict is Verdict.SATISFIED
    assert judge(within, facts, date(2026, 6, 1)).verdict is Verdict.SATISFIED
    assert judge(within, facts, date(2026, 9, 1)).verdict is Verdict.VIOLATED
    assert judge(within, {**facts, "g1": known("B")}, date(2026, 3, 1)).verdict is Verdict.VIOLATED


def test_a_parameter_s_key_is_missing_like_any_fact() -> None:
    within = rule(core.Compare(Comparison.LE, fact("d1"), parameter("limit")))
    assert judge(within, {"d1": known(days(3))}) == Outcome("R-1", Verdict.UNDECIDED, ("g1",))


@pytest.mark.parametrize(("day", "grade"), [(date(2026, 7, 1), "A"), (date(2026, 4, 1), "D")])
def test_a_parameter_without_version_or_row_is_missing_itself(day: date, grade: str) -> None:
    within = rule(core.Compare(Comparison.LE, fact("d1"), parameter("limit")))
    facts = {"d1": known(days(3)), "g1": known(grade)}
    assert judge(within, facts, day) == Outcome("R-1", Verdict.UNDECIDED, ("limit",))


# --- values that don't fit ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("d1", Quantity(Decimal(1), Unit.WORKING_DAYS)),
        ("d1", money(1)),
        ("d1", Quantity(Decimal("NaN"), Unit.DAYS)),
        ("g1", "E"),
        ("k1", "elsewhere"),
        ("y1", "yes"),
        ("rows", (row(pct=money(1)),)),
        ("places", ("buyer", "elsewhere")),
    ],
)
def test_a_value_of_another_type_or_unit_ends_the_rules_that_use_it_in_error(name: str, value: Value) -> None:
    asked = rule(core.Present(fact(name)), core.SaysYes(fact("y2"), True))
    assert judge(asked, {name: known(value)}) == Outcome("R-1", Verdict.ERROR, (name,))
    bystander = rule(core.SaysYes(fact("y2"), True))
    assert judge(bystander, {name: known(value), "y2": known(True)}).verdict is Verdict.SATISFIED
