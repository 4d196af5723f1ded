"""The shipped templates as Word documents, made from their wording."""

from __future__ import annotations

from typing import Any

from .wording_en import EN
from .wording_zh import ZH, Blocks

KINDS = ("reminder", "statement", "demand", "lawyer_brief", "guarantor_claim")
LANGUAGES = ("zh", "en")
_WORDING: dict[str, dict[str, Blocks]] = {"zh": ZH, "en": EN}
_FONTS = {"zh": ("Times New Roman", "宋体"), "en": ("Times New Roman", "宋体")}


def template_name(kind: str, language: str) -> str:
    """The name of a template's file."""
    return f"{kind}.{language}.docx"


_WIDTHS = {3: (6.0, 4.4, 5.4), 5: (3.4, 3.0, 3.9, 2.0, 3.5)}
"""The columns of a table by their number, in centimetres of a line of 15.8."""
_FIGURES_FROM = 2


def shipped(kind: str, language: str) -> Any:
    """A shipped template as a document of python-docx."""
    from docx import Document
    from docx.shared import Cm, Pt

    document = Document()
    for section in document.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.6)
        section.top_margin = section.bottom_margin = Cm(2.4)
    style = document.styles["Normal"]
    latin, han = _FONTS[language]
    style.font.name, style.font.size = latin, Pt(11)
    _east_asian(style, han)
    style.paragraph_format.space_after = Pt(7)
    style.paragraph_format.line_spacing = 1.25
    for form, text in _WORDING[language][kind]:
        _block(document, form, text)
    return document


def _east_asian(style: Any, font: str) -> None:
    from docx.oxml.ns import qn

    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)


def _block(document: Any, form: str, text: str) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    if form == "table":
        _table(document, text)
        return
    paragraph = document.add_paragraph()
    run = paragraph.add_run(text)
    match form:
        case "title":
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            paragraph.paragraph_format.space_after = Pt(14)
            run.bold, run.font.size = True, Pt(17)
        case "head":
            paragraph.paragraph_format.keep_with_next = True
            run.bold = True
        case "right":
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            paragraph.paragraph_format.keep_together = True


def _table(document: Any, text: str) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm, Pt

    heads, cells = (part.split("|") for part in text.split("||"))
    table = document.add_table(rows=2, cols=len(heads))
    table.style = "Table Grid"
    table.autofit = False
    widths = _WIDTHS[len(heads)]
    # Word goes by the cells, LibreOffice by the columns.
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    for row, texts in enumerate((heads, cells)):
        for column, words in enumerate(texts):
            paragraph = table.cell(row, column).paragraphs[0]
            table.cell(row, column).width = Cm(widths[column])
            paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(3)
            paragraph.paragraph_format.line_spacing = 1
            if column >= _FIGURES_FROM:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            run = paragraph.add_run(words)
            run.bold, run.font.size = row == 0, Pt(9)
    document.add_paragraph().paragraph_format.space_after = Pt(0)
