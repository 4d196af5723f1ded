"""Where a paragraph of a PDF stands that goes on over a page or a column, and the blanks a printer leaves out."""

from __future__ import annotations

import pytest
from pdf_making import HEIGHT, SONG, Page, body, pdf, read, rows

FULL = "乙方应在收到甲方开具的增值税专用发票之日起三十日内以银行电汇方式支付相应合同款项至"


def _two_pages() -> bytes:
    def first(p: Page) -> None:
        p.lines(90, 700, "一、付款方式", step=20)
        p.lines(90, 740, FULL[:38], FULL[:38])

    def second(p: Page) -> None:
        p.lines(90, 90, "甲方账户。", "二、其他", step=20)

    return pdf(first, second)


def test_a_paragraph_cut_by_the_page_knows_both_its_places():
    document = read(_two_pages())

    (block,) = [block for block in document.blocks if block.text.endswith("甲方账户。")]
    assert block.text == FULL[:38] * 2 + "甲方账户。" and block.location.page == 1
    # Lines 16 points apart from 740 down; 10.5 points high, of which 14 % are below the baseline.
    left, top, right, bottom = block.location.box or (0, 0, 0, 0)
    assert (left, right) == pytest.approx((90, 90 + 38 * 10.5), abs=0.2)
    assert (top, bottom) == pytest.approx((740 - 0.86 * 10.5, 756 + 0.14 * 10.5), abs=0.2)
    ((page, later),) = block.location.later
    assert page == 2 and later == pytest.approx((90, 90 - 0.86 * 10.5, 90 + 5 * 10.5, 90 + 0.14 * 10.5), abs=0.2)


def test_a_paragraph_on_one_page_has_one_place():
    document = read(_two_pages())

    assert [block.text for block in document.blocks if not block.location.later] == ["一、付款方式", "二、其他"]


def _mixed(p: Page, gap: float) -> None:
    p.text(90, 100, "供货合同", font=SONG, size=10)
    p.text(130 + gap, 100, "SUPPLY CONTRACT", size=10)


@pytest.mark.parametrize(
    ("producer", "gap", "title"),
    [
        pytest.param("LibreOffice 7.4", 3.2, "供货合同 SUPPLY CONTRACT", id="room for a blank"),
        pytest.param("LibreOffice 7.4", 2.0, "供货合同SUPPLY CONTRACT", id="the room between scripts"),
        pytest.param("Another printer", 3.2, "供货合同SUPPLY CONTRACT", id="another program"),
    ],
)
def test_room_between_chinese_and_latin_is_a_blank_where_the_printer_leaves_it_out(
    producer: str, gap: float, title: str
):
    def page(p: Page) -> None:
        p.canvas.setProducer(producer)
        _mixed(p, gap)

    assert body(read(pdf(page))) == [title]


def test_room_in_a_stretched_line_is_no_blank():
    def page(p: Page) -> None:
        p.canvas.setProducer("LibreOffice 7.4")
        p.canvas.setFont(SONG, 10)
        p.canvas.drawString(90, 742, "本合同由买方", charSpace=1.5)
        p.text(90 + 6 * 11.5 + 1.5, 100, "ACME", size=10)

    assert body(read(pdf(page))) == ["本合同由买方ACME"]


def test_a_page_of_more_characters_and_lines_than_are_asked_for_in_one_go():
    def page(p: Page) -> None:
        for row in range(40):
            for column in range(30):
                x, y = 40 + 17 * column, 60 + 18 * row
                p.canvas.rect(x, HEIGHT - y - 18, 17, 18)
                p.text(x + 2, y + 12, f"{row:02}{column:02}", size=6)

    document = read(pdf(page))

    assert rows(document) == [[f"{row:02}{column:02}" for column in range(30)] for row in range(40)]
    last = document.blocks[-1]
    assert (last.text, last.location.box) == ("3929", (533.0, 762.0, 550.0, 780.0))
