"""Numbers beside the ordinary ones: several in a cell, of notes, and those a cross-reference shows."""

from __future__ import annotations

import io

from docx_notation import BY, Xml, docx, field, level, lists, p, r, read, tbl, tc, texts, tr
from presign.facts.text import Text
from presign.parsers.document import Limits, Part
from presign.parsers.docx.read import read_docx
from presign.reports.blocks import render

CLAUSES = lists(level(0, "第%1条", "chineseCounting"), level(1, "%1.%2"))


def note(kind: str, identifier: str, more: str = "") -> Xml:
    return Xml(f'<w:r><w:{kind}Reference w:id="{identifier}"{more}/></w:r>')


def test_each_numbered_paragraph_of_a_cell_keeps_its_number() -> None:
    cell = tc(p("付款", num=(1, 0)), p(""), p("说明"), p("违约", num=(1, 0)))
    document = read(tbl(tr("条款", cell)), p("争议", num=(1, 0)), numbering=CLAUSES)
    block = document.blocks[1]
    assert (block.text, block.number, block.later_numbers) == ("付款\n说明\n违约", "第一条", ((6, "第二条"),))
    assert document.blocks[2].number == "第三条"


def test_only_a_later_paragraph_may_have_a_number() -> None:
    (block, _) = read(tbl(tr(tc(p("说明"), p("付款", num=(1, 0))), "b")), numbering=CLAUSES).blocks
    assert (block.number, block.later_numbers) == ("", ((3, "第一条"),))


def test_the_clauses_inside_a_cell_are_clauses_of_the_text_and_shown() -> None:
    cell = tc(p("付款方式为电汇。", num=(1, 0)), p("违约金为百分之五。", num=(1, 0)))
    document = read(tbl(tr("条款", cell)), numbering=CLAUSES)
    text = Text(document)
    assert text.clause_at(text.text.index("电汇")) == "第一条"
    assert text.clause_at(text.text.index("违约金")) == "第二条"
    out = io.StringIO()
    render([document], "zh", out, out)
    assert "第一条 付款方式为电汇。 ⏎ 第二条 违约金为百分之五。" in out.getvalue()


def test_notes_carry_the_numbers_of_their_marks() -> None:
    document = read(
        p("价", note("footnote", "7"), "款", note("footnote", "3"), note("endnote", "1"), note("footnote", "7")),
        p("定金", note("footnote", "9", ' w:customMarkFollows="1"'), r("*"), note("footnote", "4")),
        footnotes="".join(f'<w:footnote w:id="{at}">{p(f"注{at}")}{p("续")}</w:footnote>' for at in (3, 4, 7, 9)),
        endnotes=f'<w:endnote w:id="1">{p("尾注")}</w:endnote>',
    )
    notes = [(block.text, block.number) for block in document.blocks if block.location.part is not Part.BODY]
    assert notes == [
        ("注7", "1"), ("续", ""), ("注3", "2"), ("续", ""), ("尾注", "i"), ("注9", ""), ("续", ""), ("注4", "3"), ("续", ""),
    ]  # fmt: skip


def test_a_deleted_note_has_no_number_and_sections_choose_the_format() -> None:
    gone = Xml(f"<w:del {BY}>{note('footnote', '1')}</w:del>")
    section = Xml(
        '<w:sectPr><w:footnotePr><w:numFmt w:val="decimalEnclosedCircle"/><w:numStart w:val="2"/></w:footnotePr></w:sectPr>'
    )
    document = read(
        p("价", gone, note("footnote", "2")), section,
        footnotes="".join(f'<w:footnote w:id="{at}">{p(f"注{at}")}</w:footnote>' for at in (1, 2)),
    )  # fmt: skip
    assert [(block.text, block.number) for block in document.blocks] == [("价", ""), ("注2", "②")]


def test_the_number_of_a_note_is_no_clause() -> None:
    document = read(
        p("付款", num=(1, 0)), p("货到付清", note("footnote", "1"), "。"), p("逾期计息。"),
        numbering=CLAUSES, footnotes=f'<w:footnote w:id="1">{p("含税价款")}</w:footnote>',
    )  # fmt: skip
    text = Text(document)
    assert [text.clause_at(text.text.index(words)) for words in ("货到", "含税", "逾期")] == ["第一条"] * 3


def test_cross_references_and_bookmarks_leave_their_words_once() -> None:
    marked = Xml(f'<w:bookmarkStart w:id="5" w:name="_Ref1"/>{r("三十日")}<w:bookmarkEnd w:id="5"/>')
    number, words = field(" REF _Ref1 \\r \\h ", "3.2"), field("REF _Ref1 \\h", "三十日")
    page = field("PAGEREF _Ref1 \\h", "4")
    got = texts(p("账期为", marked), p("按第", number, "条，即", words, "（第", page, "页）"))
    assert got == ["账期为三十日", "按第3.2条，即三十日（第4页）"]


def test_a_reference_to_a_clause_that_is_gone_shows_words_error() -> None:
    assert texts(p("见", field("REF _Ref9 \\h", "错误!未找到引用源。"))) == ["见错误!未找到引用源。"]


def test_plain_words_read_the_same_with_and_without_the_machinery() -> None:
    """A bookmark in a hyperlink takes the long way; the words, kinds and numbers are the same."""
    rows = ("部件|数量", "水泵|3", "|", "阀门|10")
    quick = read("采购合同", tbl(*rows), p("付款", num=(1, 0)), numbering=CLAUSES)
    link = '<w:hyperlink w:anchor="a"/>'
    slow = Xml(
        "".join((p("采购合同", Xml(link)), tbl(*rows), p("付款", Xml(link), num=(1, 0)))).replace(
            "</w:tc>", f"<w:p>{link}</w:p></w:tc>"
        )
    )
    assert read(slow, numbering=CLAUSES) == quick.__class__(
        quick.path, quick.sha256, quick.media, quick.blocks, quick.tables, quick.language
    )


def test_a_table_inside_an_open_field_waits_for_its_end() -> None:
    begin = Xml('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>X</w:instrText></w:r>')
    shown = Xml('<w:r><w:fldChar w:fldCharType="separate"/></w:r>')
    end = Xml('<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    assert texts(p("前", begin, shown), tbl("a|b"), p(end, "后")) == ["前", "a", "b", "后"]


def test_words_deleted_before_a_plain_table_are_noted_in_its_first_cell() -> None:
    deleted = p("[-担保-]", mark=f"<w:del {BY}/>")
    document = read_docx("c", docx("前", deleted, tbl("a|b")), "0", Limits())
    assert [[each.deleted for each in block.revisions] for block in document.blocks] == [[], ["担保"], []]  # type: ignore[union-attr]
