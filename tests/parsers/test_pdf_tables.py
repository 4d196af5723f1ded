from __future__ import annotations

import pytest
from pdf_making import Page, body, pdf, read, rows
from presign.parsers.document import Kind


def test_cells_of_a_ruled_table_stand_between_the_paragraphs_and_nowhere_else():
    def page(p: Page) -> None:
        p.text(90, 80, "二、付款计划如下：")
        p.grid([90, 180, 300, 400], [100, 120, 140, 160])
        for row, texts in enumerate((["期次", "条件", "比例"], ["1", "合同签订后", "30%"], ["2", "", "70%"])):
            for x, text in zip((95, 185, 305), texts, strict=True):
                p.text(x, 114 + 20 * row, text)
        p.text(90, 190, "三、以上款项均以电汇支付。")

    document = read(pdf(page))

    assert rows(document) == [["期次", "条件", "比例"], ["1", "合同签订后", "30%"], ["2", "", "70%"]]
    assert [block.kind for block in document.blocks] == [Kind.PARAGRAPH] + [Kind.CELL] * 9 + [Kind.PARAGRAPH]
    assert body(document) == ["二、付款计划如下：", "三、以上款项均以电汇支付。"]
    place = document.blocks[6].location
    assert document.blocks[6].text == "30%"
    assert (place.table, place.row, place.column, place.page, place.paragraph) == (1, 2, 3, 1, None)
    assert place.box == (300, 120, 400, 140)


def test_a_merged_cell_is_there_once_with_its_span():
    def page(p: Page) -> None:
        p.grid([90, 200, 300], [100, 120])
        p.line(90, 140, 300, 140)
        p.line(90, 120, 90, 140)
        p.line(300, 120, 300, 140)
        p.text(95, 114, "Item")
        p.text(205, 114, "Price")
        p.text(95, 134, "Total: CNY 5,000")

    document = read(pdf(page))

    (table,) = document.tables
    assert [(cell.row, cell.column, cell.row_span, cell.column_span) for cell in table.cells] == [
        (1, 1, 1, 1),
        (1, 2, 1, 1),
        (2, 1, 1, 2),
    ]
    assert document.blocks[table.cells[2].block].text == "Total: CNY 5,000"


def test_a_number_wrapped_in_a_narrow_cell_stays_whole():
    def page(p: Page) -> None:
        p.grid([90, 150, 210], [100, 135])
        p.lines(94, 113, "1,200,", "000.00", step=14)
        p.lines(154, 113, "验收合格", "后付清", step=14)

    assert rows(read(pdf(page))) == [["1,200,000.00", "验收合格后付清"]]


def test_a_box_around_text_is_no_table():
    def page(p: Page) -> None:
        p.grid([80, 500], [90, 120])
        p.text(90, 108, "This draft isn't binding.")

    document = read(pdf(page))

    assert body(document) == ["This draft isn't binding."] and document.tables == ()


def test_rows_ruled_only_across_have_their_columns_from_the_words():
    def page(p: Page) -> None:
        for y in (90, 112, 150, 172):
            p.line(80, y, 500, y)
        p.text(90, 105, "Price")
        p.text(260, 105, "USD 412.50 per metric ton")
        p.text(90, 126, "Payment")
        p.lines(260, 126, "90 days after the bill of lading date, by", "letter of credit", step=14)
        p.text(90, 165, "Quantity")
        p.text(260, 165, "5,000 metric tons")

    assert rows(read(pdf(page))) == [
        ["Price", "USD 412.50 per metric ton"],
        ["Payment", "90 days after the bill of lading date, by letter of credit"],
        ["Quantity", "5,000 metric tons"],
    ]


def test_rows_without_rules_are_a_table_when_their_words_stand_in_columns():
    texts = [
        ["Instalment", "Share", "Due"],
        ["First", "30%", "on signing"],
        ["Second", "60%", "on delivery"],
        ["Third", "10%", "after one year"],
    ]

    def page(p: Page) -> None:
        p.text(90, 80, "The price is paid in three instalments:")
        for at, row in enumerate(texts):
            for x, text in zip((90, 220, 320), row, strict=True):
                p.text(x, 110 + 18 * at, text)
        p.text(90, 200, "All payments are made by bank transfer.")

    document = read(pdf(page))

    assert rows(document) == texts
    assert body(document) == ["The price is paid in three instalments:", "All payments are made by bank transfer."]


