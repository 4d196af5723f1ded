"""Markdown files: structure kept, marks dropped."""

from __future__ import annotations

import pytest
from presign.parsers.document import Document, Kind, Limits, Media, Unreadable
from presign.parsers.plain.read import read_plain


def read(text: str) -> Document:
    """The document of a Markdown text."""
    document = read_plain("c.md", text.encode(), "0" * 64, Limits(), Media.MARKDOWN)
    assert isinstance(document, Document), document
    return document


def texts(text: str) -> list[str]:
    """The texts of all blocks of a Markdown text."""
    return [block.text for block in read(text).blocks]


def test_headings_of_both_kinds() -> None:
    blocks = read("# 采购合同\n\n第一条 付款\n-----------\n正文\n\n### 3 ###\n#无空格\n").blocks
    assert [(block.text, block.kind, block.location.line) for block in blocks] == [
        ("采购合同", Kind.HEADING, 1),
        ("第一条 付款", Kind.HEADING, 3),
        ("正文", Kind.PARAGRAPH, 5),
        ("3", Kind.HEADING, 7),
        ("#无空格", Kind.PARAGRAPH, 8),
    ]


def test_front_matter_and_comments_are_skipped_and_lines_still_count() -> None:
    blocks = read("---\ntitle: x\n---\n\n<!-- 起草\n说明 -->\n付款\n").blocks
    assert [(block.text, block.location.line) for block in blocks] == [("付款", 7)]


def test_front_matter_without_an_end_is_text() -> None:
    assert texts("---\ntitle: x\n") == ["title: x"]


def test_pipe_tables_are_tables() -> None:
    document = read("付款：\n\n| 期次 | 比例 |\n|:---|---:|\n| 预付 | **30%** |\n| a\\|b | |\n\n完\n")
    assert [(block.text, block.location.row, block.location.column) for block in document.blocks] == [
        ("付款：", None, None),
        ("期次", 1, 1),
        ("比例", 1, 2),
        ("预付", 2, 1),
        ("30%", 2, 2),
        ("a|b", 3, 1),
        ("", 3, 2),
        ("完", None, None),
    ]
    assert len(document.tables) == 1
    assert document.blocks[4].kind is Kind.CELL


def test_pipe_tables_without_outer_pipes() -> None:
    assert texts("a | b\n--- | ---\n1 | 2\n") == ["a", "b", "1", "2"]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("验收后**30日**内付款", "验收后30日内付款"),
        ("***注意***", "注意"),
        ("- 电汇", "电汇"),
        ("* 电汇", "电汇"),
        ("> 引文", "引文"),
        ("- [x] 现款", "☑ 现款"),
        ("- [ ] 赊销", "☐ 赊销"),
        ("1. 货款", "1. 货款"),
        ("2\\. 货款", "2. 货款"),
        ("金额：\\_\\_\\_\\_元", "金额：____元"),
        ("金额：____元", "金额：____元"),
        ("金额：__________元，期限____日", "金额：__________元，期限____日"),
        ("编号 *** 已隐去 ***", "编号 *** 已隐去 ***"),
        ("price [***] per unit [***]", "price [***] per unit [***]"),
        ("数量 3*4*5", "数量 3*4*5"),
        ("甲方<br>乙方", "甲方\n乙方"),
    ],
)
def test_marks_are_dropped_and_blanks_are_kept(line: str, text: str) -> None:
    assert texts(line) == [text]


def test_rules_and_fences_are_no_text() -> None:
    assert texts("一\n\n---\n\n* * *\n```text\n二\n```\n") == ["一", "二"]


def test_wrapped_paragraphs_are_made_whole() -> None:
    text = "The Buyer shall pay the price of the goods within thirty days after it has\nreceived the invoice.\n"
    assert texts(text) == [text.replace("\n", " ").strip()]


def test_marks_alone_are_no_document() -> None:
    refused = read_plain("c.md", b"---\na: b\n---\n<!-- x -->\n", "0" * 64, Limits(), Media.MARKDOWN)
    assert isinstance(refused, Unreadable)
    assert refused.key == "doc.empty"
