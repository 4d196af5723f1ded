"""PDF files become documents: pdfium says what is drawn where, the other modules here read it as a person would."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import pypdfium2.raw as pdfium

from ..collection import without_collection
from ..document import Block, Document, Gap, Kind, Limits, Location, Media, Unreadable
from ..language import language_of
from ..ocr.scan import Scan
from ..problem import Problem, problem
from .blocks import build
from .bookmarks import bookmarks, with_headings
from .emptiness import empty_pages
from .ending import ends_after_an_object, has_end_mark
from .page import Page, read_page
from .printed_blanks import drops_blanks
from .scans import scan_gap, scanned_page, with_confidence

_SHOWN_WORDS = 120


def read_pdf(
    path: str, data: bytes, sha256: str, limits: Limits, scans: Mapping[int, Scan] | None = None
) -> Document | Unreadable:
    """The document in a PDF file, or what stops it from being read.

    A page whose words can't be read (no text, garbled, broken) is a gap of the document, never left out in silence.
    `scans` are pages by number that text recognition has read; what it saw stands for the page's own text.
    """
    with without_collection():
        return _read(path, data, sha256, limits, scans or {})


def _read(path: str, data: bytes, sha256: str, limits: Limits, scans: Mapping[int, Scan]) -> Document | Unreadable:
    ended = has_end_mark(data)
    cut = Problem("doc.pdf_truncated").unreadable(path, sha256)
    if not ended and not ends_after_an_object(data):
        return cut
    with _opened(data) as document:
        if isinstance(document, Problem):
            return document.unreadable(path, sha256) if ended else cut
        count = pdfium.FPDF_GetPageCount(document)
        if count < 1:
            return Problem("doc.pdf_damaged").unreadable(path, sha256)
        if count > limits.pages:
            return problem("doc.pdf_pages", pages=count, limit=limits.pages).unreadable(path, sha256)
        pages = _pages(document, count, limits, scans)
        marks = bookmarks(document)
    if isinstance(pages, Problem):
        return pages.unreadable(path, sha256)
    if not ended and any(isinstance(page, int) or page.empty for page in pages):
        return cut
    blocks, tables = build([page for page in pages if isinstance(page, Page)])
    blocks = with_headings(blocks, marks) + _watermarks(pages, len(blocks))
    blocks = with_confidence(blocks, [page for page in pages if isinstance(page, Page)], scans)
    gaps = tuple(_gaps(pages, data, scans))
    return Document(path, sha256, Media.PDF, blocks, tables, language_of(blocks), count, gaps)


@contextmanager
def _opened(data: bytes) -> Iterator[Any]:
    """pdfium's document, or the problem; `data` must outlive it."""
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        key = {
            pdfium.FPDF_ERR_PASSWORD: "doc.pdf_encrypted",
            pdfium.FPDF_ERR_SECURITY: "doc.pdf_encrypted",
        }.get(pdfium.FPDF_GetLastError(), "doc.pdf_damaged")
        yield Problem(key)
        return
    try:
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


@contextmanager
def _form(document: Any) -> Iterator[Any | None]:
    """The form environment of a document with fields; without it values can't be asked for."""
    if pdfium.FPDF_GetFormType(document) == pdfium.FORMTYPE_NONE:
        yield None
        return
    config = pdfium.FPDF_FORMFILLINFO(version=2)
    form = pdfium.FPDFDOC_InitFormFillEnvironment(document, ctypes.byref(config))
    try:
        yield form or None
    finally:
        if form:
            pdfium.FPDFDOC_ExitFormFillEnvironment(form)


def _pages(document: Any, count: int, limits: Limits, scans: Mapping[int, Scan]) -> list[Page | int] | Problem:
    """The pages read; the number of a page that can't be loaded in its place."""
    found: list[Page | int] = []
    characters = 0
    spaced = drops_blanks(document)
    with _form(document) as form:
        for at in range(count):
            page = pdfium.FPDF_LoadPage(document, at)
            if not page:
                found.append(at + 1)
                continue
            try:
                found.append(read := read_page(document, page, form, at + 1, spaced))
            finally:
                pdfium.FPDF_ClosePage(page)
            if at + 1 in scans:
                found[-1] = read = scanned_page(read, scans[at + 1])
            characters += read.characters
            if characters > limits.characters:
                return problem("doc.too_long", limit=limits.characters)
    return found


def _gaps(pages: list[Page | int], data: bytes, scans: Mapping[int, Scan]) -> Iterator[Gap]:
    nothing = all(isinstance(page, int) or not page.regions for page in pages)
    bare = [page.number for page in pages if isinstance(page, Page) and page.empty]
    empty = {} if nothing else empty_pages(data, bare)
    for page in pages:
        if isinstance(page, int):
            yield Gap("doc.pdf_page_broken", page)
        elif page.number in scans:
            yield from scan_gap(page, scans[page.number])
        elif page.picture or (not page.regions and not empty.get(page.number, False)):
            yield Gap("doc.pdf_no_text", page.number)
        elif page.garbled:
            yield Gap("doc.pdf_garbled", page.number)
        if isinstance(page, Page) and page.struck:
            yield Gap("doc.pdf_struck", page.number, (("words", page.struck[:_SHOWN_WORDS]),), aside=True)


def _watermarks(pages: list[Page | int], start: int) -> tuple[Block, ...]:
    marked = [page for page in pages if isinstance(page, Page) and page.slanted]
    return tuple(
        Block(start + at, Kind.FURNITURE, page.slanted, Location(page=page.number)) for at, page in enumerate(marked)
    )
