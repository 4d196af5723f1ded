"""What the characters of one text object of a PDF page have in common, asked once an object."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import repeat

from . import native
from .ink import Colour, inks

_SLANT = 0.11
"""Part of a quarter turn, ten degrees, from which on a text is aslant."""
_BOLD_WEIGHT = 600
_FONT_NAME_BYTES = 256


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """How characters look. Compared by identity: all that look alike on a page have one look."""

    face: int
    """The font's address; it holds as long as the page is open."""
    font: str
    size: float
    quarters: int | None
    """Their direction: the quarters clockwise the page is to be turned by for them to stand upright; None aslant."""
    bold: bool
    level: bool
    """Whether they are written exactly along the page's lower edge, from left to right."""
    inks: tuple[Colour | None, ...] = ()
    """Its colours; none when it is drawn without ink."""


class Looks:
    """The look of text objects; name and boldness of a font, asked once a font."""

    def __init__(self, handle: native.Handle) -> None:
        self._handle = handle
        self._alike: dict[tuple[object, ...], Look] = {}
        self._fonts: dict[int, tuple[str, bool]] = {}
        self._buffer = ctypes.create_string_buffer(_FONT_NAME_BYTES)

    def of(self, items: Sequence[int], indices: Sequence[int]) -> list[Look]:
        """The look of each text object (its address, 0 for none), which has the character at an index.

        Each of pdfium's answers is asked for all of them in one go: there are thousands.
        """
        sides = native.told_of_characters(native.char_matrix, native.MATRIX, self._handle, indices).tolist()
        sizes = map(native.char_size, repeat(self._handle), indices)
        known, found = self._alike, []
        keys = zip(
            map(native.font_of, items),
            sizes,
            sides[0::6],
            sides[1::6],
            sides[2::6],
            sides[3::6],
            inks(items),
            strict=True,
        )
        for at, key in enumerate(keys):
            look = known.get(key)
            if look is None:
                look = known[key] = self._new(items[at], indices[at], *key)
            found.append(look)
        return found

    def _new(
        self,
        item: int,
        index: int,
        face: int | None,
        size: float,
        a: float,
        b: float,
        c: float,
        d: float,
        colours: tuple[Colour | None, ...],
    ) -> Look:
        own = face or 0
        if own not in self._fonts:
            self._fonts[own] = self._font(index)
        name, bold = self._fonts[own]
        level = item != 0 and b == 0.0 and c == 0.0 and a > 0.0 and d > 0.0
        return Look(own, name, size * math.hypot(c, d), _quarters(a, b), bold, level, colours)

    def _font(self, index: int) -> tuple[str, bool]:
        flags = ctypes.c_int()
        length = native.char_font(
            self._handle.value, index, ctypes.addressof(self._buffer), _FONT_NAME_BYTES, ctypes.addressof(flags)
        )
        name = self._buffer.value.decode("utf-8", "replace").lower() if 0 < length <= _FONT_NAME_BYTES else ""
        bold = native.char_weight(self._handle, index) >= _BOLD_WEIGHT
        return name.replace("wingdings2", "wingdings 2"), bold or "bold" in name or "heavy" in name or "black" in name


def _quarters(a: float, b: float) -> int | None:
    """The direction of a text matrix that maps the line of writing to (a, b)."""
    turns = math.degrees(math.atan2(b, a)) / 90
    return round(turns) % 4 if abs(turns - round(turns)) < _SLANT else None
