"""Pages with what was seen on them, without a recogniser: the words here are given."""

from __future__ import annotations

from PIL import Image
from presign.parsers.document import Document, Gap, Kind, Limits
from presign.parsers.ocr.scan import Scan, Word
from presign.parsers.pdf.read import read_pdf
from scanning import PIXELS, scanned

WIDTH, HEIGHT = 360.0, 216.0


def _empty() -> Image.Image:
    return Image.new("L", (round(WIDTH * PIXELS), round(HEIGHT * PIXELS)), 255)


def _word(text: str, x: float, y: float, confidence: float = 0.98) -> Word:
    return Word(text, (x, y, x + 5.2 * len(text), y + 12.0), confidence)


def _scan(*words: Word, quarters: int = 0, blank: bool = False, rules: tuple = ()) -> Scan:
    size = (HEIGHT, WIDTH) if quarters % 2 else (WIDTH, HEIGHT)
    return Scan(quarters, size, words, rules, blank)


def _read(*scans: Scan) -> Document:
    data = scanned(*[_empty() for _ in scans])
    document = read_pdf("s.pdf", data, "0" * 64, Limits(), dict(enumerate(scans, 1)))
    assert isinstance(document, Document)
    return document


def test_words_become_paragraphs_with_confidence_and_place() -> None:
    document = _read(
        _scan(_word("1. Payment is due within 30 days.", 40, 50), _word("2. Title passes on payment.", 40, 90, 0.8))
    )

    assert [(block.text, block.confidence) for block in document.blocks] == [
        ("1. Payment is due within 30 days.", 0.98),
        ("2. Title passes on payment.", 0.8),
    ]
    first = document.blocks[0].location
    assert first.page == 1 and first.box is not None
    assert abs(first.box[0] - 40) < 1 and 48 < first.box[1] < 54 and document.gaps == ()


def test_a_page_on_its_side_has_its_boxes_on_the_page_as_it_lies() -> None:
    # Turned a quarter clockwise, the page is 216 wide and 360 high; a point (x, y) of it lies at (y, 216 - x).
    document = _read(_scan(_word("Payment is due soon.", 30, 100), quarters=1))

    box = document.blocks[0].location.box
    assert box is not None
    assert 98 < box[0] < 104 and abs(box[3] - (216 - 30)) < 1 and abs(box[1] - (216 - 30 - 104)) < 1


def test_a_paragraph_read_in_two_lines_has_the_confidence_of_both() -> None:
    long, short = (
        _word("The Buyer pays the whole price within thirty days of", 30, 50, 1.0),
        _word("receipt.", 30, 66, 0.7),
    )
    document = _read(_scan(long, short))

    (block,) = document.blocks
    # (52 * 1.0 + 8 * 0.7) / 60
    assert block.text.endswith("days of receipt.") and block.confidence == 0.96


def test_a_page_that_could_hardly_be_read_is_a_gap_and_nothing_of_it_is_used() -> None:
    document = _read(_scan(_word("Pavnent rs dve wlthin B0 bays", 40, 50, 0.55)))

    assert document.blocks == () and document.gaps == (Gap("doc.ocr_poor", 1, (("percent", "55"),)),)


def test_doubtful_lines_are_left_out_and_told_when_there_is_much_of_them() -> None:
    good = _word("Payment is due within 30 days of receipt.", 40, 50)
    assert [block.text for block in _read(_scan(good, _word("x~", 40, 90, 0.2))).blocks] == [good.text]
    assert _read(_scan(good, _word("x~", 40, 90, 0.2))).gaps == ()

    document = _read(_scan(good, _word("qvrsl em~t iil", 40, 90, 0.3)))
    assert [block.text for block in document.blocks] == [good.text]
    assert document.gaps == (Gap("doc.ocr_lines", 1, (("count", "1"),)),)


def test_the_picture_of_an_empty_page_is_no_gap_but_one_with_ink_is() -> None:
    assert _read(_scan(blank=True)).gaps == ()
    assert _read(_scan(blank=False)).gaps == (Gap("doc.pdf_no_text", 1),)


def test_ruled_lines_make_a_table() -> None:
    xs, ys = (40.0, 160.0, 300.0), (40.0, 64.0, 88.0)
    rules = tuple((x - 0.5, ys[0], x + 0.5, ys[-1], False) for x in xs)
    rules += tuple((xs[0], y - 0.5, xs[-1], y + 0.5, True) for y in ys)
    words = [_word("Goods", 46, 46), _word("Price", 166, 46), _word("Pump", 46, 70), _word("1,200.00", 166, 70, 0.9)]
    document = _read(_scan(*words, rules=rules))

    assert [(block.kind, block.text, block.location.row, block.location.column) for block in document.blocks] == [
        (Kind.CELL, "Goods", 1, 1),
        (Kind.CELL, "Price", 1, 2),
        (Kind.CELL, "Pump", 2, 1),
        (Kind.CELL, "1,200.00", 2, 2),
    ]
    assert [block.confidence for block in document.blocks] == [0.98, 0.98, 0.98, 0.9]


def test_two_texts_recognised_as_one_line_are_parted_where_the_gap_is() -> None:
    text = "Buyer:Seller:"
    middles = (*(0.02 + 0.03 * at for at in range(6)), *(0.76 + 0.03 * at for at in range(7)))
    document = _read(_scan(Word(text, (40.0, 50.0, 300.0, 62.0), 0.95, middles)))

    (block,) = document.blocks
    assert block.text.split() == ["Buyer:", "Seller:"]
