from __future__ import annotations

import pytest
from pdf_making import HEIGHT, WIDTH, Page, body, pdf, read, rows
from presign.parsers.document import Gap, Kind, Part


def test_a_chinese_page_has_its_words_and_places():
    def page(p: Page) -> None:
        p.text(90, 100, "第三条 付款方式")
        p.text(111, 130, "买方应在货物验收合格并收到卖方开具的增值税专用发票后30")
        p.text(90, 146, "日内付清全部货款，逾期的每日按未付金额的万分之五支付违约金。")

    document = read(pdf(page))

    assert body(document) == [
        "第三条 付款方式",
        "买方应在货物验收合格并收到卖方开具的增值税专用发票后30日内付清全部货款，逾期的每日按未付金额的万分之五支付违约金。",
    ]
    heading, clause = document.blocks
    assert heading.kind is Kind.HEADING and clause.kind is Kind.PARAGRAPH
    assert (heading.location.page, heading.location.paragraph, clause.location.paragraph) == (1, 1, 2)
    assert heading.location.box is not None
    left, top, right, bottom = heading.location.box
    # Seven characters of 10.5 points and a blank; the baseline is 100 points below the top.
    assert left == 90 and 90 < top < 95 and 163 <= right <= 176 and 100 < bottom < 104
    assert document.language == "zh" and document.pages == 1 and document.gaps == ()


def test_an_english_page_keeps_blanks_and_joins_wrapped_lines():
    def page(p: Page) -> None:
        y = p.lines(72, 100, "4. Payment", step=24)
        p.lines(
            72,
            y,
            "4.1 The Buyer shall pay each invoice within forty-five (45) days after the date of the invoice by bank",
            "transfer. Late payment bears interest at 1.5% per month until the overdue amount is received in full by",
            "the Seller.",
            "4.2 The Buyer may not set off any amount.",
        )

    assert body(read(pdf(page))) == [
        "4. Payment",
        "4.1 The Buyer shall pay each invoice within forty-five (45) days after the date of the invoice by bank transfer."
        " Late payment bears interest at 1.5% per month until the overdue amount is received in full by the Seller.",
        "4.2 The Buyer may not set off any amount.",
    ]


def test_a_broken_word_is_mended_only_when_the_document_knows_it():
    def page(p: Page) -> None:
        p.lines(
            72,
            100,
            "All payment obligations under this agreement are the sole duty of the buyer, and each late pay-",
            "ment bears interest at the agreed rate, whereas the deposit handed over on signing is non-",
            "refundable in every case whatsoever, including the case of termination by either of the parties.",
        )

    (text,) = body(read(pdf(page)))

    assert "each late payment bears interest" in text
    assert "is non-refundable in every case" in text


def test_an_indent_begins_a_paragraph_even_after_a_full_line():
    first = "双方经友好协商就设备买卖事宜达成一致，卖方保证所供设备全新未使用且符合国家标准"

    def page(p: Page) -> None:
        p.lines(111, 100, first)
        p.lines(90, 116, "及附件一所列技术要求，并承担由此产生的全部费用，买方予以充分配合并提供便利。")
        p.lines(111, 132, "质保期为验收合格之日起十二个月，质保期内免费维修，质保期外收取成本费用并开具")
        p.lines(90, 148, "发票。")

    texts = body(read(pdf(page)))

    assert len(texts) == 2
    assert texts[0].startswith("双方") and texts[0].endswith("提供便利。")
    assert texts[1].startswith("质保期为") and texts[1].endswith("开具发票。")


def test_a_sentence_goes_on_over_the_page_and_past_the_page_number():
    def first(p: Page) -> None:
        p.lines(90, 700, "逾期付款的，买方应当自逾期之日起按照未付金额每日万分之五的标准向卖方支付违约")
        p.text(290, 810, "第 1 页")

    def second(p: Page) -> None:
        p.lines(90, 80, "金，直至付清之日止。")
        p.text(290, 810, "第 2 页")

    document = read(pdf(first, second))

    assert body(document) == [
        "逾期付款的，买方应当自逾期之日起按照未付金额每日万分之五的标准向卖方支付违约金，直至付清之日止。"
    ]
    assert document.blocks[0].location.page == 1
    assert [block.text for block in document.blocks if block.kind is Kind.FURNITURE] == ["第 1 页", "第 2 页"]


