"""Amounts in figures and in words."""

from __future__ import annotations

import random
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from presign.facts.quantities.money import find_money, find_unit_prices
from presign.facts.quantities.money_words import find_money_words, write_chinese_money, write_english_money
from presign.values import Money


def figures(text: str, default: str | None = None) -> list[tuple[str, str]]:
    return [(str(item.value.amount), item.value.currency) for item in find_money(text, default)]


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("合计¥1,665,600.00元", "1665600", "CNY"),
        ("人民币 120万元", "1200000", "CNY"),
        ("RMB 5,000", "5000", "CNY"),
        ("CNY88.50", "88.5", "CNY"),
        ("USD 12,340.00", "12340", "USD"),
        ("US$1.5 million", "1500000", "USD"),
        ("$ 300", "300", "USD"),
        ("HK$300", "300", "HKD"),
        ("A$ 70", "70", "AUD"),
        ("€1.234.567,89", "1234567.89", "EUR"),
        ("£2,000", "2000", "GBP"),
        ("12,340.00 US dollars", "12340", "USD"),
        ("1.2 million dollars", "1200000", "USD"),
        ("¥1,2345", "12345", "CNY"),
        ("USD 12 340.50", "12340.5", "USD"),
        ("¥1, 665, 600.00", "1665600", "CNY"),
        ("3万5千元", "35000", "CNY"),
        ("1亿2000万元", "120000000", "CNY"),
        ("12元5角", "12.5", "CNY"),
        ("12元5角8分", "12.58", "CNY"),
        ("美元5000元", "5000", "USD"),
        ("5000日元", "5000", "JPY"),
        ("¥5000(日元)", "5000", "JPY"),
        ("人民币(小写):¥100.00", "100", "CNY"),
        ("20000元人民币", "20000", "CNY"),
    ],
)
def test_amounts_in_figures(text: str, amount: str, currency: str) -> None:
    assert figures(text) == [(amount, currency)]


@pytest.mark.parametrize("text", ["总价 1,665,600.00", "30元件", "¥5O,000", "EUR 1,50", "第8.2条", "50圆钢", "2026年"])
def test_what_is_no_amount(text: str) -> None:
    assert figures(text) == []


def test_a_full_width_comma_ends_the_amount() -> None:
    assert figures("货款¥1000,2026年3月付清") == [("1000", "CNY")]


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("450元/吨", "450", "吨"),
        ("每吨500元", "500", "吨"),
        ("USD 5 per kg", "5", "kg"),
        ("人民币30元每台", "30", "台"),
        ("USD 5 each", "5", ""),
    ],
)
def test_unit_prices_are_no_amounts(text: str, amount: str, unit: str) -> None:
    assert figures(text) == []
    found = [(str(item.value.price.amount), item.value.unit) for item in find_unit_prices(text)]
    assert found == [(amount, unit)]


def test_bare_figures_are_money_only_where_the_caller_says_so() -> None:
    assert figures("1,665,600.00", "CNY") == [("1665600", "CNY")]
    assert figures("30台", "CNY") == []


def test_a_span_covers_the_amount_with_its_marks() -> None:
    text = "合同总价为人民币120万元(含税)"
    found = find_money(text)[0]
    assert text[found.start : found.end] == "人民币120万元"


# The vectors of the rules for bills and vouchers.
@pytest.mark.parametrize(
    ("words", "amount"),
    [
        ("壹拾贰万叁仟肆佰元整", "123400"),
        ("拾贰万叁仟肆佰圆正", "123400"),
        ("壹仟肆佰零玖元伍角", "1409.5"),
        ("壹仟肆佰零玖元伍角整", "1409.5"),
        ("陆仟零柒元壹角肆分", "6007.14"),
        ("壹仟陆佰捌拾元零叁角贰分", "1680.32"),
        ("壹仟陆佰捌拾元叁角贰分", "1680.32"),
        ("壹拾万柒仟元零伍角叁分", "107000.53"),
        ("壹拾万零柒仟元伍角叁分", "107000.53"),
        ("壹万陆仟肆佰零玖元零贰分", "16409.02"),
        ("叁佰贰拾伍元零肆分", "325.04"),
        ("贰拾捌万元整", "280000"),
        ("伍拾壹万肆仟肆佰捌拾肆元整", "514484"),
        ("壹亿元整", "100000000"),
        ("壹仟零伍万元整", "10050000"),
        ("贰仟万零叁佰元零捌分", "20000300.08"),
        ("叁拾伍万玖千伍佰元整", "359500"),
        ("壹 佰 万 元 整", "1000000"),
        ("伍角", "0.5"),
    ],
)
def test_amounts_in_capitals(words: str, amount: str) -> None:
    for text in (words, f"人民币(大写):{words}"):
        assert [item.value for item in find_money_words(text)] == [Money(Decimal(amount), "CNY")]


@pytest.mark.parametrize(
    ("words", "amount", "currency"),
    [
        ("Say US Dollars twelve thousand three hundred and forty only", "12340", "USD"),
        ("twelve thousand three hundred and forty US dollars", "12340", "USD"),
        ("five dollars and ten cents", "5.1", "USD"),
        ("美元壹万元整", "10000", "USD"),
        ("人民币贰拾捌万整", "280000", "CNY"),
        ("ten thousand euros", "10000", "EUR"),
    ],
)
def test_amounts_in_words_with_their_currency(words: str, amount: str, currency: str) -> None:
    assert [item.value for item in find_money_words(words)] == [Money(Decimal(amount), currency)]


@pytest.mark.parametrize("text", ["元整", "佰拾万元", "one of the parties", "一元化管理", "三角形", "一百五元"])
def test_what_is_no_amount_in_words(text: str) -> None:
    assert find_money_words(text) == []


def test_capitals_read_back_for_ten_thousand_amounts() -> None:
    source = random.Random(802)
    for _ in range(10_000):
        amount = Decimal(source.randrange(10 ** source.randrange(1, 14))) / 100
        found = find_money_words(write_chinese_money(amount))
        assert [item.value.amount for item in found] == [amount], write_chinese_money(amount)


def test_capitals_are_written_by_the_rules() -> None:
    assert write_chinese_money(Decimal("107000.53")) == "人民币壹拾万柒仟元零伍角叁分"
    assert write_chinese_money(Decimal("16409.02")) == "人民币壹万陆仟肆佰零玖元零贰分"
    assert write_chinese_money(Decimal("1409.50")) == "人民币壹仟肆佰零玖元伍角整"
    assert write_chinese_money(Decimal("0")) == "人民币零元整"


_CENTS = st.integers(1, 10**12).map(lambda cents: Decimal(cents) / 100)


@given(
    _CENTS, st.sampled_from(["CNY {:,.2f}", "¥{:.2f}", "人民币{:,.2f}元", "{:,.2f}元", "USD {:,.2f}", "{:,.2f} euros"])
)
def test_figures_read_back(amount: Decimal, form: str) -> None:
    assert [item.value.amount for item in find_money(form.format(amount))] == [amount]


@given(st.integers(1, 10**11).map(lambda cents: Decimal(cents) / 100))
def test_english_words_read_back_as_money(amount: Decimal) -> None:
    assert [item.value for item in find_money_words(write_english_money(amount))] == [Money(amount, "USD")]
