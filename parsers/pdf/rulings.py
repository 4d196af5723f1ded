"""The straight lines a PDF page draws: table rules, underlines, blanks to fill in."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice, repeat
from typing import NamedTuple

import pypdfium2.raw as pdfium

from ..quick import quick_tuple
from . import native
from .geometry import Frame
from .objects import Placed

_THIN = 2.5
"""A filled rectangle at most this thick, in points, is a line."""
_STRAIGHT = 0.75
_MOST_SEGMENTS = 200
_PATH, _IMAGE = pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE
_MOVE_TO, _LINE_TO = pdfium.FPDF_SEGMENT_MOVETO, pdfium.FPDF_SEGMENT_LINETO


class Ruling(NamedTuple):
    """A straight line from end to end; `across` when it is horizontal. A tuple, as tables are made of many."""

    x0: float
    top: float
    x1: float
    bottom: float
    across: bool

    @property
    def length(self) -> float:
        """In points."""
        return self.x1 - self.x0 if self.across else self.bottom - self.top


_ruling = quick_tuple(Ruling)

Run = tuple[list[tuple[float, float]], bool]
"""Connected points in the page's axes, and whether they are stroked."""


def rulings(drawn: Iterable[Placed], frame: Frame) -> list[Ruling]:
    """The horizontal and vertical lines of a page, seen in a frame: strokes, thin bars, outlines of rectangles."""
    found: list[Ruling] = []
    seen = frame.seen
    for points, stroked in runs([placed for placed in drawn if placed.kind == _PATH]):
        if len(points) > 2:
            _add_lines(found, [seen(*point) for point in points], stroked)
        elif stroked:
            (one, other) = points
            _add_line(found, *seen(*one), *seen(*other))
    width, height = frame.size
    return [line for line in found if line.x1 >= 0 and line.x0 <= width and line.bottom >= 0 and line.top <= height]


def pictured_share(drawn: Iterable[Placed], frame: Frame) -> float:
    """The part of a page that its largest image covers, from 0 to 1."""
    width, height = frame.size
    largest = 0.0
    for placed in drawn:
        if placed.kind == _IMAGE:
            a, b, c, d, _, _ = placed.matrix
            largest = max(largest, (abs(a) + abs(c)) * (abs(b) + abs(d)))
    return min(1.0, largest / max(width * height, 1.0))


def runs(paths: Sequence[Placed]) -> Iterator[Run]:
    """The straight stretches of paths that are painted; curves cut them. All are asked for in one go."""
    painted = [placed for placed in paths if placed.fill or placed.stroke]
    counts = list(map(native.segments_in_path, [placed.item for placed in painted]))
    taken = [(placed, count) for placed, count in zip(painted, counts, strict=True) if 0 < count <= _MOST_SEGMENTS]
    owners = chain.from_iterable(repeat(placed.item, count) for placed, count in taken)
    numbers = chain.from_iterable(range(count) for _, count in taken)
    parts = native.asked(native.segment_of_path, list(owners), numbers)
    sides = iter(native.told(native.segment_point, native.CORNER, parts)[1])
    segments = zip(parts, map(native.segment_kind, parts), sides, sides, strict=True)
    for placed, count in taken:
        yield from _runs_of(placed, islice(segments, count))


def _runs_of(placed: Placed, segments: Iterable[tuple[int, int, float, float]]) -> Iterator[Run]:
    stroked = bool(placed.stroke)
    run: list[tuple[float, float]] = []
    a, b, c, d, e, f = placed.matrix
    for segment, kind, x, y in segments:
        point = a * x + c * y + e, b * x + d * y + f
        if kind == _LINE_TO:
            run.append(point)
        else:
            if kind == _MOVE_TO and len(run) > 1:
                yield run, stroked
            run = [point]
        if len(run) > 2 and native.closes(segment):
            run.append(run[0])
    if len(run) > 1:
        yield run, stroked


def _add_lines(found: list[Ruling], points: list[tuple[float, float]], stroked: bool) -> None:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    left, top, right, bottom = min(xs), min(ys), max(xs), max(ys)
    width, height = right - left, bottom - top
    if min(width, height) <= _THIN:
        if max(width, height) > _THIN:
            found.append(_middle(left, top, right, bottom, width >= height))
    elif stroked:
        for (x0, y0), (x1, y1) in itertools.pairwise(points):
            _add_line(found, x0, y0, x1, y1)


def _add_line(found: list[Ruling], x0: float, y0: float, x1: float, y1: float) -> None:
    """A stroke from one point to another, if it goes along the page's width or its height."""
    if x1 < x0:
        x0, x1 = x1, x0
    if y1 < y0:
        y0, y1 = y1, y0
    across = y1 - y0 <= _STRAIGHT
    if across != (x1 - x0 <= _STRAIGHT):
        found.append(_middle(x0, y0, x1, y1, across))


def _middle(x0: float, top: float, x1: float, bottom: float, across: bool) -> Ruling:
    if across:
        return _ruling((x0, (top + bottom) / 2, x1, (top + bottom) / 2, True))
    return _ruling(((x0 + x1) / 2, top, (x0 + x1) / 2, bottom, False))
