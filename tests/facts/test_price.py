from __future__ import annotations

from decimal import Decimal

import pytest
from presign.facts.contract import facts as contract_facts
from presign.facts.contract import price, price_table
from presign.facts.contradictions import with_contradictions
from presign.facts.fact import Fact
from presign.facts.parties.read import read_parties
from presign.values import Money, Quantity, Reason, State, Unit
from written_contract import by_name, written

HEADING = "铜箔买卖合同\n甲方（买方）：九江远帆电子有限公司\n乙方（卖方）：赣州晶科材料有限公司\n"


def facts_of(lines: str, language: str = "zh") -> dict[str, Fact]:
    text = written(lines, language)
    parties = read_parties(text)
    every = [*price.read(text, parties), *price_table.read(text, parties), *contract_facts.read(text, parties)]
    return with_contradictions(by_name(every))


def yuan(amount: str) -> Money:
    return Money(Decimal(amount), "CNY")


@pytest.mark.parametrize(
    "line",
    [
        "合同总价：人民币36,500.00元（大写：叁万陆仟伍佰元整）。",
        "本合同总金额为人民币叁万陆仟伍佰元整（￥36500.00）。",
        "价税合计（小写）：¥36,500.00，（大写）叁万陆仟伍佰元整",
        "合计人民币（大写）：叁万陆仟伍佰元整；（小写）：￥36,500元。",
        "货款共计3.65万元（大写：叁万陆仟伍佰元整）",
        "合同总价（元）：36500，大写：叁万陆仟伍佰元整",
        "设备价款3万元，安装费6,500元，合同总价36,500元（大写：叁万陆仟伍佰元整）。本合同总价款中已包含备件费500元。",
    ],
)
def test_total_in_figures_and_words(line: str) -> None:
    facts = facts_of(HEADING + line)
    assert facts["contract.amount"].value == yuan("36500")
    assert facts["contract.amount_words"].value == yuan("36500")
    assert facts["contract.currency"].value == "CNY"
    assert facts["contract.conflicts"].state is State.ABSENT


def test_figures_and_words_that_differ_are_both_stated_and_a_conflict() -> None:
    facts = facts_of(HEADING + "合同总价：36,500.00元（大写：叁万伍仟陆佰元整）。")
    assert facts["contract.amount"].value == yuan("36500")
    assert facts["contract.amount_words"].value == yuan("35600")
    assert facts["contract.conflicts"].value == ("contract.amount/contract.amount_words",)


def test_two_totals_contradict() -> None:
    facts = facts_of(HEADING + "合同总价为36,500元。\n第五条 本合同总金额为38,500元。")
    assert facts["contract.amount"].reason is Reason.CONTRADICTION
    assert {evidence.quote[-7:] for evidence in facts["contract.amount"].evidence} == {"36,500元", "38,500元"}


@pytest.mark.parametrize(
    "line",
    [
        "合同总价：______元（大写：______）。",
        "合同总金额为人民币【】元。",
        "总价：",
        "货款总额为人民币XXX元",
        "合计人民币金额（大写）　　　　　　　",
    ],
)
def test_an_open_total_is_blank(line: str) -> None:
    fact = facts_of(HEADING + line)["contract.amount"]
    assert (fact.state, fact.reason) == (State.UNKNOWN, Reason.BLANK)


@pytest.mark.parametrize(
    "line",
    [
        "甲方支付合同总价的30%，计10,950元。",
        "单价为人民币120元/件，以订单为准。",
        "甲方预计年度采购总额约人民币800万元。",
        "违约金累计不超过合同总价的5%。",
        "授信额度为人民币50万元。",
        "违约方赔偿总额不超过合同总价，即36,500元。",
        "单笔订单金额不低于5万元。",
    ],
)
def test_shares_unit_prices_and_forecasts_are_no_total(line: str) -> None:
    assert facts_of(HEADING + line)["contract.amount"].state is State.ABSENT


def test_line_total_of_a_table_with_a_merged_total_row() -> None:
    facts = facts_of(
        HEADING
        + "品名\t规格\t数量\t单价（元）\t金额（元）\n垫片\tD20\t100\t1.50\t150.00\n法兰\tDN50\t10\t88.00\t880.00\n合计\t110\t\t1,030.00\n合同总价1,130.00元。"
    )
    assert facts["contract.line_total"].value == yuan("1030.00")
    assert facts["contract.conflicts"].value == ("contract.amount/contract.line_total",)
    assert facts["contract.goods_spec_complete"].value is True


def test_a_table_in_ten_thousands_counts_its_unit() -> None:
    facts = facts_of(HEADING + "名称\t型号\t数量\t金额（万元）\n压机\tP5\t1\t12.5\n合计\t\t\t12.5")
    assert facts["contract.line_total"].value == yuan("125000.0")
    assert facts["contract.amount"].value == yuan("125000.0")


def test_a_table_never_filled_in_leaves_the_total_blank() -> None:
    facts = facts_of(HEADING + "品名\t规格\t数量\t单价\t金额\n\t\t\t\t\n\t\t\t\t\n双方另行约定。")
    assert facts["contract.amount"].reason is Reason.BLANK
    assert facts["contract.goods_spec_complete"].value is False


