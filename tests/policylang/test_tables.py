"""Tables: the row that fits, three-valued, in the interpreter and in the compiled rules alike."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from presign.policylang.compiler import compile_program
from presign.policylang.core import ANYTHING, Among, Between, HitPolicy, Program
from presign.policylang.interpreter import evaluate
from presign.policylang.load import load_texts
from presign.values import Money, Quantity, Reading, Unit, known

VOCABULARY = """
scale role: sales < credit < finance < board
scale grade: D < C < B < A
kinds place: seller, buyer, unnamed
fact contract.amount: money  alias 合同.金额  from contract
fact payment.net_days: days  alias 付款.账期  from contract
fact customer.grade: grade  alias 客户.等级  from case
fact dispute.court: place  alias 争议.法院  from contract
fact approval.level: role  alias 审批.级别  from case
"""
APPROVER = """
table approver: role
  given contract.amount, payment.net_days
  hit unique
  | up to CNY 500,000                    | up to 30 days => sales   |
  | up to CNY 500,000                    | over 30 days  => credit  |
  | over CNY 500,000 up to CNY 2,000,000 | any           => finance |
  | over CNY 2,000,000                   | any           => board   |
rule CRT-09 "Approved too low"
  severity block
  requires approval.level >= approver
"""
APPROVER_ZH = """
决策表 approver: role
  给定 合同.金额、付款.账期
  命中 唯一
  | 不超过 50万元                | 不超过 30 天 => sales   |
  | 不超过 50万元                | 超过 30 天   => credit  |
  | 超过 50万元 不超过 200万元   | 任一         => finance |
  | 超过 200万元                 | 任一         => board   |
规则 CRT-09 中 "审批级别不足"
  级别 阻断
  要求 审批.级别 >= approver
