"""The characters of a PDF page with their places, as pdfium draws them."""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from . import native
from .ink import Colour, inks
from .readable import is_garbled, readable, unmapped

_SLANT = 0.11
"""Part of a quarter turn, ten degrees, from which on a text is aslant."""
_BOLD_WEIGHT = 600
_FONT_NAME_BYTES = 256


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """What the characters of one text object have in common. Compared by identity: there is one for each."""

    item: int
    """The text object's address; it holds as long as the page is open."""
    font: str
    size: float
    quarters: int | None
    """Their direction: the quarters clockwise the page is to be turned by for them to stand upright; None aslant."""
    bold: bool
    inks: tuple[Colour | None, ...] = ()
    """Its colours; none when it is drawn without ink."""


class Drawn(NamedTuple):
    """A character in PDF's own axes: its box, and the point it stands on. A tuple, as there are very many."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    x: float
    y: float
    look: Look
    ligature: bool = False
    """Whether it is one sign with the character before it, as the second f of an ff."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """All characters of a page, and how many of them have no known meaning."""

    characters: tuple[Drawn, ...]
    garbled: int


def draw(text_page: Any) -> Drawing:
    """The characters of a page in the order they are drawn, those that pdfium invents left out."""
    handle = native.address(text_page)
    codes = _codes(handle, pdfium.FPDFText_CountChars(text_page))
    boxes, points = (ctypes.c_float * (4 * len(codes)))(), (ctypes.c_double * (2 * len(codes)))()
    box_at, point_at = ctypes.addressof(boxes), ctypes.addressof(points)
    char_box, char_origin = native.char_box, native.char_origin
    for at, _ in codes:
        char_box(handle, at, box_at)
        char_origin(handle, at, point_at, point_at + 8)
        box_at += 16
        point_at += 16
    sides = iter(memoryview(boxes).cast("B").cast("f").tolist())
    origins = iter(memoryview(points).cast("B").cast("d").tolist())
    looks = _Looks(handle)
    signs: dict[tuple[int, str], tuple[str, bool]] = {}
    found: list[Drawn] = []
    garbled = 0
    last_x = last_y = math.nan
    last_look: Look | None = None
    for (at, code), left, top, right, bottom, x, y in zip(
        codes, sides, sides, sides, sides, origins, origins, strict=True
    ):
        look = looks.at(at)
        key = code, look.font
        if key not in signs:
            text = readable(code, look.font)
            signs[key] = text, is_garbled(text)
        text, bad = signs[key]
        if bad or native.has_map_error(handle, at) == 1:
            garbled += 1
        if not text:
            continue
        same = x == last_x and y == last_y and look is last_look and text != " "
        found.append(Drawn(text, left, bottom, right, top, x, y, look, same))
        last_x, last_y, last_look = x, y, look
    return Drawing(tuple(found), garbled + unmapped("".join(drawn.text for drawn in found)))


def _codes(handle: int, count: int) -> list[tuple[int, int]]:
    """The characters really drawn, by their place in pdfium's list, with their code point."""
    is_generated, unicode_of = native.is_generated, native.unicode_of
    found: list[tuple[int, int]] = []
    high = 0
    for at in range(count):
        if is_generated(handle, at) == 1:
            continue
        code = unicode_of(handle, at)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if high and 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
        high = 0
        found.append((at, code))
    return found


def _quarters(a: float, b: float) -> int | None:
    """The direction of a text matrix that maps the line of writing to (a, b)."""
    turns = math.degrees(math.atan2(b, a)) / 90
    return round(turns) % 4 if abs(turns - round(turns)) < _SLANT else None


class _Looks:
    """The look of each character, asked once a text object; name and boldness of a font, asked once a font."""

    def __init__(self, handle: int) -> None:
        self._handle = handle
        self._looks: dict[int, Look] = {}
        self._fonts: dict[int, tuple[str, bool]] = {}
        self._matrix = pdfium.FS_MATRIX()
        self._buffer = ctypes.create_string_buffer(_FONT_NAME_BYTES)
        self._object = native.text_object

    def at(self, index: int) -> Look:
        item = self._object(self._handle, index) or 0
        look = self._looks.get(item)
        if look is None:
            look = self._looks[item] = self._ask(item, index)
        return look

    def _ask(self, item: int, index: int) -> Look:
        matrix = self._matrix
        native.char_matrix(self._handle, index, ctypes.addressof(matrix))
        size = native.char_size(self._handle, index) * math.hypot(matrix.c, matrix.d)
        font = (native.font_of(item) or 0) if item else 0
        if font not in self._fonts:
            self._fonts[font] = self._font(index)
        name, bold = self._fonts[font]
        return Look(item, name, size, _quarters(matrix.a, matrix.b), bold, inks(item) if item else ())

    def _font(self, index: int) -> tuple[str, bool]:
        flags = ctypes.c_int()
        length = native.char_font(
            self._handle, index, ctypes.addressof(self._buffer), _FONT_NAME_BYTES, ctypes.addressof(flags)
        )
        name = self._buffer.value.decode("utf-8", "replace").lower() if 0 < length <= _FONT_NAME_BYTES else ""
        bold = native.char_weight(self._handle, index) >= _BOLD_WEIGHT
        return name.replace("wingdings2", "wingdings 2"), bold or "bold" in name or "heavy" in name or "black" in name
