"""Which characters of a page stand in which cell of its tables."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from .geometry import Box
from .glyphs import Glyph, singly
from .lines import Line, lines_of
from .tables import Grid

Texts = tuple[tuple[Line, ...], ...]
"""The lines of each cell of a table, cell by cell."""
_BAND = 8.0
_MIDDLE = 0.3
"""The middle of a character above its baseline, in units of the font size."""


def fill(everything: Iterable[Glyph], grids: Sequence[Grid]) -> tuple[list[Glyph], list[tuple[Grid, Texts]]]:
    """Characters outside tables, and each table with the lines of its cells; a cell in a cell's table wins.

    Characters written in one go across the rules of a table stand each in its own cell.
    """
    if not grids:
        return list(everything), []
    inside: list[list[list[Glyph]]] = [[[] for _ in grid.cells] for grid in grids]
    flow: list[Glyph] = []
    if all(grid.lines is not None for grid in grids) and _are_apart(grids):
        _by_lines(everything, grids, inside, flow)
    else:
        _by_cells(everything, grids, inside, flow)
    return flow, [
        (grid, tuple([tuple(lines_of(cell)) if cell else () for cell in cells]))
        for grid, cells in zip(grids, inside, strict=True)
    ]


def _are_apart(grids: Iterable[Grid]) -> bool:
    """Whether each table begins below the one before it; the tables stand from top to bottom."""
    return all(above.box[3] <= below.box[1] for above, below in pairwise(grids))


def _by_lines(
    everything: Iterable[Glyph], grids: Sequence[Grid], inside: list[list[list[Glyph]]], flow: list[Glyph]
) -> None:
    tables = [(*grid.lines, cells) for grid, cells in zip(grids, inside, strict=True) if grid.lines is not None]
    for glyph in everything:
        _, x0, x1, baseline, size, _, lefts, _ = glyph
        y = baseline - _MIDDLE * size
        for xs, ys, cells in tables:
            row = bisect_left(ys, y)
            if not 0 < row < len(ys):
                continue
            column = bisect_left(xs, (x0 + x1) / 2)
            if lefts and not (0 < column < len(xs) and xs[column - 1] <= x0 and x1 <= xs[column]):
                if x0 < xs[-1] and xs[0] < x1:
                    _by_lines(singly((glyph,)), grids, inside, flow)
                else:
                    flow.append(glyph)
            elif 0 < column < len(xs):
                cells[(row - 1) * (len(xs) - 1) + column - 1].append(glyph)
            else:
                flow.append(glyph)
            break
        else:
            flow.append(glyph)


def _by_cells(
    everything: Iterable[Glyph], grids: Sequence[Grid], inside: list[list[list[Glyph]]], flow: list[Glyph]
) -> None:
    bands = _bands(grids)
    for glyph in _each(everything, bands):
        x, y = (glyph.x0 + glyph.x1) / 2, glyph.baseline - _MIDDLE * glyph.size
        for (left, top, right, bottom), (table, at) in bands.get(int(y // _BAND), ()):
            if left <= x <= right and top <= y <= bottom:
                inside[table][at].append(glyph)
                break
        else:
            flow.append(glyph)


def _each(everything: Iterable[Glyph], bands: dict[int, list[tuple[Box, tuple[int, int]]]]) -> Iterator[Glyph]:
    """The characters, those one by one that reach over the edge of the smallest cell they touch."""
    for glyph in everything:
        y = glyph.baseline - _MIDDLE * glyph.size
        for (left, top, right, bottom), _ in bands.get(int(y // _BAND), ()) if glyph.lefts else ():
            if top <= y <= bottom and left < glyph.x1 and glyph.x0 < right:
                if left <= glyph.x0 and glyph.x1 <= right:
                    yield glyph
                else:
                    yield from singly((glyph,))
                break
        else:
            yield glyph


def _bands(grids: Sequence[Grid]) -> dict[int, list[tuple[Box, tuple[int, int]]]]:
    """The cells that reach into each band of the page's height, the smallest first."""
    smallest_first = sorted(
        ((cell.box, (table, at)) for table, grid in enumerate(grids) for at, cell in enumerate(grid.cells)),
        key=lambda entry: (entry[0][2] - entry[0][0]) * (entry[0][3] - entry[0][1]),
    )
    bands: dict[int, list[tuple[Box, tuple[int, int]]]] = {}
    for entry in smallest_first:
        for band in range(int(entry[0][1] // _BAND), int(entry[0][3] // _BAND) + 1):
            bands.setdefault(band, []).append(entry)
    return bands
