"""Numbers with gaps in them, in PDF pages drawn sign by sign."""

from __future__ import annotations

import pytest
from pdf_making import Page, body, pdf, read


def _signs(*stretches: tuple[str, float]):
    """A line drawn sign by sign: each text with the room left after each of its signs, in points."""

    def draw(p: Page) -> None:
        x = 90.0
        for text, room in stretches:
            for sign in text:
                p.text(x, 100, sign, size=10)
                x += (10.0 if sign > "\u2000" else p.canvas.stringWidth(sign, "Helvetica", 10)) + room

    return draw


@pytest.mark.parametrize(
    ("stretches", "text"),
    [
        pytest.param([("¥15,000", 0)], "¥15,000", id="no gap"),
        pytest.param(
            [("合同价", 0), ("¥", 0), ("1", 3), ("5,000元", 0)], "合同价¥15,000元", id="torn after a currency"
        ),
        pytest.param([("价款15,000.00", 2.5), ("元", 0)], "价款15,000.00元", id="letter spacing"),
        pytest.param([("于", 0), ("30", 2.5), ("日内付清", 0)], "于30日内付清", id="spaced days"),
        pytest.param([("Items ", 0), ("1", 3), ("5,000", 0), (" pieces", 0)], "Items 1 5,000 pieces", id="two numbers"),
        pytest.param([("¥10", 0), ("0", 3), ("5,000", 0)], "¥100 5,000", id="two amounts"),
        pytest.param([("Rows", 3), ("1234", 3)], "R o w s 1 2 3 4", id="no amount"),
    ],
)
def test_a_gap_in_a_number_counts_only_when_the_number_says_so(stretches: list[tuple[str, float]], text: str):
    assert body(read(pdf(_signs(*stretches)))) == [text]


def test_a_blank_drawn_between_two_numbers_parts_them():
    assert body(read(pdf(lambda p: p.text(90, 100, "¥1 5,000")))) == ["¥1 5,000"]


def test_an_amount_broken_across_lines_is_whole():
    def page(p: Page) -> None:
        p.lines(90, 100, "本合同项下全部设备及相关技术服务的不含税总价款合计为人民币壹佰贰拾万元整，即¥1,")
        p.lines(90, 116, "200,000.00元。")

    (text,) = body(read(pdf(page)))

    assert text.endswith("即¥1,200,000.00元。")
