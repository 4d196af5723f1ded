"""The placeholders of a template: what each is called, and where two of them contradict each other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from presign.facts.contract.placeholder_names import name_of, notation_of, one_slip
from presign.facts.fact import FactBook
from presign.facts.read import read_facts
from presign.parsers.document import Document
from presign.parsers.read import read_document
from presign.values import Reason, Record, State

Read = Callable[[str], FactBook]
HEAD_ZH = "设备销售合同\n买方：【买方名称】\n卖方：苏州恒远机械有限公司\n"
HEAD_EN = 'SUPPLY AGREEMENT\nBetween {{buyer_name}} (the "Buyer") and Harbour Pumps Ltd (the "Seller").\n'


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def facts(text: str) -> FactBook:
        file = tmp_path / "template.txt"
        file.write_text(text, encoding="utf-8")
        document = read_document(file, isolated=False)
        assert isinstance(document, Document)
        return read_facts(document)

    return facts


@pytest.mark.parametrize(
    ("written", "name", "notation"),
    [
        ("{{buyer_name}}", "buyer_name", "double_braces"),
        ("${price}", "price", "dollar"),
        ("{买方名称}", "买方名称", "braces"),
        ("<%= price %>", "price", "percent"),
        ("[[net days]]", "net days", "double_brackets"),
        ("<<BuyerName>>", "BuyerName", "angle"),
        ("«price»", "price", "guillemets"),
        ("[insert name of the Buyer]", "name of the Buyer", "brackets"),
        ("(请填写交货地点)", "交货地点", "parentheses"),
        ("[●]", "", "blank"),
        ("[__]", "", "blank"),
        ("____", "", "blank"),
        ("[insert]", "", "blank"),
        ("(待填)", "", "blank"),
        ("[XX]", "", "blank"),
    ],
)
def test_a_placeholder_has_the_name_that_is_written_in_it(written: str, name: str, notation: str) -> None:
    assert name_of(written) == name
    assert notation_of(written) == notation


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("buyer_name", "buyers_name", True),
        ("delivery_date", "delivrey_date", True),
        ("delivery_date", "delivery_rate", False),
        ("buyer_name", "seller_name", False),
        ("party_a", "party_b", False),
        ("net_days_1", "net_days_2", False),
        ("买方名称", "卖方名称", False),
    ],
)
def test_a_slip_of_the_pen_is_one_letter_of_one_word(one: str, other: str, slip: bool) -> None:
    assert one_slip(one, other) is slip


def test_a_blank_is_named_by_what_stands_in_it_or_beside_it(read: Read) -> None:
    book = read(
        HEAD_ZH
        + "合同编号：________\n交货地点\t________\n第一条 单价为[●]元。\n第二条 货物运至____（工程所在地）。\n第三条 买方应于收货后____日内付款。\n"
    )
    found = book["template.placeholders"].value
    assert isinstance(found, tuple)
    names = [(each.get("name"), each.get("label")) for each in found if isinstance(each, Record)]
    assert ("买方名称", "买方") in names
    assert (None, "合同编号") in names
    assert (None, "交货地点") in names
    assert (None, "工程所在地") in names
    assert book["template.unnamed"].value == ("第一条 单价为[●]元。", "第三条 买方应于收货后____日内付款。")
    assert [each.location.line for each in book["template.unnamed"].evidence] == [6, 8]


def test_a_filled_contract_has_no_placeholders(read: Read) -> None:
    book = read(
        "设备销售合同\n买方：宁波启明商贸有限公司\n卖方：苏州恒远机械有限公司\n第一条 合同总价为人民币【100,000.00】元。\n"
        "买方（盖章）：________\n日期：    年  月  日\n"
    )
    for name in ("placeholders", "unnamed", "respelt", "renamed", "overloaded", "notations"):
        assert book[f"template.{name}"].state is State.ABSENT, name


def test_one_name_spelt_two_ways(read: Read) -> None:
    book = read(HEAD_EN + "1. {{BuyerName}} pays USD {{price}}.\n2. {{delivery_date}} and {{delivery_dates}}.\n")
    assert book["template.respelt"].value == ("buyer_name / BuyerName", "delivery_date / delivery_dates")
    lines = {each.location.line for each in book["template.respelt"].evidence}
    assert lines == {2, 3, 4}


def test_one_blank_under_two_names(read: Read) -> None:
    book = read(HEAD_ZH + "第一条 标的\n买方：【采购方名称】\n")
    assert book["template.renamed"].value == ("买方: 买方名称 / 采购方名称",)
    # Every party has an address: the label is the same, the thing is not.
    book = read(HEAD_ZH + "地址：【买方地址】\n地址：【卖方地址】\n")
    assert book["template.renamed"].state is State.ABSENT


@pytest.mark.parametrize(
    "lines",
    [
        "交货日期：{{day}}\n付款日期：{{day}}\n",
        "付款期限：买方应于收货后{{n}}日内付款。\n违约金为未付金额的{{n}}%。\n",
        "合同总价：{{figure}}\n交货日期：{{figure}}\n",
    ],
)
def test_one_name_for_two_facts(read: Read, lines: str) -> None:
    assert read(HEAD_ZH + lines)["template.overloaded"].state is State.STATED


@pytest.mark.parametrize(
    "lines",
    [
        "户名：{{buyer}}\n单位名称：{{buyer}}\n",
        "买方地址：{{address}}\n送达地址：{{address}}\n",
        "交货日期：{{day}}\n买方应于{{day}}前付款。\n",
        "合同总价为人民币{{price}}元。\n合同总价：{{price}}\n",
    ],
)
def test_one_fact_may_stand_in_many_places(read: Read, lines: str) -> None:
    assert read(HEAD_ZH + lines)["template.overloaded"].state is State.ABSENT


def test_a_label_in_brackets_is_a_blank_and_a_value_is_none(read: Read) -> None:
    book = read(HEAD_ZH + "合同编号：【合同编号】\n合同总价为人民币【合同总价】元。\n")
    assert book["contract.number"].reason is book["contract.amount"].reason is Reason.BLANK
    book = read(
        HEAD_ZH.replace("【买方名称】", "宁波启明商贸有限公司")
        + "项目名称：【滨江泵站改造】\n合同编号：【XS-2026-018】\n"
    )
    assert book["template.placeholders"].state is State.ABSENT


def test_a_label_ends_where_its_line_has_a_gap(read: Read) -> None:
    book = read(HEAD_ZH + "签订日期：2026年3月2日    签订地点：________\n")
    found = book["template.placeholders"].value
    assert isinstance(found, tuple)
    assert [each.get("label") for each in found if isinstance(each, Record) and each.get("name") is None] == [
        "签订地点"
    ]


def test_a_text_of_nothing_but_placeholders_is_read_in_its_time(read: Read) -> None:
    text = "".join(f"{{{{name{number} of a thing}}}} {{{{day}}}}日内\n" for number in range(600))
    assert read(HEAD_ZH + text)["template.placeholders"].state is State.STATED


def test_boxes_to_tick_are_no_placeholders(read: Read) -> None:
    book = read(HEAD_ZH + "付款方式\n[ ] 电汇\n[ x ] 承兑汇票\n")
    assert book["template.unnamed"].state is State.ABSENT
    book = read(HEAD_ZH + "第一条 价格每年上调不超过[ ]%。\n")
    assert book["template.unnamed"].value == ("第一条 价格每年上调不超过[ ]%。",)


def test_a_currency_may_stand_between_a_label_and_its_blank(read: Read) -> None:
    assert read(HEAD_ZH + "固定年费：人民币____万元。\n")["template.unnamed"].state is State.ABSENT


def test_dollars_before_braces_and_notes_to_the_drafter_are_no_other_notation(read: Read) -> None:
    text = HEAD_EN.replace("{{buyer_name}}", "{buyer_name}")
    text += "1. The price is ${price}.\n[Drafting note: choose one of the options below and delete the other.]\n"
    assert read(text)["template.notations"].state is State.ABSENT


def test_notations_side_by_side(read: Read) -> None:
    book = read(HEAD_ZH + "合同编号：{{合同编号}}\n买方应于收货后[●]日内付款。\n")
    assert book["template.notations"].value == ("[买方名称]", "{{合同编号}}")
