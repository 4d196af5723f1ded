"""Struck-through words are read as a lawyer reads them: deleted, and told of."""

from __future__ import annotations

import pytest
from docx_notation import BY, Xml, numbers, p, r, read, style, tbl, tc, texts, tr
from presign.facts.read import read_facts
from presign.parsers.document import Document, Limits, Media, Revision, Span
from presign.parsers.html.read import read_html
from presign.parsers.plain.read import read_plain
from presign.values import Money, State

STRIKE = "<w:strike/>"


def struck(at: int, words: str) -> Revision:
    return Revision(Span(at, at), "", "", words, struck=True)


@pytest.mark.parametrize("properties", [STRIKE, "<w:dstrike/>", '<w:strike w:val="1"/>', '<w:rStyle w:val="Gone"/>'])
def test_words_with_a_line_through_them_are_set_aside(properties: str) -> None:
    document = read(
        p("货到", r("30", properties), r("60", '<w:strike w:val="0"/>'), "日内付款。"),
        styles=style("Gone", "Gone", "<w:rPr><w:strike/></w:rPr>", "character"),
    )
    (block,) = document.blocks
    assert (block.text, block.revisions) == ("货到60日内付款。", (struck(2, "30"),))
    (gap,) = document.gaps
    assert (gap.key, gap.values, gap.aside) == ("doc.struck_text", (("words", "30"),), True)


def test_a_line_drawn_by_a_style_may_be_taken_back() -> None:
    gone = style("Gone", "Gone", "<w:rPr><w:strike/></w:rPr>")
    assert texts(p("旧价。", r("新价。", '<w:strike w:val="false"/>'), style="Gone"), "余款", styles=gone) == [
        "新价。",
        "余款",
    ]


def test_a_clause_struck_whole_keeps_its_number_from_the_next_one() -> None:
    one = '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    numbering = (
        f'{one}<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    blocks = (p("价款", num=(1, 0)), p(r("保证金", STRIKE), num=(1, 0)), p("交货", num=(1, 0)))
    # On paper the struck clause still shows its 2.
    assert numbers(*blocks, numbering=numbering) == ["1.", "3."]
    assert read(*blocks, numbering=numbering).blocks[1].revisions == (struck(0, "保证金"),)


def test_struck_cells_stay_as_empty_ones() -> None:
    document = read(tbl(tr("单价", tc(p(r("500", STRIKE)))), tr("数量", tc(p(r("3", STRIKE), "4")))))
    assert [(each.text, each.location.row, each.location.column) for each in document.blocks] == [
        ("单价", 1, 1), ("", 1, 2), ("数量", 2, 1), ("4", 2, 2),
    ]  # fmt: skip
    assert document.blocks[1].revisions == (struck(0, "500"),)


def test_a_tracked_deletion_of_struck_words_is_a_tracked_deletion() -> None:
    gone = Xml(f"<w:del {BY}>{r('旧', STRIKE, tag='delText')}</w:del>")
    (block,) = read(p(gone, r("废", STRIKE), "新")).blocks
    assert block.revisions == (Revision(Span(0, 0), "Li", "2025-03-01T09:00:00Z", "旧"), struck(0, "废"))


def test_struck_words_give_no_facts() -> None:
    old = r("合同总价为人民币900,000元。", STRIKE)
    book = read_facts(
        read(
            "设备采购合同",
            "甲方（买方）：大成有限公司",
            "乙方（卖方）：兴业有限公司",
            p(old, "合同总价为人民币800,000元。"),
        )
    )
    price = book["contract.amount"]
    assert price.state is State.STATED and isinstance(price.value, Money) and price.value.amount == 800_000
    assert price.evidence[0].changed


def test_pages_and_markdown_strike_too() -> None:
    page = "<p>货到<del>30</del><s>45</s>60日内付款。</p><p style='text-decoration: line-through'>旧条</p><table><tr><td><strike>1</strike>2</td></tr></table>"
    found = read_html("a.html", page.encode(), "0" * 64, Limits())
    assert isinstance(found, Document)
    assert [(block.text, block.revisions) for block in found.blocks] == [
        ("货到60日内付款。", (struck(2, "30"), struck(2, "45"))),
        ("2", (struck(0, "旧条"), struck(0, "1"))),
    ]
    text = "货到 ~~30~~60 日内付款，~~~~ 1~2 天。\n\n| 单价 |\n|---|\n| ~~5~~ |\n"
    written = read_plain("a.md", text.encode(), "0" * 64, Limits(), Media.MARKDOWN)
    assert isinstance(written, Document)
    assert [(block.text, block.revisions) for block in written.blocks] == [
        ("货到 60 日内付款，~~~~ 1~2 天。", (struck(3, "30"),)), ("单价", ()), ("", (struck(0, "5"),)),
    ]  # fmt: skip
    assert [gap.key for gap in (*found.gaps, *written.gaps)] == ["doc.struck_text"] * 2


def test_in_a_plain_text_the_marks_are_letters() -> None:
    found = read_plain("a.txt", "温度 ~~20~~ 度".encode(), "0" * 64, Limits(), Media.TEXT)
    assert isinstance(found, Document) and found.blocks[0].text == "温度 ~~20~~ 度"
