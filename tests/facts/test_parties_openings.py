from __future__ import annotations

from datetime import date

import pytest
from presign.facts.contract.dates import read_dates
from presign.facts.parties.read import declared, read_parties
from presign.facts.parties.together import together
from presign.facts.roles import Role
from presign.facts.text import Text
from presign.parsers.document import Block, Document, Kind, Location, Media, Revision, Span
from presign.values import Reason
from written_contract import by_name, written

Declared = list[tuple[tuple[str, ...], str | None]]


def parties(lines: str, language: str = "en") -> Declared:
    found = declared(written(lines, language))
    return [(m.words, (m.name.text or None) if m.name is not None else None) for m in found]


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        (
            "THIS AGREEMENT made the 4th day of May, 2011\nBETWEEN:\nHOLLIN QUARRIES CORP., a company of Yukon "
            '(hereinafter called "Hollin")\nOF THE FIRST PART\nAND:\nTARN TOOLS LTD., a company with an office at '
            '3 Mill Lane (hereinafter called the "Distributor")\nOF THE SECOND PART',
            [(("Hollin",), "HOLLIN QUARRIES CORP."), (("Distributor",), "TARN TOOLS LTD.")],
        ),
        (
            "This agreement is between Hollin Foods, Inc. (?Hollin?) and Tarn Stores LLC (``Tarn'').",
            [(("Hollin",), "Hollin Foods, Inc."), (("Tarn",), "Tarn Stores LLC")],
        ),
        (
            'This agreement is by and between E-HOLLIN, Inc. ("e-Hollin") and 4TARN.COM, INC. ("4Tarn").',
            [(("e-Hollin",), "E-HOLLIN, Inc."), (("4Tarn",), "4TARN.COM, INC.")],
        ),
        (
            "This agreement is concluded between company Hollin SIA, hereinafter referred to as the Supplier, and "
            "company Tarn OOO, hereinafter referred to as the Buyer.",
            [(("Supplier",), "Hollin SIA"), (("Buyer",), "Tarn OOO")],
        ),
        (
            "This agreement is between The Regents of the University of Fenshire, a public corporation "
            '("University"), and Hollin Biotech, Inc. ("Licensee").',
            [(("University",), "The Regents of the University of Fenshire"), (("Licensee",), "Hollin Biotech, Inc.")],
        ),
        (
            'Hollin Hosting, Inc., with offices at 1 Quay ("Hollin"), and (client name), with offices at (address) '
            '("CLIENT"), agree as follows:',
            [(("Hollin",), "Hollin Hosting, Inc."), (("CLIENT",), None)],
        ),
        (
            'SUPPLIER: Hollin Works, LLC ("Hollin")\nThis agreement is made between\n1. HOLLIN B.V., a private company '
            '("Hollin"); and\n2. TARN S.A. ("Tarn").',
            [(("SUPPLIER",), "Hollin Works, LLC"), (("Hollin",), "HOLLIN B.V."), (("Tarn",), "TARN S.A.")],
        ),
    ],
)
def test_openings(opening: str, expected: Declared) -> None:
    assert parties(f"SUPPLY AGREEMENT\n{opening}\n1. Supply.") == expected


def test_a_label_before_the_name_is_no_part_of_it() -> None:
    lines = (
        "SUBCONTRACT\nThis Subcontract is entered into by and between:\n"
        'GENERAL CONTRACTOR: Hollin Construction, LLC ("Contractor")\nSUBCONTRACTOR: [Company Name] ("Subcontractor")\n'
        "1. Subcontractor performs the work. Contractor shall pay Subcontractor within 45 days."
    )
    found = read_parties(written(lines, "en"))
    buyer, seller = found.first(Role.BUYER), found.first(Role.SELLER)
    assert buyer is not None
    assert buyer.name == "Hollin Construction, LLC"
    assert seller is not None
    assert (seller.name, seller.name_blank) == (None, True)


