"""What people typed into a PDF: values of form fields, and text notes laid on the page."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from .geometry import Frame
from .glyphs import Glyph
from .script import is_han, room

_MOST_NOTES = 5_000
_LARGEST_SIZE, _SMALLEST_SIZE = 11.0, 6.0
_BASELINE = 0.3
"""A field's baseline above its lower edge, in units of the font size."""
_HIDDEN = 0x01 | 0x02 | 0x20
"""Annotation flags invisible, hidden, no view (ISO 32000-1, table 165)."""
_BUTTONS = (pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON)
_WRITTEN = (pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX)


def typed(page: Any, form: Any | None, frame: Frame) -> list[Glyph]:
    """Values of fields and free text notes of a page, as characters at their places."""
    found: list[Glyph] = []
    for at in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MOST_NOTES)):
        note = pdfium.FPDFPage_GetAnnot(page, at)
        if not note:
            continue
        try:
            if not pdfium.FPDFAnnot_GetFlags(note) & _HIDDEN:
                found += _shown(note, form, frame)
        finally:
            pdfium.FPDFPage_CloseAnnot(note)
    return found


def _shown(note: Any, form: Any | None, frame: Frame) -> Iterator[Glyph]:
    match pdfium.FPDFAnnot_GetSubtype(note):
        case pdfium.FPDF_ANNOT_WIDGET if form is not None:
            text = _value(note, form)
        case pdfium.FPDF_ANNOT_FREETEXT:
            text = _text(lambda buffer, size: pdfium.FPDFAnnot_GetStringValue(note, b"Contents", buffer, size))
        case _:
            return
    rect = pdfium.FS_RECTF()
    if not text.strip() or not pdfium.FPDFAnnot_GetRect(note, rect):
        return
    left, top, right, bottom = frame.seen_box(rect.left, rect.bottom, rect.right, rect.top)
    lines = [line for line in text.replace("\r", "\n").split("\n") if line.strip()]
    height = (bottom - top) / len(lines)
    for number, line in enumerate(lines, 1):
        size = max(_SMALLEST_SIZE, min(_LARGEST_SIZE, 0.8 * height, (right - left) / max(room(line), 1)))
        baseline = (
            (bottom - _BASELINE * size)
            if len(lines) == 1 and height < 2 * size
            else top + number * height - _BASELINE * size
        )
        x = left + 1
        for character in line:
            width = (1.0 if is_han(character) else 0.5) * size
            yield Glyph(character, x, x + width, baseline, size)
            x += width


def _value(note: Any, form: Any) -> str:
    kind = pdfium.FPDFAnnot_GetFormFieldType(form, note)
    if kind in _BUTTONS:
        return "☑" if _is_chosen(note, form) else "☐"
    if kind in _WRITTEN:
        return _text(lambda buffer, size: pdfium.FPDFAnnot_GetFormFieldValue(form, note, buffer, size))
    return ""


def _is_chosen(note: Any, form: Any) -> bool:
    """Whether a button is shown as pressed: by the name of its appearance (ISO 32000-1, 12.7.4.2.3), if it has one."""
    shown = _text(lambda buffer, size: pdfium.FPDFAnnot_GetStringValue(note, b"AS", buffer, size))
    return shown != "Off" if shown else bool(pdfium.FPDFAnnot_IsChecked(form, note))


def _text(ask: Any) -> str:
    """A UTF-16 string of pdfium, asked for its length first."""
    size = ask(None, 0)
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    ask(ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), size)
    return bytes(buffer.raw[:size]).decode("utf-16-le", "replace").rstrip("\0")
