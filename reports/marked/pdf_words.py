"""Where quoted words stand on the pages of a PDF: the boxes of their characters, found by reading the pages again."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from ...facts.fact import Evidence
from ...parsers.document import Block
from ...parsers.pdf.characters import draw
from ...parsers.pdf.drawn import each
from ...parsers.pdf.geometry import Box, Frame, holds, union

_SLACK = 2.0
"""Points a character's middle may lie outside its block's box, which is rounded."""
_ASCENT, _DESCENT = 0.8, 0.2
_APART = 3.0
"""Characters of one line further apart, in units of its height, stand in two stretches."""
_LEAST_BEGINNING = 2
# Read as lines to write on, invented at line ends, or dropped there.
_LEFT_OUT = str.maketrans("", "", "_-‐\u00ad\u2011")


class Sign(NamedTuple):
    """A character of a page, folded for comparing, with its box in three views."""

    text: str
    seen: Box
    """In the page as it is shown: what blocks are placed by."""
    upright: Box
    """In the page turned so that the character stands upright: what lines go by."""
    own: Box
    """Left, bottom, right, top in PDF's own axes: what annotations are placed by."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page's characters in the order they are drawn."""

    frame: Frame
    signs: tuple[Sign, ...]


@dataclass(frozen=True, slots=True)
class Marks:
    """What to mark for a note: boxes in PDF's own axes, and whether they hold the very words."""

    boxes: dict[int, list[Box]] = field(default_factory=dict)
    """By page, from 1."""
    exact: bool = True


def fold(text: str) -> str:
    """A text without blanks, hyphens and lines to write on, full and half width alike."""
    return "".join(unicodedata.normalize("NFKC", text).translate(_LEFT_OUT).split())


def read_sheet(document: Any, number: int) -> Sheet | None:
    """A page of pdfium's document, from 1; None for one that isn't there or can't be loaded."""
    if not 1 <= number <= pdfium.FPDF_GetPageCount(document):
        return None
    page = pdfium.FPDF_LoadPage(document, number - 1)
    if not page:
        return None
    frame = _frame(page)
    text = pdfium.FPDFText_LoadPage(page)
    try:
        signs = tuple(_signs(text, frame))
    finally:
        pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(page)
    return Sheet(frame, signs)


def _frame(page: Any) -> Frame:
    box = pdfium.FS_RECTF()
    if not pdfium.FPDF_GetPageBoundingBox(page, box):
        return Frame(0.0, 0.0, pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page))
    return Frame(box.left, box.bottom, box.right, box.top, pdfium.FPDFPage_GetRotation(page))


def _signs(text_page: Any, frame: Frame) -> Iterable[Sign]:
    for stretch in draw(text_page).characters:
        for one in each(stretch):
            folded = fold(one.text)
            if not folded:
                continue
            left, bottom, right, top = one.left, one.bottom, max(one.right, one.left + 0.1), one.top
            if one.look.level:
                size = one.look.size
                bottom, top = min(bottom, one.y - _DESCENT * size), max(top, one.y + _ASCENT * size)
            turned = Frame(frame.left, frame.bottom, frame.right, frame.top, one.look.quarters or 0)
            own = left, bottom, right, top
            yield Sign(folded, frame.seen_box(*own), turned.seen_box(*own), own)


