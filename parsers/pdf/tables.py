"""Ruled tables of a PDF page: pdfplumber's table finder fed with pdfium's lines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .geometry import Box, union
from .rulings import Ruling

_SNAP = 3.0
_LEAST_LENGTH = 3.0
_MOST_CROSSINGS = 6_000
"""Beyond that a page is a drawing, and its lines are no table."""
_MOST_PAIRS = 4_000_000


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a table: its room on the page and its place in the grid, from 1."""

    box: Box
    row: int
    column: int
    row_span: int
    column_span: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, cells row by row."""

    box: Box
    cells: tuple[GridCell, ...]


def ruled_tables(lines: Sequence[Ruling]) -> list[Grid]:
    """Tables whose cells are ruled on all sides, from top to bottom; a lone box is none."""
    if sum(line.across for line in lines) < 2 or sum(not line.across for line in lines) < 2:
        return []
    from pdfplumber import table as plumber

    edges = plumber.merge_edges([_edge(line) for line in lines], _SNAP, _SNAP, _SNAP, _SNAP)
    edges = [edge for edge in edges if max(edge["x1"] - edge["x0"], edge["bottom"] - edge["top"]) >= _LEAST_LENGTH]
    across = sum(edge["orientation"] == "h" for edge in edges)
    if across * (len(edges) - across) > _MOST_PAIRS:
        return []
    crossings = plumber.edges_to_intersections(edges, _SNAP, _SNAP)
    if len(crossings) > _MOST_CROSSINGS:
        return []
    return [grid(cells) for cells in plumber.cells_to_tables(_cells(crossings))]


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


def _cells(crossings: Mapping[tuple[float, float], Mapping[str, Sequence[object]]]) -> list[Box]:
    """The smallest rectangle right of and below each crossing: `intersections_to_cells` without its searches."""
    down = {point: frozenset(map(id, edges["v"])) for point, edges in crossings.items()}
    across = {point: frozenset(map(id, edges["h"])) for point, edges in crossings.items()}
    columns: dict[float, list[float]] = {}
    rows: dict[float, list[float]] = {}
    for x, y in sorted(crossings):
        columns.setdefault(x, []).append(y)
        rows.setdefault(y, []).append(x)
    found: list[Box] = []
    for x, y in sorted(crossings):
        ys, xs = columns[x], rows[y]
        below = [low for low in ys[bisect_right(ys, y) :] if not down[x, y].isdisjoint(down[x, low])]
        right = [far for far in xs[bisect_right(xs, x) :] if not across[x, y].isdisjoint(across[far, y])]
        corners = (
            (far, low)
            for low in below
            for far in right
            if (far, low) in crossings
            and not down[far, low].isdisjoint(down[far, y])
            and not across[far, low].isdisjoint(across[x, low])
        )
        corner = next(corners, None)
        if corner is not None:
            found.append((x, y, *corner))
    return found


def _edge(line: Ruling) -> dict[str, object]:
    return {
        "x0": line.x0,
        "x1": line.x1,
        "top": line.top,
        "bottom": line.bottom,
        "width": line.x1 - line.x0,
        "height": line.bottom - line.top,
        "orientation": "h" if line.across else "v",
        "object_type": "line",
    }


def _steps(values: Iterable[float]) -> list[float]:
    """Distinct positions in order; those closer than a point are one."""
    steps: list[float] = []
    for value in sorted(values):
        if not steps or value - steps[-1] > 1.0:
            steps.append(value)
    return steps


def _step(steps: Sequence[float], value: float) -> int:
    return max(1, bisect_right(steps, value))
