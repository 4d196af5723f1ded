"""A 30-page contract as DOCX and PDF, made on the spot from a sample's words with its schedules drawn out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
PAGES = 30
_ROWS_A_SCHEDULE = 24


def lines() -> tuple[str, ...]:
    """The clauses of the sound Chinese sample, in order."""
    sys.path.insert(0, str(ROOT / "samples"))
    from making.source import read_source  # type: ignore[import-not-found]

    source = read_source(ROOT / "samples" / "sources" / "zh-sound-equipment-sale.src")
    return tuple(item.text for item in source.items if item.text)


def schedule(number: int) -> list[list[str]]:
    """One page of a parts list: quantity × unit price = amount."""
    rows = [["序号", "部件名称", "规格", "数量", "单价（元）", "金额（元）"]]
    for row in range(1, _ROWS_A_SCHEDULE + 1):
        quantity, price = row % 7 + 1, 120 + 13 * row + number
        part = f"备件{number:02d}-{row:02d}"
        rows.append([str(row), part, f"LY-{number}{row}", str(quantity), f"{price}.00", f"{quantity * price:,}.00"])
    return rows


def write_docx(target: Path, pages: int = PAGES) -> None:
    """The contract as DOCX, about so many pages."""
    from docx import Document

    document: Any = Document()
    for line in lines():
        document.add_paragraph(line)
    for number in range(1, pages - 3):
        document.add_heading(f"附表{number} 备件清单", level=1)
        rows = schedule(number)
        table = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
        for cells, row in zip(table.rows, rows, strict=True):
            for cell, text in zip(cells.cells, row, strict=True):
                cell.text = text
    document.save(str(target))


def write_pdf(target: Path, pages: int = PAGES) -> None:
    """The contract as PDF with ruled tables, a page a schedule."""
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    style = ParagraphStyle("body", fontName="STSong-Light", fontSize=10.5, leading=17, wordWrap="CJK")
    story: list[Any] = [Paragraph(line, style) for line in lines()]
    for number in range(1, pages - 3):
        story += [PageBreak(), Paragraph(f"附表{number} 备件清单", style)]
        grid = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("FONT", (0, 0), (-1, -1), "STSong-Light", 9)]
        story.append(Table(schedule(number), style=grid))
    SimpleDocTemplate(str(target), pagesize=A4).build(story)