class Finder:
    """Finds evidence on the pages of one document; each page is read once."""

    def __init__(self, document: Any, blocks: Sequence[Block]) -> None:
        self._document = document
        self._blocks = blocks
        self._sheets: dict[int, Sheet | None] = {}

    def sheet(self, number: int) -> Sheet | None:
        """A page by its number."""
        if number not in self._sheets:
            self._sheets[number] = read_sheet(self._document, number)
        return self._sheets[number]

    def find(self, evidence: Iterable[Evidence]) -> Marks:
        """The boxes of some quotes together; of a quote whose words aren't found, the box of its block."""
        boxes: dict[int, list[Box]] = {}
        exact = True
        for one in evidence:
            found = self._quote(one)
            exact = exact and bool(found)
            for number, box in found or self._block_box(one):
                boxes.setdefault(number, []).append(box)
        return Marks(boxes, exact)

    def _block_box(self, evidence: Evidence) -> list[tuple[int, Box]]:
        place = evidence.location
        sheet = None if place.page is None else self.sheet(place.page)
        if place.page is None or place.box is None or sheet is None:
            return []
        return [(place.page, own_box(sheet.frame, place.box))]

    def _quote(self, evidence: Evidence) -> list[tuple[int, Box]]:
        number, block_box = evidence.location.page, evidence.location.box
        sheet = None if number is None else self.sheet(number)
        wanted = fold(evidence.quote)
        if number is None or sheet is None or block_box is None or not wanted:
            return []
        inside = [sign for sign in sheet.signs if _is_in(sign, block_box)]
        expected = self._expected(evidence)
        for signs in (inside, _by_lines(inside)):
            if (found := _search(signs, wanted, expected)) is not None:
                return [(number, box) for box in _lines(signs[found[0] : found[1]])]
        return self._over_the_edge(number, sheet, inside, wanted)

    def _expected(self, evidence: Evidence) -> int:
        """How many folded characters of its block stand before a quote."""
        if not 0 <= evidence.block < len(self._blocks):
            return 0
        return len(fold(self._blocks[evidence.block].text[: evidence.start]))

    def _over_the_edge(self, number: int, sheet: Sheet, inside: list[Sign], wanted: str) -> list[tuple[int, Box]]:
        """Words of a paragraph that goes on in the next column or on the next page."""
        known = set(inside)
        beside = [sign for sign in sheet.signs if sign not in known]
        following = self.sheet(number + 1)
        rests = [(number, beside)] + ([] if following is None else [(number + 1, list(following.signs))])
        here = "".join(sign.text for sign in inside)
        for length in range(min(len(wanted) - 1, len(here)), -1, -1):
            if length and (length < _LEAST_BEGINNING or not here.endswith(wanted[:length])):
                continue
            begun = _last(inside, length)
            for page, signs in rests:
                if (found := _search(signs, wanted[length:], 0)) is not None and begun is not None:
                    there = [(page, box) for box in _lines(signs[found[0] : found[1]])]
                    return [(number, box) for box in _lines(begun)] + there
        return []


def _last(signs: list[Sign], length: int) -> list[Sign] | None:
    """The last signs that make up so many characters."""
    at = len(signs)
    while length > 0 and at:
        at -= 1
        length -= len(signs[at].text)
    return signs[at:] if length == 0 else None


def _search(signs: Sequence[Sign], wanted: str, expected: int) -> tuple[int, int] | None:
    """The signs that spell `wanted`, of several places the one nearest to `expected` characters from the start."""
    text = "".join(sign.text for sign in signs)
    places: list[int] = []
    at = text.find(wanted)
    while at >= 0:
        places.append(at)
        at = text.find(wanted, at + 1)
    if not places:
        return None
    start = min(places, key=lambda place: abs(place - expected))
    first, last, position = None, 0, 0
    for index, sign in enumerate(signs):
        if position + len(sign.text) > start and first is None:
            first = index
        if position < start + len(wanted):
            last = index + 1
        position += len(sign.text)
    return None if first is None else (first, last)


def _is_in(sign: Sign, box: Box) -> bool:
    left, top, right, bottom = box
    x0, y0, x1, y1 = sign.seen
    return holds((left - _SLACK, top - _SLACK, right + _SLACK, bottom + _SLACK), (x0 + x1) / 2, (y0 + y1) / 2)


def _by_lines(signs: Iterable[Sign]) -> list[Sign]:
    """Signs from left to right, line by line."""
    rows: list[list[Sign]] = []
    for sign in sorted(signs, key=lambda sign: sign.upright[3]):
        if rows and _share_a_line(rows[-1][0].upright, sign.upright):
            rows[-1].append(sign)
        else:
            rows.append([sign])
    return [sign for row in rows for sign in sorted(row, key=lambda sign: sign.upright[0])]


def _share_a_line(one: Box, other: Box) -> bool:
    overlap = min(one[3], other[3]) - max(one[1], other[1])
    return overlap > 0.5 * min(one[3] - one[1], other[3] - other[1])


def _lines(signs: Sequence[Sign]) -> list[Box]:
    """One box for each stretch of a line, in PDF's own axes."""
    rows: list[list[Sign]] = []
    for sign in signs:
        last = rows[-1][-1].upright if rows else None
        height = sign.upright[3] - sign.upright[1]
        near = last is not None and -height < sign.upright[0] - last[2] < _APART * height
        if near and last is not None and _share_a_line(last, sign.upright):
            rows[-1].append(sign)
        else:
            rows.append([sign])
    return [_rounded(union(sign.own for sign in row)) for row in rows]


def own_box(frame: Frame, box: Box) -> Box:
    """A box of the page as it is shown, in PDF's own axes: left, bottom, right, top."""
    (x0, y0), (x1, y1) = frame.own(box[0], box[1]), frame.own(box[2], box[3])
    return _rounded((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))


def _rounded(box: Box) -> Box:
    left, bottom, right, top = box
    return round(left, 2), round(bottom, 2), round(right, 2), round(top, 2)
