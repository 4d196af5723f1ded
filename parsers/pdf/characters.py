"""The characters of a PDF page with their places, as pdfium draws them, those written in one go together."""

from __future__ import annotations

import ctypes
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, repeat
from operator import sub
from typing import Any

import pypdfium2.raw as pdfium

from ..quick import quick_tuple
from . import native
from .drawn import Drawn
from .looks import Look, Looks
from .readable import is_garbled, is_odd, readable, unmapped

# In units of the font size: characters of one text object no further apart, nor more laid over one another, are
# written in one go; a blank may be set wider.
_TIGHT, _WIDE_BLANK = 0.1, 0.4
_NO_WIDTH, _WIDEST_BLANK = 0.05, 0.9

_GOES = re.compile(r"\s|\S+(?:(?<=[!-\u1fff]) (?=[!-\u1fff])\S+)*")
"""Words with single blanks between them, or a blank; beside Chinese characters a blank is looked at by itself."""
_INVENTED = re.compile(r"\r\n|[ \r\n]")
_BLANK = re.compile(r"\s")
_FROM_RIGHT = re.compile(r"[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc]")
_drawn = quick_tuple(Drawn)


@dataclass(frozen=True, slots=True)
class Drawing:
    """All characters of a page: how many show as signs, and how many of them have no known meaning."""

    characters: tuple[Drawn, ...]
    signs: int
    garbled: int


def draw(text_page: Any) -> Drawing:
    """The characters of a page in the order they are drawn, those that pdfium invents left out."""
    reader = _Reader(text_page)
    found = reader.read()
    text = "".join([drawn.text for drawn in found])
    return Drawing(tuple(found), len("".join(text.split())), reader.garbled + unmapped(text))


