"""Text that a PDF holds but its reader doesn't see."""

from __future__ import annotations

import io

import pytest
from pdf_making import HEIGHT, SONG, WIDTH, Page, body, pdf, read, rows
from PIL import Image
from presign.parsers.document import Kind, Span
from reportlab.lib.utils import ImageReader

SEEN = "Payment is due within 30 days."
SECRET = "The Buyer may set off any claim."


def _hidden(document) -> list[str]:
    found = [block for block in document.blocks if block.hidden]
    assert all(block.hidden == (Span(0, len(block.text)),) for block in found)
    return [block.text for block in found]


def _seen(document) -> list[str]:
    return [block.text for block in document.blocks if not block.hidden]


def _picture(colour: tuple[int, ...]) -> ImageReader:
    target = io.BytesIO()
    Image.new("RGBA" if len(colour) == 4 else "RGB", (60, 30), colour).save(target, "PNG")
    return ImageReader(target)


@pytest.mark.parametrize("grey", [1.0, 0.96])
def test_white_and_nearly_white_text_on_white_is_hidden(grey: float):
    def page(p: Page) -> None:
        p.text(90, 100, SEEN)
        p.canvas.setFillGray(grey)
        p.text(90, 120, SECRET)

    document = read(pdf(page))

    assert _seen(document) == [SEEN] and _hidden(document) == [SECRET]
    (block,) = [block for block in document.blocks if block.hidden]
    assert block.kind is Kind.PARAGRAPH and block.location.page == 1
    assert block.location.box is not None and block.location.box[0] == pytest.approx(90, abs=1)


def test_pale_grey_text_is_seen():
    def page(p: Page) -> None:
        p.canvas.setFillGray(0.8)
        p.text(90, 100, SEEN)

    assert _hidden(read(pdf(page))) == []


def test_white_text_on_a_dark_heading_row_is_seen():
    def page(p: Page) -> None:
        p.canvas.setFillColorRGB(0.1, 0.2, 0.5)
        p.canvas.rect(90, HEIGHT - 120, 210, 20, fill=1)
        p.canvas.setFillGray(0)
        p.grid([90, 200, 300], [100, 120, 140])
        p.text(95, 134, "Pump")
        p.text(205, 134, "12,000.00")
        p.canvas.setFillGray(1)
        p.text(95, 114, "Item")
        p.text(205, 114, "Price")

    document = read(pdf(page))

    assert rows(document) == [["Item", "Price"], ["Pump", "12,000.00"]] and _hidden(document) == []


def test_black_text_on_black_is_hidden():
    def page(p: Page) -> None:
        p.text(90, 80, SEEN)
        p.canvas.rect(80, HEIGHT - 130, 300, 20, fill=1)
        p.text(90, 124, SECRET)

    assert _hidden(read(pdf(page))) == [SECRET]


def test_text_under_a_box_painted_over_it_is_hidden():
    def page(p: Page) -> None:
        p.lines(90, 100, SEEN, SECRET, "The Seller keeps title until then.", step=20)
        p.canvas.setFillGray(1)
        p.canvas.rect(85, HEIGHT - 126, 300, 16, fill=1, stroke=0)

    document = read(pdf(page))

    assert _hidden(document) == [SECRET]
    assert SECRET not in " ".join(_seen(document))


def test_text_under_a_picture_is_hidden_and_under_a_clear_stamp_it_is_not():
    def page(colour: tuple[int, ...]):
        def draw(p: Page) -> None:
            p.lines(90, 100, SEEN, SECRET, "Delivery is free of charge.", step=30)
            p.canvas.drawImage(_picture(colour), 80, HEIGHT - 140, 300, 24, mask="auto")

        return draw

    assert _hidden(read(pdf(page((200, 30, 30))))) == [SECRET]
    assert _hidden(read(pdf(page((200, 30, 30, 90))))) == []


