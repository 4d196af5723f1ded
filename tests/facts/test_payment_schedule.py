"""Instalments read from sentences, each with one oddity real contracts have."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from presign.facts.payment.facts import read
from presign.facts.roles import Parties, Party, Role
from presign.facts.text import Text
from presign.parsers.document import Block, Document, Kind, Location, Media
from presign.values import Money, Quantity, Reason, Record, State

ZH = Parties((Party(Role.BUYER, ("买方", "甲方")), Party(Role.SELLER, ("卖方", "乙方"))))
EN = Parties((Party(Role.BUYER, ("Buyer", "Customer")), Party(Role.SELLER, ("Seller", "Supplier"))))


def text_of(*lines: str) -> Text:
    """Lines as one document; a line with tabs is a table row."""
    blocks: list[Block] = []
    for row, line in enumerate(lines, 1):
        cells = line.split("\t")
        for column, cell in enumerate(cells, 1):
            place = Location(table=1, row=row, column=column) if len(cells) > 1 else Location(paragraph=row)
            kind = Kind.CELL if len(cells) > 1 else Kind.PARAGRAPH
            blocks.append(Block(len(blocks), kind, cell, place))
    latin = all(character.isascii() for line in lines for character in line)
    han = any("\u3400" <= character <= "\u9fff" for line in lines for character in line)
    mixed = han and any(" shall " in line for line in lines)
    return Text(Document("t", "0", Media.TEXT, tuple(blocks), (), "en" if latin else "mixed" if mixed else "zh"))


def facts_of(*lines: str) -> dict[str, Any]:
    text = text_of(*lines)
    return {fact.name: fact for fact in read(text, EN if text.language == "en" else ZH)}


def plain(value: Any) -> Any:
    if isinstance(value, Quantity):
        return float(value.amount)
    if isinstance(value, Money):
        return (float(value.amount), value.currency)
    if isinstance(value, Record):
        return {key: plain(item) for key, item in value.fields}
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    return value


def short(record: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(record.get(key) for key in ("pct", "anchor", "days", "day_type"))


CASES_ZH: list[tuple[str, list[tuple[Any, ...]]]] = [
    ("付款方式：预付30%，发货前付至90%，余款验收合格后7日内付清。",
     [(30, None, None, None), (90, "delivery", None, None), (None, "acceptance", 7, "unstated")]),
    ("买方应于收货后30个自然日内一次性付清全部货款。", [(None, "receipt", 30, "calendar")]),
    ("货到付款。", [(None, "delivery", 0, None)]),
    ("付款条件：票到45天。", [(None, "invoice_receipt", 45, "unstated")]),
    ("付款条件：月结60天。", [(None, "month_end", 60, "unstated")]),
    ("买方应在次月25日前付清上月货款。", [(None, "month_end", 25, "calendar")]),
    ("设备安装调试完成并经买方书面验收后15个工作日内，买方支付合同总价的60%；质保期满后10日内支付剩余5%。",
     [(60, "acceptance", 15, "business"), (5, "warranty_end", 10, "unstated")]),
    ("买方收到业主相应款项后10个工作日内，按同等比例向卖方支付货款。", [(None, "third_party_payment", 10, "business")]),
    ("工程审计结束后60日内，甲方付至审定价的97%。", [(97, "audit", 60, "unstated")]),
    ("合同签订后3日内，甲方向乙方支付合同总价的20%作为定金；乙方逾期交货的，按合同总价的5%支付违约金。",
     [(20, "sign", 3, "unstated")]),
    ("甲方应在收到货物并验收合格后30日内付款，逾期按每日万分之五支付违约金。", [(None, "acceptance", 30, "unstated")]),
    ("乙方应于合同签订后5日内向甲方提交合同总价10%的履约保函。甲方于到货后20日内支付全部价款。",
     [(None, "delivery", 20, "unstated")]),
    ("卖方开具合同总价13%的增值税专用发票，买方于2026年6月30日前付清货款。", [(None, "fixed_date", None, None)]),
    ("合同生效后十个工作日内甲方支付合同价款的百分之三十。", [(30, "sign", 10, "business")]),
    ("货物到达甲方仓库后三十（30）日内，甲方支付全部货款。", [(None, "delivery", 30, "unstated")]),
    ("款项支付：第一期，合同签订后5日内支付人民币100,000元；第二期，验收合格后30日内支付人民币200,000元。",
     [(None, "sign", 5, "unstated"), (None, "acceptance", 30, "unstated")]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), CASES_ZH)
def test_chinese_terms(words: str, expected: list[tuple[Any, ...]]) -> None:
    fact = facts_of(words)["payment.instalments"]
    assert fact.state is State.STATED, fact
    assert [short(record) for record in plain(fact.value)] == expected


CASES_EN: list[tuple[str, list[tuple[Any, ...]]]] = [
    ("Buyer shall pay within thirty (30) days after receipt of a correct invoice.", [(None, "invoice_receipt", 30, "unstated")]),
    ("Payment terms: net 30.", [(None, "invoice_date", 30, "unstated")]),
    ("Payment: 2/10 net 45 days.", [(None, "invoice_date", 45, "unstated")]),
    ("Terms of payment: 30% deposit with order, 60% before shipment and the balance within 14 days of delivery.",
     [(30, "sign", None, None), (60, "delivery", None, None), (None, "delivery", 14, "unstated")]),
    ("The price is payable 60 days after the bill of lading date.", [(None, "bl_date", 60, "unstated")]),
    ("Payment shall be made by irrevocable letter of credit at sight for 100% of the contract value.", [(100, "sight", 0, None)]),
    ("Upon acceptance of the Equipment, Buyer shall pay the purchase price within 20 business days.",
     [(None, "acceptance", 20, "business")]),
    ("Invoices are due within 45 days of the end of the month of invoice.", [(None, "month_end", 45, "unstated")]),
    ("Buyer shall pay 90% of the Contract Price within 30 days after delivery. The retention of 10% of the Contract Price shall be paid"
     " within 14 days after expiry of the warranty period.", [(90, "delivery", 30, "unstated"), (10, "warranty_end", 14, "unstated")]),
    ("Buyer shall pay each invoice within 15 days after Buyer has received payment from the Owner.",
     [(None, "third_party_payment", 15, "unstated")]),
    ("One third of the contract price is due upon signing and two thirds of the contract price within 30 days after delivery.",
     [(33.33, "sign", None, None), (66.66, "delivery", 30, "unstated")]),
    ("If Seller is late, Seller shall pay 1% of the price for each week. Buyer shall pay the price 10 days after delivery.",
     [(None, "delivery", 10, "unstated")]),
    ("All invoices shall be paid within sixty (60) calendar days from the invoice date, without deduction.",
     [(None, "invoice_date", 60, "calendar")]),
    ("The Customer shall pay the Price no later than 30 June 2026.", [(None, "fixed_date", None, None)]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), CASES_EN)
def test_english_terms(words: str, expected: list[tuple[Any, ...]]) -> None:
    fact = facts_of(words)["payment.instalments"]
    assert fact.state is State.STATED, fact
    assert [short(record) for record in plain(fact.value)] == expected


NOTHING = [
    "乙方逾期交货的，应支付合同总价10%的违约金。",
    "卖方的赔偿责任不超过合同总价的30%。",
    "卖方应在15日内退还买方已支付的货款。",
    "如货物不合格，卖方应在7日内退款。",
    "买方应在收货后7日内提出异议。",
    "The Seller shall refund the price within 30 days after return of the Goods.",
    "Seller's liability shall not exceed 100% of the price paid.",
    "Licensee shall pay a royalty of 5% of net sales within 30 days after each quarter.",
    "Seller shall insure the goods for 110% of the invoice value.",
    "Buyer shall notify Seller of defects within 10 days after delivery.",
    "This Agreement may be terminated on thirty (30) days' notice.",
]


@pytest.mark.parametrize("words", NOTHING)
def test_other_sums_are_no_instalments(words: str) -> None:
    assert facts_of(words)["payment.instalments"].state is State.ABSENT


def test_a_table_is_a_schedule() -> None:
    facts = facts_of(
        "期次\t付款条件\t比例\t金额（元）",
        "1\t合同签订后7日内\t30%\t30,000.00",
        "2\t验收合格后20日内\t65%\t65,000.00",
        "3\t质保期满后10日内\t5%\t5,000.00",
        "合计\t\t100%\t100,000.00",
    )
    records = plain(facts["payment.instalments"].value)
    assert [short(record) for record in records] == [
        (30, "sign", 7, "unstated"), (65, "acceptance", 20, "unstated"), (5, "warranty_end", 10, "unstated"),
    ]  # fmt: skip
    assert facts["payment.pct_sum"].value.amount == 100
    assert facts["payment.retention_pct"].value.amount == 5
    assert facts["payment.net_days"].value.amount == 20


def test_cumulative_shares_are_not_added_up() -> None:
    facts = facts_of("合同签订后5日内预付30%，货到后10日内付至80%，验收合格后30日内付至95%，质保期满付清余款。")
    assert facts["payment.pct_sum"].value.amount == 100
    assert facts["payment.prepay_pct"].value.amount == 30
    assert facts["payment.retention_pct"].value.amount == 5


def test_a_sum_short_of_the_price_shows() -> None:
    facts = facts_of("付款方式：合同签订后预付30%，到货后10日内支付50%，验收合格后10日内支付15%。")
    assert facts["payment.pct_sum"].value.amount == 95


def test_two_terms_that_disagree() -> None:
    facts = facts_of(
        "第三条 付款", "甲方应在收到货物后30日内付清货款。", "第九条 其他", "甲方应在收到货物后60日内付清货款。"
    )
    fact = facts["payment.net_days"]
    assert (fact.state, fact.reason) == (State.UNKNOWN, Reason.CONTRADICTION)
    assert len(fact.evidence) == 2


def test_an_open_period_is_blank_with_its_event() -> None:
    facts = facts_of("甲方应在验收合格后____日内付清全部货款。")
    assert facts["payment.net_days"].reason is Reason.BLANK
    assert facts["payment.net_days"].evidence
    assert facts["payment.anchor_event"].value == "acceptance"


def test_an_open_share_is_blank() -> None:
    facts = facts_of("合同签订后5日内，甲方支付合同总价的____%作为预付款。")
    assert facts["payment.instalments"].reason is Reason.BLANK
    assert facts["payment.prepay_pct"].reason is Reason.BLANK


def test_a_clause_never_written_is_blank() -> None:
    facts = facts_of("八、验收标准：按国家标准", "九、结算方式及期限：__________", "十、违约责任：按法律规定")
    for name in ("instalments", "net_days", "anchor_event", "methods"):
        assert facts[f"payment.{name}"].reason is Reason.BLANK, name


def test_months_count_thirty_days() -> None:
    facts = facts_of("甲方应于收货后三个月内付清货款。")
    assert facts["payment.net_days"].value.amount == Decimal(90)
    assert plain(facts["payment.instalments"].value)[0]["months"] == 3


def test_money_before_goods_gives_no_credit() -> None:
    facts = facts_of("付款方式：款到发货。")
    assert facts["payment.net_days"].value.amount == 0
    assert facts["payment.before_delivery_pct"].value.amount == 100


def test_the_longest_credit_leaves_retention_out() -> None:
    facts = facts_of(
        "到货后30日内支付合同总价的60%；验收合格后45日内支付合同总价的35%；质保金5%，质保期满24个月后90日内无息返还。"
    )
    assert facts["payment.net_days"].value.amount == 45
    assert facts["payment.anchor_event"].value == "acceptance"
    assert facts["payment.retention_months"].value.amount == 24


def test_no_deposit_is_a_stated_nothing() -> None:
    assert facts_of("本合同不收取定金，货到后30日内付款。")["payment.prepay_pct"].value.amount == 0
    assert (
        facts_of("No deposit is required. Buyer shall pay within 30 days of delivery.")[
            "payment.prepay_pct"
        ].value.amount
        == 0
    )


def test_deposit_then_a_general_term() -> None:
    facts = facts_of("合同签订后3日内买方支付合同总价30%的预付款。", "买方应在收到货物后30日内支付其余货款。")
    assert facts["payment.net_days"].value.amount == 30
    assert facts["payment.pct_sum"].value.amount == 100


def test_amounts_belong_to_their_instalment() -> None:
    facts = facts_of(
        "The price is USD 200,000. Buyer shall pay 25% of the price (USD 50,000) upon signing and 75% of the price (USD 150,000) within 30 days after delivery."
    )
    assert [record["amount"] for record in plain(facts["payment.instalments"].value)] == [
        (50000, "USD"),
        (150000, "USD"),
    ]


ODD_ZH: list[tuple[str, list[tuple[Any, ...]]]] = [
    ("付款方式：预付50%，余款款到发货。", [(50, None, None, None), (None, "delivery", None, None)]),
    ("尾款为合同总额的10%，自验收合格之日起满一年后十日内支付。", [(10, "warranty_end", 10, "unstated")]),
    ("货到后甲方应在7日内验收，验收合格后甲方在15个工作日内凭发票付款。", [(None, "acceptance", 15, "business")]),
    ("乙方每月20日前交付发票，甲方于次月15日付款日支付。", [(None, "month_end", 15, "calendar")]),
    ("乙方向甲方支付履约保证金，金额为合同总价的10%，验收合格后30日内无息退还。甲方于验收合格后20日内支付合同总价的100%。",
     [(100, "acceptance", 20, "unstated")]),
    ("付款方式：银行转账，账期为开票后90天。", [(None, "invoice_date", 90, "unstated")]),
    ("甲方于每季度结束后10个工作日内向乙方支付上季度服务费。", [(None, "month_end", 10, "business")]),
    ("货款以见票后90天付款的信用证支付。", [(None, "sight", 90, "unstated")]),
    ("尾款：终验通过后20日内，甲方支付合同总价的15%。", [(15, "acceptance", 20, "unstated")]),
    ("需方收到货物后，若无质量异议，应于30天内付清货款。", [(None, "receipt", 30, "unstated")]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), ODD_ZH)
def test_odd_chinese_terms(words: str, expected: list[tuple[Any, ...]]) -> None:
    records = plain(facts_of(words)["payment.instalments"].value)
    assert [short(record) for record in records] == expected


ODD_EN: list[tuple[str, list[tuple[Any, ...]]]] = [
    ("Customer shall make a non-refundable deposit of 40% of the total order value at the time of order. The remaining balance is due prior to"
     " shipment.", [(40, "sign", None, None), (None, "delivery", None, None)]),
    ("Payment: 100% irrevocable L/C at 60 days sight.", [(100, "sight", 60, "unstated")]),
    ("Payment for each shipment is due on or before the fifteenth day of the month following shipment.",
     [(None, "month_end", 15, "calendar")]),
    ("Invoices are payable within 21 days following receipt.", [(None, "invoice_receipt", 21, "unstated")]),
    ("Terms of payment: 30% deposit, 50% on delivery, 15% on acceptance (95%).",
     [(30, None, None, None), (50, "delivery", 0, None), (15, "acceptance", 0, None)]),
    ("Payment terms: 50% T/T deposit, 50% against copy of shipping documents.",
     [(50, None, None, None), (50, "sight", 0, None)]),
    ("Buyer shall retain ten percent (10%) of each invoice until twenty-four (24) months after completion of the works.",
     [(10, "acceptance", None, None)]),
    ("Buyer shall open a letter of credit within 10 days after signing. Payment is due 30 days after the invoice date.",
     [(None, "invoice_date", 30, "unstated")]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), ODD_EN)
def test_odd_english_terms(words: str, expected: list[tuple[Any, ...]]) -> None:
    records = plain(facts_of(words)["payment.instalments"].value)
    assert [short(record) for record in records] == expected


def test_a_list_of_sums_is_read_to_its_end() -> None:
    facts = facts_of(
        "The price of $1,000,000 shall be paid as follows: (a) $200,000 upon signing; (b) $500,000 within 10 days after delivery;"
        " (c) the balance within 30 days after acceptance."
    )
    records = plain(facts["payment.instalments"].value)
    assert [(record.get("amount"), record["anchor"], record.get("days")) for record in records] == [
        ((200000, "USD"), "sign", None), ((500000, "USD"), "delivery", 10), (None, "acceptance", 30),
    ]  # fmt: skip


def test_orders_above_a_limit_leave_the_prepayment_unclear() -> None:
    facts = facts_of("额度内的货款应在收货后30日内付清。", "超出额度的订单，款到发货。")
    assert facts["payment.net_days"].value.amount == 30
    assert facts["payment.prepay_pct"].reason is Reason.UNCLEAR


def test_a_general_invoice_term_dates_the_milestones() -> None:
    facts = facts_of(
        "The fee shall be invoiced upon the following milestones:",
        "Milestone\tPercent\tAmount (USD)",
        "Approval of the design\t60%\t60,000.00",
        "Handover\t40%\t40,000.00",
        "Each invoice is due within thirty (30) days after the invoice date.",
    )
    records = plain(facts["payment.instalments"].value)
    assert [short(record) for record in records] == [
        (60, "invoice_date", 30, "unstated"), (40, "invoice_date", 30, "unstated"),
    ]  # fmt: skip


def test_a_redacted_term_keeps_its_event() -> None:
    facts = facts_of(
        "Payment of the undisputed part of such invoice shall be due [***] from Seller's receipt of such invoice."
    )
    assert facts["payment.net_days"].reason is Reason.BLANK
    facts = facts_of("Customer shall pay each invoice within [***] after the date of delivery.")
    assert facts["payment.anchor_event"].value == "delivery"


def test_a_bilingual_clause_is_one_instalment() -> None:
    facts = facts_of(
        "买方应在合同签订后7日内支付合同总值的30%作为预付款。Buyer shall pay 30% of the total value as advance payment within 7 days after signing.",
        "其余70%以即期信用证支付。The remaining 70% shall be paid by L/C at sight.",
    )
    records = plain(facts["payment.instalments"].value)
    assert [short(record) for record in records] == [(30, "sign", 7, "unstated"), (70, "sight", 0, None)]
