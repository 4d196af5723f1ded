"""Shares in percent."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from presign.facts.quantities.percents import find_percents, write_chinese_percent


def shares(text: str) -> list[str]:
    return [str(item.value) for item in find_percents(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("支付30%", ["30"]),
        ("百分之三十(30%)", ["30"]),
        ("thirty percent (30%)", ["30"]),
        ("百分之一点五", ["1.5"]),
        ("千分之五", ["0.5"]),
        ("5‰", ["0.5"]),
        ("万分之五", ["0.05"]),
        ("万分之2.5", ["0.025"]),
        ("预付三成货款", ["30"]),
        ("5 per cent", ["5"]),
        ("30%-60%-10%", ["30", "60", "10"]),
        ("twenty percent and 5 percent", ["20", "5"]),
        ("one and one half percent (1 1/2%)", ["1.5"]),
        ("one and a half per cent", ["1.5"]),
        ("one-half of one percent", ["0.5"]),
        ("3/4%", ["0.75"]),
        ("订货时付一半", ["50"]),
        ("一半以上", []),
        ("30%-50%", []),
        ("3%至5%", []),
        ("下降3个百分点", []),
        ("完成", []),
        ("九成新", []),
    ],
)
def test_shares(text: str, expected: list[str]) -> None:
    assert shares(text) == expected


def test_words_and_figures_that_disagree_stay_two() -> None:
    assert shares("thirty percent (60%)") == ["30", "60"]


def test_a_gloss_is_part_of_the_span() -> None:
    text = "付百分之三十(30%)货款"
    found = find_percents(text)[0]
    assert text[found.start : found.end] == "百分之三十(30%)"


@given(st.integers(1, 1_000_000).map(lambda parts: Decimal(parts) / 10_000))
def test_figures_read_back(percent: Decimal) -> None:
    assert [item.value for item in find_percents(f"按{percent:f}%计")] == [percent]


@given(st.integers(1, 9_999).map(lambda parts: Decimal(parts) / 100))
def test_numerals_read_back(percent: Decimal) -> None:
    assert [item.value for item in find_percents(write_chinese_percent(percent))] == [percent]
