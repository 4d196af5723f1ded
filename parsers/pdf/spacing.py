"""Numbers whose digits are set apart: by letter spacing, or by a gap that a group of thousands shows to be none."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from statistics import median

from .glyphs import Glyph

# In units of the font size.
_LEAST_GAP = 0.1
"""Digits further apart than that are letter-spaced."""
_WIDEST = 0.6
_UNEVEN = 1.6
"""Letter spacing is even: no gap is wider than the usual one by more than this ratio."""
_SIGNS = frozenset("0123456789,.")
_CURRENCY = frozenset("¥￥$€£")
_UNITS = frozenset("年月日天周个元万亿倍%％‰")
_AMOUNT = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d{1,4}")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_TORN = re.compile(r"\d{1,2}(?=\d{1,2},\d{3})")


def has_spaced_digits(glyphs: Sequence[Glyph]) -> bool:
    """Whether a gap parts the digits of something that may be one number."""
    return any(
        right.text[:1] in _SIGNS and left.text[-1:] in _SIGNS and _LEAST_GAP * right.size < right.x0 - left.x1
        for left, right in itertools.pairwise(glyphs)
    )


def spaced_numbers(glyphs: Sequence[Glyph]) -> frozenset[int]:
    """The single characters, as `id(glyph)`, that go on with the number before them though a gap parts them.

    A drawn blank always parts numbers; a gap alone does unless it is even all through an amount, or tears one.
    """
    joined: set[int] = set()
    for before, run, after in _runs(glyphs):
        gaps = [(right.x0 - left.x1) / right.size for left, right in itertools.pairwise(run)]
        if max(gaps, default=0.0) <= _LEAST_GAP:
            continue
        usual = median(gaps)
        even = usual > _LEAST_GAP and max(gaps) <= _UNEVEN * usual
        said = before in _CURRENCY or after in _UNITS or _AMOUNT.fullmatch("".join(glyph.text for glyph in run))
        if (even and said) or (before in _CURRENCY and _is_torn(run, gaps)):
            joined.update(id(glyph) for glyph in run[1:])
    return frozenset(joined)


def _is_torn(run: Sequence[Glyph], gaps: Sequence[float]) -> bool:
    """Whether an amount has one gap, and only without it are its thousands grouped from the first digit on."""
    text = "".join(glyph.text for glyph in run)
    wide = [at for at, gap in enumerate(gaps, 1) if gap > _LEAST_GAP]
    if len(wide) != 1 or not _GROUPED.fullmatch(text):
        return False
    head = _TORN.match(text)
    return head is not None and wide[0] <= text.index(",") - 1


def _runs(glyphs: Sequence[Glyph]) -> Iterator[tuple[str, list[Glyph], str]]:
    """Numbers as they stand on a line without a blank drawn in them, each between the signs before and after it."""
    run: list[Glyph] = []
    before = last = ""
    for glyph in glyphs:
        goes_on = bool(run) and glyph.x0 - run[-1].x1 <= _WIDEST * glyph.size
        if glyph.text in _SIGNS and goes_on:
            run.append(glyph)
        else:
            if len(run) > 1:
                yield before, run, glyph.text if goes_on else ""
            run, before = ([glyph], last) if glyph.text in _SIGNS else ([], "")
        last = glyph.text
    if len(run) > 1:
        yield before, run, ""
