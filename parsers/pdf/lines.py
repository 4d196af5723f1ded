"""Characters become pieces of text on a line, and pieces become whole lines."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter, itemgetter
from statistics import median
from typing import NamedTuple

from ..quick import quick_tuple
from .geometry import Box
from .glyphs import ASCENT, DESCENT, LAID_OVER, Glyph, singly, untangled
from .script import HAN, is_han
from .spacing import has_spaced_digits, spaced_numbers

# All in units of the font size.
_PIECE_GAP = 0.9
"""A wider gap cuts a line into pieces; the columns decide whether they belong together."""
_LATIN_BLANK, _HAN_BLANK = 0.17, 0.6
_LEAST_BLANK = 0.1
"""Characters nearer than that are never parted, nor are those beside Chinese ones up to `_HAN_BLANK`."""
_SQUEEZED_BLANK, _NO_WIDTH = 0.15, 0.05
_WIDE_BLANK = 1.5
_CUT_GAP = 0.2
_SAME_START = 1.0
_LEAST_STARTS = 3
_SPREAD = 2.5
_MARK_LENGTH = 5
_BLANK_WIDTH = 0.5
_MOST_BLANKS = 8
_BY_ROW, _FROM_LEFT, _X0, _X1 = itemgetter(3, 1), itemgetter(1, 2), attrgetter("x0"), attrgetter("x1")
_BASELINE, _SIZE, _BOLD = attrgetter("baseline"), attrgetter("size"), attrgetter("bold")
_SAME_ROW = 0.5
"""Two characters share a row if this part of the smaller one's height overlaps."""
_OPENING = "（《「『【“‘(["
_CLOSING = "，。、；：？！）》」』】”’,.;:?!)%"
_LEAD = re.compile(rf"[{re.escape(_OPENING)}]*(?:{HAN}|(?:(?!{HAN})\S)+)[{re.escape(_CLOSING)}]*")
"""The first characters of a text that a line break can't part."""


class Piece(NamedTuple):
    """Characters of one line that stand close together, from left to right."""

    glyphs: tuple[Glyph, ...]
    box: Box
    size: float = 0.0
    """The font size of most of its characters."""
    table: int | None = None
    """Not text, but a table that takes this room: its place in the page's list."""


class Line(NamedTuple):
    """A whole line of text."""

    text: str
    box: Box
    baseline: float
    size: float
    bold: bool
    lead: float
    """Width of the first characters that a line break can't part, in points."""
    spread: bool
    """Whether it is set as pieces far apart, like two signatures side by side."""
    parts: tuple[Line, ...] = ()
    """Its pieces, if it has more than one."""


_line_of = quick_tuple(Line)


def pieces(glyphs: Iterable[Glyph]) -> list[Piece]:
    """Pieces of text from top to bottom, left to right."""
    found: list[Piece] = []
    for row in _rows(glyphs):
        start = 0
        for at in range(1, len(row)):
            if row[at].x0 - row[at - 1].x1 > _PIECE_GAP * max(row[at].size, row[at - 1].size):
                _add(found, row[start:at])
                start = at
        _add(found, row[start:])
    return found


def lines(parts: Iterable[Piece]) -> list[Line]:
    """Pieces of one column put together as lines, from top to bottom."""
    rows = ([glyph for piece in row for glyph in piece.glyphs] for row in rows_of(parts))
    return [line for line in map(_line, rows) if line is not None]


def lines_of(glyphs: Sequence[Glyph]) -> list[Line]:
    """Characters of one column put together as lines; there must be some."""
    baseline = glyphs[0].baseline
    if all(glyph.baseline == baseline for glyph in glyphs):
        line = _line(glyphs)
        return [] if line is None else [line]
    return lines(pieces(glyphs))


def _line(glyphs: Sequence[Glyph]) -> Line | None:
    """The line that characters of one row make; none when they are blanks only."""
    if len(glyphs) == 1:
        (text, x0, x1, baseline, size, bold, *_) = glyphs[0]
        if not text.strip():
            return None
        box = x0, baseline - ASCENT * size, x1, baseline + DESCENT * size
        lead = x1 - x0 if text.isascii() and " " not in text else _lead(glyphs)
        return _line_of((text, box, baseline, size, bold, lead, False, ()))
    row = sorted(glyphs, key=_FROM_LEFT)
    if _is_even(row):
        first = row[0]
        box = first.x0, first.baseline - ASCENT * first.size, max(map(_X1, row)), first.baseline + DESCENT * first.size
        text = "".join([glyph.text for glyph in row])
        return Line(text, box, first.baseline, first.size, all(map(_BOLD, row)), _lead(row), False)
    row = untangled(row)
    shown = [glyph for glyph in row if glyph.text.strip()]
    if not shown:
        return None
    return Line(
        spell(row),
        _room(shown),
        _usual(row, _BASELINE),
        _usual(row, _SIZE),
        all(map(_BOLD, shown)),
        _lead(shown),
        _is_spread([glyph for glyph in row if glyph.text != " "]),
        _parts(shown),
    )


