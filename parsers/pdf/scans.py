"""Pages that text recognition has read take the way of typed pages: its words become characters with places."""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from statistics import median

from ..document import Block, Gap, Kind
from ..ocr.scan import Scan, Word, mean_confidence
from .geometry import Box, holds
from .glyphs import ASCENT, DESCENT, Glyph
from .page import Page, region_list
from .rulings import Ruling

_LEAST_PAGE = 0.6
"""A page read with less confidence isn't read: its words would be guesses."""
_LEAST_WORD = 0.5
_LOST_SHARE, _LEAST_LOST = 0.1, 8
"""Doubtful lines (a seal, a signature) count as lost text from this share of the characters, and so many, on."""
_BOX_TO_SIZE = 0.87
"""Font size to height of a recognised line's box."""
_ALIKE = 0.2
"""Sizes this near to the page's usual one are that one: heights of boxes depend on the letters in them."""
_GAP = 0.7
"""In units of the font size: a wider gap between characters parts two texts that were recognised as one line."""
_NARROW = frozenset("iljtfrI1.,:;'!|()[] ")
_WIDTHS = {True: 0.32, False: 0.56}
_HAN_WIDTH, _CAPITAL_WIDTH = 1.0, 0.68
_GAP_VALUES = 100


def scanned_page(page: Page, scan: Scan) -> Page:
    """The page as text recognition read it; as it was when nothing was seen on it."""
    if not scan.words:
        return page
    words = legible(scan)
    frame = page.frame.turned(scan.quarters)
    across, down = frame.size[0] / scan.size[0], frame.size[1] / scan.size[1]
    ruled = [_ruling(rule, across, down) for rule in scan.rules]
    return replace(
        page,
        regions=tuple(region_list(_glyphs(words, across, down), ruled, frame)) if words else (),
        slanted="",
        characters=sum(len(word.text) for word in words),
        garbled=False,
        picture=False,
        struck="",
    )


def legible(scan: Scan) -> tuple[Word, ...]:
    """The words that are read with enough confidence; none when the page as a whole isn't."""
    if scan.confidence < _LEAST_PAGE:
        return ()
    return tuple(word for word in scan.words if word.confidence >= _LEAST_WORD)


def scan_gap(page: Page, scan: Scan) -> Iterator[Gap]:
    """What of a recognised page couldn't be read: nothing seen, hardly readable, or some of its lines."""
    if not scan.words:
        # A page without an image that draws nothing may be damaged; only the picture of an empty page is empty.
        if not (scan.blank and page.picture):
            yield Gap("doc.pdf_no_text", page.number)
        return
    words = legible(scan)
    percent = str(round(scan.confidence * _GAP_VALUES))
    if not words:
        yield Gap("doc.ocr_poor", page.number, (("percent", percent),))
        return
    lost = [word for word in scan.words if word.confidence < _LEAST_WORD]
    characters = sum(len(word.text) for word in lost)
    if characters >= max(_LEAST_LOST, _LOST_SHARE * sum(len(word.text) for word in scan.words)):
        yield Gap("doc.ocr_lines", page.number, (("count", str(len(lost))),))


def with_confidence(blocks: tuple[Block, ...], pages: Sequence[Page], scans: Mapping[int, Scan]) -> tuple[Block, ...]:
    """The blocks, those of recognised pages with the confidence of the words in their boxes."""
    if not scans:
        return blocks
    read = {page.number: _placed(page, scans[page.number]) for page in pages if page.number in scans}
    found: list[Block] = []
    for block in blocks:
        words = read.get(block.location.page or 0)
        if words is None:
            found.append(block)
            continue
        box = block.location.box
        inside = [word for word, x, y in words if box is not None and holds(box, x, y)] or [word for word, *_ in words]
        found.append(replace(block, confidence=_mean(inside)) if inside else block)
    for number in sorted(read):
        _carry_back(found, number, read[number])
    return tuple(found)


