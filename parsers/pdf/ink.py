"""The colours that texts and areas of a PDF page are drawn with."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pypdfium2.raw as pdfium

from . import native

_NONE, _FILL = pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_FILL
_STROKES = (pdfium.FPDF_TEXTRENDERMODE_STROKE, pdfium.FPDF_TEXTRENDERMODE_STROKE_CLIP)
_BOTH = (pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE, pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE_CLIP)
_PALE = 170
_FAINT = 128

Colour = tuple[int, int, int, int]
"""Red, green, blue and opacity, each from 0 to 255."""
WHITE: Colour = (255, 255, 255, 255)


def colour_of(item: int, stroke: bool = False) -> Colour | None:
    """The colour an object is filled or stroked with; None for a pattern."""
    (found,) = _colours([item], native.stroke_colour if stroke else native.fill_colour)
    return found


def inks(items: Sequence[int]) -> list[tuple[Colour | None, ...]]:
    """The colours each text object is drawn with; none when it is drawn without ink, or is no object (0)."""
    modes = list(map(native.render_mode, items))
    fills = _colours(items, native.fill_colour)
    if modes.count(_FILL) == len(modes):
        return list(zip(fills, strict=True))
    return [_inks(item, mode, fill) for item, mode, fill in zip(items, modes, fills, strict=True)]


def _inks(item: int, mode: int, fill: Colour | None) -> tuple[Colour | None, ...]:
    if mode == _NONE or not item:
        return ()
    if mode in _STROKES:
        return (colour_of(item, stroke=True),)
    return (fill, colour_of(item, stroke=True)) if mode in _BOTH else (fill,)


def _colours(items: Sequence[int], ask: Callable[..., int]) -> list[Colour | None]:
    known, parts = native.told(ask, native.COLOUR, items)
    numbers = iter(parts)
    found: list[Colour | None] = list(zip(numbers, numbers, numbers, numbers, strict=True))
    return found if all(known) else [colour if said else None for colour, said in zip(found, known, strict=True)]


def is_pale(colours: tuple[Colour | None, ...]) -> bool:
    """Whether a text is drawn so lightly that it is meant to stand behind others, on white paper."""
    return bool(colours) and all(ink is not None and (min(ink[:3]) >= _PALE or ink[3] <= _FAINT) for ink in colours)
