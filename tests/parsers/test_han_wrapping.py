"""Chinese paragraphs broken at a fixed width are made whole; what stands on a line of its own stays there."""

from __future__ import annotations

import pytest
from presign.parsers.plain.display import width
from presign.parsers.plain.pieces import numbered
from presign.parsers.plain.wrapping import unwrapped

# Lines of 44 places, 22 characters; a comma may hang over the break one line earlier.
FLUSH = """\
设备采购合同
一、付款方式
1. 买方应当在设备到货并经双方共同验收合格之
日起三十日内，将合同总价的百分之九十支付至卖
方指定账户；余款作为质量保证金。
2. 买方逾期付款的，每逾期一日应当按照应付而未
付金额的万分之五向卖方支付违约金。逾期超过
三十日的，卖方有权解除合同并要求赔偿损失。
二、交货
交货地点为买方位于宁波市北仑区的第二仓库门口
联系人：周敏
"""


def paragraphs(text: str) -> list[str]:
    return [line.text for line in unwrapped(numbered(text))]


def test_lines_broken_at_the_width_are_joined_without_a_blank() -> None:
    assert paragraphs(FLUSH) == [
        "设备采购合同",
        "一、付款方式",
        "1. 买方应当在设备到货并经双方共同验收合格之日起三十日内，将合同总价的百分之九十支付至卖方指定账户；余款作为质量保证金。",
        "2. 买方逾期付款的，每逾期一日应当按照应付而未付金额的万分之五向卖方支付违约金。逾期超过三十日的，卖方有权解除合同并要求赔偿损失。",
        "二、交货",
        "交货地点为买方位于宁波市北仑区的第二仓库门口",
        "联系人：周敏",
    ]


def test_the_line_of_a_paragraph_is_its_first() -> None:
    assert [line.line for line in unwrapped(numbered(FLUSH))] == [1, 2, 3, 6, 9, 10, 11]


def broken(paragraph: str, places: int) -> str:
    """A paragraph as a text editor breaks it: a line ends where the next character has no room."""
    lines = [""]
    for character in paragraph:
        if width(lines[-1] + character) > places:
            lines.append("")
        lines[-1] += character
    return "\n".join(lines)


CLAUSES = [
    "买方应当在设备到货并经双方共同验收合格之日起三十日内付清合同总价。买方逾期付款的，按日计收违约金。",
    "卖方逾期交货的，每逾期一日应当按照合同总价的万分之五向买方支付违约金，但总额以合同价款为限。卖方不承担间接损失和买方的预期利润。",
    "双方可以协商变更本合同的内容并签订书面补充协议，补充协议与本合同具有同等效力。",
]


@pytest.mark.parametrize("places", [44, 46, 60])
def test_indented_paragraphs_are_told_by_their_indent(places: int) -> None:
    text = "\n".join(broken("　　" + clause, places) for clause in CLAUSES)
    assert paragraphs(text) == CLAUSES


def test_a_number_broken_across_lines_is_one() -> None:
    clause = (
        "合同总价为人民币（含百分之十三增值税）共计¥15,000元，由买方在收到卖方开具的发票以后以电汇方式支付给卖方，"
        "运输条款适用国际商会公布的规则，由卖方承担运输费用和货物交付之前的风险。"
    )
    text = broken(clause, 44)
    assert text.split("\n")[0].endswith("¥1")
    assert paragraphs(text) == [clause]


def test_words_in_latin_letters_keep_their_blank() -> None:
    lines = [
        "买方应当在设备到货并经双方共同验收合格之日起三",
        "十日内付款，运输条款适用国际商会公布的贸易FOB",
        "Incoterms规则，由卖方承担货物交付之前的风险，直",
        "到货物交付买方为止。",
    ]
    assert [width(line) for line in lines[:3]] == [46, 45, 47]
    (whole,) = paragraphs("\n".join(lines))
    assert "贸易FOB Incoterms规则" in whole and "直到货物" in whole


@pytest.mark.parametrize(
    "lower",
    [
        "第二条 交货",
        "（二）交货",
        "2、交货",
        "①交货",
        "附件一 清单",
        "乙方：宁波公司",
        "□ 电汇",
        "　　交货",
        "数量    单价",
    ],
)
def test_what_begins_something_new_is_not_joined(lower: str) -> None:
    full = "买方应当在设备到货并经双方共同验收合格之日起三"
    assert paragraphs(f"{full}\n{full}\n{full}\n{full}\n{lower}\n")[-1] == lower.strip()


def test_files_of_whole_paragraphs_and_of_few_lines_are_left_alone() -> None:
    long = "买方应当在设备到货并经双方共同验收合格之日起三十日内付款。" * 3
    assert len(paragraphs(f"{long}\n买方付款\n{long}买方\n卖方交货\n")) == 4
    assert len(paragraphs("买方应当在设备到货并经双方共同验收合格之日起三\n十日内付款\n卖方交货\n")) == 3


def test_a_column_of_equally_long_sentences_is_left_alone() -> None:
    line = "买方应当在设备到货并经双方共同验收合格后付款。"
    assert paragraphs(f"{line}\n" * 5) == [line] * 5


def test_places_on_the_screen() -> None:
    assert [width(text) for text in ("ab", "甲方", "（1）", "“a”", "│")] == [2, 4, 5, 5, 1]
