"""The objects drawn on a PDF page in their order, those inside forms among them."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import repeat
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from . import native

_MOST_OBJECTS = 50_000
_DEEPEST_FORM = 6
_TEXT, _PATH = pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_PATH
_KINDS = frozenset((_PATH, pdfium.FPDF_PAGEOBJ_FORM, pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING))

Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Placed(NamedTuple):
    """An object of a page that isn't a text: its address, its kind as pdfium numbers it, the matrix to the page's axes.

    A form comes before the objects in it.
    """

    order: int
    """How many objects are drawn before it."""
    item: int
    kind: int
    matrix: Matrix
    see_through: bool
    """Whether it stands in a form that what lies below shines through."""
    fill: int = 0
    stroke: int = 0
    """Of a path: how it is filled, as pdfium numbers it, and whether it is stroked."""


@dataclass(slots=True)
class Objects:
    """The objects of a page from the lowest to the topmost: texts by their address with their place in that order."""

    placed: list[Placed] = field(default_factory=list)
    texts: dict[int, int] = field(default_factory=dict)
    count: int = 0
    forms: bool = False
    """Whether some stand in forms."""


def objects(page: Any) -> Objects:
    """The objects of a page, up to a limit."""
    walk = _Walk()
    walk.over(native.object_of_page, native.address(page), pdfium.FPDFPage_CountObjects(page), _SAME, 0, False)
    return walk.found


class _Walk:
    """A way over the objects of a page, with the room for pdfium's answers."""

    def __init__(self) -> None:
        self.found = Objects()
        self._own = (ctypes.c_float * 6)()
        self._modes = (ctypes.c_int * 2)()
        self._own_at, self._modes_at = ctypes.addressof(self._own), ctypes.addressof(self._modes)

    def over(
        self, get: Callable[..., Any], holder: int, count: int, matrix: Matrix, depth: int, see_through: bool
    ) -> None:
        """Take the objects of a page or form."""
        found = self.found
        items = list(map(get, repeat(holder), range(min(count, _MOST_OBJECTS - found.count))))
        kinds = list(map(native.object_kind, items))
        if depth == 0 and pdfium.FPDF_PAGEOBJ_FORM not in kinds:
            # Without forms each object's place in the page's list is its place in the order.
            found.texts = {item: at for at, (item, kind) in enumerate(zip(items, kinds, strict=True)) if kind == _TEXT}
            for at in [at for at, kind in enumerate(kinds) if kind in _KINDS]:
                found.count = at
                self._take(items[at], kinds[at], matrix, see_through, depth)
            found.count = len(items)
            return
        for item, kind in zip(items, kinds, strict=True):
            if found.count >= _MOST_OBJECTS:
                return
            if kind == _TEXT:
                found.texts[item] = found.count
                found.count += 1
            elif kind in _KINDS:
                self._take(item, kind, matrix, see_through, depth)
            else:
                found.count += 1

    def _take(self, item: int, kind: int, matrix: Matrix, see_through: bool, depth: int) -> None:
        order, found = self.found.count, self.found
        found.count += 1
        native.object_matrix(item, self._own_at)
        a, b, c, d, e, f = self._own
        placed = _after((a, b, c, d, e, f), matrix)
        if kind == _PATH:
            native.draw_mode(item, self._modes_at, self._modes_at + 4)
            fill, stroke = self._modes
            found.placed.append(Placed(order, item, kind, placed, see_through, fill, stroke))
            return
        found.placed.append(Placed(order, item, kind, placed, see_through))
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST_FORM:
            found.forms = True
            inside = see_through or bool(native.is_transparent(item))
            self.over(native.object_of_form, item, native.objects_in_form(item), placed, depth + 1, inside)


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
