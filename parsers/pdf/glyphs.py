"""Characters of a page as they are seen: upright in a frame, each once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from operator import sub
from typing import NamedTuple

from ..quick import quick_tuple
from .drawn import Drawn, each, parted
from .geometry import Box, Frame
from .looks import Look

# Parts of the font size above and below the baseline that a line of text takes.
ASCENT, DESCENT = 0.86, 0.14
_SMALLEST_SIZE = 0.05
_BUCKET = 16.0
_NEAR, _NEAR_SHARE = 0.3, 0.2
"""The same characters this near to one another, in points or as a part of their usual width, are one, drawn twice."""
LAID_OVER = 0.1
"""Characters that reach further into the next ones, in units of the font size, are looked at one by one."""


class Glyph(NamedTuple):
    """Characters drawn in one go, or a mark standing for what is drawn (a blank to fill in, a form field's value).

    A tuple, as there are very many. There are single blanks in it at most, and neither first nor last.
    """

    text: str
    x0: float
    x1: float
    baseline: float
    size: float
    bold: bool = False
    lefts: Sequence[float] = ()
    """Where each of several characters begins, counted from anywhere; empty when they can't be parted."""
    rights: Sequence[float] = ()

    @property
    def box(self) -> Box:
        """The room the characters take in their line."""
        return self.x0, self.baseline - ASCENT * self.size, self.x1, self.baseline + DESCENT * self.size


_glyph = quick_tuple(Glyph)


def singly(glyphs: Iterable[Glyph]) -> list[Glyph]:
    """The same characters one by one."""
    found: list[Glyph] = []
    for glyph in glyphs:
        if not glyph.lefts:
            found.append(glyph)
            continue
        text, x0, _, baseline, size, bold, lefts, rights = glyph
        shift = x0 - lefts[0]
        for sign, left, right in parted(text, lefts, rights):
            end = right if right > left else left + size * 0.5
            found.append(Glyph(sign, left + shift, end + shift, baseline, size, bold))
    return found


def upright_quarters(looks: Mapping[Look, int]) -> int:
    """By how many quarters clockwise the page must be turned so that most of its text stands upright."""
    votes: Counter[int] = Counter()
    for look, count in looks.items():
        if look.quarters is not None:
            votes[look.quarters] += count
    return max(votes, key=lambda quarters: (votes[quarters], -quarters)) if votes else 0


def glyphs(
    characters: Iterable[Drawn], frame: Frame, besides: Iterable[Glyph] = (), outside: list[Drawn] | None = None
) -> list[Glyph]:
    """The characters that stand upright in a frame, without those that are among others found there before.

    What lies outside the page isn't seen, and put into `outside`; None keeps it. Characters drawn twice at a place
    to look bold are there once.
    """
    found = _upright(characters, frame, outside)
    before = list(besides)
    if before:
        found = singly(found)
    drawn_at: dict[tuple[str, float, float], list[Glyph]] = {}
    for other in singly(before):
        _drawn_before(other, drawn_at)
    doubtful = None if before else _maybe_twice(found)
    if doubtful is not None and not doubtful:
        return found
    return [
        glyph
        for glyph in found
        if glyph.text.isspace()
        or (doubtful is not None and glyph.text not in doubtful)
        or not _drawn_before(glyph, drawn_at)
    ]


def _maybe_twice(found: Sequence[Glyph]) -> set[str]:
    """The texts that may stand twice at one place: some at nearly the same height."""
    alike: defaultdict[str, list[Glyph]] = defaultdict(list)
    for glyph in found:
        alike[glyph[0]].append(glyph)
    return {text for text, group in alike.items() if len(group) > 1 and _is_level(text, group)}


def _is_level(text: str, group: Sequence[Glyph]) -> bool:
    heights = sorted([glyph.baseline for glyph in group])
    near = max(_NEAR, _NEAR_SHARE * max([glyph.x1 - glyph.x0 for glyph in group]) / max(1, len(text)))
    nearest: float = min(map(sub, heights[1:], heights))
    return nearest <= near


def _upright(characters: Iterable[Drawn], frame: Frame, outside: list[Drawn] | None) -> list[Glyph]:
    found: list[Glyph] = []
    width, height = frame.size
    turned, west, north = frame.quarters % 4, frame.left, frame.top
    for drawn in characters:
        text, left, bottom, right, top, x, y, _, look, lefts, rights = drawn
        size = look.size
        if look.quarters != turned or size <= _SMALLEST_SIZE:
            continue
        if turned:
            left, _, right, _ = frame.seen_box(left, bottom, right, top)
            x, baseline = frame.seen(x, y)
        else:
            left, right, x, baseline = left - west, right - west, x - west, north - y
        if right <= left:
            left, right = x, x + size * 0.5
        if outside is not None and not (0 < baseline < height + size and left < width and right > 0):
            outside.append(drawn)
        elif outside is not None and lefts and (left < 0 or right > width):
            found += _upright(each(drawn), frame, outside)
        else:
            found.append(_glyph((text, left, right, baseline, size, look.bold, lefts, rights)))
    return found


def untangled(row: list[Glyph]) -> list[Glyph]:
    """The characters of a row from left to right, one by one and each once where some are laid over others."""
    if all(right.x0 >= left.x1 - LAID_OVER * left.size for left, right in pairwise(row)):
        return row
    drawn_at: dict[tuple[str, float, float], list[Glyph]] = {}
    found: list[Glyph] = []
    for glyph in row:
        own = [one for one in singly((glyph,)) if one.text.isspace() or not _is_at(one, drawn_at)]
        for one in own:
            _put(one, drawn_at)
        found += own
    return sorted(found, key=lambda glyph: (glyph.x0, glyph.x1))


def _drawn_before(glyph: Glyph, drawn_at: dict[tuple[str, float, float], list[Glyph]]) -> bool:
    if _is_at(glyph, drawn_at):
        return True
    _put(glyph, drawn_at)
    return False


def _put(glyph: Glyph, drawn_at: dict[tuple[str, float, float], list[Glyph]]) -> None:
    drawn_at.setdefault((glyph.text, glyph.x0 // _BUCKET, glyph.baseline // _BUCKET), []).append(glyph)


def _is_at(glyph: Glyph, drawn_at: dict[tuple[str, float, float], list[Glyph]]) -> bool:
    """Whether the same characters stand at nearly the same place."""
    text, x0, x1, baseline, *_ = glyph
    near = max(_NEAR, _NEAR_SHARE * (x1 - x0) / max(1, len(text)))
    first, last = (x0 - near) // _BUCKET, (x0 + near) // _BUCKET
    upper, lower = (baseline - near) // _BUCKET, (baseline + near) // _BUCKET
    for x in (first,) if first == last else (first, last):
        for y in (upper,) if upper == lower else (upper, lower):
            for other in drawn_at.get((text, x, y), ()):
                if abs(other.x0 - x0) <= near and abs(other.baseline - baseline) <= near:
                    return True
    return False