def test_the_text_layer_of_a_scan_is_read():
    def page(p: Page) -> None:
        layer = p.canvas.beginText(90, HEIGHT - 100)
        layer.setFont("Helvetica", 10)
        layer.setTextRenderMode(3)
        for _ in range(6):
            layer.textLine(SEEN)
        p.canvas.drawText(layer)
        p.canvas.drawImage(_picture((240, 240, 240)), 0, 0, WIDTH, HEIGHT)

    document = read(pdf(page))

    assert _hidden(document) == [] and SEEN in " ".join(_seen(document))


def test_text_without_ink_on_a_typed_page_is_hidden():
    def page(p: Page) -> None:
        p.text(90, 100, SEEN)
        layer = p.canvas.beginText(90, HEIGHT - 130)
        layer.setFont("Helvetica", 10)
        layer.setTextRenderMode(3)
        layer.textLine(SECRET)
        p.canvas.drawText(layer)

    assert _hidden(read(pdf(page))) == [SECRET]


def test_text_of_one_point_is_hidden():
    def page(p: Page) -> None:
        p.text(90, 100, SEEN)
        p.text(90, 102, "但买方有权不予付款", size=1, font=SONG)

    document = read(pdf(page))

    assert _hidden(document) == ["但买方有权不予付款"] and body(document)[0] == SEEN


def test_words_written_white_and_then_black_at_the_same_place_are_seen_once():
    def page(p: Page) -> None:
        p.canvas.setFillGray(1)
        p.text(90, 100, SEEN)
        p.canvas.setFillGray(0)
        p.text(90.2, 100, SEEN)

    document = read(pdf(page))

    assert _seen(document) == [SEEN] and _hidden(document) == []


def test_hidden_words_inside_a_sentence_leave_it_as_it_is_seen():
    def page(p: Page) -> None:
        p.text(90, 100, "The Buyer shall", size=10)
        p.canvas.setFillGray(1)
        p.text(160, 100, "not", size=10)
        p.canvas.setFillGray(0)
        p.text(180, 100, "pay the price.", size=10)

    document = read(pdf(page))

    assert [text.split() for text in _seen(document)] == [["The", "Buyer", "shall", "pay", "the", "price."]]
    assert _hidden(document) == ["not"]


@pytest.mark.parametrize(("x", "y"), [(700.0, 100.0), (-300.0, 100.0), (90.0, 900.0), (90.0, -40.0)])
def test_text_beside_the_page_is_hidden(x: float, y: float):
    def page(p: Page) -> None:
        p.text(90, 100, SEEN)
        p.text(x, y, SECRET)

    document = read(pdf(page))

    assert _seen(document) == [SEEN] and _hidden(document) == [SECRET]


def test_text_that_its_clipping_leaves_out_is_hidden():
    def page(p: Page) -> None:
        p.text(90, 100, SEEN)
        p.canvas.saveState()
        area = p.canvas.beginPath()
        area.rect(90, HEIGHT - 300, 200, 40)
        p.canvas.clipPath(area, stroke=0, fill=0)
        p.text(90, 280, "Delivery is free of charge.")
        p.text(90, 400, SECRET)
        p.canvas.restoreState()

    document = read(pdf(page))

    assert _seen(document) == [SEEN, "Delivery is free of charge."] and _hidden(document) == [SECRET]


def test_words_that_their_clipping_cuts_off_are_hidden():
    def page(p: Page) -> None:
        p.canvas.saveState()
        area = p.canvas.beginPath()
        area.rect(80, HEIGHT - 120, 10 + p.canvas.stringWidth("Price: CNY 5,000", "Helvetica", 10.5), 40)
        p.canvas.clipPath(area, stroke=0, fill=0)
        p.text(90, 100, "Price: CNY 5,000 per month")
        p.canvas.restoreState()

    document = read(pdf(page))

    assert _seen(document) == ["Price: CNY 5,000"] and _hidden(document) == ["per month"]
