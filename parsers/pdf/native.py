"""pdfium's functions that are called for every character or object, bound for speed.

The interpreter's lock is kept: none of them calls back or takes long. They come in two kinds. Some are asked about an
object by its address. The others, whose arguments have no named types, cost half as much for each argument: they take
handles and places for answers as ctypes instances, and plain numbers as C ints; `asked` and `told` call those for many
objects in one go. Like pdfium itself they are for one thread at a time.
"""

from __future__ import annotations

import ctypes
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import islice, repeat
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

Handle = ctypes.c_void_p
_INT = ctypes.c_int


class Answer(NamedTuple):
    """What a function writes: so many numbers of a type (as `array` names it), through one pointer or more."""

    code: str
    width: int
    pointers: int


POINT, BOX, MATRIX = Answer("d", 2, 2), Answer("f", 4, 1), Answer("f", 6, 1)
CORNER, SIDES, COLOUR, MODES = Answer("f", 2, 2), Answer("f", 4, 4), Answer("I", 4, 4), Answer("i", 2, 2)

# Room for the handles and answers of so many calls is kept: to make it anew costs what a call does.
_MOST, _WIDEST = 1024, 24
_POINTER = ctypes.sizeof(Handle)
_ADDRESS = "Q" if array("Q").itemsize == _POINTER else "I"
_ROOM = (ctypes.c_char * (_WIDEST * _MOST))()
_WRITTEN = memoryview(_ROOM).cast("B")
_ADDRESSES = (Handle * _MOST)()
_HANDLES = [Handle.from_buffer(_ADDRESSES, at * _POINTER) for at in range(_MOST)]


def _quick(function: Any, result: Any) -> Callable[..., Any]:
    return ctypes.PYFUNCTYPE(result)(address(function))


def _by_address(function: Any, result: Any, *others: Any) -> Callable[..., Any]:
    return ctypes.PYFUNCTYPE(result, Handle, *others)(address(function))


def address(handle: Any) -> int:
    """The address behind a handle of pypdfium2; 0 for none."""
    return ctypes.cast(handle, Handle).value or 0


def asked(function: Callable[..., Any], owners: Sequence[int | None], *numbers: Iterable[int]) -> list[Any]:
    """What a quick function answers about each of some objects, given by their addresses."""
    found: list[Any] = []
    rest = [iter(each) for each in numbers]
    for handles in _handles(owners):
        found += map(function, handles, *(islice(each, len(handles)) for each in rest))
    return found


def told(function: Callable[..., Any], answer: Answer, owners: Sequence[int | None]) -> tuple[list[int], array[Any]]:
    """What a quick function returns for each of some objects, and what it writes; zeros where it writes nothing."""
    said: list[int] = []
    written = array(answer.code)
    for handles in _handles(owners):
        _call(said, written, answer, function, handles)
    return said, written


def told_of_characters(
    function: Callable[..., Any], answer: Answer, text_page: Handle, places: Sequence[int]
) -> array[Any]:
    """What a quick function writes for the characters of a text page at some places."""
    written = array(answer.code)
    for start in range(0, len(places), _MOST):
        _call([], written, answer, function, repeat(text_page), places[start : start + _MOST])
    return written


def _call(
    said: list[int],
    written: array[Any],
    answer: Answer,
    function: Callable[..., Any],
    handles: Iterable[Handle],
    *numbers: Sequence[int],
) -> None:
    size = answer.width * written.itemsize
    before = len(said)
    ctypes.memset(_ROOM, 0, _WIDEST * _MOST)
    steps = range(0, size, size // answer.pointers)
    said += map(function, handles, *numbers, *(_pointers(size, step) for step in steps))
    written.frombytes(_WRITTEN[: size * (len(said) - before)])


def _handles(owners: Sequence[int | None]) -> Iterator[Sequence[Handle]]:
    """Handles of objects, some at a time; they hold until the next ones are asked for."""
    for start in range(0, len(owners), _MOST):
        part = array(_ADDRESS, [owner or 0 for owner in owners[start : start + _MOST]])
        ctypes.memmove(_ADDRESSES, part.buffer_info()[0], len(part) * part.itemsize)
        yield _HANDLES[: len(part)]


@cache
def _pointers(size: int, step: int) -> tuple[Any, ...]:
    """Pointers into the room for answers of a size."""
    return tuple(ctypes.byref(_ROOM, at * size + step) for at in range(_MOST))


# Quick ones, of a character of a text page by its handle and place, or of objects through `asked` and `told`.
is_generated = _quick(pdfium.FPDFText_IsGenerated, _INT)
unicode_of = _quick(pdfium.FPDFText_GetUnicode, ctypes.c_uint)
has_map_error = _quick(pdfium.FPDFText_HasUnicodeMapError, _INT)
text_object = _quick(pdfium.FPDFText_GetTextObject, Handle)
char_box = _quick(pdfium.FPDFText_GetLooseCharBox, _INT)
char_matrix = _quick(pdfium.FPDFText_GetMatrix, _INT)
char_origin = _quick(pdfium.FPDFText_GetCharOrigin, _INT)
char_size = _quick(pdfium.FPDFText_GetFontSize, ctypes.c_double)
char_weight = _quick(pdfium.FPDFText_GetFontWeight, _INT)
object_matrix = _quick(pdfium.FPDFPageObj_GetMatrix, _INT)
object_bounds = _quick(pdfium.FPDFPageObj_GetBounds, _INT)
fill_colour = _quick(pdfium.FPDFPageObj_GetFillColor, _INT)
stroke_colour = _quick(pdfium.FPDFPageObj_GetStrokeColor, _INT)
draw_mode = _quick(pdfium.FPDFPath_GetDrawMode, _INT)
segment_of_path = _quick(pdfium.FPDFPath_GetPathSegment, Handle)
segments_in_clip = _quick(pdfium.FPDFClipPath_CountPathSegments, _INT)
segment_of_clip = _quick(pdfium.FPDFClipPath_GetPathSegment, Handle)
segment_point = _quick(pdfium.FPDFPathSegment_GetPoint, _INT)
object_of_page = _quick(pdfium.FPDFPage_GetObject, Handle)

# By address.
char_font = _by_address(
    pdfium.FPDFText_GetFontInfo, ctypes.c_ulong, _INT, ctypes.c_void_p, ctypes.c_ulong, ctypes.c_void_p
)
object_of_form = _by_address(pdfium.FPDFFormObj_GetObject, Handle, ctypes.c_ulong)
objects_in_form = _by_address(pdfium.FPDFFormObj_CountObjects, _INT)
object_kind = _by_address(pdfium.FPDFPageObj_GetType, _INT)
is_transparent = _by_address(pdfium.FPDFPageObj_HasTransparency, _INT)
clip_path = _by_address(pdfium.FPDFPageObj_GetClipPath, Handle)
paths_in_clip = _by_address(pdfium.FPDFClipPath_CountPaths, _INT)
font_of = _by_address(pdfium.FPDFTextObj_GetFont, Handle)
render_mode = _by_address(pdfium.FPDFTextObj_GetTextRenderMode, _INT)
segments_in_path = _by_address(pdfium.FPDFPath_CountSegments, _INT)
segment_kind = _by_address(pdfium.FPDFPathSegment_GetType, _INT)
closes = _by_address(pdfium.FPDFPathSegment_GetClose, _INT)
