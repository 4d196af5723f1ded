"""Text files: encodings, lines, wrapped paragraphs, drawn tables."""

from __future__ import annotations

import codecs

import pytest
from presign.messages import say
from presign.parsers.document import Document, Kind, Limits, Media, Unreadable
from presign.parsers.plain.read import read_plain

LINE = "甲方应于验收合格后30日内付款。"


def outcome(data: bytes, limits: Limits | None = None) -> Document | Unreadable:
    """What the reader makes of a text file."""
    return read_plain("c.txt", data, "0" * 64, limits or Limits(), Media.TEXT)


def read(text: str) -> Document:
    """The document of a text."""
    document = outcome(text.encode())
    assert isinstance(document, Document), document
    return document


def texts(text: str) -> list[str]:
    """The texts of all blocks of a text."""
    return [block.text for block in read(text).blocks]


def refusal(data: bytes, limits: Limits | None = None) -> str:
    """The key a file is refused with."""
    refused = outcome(data, limits)
    assert isinstance(refused, Unreadable)
    for language in ("zh", "en"):
        assert say(refused.key, language, refused.values)
    return refused.key


@pytest.mark.parametrize(
    "data",
    [
        LINE.encode(),
        codecs.BOM_UTF8 + LINE.encode(),
        codecs.BOM_UTF16_LE + LINE.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + LINE.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + LINE.encode("utf-32-le"),
        LINE.encode("gb18030"),
        LINE.encode("gbk"),
    ],
)
def test_encodings(data: bytes) -> None:
    document = outcome(data)
    assert isinstance(document, Document)
    assert [block.text for block in document.blocks] == [LINE]
    assert (document.language, document.media, document.sha256) == ("zh", Media.TEXT, "0" * 64)


def test_western_letters_that_stand_alone_are_no_chinese() -> None:
    document = outcome("The Buyer’s fee is £5 – net.".encode("cp1252"))
    assert isinstance(document, Document)
    assert document.blocks[0].text == "The Buyer’s fee is £5 – net."


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "doc.empty"),
        (b" \r\n\t\n", "doc.empty"),
        (codecs.BOM_UTF8, "doc.empty"),
        (b"PK\x03\x04\0\0", "doc.binary"),
        (b"abc\0def", "doc.binary"),
        (b"abc\x07def", "doc.binary"),
        ("甲方".encode("utf-16-le") + b"\0", "doc.binary"),
        (b"\xff\xff\xff\xff", "doc.encoding"),
        (b"price \xff only", "doc.encoding"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8", "doc.encoding"),
        (LINE.encode()[:-1] + b"\xff\xff", "doc.encoding"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, key: str) -> None:
    assert refusal(data) == key


def test_a_text_beyond_the_characters_allowed() -> None:
    assert refusal(b"a" * 11, Limits(characters=10)) == "doc.too_long"


def test_each_line_is_a_paragraph_with_its_place() -> None:
    blocks = read("采购合同\r\n\r\n　　甲方：北方公司  \r乙方：\n").blocks
    assert [(block.text, block.location.line, block.location.paragraph) for block in blocks] == [
        ("采购合同", 1, 1),
        ("甲方：北方公司", 3, 2),
        ("乙方：", 4, 3),
    ]
    assert {block.kind for block in blocks} == {Kind.PARAGRAPH}


def test_only_line_ends_end_a_line() -> None:
    assert texts("a\u2028b\x1bc") == ["a\u2028b\x1bc"]
    assert texts("a\fb\vc") == ["a", "b", "c"]


WRAPPED = """\
1.   PAYMENT
1.1  The Buyer shall pay each invoice in full within forty-five days of the
     day on which it was received, by transfer to the account named by the
     Seller. Amounts in dispute are paid when the dispute is settled. Late
     Payments bear interest.
1.2  The Seller may suspend deliveries while an invoice is overdue.
(a)  after a written reminder; or
(b)  at once, where the Buyer is insolvent.
"""


def test_paragraphs_wrapped_at_a_width_are_made_whole() -> None:
    blocks = read(WRAPPED).blocks
    assert [block.text for block in blocks] == [
        "1.   PAYMENT",
        "1.1  The Buyer shall pay each invoice in full within forty-five days of the day on which it was received, by "
        "transfer to the account named by the Seller. Amounts in dispute are paid when the dispute is settled. Late "
        "Payments bear interest.",
        "1.2  The Seller may suspend deliveries while an invoice is overdue.",
        "(a)  after a written reminder; or",
        "(b)  at once, where the Buyer is insolvent.",
    ]
    assert [block.location.line for block in blocks] == [1, 2, 6, 7, 8]


def test_a_long_line_that_goes_on_in_lower_case() -> None:
    assert texts(
        "The Seller delivers the goods to the warehouse of the Buyer in long-\nterm storage.\n\nand so on"
    ) == [
        "The Seller delivers the goods to the warehouse of the Buyer in long-term storage.",
        "and so on",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Seller: North Pumps Limited\nbuyer: South Mills Limited",
        "The Seller delivers the goods to the warehouse named by the Buyer.\nby courier",
        "Item    Quantity    Price per unit    Total amount of the order line\nitem one    3    20    60",
        "甲方应当在收到乙方开具的增值税专用发票后向乙方支付合同总价款的百分之三十作为预付款并在到货后再付\n余款",
        "Signature of the authorised representative of the Buyer ______________\nname in capitals",
    ],
)
def test_lines_that_are_their_own_stay_apart(text: str) -> None:
    assert texts(text) == text.split("\n")


