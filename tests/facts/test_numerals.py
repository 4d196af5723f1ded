"""Chinese numerals and English number words, read and written."""

from __future__ import annotations

import random
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from presign.facts.quantities.number_words import read_english_number, write_english_number
from presign.facts.quantities.numerals import read_chinese_number, write_chinese_number


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("十", 10),
        ("十五", 15),
        ("一百零五", 105),
        ("叁拾伍万玖千伍佰", 359500),
        ("壹仟零伍万", 10050000),
        ("贰仟万零叁佰", 20000300),
        ("壹拾万零柒仟", 107000),
        ("貳佰萬", 2000000),
        ("两千", 2000),
        ("一万亿", 10**12),
        ("二〇二六", 2026),
        ("贰零贰陆", 2026),
        ("3万5千", 35000),
        ("1亿2000万", 120000000),
        ("零佰壹拾贰万零仟零佰零拾零", 120000),
        ("一百十五", 115),
        ("廿五", 25),
    ],
)
def test_numerals_are_read(words: str, number: int) -> None:
    assert read_chinese_number(words) == number


def test_a_point_makes_decimals() -> None:
    assert read_chinese_number("一点五") == Decimal("1.5")
    assert read_chinese_number("三点五万") == 35000


@pytest.mark.parametrize(
    "words", ["一百五", "一万五", "三五", "佰拾万", "百", "五五百", "一千零十五", "一百二百", "", "万"]
)
def test_what_could_be_two_numbers_or_none_is_not_read(words: str) -> None:
    assert read_chinese_number(words) is None


@pytest.mark.parametrize(
    ("number", "small", "capital"),
    [
        (0, "零", "零"),
        (10, "十", "壹拾"),
        (105, "一百零五", "壹佰零伍"),
        (107000, "十万七千", "壹拾万柒仟"),
        (20000300, "二千万零三百", "贰仟万零叁佰"),
        (100000000, "一亿", "壹亿"),
        (1001, "一千零一", "壹仟零壹"),
    ],
)
def test_numerals_are_written(number: int, small: str, capital: str) -> None:
    assert write_chinese_number(number) == small
    assert write_chinese_number(number, capital=True) == capital


@given(st.integers(0, 10**16 - 1), st.booleans())
def test_chinese_numerals_read_back(number: int, capital: bool) -> None:
    assert read_chinese_number(write_chinese_number(number, capital)) == number


@given(st.integers(0, 10**12 - 1))
def test_english_words_read_back(number: int) -> None:
    assert read_english_number(write_english_number(number)) == number


def test_many_sizes_read_back() -> None:
    source = random.Random(20260302)
    for _ in range(10_000):
        number = source.randrange(10 ** source.randrange(1, 17))
        assert read_chinese_number(write_chinese_number(number, capital=True)) == number


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("twelve thousand three hundred and forty", 12340),
        ("Thirty-Five", 35),
        ("one million two hundred thousand", 1200000),
        ("twelve hundred", 1200),
        ("zero", 0),
    ],
)
def test_english_words_are_read(words: str, number: int) -> None:
    assert read_english_number(words) == number


@pytest.mark.parametrize("words", ["one two", "five twenty", "hundred", "thousand million", "twenty eleven", ""])
def test_malformed_english_words_are_not_read(words: str) -> None:
    assert read_english_number(words) is None


def test_numbers_without_words_are_refused() -> None:
    with pytest.raises(ValueError):
        write_chinese_number(10**16)
    with pytest.raises(ValueError):
        write_english_number(-1)
