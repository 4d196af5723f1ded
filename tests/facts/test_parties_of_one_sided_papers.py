"""Parties of English papers one side writes alone: quotations, proformas, orders, terms of trade, filled from templates."""

from __future__ import annotations

import pytest
from presign.facts.parties.issuer_en import issuer_mentions
from presign.facts.parties.read import declared, read_parties
from presign.facts.roles import Role
from written_contract import written


def names(lines: str) -> tuple[str | None, str | None]:
    parties = read_parties(written(lines, "en"))
    buyer, seller = parties.first(Role.BUYER), parties.first(Role.SELLER)
    return buyer.name if buyer else None, seller.name if seller else None


@pytest.mark.parametrize(
    ("lines", "buyer", "seller"),
    [
        # Who signs alone, whose account it is, who is registered at the foot.
        ("PROFORMA INVOICE\nDawn Cartons Pvt. Ltd.\nTo,\n{{ customer }}\n1. 50% advance along with the purchase order.\nFor Dawn Cartons Pvt. Ltd.", None, "Dawn Cartons Pvt. Ltd."),
        ("Ref: AMC/{{ no }}\nTo,\nThe Plant Manager\n{{ client.company }}\nSubject: Quotation for maintenance\nDear Sir,\nYours faithfully,\nFor COLDSTREAM ENGINEERS PVT LTD", None, "COLDSTREAM ENGINEERS PVT LTD"),
        ("Quotation Ref. {{ no }}\nTo: {{ client }}\nPayment 7 days.\nBank: Fen Bank\nA/c name: Larkfield Lighting Solutions, A/c no. 33445566\nFor Larkfield Lighting Solutions", None, "Larkfield Lighting Solutions"),
        ("Proposal\nOur fee is payable within 30 days.\nTeal Analytics Ltd · Registered in England No. 1234567", None, "Teal Analytics Ltd"),
        ("Date: 1 May\nThe Branch Manager\nSorrel Bank of Commerce\n3 Quay Road\nMob: 12345\nDear Sir,\nRenewal offer for your annual maintenance contract.\nYours faithfully,\nFor, Minto Counters (P) Ltd.", "Sorrel Bank of Commerce", "Minto Counters (P) Ltd"),
        ("QUOTATION\nTo: {{client}}\nRook Group Pte Ltd\nUEN 199912345Z\nPayment: COD.", None, "Rook Group Pte Ltd"),
        # Who is bought from, thanked, paid, and keeps the goods.
        ("Wholesale terms\nWelcome to Emberleaf Coffee.\nEmberleaf Coffee is a trading name of ELC Trading Ltd.\nGoods remain the property of ELC Trading Ltd until they are paid for.", None, "ELC Trading Ltd"),
        ("LETTER\n[DATE]\nThank you for appointing Bellbird Counsel LLP. Our fees are payable within 14 days.", None, "Bellbird Counsel LLP"),
        ("The applicant applies for a credit account with MOOR'S MEATS PTY LTD, ABN 78 673 178 615.\nThe applicant shall pay in 14 days.", None, "MOOR'S MEATS PTY LTD"),
        ("DEFINITIONS\nFernway Parts means Fernway Parts Pty Ltd of Perth.\nGoods bought from Fernway Parts are paid for in 30 days.", None, "Fernway Parts Pty Ltd"),
        ("Vending Machine Sales\n1. These terms are between you (the customer) and Crispin Vending Limited.\n2. The machine remains the property of Crispin Vending Limited until paid for.", None, "Crispin Vending Limited"),
        ("MANGO PURCHASE\nI, {{farmer}}, agree to sell to Coastal Fruits Pvt Ltd the mangoes described below.", "Coastal Fruits Pvt Ltd", None),
        # A paper's kind tells whose it is.
        ("PURCHASE ORDER No. 4\nTo: Hexley Fasteners Ltd\nSigned for and on behalf of\nFellgate Engineering Ltd", "Fellgate Engineering Ltd", "Hexley Fasteners Ltd"),
        ("SUBCONTRACT ORDER\nWe, Cobble Builders Limited, hereby place an order on [SUBCONTRACTOR NAME].", "Cobble Builders Limited", None),
        ("REQUEST FOR QUOTATION\nIssued by Harbour City Council\nSuppliers must submit a quotation by 5 May.", "Harbour City Council", None),
        ("SALES ORDER ACKNOWLEDGEMENT\nCustomer: Wick Retail Ltd\nWe acknowledge your purchase order no 55.\nHeron Displays Ltd\nRegistered in England No. 01234567", "Wick Retail Ltd", "Heron Displays Ltd"),
        ('Terms and conditions of purchase\nFor all orders placed by Brook Dairies Ltd ("BDL") with its suppliers.\nThe supplier shall invoice BDL.', "Brook Dairies Ltd", None),
        ('STANDARD TERMS OF SALE\nIn these terms "we" is Halt Fasteners Ltd.\nOur invoices are payable in 30 days.', None, "Halt Fasteners Ltd"),
        ("ADVISOR TERMS\nCompany: {{ startup_name }}\nAdvisor: Greenbank Partners LLP\nFee: 750 per month.", None, "Greenbank Partners LLP"),
        # One side by name, the other one a field.
        ("This retainer is entered into between Pollard & Pike and [CLIENT_NAME].", None, "Pollard & Pike"),
        ('by and between **Brightside Studio LLC** and **[CLIENT NAME]** ("Client").', None, "Brightside Studio LLC"),
        ("SERVICE AGREEMENT\nbetween\n[Customer Company]\nand\nNorthgate Lifts (Singapore) Pte. Ltd.", None, "Northgate Lifts (Singapore) Pte. Ltd"),
        ('This sets out the terms on which Paper Crane Studio ("Designer") will work for [CLIENT NAME] ("Client"). Client will pay Designer monthly.', None, "Paper Crane Studio"),
        ('is between Gita Lal ("The Designer") and Client Name ("The Client"). The Client shall pay the Designer. The Designer may pause.', None, "Gita Lal"),
        ('between Smt {{farmer_name}} (hereinafter referred to as the "First Party/Farmer")\nAND\nM/s Nutmeg Foods Pvt. Ltd. (hereinafter referred to as the "Second Party/Company")\nThe Company shall pay the Farmer.', "Nutmeg Foods Pvt. Ltd.", None),
        ('"Seller"means Ash Supplies Limited, a company registered in England.', None, "Ash Supplies Limited"),
    ],
)  # fmt: skip
def test_who_wrote_the_paper(lines: str, buyer: str | None, seller: str | None) -> None:
    found = names(lines)
    assert tuple(name.rstrip(".") if name else None for name in found) == tuple(
        name.rstrip(".") if name else None for name in (buyer, seller)
    )


