"""Words struck out with a line: a reader of the page knows they are no longer meant."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from .glyphs import Glyph
from .rulings import Ruling

# Where a line strikes through, above the baseline in units of the font size; an underline is lower, a rule higher.
_LOWEST, _HIGHEST = 0.15, 0.55
_LARGEST_SIZE = 72.0


def struck(glyphs: Sequence[Glyph], lines: Iterable[Ruling]) -> tuple[list[Glyph], list[Glyph]]:
    """The characters left standing, with empty ones in the place of those struck out, and the latter."""
    ordered = sorted(range(len(glyphs)), key=lambda at: glyphs[at].baseline)
    baselines = [glyphs[at].baseline for at in ordered]
    gone: set[int] = set()
    for line in lines:
        if not line.across:
            continue
        low, high = bisect_left(baselines, line.top), bisect_right(baselines, line.top + _HIGHEST * _LARGEST_SIZE)
        for at in ordered[low:high]:
            glyph = glyphs[at]
            above = glyph.baseline - line.top
            if _LOWEST * glyph.size <= above <= _HIGHEST * glyph.size and _covers(line, glyph):
                gone.add(at)
    left = [glyph._replace(text="") if at in gone else glyph for at, glyph in enumerate(glyphs)]
    return left, [glyphs[at] for at in sorted(gone)]


def _covers(line: Ruling, glyph: Glyph) -> bool:
    middle = (glyph.x0 + glyph.x1) / 2
    return line.x0 <= middle <= line.x1 and line.length >= 0.5 * glyph.size
