"""What the same contract showed as PDF: signatures with wrapped cells, and full lines that are paragraphs of their own."""

from __future__ import annotations

from pdf_making import Page, body, pdf, read, rows
from presign.parsers.document import Kind


def test_signatures_side_by_side_whose_cells_are_wrapped_are_a_table() -> None:
    def page(p: Page) -> None:
        left = ["承运人（章）：伊宁远途长途运输有限", "公司", "代表：阿迪力", "住所：伊宁市解放西路", "银行：农行"]
        right = ["托运人（章）：库车果业", None, "代表：努尔兰", "住所：库车市天山中路", "银行：工行"]
        for at, (one, other) in enumerate(zip(left, right, strict=True)):
            p.text(90, 100 + 21 * at, one)
            if other:
                p.text(90 + 18 * 10.5, 100 + 21 * at, other)

    assert rows(read(pdf(page))) == [
        ["承运人（章）：伊宁远途长途运输有限公司", "托运人（章）：库车果业"],
        ["代表：阿迪力", "代表：努尔兰"],
        ["住所：伊宁市解放西路", "住所：库车市天山中路"],
        ["银行：农行", "银行：工行"],
    ]


def test_full_lines_set_further_apart_than_wrapped_ones_are_paragraphs() -> None:
    full = "运" * 39

    def page(p: Page) -> None:
        p.lines(90, 100, full, full, "费。", step=18)
        p.lines(90, 160, full, full, "费。", step=18)
        p.text(90, 220, full[:-1] + "；")
        p.text(90, 244, full[:-1] + "；")
        p.text(90, 268, full[:-1] + "。")

    document = read(pdf(page))
    assert body(document) == [
        full * 2 + "费。",
        full * 2 + "费。",
        full[:-1] + "；",
        full[:-1] + "；",
        full[:-1] + "。",
    ]
    assert {block.kind for block in document.blocks} == {Kind.PARAGRAPH}
