"""Blanks that LibreOffice leaves out when it prints: between Chinese and Latin it sets room instead."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from .glyphs import Glyph, singly
from .script import is_han

# In units of the font size. Without a blank LibreOffice sets a fifth of the size there, with one nearly a third.
_LEAST, _MOST = 0.27, 0.6
_SPACED = 0.05
"""A line whose Chinese characters stand further apart is stretched, and its room says nothing."""
_PRODUCER_BYTES = 400


def drops_blanks(document: Any) -> bool:
    """Whether a document was printed by a program that leaves out blanks between Chinese and Latin."""
    buffer = ctypes.create_string_buffer(_PRODUCER_BYTES)
    size = pdfium.FPDF_GetMetaText(document, b"Producer", buffer, _PRODUCER_BYTES)
    return size <= _PRODUCER_BYTES and "LibreOffice" in buffer.raw[:size].decode("utf-16-le", "replace")


def printed_blanks(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """The blanks left out between characters drawn one after the other."""
    found: list[Glyph] = []
    for at, (left, right) in enumerate(pairwise(glyphs)):
        size = max(left.size, right.size)
        if left.baseline != right.baseline or not _LEAST * size < right.x0 - left.x1 < _MOST * size:
            continue
        if not left.text.strip() or not right.text.strip() or is_han(left.text[-1]) == is_han(right.text[0]):
            continue
        around = glyphs[max(0, at - 1) : at + 1] if is_han(left.text[-1]) else glyphs[at + 1 : at + 3]
        if not _is_stretched(singly(around)):
            found.append(Glyph(" ", left.x1, right.x0, left.baseline, size))
    return found


def _is_stretched(glyphs: Sequence[Glyph]) -> bool:
    return any(
        left.baseline == right.baseline
        and is_han(left.text)
        and is_han(right.text)
        and _SPACED * left.size < right.x0 - left.x1 < _MOST * left.size
        for left, right in pairwise(glyphs)
    )
