"""Methods, conditions, invoices and accounts: what a clause grants, what it denies, what only looks like it."""

from __future__ import annotations

from typing import Any

import pytest
from presign.facts.payment.facts import read
from presign.facts.roles import Parties, Party, Role
from presign.facts.text import Text
from presign.parsers.document import Block, Document, Kind, Location, Media
from presign.values import Quantity, Reason

ZH = Parties((Party(Role.BUYER, ("买方", "甲方")), Party(Role.SELLER, ("卖方", "乙方"))))
EN = Parties((Party(Role.BUYER, ("Buyer", "Customer")), Party(Role.SELLER, ("Seller", "Supplier"))))


def facts_of(*lines: str) -> dict[str, Any]:
    blocks = tuple(Block(n, Kind.PARAGRAPH, line, Location(paragraph=n + 1)) for n, line in enumerate(lines))
    latin = all(character.isascii() for line in lines for character in line)
    text = Text(Document("t", "0", Media.TEXT, blocks, (), "en" if latin else "zh"))
    return {fact.name: fact for fact in read(text, EN if latin else ZH)}


YES_NO: list[tuple[str, str, bool | None]] = [
    ("back_to_back", "甲方收到业主（最终用户）付款后10个工作日内按同比例支付乙方。", True),
    ("back_to_back", "甲方付款以建设单位拨款到位为前提。", True),
    ("back_to_back", "甲方付款义务独立，不以收到任何第三方款项为条件；应于验收合格后30日内支付。", False),
    ("back_to_back", "甲方应在验收合格后30日内支付货款。", None),
    ("back_to_back", "Buyer shall pay within 10 business days after and to the extent it is paid by the Owner.", True),
    ("back_to_back", "Payment is due whether or not Buyer has been paid by its customers.", False),
    ("back_to_back", "The price is payable within 30 days of delivery.", None),
    ("audit_condition", "最终结算价以审计机关的审计结果为准，审计后付至95%。", True),
    ("audit_condition", "以双方签认的结算单为准，审计不影响付款。", False),
    ("audit_condition", "Seller shall keep books and records, and Buyer may audit them on notice.", None),
    ("internal_approval_condition", "货款待甲方财务审批流程完成后支付。", True),
    ("internal_approval_condition", "甲方应自行完成内部审批，内部流程不构成迟延付款的理由。", False),
    ("internal_approval_condition", "Invoices are payable upon completion of Buyer's internal approval.", True),
    ("rolling_arrears", "第二批货到付第一批货款，以此类推。", True),
    ("rolling_arrears", "Buyer shall pay for the previous shipment upon arrival of the next shipment.", True),
    ("rolling_arrears", "每批货物签收后30日内单独结清。", None),
    ("sell_through", "本合同为代销，甲方卖出多少结算多少。", True),
    ("sell_through", "本合同为买断，不属于代销。", False),
    ("sell_through", "The Goods are delivered on consignment and Buyer pays only for what it has resold.", True),
    ("withhold_all_on_dispute", "产品存在任何质量问题，甲方有权暂停支付全部货款。", True),
    ("withhold_all_on_dispute", "甲方有异议的，仅可暂缓支付争议金额，其余按期支付。", None),
    ("withhold_all_on_dispute", "If there is any quality issue, Buyer may suspend all payments.", True),
    ("undisputed_part_pay", "双方对部分款项有争议的，甲方应按期支付无争议部分。", True),
    ("undisputed_part_pay", "Buyer shall pay the undisputed portion when due.", True),
    ("undisputed_part_pay", "Buyer shall pay each undisputed invoice within 30 days of receipt.", None),
    ("setoff_by_buyer", "甲方有权从任何应付乙方的款项中直接扣除违约金。", True),
    ("setoff_by_buyer", "未经乙方书面确认，甲方不得自行从货款中扣减或抵销。", False),
    ("setoff_by_buyer", "乙方有权从甲方保证金中扣除欠款。", None),
    ("setoff_by_buyer", "Buyer may set off any claim against amounts owed to Seller.", True),
    ("setoff_by_buyer", "All amounts are payable without set-off or deduction.", False),
    ("setoff_by_buyer", "Seller may set off amounts owed by Buyer.", None),
    ("reconciliation_clause", "双方每月25日对账。", True),
    ("reconciliation_clause", "Supplier shall send a monthly statement of account.", True),
    ("reconciliation_clause", "The statement of work sets out the services.", None),
    ("reconciliation_deemed", "乙方每月5日前发送对账单，甲方于5日内确认，逾期未提出异议的视为确认。", True),
    ("reconciliation_deemed", "双方每月25日对账。甲方逾期未验收的，视为验收合格。", None),
    ("invoice_first", "甲方收到乙方开具的发票后30日内付款。", True),
    ("invoice_first", "乙方未提供发票的，甲方有权拒绝付款。", True),
    ("invoice_first", "乙方不得以未付款为由停工；甲方不得以未收到发票为由拒付。", False),
    ("invoice_first", "双方采用先款后票，乙方收到全部货款后7日内开具发票。", False),
    ("invoice_first", "货到后30日内付款。", None),
    ("invoice_first", "Payment is due 30 days after the invoice date.", True),
    ("invoice_first", "A missing invoice does not postpone the due date.", False),
    ("invoice_full_upfront", "乙方先开具全额增值税专用发票后，甲方付款。", True),
    ("docs_closed_list", "付款时乙方应提交发票、验收单及甲方要求的其他资料。", False),
    ("docs_closed_list", "付款资料仅为：1.增值税专用发票；2.签收单。", True),
    ("bill_discharges_debt", "甲方交付商业承兑汇票即视为货款付清。", True),
    ("bill_discharges_debt", "承兑汇票仅为支付手段，款项实际到账为付款。", False),
    ("longstop_present", "余款于验收合格后30日内支付，最迟不晚于2026年8月31日。", True),
    ("longstop_present", "Payment is due 30 days after acceptance, but no later than 31 August 2026.", True),
    ("fx_clause", "汇率波动超过3%时，货款按付款日汇率调整。", True),
    ("due_date_determinable", "甲方应在收货后30日内付清货款。", True),
    ("due_date_determinable", "甲方收到业主工程款后15日内支付货款。", False),
    ("retention_release_clear", "合同总价的5%作为质保金，质保期满12个月后7日内无息支付。", True),
    ("retention_release_clear", "质保金5%待质保期满，甲方确认无任何遗留问题后无息支付。", False),
    ("anchor_buyer_controlled", "甲方审批通过后15日内支付合同总价的100%。", True),
    ("anchor_buyer_controlled", "甲方应在收货后30日内付清货款。", False),
]  # fmt: skip


