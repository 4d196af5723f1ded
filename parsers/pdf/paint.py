"""What a PDF page paints over its areas, in order: the ground a text stands on, and what was laid over it."""

from __future__ import annotations

import ctypes
import itertools
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from . import native
from .geometry import Box
from .ink import Colour, colour_of
from .objects import Objects, Placed, through
from .rulings import runs

_PATH = pdfium.FPDF_PAGEOBJ_PATH
_THIN = 2.5
_BAND = 16.0
_MOST_PAINTS = 2_000
_MOST_BANDS = 400
_MOST_PIXELS = 4_000_000
_OPAQUE = 250
_EDGE = 2
_MOST_POINTS = 6


class Paint(NamedTuple):
    """An area painted, in PDF's axes (left, bottom, right, top)."""

    order: int
    box: Box
    colour: Colour | None
    """None where it isn't of one colour, or not known to fill its box: an image, a shading, a drawing."""
    opaque: bool
    """Whether it is sure to hide what lies under all of its box."""
    image: int
    """The image's address; 0 for others."""


@dataclass(frozen=True, slots=True)
class Paints:
    """The painted areas of a page by bands of its height, and the place of each text object in the order."""

    bands: dict[int, list[Paint]]
    order: Mapping[int, int]
    document: Any
    page: Any

    def at(self, x: float, y: float) -> list[Paint]:
        """What is painted over a point, from the lowest to the topmost."""
        return [
            paint
            for paint in self.bands.get(int(y // _BAND), ())
            if paint.box[0] <= x <= paint.box[2] and paint.box[1] <= y <= paint.box[3]
        ]

    def beside(self, low: float, high: float) -> list[Paint]:
        """What is painted at some heights."""
        first, last = int(low // _BAND), int(high // _BAND)
        return [
            paint for band in range(first, min(last, first + _MOST_BANDS) + 1) for paint in self.bands.get(band, ())
        ]


def paints(document: Any, page: Any, drawn: Objects) -> Paints:
    """The areas of a page that are painted."""
    bands: dict[int, list[Paint]] = defaultdict(list)
    count = 0
    for placed in drawn.placed:
        paint = _paint(placed) if count < _MOST_PAINTS else None
        if paint is not None:
            count += 1
            low, high = int(paint.box[1] // _BAND), int(paint.box[3] // _BAND)
            for band in range(low, min(high, low + _MOST_BANDS) + 1):
                bands[band].append(paint)
    return Paints(dict(bands), drawn.texts, document, page)


def has_holes(painted: Paints, paint: Paint) -> bool:
    """Whether an image may let through what lies below: it has a mask or is turned, or it is too large to tell."""
    handle = ctypes.cast(paint.image, pdfium.FPDF_PAGEOBJECT)
    width, height = ctypes.c_uint(), ctypes.c_uint()
    left, bottom, right, top = paint.box
    if not pdfium.FPDFImageObj_GetImagePixelSize(handle, width, height):
        return True
    if max(width.value * height.value, (right - left) * (top - bottom)) > _MOST_PIXELS:
        return True
    bitmap = pdfium.FPDFImageObj_GetRenderedBitmap(painted.document, painted.page, handle)
    if not bitmap:
        return True
    try:
        return _has_clear_pixel(bitmap)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)


def _has_clear_pixel(bitmap: Any) -> bool:
    """Whether a pixel away from the edge, which may be drawn half, isn't opaque."""
    if pdfium.FPDFBitmap_GetFormat(bitmap) != pdfium.FPDFBitmap_BGRA:
        return False
    stride, height = pdfium.FPDFBitmap_GetStride(bitmap), pdfium.FPDFBitmap_GetHeight(bitmap)
    width = pdfium.FPDFBitmap_GetWidth(bitmap)
    data = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    rows = range(_EDGE, height - _EDGE)
    return any(
        min(data[row * stride + 4 * _EDGE + 3 : row * stride + 4 * (width - _EDGE) : 4], default=255) < _OPAQUE
        for row in rows
    )


def _paint(placed: Placed) -> Paint | None:
    if placed.kind == _PATH:
        return _filled(placed) if placed.fill else None
    if placed.kind == pdfium.FPDF_PAGEOBJ_IMAGE:
        box = _box([through(placed.matrix, x, y) for x, y in ((0, 0), (1, 0), (0, 1), (1, 1))])
        clear = placed.see_through or bool(native.is_transparent(placed.item)) or _is_clipped(placed.item)
        return Paint(placed.order, box, None, not clear, placed.item)
    if placed.kind == pdfium.FPDF_PAGEOBJ_SHADING:
        everywhere = -20_000.0, -20_000.0, 20_000.0, 20_000.0
        return Paint(placed.order, everywhere, None, False, 0)
    return None


def _filled(placed: Placed) -> Paint | None:
    stretches = list(runs([placed]))
    points = [point for run, _ in stretches for point in run]
    if not points:
        return None
    box = _box(points)
    if min(box[2] - box[0], box[3] - box[1]) <= _THIN:
        return None
    whole = len(stretches) == 1 and _is_rectangle(points, box) and not _is_clipped(placed.item)
    colour = colour_of(placed.item)
    clear = placed.see_through or colour is None or colour[3] < _OPAQUE or bool(native.is_transparent(placed.item))
    return Paint(placed.order, box, colour if whole and not clear else None, whole and not clear, 0)


def _is_rectangle(points: Sequence[tuple[float, float]], box: Box) -> bool:
    corners = {(round(x, 1), round(y, 1)) for x, y in points}
    if len(points) > _MOST_POINTS or corners != {(round(x, 1), round(y, 1)) for x in box[::2] for y in box[1::2]}:
        return False
    return all(min(abs(x1 - x0), abs(y1 - y0)) < 0.1 for (x0, y0), (x1, y1) in itertools.pairwise(points))


def _is_clipped(item: int) -> bool:
    clip = native.clip_path(item)
    return bool(clip) and native.paths_in_clip(clip) > 0


def _box(points: Sequence[tuple[float, float]]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)