def test_a_table_goes_on_over_the_page_without_its_repeated_head():
    def part(*lines: tuple[str, str]):
        def draw(p: Page) -> None:
            ys = [700.0 + 20 * at for at in range(len(lines) + 1)]
            p.grid([90, 250, 400], ys)
            for y, (name, price) in zip(ys, lines, strict=False):
                p.text(95, y + 14, name)
                p.text(255, y + 14, price)

        return draw

    head = ("品名", "单价")
    document = read(pdf(part(head, ("阀门", "120.00")), part(head, ("法兰", "35.00"))))

    assert len(document.tables) == 1
    assert rows(document) == [list(head), ["阀门", "120.00"], ["法兰", "35.00"]]
    assert [block.text for block in document.blocks if block.kind is Kind.FURNITURE] == list(head)
    assert document.blocks[-1].location.page == 2 and document.blocks[-1].location.row == 3


def test_a_turned_sheet_keeps_its_table():
    def page(p: Page) -> None:
        p.canvas.setPageRotation(90)
        p.canvas.saveState()
        p.canvas.translate(842, 0)
        p.canvas.rotate(90)
        for x in (50, 150, 250):
            p.canvas.line(x, 300, x, 340)
        for y in (300, 320, 340):
            p.canvas.line(50, y, 250, y)
        for x, y, text in ((55, 326, "A"), (155, 326, "10"), (55, 306, "B"), (155, 306, "20")):
            p.canvas.drawString(x, y, text)
        p.canvas.restoreState()

    assert rows(read(pdf(page))) == [["A", "10"], ["B", "20"]]


def test_labels_beside_running_text_are_a_table_and_do_not_break_its_sentences():
    prices = [
        "The price is fixed for the first twelve months and is then adjusted",
        "once a year by the rise of the index of producer prices that is",
        "published in the month before.",
    ]
    payment = [
        "Each invoice is paid within forty-five days after it was received,",
        "by bank transfer, free of charges, to the account that is named in",
        "the invoice itself.",
    ]

    def page(p: Page) -> None:
        p.lines(200, 100, *prices, step=14)
        p.text(72, 114, "Prices")
        p.lines(200, 152, *payment, step=14)
        p.text(72, 166, "Payment terms")

    assert rows(read(pdf(page))) == [["Prices", " ".join(prices)], ["Payment terms", " ".join(payment)]]


def test_a_row_without_rules_that_the_page_break_cuts_is_whole_again():
    def first(p: Page) -> None:
        for at, row in enumerate(
            (("期次", "付款条件", "比例"), ("第一期", "合同签订后", "30%"), ("第二期", "到货验收后", "60%"))
        ):
            for x, text in zip((90, 170, 420), row, strict=True):
                p.text(x, 720 + 20 * at, text)
        for x, text in zip((90, 170, 420), ("第三期", "质量保证期届满并经买方书面确认无质量问题", "10%"), strict=True):
            p.text(x, 780, text)

    def second(p: Page) -> None:
        p.text(170, 80, "之日起三十日内")
        p.text(90, 120, "二、以上款项均以电汇方式支付至卖方账户。")

    document = read(pdf(first, second))

    assert rows(document)[-1] == ["第三期", "质量保证期届满并经买方书面确认无质量问题之日起三十日内", "10%"]
    assert body(document) == ["二、以上款项均以电汇方式支付至卖方账户。"]
    cut, *others = [block for block in document.blocks if block.location.later]
    ((page, (left, top, right, bottom)),) = cut.location.later
    assert not others and cut.location.page == 1 and page == 2
    assert left == pytest.approx(170, abs=1) and right == pytest.approx(170 + 7 * 10.5, abs=1)
    assert 65 < top < 75 and 80 < bottom < 85


