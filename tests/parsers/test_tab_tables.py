"""Text files with tables typed by tabs, and paragraphs wrapped beside them."""

from __future__ import annotations

import pytest
from presign.parsers.document import Document, Kind, Limits, Media
from presign.parsers.plain.read import read_plain


def read(text: str) -> Document:
    document = read_plain("c.txt", text.encode(), "0" * 64, Limits(), Media.TEXT)
    assert isinstance(document, Document)
    return document


def test_rows_of_cells_are_a_table_and_a_shorter_row_belongs_to_it() -> None:
    document = read("货物如下：\n品名\t数量\t金额\n角钢\t7\t￥63.00\n \n合计\t￥63.00\n品名\t数量\n槽钢\t2\n")
    assert [(block.text, block.location.table, block.location.row) for block in document.blocks] == [
        ("货物如下：", None, None),
        *((cell, 1, 1) for cell in ("品名", "数量", "金额")),
        *((cell, 1, 2) for cell in ("角钢", "7", "￥63.00")),
        *((cell, 2, 1) for cell in ("合计", "￥63.00")),
        *((cell, 2, 2) for cell in ("品名", "数量")),
        *((cell, 2, 3) for cell in ("槽钢", "2")),
    ]
    merged = read("品名\t数量\t金额\n角钢\t7\t￥63.00\n合计\t￥63.00\n")
    assert [len([cell for cell in merged.tables[0].cells if cell.row == row]) for row in (1, 2, 3)] == [3, 3, 2]


@pytest.mark.parametrize(
    "text",
    [
        "甲方：\t萍乡铸造厂",
        "1.\tThe Buyer pays.\n2.\tThe Seller delivers.\n(a)\tby rail",
        "第一条\t付款\n第二条\t交货",
        "\t首行缩进的一段。\n\t又一段。",
        "甲方\t乙方\n签字：",
    ],
)
def test_single_rows_numbered_items_and_indents_are_no_table(text: str) -> None:
    document = read(text)
    assert document.tables == ()
    assert [block.text for block in document.blocks] == [line.strip() for line in text.split("\n")]
    assert {block.kind for block in document.blocks} == {Kind.PARAGRAPH}


WRAPPED = """\
3. The Carrier bills the Shipper for each load that left the yard before the
Fifteenth day of a month. A load is late where it reaches its own depot sixty
(60) minutes after the slot it was given, and the Shipper then keeps back up to
20 per cent of the freight.
(b) Tolls are billed apart from the freight, at cost and with a toll receipt.

CARRIER (signed and sealed):\tSHIPPER (signed and sealed by its authorised officer):
Date:\tDate:
"""


def test_a_wide_row_doesnt_hide_the_width_the_text_was_wrapped_at() -> None:
    document = read(WRAPPED)
    assert [block.text for block in document.blocks if block.kind is Kind.PARAGRAPH] == [
        "3. The Carrier bills the Shipper for each load that left the yard before the Fifteenth day of a month. A load is "
        "late where it reaches its own depot sixty (60) minutes after the slot it was given, and the Shipper then keeps "
        "back up to 20 per cent of the freight.",
        "(b) Tolls are billed apart from the freight, at cost and with a toll receipt.",
    ]
    assert len(document.tables[0].cells) == 4
