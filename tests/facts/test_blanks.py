from __future__ import annotations

from decimal import Decimal

import pytest
from presign.facts.contract import blanks
from presign.facts.contract.blanks import find_blanks
from presign.facts.roles import Parties
from presign.values import Quantity, State, Unit
from written_contract import by_name, written


def found(lines: str, language: str = "zh") -> list[str]:
    return [blank.text.strip() for blank in find_blanks(written(lines, language))]


@pytest.mark.parametrize(
    "line",
    [
        "交货地点：________",
        "总价为【】元",
        "总价为[●]元",
        "买方为{{company}}",
        "单价XXX元",
        "×××公司",
        "价格为***",
        "自    年   月   日起",
        "于20__年订立",
        "每吨    元",
        "本合同一式　份",
        "合同编号：",
        "Delivery at [insert place]",
        "The price is $** per unit",
        "Fee: {fees} per month",
        "履行期限（　　）",
    ],
)
def test_forms_of_blanks(line: str) -> None:
    assert len(found(line)) == 1


@pytest.mark.parametrize(
    "line",
    [
        "规格20×2200×9000，3台",
        "自2025年1月2日起",
        "甲方：乙方：均为法人",
        "以人民币元计价结算",
        "邮箱a_b@c.example",
        "see Article XX and clause [3]",
        "地    址：杭州市",
        "第一条  产品名称",
        "[1] note",
    ],
)
def test_what_is_no_blank(line: str) -> None:
    assert found(line) == []


def test_a_clause_of_a_form_that_was_never_written() -> None:
    assert len(found("二、质量标准\n────────────\n三、交货\n________________")) == 2


def test_labels_in_a_table_with_an_empty_cell() -> None:
    assert found("合同编号\t\t签订地点\t宁波") == ["合同编号"]


def test_bare_signature_and_date_lines_are_no_open_blanks() -> None:
    text = written(
        """本合同自双方签字盖章之日起生效。
甲方（盖章）：____________    乙方（盖章）：____________
授权代表（签字）：________    授权代表（签字）：________
日期：____年__月__日    日期：____年__月__日"""
    )
    facts = by_name(blanks.read(text, Parties()))
    assert find_blanks(text)
    assert facts["contract.has_blanks"].state is State.ABSENT
    assert facts["contract.blank_count"].value == Quantity(Decimal(0), Unit.NUMBER)


def test_an_address_left_open_in_the_signature_block_counts() -> None:
    text = written(
        "甲方（盖章）：宏图公司    乙方（盖章）：远帆公司\n地址：________    地址：杭州\n日期：____年__月__日"
    )
    facts = by_name(blanks.read(text, Parties()))
    assert facts["contract.has_blanks"].value is True
    assert facts["contract.blank_count"].value == Quantity(Decimal(1), Unit.NUMBER)


def test_english_signature_lines() -> None:
    text = written(
        "Signed for and on behalf of\nNETTLE LTD\nSignature: ______________\nName: Ann Poole\nDate: ____________", "en"
    )
    assert by_name(blanks.read(text, Parties()))["contract.has_blanks"].state is State.ABSENT


def test_evidence_quotes_the_original_characters() -> None:
    text = written("总价为【　】元整")
    facts = by_name(blanks.read(text, Parties()))
    assert facts["contract.has_blanks"].evidence[0].quote == "总价为【　】元整"


def test_two_rules_under_for_seller_and_for_buyer_wait_for_a_pen() -> None:
    lines = "CONFIRMATION\n1. Goods: pepper.\n2. Price: USD 3.\n3. Payment follows within 30 days of the invoice.\n4. Delivery is by road.\nFor Seller          For Buyer\n______________      ______________"
    text = written(lines, "en")
    facts = by_name(blanks.read(text, Parties(())))
    assert facts["contract.has_blanks"].state is State.ABSENT