def test_three_and_four_parties_of_a_preamble() -> None:
    lines = (
        "AGREEMENT\nThis Agreement is made among Hollin Foods, Inc. (together with its subsidiaries, "
        '"Hollin"), Tarn Stores LLC, a Texas limited liability company ("Tarn" or the "Buyer"), Beck Bank, N.A. (the '
        '"Escrow Agent"), and Skell Limited, a company of Jersey (the "Guarantor").\nRECITALS'
    )
    assert parties(lines) == [
        (("Hollin",), "Hollin Foods, Inc."),
        (("Tarn", "Buyer"), "Tarn Stores LLC"),
        (("Escrow Agent",), "Beck Bank, N.A."),
        (("Guarantor",), "Skell Limited"),
    ]


def test_four_parties_in_chinese() -> None:
    lines = (
        "四方协议\n甲方（采购方）：泰州朗越机械有限公司\n乙方（供应商）：黄山云岭阀门有限公司\n"
        "丙方（保证人）：泰州朗越集团有限公司\n丁方（监管方）：皖南商业银行\n第一条 乙方向甲方供应阀门，甲方付款。"
    )
    found = read_parties(written(lines))
    assert found.certain
    assert [(p.role, p.name) for p in found.parties] == [
        (Role.BUYER, "泰州朗越机械有限公司"),
        (Role.SELLER, "黄山云岭阀门有限公司"),
        (Role.GUARANTOR, "泰州朗越集团有限公司"),
        (Role.THIRD, "皖南商业银行"),
    ]


def test_names_only_in_the_signature_block() -> None:
    signed = "HOLLIN CAPITAL LP\nBy: /s/ Ann Reed\nTARN PARTNERS LLC\nBy: /s/ Joe Reed\n"
    assert parties("FILING\nThe undersigned agree to file jointly.\n" + signed) == [
        ((), "HOLLIN CAPITAL LP"),
        ((), "TARN PARTNERS LLC"),
    ]
    chinese = "购销合同\n一、供方按图纸供货。\n二、需方收货后付款。\n供方（盖章）：黄山云岭阀门有限公司\n需方（盖章）：泰州朗越机械有限公司\n日期："
    found = read_parties(written(chinese))
    buyer, seller = found.first(Role.BUYER), found.first(Role.SELLER)
    assert buyer is not None
    assert seller is not None
    assert (buyer.name, seller.name) == ("泰州朗越机械有限公司", "黄山云岭阀门有限公司")


def test_a_company_a_clause_defines_is_no_party() -> None:
    lines = (
        'AGREEMENT\nThis Agreement is made between Hollin Inc. ("Hollin") and Tarn LLC ("Tarn").\n'
        '1. Goods bought through Skell Ltd ("Skell") are excluded.'
    )
    assert [words for words, _ in parties(lines)] == [("Hollin",), ("Tarn",)]


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        (
            'a body ("Tarn"). Hollin and Tarn may each be called a "Party" or, jointly, the "Parties." WHEREAS',
            'Hollin and Tarn may each be called a "Party" or, jointly, the "Parties."',
        ),
        ('Tarn LLC ("Tarn"), each a "Party". WHEREAS', 'each a "Party".'),
    ],
)
def test_where_the_parties_are_named_together(sentence: str, shown: str) -> None:
    found = together(written(sentence, "en"))
    assert found is not None
    assert found.text.strip(".") == shown.strip(".")


@pytest.mark.parametrize(
    ("line", "day"),
    [
        (
            "This agreement is made this 3rd day of June, two thousand and seventeen (2017), by and between",
            (2017, 6, 3),
        ),
        ("This agreement is made the ninth day of May, nineteen hundred ninety-nine between", (1999, 5, 9)),
        ("This agreement is made on 3.6.2017 between", (2017, 6, 3)),
        (
            "This Amendment No. 3 (the Amendment) to the Supply Agreement dated May 1, 2009 between Hollin Inc. and "
            "Tarn LLC is made and entered into as of July 9, 2012.",
            (2012, 7, 9),
        ),
        (
            "This agreement is between Hollin Inc. and Tarn LLC, jointly the Parties, dated 1 February 2019.",
            (2019, 2, 1),
        ),
        ("Signed 20 March 2026; first delivery note of 25 February 2026.", (2026, 3, 20)),
    ],
)
def test_dates_of_openings(line: str, day: tuple[int, int, int]) -> None:
    facts = by_name(read_dates(written("SUPPLY AGREEMENT\n" + line, "en")))
    assert facts["contract.sign_date"].value == date(*day)


