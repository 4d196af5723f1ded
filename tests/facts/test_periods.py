"""Lengths of time."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from presign.facts.quantities.number_words import write_english_number
from presign.facts.quantities.periods import DayType, find_periods, write_chinese_period
from presign.values import Quantity, Unit


def lengths(text: str) -> list[tuple[str, str]]:
    return [(str(item.value.quantity.amount), item.value.quantity.unit.value) for item in find_periods(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("验收后30日内", ("30", "days")),
        ("30天", ("30", "days")),
        ("三十日", ("30", "days")),
        ("30(三十)日", ("30", "days")),
        ("三十(30)日", ("30", "days")),
        ("thirty (30) days", ("30", "days")),
        ("30 (thirty) calendar days", ("30", "days")),
        ("30个工作日", ("30", "working days")),
        ("30日(工作日)内", ("30", "working days")),
        ("ten business days", ("10", "working days")),
        ("5 banking days", ("5", "working days")),
        ("一个月", ("1", "months")),
        ("三个半月", ("3.5", "months")),
        ("半年内", ("6", "months")),
        ("一年半", ("18", "months")),
        ("2个季度", ("6", "months")),
        ("a 12-month period", ("12", "months")),
        ("两年", ("2", "years")),
        ("two years", ("2", "years")),
        ("两周", ("14", "days")),
        ("six (6) weeks", ("42", "days")),
        ("24小时", ("24", "hours")),
        ("60日前", ("60", "days")),
    ],
)
def test_one_length(text: str, expected: tuple[str, str]) -> None:
    assert lengths(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "每月25日",
        "每月15日、25日",
        "次月5日前",
        "2026年3月2日",
        "2026年",
        "26年3月",
        "25th of each month",
        "第三日",
        "2026-03-02日",
        "30日历",
        "thirty (60) days",
    ],
)
def test_what_is_no_length(text: str) -> None:
    assert lengths(text) == []


def test_which_days_count() -> None:
    kinds = [item.value.day_type for item in find_periods("10日, 10个自然日, 10个工作日, 10 calendar days")]
    assert kinds == [DayType.UNSTATED, DayType.CALENDAR, DayType.BUSINESS, DayType.CALENDAR]


def test_a_range_is_its_upper_end() -> None:
    found = find_periods("7-10 business days")[0].value
    assert (found.quantity, found.low) == (Quantity(Decimal(10), Unit.WORKING_DAYS), Decimal(7))


def test_a_length_behind_a_date_is_found() -> None:
    assert lengths("自2026年3月2日起30日内") == [("30", "days")]
    assert lengths("每月结账后30日内") == [("30", "days")]


_TIMES = [Unit.HOURS, Unit.DAYS, Unit.WORKING_DAYS, Unit.MONTHS, Unit.YEARS]
_ENGLISH = {Unit.WORKING_DAYS: "business days"}


@given(st.sampled_from(_TIMES), st.integers(1, 99), st.booleans())
def test_lengths_read_back(unit: Unit, number: int, words: bool) -> None:
    quantity = Quantity(Decimal(number), unit)
    name = _ENGLISH.get(unit, unit.value)
    english = f"{write_english_number(number)} ({number}) {name}" if words else f"{number} {name}"
    for text in (english, write_chinese_period(quantity)):
        assert [item.value.quantity for item in find_periods(text)] == [quantity]
