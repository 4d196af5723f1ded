"""Templates and forms: fields in brackets, open columns, empty headings, invoice titles, who signs, whom a paper faces."""

from __future__ import annotations

import pytest
from one_clause import facts_of, shown
from presign.facts.contract import blanks, price
from presign.facts.parties import facts as party_facts
from presign.facts.parties.read import read_parties
from presign.facts.payment import facts as payment_facts
from presign.facts.roles import Role
from presign.facts.signing import signature
from written_contract import written


@pytest.mark.parametrize(
    "clause",
    [
        "The term is [Time frame] from the date of signing.",
        "Payment is due within [number of days] days of the invoice.",
        "Delivery shall be made at [place].",
        "The Seller is [Vendor.Company] of [Vendor.Address].",
        "Prices: ______ *Minimum order of 500 units",
        "质量标准：[请编写质量标准]",
        "付款周期：  天",
    ],
)
def test_something_is_to_be_filled_in(clause: str) -> None:
    assert shown(facts_of(blanks.read, clause)["contract.has_blanks"]) is True


@pytest.mark.parametrize(
    "clause",
    [
        "[Signature page follows]",
        "The Seller [and its affiliates] shall deliver.",
        "The price was agreed [sic] by telephone.",
        "Price per unit 4.50*\n______________________ *Minimum order of 500 units",
    ],
)
def test_nothing_is_to_be_filled_in(clause: str) -> None:
    assert shown(facts_of(blanks.read, clause)["contract.has_blanks"]) == "absent"


@pytest.mark.parametrize(
    "clause",
    [
        "四、付款方式：                                。\n五、质量保证：按国家标准。",
        "六、结算方式及期限：\n{{field7}}\n七、违约责任：略。",
        "五、付款条件：[待填写]\n六、运输：略。",
        "二、付款方式\n付款周期:{{cycle}}天",
        "2.1.结算方式：现款现货/账期结算\n2.2账期：____天。",
    ],
)
def test_a_payment_clause_left_open(clause: str) -> None:
    facts = facts_of(payment_facts.read, clause)
    assert shown(facts["payment.instalments"]) == "blank"
    assert shown(facts["payment.net_days"]) == "blank"


@pytest.mark.parametrize(
    "clause",
    [
        "本合同价格含{{taxRate}}%增值税。",
        "序号\t名称\t税率\t小计\n{{no}}\t{{name}}\t{{rate}}%\t{{sum}}",
        "Prices are subject to VAT at {{vat}}%.",
    ],
)
def test_a_tax_rate_left_open(clause: str) -> None:
    assert shown(facts_of(price.read, clause)["contract.tax_rate"]) == "blank"


@pytest.mark.parametrize(
    ("clause", "days", "anchor"),
    [
        ("Our terms are net cash upon delivery.", "0", "delivery"),
        ("Terms of payment are strictly net cash against delivery.", "0", "delivery"),
        ("Charges are due and payable upon the Seller sending the Buyer an invoice.", "0", "invoice_receipt"),
        ("The Buyer shall pay on being invoiced.", "0", "invoice_receipt"),
        ("The Buyer pays the Seller within 8 days of receipt of payment (paid when paid).", "8", "third_party_payment"),
        ("Payment shall be made by Buyer within 6 days of collection of receivables.", "6", "third_party_payment"),
    ],
)
def test_when_the_price_is_due(clause: str, days: str, anchor: str) -> None:
    facts = facts_of(payment_facts.read, clause)
    assert shown(facts["payment.net_days"]) == days
    assert shown(facts["payment.anchor_event"]) == anchor
    assert (facts["payment.back_to_back"].value is True) == (anchor == "third_party_payment")


def test_a_credit_in_place_of_the_terms_changes_no_share() -> None:
    clause = (
        "Terms of payment: 40% advance on our proforma with the balance against documents, or a confirmed letter "
        "of credit at sight."
    )
    facts = facts_of(payment_facts.read, clause)
    assert shown(facts["payment.prepay_pct"]) == "40"


@pytest.mark.parametrize(
    ("clause", "there"),
    [
        ("结算单、对账单及双方确认的其他文件为本合同附件。", "absent"),
        ("每月末双方核对当月发货及付款情况，核对无误后盖章确认。", True),
    ],
)
def test_papers_that_are_annexed_are_no_reconciliation(clause: str, there: object) -> None:
    assert shown(facts_of(payment_facts.read, clause)["payment.reconciliation_clause"]) == there


