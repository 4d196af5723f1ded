"""The straight lines a PDF page draws: table rules, underlines, blanks to fill in."""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pypdfium2.raw as pdfium

from . import native
from .geometry import Box, Frame
from .objects import Placed, through

_THIN = 2.5
"""A filled rectangle at most this thick, in points, is a line."""
_STRAIGHT = 0.75
_MOST_SEGMENTS = 200


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


Run = tuple[list[tuple[float, float]], bool]
"""Connected points in the page's axes, and whether they are stroked."""


def rulings(drawn: Iterable[Placed], frame: Frame) -> list[Ruling]:
    """The horizontal and vertical lines of a page, seen in a frame: strokes, thin bars, outlines of rectangles."""
    found: list[Ruling] = []
    for placed in drawn:
        if placed.kind == pdfium.FPDF_PAGEOBJ_PATH:
            for points, stroked in runs(placed):
                found += _lines([frame.seen(*point) for point in points], stroked)
    width, height = frame.size
    return [line for line in found if line.x1 >= 0 and line.x0 <= width and line.bottom >= 0 and line.top <= height]


def pictured_share(drawn: Iterable[Placed], frame: Frame) -> float:
    """The part of a page that its largest image covers, from 0 to 1."""
    width, height = frame.size
    largest = 0.0
    for placed in drawn:
        if placed.kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            a, b, c, d, _, _ = placed.matrix
            largest = max(largest, (abs(a) + abs(c)) * (abs(b) + abs(d)))
    return min(1.0, largest / max(width * height, 1.0))


def runs(placed: Placed) -> Iterator[Run]:
    """The straight stretches of a path that is painted; curves cut them."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    native.draw_mode(placed.item, ctypes.addressof(fill), ctypes.addressof(stroke))
    segments = native.segments_in_path(placed.item)
    if not (fill.value or stroke.value) or segments > _MOST_SEGMENTS:
        return
    run: list[tuple[float, float]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    x_at, y_at = ctypes.addressof(x), ctypes.addressof(y)
    for at in range(segments):
        segment = native.segment_of_path(placed.item, at)
        native.segment_point(segment, x_at, y_at)
        point = through(placed.matrix, x.value, y.value)
        kind = native.segment_kind(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if len(run) > 1:
                yield run, bool(stroke.value)
            run = [point]
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            run.append(point)
        else:
            run = [point]
        if native.closes(segment) and len(run) > 2:
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
