"""Characters of a page as they are seen: upright in a frame, each once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from .characters import Drawn
from .geometry import Box, Frame

# Parts of the font size above and below the baseline that a line of text takes.
ASCENT, DESCENT = 0.86, 0.14
_SMALLEST_SIZE = 0.05
_BUCKET = 16.0


class Glyph(NamedTuple):
    """A character as drawn, or a mark standing for what is drawn (a blank line to fill in, a form field's value).

    A tuple, as there is one for each character of a document.
    """

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


def upright_quarters(characters: Iterable[Drawn]) -> int:
    """By how many quarters clockwise the page must be turned so that most of its text stands upright."""
    looks = (drawn.look.quarters for drawn in characters if drawn.text != " ")
    votes = Counter(quarters for quarters in looks if quarters is not None)
    return max(votes, key=lambda quarters: (votes[quarters], -quarters)) if votes else 0


def glyphs(characters: Iterable[Drawn], frame: Frame, besides: Iterable[Glyph] = ()) -> list[Glyph]:
    """The characters that stand upright in a frame, without those that are among others found there before.

    What lies outside the page isn't seen; characters drawn twice at a place to look bold are there once.
    """
    found: list[Glyph] = []
    width, height = frame.size
    turned, west, north = frame.quarters % 4, frame.left, frame.top
    drawn_at: dict[tuple[str, float, float], list[Glyph]] = {}
    for other in besides:
        _drawn_before(other, drawn_at)
    for text, left, bottom, right, top, x, y, look, ligature in characters:
        if look.quarters != turned or look.size <= _SMALLEST_SIZE:
            continue
        if turned:
            left, _, right, _ = frame.seen_box(left, bottom, right, top)
            x, baseline = frame.seen(x, y)
        else:
            left, right, x, baseline = left - west, right - west, x - west, north - y
        size = look.size
        if right <= left:
            left, right = x, x + size * 0.5
        if not (0 < baseline < height + size and left < width and right > 0):
            continue
        glyph = Glyph(text, left, right, baseline, size, look.bold)
        if ligature or text.isspace() or not _drawn_before(glyph, drawn_at):
            found.append(glyph)
    return found


def _drawn_before(glyph: Glyph, drawn_at: dict[tuple[str, float, float], list[Glyph]]) -> bool:
    text, x0, x1, baseline, _, _ = glyph
    near = max(0.3, 0.2 * (x1 - x0))
    column, row = x0 // _BUCKET, baseline // _BUCKET
    columns = {column, (x0 - near) // _BUCKET, (x0 + near) // _BUCKET}
    rows = {row, (baseline - near) // _BUCKET, (baseline + near) // _BUCKET}
    for x in columns:
        for y in rows:
            for other in drawn_at.get((text, x, y), ()):
                if abs(other.x0 - x0) <= near and abs(other.baseline - baseline) <= near:
                    return True
    drawn_at.setdefault((text, column, row), []).append(glyph)
    return False
