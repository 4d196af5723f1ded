"""The colours that texts and areas of a PDF page are drawn with."""

from __future__ import annotations

import ctypes

import pypdfium2.raw as pdfium

from . import native

_NONE = (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE,)
_STROKES = (pdfium.FPDF_TEXTRENDERMODE_STROKE, pdfium.FPDF_TEXTRENDERMODE_STROKE_CLIP)
_BOTH = (pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE, pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE_CLIP)
_FOUR, _STEP = ctypes.c_uint * 4, ctypes.sizeof(ctypes.c_uint)
_PALE = 170
_FAINT = 128

Colour = tuple[int, int, int, int]
"""Red, green, blue and opacity, each from 0 to 255."""
WHITE: Colour = (255, 255, 255, 255)


def colour_of(item: int, stroke: bool = False) -> Colour | None:
    """The colour an object is filled or stroked with; None for a pattern."""
    parts = _FOUR()
    at = ctypes.addressof(parts)
    ask = native.stroke_colour if stroke else native.fill_colour
    if not ask(item, at, at + _STEP, at + 2 * _STEP, at + 3 * _STEP):
        return None
    red, green, blue, alpha = parts
    return red, green, blue, alpha


def inks(item: int) -> tuple[Colour | None, ...]:
    """The colours a text object is drawn with; none when it is drawn without ink."""
    mode = native.render_mode(item)
    if mode in _NONE:
        return ()
    if mode in _STROKES:
        return (colour_of(item, stroke=True),)
    if mode in _BOTH:
        return (colour_of(item), colour_of(item, stroke=True))
    return (colour_of(item),)


def is_pale(colours: tuple[Colour | None, ...]) -> bool:
    """Whether a text is drawn so lightly that it is meant to stand behind others, on white paper."""
    return bool(colours) and all(ink is not None and (min(ink[:3]) >= _PALE or ink[3] <= _FAINT) for ink in colours)