@pytest.mark.parametrize(
    "lines",
    [
        # What the parties buy from others, whose program it is, who carries the money.
        "LOAN TERMS\nThe Lender finances equipment purchased from Tilth Tractors Ltd. The Borrower shall repay the Lender.",
        "QUOTATION\n{{ company_name }}\nCopyright Tilth Software Corporation.\nFor {{ company_name }}",
        "TERMS\nThe Seller is named on the invoice. The Seller may assign.\nGoods supplied by Tilth Pumps Co., Ltd. carry its warranty.",
        'AGENCY TERMS\n"Agency" means Wren Creative Ltd.\nThank you for choosing Tilth Media LLC as a partner.',
        # Two who sign are two who write.
        "QUOTATION\nFor Tilth Pumps Ltd\nFor Wren Pumps Ltd",
    ],
)
def test_others_are_no_writers(lines: str) -> None:
    text = written(lines, "en")
    known = [one for one in declared(text) if one.words]
    assert list(issuer_mentions(text, known)) == []


def test_a_field_behind_an_address_leaves_its_side_open() -> None:
    parties = read_parties(written("ESTIMATE\nFrom: Oakley Joinery\nTo: [CUSTOMER NAME]\nPayable in 7 days.", "en"))
    buyer = parties.first(Role.BUYER)
    assert buyer is not None and buyer.name is None and buyer.name_blank


def test_a_term_in_a_sentence_of_its_own_takes_no_name_from_ahead() -> None:
    lines = 'In these terms "the Company" is Teasel Cloth Ltd of Leeds, and "the Buyer" is whoever buys.\nThe Buyer shall pay the Company.'
    assert names(lines)[0] is None