"""
AS_OF = date(2026, 5, 4)


def program_of(text: str) -> Program:
    loaded = load_texts([("vocabulary", VOCABULARY), ("rules", text)])
    assert loaded.diagnostics == ()
    assert loaded.program is not None
    return loaded.program


def verdicts(text: str, facts: dict[str, Reading], as_of: date = AS_OF) -> list[tuple[str, tuple[str, ...]]]:
    """What both evaluators say, which must be the same."""
    program = program_of(text)
    walked = evaluate(program, facts, as_of)
    assert compile_program(program).evaluate(facts, as_of) == walked
    return [(outcome.verdict.value, outcome.missing) for outcome in walked]


def cny(amount: str) -> Reading:
    return known(Money(Decimal(amount), "CNY"))


def days(number: int) -> Reading:
    return known(Quantity(Decimal(number), Unit.DAYS))


@pytest.mark.parametrize(
    ("amount", "tenor", "level", "verdict"),
    [
        ("500000", 30, "sales", "satisfied"),
        ("500000", 31, "sales", "violated"),
        ("500000", 31, "credit", "satisfied"),
        ("500000.01", 1, "credit", "violated"),
        ("500000.01", 1, "finance", "satisfied"),
        ("2000000", 400, "finance", "satisfied"),
        ("2000000.01", 0, "finance", "violated"),
        ("2000000.01", 0, "board", "satisfied"),
    ],
)
def test_a_row_is_chosen_by_its_ranges_to_the_cent(amount: str, tenor: int, level: str, verdict: str) -> None:
    facts = {"contract.amount": cny(amount), "payment.net_days": days(tenor), "approval.level": known(level)}
    assert verdicts(APPROVER, facts) == [(verdict, ())]


def test_both_spellings_give_one_table() -> None:
    english, chinese = program_of(APPROVER), program_of(APPROVER_ZH)
    assert english.parameters == chinese.parameters
    table = english.parameters["approver"]
    assert table.hit is HitPolicy.UNIQUE
    assert table.versions[0].rows[2] == (
        (Between(Money(Decimal("500000"), "CNY"), True, Money(Decimal("2000000"), "CNY"), False), ANYTHING),
        "finance",
    )


def test_any_needs_no_fact_and_a_column_that_decides_does() -> None:
    large = {"contract.amount": cny("900000"), "approval.level": known("finance")}
    assert verdicts(APPROVER, large) == [("satisfied", ())]
    small = {"contract.amount": cny("9000"), "approval.level": known("sales")}
    assert verdicts(APPROVER, small) == [("undecided", ("payment.net_days",))]


def test_rows_that_may_fit_and_agree_give_their_value() -> None:
    text = """
    table approver: role given contract.amount, payment.net_days
      hit first
      | up to CNY 100 | over 90 days => credit |
      | up to CNY 100 | any          => credit |
      | over CNY 100  | any          => board  |
    rule CRT-09 "Approved too low"  severity block  requires approval.level >= approver
    """
    facts = {"contract.amount": cny("50"), "approval.level": known("credit")}
    assert verdicts(text, facts) == [("satisfied", ())]


def test_the_first_row_that_fits_counts() -> None:
    text = """
    table approver: role given contract.amount
      hit first
      | up to CNY 100 => sales |
      | up to CNY 500 => credit |
      | any           => board |
    rule CRT-09 "Approved too low"  severity block  requires approval.level = approver
    """
    for amount, level in (("100", "sales"), ("100.5", "credit"), ("500", "credit"), ("501", "board")):
        facts = {"contract.amount": cny(amount), "approval.level": known(level)}
        assert verdicts(text, facts) == [("satisfied", ())]


def test_money_of_another_currency_finds_its_own_row_or_none() -> None:
    text = """
    table approver: role given contract.amount
      | up to CNY 500,000 => sales |
      | over CNY 500,000 => board |
      | up to USD 70,000 => sales |
      | over USD 70,000 => credit |
    rule CRT-09 "Approved too low"  severity block  requires approval.level = approver
    """
    dollars = {"contract.amount": known(Money(Decimal("80000"), "USD")), "approval.level": known("credit")}
    assert verdicts(text, dollars) == [("satisfied", ())]
    euros = {"contract.amount": known(Money(Decimal("80000"), "EUR")), "approval.level": known("credit")}
    assert verdicts(text, euros) == [("undecided", ("approver",))]


def test_scales_have_ranges_and_kinds_are_listed() -> None:
    text = """
    table limit: days given customer.grade, dispute.court
      | at least B        | seller, unnamed => 60 days |
      | at least B        | buyer           => 30 days |
      | over D under B    | any             => 15 days |
      | D                 | any             =>  0 days |
    rule CRT-01 "Too long"  severity high  requires payment.net_days <= limit
    """
    table = program_of(text).parameters["limit"]
    assert table.versions[0].rows[0][0] == (Between(low="B"), Among(("seller", "unnamed")))
    for grade, court, allowed in (("A", "seller", 60), ("B", "buyer", 30), ("C", "buyer", 15), ("D", "unnamed", 0)):
        facts = {"customer.grade": known(grade), "dispute.court": known(court)}
        assert verdicts(text, facts | {"payment.net_days": days(allowed)}) == [("satisfied", ())]
        assert verdicts(text, facts | {"payment.net_days": days(allowed + 1)}) == [("violated", ())]


def test_sections_follow_each_other_by_date() -> None:
    text = """
    table limit: days given contract.amount
      in force from 2025-01-01 until 2025-12-31
      | any => 60 days |
      in force from 2026-01-01  review by 2026-12-31
      | up to CNY 100 => 45 days |
      | over CNY 100 => 30 days |
    rule CRT-01 "Too long"  severity high  requires payment.net_days <= limit
    """
    facts = {"contract.amount": cny("500"), "payment.net_days": days(45)}
    assert verdicts(text, facts, date(2025, 12, 31)) == [("satisfied", ())]
    assert verdicts(text, facts, date(2026, 1, 1)) == [("violated", ())]
    assert verdicts(text, facts, date(2024, 12, 31)) == [("undecided", ("limit",))]


def test_a_table_too_large_to_be_judged_says_so() -> None:
    rows = "".join(f"| over {at} days up to {at + 1} days => sales |\n" for at in range(301))
    loaded = load_texts([("v", VOCABULARY), ("t", f"table approver: role given payment.net_days\n{rows}")])
    assert [each.key for each in loaded.diagnostics] == ["W603"]
    assert loaded.program is not None