def test_files_of_whole_paragraphs_are_not_joined() -> None:
    long = "The Buyer shall pay. " * 12
    text = (
        f"{long}\nThe Seller grants the Buyer a credit of forty-five days from invoice\nThe limit is EUR 5,000.\n{long}"
    )
    assert len(texts(text)) == 4


DRAWN = """\
付款计划
┌────┬────┬────┐
│期次│比例│时间│
├────┼────┼────┤
│预付│ 30%│签约后│
│    │    │5日  │
├────┼────┼────┤
│尾款│    │    │
└────┴────┴────┘
以上为准。
"""


def test_drawn_tables_are_cut_into_cells() -> None:
    document = read(DRAWN)
    assert [
        (block.text, block.location.row, block.location.column, block.location.line) for block in document.blocks
    ] == [
        ("付款计划", None, None, 1),
        ("期次", 1, 1, 3),
        ("比例", 1, 2, 3),
        ("时间", 1, 3, 3),
        ("预付", 2, 1, 5),
        ("30%", 2, 2, 5),
        ("签约后\n5日", 2, 3, 5),
        ("尾款", 3, 1, 8),
        ("", 3, 2, 8),
        ("", 3, 3, 8),
        ("以上为准。", None, None, 10),
    ]
    assert [(cell.block, cell.row, cell.column) for cell in document.tables[0].cells][:2] == [(1, 1, 1), (2, 1, 2)]


def test_drawn_tables_open_at_the_sides() -> None:
    document = read("───┬───\n品名│数量\n───┼───\n水泵│\n")
    assert [block.text for block in document.blocks] == ["品名", "数量", "水泵", ""]


def test_typed_tables_keep_their_rows() -> None:
    document = read("+-----+-----+\n| a | b |\n+-----+-----+\n| 1 | 2 |\n| 3 |  |\n+-----+-----+\n")
    assert [(block.text, block.location.row) for block in document.blocks] == [
        ("a", 1), ("b", 1), ("1", 2), ("2", 2), ("3", 3), ("", 3),
    ]  # fmt: skip


def test_a_drawn_line_alone_is_text() -> None:
    assert texts("运输方式：\n──────────\n甲方|乙方") == ["运输方式：", "──────────", "甲方|乙方"]