def test_two_columns_of_prose_are_read_one_after_the_other():
    left = [
        "The seller delivers the goods to",
        "the buyer at the agreed place, in",
        "good order, and hands over all the",
        "papers that the buyer needs to take",
        "them over and to clear them.",
    ]
    right = [
        "The buyer pays the price within",
        "thirty days of delivery, by bank",
        "transfer, free of all charges, and",
        "without any deduction or set-off on",
        "whatever ground it may rely.",
    ]

    def page(p: Page) -> None:
        p.text(72, 80, "CONDITIONS OF SALE IN FULL, AS AGREED BETWEEN THE PARTIES ON THIS DAY")
        p.lines(72, 110, *left, step=14)
        p.lines(320, 110, *right, step=14)

    assert body(read(pdf(page)))[1:] == [" ".join(left), " ".join(right)]


def test_bold_faked_by_drawing_twice_is_there_once_and_double_letters_stay():
    def page(p: Page) -> None:
        for shift in (0, 0.3):
            p.text(90 + shift, 100, "合同总价")
            p.text(90 + shift, 130, "Offer of effort: 1100")

    assert body(read(pdf(page))) == ["合同总价", "Offer of effort: 1100"]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_reads_like_an_upright_one(turn: int):
    def page(p: Page) -> None:
        p.canvas.setPageRotation(turn)
        p.canvas.saveState()
        # The drawing lies on its side (or its head) in PDF's axes, 842 wide where it is turned by a quarter.
        p.canvas.translate(*{90: (HEIGHT, 0), 180: (WIDTH, HEIGHT), 270: (0, WIDTH)}[turn])
        p.canvas.rotate({90: 90, 180: 180, 270: -90}[turn])
        p.canvas.setFont("Helvetica", 10)
        p.canvas.drawString(100, 400, "Net 45 days")
        p.canvas.drawString(100, 380, "Deposit of 30%")
        p.canvas.restoreState()

    document = read(pdf(page))

    assert body(document) == ["Net 45 days", "Deposit of 30%"]
    box = document.blocks[0].location.box
    assert box is not None and box[0] == pytest.approx(100, abs=1) and box[3] == pytest.approx(HEIGHT - 400, abs=3)


def test_text_drawn_upwards_on_an_upright_page_is_read():
    def page(p: Page) -> None:
        p.canvas.saveState()
        p.canvas.translate(300, 100)
        p.canvas.rotate(90)
        p.canvas.drawString(0, 0, "Payment by letter of credit")
        p.canvas.drawString(0, -20, "at sight")
        p.canvas.restoreState()

    assert body(read(pdf(page))) == ["Payment by letter of credit", "at sight"]


def test_a_slanted_watermark_is_furniture():
    def page(p: Page) -> None:
        p.text(90, 100, "Payment is due on delivery.")
        p.canvas.saveState()
        p.canvas.translate(200, 300)
        p.canvas.rotate(45)
        p.canvas.drawString(0, 0, "SAMPLE")
        p.canvas.restoreState()

    document = read(pdf(page))

    assert [(block.text, block.kind) for block in document.blocks] == [
        ("Payment is due on delivery.", Kind.PARAGRAPH),
        ("SAMPLE", Kind.FURNITURE),
    ]


def test_running_heads_and_page_numbers_are_furniture_but_the_first_head_is_read():
    def page(number: int):
        def draw(p: Page) -> None:
            p.text(90, 40, "合同编号：HT-2026-018")
            p.lines(90, 120, f"本页为第{'一二三'[number]}部分，约定各方的权利义务。")
            p.text(290, 810, f"- {number + 1} -")

        return draw

    document = read(pdf(page(0), page(1), page(2)))

    heads = [block for block in document.blocks if "HT-2026-018" in block.text]
    assert [(block.kind, block.location.part) for block in heads] == [
        (Kind.PARAGRAPH, Part.HEADER),
        (Kind.FURNITURE, Part.BODY),
        (Kind.FURNITURE, Part.BODY),
    ]
    assert [block.text for block in document.blocks if block.text.startswith("-")] == ["- 1 -", "- 2 -", "- 3 -"]
    assert all(block.kind is Kind.FURNITURE for block in document.blocks if block.text.startswith("-"))
    assert len([text for text in body(document) if text.startswith("本页为")]) == 3


def test_a_blank_to_fill_in_shows_as_underscores_and_an_underlined_word_does_not():
    def page(p: Page) -> None:
        p.text(90, 100, "付款期限为")
        p.line(143, 101.5, 200, 101.5)
        p.text(201, 100, "日内付清。")
        p.text(90, 130, "Agreed price: 500")
        p.line(150, 131.5, 180, 131.5)

    first, second = body(read(pdf(page)))

    assert first.startswith("付款期限为____") and first.endswith("日内付清。")
    assert second == "Agreed price: 500"


