"""Money that comes first, blanks of payment forms, means of payment as they are listed: wording and near misses."""

from __future__ import annotations

from decimal import Decimal

import pytest
from presign.facts.fact import Fact
from presign.facts.payment.facts import read
from presign.facts.roles import Parties, Party, Role
from presign.facts.security import deposit
from presign.values import Quantity, Reason
from written_contract import by_name, written

ZH = Parties((Party(Role.BUYER, ("买方", "甲方")), Party(Role.SELLER, ("卖方", "乙方"))))
EN = Parties((Party(Role.BUYER, ("Buyer", "Client")), Party(Role.SELLER, ("Seller", "Supplier"))))


def facts_of(lines: str) -> dict[str, Fact]:
    """The facts of payment and deposit in some lines."""
    latin = lines.isascii()
    text, parties = written(lines, "en" if latin else "zh"), EN if latin else ZH
    return by_name([*read(text, parties), *deposit.read(text, parties)])


def number(fact: Fact) -> Decimal | None:
    return fact.value.amount if isinstance(fact.value, Quantity) else None


ALL_AHEAD = [
    "(Full fee payable prior to commencement of the survey)",
    "Full payment of the Contract Price is required prior to Supplier initiating procurement of the pumps.",
    "Payment in full is required before the order is placed with the factory.",
    "Work will not commence until the fee has been paid in full.",
    "No work will begin until the total amount has been received in cleared funds.",
    "Client agrees to pay Supplier a planning retainer in the amount of $900.00 prior to the start of any drawing work.",
    "The Client shall pay to the Supplier, in advance, a service charge for the year.",
    "卖方收到买方全部货款后发货。",
    "卖方在收到买方全额价款后,将货权转移给买方。",
    "收到甲方全款后3个工作日内安排发货。",
    "甲方付清全部货款后方可提货。",
    "买方须先支付全部货款,卖方再安排交货。",
    "款项全部到账后乙方发货。",
]


@pytest.mark.parametrize("lines", ALL_AHEAD)
def test_all_of_the_price_comes_first(lines: str) -> None:
    facts = facts_of(lines)
    assert (number(facts["payment.prepay_pct"]), number(facts["payment.net_days"])) == (100, 0)


NOT_ALL_AHEAD = [
    # A part of the price, or more to pay beside it.
    "A deposit of $450.00 is payable before work starts.",
    "Client shall pay a retainer of $900.00 prior to commencement. The remaining fees are invoiced monthly.",
    "Client shall pay a design fee of $900.00 prior to commencement. The cabinets cost $7,000.00.",
    "Work will not commence until the deposit has been paid in full.",
    # What is overdue, or what the seller gives back.
    "The Supplier need not proceed until all overdue sums have been paid in full.",
    "The Supplier shall repay the total fees paid in advance for services not provided.",
    "The Client shall pay the rates agreed in advance within 30 days of the invoice date.",
    # Invoices and title follow the money, the goods went before.
    "乙方收到甲方全部货款后7日内开具增值税专用发票。",
    "买方付清全款前,货物所有权归卖方。",
    "甲方验收合格后30天内支付全部货款。",
]


@pytest.mark.parametrize("lines", NOT_ALL_AHEAD)
def test_what_comes_first_is_not_the_price(lines: str) -> None:
    assert number(facts_of(lines)["payment.prepay_pct"]) != 100


def test_the_fee_before_the_work_stands_beside_general_terms() -> None:
    facts = facts_of(
        "Survey\n(Full fee payable prior to commencement of the survey)\n"
        "6. All monies payable by the Client shall be paid within 21 days of invoice."
    )
    assert (number(facts["payment.prepay_pct"]), number(facts["payment.net_days"])) == (100, 21)


def test_terms_for_some_orders_leave_the_prepayment_open() -> None:
    facts = facts_of("Invoices are paid within 21 days. New customers: full payment prior to shipment.")
    assert number(facts["payment.prepay_pct"]) != 100


ANCHORS = [
    ("Payment for goods and services accepted is made only after 40 days of completion of delivery.", "delivery"),
    ("Payment is due 40 days after the goods are accepted.", "acceptance"),
    ("Payment is due 40 days after acceptance of the goods.", "acceptance"),
    ("Payment is due 40 days after completion of the works.", "acceptance"),
    ("系统上线稳定运行满六个月后,甲方向乙方支付合同总金额的10%。", "undefined"),
    ("系统上线后30日内,甲方向乙方支付合同总金额的40%。", "acceptance"),
]


@pytest.mark.parametrize(("lines", "anchor"), ANCHORS)
def test_event_of_payment(lines: str, anchor: str) -> None:
    assert facts_of(lines)["payment.anchor_event"].value == anchor


