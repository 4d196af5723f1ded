"""Terms of payment as trades all over word them, one clause each: the credit, its event, what is paid ahead or kept."""

from __future__ import annotations

from decimal import Decimal

import pytest
from one_clause import facts_of, shown
from presign.facts.payment.facts import read
from presign.facts.payment.shares import makes_whole
from presign.facts.quantities.money import find_money
from presign.facts.quantities.percents import find_percents
from presign.facts.quantities.periods import find_periods
from presign.values import Quantity, Record

CREDIT: list[tuple[str, str, str]] = [
    ("Payment terms: 2% 15 days, net 50 days from invoice date.", "50", "invoice_date"),
    ("Customer pays within the time printed on the order or, if none is stated, within two (2) months of the invoice date.",
     "60", "invoice_date"),
    ("Buyer will pay the Seller's invoice within thirty-five (35) net days of receipt of a complete invoice.",
     "35", "invoice_receipt"),
    ("Buyer shall pay within 75 days after the receipt of a correct, complete and fully supported invoice.",
     "75", "invoice_receipt"),
    ("Buyer will make payment for all sums not in dispute within 28 days of receipt of Seller's invoice(s) (the \"Payment Terms\").",
     "28", "invoice_receipt"),
    ("Standard payment terms: 25 days net from invoice date.", "25", "invoice_date"),
    ("Payment Terms: open account, 40 days end of month.", "40", "month_end"),
    ("All invoices issued hereunder become due thirty-two (32) days after issuance.", "32", "invoice_date"),
    ("Buyer shall pay no later than fifty (50) days after receipt of each such payment request and invoice.",
     "50", "invoice_receipt"),
    ("Buyer shall pay, or give notice of any good faith dispute to, Seller within 65 days after receipt of the invoice.",
     "65", "invoice_receipt"),
    ("Save where otherwise agreed, the price is due for payment on the 18th of the month following the date of invoice.",
     "18", "month_end"),
    ("Provided that the Goods conform, Buyer will pay Seller net 55 days after receipt of the invoice.", "55", "invoice_receipt"),
    ("Buyer pays each invoice on or before the fortieth (40th) day following the date of the invoice.", "40", "invoice_date"),
    ("Charges are payable by the Buyer within twelve (12) days after the billing date.", "12", "invoice_date"),
    ("Payment shall be made on a Net-35 basis.", "35", "invoice_date"),
    ("Terms of payment: by D/P after sight 45 days.", "45", "sight"),
    ("Terms: due on receipt.", "0", "invoice_receipt"),
    ("The price must be paid in full upon receipt of the shipping documents.", "0", "sight"),
    ("甲方应于收票后50天内付清。", "50", "invoice_receipt"),
    ("二、付款期限：发票入账后75天。", "75", "invoice_receipt"),
    ("二、货款结算\n双方同意月结（20日对账，次月12日转账付清）。", "12", "month_end"),
    ("二、付款\n甲方于每月4日前报送到货明细，双方核对后乙方开票，甲方在收票后55日内付款。", "55", "invoice_receipt"),
    ("甲方在每半年结束后20个工作日内支付维保费。", "20", "month_end"),
    ("如货物经检验无质量问题，甲方应自验收之日起25日内付款。", "25", "acceptance"),
    ("付款条件：交货时支付全部货款。", "0", "delivery"),
    ("二、付款\n出货后70天结算，电汇。", "70", "delivery"),
    ("付款方式：票随货到，45天付款。", "45", "invoice_receipt"),
    ("甲方验收合格后2个月内付清全部货款，不留质保金。", "60", "acceptance"),
    ("货到50天付清。", "50", "delivery"),
]  # fmt: skip


@pytest.mark.parametrize(("clause", "days", "anchor"), CREDIT)
def test_the_credit_and_what_it_runs_from(clause: str, days: str, anchor: str) -> None:
    facts = facts_of(read, clause)
    assert (shown(facts["payment.net_days"]), shown(facts["payment.anchor_event"])) == (days, anchor)


AHEAD: list[tuple[str, str]] = [
    ("Terms: CWO", "100"),
    ("Terms: CIA", "100"),
    ("Payment must accompany the order.", "100"),
    ("All sales are made on a prepayment basis.", "100"),
    ("Payment terms: 35% with order placement, and the balance plus any applicable freight when notified the machine is"
     " ready for shipment.", "100"),
    ("Buyer shall pay the Purchase Price in full at the time of Buyer's order.", "100"),
    ("付款方式：电汇，全款到账后2个工作日内发货。", "100"),
    ("先付40%排产，尾款付清发货。", "100"),
    ("付款：签约后4日内付定金25%，发货前付55%，余款20%于货到40日内付清。", "80"),
    ("年度服务费于合同签订后8个工作日内一次性付清。", "100"),
    ("本合同不设预付款和质保金，到货验收后35天内一次性支付。", "0"),
]  # fmt: skip