def test_a_cell_that_the_page_break_cuts_knows_both_its_places():
    def first(p: Page) -> None:
        p.grid([90, 160, 500], [720, 750, 790])
        p.text(95, 740, "Item")
        p.text(165, 740, "Terms")
        p.text(95, 770, "Pump")
        p.text(165, 770, "The Buyer pays the price within thirty days after delivery and")

    def second(p: Page) -> None:
        p.grid([90, 160, 500], [60, 90, 120])
        p.text(165, 80, "installation.")
        p.text(95, 110, "Valve")
        p.text(165, 110, "Free of charge.")

    document = read(pdf(first, second))

    assert rows(document) == [
        ["Item", "Terms"],
        ["Pump", "The Buyer pays the price within thirty days after delivery and installation."],
        ["Valve", "Free of charge."],
    ]
    places = {block.text.split()[0]: block.location for block in document.blocks}
    assert places["The"].later == ((2, (160.0, 60.0, 500.0, 90.0)),)
    assert all(not place.later for word, place in places.items() if word != "The")
    assert (places["Valve"].page, places["Valve"].row) == (2, 3)


def test_headings_of_schedules_that_differ_by_their_number_are_no_running_heads():
    def schedule(number: int):
        def draw(p: Page) -> None:
            p.text(90, 60, f"附表{number} 备件清单")
            p.grid([90, 250, 400], [100, 120, 140])
            for row, texts in enumerate((("名称", "数量"), (f"阀门{number}", "2"))):
                for x, text in zip((95, 255), texts, strict=True):
                    p.text(x, 114 + 20 * row, text)

        return draw

    document = read(pdf(schedule(1), schedule(2), schedule(3)))

    assert body(document) == ["附表1 备件清单", "附表2 备件清单", "附表3 备件清单"]
    assert [rows(document, table) for table in (1, 2, 3)] == [
        [["名称", "数量"], [f"阀门{number}", "2"]] for number in (1, 2, 3)
    ]


def _stages(p: Page, y: float, *texts: tuple[str, str, str]) -> None:
    for row, cells in enumerate(texts):
        for x, text in zip((90, 160, 380), cells, strict=True):
            p.text(x, y + 20 * row, text)


def test_the_last_row_of_a_table_without_rules_that_stands_on_the_next_page_belongs_to_it():
    def first(p: Page) -> None:
        p.text(90, 640, "付款按下列阶段进行，每一阶段的款项在条件成就后支付：")
        _stages(p, 680, ("阶段", "条件", "比例"), ("一", "合同签订后", "30%"), ("二", "设备到货后", "40%"))

    def second(p: Page) -> None:
        _stages(p, 80, ("三", "验收合格后", "25%"), ("四", "资料移交后", "2%"))
        p.text(90, 150, "余款作为质量保证金，在质保期满后无息支付。")

    document = read(pdf(first, second))

    assert rows(document) == [
        ["阶段", "条件", "比例"],
        ["一", "合同签订后", "30%"],
        ["二", "设备到货后", "40%"],
        ["三", "验收合格后", "25%"],
        ["四", "资料移交后", "2%"],
    ]
    assert len(document.tables) == 1 and body(document)[-1] == "余款作为质量保证金，在质保期满后无息支付。"
    assert [block.location.page for block in document.blocks if block.kind is Kind.CELL] == [1] * 9 + [2] * 6


def test_a_table_without_rules_goes_on_though_its_words_are_of_another_length():
    def first(p: Page) -> None:
        _stages(p, 640, ("阶段", "条件", "比例"), ("一", "合同签订后", "30%"), ("二", "到货", "40%"))

    def second(p: Page) -> None:
        _stages(p, 80, ("三", "验收", "20%"), ("四", "竣工验收备案手续办理完毕后", "5%"), ("五", "质保期满", "5%"))

    document = read(pdf(first, second))

    assert len(document.tables) == 1 and len(rows(document)) == 6


def test_who_signs_below_a_table_of_the_page_before_is_no_row_of_it():
    def first(p: Page) -> None:
        _stages(p, 640, ("阶段", "条件", "比例"), ("一", "合同签订后", "30%"), ("二", "设备到货后", "70%"))

    def second(p: Page) -> None:
        p.text(90, 80, "甲方（盖章）：")
        p.text(330, 80, "乙方（盖章）：")

    document = read(pdf(first, second))

    assert len(rows(document)) == 3 and len(body(document)) == 1