@pytest.mark.parametrize(
    "line", ["签字日期：二〇〇八年四月 日", "本合同于{{ y }}年{{ m }}月{{ d }}日在{{ place }}签订。"]
)
def test_dates_begun_and_not_finished(line: str) -> None:
    facts = by_name(read_dates(written("购销合同\n甲方：泰州朗越机械有限公司\n" + line)))
    assert facts["contract.sign_date"].reason is Reason.BLANK


@pytest.mark.parametrize(
    "clause",
    [
        "Term: Two (2) years from the date of signing.",
        '"Term" means the period beginning on the Effective Date and ending on June 30, 2022.',
        "The Contract Period shall be June 1, 2010 through May 31, 2013.",
        "The franchise is granted for a term of twenty years commencing on the date of this Agreement.",
        "The term shall be for a period beginning on the Start Date and ending five (5) years thereafter.",
        "The Term will commence on signature and\n   will remain in effect until the date given in Annex A.",
    ],
)
def test_clauses_that_tell_the_term(clause: str) -> None:
    facts = by_name(read_dates(written(f"SUPPLY AGREEMENT\n{clause}\nRoyalties are due within 30 days.", "en")))
    shown = facts["contract.end_date"].evidence
    assert shown
    assert shown[0].quote[:12] in clause


def test_names_only_in_tracked_insertions() -> None:
    lines = (
        "购销合同",
        "甲方（需方）：南平山禾木业有限公司",
        "乙方（供方）：三明青溪胶业有限公司",
        "第一条 乙方供胶，甲方付款。",
    )
    blocks = []
    for at, line in enumerate(lines):
        colon = line.find("：") + 1
        inserted = (Revision(Span(colon, len(line)), "Reviewer", "2026-02-11T09:00:00Z"),) if colon else ()
        blocks.append(Block(at, Kind.PARAGRAPH, line, Location(paragraph=at + 1), revisions=inserted))
    found = read_parties(Text(Document("draft.docx", "0" * 64, Media.DOCX, tuple(blocks), (), "zh")))
    buyer, seller = found.first(Role.BUYER), found.first(Role.SELLER)
    assert buyer is not None
    assert seller is not None
    assert (buyer.name, seller.name) == ("南平山禾木业有限公司", "三明青溪胶业有限公司")
    assert buyer.evidence[0].changed


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        (
            'This License Agreement is made between Hollin Bank, a Maryland stock savings bank ("Bank"), and Tarn '
            'Financial Group, Inc., a Maryland corporation ("Company").',
            [(("Bank",), "Hollin Bank"), (("Company",), "Tarn Financial Group, Inc.")],
        ),
        (
            'Ladies and Gentlemen:\nTarn Bancorp, Inc., a Maryland corporation (the "Company"), and Tarn Savings Bank, a '
            'federal savings bank (the "Bank"), hereby confirm their agreement with Hollin & Partners, L.P. ("Hollin" or '
            'the "Agent") as follows:',
            [
                (("Company",), "Tarn Bancorp, Inc."),
                (("Bank",), "Tarn Savings Bank"),
                (("Hollin", "Agent"), "Hollin & Partners, L.P."),
            ],
        ),
        (
            'This Agreement is made by Hollin Inc. ("Hollin"), and Ann Reed ("Reed"), for the benefit of Tarn Corp., a '
            'Nevada corporation ("Purchaser").',
            [(("Hollin",), "Hollin Inc."), (("Reed",), "Ann Reed"), (("Purchaser",), "Tarn Corp.")],
        ),
    ],
)
def test_banks_letters_and_beneficiaries(opening: str, expected: Declared) -> None:
    assert parties(f"AGREEMENT\n{opening}\n1. Scope.") == expected
