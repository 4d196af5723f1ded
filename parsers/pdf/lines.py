"""Characters become pieces of text on a line, and pieces become whole lines."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from .geometry import Box, union
from .glyphs import ASCENT, DESCENT, Glyph
from .script import is_han
from .spacing import spaced_numbers

# All in units of the font size.
_PIECE_GAP = 0.9
"""A wider gap cuts a line into pieces; the columns decide whether they belong together."""
_LATIN_BLANK, _HAN_BLANK = 0.17, 0.6
_SQUEEZED_BLANK, _NO_WIDTH = 0.15, 0.05
_WIDE_BLANK = 1.5
_CUT_GAP = 0.2
_SAME_START = 1.0
_LEAST_STARTS = 3
_SPREAD = 2.5
_MARK_LENGTH = 5
_BLANK_WIDTH = 0.5
_MOST_BLANKS = 8
_SAME_ROW = 0.5
"""Two characters share a row if this part of the smaller one's height overlaps."""
_OPENING = "（《「『【“‘(["
_CLOSING = "，。、；：？！）》」』】”’,.;:?!)%"


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one line that stand close together, from left to right."""

    glyphs: tuple[Glyph, ...]
    box: Box
    table: int | None = None
    """Not text, but a table that takes this room: its place in the page's list."""

    @property
    def size(self) -> float:
        """The font size of most of its characters."""
        return _median(glyph.size for glyph in self.glyphs) if self.glyphs else 0.0


@dataclass(frozen=True, slots=True)
class Line:
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
    return [line for row in rows for line in _line(row)]


def lines_of(glyphs: Sequence[Glyph]) -> list[Line]:
    """Characters of one column put together as lines."""
    if glyphs and all(glyph.baseline == glyphs[0].baseline for glyph in glyphs):
        return list(_line(glyphs))
    return lines(pieces(glyphs))


def _line(glyphs: Sequence[Glyph]) -> Iterator[Line]:
    """The line that characters of one row make; none when they are blanks only."""
    row = sorted(glyphs, key=lambda glyph: (glyph.x0, glyph.x1))
    shown = [glyph for glyph in row if glyph.text.strip()]
    if shown:
        yield Line(
            spell(row),
            union(glyph.box for glyph in shown),
            _median(glyph.baseline for glyph in row),
            _median(glyph.size for glyph in row),
            all(glyph.bold for glyph in shown),
            _lead(shown),
            _is_spread([glyph for glyph in row if glyph.text != " "]),
        )


def _median(values: Iterable[float]) -> float:
    ordered = sorted(values)
    return ordered[0] if ordered[0] == ordered[-1] else median(ordered)


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
        shown = [glyph for glyph in piece.glyphs if glyph.text.strip()]
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
    text: list[str] = []
    previous: Glyph | None = None
    blank = False
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
    return any(
        at > _MARK_LENGTH and (right.x0 - left.x1) > _SPREAD * max(left.size, right.size)
        for at, (left, right) in enumerate(itertools.pairwise(glyphs))
    )


def _lead(glyphs: Sequence[Glyph]) -> float:
    end = 1
    while end < len(glyphs) and glyphs[end - 1].text in _OPENING:
        end += 1
    if not is_han(glyphs[end - 1].text):
        while end < len(glyphs) and not is_han(glyphs[end].text) and not _blanks(glyphs[end - 1], glyphs[end], False):
            end += 1
    while end < len(glyphs) and glyphs[end].text in _CLOSING:
        end += 1
    return glyphs[end - 1].x1 - glyphs[0].x0


def _rows(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    rows: list[tuple[list[float], list[Glyph]]] = []
    ordered = sorted(glyphs, key=lambda glyph: (glyph.baseline, glyph.x0))
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
    return [sorted(members, key=lambda glyph: (glyph.x0, glyph.x1)) for _, members in rows]


def _overlap(top: float, bottom: float, other_top: float, other_bottom: float) -> bool:
    shared = min(bottom, other_bottom) - max(top, other_top)
    return shared > _SAME_ROW * min(bottom - top, other_bottom - other_top)


def _add(found: list[Piece], glyphs: Sequence[Glyph]) -> None:
    shown = [glyph for glyph in glyphs if glyph.text.strip()]
    if shown:
        found.append(Piece(tuple(glyphs), union(glyph.box for glyph in shown)))


def _middle(piece: Piece) -> float:
    return (piece.box[1] + piece.box[3]) / 2
