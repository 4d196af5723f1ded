"""The straight lines a PDF page draws: table rules, underlines, blanks to fill in."""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from .geometry import Box, Frame

_THIN = 2.5
"""A filled rectangle at most this thick, in points, is a line."""
_STRAIGHT = 0.75
_MOST_OBJECTS = 50_000
_MOST_SEGMENTS = 200
_DEEPEST_FORM = 6

_Matrix = tuple[float, float, float, float, float, float]
_SAME: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Ruling:
    """A straight line from end to end; `across` when it is horizontal."""

    x0: float
    top: float
    x1: float
    bottom: float
    across: bool

    @property
    def length(self) -> float:
        """In points."""
        return self.x1 - self.x0 if self.across else self.bottom - self.top


def rulings(page: Any, frame: Frame) -> list[Ruling]:
    """The horizontal and vertical lines of a page, seen in a frame: strokes, thin bars, outlines of rectangles."""
    found: list[Ruling] = []
    budget = [_MOST_OBJECTS]
    count = pdfium.FPDFPage_CountObjects(page)
    for points, stroked in _paths(pdfium.FPDFPage_GetObject, page, count, _SAME, budget, 0):
        seen = [frame.seen(*point) for point in points]
        found += _lines(seen, stroked)
    width, height = frame.size
    return [line for line in found if line.x1 >= 0 and line.x0 <= width and line.bottom >= 0 and line.top <= height]


def pictured_share(page: Any, frame: Frame) -> float:
    """The part of a page that its largest image covers, from 0 to 1."""
    width, height = frame.size
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    largest = 0.0
    for at in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        item = pdfium.FPDFPage_GetObject(page, at)
        if pdfium.FPDFPageObj_GetType(item) != pdfium.FPDF_PAGEOBJ_IMAGE:
            continue
        if pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top):
            largest = max(largest, (right.value - left.value) * (top.value - bottom.value))
    return min(1.0, largest / max(width * height, 1.0))


def _paths(
    get: Any, holder: Any, count: int, matrix: _Matrix, budget: list[int], depth: int
) -> Iterator[tuple[list[tuple[float, float]], bool]]:
    """Runs of connected points in the page's axes, and whether they are stroked; forms are walked into."""
    own = pdfium.FS_MATRIX()
    for at in range(count):
        budget[0] -= 1
        if budget[0] < 0:
            return
        item = get(holder, at)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind not in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_FORM):
            continue
        pdfium.FPDFPageObj_GetMatrix(item, own)
        placed = _after((own.a, own.b, own.c, own.d, own.e, own.f), matrix)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield from _path(item, placed)
        elif depth < _DEEPEST_FORM:
            inner = pdfium.FPDFFormObj_CountObjects(item)
            yield from _paths(pdfium.FPDFFormObj_GetObject, item, inner, placed, budget, depth + 1)


def _path(item: Any, matrix: _Matrix) -> Iterator[tuple[list[tuple[float, float]], bool]]:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
    segments = pdfium.FPDFPath_CountSegments(item)
    if not (fill.value or stroke.value) or segments > _MOST_SEGMENTS:
        return
    run: list[tuple[float, float]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for at in range(segments):
        segment = pdfium.FPDFPath_GetPathSegment(item, at)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = _through(matrix, x.value, y.value)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if len(run) > 1:
                yield run, bool(stroke.value)
            run = [point]
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            run.append(point)
        else:
            run = [point]
        if pdfium.FPDFPathSegment_GetClose(segment) and len(run) > 2:
            run.append(run[0])
    if len(run) > 1:
        yield run, bool(stroke.value)


def _lines(points: list[tuple[float, float]], stroked: bool) -> Iterator[Ruling]:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    box: Box = (min(xs), min(ys), max(xs), max(ys))
    width, height = box[2] - box[0], box[3] - box[1]
    if len(points) > 2 and min(width, height) <= _THIN:
        if max(width, height) > _THIN:
            yield _middle(box, width >= height)
    elif stroked:
        for (x0, y0), (x1, y1) in itertools.pairwise(points):
            across, upright = abs(y1 - y0) <= _STRAIGHT, abs(x1 - x0) <= _STRAIGHT
            if across != upright:
                yield _middle((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)), across)


def _middle(box: Box, across: bool) -> Ruling:
    x0, top, x1, bottom = box
    if across:
        return Ruling(x0, (top + bottom) / 2, x1, (top + bottom) / 2, True)
    return Ruling((x0 + x1) / 2, top, (x0 + x1) / 2, bottom, False)


def _through(matrix: _Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _after(inner: _Matrix, outer: _Matrix) -> _Matrix:
    a, b, c, d, e, f = inner
    left, down = _through(outer, e, f)
    first, second = _through(outer, a, b), _through(outer, c, d)
    e0, f0 = outer[4], outer[5]
    return first[0] - e0, first[1] - f0, second[0] - e0, second[1] - f0, left, down