def _is_even(row: Sequence[Glyph]) -> bool:
    """Whether characters of one size and height follow one another so closely that nothing parts them."""
    last = row[0]
    baseline, size = last.baseline, last.size
    if not last.text or last.text.isspace():
        return False
    for glyph in row[1:]:
        text, gap = glyph.text, glyph.x0 - last.x1
        if glyph.baseline != baseline or glyph.size != size or not text or text.isspace():
            return False
        if gap > _LEAST_BLANK * size:
            if gap > _HAN_BLANK * size or not (is_han(last.text[-1]) or is_han(text[0])):
                return False
        elif gap < -LAID_OVER * size:
            return False
        last = glyph
    return True


def _parts(row: Sequence[Glyph]) -> tuple[Line, ...]:
    """The pieces of a row as lines of their own; none when it is one piece."""
    pairs = enumerate(itertools.pairwise(row), 1)
    cuts = [at for at, (left, right) in pairs if right.x0 - left.x1 > _PIECE_GAP * max(left.size, right.size)]
    if not cuts:
        return ()
    parts = (_line(row[start:end]) for start, end in itertools.pairwise([0, *cuts, len(row)]))
    return tuple(part for part in parts if part is not None)


def _usual(glyphs: Sequence[Glyph], value: attrgetter[float]) -> float:
    """The median of a value over all characters."""
    ordered = sorted(map(value, glyphs))
    if ordered[0] == ordered[-1]:
        return ordered[0]
    return median(value(glyph) for glyph in glyphs for _ in glyph.text or "?")


def _room(glyphs: Sequence[Glyph]) -> Box:
    """The room of characters that stand on a line."""
    if len(glyphs) == 1:
        return glyphs[0].box
    tops = [glyph.baseline - ASCENT * glyph.size for glyph in glyphs]
    bottoms = [glyph.baseline + DESCENT * glyph.size for glyph in glyphs]
    return min(map(_X0, glyphs)), min(tops), max(map(_X1, glyphs)), max(bottoms)


def rows_of(parts: Iterable[Piece]) -> list[list[Piece]]:
    """Pieces grouped by the row they stand on, each row from left to right."""
    rows: list[tuple[list[float], list[Piece]]] = []
    for piece in sorted(parts, key=lambda piece: (_middle(piece), piece.box[0])):
        for extent, members in reversed(rows[-3:]):
            if _overlap(extent[0], extent[1], piece.box[1], piece.box[3]):
                members.append(piece)
                if piece.box[3] - piece.box[1] > extent[1] - extent[0]:
                    extent[:] = [piece.box[1], piece.box[3]]
                break
        else:
            rows.append(([piece.box[1], piece.box[3]], [piece]))
    return [sorted(members, key=lambda piece: piece.box[0]) for _, members in rows]


def split_rows(rows: Sequence[list[Piece]]) -> list[list[Piece]]:
    """Rows whose pieces are cut where rows above and below them begin a piece.

    Two columns may come so close on one row that they look like one text.
    """
    starts = sorted((piece.box[0], at) for at, row in enumerate(rows) for piece in row[1:])
    cuts: dict[int, list[float]] = {}
    for first in range(len(starts)):
        x = starts[first][0]
        end = bisect_right(starts, (x + _SAME_START, len(rows)))
        together = [at for _, at in starts[first:end]]
        if len(together) >= _LEAST_STARTS and max(together) - min(together) <= 2 * len(together):
            for at in range(min(together) + 1, max(together)):
                cuts.setdefault(at, []).append(x)
    return [_cut(row, cuts[at]) if at in cuts else list(row) for at, row in enumerate(rows)]


def _cut(row: Sequence[Piece], starts: Sequence[float]) -> list[Piece]:
    found: list[Piece] = []
    for piece in row:
        shown = [glyph for glyph in singly(piece.glyphs) if glyph.text.strip()]
        begin = 0
        for at in range(1, len(shown)):
            gap = shown[at].x0 - shown[at - 1].x1
            if gap > _CUT_GAP * shown[at].size and any(-0.1 <= shown[at].x0 - start <= _SAME_START for start in starts):
                _add(found, shown[begin:at])
                begin = at
        _add(found, shown[begin:] if begin else piece.glyphs)
    return found


def first_word(piece: Piece) -> float:
    """Width of the piece's first characters that a line break can't part, in points."""
    return _lead([glyph for glyph in piece.glyphs if glyph.text.strip()])


