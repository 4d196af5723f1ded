"""Bytes of a text file become characters: strictly, so that a wrong guess is refused and not read as nonsense."""

from __future__ import annotations

import codecs
import re

from ..problem import Problem, problem

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_LONE_HIGH = re.compile(rb"(?<![\x80-\xff])[\x80-\xff](?![\x80-\xff])")
_HIGH = re.compile(rb"[\x80-\xff]")
# Letters and typographic signs that Western contracts use; anything else is no sign of Windows-1252.
_WESTERN = re.compile(r"[\x00-\x7f€…‘’“”•–—™£§©«®°±´¶·º»¼½¾À-ÖØ-öø-þ\u00a0]*")


def decode(data: bytes) -> str | Problem:
    """Text in UTF-8, UTF-16 or UTF-32 with a mark, GB18030, or Windows-1252 where it can be nothing else."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            marked = _strictly(data[len(mark) :], encoding)
            return problem("doc.encoding") if marked is None else _checked(marked, data)
    text = _strictly(data, "utf-8")
    if text is None and b"\0" not in data:
        # A Chinese character takes two bytes, a Western letter one: high bytes that stand alone can't be GB18030.
        lone, high = len(_LONE_HIGH.findall(data)), len(_HIGH.findall(data))
        text = _western(data) if lone * 2 > high else _strictly(data, "gb18030")
    return _checked(text, data)


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _western(data: bytes) -> str | None:
    text = _strictly(data, "cp1252")
    return text if text is not None and _WESTERN.fullmatch(text) else None


def _checked(text: str | None, data: bytes) -> str | Problem:
    if text is None:
        at = data.find(b"\0")
        return problem("doc.binary", byte=at + 1) if at >= 0 else problem("doc.encoding")
    control = _CONTROL.search(text)
    if control is not None:
        return problem("doc.binary", byte=len(text[: control.start()].encode()) + 1)
    return text
