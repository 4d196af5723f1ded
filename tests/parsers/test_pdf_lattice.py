"""The cells that ruled lines enclose are those that pdfplumber's table finder sees."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdfplumber import table as plumber
from presign.parsers.pdf.lattice import Plain, lattices
from presign.parsers.pdf.rulings import Ruling
from presign.parsers.pdf.tables import ruled_tables

Line = tuple[float, float, float, bool]


def _ruling(line: Line) -> Ruling:
    at, start, end, across = line
    return Ruling(start, at, end, at, True) if across else Ruling(at, start, at, end, False)


def _edge(line: Line) -> dict[str, object]:
    at, start, end, across = line
    x0, x1, top, bottom = (start, end, at, at) if across else (at, at, start, end)
    place = {"x0": x0, "x1": x1, "top": top, "bottom": bottom, "width": x1 - x0, "height": bottom - top}
    return {**place, "orientation": "h" if across else "v", "object_type": "line"}


def _by_plumber(lines: list[Line]) -> list[list[tuple[int, ...]]]:
    edges = plumber.merge_edges([_edge(line) for line in lines], 3, 3, 3, 3)
    edges = [edge for edge in edges if max(edge["x1"] - edge["x0"], edge["bottom"] - edge["top"]) >= 3]
    cells = plumber.intersections_to_cells(plumber.edges_to_intersections(edges, 3, 3))
    return sorted(sorted(map(_rounded, table)) for table in plumber.cells_to_tables(cells))


def _by_presign(lines: list[Line]) -> list[list[tuple[int, ...]]]:
    tables = ruled_tables([_ruling(line) for line in lines])
    return sorted(sorted(_rounded(cell.box) for cell in table.cells) for table in tables)


def _rounded(box: tuple[float, ...]) -> tuple[int, ...]:
    return tuple(round(100 * side) for side in box)


def _full(xs: list[float], ys: list[float]) -> list[Line]:
    return [(x, ys[0], ys[-1], False) for x in xs] + [(y, xs[0], xs[-1], True) for y in ys]


def _one_by_one(xs: list[float], ys: list[float]) -> list[Line]:
    """Each cell drawn as a box of its own, as word processors do."""
    found: list[Line] = []
    for left, right in itertools.pairwise(xs):
        for top, bottom in itertools.pairwise(ys):
            found += [(left, top, bottom, False), (right, top, bottom, False)]
            found += [(top, left, right, True), (bottom, left, right, True)]
    return found


XS, YS = [90.0, 180.0, 300.0, 400.0], [100.0, 120.0, 140.0]


@pytest.mark.parametrize(
    ("lines", "tables"),
    [
        pytest.param(_full(XS, YS), [6], id="plain"),
        pytest.param(_one_by_one(XS, YS), [6], id="cell by cell"),
        pytest.param(_full(XS[:2], YS[:2]), [], id="a lone box"),
        pytest.param(_full(XS, YS) + _full(XS, [300.0, 320.0]), [6, 3], id="two tables"),
        pytest.param([line for line in _full(XS, YS) if line[0] != 180] + [(180, 100, 120, False)], [5], id="merged"),
        pytest.param(_full([90, 180], YS) + _full([180, 300], [140, 160, 180]), [4], id="sharing a corner"),
        pytest.param([(100, 90, 400, True), (120, 90, 400, True)], [], id="rules only"),
    ],
)
def test_cells_by_hand(lines: list[Line], tables: list[int]):
    assert [len(table.cells) for table in ruled_tables([_ruling(line) for line in lines])] == tables
    assert _by_presign(lines) == _by_plumber(lines)


def test_lines_that_all_cross_are_a_plain_grid():
    assert list(lattices([_ruling(line) for line in _full(XS, YS)])) == [Plain(tuple(XS), tuple(YS))]


_places = st.integers(0, 12).map(lambda step: step * 10.0)
_shakes = st.sampled_from([0.0, 0.0, 0.0, 0.4, -1.1, 2.0])


@st.composite
def _lines(draw: st.DrawFn) -> list[Line]:
    found: list[Line] = []
    for _ in range(draw(st.integers(1, 14))):
        start = draw(_places)
        length = draw(st.sampled_from([10.0, 20.0, 40.0, 80.0, 120.0]))
        shaken = draw(_places) + draw(_shakes), start + draw(_shakes), start + length + draw(_shakes)
        found.append((*shaken, draw(st.booleans())))
    return found


@given(_lines())
@settings(max_examples=300, deadline=None, derandomize=True)
def test_any_lines_enclose_what_pdfplumber_sees(lines: list[Line]):
    assert _by_presign(lines) == _by_plumber(lines)


@given(st.lists(_places, min_size=2, max_size=6, unique=True), st.lists(_places, min_size=2, max_size=6, unique=True))
@settings(max_examples=100, deadline=None, derandomize=True)
def test_grids_drawn_whole_or_cell_by_cell_are_alike(xs: list[float], ys: list[float]):
    xs, ys = sorted(xs), sorted(ys)

    assert _by_presign(_full(xs, ys)) == _by_plumber(_full(xs, ys)) == _by_presign(_one_by_one(xs, ys))
