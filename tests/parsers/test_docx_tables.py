"""Tables: every cell once, at its place in the grid."""

from __future__ import annotations

from docx_notation import Xml, box, p, r, read, sdt, tbl, tc, tr
from presign.parsers.document import Cell, Document, Kind, Part, Span


def grid(document: Document, table: int = 0) -> list[tuple[str, int, int, int, int]]:
    """Text, row, column and spans of each cell of a table."""
    return [
        (document.blocks[cell.block].text, cell.row, cell.column, cell.row_span, cell.column_span)
        for cell in document.tables[table].cells
    ]


def test_a_plain_table_between_paragraphs() -> None:
    document = read("前", tbl("名称|数量", "水泵|3"), "后")
    assert grid(document) == [("名称", 1, 1, 1, 1), ("数量", 1, 2, 1, 1), ("水泵", 2, 1, 1, 1), ("3", 2, 2, 1, 1)]
    assert document.tables[0].cells[0] == Cell(1, 1, 1)
    cell, after = document.blocks[4], document.blocks[5]
    assert (cell.kind, cell.location.table, cell.location.row, cell.location.column) == (Kind.CELL, 1, 2, 2)
    assert cell.location.paragraph is None
    assert (after.text, after.location.paragraph) == ("后", 2)


def test_an_empty_cell_is_a_block() -> None:
    document = read(tbl("开户行|", "账号|  "))
    assert grid(document) == [("开户行", 1, 1, 1, 1), ("", 1, 2, 1, 1), ("账号", 2, 1, 1, 1), ("", 2, 2, 1, 1)]


def test_merged_cells_are_there_once_with_their_reach() -> None:
    wide = tc("合计", properties='<w:gridSpan w:val="2"/>')
    top = tc("分期", properties='<w:vMerge w:val="restart"/>')
    below = tc("", properties="<w:vMerge/>")
    document = read(tbl(tr(top, "预付", "30%"), tr(below, "到货", "60%"), tr(below, "质保", "10%"), tr(wide, "100%")))
    assert grid(document) == [
        ("分期", 1, 1, 3, 1),
        ("预付", 1, 2, 1, 1),
        ("30%", 1, 3, 1, 1),
        ("到货", 2, 2, 1, 1),
        ("60%", 2, 3, 1, 1),
        ("质保", 3, 2, 1, 1),
        ("10%", 3, 3, 1, 1),
        ("合计", 4, 1, 1, 2),
        ("100%", 4, 3, 1, 1),
    ]


def test_old_horizontal_merges_and_skipped_columns() -> None:
    row = tr(
        tc("宽", properties='<w:hMerge w:val="restart"/>'),
        tc("", properties="<w:hMerge/>"),
        "窄",
        properties='<w:gridBefore w:val="1"/>',
    )
    assert grid(read(tbl(row, "a|b"))) == [("宽", 1, 2, 1, 2), ("窄", 1, 4, 1, 1), ("a", 2, 1, 1, 1), ("b", 2, 2, 1, 1)]


def test_a_continued_cell_with_nothing_above_is_a_cell() -> None:
    assert grid(read(tbl(tr(tc("孤", properties="<w:vMerge/>"), "b"))))[0] == ("孤", 1, 1, 1, 1)


def test_paragraphs_of_a_cell_are_lines_and_spans_move_along() -> None:
    document = read(tbl(tr(tc("甲方：", "", "盖[~章~]", "[+日+]期"), "乙方")))
    block = document.blocks[0]
    assert (block.text, block.hidden) == ("甲方：\n盖章\n日期", (Span(5, 6),))
    assert [revision.span for revision in block.revisions] == [Span(7, 8)]


def test_rows_and_cells_in_content_controls() -> None:
    controlled = Xml(f"<w:tbl>{sdt(tr('a', sdt(tc('b'))))}{tr('c', 'd')}</w:tbl>")
    assert [cell[:3] for cell in grid(read(controlled))] == [("a", 1, 1), ("b", 1, 2), ("c", 2, 1), ("d", 2, 2)]


def test_a_nested_table_follows_its_cell_as_a_table_of_its_own() -> None:
    document = read(tbl(tr(tc("外", tbl("内一|内二")), "右")))
    assert [block.text for block in document.blocks] == ["外", "内一", "内二", "右"]
    assert [table.index for table in document.tables] == [1, 2]
    assert grid(document, 0) == [("外", 1, 1, 1, 1), ("右", 1, 2, 1, 1)]
    assert grid(document, 1) == [("内一", 1, 1, 1, 1), ("内二", 1, 2, 1, 1)]
    assert document.blocks[1].location.table == 2


def test_a_cell_filled_by_a_table_or_a_picture_is_no_empty_field() -> None:
    picture = Xml("<w:r><w:drawing><a:blip/></w:drawing></w:r>")
    document = read(tbl(tr(tc(tbl("a|b")), tc(p(picture)), "c")))
    assert [block.text for block in document.blocks] == ["a", "b", "c"]
    assert grid(document, 0) == [("c", 1, 3, 1, 1)]


def test_a_table_of_one_cell_is_a_frame_around_paragraphs() -> None:
    document = read("一", tbl(tr(tc("二", tbl("x|y"), "三"))), "四")
    assert [(block.text, block.location.paragraph) for block in document.blocks] == [
        ("一", 1),
        ("二", 2),
        ("x", None),
        ("y", None),
        ("三", 3),
        ("四", 4),
    ]


def test_a_frame_inside_a_cell_belongs_to_the_cell() -> None:
    assert grid(read(tbl(tr(tc("外", tbl("框")), "右"))))[0] == ("外\n框", 1, 1, 1, 1)


def test_boxes_anchored_in_a_table_wait_for_its_end() -> None:
    document = read(tbl(tr(tc(p("a", box(p("框")))), "b"), "c|d"))
    assert [block.text for block in document.blocks] == ["a", "b", "c", "d", "框"]
    assert document.blocks[4].location.part is Part.TEXT_BOX


def test_a_hidden_row_is_hidden_text() -> None:
    document = read(tbl(tr("利率", r("0")[:0] or "零", properties="<w:hidden/>"), "a|b"))
    assert [block.hidden for block in document.blocks] == [(Span(0, 2),), (Span(0, 1),), (), ()]