@pytest.mark.parametrize(("name", "words", "expected"), YES_NO)
def test_yes_no(name: str, words: str, expected: bool | None) -> None:
    fact = facts_of(words)[f"payment.{name}"]
    assert fact.reason is None, fact
    assert fact.value is expected
    assert expected is None or fact.evidence


METHODS: list[tuple[str, tuple[str, ...]]] = [
    ("货款以电汇或银行承兑汇票支付。", ("transfer", "bank_acceptance")),
    ("货款应电汇支付，不得以现金支付。", ("transfer",)),
    ("甲方以转账支票付清货款。", ("cheque",)),
    ("货款以期限6个月的电子商业承兑汇票或供应链金融凭证支付。", ("commercial_acceptance", "other")),
    ("货款支付至乙方指定账户。", ("transfer",)),
    ("价款以不可撤销即期信用证支付。", ("letter_of_credit",)),
    ("Payment shall be made by wire transfer or by check.", ("transfer", "cheque")),
    ("Payment by documentary credit or D/P.", ("letter_of_credit", "collection")),
    ("Buyer shall check the goods and pay within 30 days.", ()),
]


@pytest.mark.parametrize(("words", "expected"), METHODS)
def test_methods(words: str, expected: tuple[str, ...]) -> None:
    assert (facts_of(words)["payment.methods"].value or ()) == expected


TENORS = [
    ("以6个月银行承兑汇票支付货款。", 6),
    ("以银行承兑汇票支付的，票据期限不得超过六个月。", 6),
    ("Payment by 6-month commercial acceptance bill.", 6),
    ("质保期12个月，货款以电汇支付。", None),
]


