"""The dated ladder: by grade, habit and calendar, and what the contract doesn't allow."""

from __future__ import annotations

from datetime import date

import pytest
from owed import DUE, days, number, one, only, percent, plan_for, quantity, words
from presign.collection.rights import Why
from presign.facts.fact import absent, stated, unknown
from presign.policylang.core import Program
from presign.values import Reason


def test_the_ladder_of_grade_b_by_hand(program: Program) -> None:
    found = only(plan_for(program))
    assert found.flow.due == DUE
    assert found.payable == date(2026, 5, 6), "a period that ends on a holiday ends on the next working day"
    assert days(found) == {
        "reminder": "2026-04-24",
        "phone": "2026-05-06",  # 4 May is a holiday, and 5 May
        "statement": "2026-05-11",
        "letter": "2026-05-18",  # 16 May is a Saturday
        "visit": "2026-06-01",  # 31 May is a Sunday
        "lawyer_letter": "2026-06-15",
        "preservation": "2026-07-15",
        "suit": "2026-07-15",
    }


def test_a_reminder_is_moved_back_and_other_steps_forward(program: Program) -> None:
    # Due on 8 May: 7 days before is 1 May, a holiday, so 30 April; 3 days after is Monday 11 May.
    found = only(plan_for(program, instalments=(one(pct=percent(100), anchor="receipt", days=quantity(37)),)))
    assert days(found)["reminder"] == "2026-04-30" and days(found)["phone"] == "2026-05-11"


def test_a_saturday_that_is_worked_is_a_working_day(program: Program) -> None:
    # Due on 6 May: 3 days after is Saturday 9 May, worked in place of a holiday.
    found = only(plan_for(program, instalments=(one(pct=percent(100), anchor="receipt", days=quantity(35)),)))
    assert days(found)["phone"] == "2026-05-09"


@pytest.mark.parametrize(("grade", "letter"), [("A", "2026-06-01"), ("C", "2026-05-08"), ("D", "2026-05-06")])
def test_each_grade_has_its_ladder(program: Program, grade: str, letter: str) -> None:
    # A: 30 days after 1 May is Sunday 31 May; C: 7 days after; D: 2 May, so the first working day after the holidays.
    assert days(only(plan_for(program, stated("customer.grade", grade))))["letter"] == letter


def test_an_unknown_grade_takes_the_strictest_that_buys_on_credit(program: Program) -> None:
    plan = plan_for(program, unknown("customer.grade", Reason.NO_RECORD))
    assert plan.ladder.grade is None and plan.ladder.used == "C"


@pytest.mark.parametrize(
    "habit",
    [
        stated("history.broken_promises_12m", number(3)),
        stated("history.avg_days_late", quantity(11)),
        stated("history.on_time_ratio", percent(69)),
    ],
    ids=lambda fact: fact.name,
)
def test_a_habitual_late_payer_is_dunned_by_the_next_stricter_grade(program: Program, habit: object) -> None:
    plan = plan_for(program, habit)  # type: ignore[arg-type]
    assert plan.ladder.used == "C" and days(only(plan))["letter"] == "2026-05-08"


def test_figures_at_the_tolerated_limit_are_no_habit(program: Program) -> None:
    plan = plan_for(
        program,
        stated("history.broken_promises_12m", number(2)),
        stated("history.avg_days_late", quantity(10)),
        stated("history.on_time_ratio", percent(70)),
    )
    assert plan.ladder.used == "B" and plan.ladder.habits == ()


def test_the_reminder_comes_before_the_customers_own_lead_time(program: Program) -> None:
    # 10 days before 1 May is 21 April; the ladder's own 7 days wouldn't reach the process.
    assert days(only(plan_for(program, stated("payproc.lead_days", quantity(10)))))["reminder"] == "2026-04-21"
    assert days(only(plan_for(program, stated("payproc.lead_days", quantity(5)))))["reminder"] == "2026-04-24"


def test_supply_stops_only_where_and_when_the_contract_allows(program: Program) -> None:
    none = only(plan_for(program, absent("remedy.suspend_right")))
    (left,) = (each for each in none.left_out if each.action == "stop_ship")
    assert left.why is Why.NO_SUSPENSION and left.basis == ("CC-526", "CC-527", "CC-528")
    unclear = only(plan_for(program, unknown("remedy.suspend_right", Reason.UNCLEAR)))
    assert [each.why for each in unclear.left_out if each.action == "stop_ship"] == [Why.SUSPENSION_UNKNOWN]
    clause = words("8.3 乙方逾期付款超过20日的，甲方有权暂停供货。", "8.3")
    given = only(plan_for(program, stated("remedy.suspend_right", True, clause)))
    step = next(each for each in given.steps if each.action == "stop_ship")
    # The ladder says 16 May; the right is there on the 21st day, Friday 22 May.
    assert (step.planned, step.day, step.waits) == (date(2026, 5, 16), date(2026, 5, 22), True)
    assert step.evidence == (clause,)