MEANS = [
    ("Payment may be made by cash, electronic/on-line banking or credit card.", ("transfer", "cash", "card")),
    ("Invoices may be paid through internet banking.", ("transfer",)),
    ("How To Pay\nDirect Deposit\nBank: First Bank\nSort Code: 10-20-30\nCredit Card (Visa)", ("transfer", "card")),
    ("Ways to pay\n1. BPAY\n2. Credit card\n3. Cheque", ("transfer", "cheque", "card")),
    ("How to file a claim\nCredit Card statements are confidential.", None),
    ("The Supplier's bank answers phone banking enquiries.", None),
]


@pytest.mark.parametrize(("lines", "means"), MEANS)
def test_means_as_they_are_listed(lines: str, means: tuple[str, ...] | None) -> None:
    assert facts_of(lines)["payment.methods"].value == means


BLANKS = [
    ("- Deposit: [Amount/%] due on signing\n- Final payment: [Amount/%] due before handover", "payment.instalments"),
    ("- Deposit: [Amount/%] due on signing\n- Final payment: [Amount/%] due before handover", "payment.prepay_pct"),
    ("- Deposit: [Amount/%] due on signing\n- Final payment: [Amount/%] due before handover", "security.deposit_pct"),
    ("Incoterm: FOB\nPayment Terms:\nLead Time: 60 days", "payment.instalments"),
    ("Incoterm: FOB\nPayment Terms:\nLead Time: 60 days", "payment.net_days"),
    ("The price is disbursed to the Seller via {{paymentMode}} within 2 days of delivery.", "payment.methods"),
    ("货款通过____方式支付。", "payment.methods"),
    (
        "开票种类:\n结款日期与结算方式:\n支付方式:\n退货约定:不接受退货。\n货款必须汇到乙方指定的银行帐号。",
        "payment.methods",
    ),
    ("开票种类:\n结款日期与结算方式:\n支付方式:\n退货约定:不接受退货。", "payment.net_days"),
    ("甲方收到发票后  日内支付合同总价的  %,乙方安排发货。", "payment.prepay_pct"),
    ("合同生效后{{n}}日内支付合同总价的{{p}}%,验收后支付{{q}}%。", "payment.prepay_pct"),
    ("到货后付{{a}}%;合同总额的{{b}}%,作为质保金在质保期满10天内付清。", "payment.retention_pct"),
]


@pytest.mark.parametrize(("lines", "name"), BLANKS)
def test_payment_left_open(lines: str, name: str) -> None:
    assert facts_of(lines)[name].reason is Reason.BLANK


FILLED = [
    ("Payment Terms:\nDeposit: 30% with order\nBalance: 70% before delivery", "payment.instalments"),
    ("Incoterm: FOB\nPayment Terms:\nNet 30 from the invoice date", "payment.net_days"),
    ("开票种类:专票\n付款方式:\n1、签订后支付30%;\n2、发货前付清70%。", "payment.instalments"),
    ("验收合格后5日内支付合同总价的  %,乙方开具发票。", "payment.prepay_pct"),
    ("Support is reached via {{supportChannel}}; invoices are paid by wire transfer.", "payment.methods"),
]


@pytest.mark.parametrize(("lines", "name"), FILLED)
def test_payment_not_left_open(lines: str, name: str) -> None:
    assert facts_of(lines)[name].reason is not Reason.BLANK


def test_days_left_open_beside_open_sums() -> None:
    facts = facts_of(
        "- Deposit: [Amount/%] due on signing\n- Final payment: [Amount/%] due before handover\n"
        "Invoices are payable within [7/14/30] days of invoice date."
    )
    assert facts["payment.net_days"].reason is Reason.BLANK
    assert facts["payment.anchor_event"].value == "invoice_date"


WORDS = [
    ("The Client shall pay to the Supplier, in advance, a service charge of Rs 12,000.", "prepay"),
    ("- Deposit: $500 due on booking", "deposit"),
    ("The Client shall pay the rates agreed in advance within 30 days.", None),
    ("The Client shall pay the Fees monthly in advance.", None),
]


@pytest.mark.parametrize(("lines", "word"), WORDS)
def test_word_for_money_in_advance(lines: str, word: str | None) -> None:
    assert facts_of(lines)["security.deposit_word"].value == word


def test_security_money_in_the_amount_one_side_sets() -> None:
    assert number(facts_of("甲方应交纳乙方规定的起拍金额的8%作为保证金。")["security.deposit_pct"]) == 8
    assert facts_of("乙方须按甲方规定的账户交纳货款总额5%的保证金。")["security.deposit_word"].value is None


def test_invoice_presented_for_payment() -> None:
    fact = facts_of("Payment for goods will be made against presentation of original invoice.")["payment.invoice_first"]
    assert fact.value is True