@pytest.mark.parametrize(("words", "expected"), TENORS)
def test_tenor(words: str, expected: int | None) -> None:
    value = facts_of(words)["payment.bill_tenor_months"].value
    assert (int(value.amount) if isinstance(value, Quantity) else None) == expected


def test_a_good_instalment_does_not_hide_a_bad_one() -> None:
    facts = facts_of("验收合格后10日内支付50%；其余50%在甲方收到业主付款后支付。")
    assert facts["payment.back_to_back"].value is True
    assert facts["payment.due_date_determinable"].value is False


def test_vague_words_are_quoted() -> None:
    assert facts_of("余款由甲方视资金情况尽快支付。")["payment.vague_due_words"].value == ("视资金情况", "尽快")
    words = facts_of("Buyer shall pay the balance as soon as practicable.")["payment.vague_due_words"].value
    assert words == ("as soon as practicable",)


def test_discount_for_paying_early() -> None:
    facts = facts_of("Payment terms: 2/10 net 30.")
    assert (facts["payment.discount_pct"].value.amount, facts["payment.discount_days"].value.amount) == (2, 10)
    facts = facts_of("发票日起10日内付款的，减收1%。")
    assert (facts["payment.discount_pct"].value.amount, facts["payment.discount_days"].value.amount) == (1, 10)


def test_set_off_granted_and_denied_is_a_contradiction() -> None:
    facts = facts_of("甲方有权从应付货款中直接扣除违约金。", "甲方不得从货款中抵扣任何款项。")
    fact = facts["payment.setoff_by_buyer"]
    assert fact.reason is Reason.CONTRADICTION
    assert len(fact.evidence) == 2


def test_every_fact_has_a_state() -> None:
    wanted = {
        "instalments", "pct_sum", "prepay_pct", "before_delivery_pct", "retention_pct", "retention_months",
        "retention_release_clear", "net_days", "anchor_event", "anchor_buyer_controlled", "longstop_present",
        "due_date_determinable", "vague_due_words", "back_to_back", "day_type", "methods", "bill_tenor_months",
        "bill_discharges_debt", "rolling_arrears", "sell_through", "invoice_first", "invoice_full_upfront",
        "invoice_terms_defined", "docs_closed_list", "internal_approval_condition", "audit_condition",
        "reconciliation_clause", "reconciliation_deemed", "withhold_all_on_dispute", "undisputed_part_pay",
        "setoff_by_buyer", "discount_pct", "discount_days", "fx_clause",
    }  # fmt: skip
    names = set(facts_of("双方友好协商。"))
    assert {f"payment.{name}" for name in wanted} | {"remedy.instalment_count"} == names


INDEPENDENT = [
    "甲方付款义务独立，不以收到业主付款为条件，应于验收合格后30日内支付货款。",
    "Regardless of whether Buyer has received payment from the Owner, Buyer shall pay within 30 days after acceptance.",
]


@pytest.mark.parametrize("words", INDEPENDENT)
def test_a_waived_condition_is_no_condition(words: str) -> None:
    facts = facts_of(words)
    assert facts["payment.back_to_back"].value is False
    assert facts["payment.anchor_event"].value == "acceptance"


def test_a_condition_behind_the_period_counts() -> None:
    facts = facts_of(
        "Buyer shall pay each correct invoice within 90 days after receipt, provided that Buyer has first received payment for the Goods"
        " from the Owner."
    )
    assert facts["payment.anchor_event"].value == "third_party_payment"
    assert facts["payment.back_to_back"].value is True


def test_only_ticked_methods_count() -> None:
    assert facts_of("付款方式：□现金 ☑电汇 □承兑汇票。")["payment.methods"].value == ("transfer",)


def test_a_list_goes_on_after_a_semicolon() -> None:
    facts = facts_of(
        "Payment shall be made in the following manner: 20% of the contract value by T/T within 15 days after signing; 70% of the contract"
        " value by L/C at sight; 10% of the contract value by T/T within 30 days after final acceptance."
    )
    assert facts["payment.pct_sum"].value.amount == 100
    assert facts["payment.net_days"].value.amount == 30
    assert facts["payment.methods"].value == ("transfer", "letter_of_credit")
