"""pdfium's functions that are called for every character or object, bound for speed.

Handles are plain addresses here, and the interpreter's lock is kept: none of them calls back or takes long.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as pdfium

_HANDLE, _INT, _OUT = ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p


def _bound(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    address = ctypes.cast(function, ctypes.c_void_p).value
    assert address is not None
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


def address(handle: Any) -> int:
    """The address behind a handle of pypdfium2; 0 for none."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


is_generated = _bound(pdfium.FPDFText_IsGenerated, _INT, _HANDLE, _INT)
unicode_of = _bound(pdfium.FPDFText_GetUnicode, ctypes.c_uint, _HANDLE, _INT)
has_map_error = _bound(pdfium.FPDFText_HasUnicodeMapError, _INT, _HANDLE, _INT)
text_object = _bound(pdfium.FPDFText_GetTextObject, _HANDLE, _HANDLE, _INT)
char_box = _bound(pdfium.FPDFText_GetLooseCharBox, _INT, _HANDLE, _INT, _OUT)
char_matrix = _bound(pdfium.FPDFText_GetMatrix, _INT, _HANDLE, _INT, _OUT)
char_origin = _bound(pdfium.FPDFText_GetCharOrigin, _INT, _HANDLE, _INT, _OUT, _OUT)
char_size = _bound(pdfium.FPDFText_GetFontSize, ctypes.c_double, _HANDLE, _INT)
char_weight = _bound(pdfium.FPDFText_GetFontWeight, _INT, _HANDLE, _INT)
char_font = _bound(pdfium.FPDFText_GetFontInfo, ctypes.c_ulong, _HANDLE, _INT, _OUT, ctypes.c_ulong, _OUT)

object_of_page = _bound(pdfium.FPDFPage_GetObject, _HANDLE, _HANDLE, _INT)
object_of_form = _bound(pdfium.FPDFFormObj_GetObject, _HANDLE, _HANDLE, ctypes.c_ulong)
objects_in_form = _bound(pdfium.FPDFFormObj_CountObjects, _INT, _HANDLE)
object_kind = _bound(pdfium.FPDFPageObj_GetType, _INT, _HANDLE)
object_matrix = _bound(pdfium.FPDFPageObj_GetMatrix, _INT, _HANDLE, _OUT)
object_bounds = _bound(pdfium.FPDFPageObj_GetBounds, _INT, _HANDLE, _OUT, _OUT, _OUT, _OUT)
is_transparent = _bound(pdfium.FPDFPageObj_HasTransparency, _INT, _HANDLE)
fill_colour = _bound(pdfium.FPDFPageObj_GetFillColor, _INT, _HANDLE, _OUT, _OUT, _OUT, _OUT)
stroke_colour = _bound(pdfium.FPDFPageObj_GetStrokeColor, _INT, _HANDLE, _OUT, _OUT, _OUT, _OUT)
clip_path = _bound(pdfium.FPDFPageObj_GetClipPath, _HANDLE, _HANDLE)
paths_in_clip = _bound(pdfium.FPDFClipPath_CountPaths, _INT, _HANDLE)
segments_in_clip = _bound(pdfium.FPDFClipPath_CountPathSegments, _INT, _HANDLE, _INT)
segment_of_clip = _bound(pdfium.FPDFClipPath_GetPathSegment, _HANDLE, _HANDLE, _INT, _INT)
font_of = _bound(pdfium.FPDFTextObj_GetFont, _HANDLE, _HANDLE)
render_mode = _bound(pdfium.FPDFTextObj_GetTextRenderMode, _INT, _HANDLE)
draw_mode = _bound(pdfium.FPDFPath_GetDrawMode, _INT, _HANDLE, _OUT, _OUT)
segments_in_path = _bound(pdfium.FPDFPath_CountSegments, _INT, _HANDLE)
segment_of_path = _bound(pdfium.FPDFPath_GetPathSegment, _HANDLE, _HANDLE, _INT)
segment_point = _bound(pdfium.FPDFPathSegment_GetPoint, _INT, _HANDLE, _OUT, _OUT)
segment_kind = _bound(pdfium.FPDFPathSegment_GetType, _INT, _HANDLE)
closes = _bound(pdfium.FPDFPathSegment_GetClose, _INT, _HANDLE)
