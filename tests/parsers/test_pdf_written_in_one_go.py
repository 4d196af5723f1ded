"""Characters that a PDF draws in one go are taken apart where they must be."""

from __future__ import annotations

from pdf_making import Page, body, pdf, read, rows


def test_words_drawn_in_one_go_across_a_rule_stand_in_their_own_cells():
    def page(p: Page) -> None:
        p.grid([90, 150, 210], [100, 120, 140])
        # Blanks of 2.78 points: the second word begins right of the rule.
        p.text(95, 114, "Item" + 14 * " " + "Price", size=10)
        p.text(95, 134, "Pump" + 12 * " " + "9,000", size=10)

    assert rows(read(pdf(page))) == [["Item", "Price"], ["Pump", "9,000"]]


def test_a_line_through_one_word_strikes_that_word_only():
    def page(p: Page) -> None:
        p.text(90, 100, "Payment is due within sixty days of delivery.", size=10)
        start = 90 + p.canvas.stringWidth("Payment is due within ", "Helvetica", 10)
        p.line(start, 97, start + p.canvas.stringWidth("sixty", "Helvetica", 10), 97)

    document = read(pdf(page))

    assert body(document) == ["Payment is due within days of delivery."]
    assert [gap.values for gap in document.gaps] == [(("words", "sixty"),)]


def test_a_line_drawn_again_word_by_word_to_look_bold_is_there_once():
    def page(p: Page) -> None:
        p.text(90, 100, "Late payment", size=10)
        p.text(90.2, 100, "Late", size=10)
        p.text(90.2 + p.canvas.stringWidth("Late ", "Helvetica", 10), 100, "payment", size=10)

    assert body(read(pdf(page))) == ["Late payment"]


def test_stretched_word_spacing_leaves_single_blanks():
    def page(p: Page) -> None:
        p.canvas.setFont("Helvetica", 10)
        p.canvas.drawString(90, 742, "The Seller delivers free of charge", wordSpace=2.5)

    assert body(read(pdf(page))) == ["The Seller delivers free of charge"]


def test_a_gap_inside_one_string_is_a_blank():
    def page(p: Page) -> None:
        text = p.canvas.beginText(90, 742)
        text.setFont("Helvetica", 10)
        text.textOut("Net")
        text.moveCursor(22, 0)
        text.textOut("30")
        p.canvas.drawText(text)

    assert body(read(pdf(page))) == ["Net 30"]


def test_words_half_under_a_painted_box_are_hidden_and_the_others_are_seen():
    def page(p: Page) -> None:
        p.text(90, 100, "Payment within thirty days.", size=10)
        p.text(90, 140, "Delivery is free of charge all year.", size=10)
        start = 90 + p.canvas.stringWidth("Payment within ", "Helvetica", 10)
        p.canvas.setFillGray(0.2)
        p.canvas.rect(start - 1, 842 - 104, 100, 14, stroke=0, fill=1)

    document = read(pdf(page))

    assert [block.text for block in document.blocks if not block.hidden] == [
        "Payment within",
        "Delivery is free of charge all year.",
    ]
    assert [block.text for block in document.blocks if block.hidden] == ["thirty days."]
