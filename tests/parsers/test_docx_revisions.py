"""Tracked changes: the final reading, with everything that was taken away on record."""

from __future__ import annotations

from docx_notation import BY, Xml, numbers, p, r, read, sdt, tbl, tc, texts, tr
from presign.parsers.document import Kind, Revision, Span

DELETED = f"<w:del {BY}/>"
LI = ("Li", "2025-03-01T09:00:00Z")


def test_insertions_stay_and_deletions_go_both_on_record() -> None:
    (block,) = read("Payment within [-30-][+180+] days.").blocks
    assert block.text == "Payment within 180 days."
    assert block.revisions == (Revision(Span(15, 15), *LI, "30"), Revision(Span(15, 18), *LI))


def test_moves_are_a_deletion_here_and_an_insertion_there() -> None:
    gone = Xml(f"<w:moveFrom {BY}>{r('违约金')}</w:moveFrom>")
    come = Xml(f"<w:moveTo {BY}>{r('违约金')}</w:moveTo>")
    first, second = read(p("甲", gone, "乙"), p("丙", come)).blocks
    assert (first.text, first.revisions) == ("甲乙", (Revision(Span(1, 1), *LI, "违约金"),))
    assert (second.text, second.revisions) == ("丙违约金", (Revision(Span(1, 4), *LI),))


def test_an_insertion_deleted_by_another_hand_is_gone() -> None:
    inside = f'<w:ins {BY}><w:del w:id="2" w:author="Wu" w:date="d">{r("不", tag="delText")}</w:del>{r("应")}</w:ins>'
    (block,) = read(p("甲方", Xml(inside), "付款")).blocks
    assert block.text == "甲方应付款"
    assert block.revisions == (Revision(Span(2, 2), "Wu", "d", "不"), Revision(Span(2, 3), *LI))


def test_a_change_cut_into_runs_is_one_revision() -> None:
    inside = Xml(f"<w:ins {BY}>{r('六')}{r('十')}</w:ins><w:ins {BY}>{r('日')}</w:ins>")
    (block,) = read(p(inside, "内")).blocks
    assert block.revisions == (Revision(Span(0, 3), *LI),)


def test_changes_inside_links_and_controls() -> None:
    assert texts(
        p(Xml(f'<w:hyperlink r:id="x">{p("[-a-][+b+]")[len("<w:p><w:pPr></w:pPr>") : -6]}</w:hyperlink>'))
    ) == ["b"]
    assert texts(p(sdt(Xml(f"<w:del {BY}>{r('x', tag='delText')}</w:del>{r('y')}")))) == ["y"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    first, second = read(p("甲方应于验收后", mark=DELETED), p("30日内付款。"), "乙方").blocks
    assert (first.text, first.location.paragraph) == ("甲方应于验收后30日内付款。", 1)
    assert (second.text, second.location.paragraph) == ("乙方", 2)


def test_a_wholly_deleted_paragraph_vanishes_and_is_noted_where_the_text_goes_on() -> None:
    first, second = read("一", p("[-逾期按日万分之五计息-]", mark=DELETED), "二").blocks
    assert (first.text, second.text) == ("一", "二")
    assert second.revisions == (Revision(Span(0, 0), *LI, "逾期按日万分之五计息"),)


def test_a_deleted_paragraph_at_the_end_is_noted_at_the_end_of_the_text() -> None:
    (block,) = read("付款。", p("[-担保。-]")).blocks
    assert block.revisions == (Revision(Span(3, 3), *LI, "担保。"),)


def test_a_deleted_paragraph_takes_no_number() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    blocks = (p("一", num=(1, 0)), p("[-二-]", num=(1, 0), mark=DELETED), p("三", num=(1, 0)))
    assert numbers(*blocks, numbering=numbering) == ["1.", "2."]


def test_deleted_rows_and_cells_vanish_and_are_noted() -> None:
    kept = tr("预付", tc("[-x-]30%", properties=""))
    gone = tr("质保金", "10%", properties=DELETED)
    document = read(tbl(kept, gone, tr(tc("取消", properties=f"<w:cellDel {BY}/>"), "余款")))
    assert [(block.text, block.location.row, block.location.column) for block in document.blocks] == [
        ("预付", 1, 1),
        ("30%", 1, 2),
        ("余款", 2, 1),
    ]
    lost = [revision.deleted for block in document.blocks for revision in block.revisions]
    assert lost == ["x", "质保金", "10%", "取消"]


def test_inserted_rows_and_cells_are_insertions_as_a_whole() -> None:
    document = read(tbl("甲|乙", tr("丙", "丁", properties=f"<w:ins {BY}/>")))
    assert [block.revisions for block in document.blocks[2:]] == [(Revision(Span(0, 1), *LI),)] * 2
    assert document.blocks[0].revisions == ()


def test_changes_of_formatting_are_no_changes_of_text() -> None:
    change = f"<w:pPrChange {BY}><w:pPr><w:outlineLvl w:val='0'/></w:pPr></w:pPrChange>"
    run = r("文", f"<w:rPrChange {BY}><w:rPr><w:vanish/></w:rPr></w:rPrChange>")
    (block,) = read(p(run, more=change)).blocks
    assert (block.kind, block.hidden, block.revisions) == (Kind.PARAGRAPH, (), ())


def test_fields_and_boxes_in_deleted_text_are_gone() -> None:
    drawing = f"<w:r><w:pict><v:textbox><w:txbxContent>{p('框')}</w:txbxContent></v:textbox></w:pict></w:r>"
    assert texts(p("a", Xml(f"<w:del {BY}>{drawing}</w:del>"))) == ["a"]


def merge(now: str, before: str = "") -> str:
    return f'<w:cellMerge {BY} w:vMerge="{now}"{f" w:vMergeOrig={before!r}" if before else ""}/>'


def test_a_tracked_merge_of_cells_is_merged_and_what_it_covers_is_noted() -> None:
    rows = (tr(tc("设备", properties=merge("rest")), "泵"), tr(tc("配件", properties=merge("cont")), "阀"))
    document = read(tbl(*rows))
    assert [block.text for block in document.blocks] == ["设备", "泵", "阀"]
    assert [(cell.row, cell.column, cell.row_span) for cell in document.tables[0].cells] == [
        (1, 1, 2),
        (1, 2, 1),
        (2, 2, 1),
    ]
    assert document.blocks[2].revisions == (Revision(Span(0, 0), *LI, "配件"),)


def test_a_tracked_split_of_merged_cells_is_split() -> None:
    start = tc("设备", properties='<w:vMerge w:val="restart"/>')
    document = read(tbl(tr(start, "泵"), tr(tc("配件", properties=merge("rest", "cont")), "阀")))
    assert [(cell.row, cell.column, cell.row_span) for cell in document.tables[0].cells] == [
        (1, 1, 1), (1, 2, 1), (2, 1, 1), (2, 2, 1),
    ]  # fmt: skip
