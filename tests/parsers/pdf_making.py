"""PDF pages drawn for tests: each piece of text at its place, from the page's upper left corner."""

from __future__ import annotations

import io
from collections.abc import Callable

from presign.parsers.document import Document, Kind, Limits, Unreadable
from presign.parsers.pdf.read import read_pdf
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

SONG = "STSong-Light"
WIDTH, HEIGHT = 595.0, 842.0
pdfmetrics.registerFont(UnicodeCIDFont(SONG))


class Page:
    """A page to draw on; `y` counts down from the top."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas

    def text(self, x: float, y: float, text: str, size: float = 10.5, font: str | None = None) -> None:
        self.canvas.setFont(font or (SONG if any(sign > "\u2000" for sign in text) else "Helvetica"), size)
        self.canvas.drawString(x, HEIGHT - y, text)

    def lines(self, x: float, y: float, *texts: str, step: float = 16, size: float = 10.5) -> float:
        for text in texts:
            self.text(x, y, text, size)
            y += step
        return y

    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.canvas.line(x0, HEIGHT - y0, x1, HEIGHT - y1)

    def grid(self, xs: list[float], ys: list[float]) -> None:
        for x in xs:
            self.line(x, ys[0], x, ys[-1])
        for y in ys:
            self.line(xs[0], y, xs[-1], y)


def pdf(
    *draw: Callable[[Page], object], encrypt: str | StandardEncryption | None = None, compressed: bool = True
) -> bytes:
    """A PDF with a page for each function."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(WIDTH, HEIGHT), encrypt=encrypt, pageCompression=int(compressed))
    for one in draw:
        one(Page(canvas))
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def read(data: bytes, limits: Limits | None = None) -> Document:
    """The document in a PDF; it must be readable."""
    document = read_pdf("t.pdf", data, "0" * 64, limits or Limits())
    assert isinstance(document, Document), document
    return document


def refused(data: bytes, limits: Limits | None = None) -> str:
    """Why a PDF isn't read."""
    answer = read_pdf("t.pdf", data, "0" * 64, limits or Limits())
    assert isinstance(answer, Unreadable), answer
    return answer.key


def body(document: Document) -> list[str]:
    """The texts of headings and paragraphs, in order."""
    return [block.text for block in document.blocks if block.kind in (Kind.HEADING, Kind.PARAGRAPH)]


def rows(document: Document, table: int = 1) -> list[list[str]]:
    """The texts of a table's cells, row by row."""
    found: dict[int, list[str]] = {}
    for cell in document.tables[table - 1].cells:
        found.setdefault(cell.row, []).append(document.blocks[cell.block].text)
    return [found[row] for row in sorted(found)]