def _carry_back(blocks: list[Block], number: int, words: Sequence[tuple[Word, float, float]]) -> None:
    """A typed paragraph that goes on over a recognised page is only as sure as the words it takes from there."""
    boxes = [block.location.box for block in blocks if block.location.page == number and block.location.box]
    free = [word for word, x, y in words if not any(holds(box, x, y) for box in boxes)]
    before = [at for at, block in enumerate(blocks) if (block.location.page or number) < number]
    before = [at for at in before if blocks[at].kind is not Kind.FURNITURE]
    if free and before and blocks[before[-1]].confidence is None:
        blocks[before[-1]] = replace(blocks[before[-1]], confidence=_mean(free))


def _mean(words: Sequence[Word]) -> float:
    return round(mean_confidence((word.text, word.confidence) for word in words), 3)


def _placed(page: Page, scan: Scan) -> list[tuple[Word, float, float]]:
    """Each legible word with its middle on the page as it is shown."""
    frame = page.frame.turned(scan.quarters)
    across, down = frame.size[0] / scan.size[0], frame.size[1] / scan.size[1]
    found = []
    for word in legible(scan):
        left, top, right, bottom = frame.box_in(page.frame, _scaled(word.box, across, down))
        found.append((word, (left + right) / 2, (top + bottom) / 2))
    return found


def _glyphs(words: Sequence[Word], across: float, down: float) -> list[Glyph]:
    """The characters of words with the places the recogniser gives, which are exact to a quarter of a character."""
    sizes = [_BOX_TO_SIZE * (word.box[3] - word.box[1]) * down for word in words]
    usual = median(size for size, word in zip(sizes, words, strict=True) for _ in word.text)
    found: list[Glyph] = []
    for word, size in zip(words, sizes, strict=True):
        size = usual if abs(size - usual) <= _ALIKE * usual else size
        left, top, right, bottom = _scaled(word.box, across, down)
        # The middle of the line stays where it is, whatever its size is taken for.
        baseline = (top + bottom) / 2 + (ASCENT - DESCENT) / 2 * size
        for character, (x0, x1) in zip(word.text, _extents(word, left, right, size), strict=True):
            found.append(Glyph(character, x0, x1, baseline, size))
    return found


def _extents(word: Word, left: float, right: float, size: float) -> list[tuple[float, float]]:
    """From where to where each character of a word goes: side by side, but for gaps as wide as a character."""
    widths = [_width(character) for character in word.text]
    unit = (right - left) / sum(widths)
    if not word.middles:
        ends = [left, *(left + unit * total for total in itertools.accumulate(widths))]
        return list(itertools.pairwise(ends))
    middles = [left + middle * (right - left) for middle in word.middles]
    halves = [width * min(unit, size) / 2 for width in widths]
    starts, ends = [left], []
    for at in range(1, len(middles)):
        end, start = middles[at - 1] + halves[at - 1], middles[at] - halves[at]
        if start - end < _GAP * size:
            end = start = (end + start) / 2
        ends.append(max(starts[-1], end))
        starts.append(max(ends[-1], start))
    return list(zip(starts, [*ends, max(starts[-1], right)], strict=True))


def _width(character: str) -> float:
    """The usual width of a character in units of the font size."""
    if unicodedata.east_asian_width(character) in "WF":
        return _HAN_WIDTH
    return _CAPITAL_WIDTH if character.isupper() and character != "I" else _WIDTHS[character in _NARROW]


def _ruling(rule: tuple[float, float, float, float, bool], across: float, down: float) -> Ruling:
    left, top, right, bottom = _scaled((rule[0], rule[1], rule[2], rule[3]), across, down)
    if rule[4]:
        return Ruling(left, (top + bottom) / 2, right, (top + bottom) / 2, True)
    return Ruling((left + right) / 2, top, (left + right) / 2, bottom, False)


def _scaled(box: Box, across: float, down: float) -> Box:
    return box[0] * across, box[1] * down, box[2] * across, box[3] * down
