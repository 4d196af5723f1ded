"""The objects drawn on a PDF page in their order, those inside forms among them."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from . import native

_MOST_OBJECTS = 50_000
_DEEPEST_FORM = 6
_KINDS = frozenset(
    (
        pdfium.FPDF_PAGEOBJ_PATH,
        pdfium.FPDF_PAGEOBJ_FORM,
        pdfium.FPDF_PAGEOBJ_IMAGE,
        pdfium.FPDF_PAGEOBJ_SHADING,
        pdfium.FPDF_PAGEOBJ_TEXT,
    )
)

Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Placed(NamedTuple):
    """An object of a page: its address, its kind as pdfium numbers it, and the matrix that leads to the page's axes.

    A form comes before the objects in it. The matrix of a text object isn't asked for.
    """

    item: int
    kind: int
    matrix: Matrix
    see_through: bool
    """Whether it stands in a form that what lies below shines through."""


def objects(page: Any) -> list[Placed]:
    """The objects of a page from the lowest to the topmost, up to a limit."""
    count = pdfium.FPDFPage_CountObjects(page)
    walk = _walk(native.object_of_page, native.address(page), count, _SAME, [_MOST_OBJECTS], 0, False)
    return list(walk)


def _walk(
    get: Callable[..., Any], holder: int, count: int, matrix: Matrix, budget: list[int], depth: int, see_through: bool
) -> Iterator[Placed]:
    own = pdfium.FS_MATRIX()
    own_at = ctypes.addressof(own)
    for at in range(count):
        budget[0] -= 1
        if budget[0] < 0:
            return
        item = get(holder, at)
        kind = native.object_kind(item)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            yield Placed(item, kind, matrix, see_through)
            continue
        if kind not in _KINDS:
            continue
        native.object_matrix(item, own_at)
        placed = _after((own.a, own.b, own.c, own.d, own.e, own.f), matrix)
        yield Placed(item, kind, placed, see_through)
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST_FORM:
            inside = see_through or bool(native.is_transparent(item))
            inner = native.objects_in_form(item)
            yield from _walk(native.object_of_form, item, inner, placed, budget, depth + 1, inside)


def through(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """A point in the axes a matrix leads to."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _after(inner: Matrix, outer: Matrix) -> Matrix:
    if outer is _SAME:
        return inner
    a, b, c, d, e, f = inner
    left, down = through(outer, e, f)
    first, second = through(outer, a, b), through(outer, c, d)
    e0, f0 = outer[4], outer[5]
    return first[0] - e0, first[1] - f0, second[0] - e0, second[1] - f0, left, down
