"""Words nobody sees on paper: hidden, in the colour of their ground, or too small."""

from __future__ import annotations

import pytest
from docx_notation import Xml, box, docx, entries, outcome, p, packed, r, read, style, tbl, tc, tr
from presign.facts.read import read_facts
from presign.messages import advise, say
from presign.parsers.document import Document, Span
from presign.parsers.docx.visibility import blends
from presign.values import State

WHITE = '<w:color w:val="FFFFFF"/>'


def shading(fill: str, form: str = "clear", colour: str = "auto") -> str:
    return f'<w:shd w:val="{form}" w:color="{colour}" w:fill="{fill}"/>'


def is_hidden(document: Document, text: str) -> bool:
    """Whether all of the block of this text is hidden; it is all or nothing here."""
    (block,) = (block for block in document.blocks if block.text == text)
    assert block.hidden in ((), (Span(0, len(text)),))
    return bool(block.hidden)


@pytest.mark.parametrize(
    ("properties", "hidden"),
    [
        (WHITE, True),
        ('<w:color w:val="fefefe"/>', True),
        ('<w:color w:val="F5F5F5"/>', True),
        ('<w:color w:val="D9D9D9"/>', False),
        ('<w:color w:val="auto"/>', False),
        ('<w:color w:val="FF0000"/>', False),
        (WHITE + shading("1F3864"), False),
        (WHITE + shading("FFFFFF"), True),
        (WHITE + shading("auto"), True),
        (WHITE + '<w:highlight w:val="black"/>', False),
        (WHITE + '<w:highlight w:val="none"/>', True),
        (WHITE + shading("auto", "pct25"), False),
        ('<w:color w:val="000000"/>' + shading("auto", "solid"), True),
        ('<w:color w:val="000000"/><w:highlight w:val="black"/>', True),
        ('<w:highlight w:val="black"/>', False),
        ('<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>', True),
        ('<w:sz w:val="2"/>', True),
        ('<w:sz w:val="4"/>', True),
        ('<w:sz w:val="5"/>', False),
        ('<w:sz w:val="21"/>', False),
        ('<w:sz w:val="none"/>', False),
    ],
)
def test_colour_and_size_of_a_run(properties: str, hidden: bool) -> None:
    assert is_hidden(read(p(r("免除利息", properties))), "免除利息") is hidden


def test_only_the_words_nobody_sees_are_marked() -> None:
    (block,) = read(p("甲方", r("不", WHITE), "承担", r(" ", WHITE), "利息")).blocks
    assert (block.text, block.hidden) == ("甲方不承担 利息", (Span(2, 3),))


def test_white_on_a_dark_paragraph_cell_or_table_style_is_seen() -> None:
    white = r("标题", WHITE)
    dark = style(
        "t", "Grid", f'<w:tblStylePr w:type="firstRow"><w:tcPr>{shading("000000")}</w:tcPr></w:tblStylePr>', "table"
    )
    plain = style("g", "Plain grid", "<w:tblPr/>", "table")
    assert not is_hidden(read(p(white, more=shading("002060"))), "标题")
    assert not is_hidden(read(tbl(tr(tc(p(white), properties=shading("002060")), "b"))), "标题")
    styled = Xml(tbl(tr(tc(p(white)), "b")).replace("<w:tbl>", '<w:tbl><w:tblPr><w:tblStyle w:val="t"/></w:tblPr>'))
    assert not is_hidden(read(styled, styles=dark), "标题")
    assert is_hidden(read(Xml(styled.replace('"t"', '"g"')), styles=plain), "标题")
    assert is_hidden(read(tbl(tr(tc(p(white)), "b"))), "标题")


def test_dark_words_in_a_dark_cell_are_not() -> None:
    cell = tc(p(r("暗", '<w:color w:val="000000"/>')), properties=shading("000000"))
    assert is_hidden(read(tbl(tr(cell, "b"))), "暗")
    # Without a colour of their own words are drawn white there.
    assert not is_hidden(read(tbl(tr(tc("明", properties=shading("000000")), "b"))), "明")


def test_a_nested_table_stands_on_the_colour_of_its_cell() -> None:
    inner = tbl(tr(tc(p(r("x", WHITE))), tc(p(r("y", WHITE), more=shading("FFFFFF")))))
    document = read(tbl(tr(tc(inner, properties=shading("000080")), "b")))
    assert (is_hidden(document, "x"), is_hidden(document, "y")) == (False, True)


def test_styles_say_colour_and_ground_too() -> None:
    styles = style("w", "Ghost", f"<w:rPr>{WHITE}</w:rPr>", "character") + style(
        "d", "Banner", f"<w:pPr>{shading('203864')}</w:pPr><w:rPr>{WHITE}</w:rPr>"
    )
    ghost = r("甲", '<w:rStyle w:val="w"/>')
    document = read(p(ghost), p("乙", style="d"), styles=styles)
    assert (is_hidden(document, "甲"), is_hidden(document, "乙")) == (True, False)


def test_where_the_ground_is_a_picture_nothing_is_taken_for_hidden() -> None:
    assert not is_hidden(read(p("前", box(p(r("封面", WHITE))))), "封面")
    cover = Xml(
        '<w:r><w:drawing><wp:anchor behindDoc="1"><wp:extent cx="7560000" cy="10692000"/></wp:anchor></w:drawing></w:r>'
    )
    seal = Xml(cover.replace("10692000", "900000"))
    assert not is_hidden(read(p(cover), p(r("封面", WHITE))), "封面")
    assert is_hidden(read(p(seal), p(r("封面", WHITE))), "封面")
    files = entries(p(r("封面", WHITE)))
    body = files["word/document.xml"]
    files["word/document.xml"] = body.replace("<w:body>", '<w:background w:color="203864"/><w:body>')
    coloured = outcome(packed(files))
    assert isinstance(coloured, Document) and not is_hidden(coloured, "封面")


def test_hidden_words_are_told_and_silence_stays_silence() -> None:
    document = read("采购合同", p(r("逾期付款不计利息", WHITE)), "甲方[~应~]付款。", "甲方：北方机械有限公司")
    (gap,) = document.gaps
    assert (gap.key, gap.aside) == ("doc.hidden_text", True)
    assert dict(gap.values) == {"words": "逾期付款不计利息 … 应"}
    for language in ("zh", "en"):
        assert "逾期付款不计利息" in say(gap.key, language, gap.values) and advise(gap.key, language, gap.values)
    assert State.ABSENT in {fact.state for fact in read_facts(document).facts.values()}


def test_much_hidden_text_is_shortened_and_blanks_are_not_told() -> None:
    (gap,) = read("文", p(r("字" * 500, WHITE))).gaps
    assert dict(gap.values)["words"] == "字" * 120 + "…"
    assert read(p("文", r("   ", "<w:vanish/>"))).gaps == ()
    assert isinstance(outcome(docx("文")), Document)


@pytest.mark.parametrize(
    ("colour", "ground", "same"),
    [("FFFFFF", "FFFFFF", True), ("000000", "FFFFFF", False), ("EEEEEE", "FFFFFF", True), ("CCCCCC", "FFFFFF", False),
     ("FFFFFF", "?", False), (None, "FFFFFF", False), ("auto", "000000", False), ("0000FF", "000080", False)],
)  # fmt: skip
def test_contrast(colour: str | None, ground: str, same: bool) -> None:
    assert blends(colour, ground) is same