def spell(glyphs: Sequence[Glyph]) -> str:
    """The text of characters that stand on a line from left to right, with blanks where a reader sees them."""
    if len(glyphs) == 1:
        return glyphs[0].text.strip()
    text: list[str] = []
    previous: Glyph | None = None
    blank = False
    spaced: frozenset[int] = frozenset()
    if has_spaced_digits(glyphs):
        glyphs = singly(glyphs)
        spaced = spaced_numbers(glyphs)
    for glyph in glyphs:
        if not glyph.text and previous is not None:
            previous, blank = previous._replace(x1=max(previous.x1, glyph.x1)), True
        if not glyph.text.strip():
            blank = blank or (previous is not None and glyph.x1 - glyph.x0 > _NO_WIDTH * glyph.size)
            continue
        if previous is not None and id(glyph) not in spaced:
            text.append(" " * _blanks(previous, glyph, blank))
        text.append(glyph.text)
        previous, blank = glyph, False
    return "".join(text)


def _blanks(left: Glyph, right: Glyph, blank: bool) -> int:
    size = max(left.size, right.size)
    gap = (right.x0 - left.x1) / size
    if gap <= _LATIN_BLANK and not blank:
        return 0
    if gap >= _WIDE_BLANK:
        return min(_MOST_BLANKS, max(2, round(gap / _BLANK_WIDTH)))
    han = is_han(left.text[-1]) or is_han(right.text[0])
    if blank:
        # A blank between Chinese characters that takes no room is left over from typesetting.
        both = is_han(left.text[-1]) and is_han(right.text[0])
        return 1 if not both or gap > _SQUEEZED_BLANK else 0
    return 1 if gap > (_HAN_BLANK if han else _LATIN_BLANK) else 0


def _is_spread(glyphs: Sequence[Glyph]) -> bool:
    # A clause number stands apart from its clause as well, so the first few characters don't count.
    before = 0
    for left, right in itertools.pairwise(glyphs):
        before += len(left.text) - left.text.count(" ") or 1
        if before > _MARK_LENGTH + 1 and (right.x0 - left.x1) > _SPREAD * max(left.size, right.size):
            return True
    return False


def _lead(glyphs: Sequence[Glyph]) -> float:
    """The room of the first characters that a line break can't part."""
    first = glyphs[0]
    if first.lefts:
        match = _LEAD.match(first.text)
        if match is not None and match.end() < len(first.text):
            return first.rights[match.end() - 1] - first.lefts[0]
        if len(glyphs) == 1 or _ends_at(first, glyphs[1]):
            return first.x1 - first.x0
    if first.text not in _OPENING and is_han(first.text) and (len(glyphs) == 1 or glyphs[1].text[0] not in _CLOSING):
        return first.x1 - first.x0
    shown = [glyph for glyph in singly(glyphs) if glyph.text.strip()]
    end = 1
    while end < len(shown) and shown[end - 1].text in _OPENING:
        end += 1
    if not is_han(shown[end - 1].text):
        while end < len(shown) and not is_han(shown[end].text) and not _blanks(shown[end - 1], shown[end], False):
            end += 1
    while end < len(shown) and shown[end].text in _CLOSING:
        end += 1
    return shown[end - 1].x1 - shown[0].x0


def _ends_at(first: Glyph, following: Glyph) -> bool:
    """Whether a line break may part two characters or runs of them."""
    last, sign = first.text[-1], following.text[0]
    if sign in _CLOSING or last in _OPENING:
        return False
    return is_han(last) or is_han(sign) or _blanks(first, following, False) > 0


def _rows(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    rows: list[tuple[list[float], list[Glyph]]] = []
    ordered = sorted(glyphs, key=_BY_ROW)
    for glyph in ordered:
        top, bottom = glyph.baseline - ASCENT * glyph.size, glyph.baseline + DESCENT * glyph.size
        for extent, members in reversed(rows[-4:]):
            if _overlap(extent[0], extent[1], top, bottom):
                members.append(glyph)
                if bottom - top > extent[1] - extent[0]:
                    extent[:] = [top, bottom]
                break
        else:
            rows.append(([top, bottom], [glyph]))
    return [untangled(sorted(members, key=_FROM_LEFT)) for _, members in rows]


def _overlap(top: float, bottom: float, other_top: float, other_bottom: float) -> bool:
    shared = min(bottom, other_bottom) - max(top, other_top)
    return shared > _SAME_ROW * min(bottom - top, other_bottom - other_top)


def _add(found: list[Piece], glyphs: Sequence[Glyph]) -> None:
    shown = [glyph for glyph in glyphs if glyph.text.strip()]
    if shown:
        found.append(Piece(tuple(glyphs), _room(shown), _usual(glyphs, _SIZE)))


def _middle(piece: Piece) -> float:
    return (piece.box[1] + piece.box[3]) / 2