def test_a_right_without_days_leaves_the_ladder_as_it_is(program: Program) -> None:
    given = only(plan_for(program, stated("remedy.suspend_right", True, words("乙方逾期付款的，甲方有权暂停供货。"))))
    step = next(each for each in given.steps if each.action == "stop_ship")
    assert step.day == date(2026, 5, 18) and not step.waits
    reminder = next(each for each in given.steps if each.action == "reminder")
    assert not reminder.waits


def test_what_is_paid_before_delivery_needs_no_ladder(program: Program) -> None:
    terms = (
        one(pct=percent(30), anchor="sign", days=quantity(3), prepay=True),
        one(pct=percent(70), anchor="receipt", days=quantity(30)),
    )
    plan = plan_for(program, instalments=terms)
    assert [flow.number for flow in plan.ahead] == [1] and only(plan).flow.number == 2


def test_an_instalment_without_a_day_is_asked_for(program: Program) -> None:
    terms = (one(pct=percent(100), anchor="third_party_payment", days=quantity(10), back_to_back=True),)
    plan = plan_for(
        program,
        stated("party.buyer_size", "large"),
        stated("party.seller_size", "small"),
        instalments=terms,
    )
    found = only(plan)
    # Accepted 15 days after delivery, on 16 April; asked for a week later, on Thursday 23 April.
    assert found.first is not None and (found.first.day, found.first.dated) == (date(2026, 4, 23), False)
    assert found.first.basis == ("SME25-9", "SPC24-11")
    # By telephone 3 days later, a Sunday, so on 27 April; in writing after 15 days, on Friday 8 May.
    assert days(found) == {"phone": "2026-04-27", "letter": "2026-05-08"}
    assert not plan.sound


def test_a_dated_instalment_names_the_paper_it_hangs_on(program: Program) -> None:
    terms = (one(pct=percent(100), anchor="statement", days=quantity(30)),)
    found = only(plan_for(program, instalments=terms))
    assert found.first is not None and found.first.anchor == "statement" and found.first.dated
    # The statement is taken to be of the end of the month of delivery, 30 April.
    assert found.first.day == date(2026, 4, 30) and found.flow.due == date(2026, 5, 30)


def test_a_step_is_done_by_whom_the_case_names_for_it(program: Program) -> None:
    ladder = (one(offset=number(15), action="letter", channel="courier", owner="Shen"),)
    found = only(plan_for(program, stated("collect.ladder", ladder)))
    owners = {step.action: (step.owner, step.channel) for step in found.steps}
    assert owners["letter"] == ("Shen", "courier") and owners["phone"] == ("Lin", None)


def test_nobody_to_collect_is_a_gap(program: Program) -> None:
    plan = plan_for(program, unknown("collect.owner", Reason.NO_RECORD))
    assert plan.owner is None and not plan.sound and plan_for(program).sound


def test_goods_of_which_three_quarters_are_paid_are_not_taken_back(program: Program) -> None:
    title = stated("security.rot_clause", True, words("付清前所有权属于卖方。"))
    for paid, there in ((75, False), (74, True)):
        terms = (
            one(pct=percent(paid), anchor="sign", prepay=True),
            one(pct=percent(100 - paid), anchor="receipt", days=quantity(30)),
        )
        found = only(plan_for(program, title, instalments=terms))
        phone = next(step for step in found.steps if step.action == "phone")
        assert ("title" in {point.topic for point in phone.points}) is there


def test_other_laws_have_their_own_working_days_and_no_chinese_statutes(program: Program) -> None:
    facts = (
        absent("dispute.law_is_prc"),
        stated("dispute.law_is_uk_eu", True),
        stated("dispute.governing_law", "laws of England and Wales"),
    )
    plan = plan_for(program, *facts)
    found = only(plan)
    assert plan.law.calendar == "ENGLAND" and found.payable == DUE, "1 May is no holiday there"
    # 4 May is a bank holiday in England, 5 May isn't.
    assert days(found)["phone"] == "2026-05-05"
    assert all(not step.basis for step in found.steps) and found.deadlines == ()
