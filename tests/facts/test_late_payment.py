from __future__ import annotations

from decimal import Decimal

import pytest
from one_clause import facts_of, shown
from presign.facts.remedies import late_payment
from presign.values import Quantity, Reason, State, Unit


@pytest.mark.parametrize(
    ("clause", "present", "rate"),
    [
        ("甲方未按约定时间支付货款的，每延迟一天应按未付金额的0.05%向乙方支付滞纳金。", True, "0.05/day"),
        ("如甲方未能在约定期限内付清货款，则每日按欠款总额的3‰向乙方支付违约金。", True, "0.3/day"),
        ("逾期付款违约金：按日万分之五计算。", True, "0.05/day"),
        ("甲方应按时付款，否则每逾期一日支付应付款0.1%的滞纳金。", True, "0.1/day"),
        ("乙方逾期开具发票的，甲方有权顺延付款，并按每日万分之三收取违约金。", "absent", "absent"),
        ("需方逾期付款的，应按照中国人民银行有关延期付款的规定向供方偿付逾期付款的违约金。", True, "unclear"),
        ("乙方逾期交货或甲方逾期付款的，按银行有关规定承担违约金。", True, "unclear"),
        ("甲方无正当理由拒收货物的，应偿付拒收货款总额5%的违约金。", "absent", "absent"),
        ("Late payments shall bear interest at ____% per month.", True, "blank"),
        ("甲方逾期支付款项的，应当向乙方支付逾期付款利息，利率为年利率12%。", True, "12/year"),
        ("超过付款期限的，每天加收1‰滞纳金。", True, "0.1/day"),
        ("买方未按期付款的，应向卖方支付逾期金额5%的违约金。", True, "5/once"),
        # A published rate has no figure of its own.
        ("甲方应在收货后30日内付款，逾期按银行同期贷款利率计收利息。", True, "unclear"),
        ("任何一方逾期付款的，应按一年期贷款市场报价利率的四倍支付逾期利息。", True, "unclear"),
        ("甲方逾期付款的，每逾期一日按应付款项的____%支付违约金。", True, "blank"),
        # Penalties of the seller, and of either side for any breach.
        ("乙方逾期交货的，每日按合同总价的千分之五向甲方支付违约金。", "absent", "absent"),
        ("乙方逾期交货的，每逾期一日按逾期部分货款的千分之一支付违约金。", "absent", "absent"),
        ("乙方未按期退还甲方已付款项的，每逾期一日按未退金额的万分之五支付违约金。", "absent", "absent"),
        ("一方违约的，应向守约方支付合同总价20%的违约金。", "absent", "absent"),
        ("甲方迟延付款的，应承担相应的违约责任。", "absent", "absent"),
        ("甲方延迟付款的，乙方不得要求甲方支付利息及违约金。", False, "absent"),
        (
            "Any invoice unpaid after thirty days shall accrue interest at eighteen percent (18%) per annum.",
            True,
            "18/year",
        ),
        ("A late charge of 2% per month will be added to all past due balances.", True, "2/month"),
        ("Payments not received within 30 days will incur a 5% late fee.", True, "5/once"),
        ("Seller may charge interest on late payments at 8 percentage points above the base rate.", True, "unclear"),
        ("No interest shall accrue on late payments.", False, "absent"),
        ("Overdue invoices shall not bear interest.", False, "absent"),
        (
            "If the Seller fails to pay a refund within 10 days it shall pay interest at 1% per month.",
            "absent",
            "absent",
        ),
        ("All right, title and interest in the Goods shall pass to the Buyer on payment.", "absent", "absent"),
    ],
)
def test_charge_and_rate(clause: str, present: object, rate: str) -> None:
    facts = facts_of(late_payment.read, clause)
    assert shown(facts["remedy.late_fee_present"]) == present
    assert shown(facts["remedy.late_fee_rate"]) == rate


def test_a_year_of_a_daily_and_a_monthly_rate() -> None:
    daily = facts_of(late_payment.read, "买方逾期付款的，每逾期一日按欠款的万分之三支付违约金。")
    assert daily["remedy.late_fee_annual"].value == Quantity(Decimal("10.95"), Unit.PERCENT)
    monthly = facts_of(late_payment.read, "Overdue amounts bear interest at 1.5% per month (18% per annum).")
    assert shown(monthly["remedy.late_fee_rate"]) == "1.5/month"
    assert monthly["remedy.late_fee_annual"].value == Quantity(Decimal(18), Unit.PERCENT)


def test_a_flat_charge_has_no_yearly_rate() -> None:
    facts = facts_of(late_payment.read, "买方未按期付款的，应支付逾期金额5%的违约金。")
    assert facts["remedy.late_fee_annual"].reason is Reason.NOT_COMPUTABLE


def test_the_cap_is_not_the_rate() -> None:
    facts = facts_of(late_payment.read, "买方逾期付款，应按日万分之三承担违约金，但违约金总额不超过合同总价的10%。")
    assert shown(facts["remedy.late_fee_rate"]) == "0.03/day"
    assert shown(facts["remedy.late_fee_cap_pct"]) == "10"


def test_two_clauses_that_disagree_are_both_quoted() -> None:
    clause = (
        "甲方逾期付款的，每逾期一日按欠款的万分之三支付违约金。\n甲方拖欠货款的，每逾期一日按欠款的千分之一支付违约金。"
    )
    rate = facts_of(late_payment.read, clause)["remedy.late_fee_rate"]
    assert (rate.state, rate.reason) == (State.UNKNOWN, Reason.CONTRADICTION)
    assert ["万分之三" in rate.evidence[0].quote, "千分之一" in rate.evidence[1].quote] == [True, True]


def test_giving_up_interest_is_a_waiver() -> None:
    facts = facts_of(late_payment.read, "甲方逾期付款的，乙方放弃主张违约金。")
    assert facts["remedy.interest_waiver"].value is True
    withheld = facts_of(late_payment.read, "发票不合格的，甲方有权延迟付款且不承担逾期责任。")
    assert withheld["remedy.interest_waiver"].state is State.ABSENT


def test_the_sellers_own_delay() -> None:
    facts = facts_of(late_payment.read, "乙方逾期交货的，每逾期一日按合同总价的千分之一支付违约金。")
    assert shown(facts["remedy.seller_delay_annual"]) == "36.5"


def test_a_quote_is_a_sentence_at_most() -> None:
    padding = "双方确认本合同项下的货物规格、数量、价格及交付安排均以附件所列为准，" * 10
    facts = facts_of(late_payment.read, padding + "甲方逾期付款的，每逾期一日按欠款的万分之三支付违约金。")
    quote = facts["remedy.late_fee_present"].evidence[0].quote
    assert len(quote) <= 200
    assert "甲方逾期付款的" in quote
