"""What a medium spells otherwise: typed clause numbers, lost blanks between scripts, a number in the running head."""

from __future__ import annotations

from decimal import Decimal

import pytest
from presign.facts.contract import facts as contract_facts
from presign.facts.contract import price_table
from presign.facts.fact import Fact
from presign.facts.parties.read import read_parties
from presign.facts.remedies import risk_allocation
from presign.facts.text import Text
from presign.parsers.document import Block, Document, Kind, Location, Media, Part
from presign.values import Money
from written_contract import by_name, written


def contract(lines: str, language: str = "zh") -> dict[str, Fact]:
    text = written(lines, language)
    return by_name(contract_facts.read(text, read_parties(text)))


def test_a_typed_clause_number_is_no_sentence() -> None:
    text = written("14. Carrier pays the toll. It keeps receipts.\n15.2. Each toll of 3. Ask first.", "en")
    assert [sentence.text.strip() for sentence in text.sentences] == [
        "14. Carrier pays the toll.",
        "It keeps receipts.",
        "15.2. Each toll of 3.",
        "Ask first.",
    ]


@pytest.mark.parametrize("number", ["", "9. ", "(9) "])
def test_force_majeure_listed_under_its_heading_whatever_numbers_the_clause(number: str) -> None:
    text = written(
        f"8. Force Majeure\n{number}A party isn't answerable for fire, strikes, shortage of funds or storms.", "en"
    )
    facts = by_name(risk_allocation.read(text, read_parties(text)))
    assert facts["remedy.fm_includes_funding"].value is True


@pytest.mark.parametrize("title", ["毛毡采购合同 FELT PURCHASE", "毛毡采购合同FELT PURCHASE"])
def test_a_title_in_two_scripts(title: str) -> None:
    assert contract(f"{title}\n买方：阜康毯业\n卖方：乌苏毛纺厂", "mixed")["contract.title"].value == title


def test_a_number_is_no_title() -> None:
    assert (
        contract("毛毡采购合同No.88\n买方：阜康毯业\n卖方：乌苏毛纺厂")["contract.title"].value != "毛毡采购合同No.88"
    )
    lines = "Agreement No. FK-12\nFELT PURCHASE AGREEMENT\nBuyer: Fulton Rugs Ltd\nSeller: Usk Mills Ltd"
    facts = contract(lines, "en")
    assert facts["contract.title"].value == "FELT PURCHASE AGREEMENT"
    assert facts["contract.number"].value == "FK-12"


@pytest.mark.parametrize("head", ["金额 Amount", "金额Amount", "金额（元）"])
def test_an_amount_column_headed_in_two_scripts(head: str) -> None:
    text = written(f"毛毡采购合同\n品名\t数量\t{head}\n毛毡\t4\t￥320.00\n绒布\t1\t￥80.00")
    facts = by_name(price_table.read(text, read_parties(text)))
    assert facts["contract.line_total"].value == Money(Decimal(400), "CNY")


def test_the_number_in_the_running_head_outranks_a_mention() -> None:
    blocks = (
        Block(0, Kind.PARAGRAPH, "合同编号：FK-2031-7", Location(part=Part.HEADER)),
        Block(1, Kind.HEADING, "毛毡采购合同", Location(paragraph=1)),
        Block(2, Kind.PARAGRAPH, "本函授权马丽代为签署合同编号FK-2031-9的毛毡采购合同。", Location(paragraph=2)),
    )
    text = Text(Document("felt.docx", "0" * 64, Media.DOCX, blocks))
    number = by_name(contract_facts.read(text, read_parties(text)))["contract.number"]
    assert (number.value, number.evidence[0].block) == ("FK-2031-7", 0)


def test_a_mention_alone_gives_the_number_without_what_follows() -> None:
    facts = contract("买方：阜康毯业\n卖方：乌苏毛纺厂\n双方就此前签署的合同编号FK-2031-9的毛毡采购合同约定如下。")
    assert facts["contract.number"].value == "FK-2031-9"
