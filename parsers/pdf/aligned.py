"""Tables without rules: rows of short texts that stand in columns, signatures side by side among them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from statistics import median

from .columns import is_prose
from .geometry import Box, union
from .lines import Piece, first_word, rows_of, spell
from .tables import Grid, grid

_LEAST_ROWS = 3
# In units of the font size.
_GUTTER, _GUTTER_OF_TWO = 0.7, 2.0
_WRAP_GAP = 0.7
"""Lines of one cell stand closer than that."""
_WIDE_WRAP_GAP = 1.0
"""Or than that, in text set widely, when each goes on below a full line."""
_WRAP_STEP = 0.88
"""The step from a line of a cell to the next, against the step from row to row."""
_ROW_GAP = 3.0
"""Rows further apart belong to two tables."""
_LABEL = re.compile(r"[^，。；,;:：]{1,24}[:：]")
_MARK_ROOM = 3.0
"""A first column narrower than that holds the numbers of a list, not the first column of a table."""

Column = tuple[float, float]


@dataclass(slots=True)
class _Run:
    """Rows that may be a table; each holds the pieces of one line or of several, where a cell is wrapped."""

    rows: list[list[Piece]] = field(default_factory=list)

    @property
    def pieces(self) -> list[Piece]:
        return [piece for row in self.rows for piece in row]


def aligned_tables(parts: Sequence[Piece]) -> list[tuple[Grid, list[Piece]]]:
    """Tables of at least three rows, each with the pieces of text in it."""
    runs = _runs(rows_of(parts))
    return [(_grid(run), run.pieces) for run in (_begun(_unwrapped(run)) for run in runs) if _is_table(run)]


def columns_of(pieces: Iterable[Piece], gutter: float = _GUTTER) -> list[Column]:
    """The stretches of the width that text stands in, parted by at least `gutter` font sizes."""
    found: list[Column] = []
    for piece in sorted(pieces, key=lambda piece: piece.box[0]):
        if found and piece.box[0] - found[-1][1] < gutter * piece.size:
            found[-1] = found[-1][0], max(found[-1][1], piece.box[2])
        else:
            found.append((piece.box[0], piece.box[2]))
    return found


def grid_of(rows: Sequence[Box], columns: Sequence[Column]) -> Grid:
    """A grid whose cells meet half-way between the rows and columns of text."""
    xs = [columns[0][0] - 1, *_between([column[1] for column in columns], [column[0] for column in columns])]
    ys = [rows[0][1] - 1, *_between([row[3] for row in rows], [row[1] for row in rows])]
    xs.append(columns[-1][1] + 1)
    ys.append(rows[-1][3] + 1)
    return grid((x0, y0, x1, y1) for y0, y1 in itertools.pairwise(ys) for x0, x1 in itertools.pairwise(xs))


def _between(ends: Sequence[float], starts: Sequence[float]) -> list[float]:
    return [(end + start) / 2 for end, start in zip(ends, starts[1:], strict=False)]


def _runs(rows: Sequence[list[Piece]]) -> list[_Run]:
    runs: list[_Run] = [_Run()]
    for row in rows:
        run = runs[-1]
        if run.rows and _is_near(run, row):
            if _is_wrapped(run, row):
                run.rows[-1] = run.rows[-1] + row
                continue
            if len(row) > 1 and _keeps_columns(run, row):
                run.rows.append(row)
                continue
        runs.append(_Run([row] if len(row) > 1 else []))
    return runs


def _unwrapped(run: _Run) -> _Run:
    """A run with the rows put together that are second lines of the cells above them, all cells at once.

    Wrapped lines stand closer than rows do, start where the line above starts, and follow on full lines.
    """
    if len(run.rows) < _LEAST_ROWS:
        return run
    columns = columns_of(run.pieces)
    steps = [_step(above, below) for above, below in itertools.pairwise(run.rows)]
    rows = [run.rows[0]]
    for step, row in zip(steps, run.rows[1:], strict=True):
        if step <= _WRAP_STEP * max(steps) and _starts_alike(rows[-1], row) and _all_follow(row, rows[-1], columns):
            rows[-1] = rows[-1] + row
        else:
            rows.append(row)
    return _Run(rows)


def _begun(run: _Run) -> _Run:
    """A run without the lines before its table: pieces far apart, but all in the first column."""
    columns = columns_of(run.pieces)
    rows = itertools.dropwhile(lambda row: len(columns) > 1 and _reach(row) <= columns[0][1], run.rows)
    return _Run(list(rows))


def _reach(row: Sequence[Piece]) -> float:
    return max(piece.box[2] for piece in row)


def _step(above: Sequence[Piece], below: Sequence[Piece]) -> float:
    return min(piece.box[3] for piece in below) - max(piece.box[3] for piece in above)


def _starts_alike(above: Sequence[Piece], below: Sequence[Piece]) -> bool:
    return all(any(abs(piece.box[0] - other.box[0]) <= 1.0 for other in above) for piece in below)


def _is_near(run: _Run, row: Sequence[Piece]) -> bool:
    above = max(piece.box[3] for piece in run.rows[-1])
    return min(piece.box[1] for piece in row) - above <= _ROW_GAP * median(piece.size for piece in row)


def _keeps_columns(run: _Run, row: Sequence[Piece]) -> bool:
    most = max(len(columns_of(other)) for other in [*run.rows, row])
    return len(columns_of([*run.pieces, *row])) >= most


def _is_wrapped(run: _Run, row: Sequence[Piece]) -> bool:
    """Whether a row is the second line of cells above it.

    It leaves out a column, stands close, and each of its pieces follows on one whose line was full, or else the
    first column, where each row of a table has its name, is empty.
    """
    columns = columns_of(run.pieces)
    size = median(piece.size for piece in row)
    gap = min(piece.box[1] for piece in row) - max(piece.box[3] for piece in run.rows[-1])
    if len(row) >= len(columns) or gap > _WIDE_WRAP_GAP * size or not _keeps_columns(run, row):
        return False
    if gap > _WRAP_GAP * size:
        return _starts_alike(run.rows[-1], row) and _all_follow(row, run.rows[-1], columns)
    if len(columns) > 2 and all(piece.box[0] > columns[0][1] for piece in row):
        return True
    return _all_follow(row, run.rows[-1], columns)


def _all_follow(row: Sequence[Piece], above: Sequence[Piece], columns: Sequence[Column]) -> bool:
    size = median(piece.size for piece in row)
    edges = [*(start - size for start, _ in columns[1:]), columns[-1][1]]
    return all(_follows(piece, above, columns, edges) for piece in row)


def _follows(piece: Piece, above: Sequence[Piece], columns: Sequence[Column], edges: Sequence[float]) -> bool:
    for column, edge in zip(columns, edges, strict=True):
        if column[0] - 1 <= piece.box[0] <= column[1] + 1:
            over = [other for other in above if column[0] - 1 <= other.box[0] <= column[1] + 1]
            last = max(over, key=lambda other: other.box[3], default=None)
            return last is not None and edge - last.box[2] < first_word(piece) + 0.5 * piece.size
    return False


def _is_table(run: _Run) -> bool:
    if len(run.rows) < _LEAST_ROWS:
        return False
    columns = columns_of(run.pieces)
    size = median(piece.size for piece in run.pieces)
    if len(columns) == 2 and columns[0][1] - columns[0][0] < _MARK_ROOM * size:
        return False
    if len(columns) == 2 and _usual_gutter(run, columns[1][0]) < _GUTTER_OF_TWO * size:
        return _is_labelled(run, columns)
    prose = sum(is_prose([piece for piece in run.pieces if low <= piece.box[0] <= high]) for low, high in columns)
    return len(columns) > 1 and prose < max(2, len(columns) - 1)


def _is_labelled(run: _Run, columns: Sequence[Column]) -> bool:
    """Whether both columns of most rows begin with a label, as in `Bank: …    Bank: …` of two who sign."""
    rows = 0
    for row in run.rows:
        firsts = [next((p for p in row if low - 1 <= p.box[0] <= high + 1), None) for low, high in columns]
        rows += all(first is not None and _LABEL.match(spell(first.glyphs)) for first in firsts)
    return rows >= _LEAST_ROWS and 4 * rows >= 3 * len(run.rows)


def _usual_gutter(run: _Run, start: float) -> float:
    """The usual room between the text of the first column and the second column."""
    ends = [
        max(piece.box[2] for piece in row if piece.box[0] < start - 1) for row in run.rows if row[0].box[0] < start - 1
    ]
    return start - median(ends)


def _grid(run: _Run) -> Grid:
    return grid_of([union(piece.box for piece in row) for row in run.rows], columns_of(run.pieces))
