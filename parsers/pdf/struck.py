"""Words struck out with a line: a reader of the page knows they are no longer meant."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from .glyphs import Glyph, singly
from .rulings import Ruling

# Where a line strikes through, above the baseline in units of the font size; an underline is lower, a rule higher.
_LOWEST, _HIGHEST = 0.15, 0.55
_LARGEST_SIZE = 72.0


def struck(glyphs: Sequence[Glyph], lines: Iterable[Ruling]) -> tuple[list[Glyph], list[Glyph]]:
    """The characters left standing, with empty ones in the place of those struck out, and the latter."""
    across = [line for line in lines if line.across]
    meant = _met(glyphs, across)
    if not meant:
        return list(glyphs), []
    left: list[Glyph] = []
    gone: list[Glyph] = []
    for at, glyph in enumerate(glyphs):
        for one in singly((glyph,)) if at in meant else (glyph,):
            is_gone = at in meant and any(_strikes(line, one) and _covers(line, one) for line in meant[at])
            left.append(one._replace(text="") if is_gone else one)
            if is_gone:
                gone.append(one)
    return left, gone


def _met(glyphs: Sequence[Glyph], across: Iterable[Ruling]) -> dict[int, list[Ruling]]:
    """The lines that run through characters, by the characters' place in the list."""
    largest = min(_LARGEST_SIZE, max((glyph.size for glyph in glyphs), default=0.0))
    ordered = sorted(range(len(glyphs)), key=lambda at: glyphs[at].baseline)
    baselines = [glyphs[at].baseline for at in ordered]
    found: dict[int, list[Ruling]] = {}
    for line in across:
        low, high = bisect_left(baselines, line.top), bisect_right(baselines, line.top + _HIGHEST * largest)
        for at in ordered[low:high]:
            glyph = glyphs[at]
            if _strikes(line, glyph) and line.x0 <= glyph.x1 and glyph.x0 <= line.x1:
                found.setdefault(at, []).append(line)
    return found


def _strikes(line: Ruling, glyph: Glyph) -> bool:
    return _LOWEST * glyph.size <= glyph.baseline - line.top <= _HIGHEST * glyph.size


def _covers(line: Ruling, glyph: Glyph) -> bool:
    middle = (glyph.x0 + glyph.x1) / 2
    return line.x0 <= middle <= line.x1 and line.length >= 0.5 * glyph.size
