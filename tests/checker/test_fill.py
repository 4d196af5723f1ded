"""Messages filled with values in the words of each language."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from checked_case import ANCHOR, CREDIT, DAYS, PROGRAM, check, finding
from presign.checker.fill import fill, value_words
from presign.facts.fact import absent, stated
from presign.policylang.core import Sort, Type
from presign.values import Money, Per, Quantity, Rate, Record, Unit, Value

PLAIN = Type(Sort.TEXT)


@pytest.mark.parametrize(
    ("value", "type", "en", "zh"),
    [
        (Quantity(Decimal(90), Unit.DAYS), DAYS, "90 days", "90日"),
        (Quantity(Decimal(1), Unit.DAYS), DAYS, "1 day", "1日"),
        (Quantity(Decimal(10), Unit.WORKING_DAYS), PLAIN, "10 working days", "10个工作日"),
        (Quantity(Decimal(1), Unit.WORKING_DAYS), PLAIN, "1 working day", "1个工作日"),
        (Quantity(Decimal("6.0"), Unit.MONTHS), PLAIN, "6 months", "6个月"),
        (Quantity(Decimal("1E+2"), Unit.PERCENT), PLAIN, "100%", "100%"),
        (Quantity(Decimal("33.3333333"), Unit.PERCENT), PLAIN, "33.3333%", "33.3333%"),
        (Quantity(Decimal(24), Unit.HOURS), PLAIN, "24 hours", "24小时"),
        (Quantity(Decimal("1.50"), Unit.NUMBER), PLAIN, "1.5", "1.5"),
        (Money(Decimal("1665600"), "CNY"), None, "CNY 1,665,600.00", "人民币1,665,600.00元"),
        (Money(Decimal("12340.5"), "USD"), None, "USD 12,340.50", "12,340.50美元"),
        (Money(Decimal("0.125"), "CNY"), None, "CNY 0.1250", "人民币0.1250元"),
        (Money(Decimal(7), "AUD"), None, "AUD 7.00", "AUD 7.00"),
        (Rate(Decimal("0.05"), Per.DAY), None, "0.05% per day", "每日0.05%"),
        (Rate(Decimal("18"), Per.YEAR), None, "18% per year", "每年18%"),
        (Rate(Decimal("5"), Per.ONCE), None, "5% once", "一次性5%"),
        (date(2026, 3, 2), None, "2026-03-02", "2026年3月2日"),
        (True, None, "yes", "是"),
        ("delivery", ANCHOR, "delivery", "交货"),
        ("final_test", ANCHOR, "终验", "终验"),
        ("尽快", PLAIN, "尽快", "尽快"),
        (("delivery", "final_test"), Type(Sort.LIST, of=ANCHOR), "delivery, 终验", "交货、终验"),
        (Record((("pct", Quantity(Decimal(30), Unit.PERCENT)), ("retention", False))), None, "30%", "30%"),
        (Record((("pct", Quantity(Decimal(5), Unit.PERCENT)), ("retention", True))), None, "5% retention", "5% 质保金"),
        (Record((("handed_over", True),)), None, "handed over", "handed over"),
    ],
)
def test_a_value_in_words(value: Value, type: Type | None, en: str, zh: str) -> None:
    assert value_words(value, type, PROGRAM, "en") == en
    assert value_words(value, type, PROGRAM, "zh") == zh


def test_a_message_is_filled() -> None:
    found = finding(check(stated("customer.grade", "B")), "CRT-01")
    assert fill(CREDIT.message.en, found, PROGRAM, "en") == (
        "90 days from delivery for CNY 1,665,600.00; grade B allows 45 days"
    )
    assert fill(CREDIT.message.zh, found, PROGRAM, "zh") == "交货后90日付人民币1,665,600.00元；B级上限45日"


def test_what_has_no_value_is_said_to_have_none() -> None:
    found = finding(check(absent("contract.amount")), "CRT-01")
    assert fill(CREDIT.message.en, found, PROGRAM, "en") == (
        "90 days from delivery for absent; grade unknown allows unknown"
    )
    assert fill("{max_days}，{contract.amount}", found, PROGRAM, "zh") == "不明，未载明"


def test_braces_around_other_words_stay() -> None:
    assert fill("{not a fact}", finding(check(), "CRT-01"), PROGRAM, "en") == "{not a fact}"
