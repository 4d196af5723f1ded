"""Blanks left open to be filled in: lines drawn under nothing become underscores."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .glyphs import ASCENT, Glyph
from .rulings import Ruling

_SHORTEST = 10.0
_LONGEST_SHARE = 0.75
"""A line across most of the page parts it; it isn't a blank."""
_UNDERSCORE = 0.5
_FEWEST, _MOST = 4, 20
_JOIN = 1.5


def blanks(glyphs: Sequence[Glyph], lines: Iterable[Ruling], page_width: float) -> list[Glyph]:
    """Underscores for the lines that stand on a line of text, but under no character of it."""
    shown = sorted((glyph for glyph in glyphs if glyph.text.strip()), key=lambda glyph: glyph.baseline)
    found = []
    for x0, x1, y in _joined(lines):
        if not _SHORTEST <= x1 - x0 <= _LONGEST_SHARE * page_width:
            continue
        near = [glyph for glyph in shown if -0.2 * glyph.size <= y - glyph.baseline <= 0.35 * glyph.size]
        if not near or any(glyph.x0 < x1 - 1 and glyph.x1 > x0 + 1 for glyph in near):
            continue
        beside = min(near, key=lambda glyph: max(glyph.x0 - x1, x0 - glyph.x1))
        if max(beside.x0 - x1, x0 - beside.x1) > 6 * beside.size or _is_covered(shown, x0, x1, y):
            continue
        count = max(_FEWEST, min(_MOST, round((x1 - x0) / (_UNDERSCORE * beside.size))))
        found.append(Glyph("_" * count, x0, x1, beside.baseline, beside.size))
    return found


def _is_covered(shown: Iterable[Glyph], x0: float, x1: float, y: float) -> bool:
    """Whether something stands on the line after all, higher or lower than its neighbours."""
    return any(
        glyph.x0 < x1 - 1
        and glyph.x1 > x0 + 1
        and glyph.baseline - 0.3 * glyph.size <= y <= glyph.baseline + ASCENT * glyph.size
        for glyph in shown
    )


def _joined(lines: Iterable[Ruling]) -> list[tuple[float, float, float]]:
    """Horizontal lines, those drawn in one go with another put together: left, right, height."""
    found: list[tuple[float, float, float]] = []
    for line in sorted((line for line in lines if line.across), key=lambda line: (round(line.top), line.x0)):
        x0, x1, y = line.x0, line.x1, line.top
        if found and abs(found[-1][2] - y) <= _JOIN and x0 - found[-1][1] <= _JOIN:
            found[-1] = (found[-1][0], max(found[-1][1], x1), y)
        else:
            found.append((x0, x1, y))
    return found
