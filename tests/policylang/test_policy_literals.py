"""Values as they are written, in both spellings, and back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from presign.policylang.lexer import tokens
from presign.policylang.literals import literal_value, write_literal
from presign.values import Money, Per, Quantity, Rate, Unit, Value


def quantity(amount: str, unit: Unit) -> Quantity:
    return Quantity(Decimal(amount), unit)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("CNY 500,000", Money(Decimal(500_000), "CNY")),
        ("USD 12,340.00", Money(Decimal("12340.00"), "USD")),
        ("CNY 50万", Money(Decimal(500_000), "CNY")),
        ("人民币50万元", Money(Decimal(500_000), "CNY")),
        ("500,000 元", Money(Decimal(500_000), "CNY")),
        ("50万元", Money(Decimal(500_000), "CNY")),
        ("3亿元", Money(Decimal(300_000_000), "CNY")),
        ("1.5 亿美元", Money(Decimal(150_000_000), "USD")),
        ("30%", quantity("30", Unit.PERCENT)),
        ("0.05% per day", Rate(Decimal("0.05"), Per.DAY)),
        ("1.5% per month", Rate(Decimal("1.5"), Per.MONTH)),
        ("18% per year", Rate(Decimal(18), Per.YEAR)),
        ("5% once", Rate(Decimal(5), Per.ONCE)),
        ("每日 0.05%", Rate(Decimal("0.05"), Per.DAY)),
        ("每天0.05%", Rate(Decimal("0.05"), Per.DAY)),
        ("每月 1.5%", Rate(Decimal("1.5"), Per.MONTH)),
        ("每年 18%", Rate(Decimal(18), Per.YEAR)),
        ("一次性 5%", Rate(Decimal(5), Per.ONCE)),
        ("30 days", quantity("30", Unit.DAYS)),
        ("1 day", quantity("1", Unit.DAYS)),
        ("30天", quantity("30", Unit.DAYS)),
        ("30 日", quantity("30", Unit.DAYS)),
        ("10 working days", quantity("10", Unit.WORKING_DAYS)),
        ("10 个工作日", quantity("10", Unit.WORKING_DAYS)),
        ("10工作日", quantity("10", Unit.WORKING_DAYS)),
        ("6 months", quantity("6", Unit.MONTHS)),
        ("6 个月", quantity("6", Unit.MONTHS)),
        ("2 years", quantity("2", Unit.YEARS)),
        ("2 年", quantity("2", Unit.YEARS)),
        ("24 hours", quantity("24", Unit.HOURS)),
        ("24 小时", quantity("24", Unit.HOURS)),
        ("3", quantity("3", Unit.NUMBER)),
        ("1,000", quantity("1000", Unit.NUMBER)),
        ("2026-01-31", date(2026, 1, 31)),
    ],
)
def test_a_literal_is_one_token_with_its_value(text: str, value: Value) -> None:
    (token,) = tokens(text)
    assert token.text == text
    assert literal_value(text) == value


@pytest.mark.parametrize("text", ["2026-02-30", "2026-13-01", "9" * 31, "0000-01-01"])
def test_what_is_no_value(text: str) -> None:
    assert literal_value(text) is None


def test_full_width_digits_are_digits() -> None:
    (token,) = tokens("３０　天")
    assert literal_value(token.text) == quantity("30", Unit.DAYS)


def test_a_unit_ends_before_the_next_word() -> None:
    assert [each.text for each in tokens("30天且 x")] == ["30天", "且", "x"]
    assert [each.text for each in tokens("3 days_late")] == ["3", "days_late"]
    assert [each.text for each in tokens("a-1")] == ["a", "-", "1"]


AMOUNTS = st.decimals(min_value=-(10**12), max_value=10**12, places=2, allow_nan=False)
VALUES = st.one_of(
    st.builds(Money, AMOUNTS, st.sampled_from(["CNY", "USD", "EUR"])),
    st.builds(Rate, AMOUNTS, st.sampled_from(list(Per))),
    st.builds(Quantity, AMOUNTS, st.sampled_from(list(Unit))),
    st.dates(min_value=date(1900, 1, 1)),
)


@given(VALUES, st.sampled_from(["en", "zh"]))
def test_a_value_written_is_read_back(value: Value, language: str) -> None:
    assert literal_value(write_literal(value, language)) == value
