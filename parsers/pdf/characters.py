"""The characters of a PDF page with their places, as pdfium draws them."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from ..docx.symbols import symbol
from .geometry import Box, Frame

# Parts of the font size above and below the baseline that a line of text takes.
ASCENT, DESCENT = 0.86, 0.14
_INVISIBLE_SIZE = 0.5
_SLANT = 0.11
"""Part of a quarter turn, ten degrees, from which on a text is aslant."""
_BOLD_WEIGHT = 600
_FONT_NAME_BYTES = 256
_PDFIUM_HYPHEN = "\x02"
_SYMBOL_FONTS = ("wingdings 3", "wingdings 2", "wingdings", "webdings", "symbol")


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character as drawn, or a mark standing for what is drawn (a blank line to fill in, a form field's value)."""

    text: str
    x0: float
    x1: float
    baseline: float
    size: float
    bold: bool = False

    @property
    def box(self) -> Box:
        """The room the character takes in its line."""
        return self.x0, self.baseline - ASCENT * self.size, self.x1, self.baseline + DESCENT * self.size


@dataclass(frozen=True, slots=True)
class Drawn:
    """A character in PDF's own axes: its box, and the point it stands on."""

    text: str
    box: Box
    origin: tuple[float, float]
    size: float
    quarters: int | None
    """Its direction: by how many quarters clockwise the page must be turned for it to stand upright; None aslant."""
    bold: bool
    ligature: bool = False
    """Whether it is one sign with the character before it, as the second f of an ff."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """All characters of a page, and how many of them have no known meaning."""

    characters: tuple[Drawn, ...]
    garbled: int


def draw(text_page: Any) -> Drawing:
    """The characters of a page in the order they are drawn, those that pdfium invents left out."""
    fonts = _Fonts(text_page)
    found: list[Drawn] = []
    garbled = 0
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    high = 0
    for at in range(pdfium.FPDFText_CountChars(text_page)):
        if pdfium.FPDFText_IsGenerated(text_page, at) == 1:
            continue
        code = pdfium.FPDFText_GetUnicode(text_page, at)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000 and high:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
        high = 0
        name, bold = fonts.at(at)
        text = _readable(code, name)
        garbled += pdfium.FPDFText_HasUnicodeMapError(text_page, at) == 1 or _is_garbled(text)
        if not text:
            continue
        pdfium.FPDFText_GetLooseCharBox(text_page, at, box)
        pdfium.FPDFText_GetMatrix(text_page, at, matrix)
        pdfium.FPDFText_GetCharOrigin(text_page, at, x, y)
        origin = x.value, y.value
        found.append(
            Drawn(
                text,
                (box.left, box.bottom, box.right, box.top),
                origin,
                pdfium.FPDFText_GetFontSize(text_page, at) * math.hypot(matrix.c, matrix.d),
                _quarters(matrix.a, matrix.b),
                bold,
                bool(found) and origin == found[-1].origin and fonts.same_object(at) and text != " ",
            )
        )
    return Drawing(tuple(found), garbled)


def upright_quarters(characters: Iterable[Drawn]) -> int:
    """By how many quarters clockwise the page must be turned so that most of its text stands upright."""
    votes = Counter(drawn.quarters for drawn in characters if drawn.quarters is not None and drawn.text.strip())
    return max(votes, key=lambda quarters: (votes[quarters], -quarters)) if votes else 0


def glyphs(characters: Iterable[Drawn], frame: Frame) -> list[Glyph]:
    """The characters that stand upright in a frame.

    What lies outside the page isn't seen; characters drawn twice at a place to look bold are there once.
    """
    found: list[Glyph] = []
    width, height = frame.size
    drawn_at: dict[tuple[str, int, int], list[Glyph]] = {}
    for drawn in characters:
        if drawn.quarters != frame.quarters or drawn.size <= _INVISIBLE_SIZE:
            continue
        left, _, right, _ = frame.seen_box(*drawn.box)
        x, baseline = frame.seen(*drawn.origin)
        if right <= left:
            left, right = x, x + drawn.size * 0.5
        if not (0 < baseline < height + drawn.size and left < width and right > 0):
            continue
        glyph = Glyph(drawn.text, left, right, baseline, drawn.size, drawn.bold)
        if drawn.ligature or not _drawn_before(glyph, drawn_at):
            found.append(glyph)
    return found


def _drawn_before(glyph: Glyph, drawn_at: dict[tuple[str, int, int], list[Glyph]]) -> bool:
    if glyph.text.isspace():
        return False
    column, row = int(glyph.x0 // 4), int(glyph.baseline // 4)
    near = max(0.3, 0.2 * (glyph.x1 - glyph.x0))
    for x in (column - 1, column, column + 1):
        for y in (row - 1, row, row + 1):
            for other in drawn_at.get((glyph.text, x, y), ()):
                if abs(other.x0 - glyph.x0) <= near and abs(other.baseline - glyph.baseline) <= near:
                    return True
    drawn_at.setdefault((glyph.text, column, row), []).append(glyph)
    return False


def _quarters(a: float, b: float) -> int | None:
    """The direction of a text matrix that maps the line of writing to (a, b)."""
    turns = math.degrees(math.atan2(b, a)) / 90
    return round(turns) % 4 if abs(turns - round(turns)) < _SLANT else None


def _readable(code: int, font: str) -> str:
    text = chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
    if text in (_PDFIUM_HYPHEN, "\ufffe"):
        return "-"
    if text in "\r\n\t\u00a0\u2028\u2029":
        return " "
    if code == 0 or (text < " ") or "\x7f" <= text <= "\x9f":
        return "\ufffd"
    if 0xF000 <= code <= 0xF0FF:
        return symbol(f"{code:X}", next((name for name in _SYMBOL_FONTS if name in font), None))
    return text


def _is_garbled(text: str) -> bool:
    # The private area below F000 holds no symbol font's characters: a font of its own, with a secret code.
    return text == "\ufffd" or "\ue000" <= text < "\uf000" or "\uf100" <= text <= "\uf8ff"


class _Fonts:
    """Name and boldness of each character's font, asked once a text object."""

    def __init__(self, text_page: Any) -> None:
        self._page = text_page
        self._known: dict[int, tuple[str, bool]] = {}
        self._buffer = ctypes.create_string_buffer(_FONT_NAME_BYTES)

    def at(self, index: int) -> tuple[str, bool]:
        text_object = pdfium.FPDFText_GetTextObject(self._page, index)
        key = ctypes.addressof(text_object.contents) if text_object else 0
        if key not in self._known:
            self._known[key] = self._ask(index)
        return self._known[key]

    def same_object(self, index: int) -> bool:
        """Whether a character is drawn by the same text object as the one before it."""
        objects = [pdfium.FPDFText_GetTextObject(self._page, at) for at in (index - 1, index)]
        return all(objects) and ctypes.addressof(objects[0].contents) == ctypes.addressof(objects[1].contents)

    def _ask(self, index: int) -> tuple[str, bool]:
        flags = ctypes.c_int()
        length = pdfium.FPDFText_GetFontInfo(self._page, index, self._buffer, _FONT_NAME_BYTES, flags)
        name = self._buffer.value.decode("utf-8", "replace").lower() if 0 < length <= _FONT_NAME_BYTES else ""
        bold = pdfium.FPDFText_GetFontWeight(self._page, index) >= _BOLD_WEIGHT
        return name.replace("wingdings2", "wingdings 2"), bold or "bold" in name or "heavy" in name or "black" in name
