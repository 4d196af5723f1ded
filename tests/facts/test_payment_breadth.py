"""Payment clauses of many trades: events, catering, carriage, leases, exports, form contracts with parts left open."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from presign.facts.contract.price import read as read_price
from presign.facts.contract.price_table import read as read_table
from presign.facts.payment.facts import read
from presign.facts.roles import Parties, Party, Role
from presign.values import Money, Quantity, Record, State
from written_contract import by_name, written

ZH = Parties((Party(Role.BUYER, ("买方", "甲方")), Party(Role.SELLER, ("卖方", "乙方"))))
EN = Parties((Party(Role.BUYER, ("Buyer", "Customer")), Party(Role.SELLER, ("Seller", "Supplier"))))


def read_all(lines: str) -> dict[str, Any]:
    language = "en" if lines.isascii() else "zh"
    return by_name(read(written(lines, language), EN if language == "en" else ZH))


def plain(value: object) -> object:
    if isinstance(value, Quantity):
        return int(value.amount) if value.amount == int(value.amount) else value.amount
    return value


def steps(lines: str) -> list[tuple[object, ...]]:
    fact = read_all(lines)["payment.instalments"]
    assert fact.state is State.STATED, (fact.state, fact.reason)
    found = []
    for one in fact.value:
        assert isinstance(one, Record)
        found.append(tuple(plain(one.get(key)) for key in ("pct", "anchor", "days")))
    return found


def value_of(lines: str, name: str) -> object:
    fact = read_all(lines)[name]
    if fact.state is State.STATED:
        return plain(fact.value)
    return fact.reason.value if fact.reason is not None else fact.state.value


STEPS: list[tuple[str, list[tuple[object, ...]]]] = [
    # The event is what a caterer delivers: paid ahead of it.
    (
        "Payment schedule\nA deposit of 20% of the total price is due upon signing of this Agreement, and the balance is "
        "due two weeks in advance of the event.",
        [(20, "sign", None), (None, "delivery", 14)],
    ),
    (
        "Payment: 35% deposit with the order; 4 days before the set-up date the final balance is due.",
        [(35, "sign", None), (None, "delivery", 4)],
    ),
    ("Payment: a 25% retainer is due upon signing; the remaining balance is due before pick-up.",
     [(25, "sign", None), (None, "delivery", None)]),
    ("五、付款\n甲方在开工日期前12天支付安装费的45%,验收合格后8日内支付剩余55%。",
     [(45, "delivery", 12), (55, "acceptance", 8)]),
    ("五、付款方式:平仓前支付货款70%,余款在买方收到发票后9日内付清。",
     [(70, "delivery", None), (None, "invoice_receipt", 9)]),
    # Paid on what was installed or tested.
    ("Payment: 45% of the price is paid when the line is delivered to the site; 35% of the price when it is installed; "
     "20% of the price after it has been fully tested.",
     [(45, "delivery", 0), (35, "acceptance", 0), (20, "acceptance", None)]),
    # The days after signing may follow without 后.
    ("付款方式:合同签订12个工作日内,甲方支付合同总额的25%;货到后支付75%。",
     [(25, "sign", 12), (75, "delivery", None)]),
    # Money from the end user, in whatever words.
    ("付款:(1)买方收到发票后以电汇支付700000元;(2)买方收到终端用户全款后,支付余款90000元。",
     [(None, "invoice_receipt", None), (None, "third_party_payment", None)]),
    ("付款方式:合同签订后支付40%,设计成果确认后支付60%。", [(40, "sign", None), (60, "buyer_approval", None)]),
    # The invoiced sum is the price; an invoice over half of it isn't.
    ("付款:40%发票金额凭即期光票支付,其余60%金额以即期跟单托收支付。", [(40, "sight", 0), (60, "sight", 0)]),
    # A day whose year is left out, and one that comes every year.
    ("付款:买方应不迟于11月20日将100%货款电汇至卖方。", [(100, "fixed_date", None)]),
    ("三、费用支付\n甲方应于每年2月10日前(首年按月折算)将服务费汇入乙方账户。", [(None, "fixed_date", None)]),
    ("四、结算\n甲方于每月18日之前将上月的管理费结算给乙方。", [(None, "month_end", 18)]),
    ("货物运输合同\n五、运费的结算为月结,每月8日结算上月运费。", [(None, "month_end", 8)]),
    # 入账 of the invoice, not of the money.
    ("货款结算方式:电汇,乙方开具发票,甲方入帐后45天支付货款。", [(None, "invoice_receipt", 45)]),
    # From what the days are counted, in a sentence of its own.
    ("Payment is net 50 days. The payment period begins upon receipt of the Seller's invoice.",
     [(None, "invoice_receipt", 50)]),
    ("Payment shall be made within 25 days of receiving the bill.", [(None, "invoice_receipt", 25)]),
    ("Payment shall be made within 35 days from receipt of a valid invoice and acceptance of the goods.",
     [(None, "invoice_receipt", 35)]),
    ("Full payment is due within 48 hours of receipt of invoice.", [(None, "invoice_receipt", 2)]),
    ("Payment shall be made not later than FORTY days after the invoice date without deduction for discount or for any "
     "other reason.", [(None, "invoice_date", 40)]),
    # On the order stands the period, the order doesn't start it.
    ("Buyer will pay all invoices within the period specified on the PO, or if no period is specified, within two (2) "
     "months.", [(None, "invoice_date", 60)]),
    # Other buyers, other terms.
    ("Payment: Payment is due 30 days after the date of despatch. For other Buyers payment is due 5 days before delivery.",
     [(None, "delivery", 30)]),
    ("If no other terms have been agreed, payment is due upon receipt of invoice.", [(None, "invoice_receipt", 0)]),
    ("Payment is due 30 days from the date of invoice. Seller is then authorized to change the terms of payment to "
     "payment in full in advance of shipment.", [(None, "invoice_date", 30)]),
    ("付款:货到当天买方付清全部货款。买方如果对质量有异议,也应支付货款的90%,其余货款在5天内付清。",
     [(None, "delivery", 0)]),
    ("付款:验收合格后6日内支付95%,余款5%在验收合格满半年后20日内付清。",
     [(95, "acceptance", 6), (5, "warranty_end", 20)]),
    ("付款方式:签约后支付35%,原型确认后支付65%。", [(35, "sign", None), (65, "buyer_approval", None)]),
    ("Payment shall be made by the Buyer within twelve (12) days upon receipt of the billing statement.",
     [(None, "invoice_receipt", 12)]),
    ("Payment: 45% advance shall be paid at the time of booking and balance shall be paid before the function.",
     [(45, "sign", None), (None, "delivery", None)]),
    ("3. Payment\nPayment is due within 16 days of completion.", [(None, "acceptance", 16)]),
    ("Payment: the remaining balance shall be paid in full upon project completion; a deposit of 35% is paid with the "
     "order.", [(None, "acceptance", 0), (35, "sign", None)]),
    # From receipt of the invoice is one event, not also the date of an invoice.
    ("Payment terms shall be 40 days from receipt of invoice.", [(None, "invoice_receipt", 40)]),
    ("付款条件:货款凭单据,自提单日起四十五天,由开证行电汇卖方。", [(None, "bl_date", 45)]),
    ("乙方给予甲方70天限额40万元的账期,自收到货物起算。", [(None, "receipt", 70)]),
    ("支付方式:甲方于合同签署之日交纳租金的30%作为定金,其余款项于展览前15天之内付清。",
     [(30, "sign", 0), (None, "delivery", 15)]),
    ("Payment: (a) 40% as a deposit within 12 days of the Effective Date; (b) 60% upon Buyer's acceptance of the report.\n"
     "Buyer shall pay all undisputed amounts within 18 days of the invoice date.",
     [(40, "sign", 12), (60, "acceptance", 18)]),
    ("付款方式:本协议签订之日,甲方需向乙方支付年度服务费。", [(None, "sign", 0)]),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), STEPS)
def test_instalments_of_many_trades(lines: str, expected: list[tuple[object, ...]]) -> None:
    assert steps(lines) == expected


VALUES: list[tuple[str, str, object]] = [
    # Left open by a gap, by a rule before the unit of money.
    ("付款方式:货物运到甲方工地当日,甲方支付该批货物总价款的 %。", "payment.instalments", "blank"),
    ("付款方式:货物运到甲方工地当日,甲方支付该批货物总价款的 %。", "payment.anchor_event", "delivery"),
    ("付款方式:签订合同时,买方支付定金____元,货到验收后一次性支付余款。", "payment.prepay_pct", "blank"),
    # Half a year after acceptance is money kept back, not credit.
    ("付款:验收合格后6日内支付95%,余款5%在验收合格满半年后20日内付清。", "payment.net_days", 6),
    ("付款:买方对卖方开具的见票后40天付款的跟单汇票予以承兑,并于到期日付款。", "payment.methods", ("draft",)),
    ("Payment by company cheque, personal check or major credit cards.", "payment.methods", ("cheque", "card")),
    ("The terms of payment are strictly cash in full before delivery.", "payment.methods", ("cash",)),
    ("付款:凭卖方出具的汇票及单据,以不可撤销信用证支付。", "payment.methods", ("letter_of_credit",)),
    ("Payment by ACH transfer or check.", "payment.methods", ("transfer", "cheque")),
    ("四、租金\n租金每月提前六天支付。", "payment.net_days", 0),
    ("付款:以银行承兑汇票支付,承兑期限为出票之日起90天。", "payment.bill_tenor_months", 3),
    ("结算前乙方须提交正式发票,甲方每月支付。", "payment.invoice_first", True),
    ("双方无对账约定,货到付款。", "payment.reconciliation_clause", "absent"),
    ("By accepting these goods you accept our terms of payment as on the invoice, and a finance charge of 2% per month.",
     "payment.invoice_first", "absent"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "name", "expected"), VALUES)
def test_values_of_many_trades(lines: str, name: str, expected: object) -> None:
    assert value_of(lines, name) == expected


PRICES: list[tuple[str, str, str | None]] = [
    ("一、合同价80万元,含税。", "contract.amount", "800000 CNY"),
    ("咨询服务费:人民币 260,000.00 元", "contract.amount", "260000 CNY"),
    ("咨询服务费:2,600元/月", "contract.amount", None),
    ("Price RMB 700,000.", "contract.amount", "700000 CNY"),
    ("Buyer shall pay Seller USD 8,450.00.", "contract.amount", "8450 USD"),
    ("Buyer shall pay Seller USD 450.00 per month.", "contract.amount", None),
    ("The total price is USD 3,150.00 (three thousand five hundred and ten).", "contract.amount_words", "3510 USD"),
    ("合同总金额:FOB 宁波 USD 肆仟伍佰元整", "contract.amount_words", "4500 USD"),
    ("合同暂估价款,据实结算。", "contract.settlement_procedure", None),
]


@pytest.mark.parametrize(("lines", "name", "expected"), PRICES)
def test_prices_in_short_sentences(lines: str, name: str, expected: str | None) -> None:
    language = "en" if lines.isascii() else "zh"
    fact = by_name(read_price(written(lines, language), EN if language == "en" else ZH))[name]
    if expected is None:
        assert fact.state is not State.STATED
        return
    amount, currency = expected.split()
    assert fact.value == Money(Decimal(amount), currency)


def test_the_sum_of_the_lines_may_be_told_in_a_sentence() -> None:
    fact = by_name(read_table(written("明细合计96,300.00元,总价98,300.00元。"), ZH))["contract.line_total"]
    assert fact.value == Money(Decimal(96300), "CNY")


def test_an_amount_in_words_stands_with_its_share() -> None:
    fact = read_all("付款:预付30%,计人民币壹拾贰万元;货到后支付70%。")["payment.instalments"]
    assert fact.value[0].get("amount") == Money(Decimal(120000), "CNY")
