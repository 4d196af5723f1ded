"""Parties of English papers wherever these name them: preambles of every build, forms, signature blocks."""

from __future__ import annotations

import pytest
from presign.facts.parties.read import declared, read_parties
from presign.facts.roles import Role
from written_contract import written


def names(lines: str) -> tuple[str | None, str | None]:
    parties = read_parties(written(lines, "en"))
    buyer, seller = parties.first(Role.BUYER), parties.first(Role.SELLER)
    return buyer.name if buyer else None, seller.name if seller else None


def named(lines: str) -> list[tuple[str | None, tuple[str, ...]]]:
    return [(one.name.text if one.name else None, one.words) for one in declared(written(lines, "en"))]


@pytest.mark.parametrize(
    ("lines", "buyer", "seller"),
    [
        # A role alone on its line, the name below it.
        ("SALES CONTRACT\nSold To\nFerncliff Dairies Ltd\nSeller\nOrrin Pumps Pte. Ltd.", "Ferncliff Dairies Ltd", "Orrin Pumps Pte. Ltd."),
        ("This order form is between the two below.\nProvider\nHarbour Practice\nCustomer\nWillow Clinic\nCustomer shall pay monthly.", "Willow Clinic", "Harbour Practice"),
        # Only the signature block tells.
        ("SERVICES\n1. The Supplier shall cook for the Customer. 2. The Customer shall pay the charges.\nFor and on behalf of the Supplier\nThornhill Catering Limited\nBy: ____\nFor and on behalf of the Customer\nOsier Aviation Ltd\nBy: ____", "Osier Aviation Ltd", "Thornhill Catering Limited"),
        # A word in quotation marks beside the name.
        ('McVale Corporation ("McVale")\n"RESELLER"  TARNSIDE SYSTEMS INC.\nReseller shall pay McVale on invoice. McVale shall supply the Products. McVale will invoice Reseller.', "TARNSIDE SYSTEMS INC.", "McVale Corporation"),
        # No defined words at all: the names go on.
        ("SUPPLY CONTRACT\nbetween Kolb Maschinenbau AG, Werkstrasse 4, Ulm, and Tann Holding GmbH, Hauptplatz 1, Graz.\n1. Kolb Maschinenbau AG shall deliver a press to Tann Holding GmbH.\n2. Tann Holding GmbH shall pay EUR 900 to Kolb Maschinenbau AG.", "Tann Holding GmbH", "Kolb Maschinenbau AG"),
        # Individuals, with or without a trading name or an honorific.
        ('This Agreement is between Marta Reyes d/b/a Dawn Bakery ("Supplier") and Quay Diners, Inc. ("Buyer").', "Quay Diners, Inc.", "Marta Reyes d/b/a Dawn Bakery"),
        ('made between M/s. Sorrel Builders Pvt. Ltd. ("the Contractor") and Mrs. Anita Rane ("the Owner").', "Anita Rane", "Sorrel Builders Pvt. Ltd."),
        ('entered into between professional golfer, TOM VALE, (hereinafter referred to as "CONSULTANT") and MOOR GOLF, LTD. (hereinafter referred to as "CLIENT").', "MOOR GOLF, LTD.", "TOM VALE"),
        # The role in brackets after the name, alone or of two.
        ("THIS DEED is made between:\n1. HAZEL PROPERTIES LTD (Corporate Vendor / Assignor)\n2. JOHN WREN (Purchaser / Assignee)", "JOHN WREN", "HAZEL PROPERTIES LTD"),
        # What a party is, said between its name and its word, names another kind of company.
        ('under which Rill Media, Inc., a Nevada corporation with an address in Elko ("RILL"), authorizes Direct Ash, Inc., a Maine Corporation, having an address in Bath ("RESELLER") to resell. Reseller shall pay RILL the fees. RILL shall supply the licences. RILL will invoice Reseller.', "Direct Ash, Inc.", "Rill Media, Inc."),
        # A cover names them in the other order.
        ('HOSTING AGREEMENT\nbetween\nOsprey, Inc.\nand\nBarrow Machines Corporation\nUnder this agreement between Barrow Machines Corporation ("BMC") and Osprey, Inc. ("Customer"), BMC will host. Customer shall pay BMC.', "Osprey, Inc.", "Barrow Machines Corporation"),
        # One side by name, the other one only pointed at.
        ("This reseller agreement is between Cask Software B.V., with its office in Utrecht, and the reseller identified below.\nReseller Name: Nord Data ApS", "Nord Data ApS", "Cask Software B.V."),
        ("Standard Terms for the Supply of Software\nKite Systems Limited\nCustomer Name: Quarry Bank Ltd", "Quarry Bank Ltd", "Kite Systems Limited"),
        ('1. "We/Us/Our": Forge Studio Ltd, registered in England. "You": the client.\n2. You agree to pay us the fees. We may invoice you monthly.', None, "Forge Studio Ltd"),
        # The company's form in other countries.
        ('between Galaxy Larch SRL ("Buyer") and Oulu Teräs Oyj Abp ("Seller").', "Galaxy Larch SRL", "Oulu Teräs Oyj Abp"),
        ("This Supply Agreement is made between Fern Industries and Moor Parts Pte Ltd, effective as of 1 March 2025.\n1. Moor Parts Pte Ltd shall manufacture and deliver the parts.", "Fern Industries", "Moor Parts Pte Ltd"),
        ("BETWEEN: Fern Freight NV (Hereinafter referred to as the Company)\nAND: Paula Moor (Hereinafter referred to as the Consultant)\nThe Company appoints the Consultant.", "Fern Freight NV", "Paula Moor"),
        ("Purchase Order\nSUPPLIER DETAILS\nMoor Optik GmbH\nLindenweg 9\nBill To\nFern Labs Ltd", "Fern Labs Ltd", "Moor Optik GmbH"),
        ('This Agreement is made between Seller: Robert and Maria Moor ("Seller") and Buyer: David and Sarah Fern ("Buyer").', "David and Sarah Fern", "Robert and Maria Moor"),
        ("HIRE AGREEMENT\nHirer: Fern Groundworks Ltd\nThe Hirer takes the plant on hire.\nSigned for Moor Plant Ltd (the Owner): ______", "Fern Groundworks Ltd", "Moor Plant Ltd"),
        ("LETTER OF AWARD\nFern Ferries Ltd\n5 Marina Road\n12 May 2025\nThe Managing Director,\nMoor Engineering Limited,\nLagos.\nDear Sir,\nYou have been awarded the contract.", "Fern Ferries Ltd", "Moor Engineering Limited"),
        ('between the United Republic of Zandia Ministry of Health ("Buyer") and Frutti di Mare S.r.l. ("Seller")', "United Republic of Zandia Ministry of Health", "Frutti di Mare S.r.l."),
        ("Contractor: Moor Solar Inc.\nHomeowner: Thomas R. Fern\nContract Price: $28,450.00", "Thomas R. Fern", "Moor Solar Inc."),
        # The letterhead is the side nobody else is, where it acts as that side does.
        ("CATERING CONTRACT\nMoor Catering Co.\n77 Harbor Street\nClient Name: Ann Fern\nMoor Catering Co. agrees to provide the meals.", "Ann Fern", "Moor Catering Co."),
        ("CATERING CONTRACT\nMoor Catering Co.\n77 Harbor Street\nClient Name: Ann Fern\nThe meals are listed below.", "Ann Fern", None),
        ("This Agreement, by and between the Department of Works of the City of Fern, party of the first part, and Moor Asphalt Company, Inc., party of the second part, WITNESSETH: the party of the first part to pay monthly.", "Department of Works of the City of Fern", "Moor Asphalt Company, Inc."),
        # An order that says nobody pays is paid by whom the goods go to.
        ("PURCHASE ORDER\nVendor Name\tFern Supply Inc.\nShip To\tMoor Institute\nItem\tPrice\nhood\t$5,400.00", "Moor Institute", "Fern Supply Inc."),
        ('between KK Steel Sdn Bhd ("Buyer") and Fen Valves K.K. ("Seller").', "KK Steel Sdn Bhd", "Fen Valves K.K."),
    ],
)  # fmt: skip
def test_who_buys_and_who_sells(lines: str, buyer: str | None, seller: str | None) -> None:
    assert names(lines) == (buyer, seller)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # A short form in bare brackets is one only if it is the name's.
        ('by and between Fern Racing, LLC ("Vendor") and Torv Inc., a Utah corporation (Torv). Vendor', ("Torv Inc.", ("Torv",))),
        ('by and between Mutual Elm Insurance Inc. (MEI) and Ash Ltd ("Agency") agree', ("Mutual Elm Insurance Inc.", ("MEI",))),
        # Who is only pointed at is a party all the same.
        ('by and between Beech Corporation (the "Company") and the Agent named on the signature page (the "Agent").', (None, ("Agent",))),
        ('referred to in this Agreement as "Company" or "Boyle", by and between Boyle Shows, LLC, Texas, referred to in this Agreement as "Company" or "Boyle", and Cane Oil, Inc. ("Sponsor")', ("Boyle Shows, LLC", ("Company", "Boyle"))),
        # One word for two companies.
        ('between Land Fund LLC ("Land") and United Life Company, and One Securities, Inc. (collectively referred to as "Servicing Agent").', ("One Securities, Inc.", ("Servicing Agent",))),
        ('between Land Fund LLC ("Land") and United Life Company, and One Securities, Inc. (collectively referred to as "Servicing Agent").', ("United Life Company", ("Servicing Agent",))),
        # The second party goes without a word.
        ('by and between Go Lark, Inc. (herein "Go Lark") located at 15 Queen Street and Master Paging Corporation located at 100 Oak Road, shall set forth', ("Master Paging Corporation", ("Master Paging Corporation",))),
        # The title names them first; what a body is called; the gap next to the word; small words; everybody's word.
        ('Between Fern Enterprises and Moor Systems\nThis Statement of Work is made by and between Fern Enterprises, a corporation of Ohio ("Client") and Moor Systems, Inc., a corporation of Utah ("Vendor")', ("Fern Enterprises", ("Client",))),
        ("made by and between the VALE COUNTY TRANSPORT COMMISSION, hereinafter called COMMISSION, and ____________, hereinafter called CONSULTANT for works. COMMISSION shall pay.", ("VALE COUNTY TRANSPORT COMMISSION", ("COMMISSION",))),
        ("made by and between the VALE COUNTY TRANSPORT COMMISSION, hereinafter called COMMISSION, and ____________, hereinafter called CONSULTANT for works. COMMISSION shall pay.", ("", ("CONSULTANT",))),
        ('by and between Fern Concepts, Inc., a New York corporation ("we", "us" or "our"), and Moor Trucks, Inc. ("you" or "your").', ("Moor Trucks, Inc.", ("you", "your"))),
        ('BETWEEN: Fern.com, inc of 5 Bay Drive, and Moor, LLC dba Moorland of 4 Park Way (individually the "Member" and collectively the "Members").', ("Fern.com, inc", ("Member", "Members"))),
        ('by and between Fern Inc. and/or assigns, a corporation of Utah (referred to as "Sales Affiliate" or "SA") and Ash Ltd ("Company")', ("Fern Inc.", ("Sales Affiliate", "SA"))),
        # Every company of a long signature block.
        ("the undersigned execute this Agreement. ALDER LIFE COMPANY By: Alder Advisers LP, its adviser By: /s/ A. Moor A. Moor Vice President BIRCH RE LTD. By: /s/ B. Vale", ("BIRCH RE LTD.", ())),
    ],
)  # fmt: skip
def test_declared(lines: str, expected: tuple[str | None, tuple[str, ...]]) -> None:
    assert expected in named(lines)