class _Reader:
    """A text page being read; the places of all characters are asked for at once."""

    def __init__(self, text_page: Any) -> None:
        self.garbled = 0
        self._handle = native.Handle(native.address(text_page))
        self._count = pdfium.FPDFText_CountChars(text_page)
        self._looks = Looks(self._handle)
        self._known: dict[int, set[str]] = defaultdict(set)
        self._doubtful: set[int] = set()
        self._signs: dict[tuple[int, str], tuple[str, bool]] = {}
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._point = ctypes.byref(self._x), ctypes.byref(self._y)
        self._text = self._whole_text(text_page)
        sides = native.told_of_characters(native.char_box, native.BOX, self._handle, range(self._count))
        self._lefts: list[float] = sides[0::4].tolist()
        self._rights: list[float] = sides[2::4].tolist()
        self._tops, self._bottoms = sides[1::4], sides[3::4]
        self._gaps = list(map(sub, islice(self._lefts, 1, None), self._rights))

    def read(self) -> list[Drawn]:
        """All that is drawn."""
        found: list[Drawn] = []
        if self._text is None:
            self._singly(found, 0, self._count)
            return found
        whole, gaps, known = self._text, self._gaps, self._known
        lefts, rights, tops, bottoms = self._lefts, self._rights, self._tops, self._bottoms
        odd = is_odd(whole.replace("\r\n", ""))
        spans = self._objects(whole)
        firsts, items = [first for first, _, _ in spans], [item for _, _, item in spans]
        looks, points = self._looks.of(items, firsts), self._points(firsts)
        for (first, after, item), look, (x, y) in zip(spans, looks, points, strict=True):
            text = whole[first:after]
            if not look.level or (odd and is_odd(text)):
                self._singly(found, first, after)
                continue
            if not known[look.face].issuperset(text) and self._misses(look, text, first):
                self._singly(found, first, after)
                continue
            left, top, bottom = lefts[first], tops[first], bottoms[first]
            if after - first == 1:
                found.append(_drawn((text, left, bottom, rights[first], top, x, y, item, look, (), ())))
                continue
            tight = _TIGHT * look.size
            between = gaps[first : after - 1]
            if (
                min(between) >= -tight
                and max(between) <= tight
                and not (" " in text if text.isascii() else _BLANK.search(text))
            ):
                starts, ends = lefts[first:after], rights[first:after]
                found.append(_drawn((text, left, bottom, ends[-1], top, x, y, item, look, starts, ends)))
            else:
                self._in_parts(found, text, first, (x, y), item, look)
        return found

    def _points(self, firsts: Sequence[int]) -> Iterator[tuple[float, float]]:
        """The points that characters stand on."""
        flat = iter(native.told_of_characters(native.char_origin, native.POINT, self._handle, firsts))
        return zip(flat, flat, strict=True)

    def _whole_text(self, text_page: Any) -> str | None:
        """The code of each character as a sign; None where some aren't written from left to right."""
        units = (ctypes.c_ushort * (self._count + 1))()
        text = ""
        if pdfium.FPDFText_GetText(text_page, 0, self._count, units) == self._count + 1:
            text = bytes(units)[:-2].decode("utf-16-le", "replace")
        if len(text) != self._count:
            # pdfium's text leaves out characters without a code, and has two units for those beyond the first plane.
            codes = map(native.unicode_of, repeat(self._handle), range(self._count))
            text = "".join([chr(code) if code < 0x110000 else "\ufffd" for code in codes])
        return None if _FROM_RIGHT.search(text) else text

    def _objects(self, text: str) -> list[tuple[int, int, int]]:
        """The text objects whose characters stand one after the other, what pdfium invented left out."""
        handle = repeat(self._handle)
        places = [match.span() for match in _INVENTED.finditer(text)]
        invented = map(native.is_generated, handle, [at for at, _ in places])
        cuts = [place for place, answer in zip(places, invented, strict=True) if answer == 1]
        starts, ends = [0, *(end for _, end in cuts)], [*(at for at, _ in cuts), len(text)]
        spans = [span for span in zip(starts, ends, strict=True) if span[0] < span[1]]
        items = map(native.text_object, handle, [start for start, _ in spans])
        lasts = map(native.text_object, handle, [end - 1 for start, end in spans if end - start > 1])
        found: list[tuple[int, int, int]] = []
        for (start, end), item in zip(spans, items, strict=True):
            last = next(lasts) if end - start > 1 else item
            if item == last:
                found.append((start, end, item or 0))
            else:
                self._add_objects(found, start, end, last)
        return found

    def _add_objects(self, found: list[tuple[int, int, int]], start: int, end: int, last: int | None) -> None:
        """Text objects one after the other without a gap: where each ends is found by halving."""
        ask, handle = native.text_object, self._handle
        while start < end:
            item, after = ask(handle, start), end
            if item != last:
                low, after = start, end - 1
                while after - low > 1:
                    middle = (low + after) // 2
                    if ask(handle, middle) == item:
                        low = middle
                    else:
                        after = middle
            found.append((start, after, item or 0))
            start = after

    def _misses(self, look: Look, text: str, first: int) -> bool:
        """Whether a font doesn't say what some of its characters mean; one that once doesn't is asked each time."""
        if look.face in self._doubtful:
            return True
        known = self._known[look.face]
        for sign in set(text).difference(known):
            if native.has_map_error(self._handle, first + text.index(sign)) == 1:
                self._doubtful.add(look.face)
                known.clear()
                return True
            known.add(sign)
        return False

    def _in_parts(
        self, found: list[Drawn], text: str, first: int, point: tuple[float, float], item: int, look: Look
    ) -> None:
        """The characters of a text object, cut only where a gap, a blank or an overlap may mean something."""
        x, y = point
        native.char_origin(self._handle, first + len(text) - 1, *self._point)
        if self._y.value != y:
            # Written from top to bottom.
            self._singly(found, first, first + len(text))
            return
        top, bottom = self._tops[first], self._bottoms[first]
        for start, end in self._cuts(text, first, look.size):
            left = self._lefts[start]
            part = text[start - first : end - first]
            if end - start == 1:
                origin = x if start == first else left
                found.append(Drawn(part, left, bottom, self._rights[start], top, origin, y, item, look))
            else:
                lefts, rights = self._lefts[start:end], self._rights[start:end]
                found.append(Drawn(part, left, bottom, rights[-1], top, left, y, item, look, lefts, rights))

    def _cuts(self, text: str, first: int, size: float) -> Iterator[tuple[int, int]]:
        tight = _TIGHT * size
        for match in _GOES.finditer(text):
            start, end = match.span()
            gaps = self._gaps[first + start : first + end - 1]
            if not gaps or (
                min(gaps) >= -tight and max(gaps) <= tight and self._are_plain(text, first, start, end, size)
            ):
                yield first + start, first + end
                continue
            begin = start
            for at, gap in enumerate(gaps, start + 1):
                if self._parts(text, first, at, gap, size):
                    yield from self._trimmed(text, first, begin, at)
                    begin = at
            yield from self._trimmed(text, first, begin, end)

    def _are_plain(self, text: str, first: int, start: int, end: int, size: float) -> bool:
        blank = text.find(" ", start, end)
        if blank < 0:
            return True
        width = self._rights[first + blank] - self._lefts[first + blank]
        return _NO_WIDTH * size < width < _WIDEST_BLANK * size

    def _parts(self, text: str, first: int, at: int, gap: float, size: float) -> bool:
        """Whether the character at a place begins another stretch than the one before it."""
        here = first + at
        if gap < -_TIGHT * size:
            return self._lefts[here] != self._lefts[here - 1] or self._rights[here] != self._rights[here - 1]
        if text[at] == " " or text[at - 1] == " ":
            blank = here if text[at] == " " else here - 1
            width = self._rights[blank] - self._lefts[blank]
            return gap > _WIDE_BLANK * size or not _NO_WIDTH * size < width < (_WIDEST_BLANK - _WIDE_BLANK) * size
        return gap > _TIGHT * size

    def _trimmed(self, text: str, first: int, start: int, end: int) -> Iterator[tuple[int, int]]:
        """A stretch with the blanks at its ends parted from it."""
        if end - start > 1 and text[start] == " ":
            yield first + start, first + start + 1
            start += 1
        if end - start > 1 and text[end - 1] == " ":
            yield first + start, first + end - 1
            start = end - 1
        yield first + start, first + end

    def _singly(self, found: list[Drawn], start: int, end: int) -> None:
        """Characters one by one: of a text aslant or turned, or whose codes are to be read."""
        handle, high = self._handle, 0
        looks: dict[int, Look] = {}
        for at in range(start, end):
            code = native.unicode_of(handle, at)
            if code <= 0x20 and native.is_generated(handle, at) == 1:
                continue
            if 0xD800 <= code < 0xDC00:
                high = code
                continue
            if high and 0xDC00 <= code < 0xE000:
                code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
            high = 0
            item = native.text_object(handle, at) or 0
            if item not in looks:
                looks[item] = self._looks.of((item,), (at,))[0]
            look = looks[item]
            text = self._sign(code, look, at)
            if not text:
                continue
            native.char_origin(handle, at, *self._point)
            x, y = self._x.value, self._y.value
            last = found[-1] if found else None
            if last is not None and (x, y, item) == (last.x, last.y, last.item) and text != " " and not last.lefts:
                found[-1] = last._replace(text=last.text + text)
                continue
            left, top, right, bottom = self._lefts[at], self._tops[at], self._rights[at], self._bottoms[at]
            found.append(Drawn(text, left, bottom, right, top, x, y, item, look))

    def _sign(self, code: int, look: Look, at: int) -> str:
        key = look.face, chr(code) if code < 0x110000 else ""
        if key not in self._signs:
            text = readable(code, look.font)
            self._signs[key] = text, is_garbled(text)
        text, bad = self._signs[key]
        if bad or native.has_map_error(self._handle, at) == 1:
            self.garbled += 1
        return text