def test_cash_that_is_forbidden_is_no_way_to_pay() -> None:
    clause = "甲方应把款项汇入乙方账户，切勿以现金支付给业务员。"
    assert facts_of(payment_facts.read, clause)["payment.methods"].value == ("transfer",)


_TITLED = ("Hartwin Tools Inc.", "Hartwin Group Limited")


@pytest.mark.parametrize(
    "clause",
    [
        "Invoices shall be issued to Hartwin Group Limited and sent to its accounts department.",
        "All invoices are to be addressed to Hartwin Group Limited.",
        "Bill to: Hartwin Group Limited",
        "Invoice to:\nHartwin Group Limited",
    ],
)
def test_the_invoice_title_is_a_name_of_the_buyer(clause: str) -> None:
    assert facts_of(party_facts.read, clause)["party.buyer_names_found"].value == _TITLED


@pytest.mark.parametrize(
    "clause",
    [
        "Invoices shall be issued to the Buyer.",
        "Invoices are issued by Norvale Steel Limited.",
        "开票单位：宜昌远卓轴承有限公司",
    ],
)
def test_the_seller_is_no_name_of_the_buyer(clause: str) -> None:
    assert len(facts_of(party_facts.read, clause)["party.buyer_names_found"].value) == 1  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "clause",
    ["开票抬头：武汉东岭控股有限公司", "发票应开具给武汉东岭控股有限公司。", "收票单位：武汉东岭控股有限公司"],
)
def test_the_chinese_invoice_title(clause: str) -> None:
    names = facts_of(party_facts.read, clause)["party.buyer_names_found"].value
    assert names == ("武汉东岭机电有限公司", "武汉东岭控股有限公司")


@pytest.mark.parametrize(
    "block",
    [
        "Authorised By:\n__________________\nSignature\n\nSeller Acknowledgement:\n__________________\nSignature",
        "Buyer's authorised signature ____________\nSeller's authorised signature ____________",
        "Buyer Acceptance\nSignature ______________  Date ________\nSeller Acceptance\nSignature ______________",
    ],
)
def test_both_sides_have_a_place_to_sign(block: str) -> None:
    facts = facts_of(signature.read, "The goods are sold ex works.\n" * 6 + block)
    assert shown(facts["sign.buyer_block"]) is True
    assert shown(facts["sign.seller_block"]) is True


def test_acceptance_of_goods_is_no_place_to_sign() -> None:
    facts = facts_of(signature.read, "The Buyer's acceptance of the goods: within 5 days of delivery.")
    assert shown(facts["sign.buyer_block"]) == "absent"


@pytest.mark.parametrize(
    ("paper", "role", "name"),
    [
        (
            'These terms govern all dealings with Mulberry Overseas Limited ("Mulberry", "we", "us"). The buyer confirms '
            "each order in writing. The buyer shall clear the goods for import.",
            Role.SELLER,
            "Mulberry Overseas Limited",
        ),
        (
            'These conditions apply to all orders of Mulberry Overseas Limited ("Mulberry", "we"). The supplier shall '
            "deliver on time. The supplier warrants its goods. The supplier bears freight.",
            Role.BUYER,
            "Mulberry Overseas Limited",
        ),
        (
            'RESELLER AGREEMENT between k9 Lighthouse Partners, LLC ("k9") ("Reseller") and the company below ("Company"):'
            "   Company: Corvid Systems, Inc. (CVDS) Telephone: 555-0100\nReseller shall pay Company in 5 days.",
            Role.SELLER,
            "Corvid Systems, Inc.",
        ),
        (
            'SUPPLY AGREEMENT between 3f Chemicals Limited ("Supplier") and k9 Lighthouse Partners, LLC ("Buyer").',
            Role.BUYER,
            "k9 Lighthouse Partners, LLC",
        ),
    ],
)
def test_who_a_paper_names(paper: str, role: Role, name: str) -> None:
    party = read_parties(written(paper, "en")).first(role)
    assert party is not None
    assert party.name == name


def test_the_next_label_of_a_form_is_no_name() -> None:
    form = "购销合同\n供方：                   签订方式：\n需方：武汉东岭机电有限公司        签订时间：\n需方向供方采购轴承。"
    seller = read_parties(written(form)).first(Role.SELLER)
    assert seller is not None
    assert seller.name is None
    assert seller.name_blank


def test_a_field_below_its_label_is_a_name_left_open() -> None:
    form = "PURCHASE ORDER\nVendor\n{{vendorName}}\nThe Buyer pays the Seller within 30 days. The Seller ships in time."
    seller = read_parties(written(form, "en")).first(Role.SELLER)
    assert seller is not None
    assert seller.name_blank
