"""Payment terms in wordings of many trades: definitions elsewhere, days of later months, percentages of other things."""

from __future__ import annotations

import pytest
from one_clause import facts_of, shown
from presign.facts.payment import facts as payment
from presign.values import Quantity, Record


def _shares(clause: str) -> list[str]:
    value = facts_of(payment.read, clause)["payment.instalments"].value
    assert isinstance(value, tuple)
    shares = [one.get("pct") for one in value if isinstance(one, Record)]
    return [f"{share.amount.normalize():f}" if isinstance(share, Quantity) else "" for share in shares]


def _term(clause: str) -> tuple[object, object]:
    facts = facts_of(payment.read, clause)
    return shown(facts["payment.net_days"]), shown(facts["payment.anchor_event"])


@pytest.mark.parametrize(
    ("clause", "shares"),
    [
        ("二、付款\n每批货到后30日内付款,允许千分之三的磅差。", [""]),
        ("二、付款\n卖方迟延的责任以该批货款的2%为限。\n信用期为发货之日起45天。", [""]),
        ("二、付款\n结算以过磅数为准,损耗3%由乙方承担;货到之日起30日内付清货款。", [""]),
        ("二、付款\n甲方收到增值税专用发票后支付30%,验收合格后支付70%。", ["30", "70"]),
        ("先付三成定金,货到付清。", ["30", ""]),
        ("订货时付一半,提货时付清余款。", ["50", ""]),
        ("3. The charge excludes VAT at the rate then in force (now 20%).\n4. The Buyer shall pay within 30 days of invoice.", [""]),
        ("4. Payment. A tolerance of 5% is allowed. The Buyer shall pay within 30 days of delivery.", [""]),
        ("4. Payment. The Seller's liability is limited to 10% of the price. Invoices are payable within 30 days.", [""]),
        ("Payment: 20% T/T with order; 80% D/P at sight.", ["20", "80"]),
        ("Payment: 50% with order, balance on completion.", ["50", ""]),
    ],
)  # fmt: skip
def test_a_percentage_of_something_else_is_no_instalment(clause: str, shares: list[str]) -> None:
    assert _shares(clause) == shares


@pytest.mark.parametrize(
    ("clause", "days", "anchor"),
    [
        ('1.5 "账期"指自对账单所属结算月最后一日起的六十(60)日。\n2.1 甲方应在账期内付清货款。', "60", "month_end"),
        ('1.2 "付款期"系指自甲方收到发票之日起的45日。\n5.1 甲方应在付款期内支付货款。', "45", "invoice_receipt"),
        ("5.1 甲方应在账期内付清货款。\n附件一\n【账期】:月结60天。", "60", "month_end"),
        ("信用期限为发货之日起45天。", "45", "delivery"),
        ('"Payment Period" means forty-five (45) days beginning on the day after the Buyer receives a valid tax invoice.'
         "\n11. PAYMENT\n11.1 The Buyer shall pay each invoice within the Payment Period.", "45", "invoice_receipt"),
        ('"Credit Period" means 60 days from the date of the invoice.', "60", "invoice_date"),
        ('"Due Date" means the date falling thirty (30) days after the date of the invoice.\n'
         "5. The Buyer shall pay by the Due Date.", "30", "invoice_date"),
        ("Credit terms: 30 days EOM subject to a credit limit of $50,000.", "30", "month_end"),
    ],
)  # fmt: skip
def test_the_term_is_found_in_its_definition(clause: str, days: str, anchor: str) -> None:
    assert _term(clause) == (days, anchor)


@pytest.mark.parametrize(
    ("clause", "days"),
    [
        ("甲方应于次月25日前付清上月货款。", "25"),
        ("甲方于次次月10日前支付当月货款。", "40"),
        ("货款下个月底付清。", "30"),
        ("货款于交货后的第二个月25号支付。", "25"),
        ("Payment shall be made on or before the 25th of the following month.", "25"),
        ("The Buyer shall pay by the end of the month following the month of invoice.", "30"),
        ("The Buyer shall pay not later than the 10th day of the second month following delivery.", "40"),
        ("The Buyer shall pay on the last business day of the month following delivery.", "30"),
    ],
)
def test_a_day_of_a_later_month_counts_from_the_end_of_the_month(clause: str, days: str) -> None:
    assert _term(clause) == (days, "month_end")


@pytest.mark.parametrize(
    ("clause", "days", "anchor"),
    [
        ("发票开出后第45天付款。", "45", "invoice_date"),
        ("收货之日起满30天付款。", "30", "receipt"),
        ("付款方式:电汇,货到后60天。", "60", "delivery"),
        ("The Buyer shall pay within a fortnight of the date of the invoice.", "14", "invoice_date"),
        ("The Buyer must pay each Tax Invoice within 30 days of receiving it.", "30", "invoice_receipt"),
        ("All accounts are to be settled within 30 days of the statement date.", "30", "statement"),
        ("The fee is payable annually in advance, within 30 days of receipt of an invoice.", "30", "invoice_receipt"),
        ("Payment: by draft at sixty (60) days' sight, documents against acceptance.", "60", "sight"),
    ],
)
def test_a_period_in_plain_words(clause: str, days: str, anchor: str) -> None:
    assert _term(clause) == (days, anchor)


@pytest.mark.parametrize(
    "clause",
    ["滚动结算,压一批付一批。", "每批货款于下一批货到时付清。", "当月25日对账,隔月15日前付款。"],
)
def test_rolling_arrears_and_every_other_month_give_no_days(clause: str) -> None:
    assert _term(clause)[0] in ("absent", "unclear")


def test_days_left_blank_are_blank_though_other_words_speak_of_delivery() -> None:
    clause = (
        "二、付款方式\n1.合同签订后____日内,甲方支付合同总金额____%的预付款;\n"
        "2.全部货物验收合格后____日内,支付至合同总金额的____%;\n3.剩余____%作为质保金,质保期____个月,期满付清。"
    )
    facts = facts_of(payment.read, clause)
    assert [shown(facts[f"payment.{name}"]) for name in ("net_days", "anchor_event", "retention_months")] == [
        "blank"
    ] * 3


def test_retention_taken_off_each_payment_leaves_the_term_of_payment() -> None:
    clause = "The Buyer shall pay each claim within 15 days after the end of the month, less retention of 5%."
    facts = facts_of(payment.read, clause)
    assert (shown(facts["payment.net_days"]), shown(facts["payment.retention_pct"])) == ("15", "5")


def test_retention_defined_as_a_share_waits_for_the_defects_period() -> None:
    clause = (
        '"Retention" means five per cent (5%) of each progress payment.\n"Defects Period" means the period of twelve'
        " months from completion.\nRetention is released at the end of the Defects Period."
    )
    facts = facts_of(payment.read, clause)
    assert (shown(facts["payment.retention_pct"]), shown(facts["payment.retention_months"])) == ("5", "12")


def test_what_the_seller_may_ask_for_one_day_is_no_way_to_pay() -> None:
    clause = "Payment shall be made by wire transfer. The Seller may at any time require payment by letter of credit."
    assert shown(facts_of(payment.read, clause)["payment.methods"]) == ("transfer",)
