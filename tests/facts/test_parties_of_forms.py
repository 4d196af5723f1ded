"""Parties of forms, orders and conditions, where they sign, and prices that a template leaves open."""

from __future__ import annotations

from decimal import Decimal

import pytest
from one_clause import shown
from presign.facts.contract import price
from presign.facts.parties import facts as party_facts
from presign.facts.parties.read import read_parties
from presign.facts.payment import facts as payment
from presign.facts.signing import signature
from presign.values import Money
from written_contract import by_name, written

_BUYER, _SELLER = "party.buyer_name", "party.seller_name"
_BUYER_SIGNS, _SELLER_SIGNS = "sign.buyer_block", "sign.seller_block"
_TERMS = (
    "\n1. The Seller shall deliver the Goods to the Buyer."
    "\n2. The Buyer shall pay the Seller within 30 days of invoice."
    "\n3. The Seller keeps title until the Buyer has paid."
)


def _read(words: str, language: str) -> dict[str, object]:
    text = written(words, language)
    parties = read_parties(text)
    found: dict[str, object] = {}
    for read in (party_facts.read, signature.read, price.read):
        found |= {name: shown(fact) for name, fact in by_name(read(text, parties)).items()}
    return found


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            'This Agreement is made by and between Fernhollow Ltd, a Nevada corporation ("the Customer"), and i-kiln '
            'studio, a Nevada corporation ("i-kiln").\ni-kiln will provide services to the Customer.',
            {_BUYER: "Fernhollow Ltd", _SELLER: "i-kiln studio"},
        ),
        (
            'Entered into between theLoom media, a Texas limited liability company ("Supplier") and Fernhollow Inc., '
            'a Texas corporation ("Buyer").' + _TERMS,
            {_BUYER: "Fernhollow Inc.", _SELLER: "theLoom media"},
        ),
        (
            '[Company] (the "Supplier") agrees to supply {{client}} (the "Client").\nThe Supplier shall deliver.',
            {_BUYER: "blank", _SELLER: "blank"},
        ),
        (
            '________ (hereinafter referred to as "Vendor") sells to ________ (hereinafter called "Purchaser") goods.',
            {_BUYER: "blank", _SELLER: "blank"},
        ),
        (
            "These conditions are the whole contract between the Customer and Fernhollow Hosting.\nFernhollow Hosting "
            "provides the service. Fernhollow Hosting may suspend it. The Customer shall pay.",
            {_SELLER: "Fernhollow Hosting"},
        ),
        (
            "PURCHASE ORDER\nPO Number: 12\n{{supplier.name}}\nFERNHOLLOW MOTORS PVT LTD - TERMS AND CONDITIONS OF "
            "PURCHASE\n1. The Supplier shall deliver on time. The Supplier warrants the goods. Supplier must invoice.",
            {_BUYER: "FERNHOLLOW MOTORS PVT LTD", _SELLER: "blank"},
        ),
        (
            "Fernhollow Ltd Standard Terms and Conditions of Sale\n1. The Buyer shall pay in 30 days. The Buyer shall "
            "inspect. The Buyer takes risk.",
            {_SELLER: "Fernhollow Ltd"},
        ),
        (
            "General Conditions of Purchase of Fernhollow GmbH\n1. The Supplier shall deliver in time. The Supplier "
            "bears the cost. The Supplier warrants.",
            {_BUYER: "Fernhollow GmbH"},
        ),
        (
            "FERNHOLLOW PTE LTD\nTERMS AND CONDITIONS OF SUPPLY\n1. The Customer shall pay. The Customer shall "
            "inspect. The Customer agrees.",
            {_SELLER: "FERNHOLLOW PTE LTD"},
        ),
        (
            "Terms & Conditions\nFernhollow Dairy LLC\n1. Seller retains title to the goods until buyer has paid.\n"
            "2. Buyer agrees to pay a fee. The buyer shall inspect; seller may recover.",
            {_SELLER: "Fernhollow Dairy LLC"},
        ),
        (
            'Conditions of Sale\n1. Fernhollow Works, Inc. and its subsidiaries are referred to herein as "Seller." '
            '"Buyer" means whoever orders.' + _TERMS,
            {_SELLER: "Fernhollow Works, Inc."},
        ),
        (
            "TERMS\nWe are Fernhollow Ltd, registered in England. You are the customer who buys from us. You must pay us "
            "within 14 days of the date of our invoice. We will deliver to you.",
            {_SELLER: "Fernhollow Ltd"},
        ),
        (
            "QUOTATION\nFrom: Birch Ltd\nTo: Alder Ltd\nPrice: EUR 400\nPayment 30 days.",
            {_BUYER: "Alder Ltd", _SELLER: "Birch Ltd"},
        ),
        (
            "Terms & Conditions\nFernhollow Ltd\n1. Confidential information shall be kept secret.",
            {_SELLER: "absent", _BUYER: "absent"},
        ),
        (
            'This Agreement is between Alder Ltd ("Buyer") and Birch Ltd ("Seller").' + _TERMS
            + "\nThese terms prevail over Birch Ltd Terms and Conditions of Purchase.",
            {_BUYER: "Alder Ltd", _SELLER: "Birch Ltd"},
        ),
    ],
)  # fmt: skip
def test_parties_without_a_preamble(words: str, expected: dict[str, object]) -> None:
    found = _read(words, "en")
    assert {name: found[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("words", "language", "expected"),
    [
        (
            'Sale\n{{vendor.fullName}} (called "Seller") sells to the Buyer.\nBuyer Name: {{buyerName}}' + _TERMS
            + "\nIN WITNESS WHEREOF signed:\n______\tDate\nFor Buyer - {{buyerName}}\t____\n______\tDate\n"
            "For {{vendor.fullName}}\t____",
            "en",
            {_BUYER_SIGNS: True, _SELLER_SIGNS: True},
        ),
        (
            'Made between Alder Ltd ("Seller") and Birch Ltd ("Buyer").' + _TERMS
            + "\nOrder accepted by Seller: (signature, date)\nOrdered by Buyer: (signature, date)",
            "en",
            {_BUYER_SIGNS: True, _SELLER_SIGNS: True},
        ),
        (
            'Made between Alder Ltd ("Seller") and Birch Ltd ("Buyer").' + _TERMS
            + "\nSeller's stamp and signature\tBuyer's stamp and signature",
            "en",
            {_BUYER_SIGNS: True, _SELLER_SIGNS: True},
        ),
        (
            "PURCHASE ORDER\nFernhollow Ltd\nSupplier: Birch Ltd\nThe Supplier shall deliver. Payment in 30 days.\n"
            "All obligations that by their nature last beyond the end of this order, such as secrecy and warranty, "
            "remain in force after it.\n\nAuthorised Signatory",
            "en",
            {_BUYER_SIGNS: True, _SELLER_SIGNS: "absent"},
        ),
        (
            "Client Name\n________\nThe Client shall pay the fee in advance. The Client agrees.\nThese terms form the "
            "agreement between Fernhollow Media and the Client. Fernhollow Media delivers. Fernhollow Media hosts.\n"
            "CLIENT SIGNATURE\n\nCOMPANY SIGNATURE",
            "en",
            {_BUYER_SIGNS: True, _SELLER_SIGNS: True, _BUYER: "blank", _SELLER: "Fernhollow Media"},
        ),
        (
            "代购协议\n服务方（甲方）：{{a}}\n委托方（乙方）：{{b}}\n供货方（丙方）：{{c}}\n乙方委托甲方采购。\n\n"
            "甲方：{{a}}\t已方：{{b}}\n代理人：\t代理人：\n签订日期：\t签订日期：",
            "zh",
            {_BUYER_SIGNS: True},
        ),
        (
            "加工合同\n受托加工方按图加工，委托加工方付款。\n委托加工方（盖章）：\n日期：\n受托加工方（盖章）：\n日期：",
            "zh",
            {_BUYER_SIGNS: True, _SELLER_SIGNS: True, _BUYER: "blank", _SELLER: "blank"},
        ),
    ],
)  # fmt: skip
def test_places_to_sign(words: str, language: str, expected: dict[str, object]) -> None:
    found = _read(words, language)
    assert {name: found[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("words", "language", "amount", "in_words"),
    [
        ("合同总价：[系统带入]元整（[系统带入]元整）。", "zh", "blank", "blank"),
        ("合同总金额：【系统生成】元", "zh", "blank", "absent"),
        ("合计金额：{{sum}}（{{sumInChinese}}）", "zh", "blank", "blank"),
        ("合同总价为____元（大写：____元整）。", "zh", "blank", "blank"),
        ("The consideration for the unit is {{purchasePrice}}.", "en", "blank", "absent"),
        ("AMOUNT\n____________\n(GST EXTRA)", "en", "blank", "absent"),
        ("Contract Value: INR {{contractValue}} ({{contractValueInWords}})", "en", "blank", "blank"),
        ("Price per unit: {{unitPrice}}", "en", "absent", "absent"),
        ("{{description}}\t{{unit_price}}\t{{total_price}}", "en", "absent", "absent"),
    ],
)
def test_price_left_open(words: str, language: str, amount: str, in_words: str) -> None:
    head = "购销合同\n买方：青州有限公司\n卖方：远卓有限公司\n" if language == "zh" else "ORDER\n"
    found = _read(head + words + ("" if language == "zh" else _TERMS), language)
    assert (found["contract.amount"], found["contract.amount_words"]) == (amount, in_words)


@pytest.mark.parametrize(
    ("clause", "value"),
    [
        ("甲方收到乙方款项后三日内支付给丙方。", True),
        ("甲方在收到乙方货款后5日内向丙方付款。", True),
        ("甲方收取乙方服务款后再与丙方结算。", True),
        ("乙方收到丙方货款后，七日内转付至甲方。", True),
        ("甲方收到丙方发票后向丙方付款。", "absent"),
        ("无论甲方是否收到乙方货款后，均应按期向丙方支付。", "absent"),
    ],
)
def test_paid_when_another_of_three_has_paid(clause: str, value: object) -> None:
    text = written(
        "三方协议\n服务方（甲方）：青州服务有限公司\n委托方（乙方）：远卓有限公司\n供货方（丙方）：东岭有限公司\n"
        "乙方委托甲方采购。" + clause
    )
    assert shown(by_name(payment.read(text, read_parties(text)))["payment.back_to_back"]) == value


@pytest.mark.parametrize(
    ("words", "name", "value"),
    [
        ("CGST @ 9% and SGST @ 9%", "contract.tax_rate", "unclear"),
        ("IGST 18%", "contract.tax_rate", "18"),
    ],
)
def test_indian_tax(words: str, name: str, value: str) -> None:
    assert _read("ORDER\n" + words + _TERMS, "en")[name] == value


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        ("The price for the machine is CHF 210'000.", Money(Decimal(210000), "CHF")),
        ("Buyer shall pay Seller a total of $3,200 for the goods.", Money(Decimal(3200), "USD")),
    ],
)
def test_price_in_passing(words: str, amount: Money) -> None:
    assert _read("ORDER\n" + words + _TERMS, "en")["contract.amount"] == amount
