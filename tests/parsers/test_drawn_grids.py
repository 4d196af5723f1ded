"""Drawn tables with merged cells: every cell once, at its place."""

from __future__ import annotations

import pytest
from presign.parsers.document import Document, Limits, Media
from presign.parsers.plain.read import read_plain

Cells = list[tuple[str, int, int, int, int]]


def grid(text: str) -> Cells:
    """Text, row, column and spans of each cell of the one table of a text."""
    document = read_plain("c.txt", text.encode(), "0" * 64, Limits(), Media.TEXT)
    assert isinstance(document, Document), document
    (table,) = document.tables
    return [
        (document.blocks[each.block].text, each.row, each.column, each.row_span, each.column_span)
        for each in table.cells
    ]


HEAD = """\
┌────┬─────────┐
│品名│数量与价 │
│    ├────┬────┤
│    │数量│单价│
├────┼────┼────┤
│水泵│3   │1200│
├────┼────┴────┤
│合计│3600     │
└────┴─────────┘
"""
EXPECTED: Cells = [
    ("品名", 1, 1, 2, 1),
    ("数量与价", 1, 2, 1, 2),
    ("数量", 2, 2, 1, 1),
    ("单价", 2, 3, 1, 1),
    ("水泵", 3, 1, 1, 1),
    ("3", 3, 2, 1, 1),
    ("1200", 3, 3, 1, 1),
    ("合计", 4, 1, 1, 1),
    ("3600", 4, 2, 1, 2),
]


def test_cells_merged_across_and_down() -> None:
    assert grid(HEAD) == EXPECTED


def test_lines_drawn_two_places_wide_as_in_chinese_fonts() -> None:
    wide = """\
┌──┬──────┐
│品名│ 数量与价   │
│    ├──┬───┤
│    │数量│单价  │
├──┼──┼───┤
│水泵│3   │1200  │
├──┼──┴───┤
│合计│3600        │
└──┴──────┘
"""
    assert grid(wide) == EXPECTED


def test_a_title_over_the_whole_table_and_a_cell_of_two_lines() -> None:
    text = """\
┌─────────┐
│付款计划 │
├────┬────┤
│预付│30% │
│    │(含)│
└────┴────┘
"""
    assert grid(text) == [("付款计划", 1, 1, 1, 2), ("预付", 2, 1, 1, 1), ("30%\n(含)", 2, 2, 1, 1)]


def test_a_cell_reaching_down_at_the_right() -> None:
    text = """\
┌────┬────┐
│甲  │共  │
├────┤同  │
│乙  │    │
└────┴────┘
"""
    assert grid(text) == [("甲", 1, 1, 1, 1), ("共\n同", 1, 2, 2, 1), ("乙", 2, 1, 1, 1)]


@pytest.mark.parametrize("wrong", ["│水泵 │3   │1200│", "│水泵│3   │1200"])
def test_bars_out_of_line_are_cut_as_they_stand(wrong: str) -> None:
    cells = grid(HEAD.replace("│水泵│3   │1200│", wrong))
    assert {spans for *_, down, across in cells for spans in (down, across)} == {1}
    assert "1200" in {text for text, *_ in cells}


WIDE = """\
┌──┬──────────┬──────┐
│编号│付款方式为电汇，买方│电汇　　　　│
│　　│应于收货后付清。　　│　　　　　　│
│　　│1.质保一年，期满退还│质量保证金为│
│　　│2.由卖方送货　　　　│百分之五　　│
├──┼──────────┼──────┤
│甲　│乙　　　　　　　　　│丙　　　　　│
└──┴──────────┴──────┘
"""
WORDS = [
    "编号",
    "付款方式为电汇，买方应于收货后付清。\n1.质保一年，期满退还\n2.由卖方送货",
    "电汇\n质量保证金为百分之五",
]


def test_a_word_without_room_goes_on_in_the_next_line() -> None:
    assert [text for text, *_ in grid(WIDE)] == [*WORDS, "甲", "乙", "丙"]
    merged = WIDE.replace("├──┼──────────┼──────┤", "├──┴──────────┼──────┤")
    merged = merged.replace("│甲　│乙　　　　　　　　　│", "│乙　　　　　　　　　　　　│").replace("└──┴─", "└────")
    assert [text for text, *_ in grid(merged)] == [*WORDS, "乙", "丙"]


def test_labels_written_downwards_are_one_word() -> None:
    drawn = """\
┌──┬─┬───────┐
│生产│数│ 备注          │
│　　│　│               │
│厂家│量│ 买方验收      │
│　　│　│ 后付清。      │
├──┴─┴───────┤
│合计                    │
└────────────┘
"""
    assert [text for text, *_ in grid(drawn)] == ["生产厂家", "数量", "备注\n买方验收\n后付清。", "合计"]
