"""The text before all tracked changes."""

from __future__ import annotations

from pathlib import Path

from docx_notation import BY, Xml, docx, level, lists, outcome, p, r, sdt, style, tbl, tc, tr
from presign.parsers.document import Block, Document, Kind, Limits, View
from presign.parsers.docx.read import read_docx
from presign.parsers.read import read_document

INSERTED, DELETED = f"<w:ins {BY}/>", f"<w:del {BY}/>"


def original(*blocks: str, **parts: str) -> tuple[Block, ...]:
    """The blocks of the original view of a document built from blocks; no change is left on record in it."""
    document = read_docx("c.docx", docx(*blocks, **parts), "0" * 64, Limits(), View.ORIGINAL)
    assert isinstance(document, Document), document
    assert document.view is View.ORIGINAL
    assert not any(block.revisions for block in document.blocks)
    return document.blocks


def texts(*blocks: str, **parts: str) -> list[str]:
    return [block.text for block in original(*blocks, **parts)]


def test_insertions_go_and_deletions_come_back() -> None:
    assert texts("Payment within [-30-][+180+] days.") == ["Payment within 30 days."]


def test_the_final_view_says_so() -> None:
    document = outcome(docx("[-a-]b"))
    assert isinstance(document, Document) and document.view is View.FINAL


def test_what_was_moved_is_where_it_was() -> None:
    gone = Xml(f"<w:moveFrom {BY}>{r('违约金')}</w:moveFrom>")
    come = Xml(f"<w:moveTo {BY}>{r('违约金')}</w:moveTo>")
    assert texts(p("甲", gone), p("丙", come)) == ["甲违约金", "丙"]


def test_an_insertion_that_another_author_deleted_was_never_there() -> None:
    inside = f'<w:ins {BY}><w:del w:id="2" w:author="Wu" w:date="d">{r("不", tag="delText")}</w:del>{r("应")}</w:ins>'
    assert texts(p("甲方", Xml(inside), "付款")) == ["甲方付款"]


def test_paragraph_marks_are_what_they_were() -> None:
    assert texts(p("甲方应于验收后", mark=DELETED), p("30日内付款。")) == ["甲方应于验收后", "30日内付款。"]
    assert texts(p("甲方应于验收后", mark=INSERTED), p("30日内付款。")) == ["甲方应于验收后30日内付款。"]
    # Inserted and deleted again: never there.
    assert texts(p("一", mark=INSERTED + DELETED), p("二")) == ["一二"]
    moved = f"<w:moveFrom {BY}/>"
    assert texts(p("一", mark=moved), p("二")) == ["一", "二"]


def test_an_inserted_paragraph_takes_no_number_and_a_deleted_one_does() -> None:
    numbering = lists(level(0, "%1."))
    got = original(
        p("一", num=(1, 0)), p("[+新+]", num=(1, 0), mark=INSERTED), p("[-旧-]", num=(1, 0), mark=DELETED),
        p("三", num=(1, 0)), numbering=numbering,
    )  # fmt: skip
    assert [(block.number, block.text) for block in got] == [("1.", "一"), ("2.", "旧"), ("3.", "三")]


def test_rows_cells_and_tables_are_what_they_were() -> None:
    new, old = tr("新", "行", properties=INSERTED), tr("旧", "行", properties=DELETED)
    assert texts(tbl("甲|乙", new, old)) == ["甲", "乙", "旧", "行"]
    cells = tr(tc("加", properties=f"<w:cellIns {BY}/>"), tc("减", properties=f"<w:cellDel {BY}/>"), "留")
    assert texts(tbl(cells, "a|b")) == ["减", "留", "a", "b"]
    assert texts("前", tbl(new), "后") == ["前", "后"]


def test_formatting_and_numbering_are_what_they_were() -> None:
    was_numbered = (
        f'<w:pPrChange {BY}><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>'
    )
    (first,) = original(p("条", more=was_numbered), numbering=lists(level(0, "第%1条", "chineseCounting")))
    assert first.number == "第一条"
    was_heading = f'<w:pStyle w:val="b"/><w:pPrChange {BY}><w:pPr><w:pStyle w:val="h"/></w:pPr></w:pPrChange>'
    styles = style("h", "heading 1") + style("b", "Body")
    (heading,) = original(p("付款", more=was_heading), styles=styles)
    assert heading.kind is Kind.HEADING
    was_shown = r("文", f"<w:vanish/><w:rPrChange {BY}><w:rPr/></w:rPrChange>")
    (shown,) = original(p(was_shown))
    assert shown.hidden == ()


def test_a_cell_that_was_split_before() -> None:
    merged = f'<w:gridSpan w:val="2"/><w:tcPrChange {BY}><w:tcPr/></w:tcPrChange>'
    document = read_docx("c", docx(tbl(tr(tc("a", properties=merged), "b"))), "0", Limits(), View.ORIGINAL)
    assert isinstance(document, Document)
    assert [cell.column for cell in document.tables[0].cells] == [1, 2]


def test_a_tracked_merge_of_cells_is_not_there_yet() -> None:
    merged = tc("配件", properties=f'<w:cellMerge {BY} w:vMerge="cont"/>')
    split = tc("附件", properties=f'<w:cellMerge {BY} w:vMerge="rest" w:vMergeOrig="cont"/>')
    top = tc("设备", properties='<w:vMerge w:val="restart"/>')
    rows = (tr(top, "泵"), tr(split, "阀"), tr("甲", "乙"), tr(merged, "丁"))
    document = read_docx("c", docx(tbl(*rows)), "0", Limits(), View.ORIGINAL)
    assert isinstance(document, Document)
    assert [block.text for block in document.blocks] == ["设备", "泵", "阀", "甲", "乙", "配件", "丁"]
    assert document.tables[0].cells[0].row_span == 2


def test_deleted_fields_show_their_result_only() -> None:
    gone = (
        f'<w:del {BY}><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:delInstrText>REF x</w:delInstrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("3.2", tag="delText")}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:del>'
    )
    assert texts(p("按第", Xml(gone), "条")) == ["按第3.2条"]


def test_changes_in_controls_headers_and_notes() -> None:
    inside = Xml(f"<w:del {BY}>{r('x', tag='delText')}</w:del><w:ins {BY}>{r('y')}</w:ins>")
    section = Xml('<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>')
    assert texts(p(sdt(inside)), section, header1=p("编号[-1-][+2+]")) == ["x", "编号1"]


def test_any_word_file_may_be_read_in_its_original(tmp_path: Path) -> None:
    path = tmp_path / "c.docx"
    path.write_bytes(docx("[-30-][+60+]日"))
    document = read_document(path, view=View.ORIGINAL)
    assert isinstance(document, Document)
    assert [block.text for block in document.blocks] == ["30日"]
