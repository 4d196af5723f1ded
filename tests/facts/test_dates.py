"""Dates, those that can be read two ways, and those left open."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from presign.facts.quantities.dates import find_ambiguous_dates, find_blank_dates, find_dates, write_chinese_date

_DAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    "text",
    [
        "2026年3月2日",
        "2026 年 03 月 02 日",
        "二〇二六年三月二日",
        "二○二六年三月二日",
        "贰零贰陆年叁月零贰日",
        "2026.3.2",
        "2026-03-02",
        "2026/3/2",
        "20260302",
        "2 March 2026",
        "2-Mar-2026",
        "March 2, 2026",
        "March 2nd, 2026",
        "the 2nd day of March, 2026",
        "second day of March 2026",
        "Mar. 2, 2026",
    ],
)
def test_one_day_in_every_form(text: str) -> None:
    assert [item.value for item in find_dates(f"({text})")] == [_DAY]


@pytest.mark.parametrize(
    "text", ["2026年2月30日", "HT-20260302", "2026.13.2", "2026年3月", "9999年1月1日", "02/03/2026"]
)
def test_what_is_no_certain_date(text: str) -> None:
    assert find_dates(text) == []


def test_day_and_month_that_could_change_places() -> None:
    assert [item.value for item in find_ambiguous_dates("02/03/2026")] == [(date(2026, 3, 2), date(2026, 2, 3))]
    assert find_ambiguous_dates("13/03/2026") == []
    assert [item.value for item in find_dates("13/03/2026 03/13/2026")] == [date(2026, 3, 13)] * 2


@pytest.mark.parametrize(
    "text",
    [
        "__年__月__日",
        "签订日期:年月日",
        "    年  月  日",
        "20 年 月 日",
        "2026年__月__日",
        "____ day of ____, 20__",
        "this ___ day of March, 2026",
        "[ ] day of [ ] 2026",
    ],
)
def test_dates_left_open(text: str) -> None:
    assert len(find_blank_dates(text)) == 1
    assert find_dates(text) == []


@pytest.mark.parametrize("text", ["2026年3月2日", "二〇二六年三月二日", "出生年月日", "2 March 2026"])
def test_dates_filled_in(text: str) -> None:
    assert find_blank_dates(text) == []


@given(st.dates(date(1949, 1, 1), date(2099, 12, 31)), st.integers(0, 6))
def test_dates_read_back(day: date, form: int) -> None:
    forms = [
        write_chinese_date(day),
        f"{day.year}年{day.month}月{day.day}日",
        day.isoformat(),
        f"{day.year}.{day.month}.{day.day}",
        day.strftime("%d %B %Y"),
        day.strftime("%B %d, %Y"),
        f"the {day.day}th day of {day:%B}, {day.year}",
    ]
    assert [item.value for item in find_dates(forms[form])] == [day]
