"""A PDF contract with highlights at the words of its findings, added behind the file's own bytes."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pypdfium2.raw as pdfium

from ...messages import say
from ...parsers.pdf.geometry import Box, Frame, union
from ...parsers.problem import Problem, problem
from ..quotes import quote_rows
from .notes import Note, shortened
from .paper import Marked, Paper
from .pdf_words import Finder, Marks, own_box

_AUTHOR = "Presign"
_COLOURS = {
    "block": (1.0, 0.55, 0.55),
    "high": (1.0, 0.75, 0.4),
    "medium": (1.0, 0.92, 0.4),
    "low": (0.75, 0.9, 0.7),
    "open": (0.65, 0.8, 1.0),
}
_GREY = (0.8, 0.8, 0.8)
_PRINTED = 4
"""The flag of an annotation that is printed, too (ISO 32000-1, 12.5.3)."""
_ICON, _STEP, _COLUMN = 20.0, 24.0, 30


def mark_pdf(data: bytes, paper: Paper) -> Marked | Problem:
    """The contract with its notes as an incremental update: `data` stays as it is, to the last byte."""
    path = paper.document.path
    with _quiet(), _opened(data) as document:
        if document is None:
            return problem("marked.pdf_locked", path=path)
        count = pdfium.FPDF_GetPageCount(document)
        finder = Finder(document, paper.document.blocks)
        annotations = list(_annotations(paper, finder))
        try:
            made = _updated(data, annotations)
        except Exception as error:
            # A file must never end the program, whatever a library makes of it.
            return problem("marked.failed", path=path, why=type(error).__name__)
    if made is None:
        return problem("marked.pdf_locked", path=path)
    with _opened(made) as document:
        if document is None or pdfium.FPDF_GetPageCount(document) != count or not made.startswith(data):
            return problem("marked.failed", path=path, why="pages")
    return Marked(made, "marked.signed" if b"/ByteRange" in data else "")


Annotation = tuple[int, dict[str, Any]]
"""A page, from 1, and what is written there, in plain values."""


def _annotations(paper: Paper, finder: Finder) -> Iterator[Annotation]:
    """Notes on the very same words are one annotation: highlights laid over one another hide the words."""
    icons: list[Note] = []
    together: dict[tuple[tuple[int, tuple[Box, ...]], ...], list[tuple[Note, Marks]]] = {}
    for note in paper.notes:
        rows = quote_rows(note.evidence)
        marks = finder.find(rows[0]) if rows else Marks()
        if not marks.boxes:
            icons.append(note)
            continue
        key = tuple((number, tuple(boxes)) for number, boxes in sorted(marks.boxes.items()))
        together.setdefault(key, []).append((note, marks))
    for at, note in enumerate(icons):
        yield _icon(note, paper, finder, at)
    for key, notes in together.items():
        lines = _told(notes, paper.language)
        for at, (number, boxes) in enumerate(key):
            shown = lines if not at else [note.lines[0] for note, _ in notes]
            yield number, _highlight(shown, [note for note, _ in notes], paper, boxes)


def _told(notes: Sequence[tuple[Note, Marks]], language: str) -> list[str]:
    """The lines of the notes on one place, a blank line between two."""
    lines: list[str] = []
    for note, marks in notes:
        heading, *rest = note.lines
        if not marks.exact:
            quote = shortened(note.evidence[0].quote)
            rest = [say("marked.inexact", language, (("quote", quote),)), *rest]
        lines += ([""] if lines else []) + [heading, *rest]
    return lines


def _highlight(lines: Sequence[str], notes: Sequence[Note], paper: Paper, boxes: Sequence[Box]) -> dict[str, Any]:
    quads: list[float] = []
    for left, bottom, right, top in boxes:
        # Upper corners first, then the lower ones, as all programs write and read them.
        quads += (left, top, right, top, left, bottom, right, bottom)
    return {"subtype": "/Highlight", "rect": union(boxes), "quads": quads, **_common(lines, notes, paper)}


def _icon(note: Note, paper: Paper, finder: Finder, at: int) -> Annotation:
    """A note on what has no words to highlight, at the first page's edge."""
    sheet = finder.sheet(1)
    frame = sheet.frame if sheet is not None else Frame(0.0, 0.0, 595.0, 842.0)
    column, row = divmod(at, _COLUMN)
    left, top = 4.0 + column * _STEP, 4.0 + row * _STEP
    box = own_box(frame, (left, top, left + _ICON, top + _ICON))
    lines = note.lines
    if note.evidence:
        quote = shortened(note.evidence[0].quote)
        lines = (lines[0], say("marked.inexact", paper.language, (("quote", quote),)), *lines[1:])
    elif note.about:
        lines = (*lines, say("marked.nowhere", paper.language))
    return 1, {"subtype": "/Text", "rect": box, "quads": [], **_common(lines, [note], paper)}


def _common(lines: Sequence[str], notes: Sequence[Note], paper: Paper) -> dict[str, Any]:
    return {
        "contents": "\n".join(lines),
        "subject": " ".join(note.about for note in notes),
        # The worst note comes first.
        "colour": _COLOURS.get(notes[0].tone, _GREY),
        "day": f"D:{paper.as_of:%Y%m%d}000000Z",
    }


def _updated(data: bytes, annotations: Sequence[Annotation]) -> bytes | None:
    """The file with annotations behind it; None for an encrypted one."""
    from pypdf import PdfWriter
    from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, NumberObject, TextStringObject

    writer = PdfWriter(io.BytesIO(data), incremental=True)
    if writer._reader is not None and writer._reader.is_encrypted:
        return None

    def numbers(values: Sequence[float]) -> ArrayObject:
        return ArrayObject([FloatObject(value) for value in values])

    for at, (number, made) in enumerate(annotations, 1):
        entry = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Annot"),
                NameObject("/Subtype"): NameObject(made["subtype"]),
                NameObject("/Rect"): numbers(made["rect"]),
                NameObject("/Contents"): TextStringObject(made["contents"]),
                NameObject("/T"): TextStringObject(_AUTHOR),
                NameObject("/Subj"): TextStringObject(made["subject"]),
                NameObject("/NM"): TextStringObject(f"presign-{at}"),
                NameObject("/M"): TextStringObject(made["day"]),
                NameObject("/C"): numbers(made["colour"]),
                NameObject("/F"): NumberObject(_PRINTED),
            }
        )
        if made["quads"]:
            entry[NameObject("/QuadPoints")] = numbers(made["quads"])
        else:
            entry[NameObject("/Name")] = NameObject("/Note")
        writer.add_annotation(number - 1, entry)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@contextmanager
def _opened(data: bytes) -> Iterator[Any | None]:
    """pdfium's document, or None when it asks for a password or is broken; `data` must outlive it."""
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    try:
        yield document or None
    finally:
        if document:
            pdfium.FPDF_CloseDocument(document)


@contextmanager
def _quiet() -> Iterator[None]:
    """pypdf tells of every oddity of a file on the standard error; the reader has told what matters."""
    logger = logging.getLogger("pypdf")
    was = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(was)