@pytest.mark.parametrize(("clause", "share"), AHEAD)
def test_what_is_paid_before_delivery(clause: str, share: str) -> None:
    assert shown(facts_of(read, clause)["payment.prepay_pct"]) == share


SHARES: list[tuple[str, list[tuple[str | None, str | None, str | None]]]] = [
    ("On delivery seventy (70) percent of the Contract Price shall be paid on receipt of the Goods.\n"
     "The remaining thirty (30) percent of the Contract Price shall be paid within 20 days of the acceptance certificate.",
     [("70", "receipt", "0"), ("30", "acceptance", "20")]),
    ("40% advance against ABG, 50% on pro-rata basis against receipt of material at site within 30 days, and 10% after"
     " commissioning.", [("40", None, None), ("50", "receipt", "30"), ("10", "acceptance", None)]),
    ("The Fee is payable as to one half on signature and as to the remaining half on completion of the Services.",
     [("50", "sign", None), ("50", "acceptance", "0")]),
    ("Payment: 45% deposit, 55% against B/L copy.", [("45", None, None), ("55", "sight", "0")]),
    ("付款方式\n(1)设备调试合格后，乙方提交合同总价100%金额的发票及合同总价90%金额的收据，甲方支付合同总价的90%。\n"
     "(2)质保期满2年后，乙方提交合同总价10%金额的收据，甲方支付合同总价的10%。",
     [("90", "acceptance", None), ("10", "warranty_end", None)]),
    ("付款方式：乙方提交履约保函后，甲方收到履约保证金并收到发票后支付合同总价60%的款项。验收合格后，甲方支付合同总价40%的款项。",
     [("60", "invoice_receipt", None), ("40", "acceptance", None)]),
    ("付款：第一期款：签约之日起6天内支付合同总价的30%（其中合同总价的15%作为定金）；货到后20日内支付70%。",
     [("30", "sign", "6"), ("70", "delivery", "20")]),
    ("付款：签约时付30%，乙方供货满60万元时，甲方支付货款的70%。", [("30", "sign", None), ("70", "delivery", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("clause", "expected"), SHARES)
def test_each_share_with_its_event(clause: str, expected: list[tuple[str | None, str | None, str | None]]) -> None:
    value = facts_of(read, clause)["payment.instalments"].value
    assert isinstance(value, tuple)
    rows = []
    for one in value:
        assert isinstance(one, Record)
        pct, days = one.get("pct"), one.get("days")
        rows.append((
            f"{pct.amount.normalize():f}" if isinstance(pct, Quantity) else None,
            one.get("anchor"),
            f"{days.amount.normalize():f}" if isinstance(days, Quantity) else None,
        ))  # fmt: skip
    assert rows == expected


RETENTION: list[tuple[str, str, str]] = [
    ("票到后20日内付款95%，余5%质保一年。", "5", "12"),
    ("付款：货到后付95%，合同总价的5%作为质量保证金，待质保期（验收合格之日起18个月）届满后支付。", "5", "18"),
    ("签约后先付总货款的三成，货到付六成，剩余一成一年后无质量问题付清。", "10", "12"),
    ("付款：货到后20日内付97%，余3%作为质保金，货到两年内付清。", "3", "24"),
    ("Buyer shall retain 8% of the Contract Price until the end of the Defects Liability Period of fifteen (15) months.",
     "8", "15"),
]  # fmt: skip


@pytest.mark.parametrize(("clause", "share", "months"), RETENTION)
def test_money_kept_back(clause: str, share: str, months: str) -> None:
    facts = facts_of(read, clause)
    assert (shown(facts["payment.retention_pct"]), shown(facts["payment.retention_months"])) == (share, months)


@pytest.mark.parametrize(
    "clause", ["甲方验收合格后2个月内付清全部货款，不留质保金。", "不设预付款和质保金，到货后30天内付清。"]
)
def test_retention_that_is_denied_is_none(clause: str) -> None:
    assert shown(facts_of(read, clause)["payment.retention_pct"]) == "absent"


@pytest.mark.parametrize(
    ("clause", "share", "days"),
    [
        ("Payment terms: 3% 12 days, net 45.", "3", "12"),
        ("A discount of 4% may be taken on invoices settled within 9 days of invoice date.", "4", "9"),
    ],
)
def test_a_discount_for_paying_early_is_no_share(clause: str, share: str, days: str) -> None:
    facts = facts_of(read, clause)
    assert shown(facts["payment.discount_pct"]) == share
    assert shown(facts["payment.net_days"]) in ("45", "absent")
    assert shown(facts["payment.discount_days"]) == days


def test_a_mix_of_means_is_no_list_of_instalments() -> None:
    facts = facts_of(read, "支付方式为：银行承兑汇票（6个月内）占60%，现汇占40%。")
    assert shown(facts["payment.instalments"]) == "absent"
    assert shown(facts["payment.methods"]) == ("transfer", "bank_acceptance")
    assert shown(facts["payment.bill_tenor_months"]) == "6"


def test_money_from_a_foreign_customer_comes_first() -> None:
    facts = facts_of(read, "乙方报关完毕且甲方收到境外买家全额外汇款后，甲方在扣除相关费用后将余款支付给乙方。")
    assert shown(facts["payment.anchor_event"]) == "third_party_payment"
    assert shown(facts["payment.back_to_back"]) is True
    assert shown(facts["payment.setoff_by_buyer"]) is True
    assert shown(facts["payment.methods"]) != ("transfer",)


def test_a_fee_on_signing_is_no_rival_of_the_running_terms() -> None:
    facts = facts_of(
        read,
        "Payment of the support fee is due upon execution of this Agreement.\n"
        "Buyer will pay the amount invoiced within 33 days after the date of Seller's invoice.",
    )
    assert shown(facts["payment.net_days"]) == "33"


def test_a_list_with_its_sums_left_open_is_a_list_all_the_same() -> None:
    facts = facts_of(
        read,
        "Payment\nThe Buyer shall pay:\n(i) $[***] payable on or before one month after the Effective Date;\n"
        "(ii) $[***] payable on or before two months after the Effective Date.",
    )
    assert shown(facts["remedy.instalment_count"]) == "2"


def test_percentages_that_make_a_whole() -> None:
    assert makes_whole("20% on order, 80% thereafter")
    assert not makes_whole("100% on order") and not makes_whole("20% and 30%")


def test_words_before_figures_and_odd_units() -> None:
    assert [one.value for one in find_percents("Eighty-five (85) percent of the price")] == [Decimal(85)]
    assert [one.value.quantity.amount for one in find_periods("两年内付清")] == [Decimal(2)]
    assert not find_periods("2026年内付清")
    assert not find_money("1 ${name}") and find_money("₦500")[0].value.currency == "NGN"


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("验收合格后一次性付清，乙方收款前向甲方提供等额有效发票。", True),
        ("设备验收合格后，乙方提交合同总价80%金额的发票及收据，甲方支付合同总价的80%。", True),
        ("设备安装完成后，甲方根据乙方提供的相应金额的发票支付合同价款的75%。", True),
        ("Payment terms are net 50 EOM, counted from the month in which Seller's invoice is dated.", True),
        ("Buyer must collect the goods within 5 days and pay the balance of the invoice price.", "absent"),
    ],
)
def test_whether_the_invoice_comes_first(clause: str, expected: object) -> None:
    assert shown(facts_of(read, clause)["payment.invoice_first"]) == expected


SILENT = [
    "Seller shall deliver the goods within 30 days after receipt of the Buyer's order and pay any freight.",
    "If any invoice is not paid within 30 days of its due date, Seller may charge interest at 1% per month.",
    "Seller shall refund the price within 14 days after receipt of the returned goods.",
    "Supplier shall ship the products within 45 days after receipt of payment in full.",
    "Seller shall insure the goods for 110% of invoice value within 5 days of shipment.",
    "乙方应于甲方付款后10日内开具发票。",
    "乙方应在合同签订后5日内提交10%的履约保证金，验收合格后30日内无息退还。",
    "如乙方提供的货物不合格，应在3日内退还已收货款并支付货款20%的违约金。",
    "甲方逾期付款超过30日的，乙方有权停止供货。",
]


@pytest.mark.parametrize("clause", SILENT)
def test_days_and_shares_of_other_duties_are_no_terms_of_payment(clause: str) -> None:
    facts = facts_of(read, clause)
    assert shown(facts["payment.instalments"]) == "absent"
    assert shown(facts["payment.net_days"]) == "absent"
