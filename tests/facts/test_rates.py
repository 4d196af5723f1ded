"""Rates with their period, and rates that point to a published one."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from presign.facts.quantities.rates import find_colloquial_rates, find_rates, find_reference_rates
from presign.values import Per, Rate


@pytest.mark.parametrize(
    ("text", "percent", "per"),
    [
        ("每逾期一日,买方应按逾期金额的万分之五支付违约金", "0.05", Per.DAY),
        ("日万分之五", "0.05", Per.DAY),
        ("按日0.1%计", "0.1", Per.DAY),
        ("千分之一/日", "0.1", Per.DAY),
        ("2%的滞纳金/天", "2", Per.DAY),
        ("0.05%/day", "0.05", Per.DAY),
        ("0.1% daily", "0.1", Per.DAY),
        ("interest at 0.5% of the overdue amount for each day of delay", "0.5", Per.DAY),
        ("For each day of delay the Buyer pays 0.2% of the sum due", "0.2", Per.DAY),
        ("1.5% per month", "1.5", Per.MONTH),
        ("月利率2%", "2", Per.MONTH),
        ("18% per annum", "18", Per.YEAR),
        ("12% p.a.", "12", Per.YEAR),
        ("年利率6%", "6", Per.YEAR),
    ],
)
def test_a_share_with_its_period(text: str, percent: str, per: Per) -> None:
    assert [item.value for item in find_rates(text)] == [Rate(Decimal(percent), per)]


@pytest.mark.parametrize(
    "text", ["每月25日前支付95%", "违约金为5%", "一年后支付5%", "合同总价的20%,质保期1年", "每逾期一周按1%"]
)
def test_a_share_without_a_period_is_no_rate(text: str) -> None:
    assert find_rates(text) == []


def test_a_cap_behind_a_rate_is_no_rate() -> None:
    found = find_rates("每逾期一日按0.1%支付违约金,但最高不超过合同总价的5%")
    assert [item.value for item in found] == [Rate(Decimal("0.1"), Per.DAY)]


@pytest.mark.parametrize(
    "text", ["按LPR的1.5倍计息", "在LPR基础上加收30%", "8% per annum above the base rate", "同期银行贷款利率"]
)
def test_a_published_rate_has_no_figure_of_its_own(text: str) -> None:
    assert len(find_reference_rates(text)) == 1
    assert find_rates(text) == []


def test_fen_and_li_depend_on_the_period() -> None:
    assert [item.value for item in find_colloquial_rates("月息2分")] == [Rate(Decimal(2), Per.MONTH)]
    assert [item.value for item in find_colloquial_rates("月息一分五")] == [Rate(Decimal("1.5"), Per.MONTH)]
    assert [item.value for item in find_colloquial_rates("月息二分半")] == [Rate(Decimal("2.5"), Per.MONTH)]
    assert [item.value for item in find_colloquial_rates("年息八厘")] == [Rate(Decimal(8), Per.YEAR)]


_FORMS = {
    Per.DAY: ["每逾期一日,按{}%支付违约金", "{}% per day", "{}%/天", "日{}%"],
    Per.MONTH: ["{}% per month", "{}%/月", "月利率{}%"],
    Per.YEAR: ["{}% per annum", "年利率{}%", "{}% a year"],
}


@given(st.sampled_from(list(Per)[:3]), st.integers(0, 3), st.integers(1, 4000))
def test_rates_read_back(per: Per, form: int, parts: int) -> None:
    percent = Decimal(parts) / 100
    text = _FORMS[per][form % len(_FORMS[per])].format(f"{percent:f}")
    assert [item.value for item in find_rates(text)] == [Rate(percent, per)]
