"""A source becomes a Word document that looks like a contract a company signs."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt

from .parts import add_footnotes, add_numbering, text_box
from .source import INLINE, Item, Source

_MADE = datetime(2026, 1, 15, 9, 0, 0)


def write_word(source: Source, target: Path) -> None:
    """Write the document; the same source gives the same document."""
    document: Any = Document()
    _style(document, source.head.get("lang", "zh"))
    _page(document, source)
    number = add_numbering(document, source.head.get("numbering", "decimal"))
    notes: list[str] = []
    _centre(document, source.head["title"], 18)
    for item in source.items:
        _write(document, item, number, notes)
    if notes:
        add_footnotes(document, notes)
    properties = document.core_properties
    properties.author, properties.title = "Presign samples", source.head["title"]
    properties.created = properties.modified = _MADE
    packed = io.BytesIO()
    document.save(packed)
    _repack(packed, target)


def _repack(packed: io.BytesIO, target: Path) -> None:
    """Write the package with one date on all its parts."""
    with zipfile.ZipFile(packed) as made, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in made.namelist():
            kept.writestr(zipfile.ZipInfo(name, _MADE.timetuple()[:6]), made.read(name), zipfile.ZIP_DEFLATED)


def _style(document: Any, language: str) -> None:
    latin, asian = ("Times New Roman", "宋体")
    body = 12 if language == "zh" else 11
    for name, size in (("Normal", body), ("Heading 1", body + 1)):
        style = document.styles[name]
        style.font.name, style.font.size = latin, Pt(size)
        style.element.rPr.rFonts.set(qn("w:eastAsia"), asian if name == "Normal" else "黑体")
        style.element.rPr.rFonts.set(qn("w:ascii"), latin)
        style.element.rPr.rFonts.set(qn("w:hAnsi"), latin)
        style.font.color.rgb = None
    document.styles["Heading 1"].paragraph_format.space_before = Pt(12)
    normal = document.styles["Normal"].paragraph_format
    normal.space_after, normal.line_spacing = Pt(6), 1.5 if language == "zh" else 1.3


def _page(document: Any, source: Source) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.8)
    section.header.paragraphs[0].text = source.head.get("header", "")
    section.header.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for piece in ("PAGE", " / ", "NUMPAGES"):
        if piece.isalpha():
            field = OxmlElement("w:fldSimple")
            field.set(qn("w:instr"), piece)
            field.append(parse_xml(f"<w:r {nsdecls('w')}><w:t>1</w:t></w:r>"))
            footer._p.append(field)
        else:
            footer.add_run(piece)


def _write(document: Any, item: Item, number: int, notes: list[str]) -> None:
    match item.kind:
        case "heading":
            document.add_heading(item.text, level=1)
        case "centre":
            _centre(document, item.text, 11)
        case "clause":
            paragraph = document.add_paragraph()
            _inline(paragraph, item.text, notes)
            properties = paragraph._p.get_or_add_pPr()
            properties.append(
                parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>')
            )
        case "box":
            document.add_paragraph()._p.append(text_box(item.text))
        case "table":
            _table(document, item.rows)
        case "sign":
            _signatures(document, item.rows, notes)
        case _:
            _inline(document.add_paragraph(), item.text, notes)


def _centre(document: Any, text: str, size: float) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run(text)
    run.bold, run.font.size = size > 12, Pt(size)


def _inline(paragraph: Any, text: str, notes: list[str]) -> None:
    at = 0
    for match in INLINE.finditer(text):
        if text[at : match.start()]:
            paragraph.add_run(text[at : match.start()])
        at = match.end()
        _special(paragraph, match, notes)
    if text[at:]:
        paragraph.add_run(text[at:])


def _special(paragraph: Any, match: re.Match[str], notes: list[str]) -> None:
    space = nsdecls("w")
    author = 'w:id="{}" w:author="买方法务" w:date="2026-02-20T10:00:00Z"'
    identity = author.format(100 + match.start())
    if match["del"] is not None:
        run = f'<w:r><w:delText xml:space="preserve">{match["del"]}</w:delText></w:r>'
        paragraph._p.append(parse_xml(f"<w:del {space} {identity}>{run}</w:del>"))
    elif match["ins"] is not None:
        run = f'<w:r><w:t xml:space="preserve">{match["ins"]}</w:t></w:r>'
        paragraph._p.append(parse_xml(f"<w:ins {space} {identity}>{run}</w:ins>"))
    elif match["note"] is not None:
        notes.append(match["note"])
        run = f'<w:r {space}><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{len(notes)}"/></w:r>'
        paragraph._p.append(parse_xml(run))
    elif match["sdt"] is not None:
        content = f"<w:sdtContent><w:r><w:t>{match['sdt']}</w:t></w:r></w:sdtContent>"
        paragraph._p.append(parse_xml(f"<w:sdt {space}><w:sdtPr><w:date/></w:sdtPr>{content}</w:sdt>"))
    else:
        run = paragraph.add_run(" " * int(match["blank"]))
        run.underline = True


def _table(document: Any, rows: tuple[tuple[str, ...], ...]) -> None:
    width = max(len(row) for row in rows)
    table = document.add_table(rows=0, cols=width, style="Table Grid")
    for index, row in enumerate(rows):
        cells = table.add_row().cells
        for column, text in enumerate(row):
            cells[column].text = text
            cells[column].paragraphs[0].paragraph_format.space_after = Pt(1)
            if index == 0:
                for run in cells[column].paragraphs[0].runs:
                    run.bold = True
        if len(row) < width:
            cells[len(row) - 1].merge(cells[width - 1])
    document.add_paragraph()


def _signatures(document: Any, rows: tuple[tuple[str, ...], ...], notes: list[str]) -> None:
    table = document.add_table(rows=0, cols=2)
    for row in rows:
        cells = table.add_row().cells
        for cell, text in zip(cells, row, strict=True):
            _inline(cell.paragraphs[0], text, notes)
    document.add_paragraph()
