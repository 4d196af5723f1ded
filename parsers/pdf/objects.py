"""The objects drawn on a PDF page in their order, those inside forms among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import repeat
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from ..quick import quick_tuple
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


_placed = quick_tuple(Placed)


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
    found = Objects()
    count = min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)
    _take(found, list(map(native.object_of_page, repeat(native.Handle(native.address(page))), range(count))), _SAME)
    return found


def _take(found: Objects, items: Sequence[int], matrix: Matrix, depth: int = 0, see_through: bool = False) -> None:
    """Add the objects of a page or form, whose matrix to the page's axes is given."""
    kinds = list(map(native.object_kind, items))
    drawn = [at for at, kind in enumerate(kinds) if kind in _KINDS]
    own = [items[at] for at in drawn]
    sides = iter(native.told(native.object_matrix, native.MATRIX, own)[1])
    modes = iter(native.told(native.draw_mode, native.MODES, own)[1])
    last = 0
    for at, inner, fill, stroke in zip(drawn, zip(*[sides] * 6, strict=True), modes, modes, strict=True):
        _add_texts(found, items, kinds, last, at)
        if found.count >= _MOST_OBJECTS:
            return
        last = at + 1
        kind, item = kinds[at], items[at]
        placed = _placed((found.count, item, kind, _after(inner, matrix), see_through, fill, stroke))
        found.placed.append(placed)
        found.count += 1
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST_FORM:
            found.forms = True
            count = min(native.objects_in_form(item), _MOST_OBJECTS - found.count)
            inside = list(map(native.object_of_form, repeat(item), range(count)))
            _take(found, inside, placed.matrix, depth + 1, see_through or bool(native.is_transparent(item)))
    _add_texts(found, items, kinds, last, len(items))


def _add_texts(found: Objects, items: Sequence[int], kinds: Sequence[int], first: int, after: int) -> None:
    """Add objects without a form or drawing among them."""
    start = found.count - first
    found.texts.update((items[at], start + at) for at in range(first, after) if kinds[at] == _TEXT)
    found.count += after - first


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