@pytest.mark.parametrize(
    ("lines", "unwanted"),
    [
        ('between Elm Ltd ("Buyer") and Ash Inc. ("Seller"), collectively the "Parties". Schedule B (the "Build Addendum")', "Build Addendum"),
        ('between Land Fund LLC ("Land") and Ash Ltd ("Agent") for the funds listed in Appendix A (each a "Pool")', "Appendix A"),
        ("the undersigned execute this. ALDER LIFE COMPANY By: Alder Advisers LP, its adviser By: /s/ A. Moor", "Alder Advisers LP"),
        ("Company Name: School Pond, Inc. Address: 38 Park\nCity: Dorset   State: GA\nThis is between Amber Services, L.L.C. (\"AES\") and School Pond, Inc. (\"Pond\").", "Dorset"),
        ("The platform operated by Party A: Small Orange Market.\nParty A: Dee Transport Co., Ltd.\nParty B: Hunan Leasing Co., Ltd", "Small Orange Market."),
        ("engaged in trade in China. China Larch Energy Corporation (the \"Issuer\") is listed.\nParty A: Xi Bridge Co., Ltd.\nParty B: Bo Gas Co., Ltd.", "China Larch Energy Corporation"),
        ('Vale Bank USA, N.A. ("Vale") and you in the Vale Partner Program (the "Partner Program")', "Vale Partner Program"),
    ],
)  # fmt: skip
def test_what_is_no_party(lines: str, unwanted: str) -> None:
    assert all(unwanted not in (name, *words) for name, words in named(lines))