def test_struck_out_words_are_left_out_and_named():
    def page(p: Page) -> None:
        p.text(90, 100, "within 90 days of 60 days of delivery")
        width = (
            p.canvas.stringWidth("within ", "Helvetica", 10.5),
            p.canvas.stringWidth("within 90 days of", "Helvetica", 10.5),
        )
        p.line(90 + width[0], 97, 90 + width[1], 97)

    document = read(pdf(page))

    assert body(document) == ["within 60 days of delivery"]
    assert document.gaps == (Gap("doc.pdf_struck", 1, (("words", "90 days of"),), aside=True),)


def test_the_value_of_a_form_field_is_read_at_its_place():
    def page(p: Page) -> None:
        p.text(90, 100, "Credit days:")
        p.canvas.acroForm.textfield(name="days", value="75", x=160, y=HEIGHT - 104, width=60, height=14, fontSize=10)

    (text,) = body(read(pdf(page)))

    assert text.split() == ["Credit", "days:", "75"]


def test_side_by_side_signatures_stay_in_their_rows():
    def page(p: Page) -> None:
        p.lines(90, 100, "甲方（盖章）：远帆机械有限公司", "法定代表人：", "账号：6222 0001", step=20)
        p.lines(330, 100, "乙方（盖章）：广泽贸易有限公司", "法定代表人：", "账号：6222 0002", step=20)

    assert rows(read(pdf(page))) == [
        ["甲方（盖章）：远帆机械有限公司", "乙方（盖章）：广泽贸易有限公司"],
        ["法定代表人：", "法定代表人："],
        ["账号：6222 0001", "账号：6222 0002"],
    ]


def test_a_watermark_pale_and_large_is_furniture_and_leaves_the_lines_whole():
    def page(p: Page) -> None:
        p.lines(90, 300, "买方应在收货后30日内付清全部货款。", "逾期的，按日加付万分之五的违约金。")
        p.canvas.setFillGray(0.85)
        p.text(160, 310, "样本", size=60)

    document = read(pdf(page))

    assert body(document) == ["买方应在收货后30日内付清全部货款。", "逾期的，按日加付万分之五的违约金。"]
    assert [block.text for block in document.blocks if block.kind is Kind.FURNITURE] == ["样本"]


def test_words_laid_over_every_page_at_one_place_are_set_aside():
    def page(number: int):
        def draw(p: Page) -> None:
            p.lines(90, 200, f"本页为第{'一二三四'[number]}部分，约定各方的权利义务。")
            p.text(250, 420, "内部资料 请勿外传")

        return draw

    document = read(pdf(*map(page, range(4))))

    assert [text[:4] for text in body(document) if text.startswith("本页")] == ["本页为第"] * 4
    laid = [block for block in document.blocks if block.text == "内部资料 请勿外传"]
    assert [(block.kind, block.location.part) for block in laid] == [
        (Kind.PARAGRAPH, Part.HEADER),
        *[(Kind.FURNITURE, Part.BODY)] * 3,
    ]


def test_bookmarks_name_the_headings_of_their_page():
    def page(p: Page) -> None:
        p.canvas.bookmarkPage("pay")
        p.canvas.addOutlineEntry("Payment  and title", "pay")
        p.lines(90, 100, "Payment and title", "Delivery", "The price is due on delivery.", step=40)

    kinds = [block.kind for block in read(pdf(page, lambda p: p.text(90, 400, "Payment and title"))).blocks]

    assert kinds == [Kind.HEADING, Kind.PARAGRAPH, Kind.PARAGRAPH, Kind.PARAGRAPH]


def test_check_boxes_of_a_form_show_what_is_chosen():
    def page(p: Page) -> None:
        for y, text, chosen in ((100, "Cash on delivery", False), (130, "Open account", True)):
            p.canvas.acroForm.checkbox(name=text, x=90, y=HEIGHT - y, size=10, checked=chosen)
            p.text(110, y, text)

    assert [text.split(maxsplit=1) for text in body(read(pdf(page)))] == [
        ["☐", "Cash on delivery"],
        ["☑", "Open account"],
    ]


def test_kangxi_radicals_become_characters_so_that_clauses_are_found():
    def page(p: Page) -> None:
        p.text(90, 100, "第\u2f00条 付款\u2f45式")

    (block,) = read(pdf(page)).blocks

    assert (block.text, block.kind) == ("第一条 付款方式", Kind.HEADING)
