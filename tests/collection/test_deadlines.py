"""Guarantee period, limitation and bills: last days, reminders, and steps that come too late."""

from __future__ import annotations

from datetime import date

from owed import book_of, months, one, only, percent, plan_for, quantity, words
from presign.collection.deadlines import Kind
from presign.collection.guarantor import guarantor_name
from presign.collection.plan import Instalment
from presign.collection.rights import Why
from presign.facts.fact import Fact, stated
from presign.policylang.core import Program


def ends(found: Instalment) -> dict[Kind, date]:
    return {each.kind: each.last for each in found.deadlines}


def guaranteed(mode: str, *more: Fact) -> tuple[Fact, ...]:
    clause = words("7.1 丙方提供保证。", "7.1")
    return (stated("security.guarantee_present", True, clause), stated("security.guarantee_mode", mode, clause), *more)


def test_limitation_is_three_years_and_four_for_international_sales(program: Program) -> None:
    home = only(plan_for(program))
    assert ends(home) == {Kind.LIMITATION: date(2029, 5, 1)}
    # 180 days before 1 May 2029 is 2 November 2028, a Thursday.
    assert home.deadlines[0].remind == date(2028, 11, 2)
    abroad = only(plan_for(program, stated("contract.cross_border", True)))
    assert ends(abroad) == {Kind.LIMITATION: date(2030, 5, 1)}


def test_a_right_that_is_lost_is_a_gap(program: Program) -> None:
    assert plan_for(program, as_of=date(2029, 5, 1)).sound
    assert not plan_for(program, as_of=date(2029, 5, 2)).sound


def test_a_guarantee_without_a_period_ends_after_six_months(program: Program) -> None:
    found = only(plan_for(program, *guaranteed("joint", stated("security.guarantee_period_kind", "until_paid"))))
    (first, *_) = found.deadlines
    assert (first.kind, first.last, first.by_statute) == (Kind.GUARANTEE_CLAIM, date(2026, 11, 1), True)
    # 30 days before is Friday 2 October, in the week of the national holiday: 30 September.
    assert first.remind == date(2026, 9, 30)
    assert "guarantor_claim" in {step.action for step in found.steps} and found.late == ()


def test_a_period_of_the_contract_counts(program: Program) -> None:
    stated_months = stated("security.guarantee_period_months", months(24))
    found = only(plan_for(program, *guaranteed("joint", stated_months)))
    assert ends(found)[Kind.GUARANTEE_CLAIM] == date(2028, 5, 1) and not found.deadlines[0].by_statute


def test_a_claim_after_the_guarantee_period_is_too_late(program: Program) -> None:
    # Grade B claims on the guarantor 45 days after 1 May, on 15 June; one month ends on 1 June.
    found = only(plan_for(program, *guaranteed("joint", stated("security.guarantee_period_months", months(1)))))
    (late,) = found.late
    assert (late.action, late.day, late.deadline.last) == ("guarantor_claim", date(2026, 6, 15), date(2026, 6, 1))


def test_a_general_guarantee_needs_the_debtor_sued_in_time(program: Program) -> None:
    # Nothing said of the mode is a general guarantee (民法典 686): suit on 15 July, two months end on 1 July.
    period = stated("security.guarantee_period_months", months(2))
    plan = plan_for(program, *guaranteed("unspecified", period))
    found = only(plan)
    assert ends(found)[Kind.GUARANTEE_SUIT] == date(2026, 7, 1)
    assert [each.why for each in found.left_out if each.action == "guarantor_claim"] == [Why.GENERAL_GUARANTEE]
    assert [(each.action, each.day) for each in found.late] == [("suit", date(2026, 7, 15))]
    assert not plan.sound


def test_no_guarantee_no_claim(program: Program) -> None:
    found = only(plan_for(program, stated("security.guarantee_present", False)))
    assert [each.why for each in found.left_out if each.action == "guarantor_claim"] == [Why.NO_GUARANTEE]
    assert Kind.GUARANTEE_CLAIM not in ends(found)


def test_a_bill_is_presented_within_ten_days_of_its_maturity(program: Program) -> None:
    terms = (
        one(
            pct=percent(100), anchor="receipt", days=quantity(30), method="bank_acceptance", bill_tenor_months=months(6)
        ),
    )
    found = only(plan_for(program, instalments=terms))
    # 6 months of 30 days from 1 May: 28 October 2026, a Wednesday.
    assert found.matures == date(2026, 10, 28)
    last = ends(found)
    assert last[Kind.BILL_ACCEPTANCE] == date(2026, 10, 27)
    assert last[Kind.BILL_PRESENTMENT] == date(2026, 11, 7)
    assert last[Kind.BILL_RECOURSE] == date(2027, 4, 28)
    recourse = next(step for step in found.steps if step.action == "bill_recourse")
    # Three days after is Saturday 31 October: notice has to be given before.
    assert recourse.day == date(2026, 10, 30)


def test_a_bill_that_matures_on_a_sunday_is_presented_on_monday(program: Program) -> None:
    # Paid 32 days after receipt, on 3 May; 180 days later is Friday 30 October; with 34 days Sunday 1 November.
    terms = (one(pct=percent(100), anchor="receipt", days=quantity(34), bill_tenor_months=months(6)),)
    found = only(plan_for(program, instalments=terms))
    presentment = next(each for each in found.deadlines if each.kind is Kind.BILL_PRESENTMENT)
    assert found.matures == date(2026, 11, 1) and presentment.remind == date(2026, 11, 2)


def test_without_a_bill_there_is_no_recourse(program: Program) -> None:
    found = only(plan_for(program))
    assert [each.why for each in found.left_out if each.action == "bill_recourse"] == [Why.NO_BILL]
    only_bills = stated("payment.methods", ("commercial_acceptance",))
    undated = only(plan_for(program, only_bills))
    assert [each.why for each in undated.left_out if each.action == "bill_recourse"] == [Why.BILL_UNDATED]


def test_a_bank_guarantee_is_claimed_before_it_expires(program: Program) -> None:
    found = only(plan_for(program, stated("security.bank_guarantee_expiry", date(2026, 7, 31))))
    assert ends(found)[Kind.BANK_GUARANTEE] == date(2026, 7, 31)


def test_the_guarantor_is_named_by_the_contracts_words_or_not_at_all() -> None:
    def name(kind: str, present: str = "") -> str | None:
        return guarantor_name(
            book_of(
                stated("party.buyer_name", "天目机械有限公司"),
                stated("security.guarantor_kind", "company", words(kind)),
                stated("security.guarantee_present", True, words(present)),
            )
        )

    assert name("保证人（以下简称“丙方”）：北湖投资有限公司") == "北湖投资有限公司"
    assert (
        name("the guarantee", "Northlake Group plc jointly and severally guarantees the debts.")
        == "Northlake Group plc"
    )
    assert name("由丙方承担连带责任保证") is None
    assert name("Lake One Limited and Lake Two Limited guarantee the price") is None
