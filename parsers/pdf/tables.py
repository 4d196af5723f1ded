"""Ruled tables of a PDF page, their cells numbered by row and column."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..quick import quick_tuple
from .geometry import Box, union
from .lattice import Plain, lattices
from .rulings import Ruling


class GridCell(NamedTuple):
    """A cell of a table: its room on the page and its place in the grid, from 1. A tuple, as there are many."""

    box: Box
    row: int
    column: int
    row_span: int
    column_span: int


_cell = quick_tuple(GridCell)


class Grid(NamedTuple):
    """A table, cells row by row."""

    box: Box
    cells: tuple[GridCell, ...]
    lines: Plain | None = None
    """Its lines, when all go from end to end: then there is a cell for each row and column."""


def ruled_tables(lines: Sequence[Ruling]) -> list[Grid]:
    """Tables whose cells are ruled on all sides, from top to bottom; a lone box is none."""
    found = [plain_grid(cells) if isinstance(cells, Plain) else grid(cells) for cells in lattices(lines)]
    return sorted(found, key=lambda table: (table.cells[0].box[1], table.cells[0].box[0]))


def plain_grid(lines: Plain) -> Grid:
    """The table whose lines all go from end to end."""
    xs, ys = lines
    cells = tuple(
        _cell(((x0, y0, x1, y1), row, column, 1, 1))
        for row, (y0, y1) in enumerate(itertools.pairwise(ys), 1)
        for column, (x0, x1) in enumerate(itertools.pairwise(xs), 1)
    )
    return Grid((xs[0], ys[0], xs[-1], ys[-1]), cells, lines)


def grid(boxes: Iterable[Box]) -> Grid:
    """The boxes of a table's cells numbered by row and column, with the spans of merged cells."""
    cells = sorted(set(boxes), key=lambda box: (box[1], box[0]))
    xs = _steps([box[0] for box in cells] + [box[2] for box in cells])
    ys = _steps([box[1] for box in cells] + [box[3] for box in cells])
    numbered = []
    for box in cells:
        column, end_column = _step(xs, box[0]), _step(xs, box[2])
        row, end_row = _step(ys, box[1]), _step(ys, box[3])
        numbered.append(GridCell(box, row, column, max(1, end_row - row), max(1, end_column - column)))
    return Grid(union(cells), tuple(sorted(numbered, key=lambda cell: (cell.row, cell.column))))


def _steps(values: Iterable[float]) -> list[float]:
    """Distinct positions in order; those closer than a point are one."""
    steps: list[float] = []
    for value in sorted(values):
        if not steps or value - steps[-1] > 1.0:
            steps.append(value)
    return steps


def _step(steps: Sequence[float], value: float) -> int:
    return max(1, bisect_right(steps, value))