def test_an_amendment_is_not_made_by_the_parties_of_the_amended_paper() -> None:
    found = named(
        'by and among Fern AB ("Fern") and Moor Co., Ltd. ("Moor"), as an amendment to that certain Joint Venture '
        'Agreement dated 7 March 2016 by and among Vale AB ("Vale AB") and Moor'
    )
    assert [name for name, _ in found] == ["Fern AB", "Moor Co., Ltd."]


def test_a_preamble_behind_a_table_of_contents_is_found() -> None:
    contents = "".join(f"{number}.1 Heading of a clause {number}\n" for number in range(1, 420))
    preamble = 'This Agreement is made by and between Elm Foods Ltd ("Buyer") and Ash Mills Inc. ("Seller").'
    assert len(contents) > 9000
    assert names(f"OUTSOURCING AGREEMENT\nTABLE OF CONTENTS\n{contents}{preamble}") == (
        "Elm Foods Ltd",
        "Ash Mills Inc.",
    )


def test_the_other_role_in_the_next_cell_is_no_name() -> None:
    text = written(
        'CAR SALE\nThis agreement is between {{sellerName}} (the "Seller") and {{buyerName}} (the "Buyer").\n'
        "SIGNED BY\nThe Seller\tThe Buyer\n______\t______\n",
        "en",
    )
    parties = read_parties(text)
    found = [parties.first(role) for role in (Role.SELLER, Role.BUYER)]
    assert [None if party is None else party.name for party in found] == [None, None]