def test_payment_shares_are_no_line_items() -> None:
    facts = facts_of("Milestone\tShare of fee\tAmount (USD)\nDesign\t60%\t600.00\nHandover\t30%\t300.00", "en")
    assert facts["contract.line_total"].state is State.ABSENT


@pytest.mark.parametrize(
    ("line", "rate"),
    [
        ("上述单价含13%增值税。", "13"),
        ("合同价款含税（增值税税率为9%）。", "9"),
        ("乙方开具税率为6%的增值税专用发票。", "6"),
        ("含税1%，含运费。", "1"),
    ],
)
def test_tax_rates(line: str, rate: str) -> None:
    assert facts_of(HEADING + line)["contract.tax_rate"].value == Quantity(Decimal(rate), Unit.PERCENT)


def test_tax_rate_open_twofold_or_of_another_tax() -> None:
    assert facts_of(HEADING + "增值税专用发票（税率：__%）")["contract.tax_rate"].reason is Reason.BLANK
    twofold = facts_of(HEADING + "设备税率13%，安装服务税率6%，均开具增值税专用发票。")
    assert twofold["contract.tax_rate"].reason is Reason.UNCLEAR
    assert facts_of(HEADING + "代扣10%的所得税。")["contract.tax_rate"].state is State.ABSENT


def test_english_price() -> None:
    facts = facts_of(
        'This Agreement is made between Nettle Ltd ("Supplier") and Bram Inc. ("Buyer").\n'
        "The total price is EUR 12,400.00 (twelve thousand four hundred euros), exclusive of VAT at 19%.",
        "en",
    )
    assert facts["contract.amount"].value == Money(Decimal("12400"), "EUR")
    assert facts["contract.amount_words"].value == Money(Decimal("12400"), "EUR")
    assert facts["contract.tax_rate"].value == Quantity(Decimal(19), Unit.PERCENT)
    assert facts["contract.amount_tax_incl"].value is False


def test_words_broken_by_a_line_end_are_read_to_their_end() -> None:
    facts = facts_of(
        "Total Value USD 3,650.00\nin words: SAY US DOLLARS THREE THOUSAND SIX HUNDRED AND\nFIFTY ONLY", "mixed"
    )
    assert facts["contract.amount_words"].value in (None, Money(Decimal("3650"), "USD"))


@pytest.mark.parametrize(
    ("line", "basis"),
    [
        ("合同暂定总价为人民币90,000元，最终以结算金额为准。", "provisional"),
        ("合同总价为人民币90,000元，为固定总价。", "fixed"),
        ("产品单价：螺栓2元/个。", "unit_price"),
        ("单价另行协商。", "open"),
        ("价格按成本加酬金计算。", "cost_plus"),
    ],
)
def test_price_bases(line: str, basis: str) -> None:
    assert facts_of(HEADING + line)["contract.price_basis"].value == basis


@pytest.mark.parametrize(
    ("line", "currency"),
    [
        ("Payments shall be made in euro to the account stated.", "EUR"),
        ("Price per unit (GBP) as in Schedule 1.", "GBP"),
        ("The price is US$[ ] per set.", "USD"),
    ],
)
def test_currency_without_a_total(line: str, currency: str) -> None:
    assert facts_of(line, "en")["contract.currency"].value == currency


def test_a_sum_in_passing_tells_no_currency() -> None:
    assert facts_of("Insurance of $2,000,000 shall be kept.", "en")["contract.currency"].state is State.ABSENT


@pytest.mark.parametrize(
    ("line", "total"),
    [
        ("The Fee is AUD 84,000 exclusive of GST.", "84000 AUD"),
        ("4.  Amount:     US$ 28,500.00", "28500 USD"),
        ("The Machine is sold for the sum of £9,750.", "9750 GBP"),
        ("In consideration of the payment of US$30,000 the Seller delivers the press.", "30000 USD"),
        ("The Buyer shall pay the Seller £7,200 for the Goods.", "7200 GBP"),
        ("The total amount payable under this Agreement is CHF 77,000.", "77000 CHF"),
        ("The subscription charge is £84,000 for each contract year.", None),
        ("The Charges are £1,200 per month.", None),
        ("The Fee is £500. The Price is £700.", None),
    ],
)
def test_the_total_in_plain_english(line: str, total: str | None) -> None:
    value = facts_of(line, "en")["contract.amount"].value
    assert (f"{value.amount} {value.currency}" if isinstance(value, Money) else None) == total


@pytest.mark.parametrize(
    ("line", "language", "rate"),
    [
        ("Prices are exclusive of VAT, which is currently 20%.", "en", "20"),
        ("VAT is payable in addition at the rate then in force (at the date of this Agreement, 20%).", "en", "20"),
        ("税率\t6%,含税", "zh", "6"),
        ("加工费不含税,开票另加税点13%。", "zh", "13"),
    ],
)
def test_tax_rates_said_in_passing(line: str, language: str, rate: str) -> None:
    assert facts_of(line, language)["contract.tax_rate"].value == Quantity(Decimal(rate), Unit.PERCENT)


def test_a_yearly_charge_tells_the_currency() -> None:
    assert (
        facts_of("The subscription charge is £84,000 for each contract year.", "en")["contract.currency"].value == "GBP"
    )
