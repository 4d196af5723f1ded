"""Bytes of a text file become characters: strictly, so that a wrong guess is refused and not read as nonsense."""

from __future__ import annotations

import codecs
import re

from ..problem import Problem, problem
from .common_characters import likeness

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
# What an unmarked UTF-16 text is made of when its byte order is the right one.
_USUAL = re.compile(
    r"[\t\n\r\f\x20-\x7e\u00a0-\u00ff\u2010-\u2027\u2500-\u257f\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]"
)
_USUAL_SHARE = 0.95
_BIG5 = ("cp950", "big5hkscs")
_CLEARLY_BETTER = 0.2
_SAMPLE = 100_000


def decode(data: bytes) -> str | Problem:
    """Text in UTF-8, UTF-16 or UTF-32, in GB18030 or Big5, or in Windows-1252 where it can be nothing else."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            marked = _strictly(data[len(mark) :], encoding)
            return problem("doc.encoding") if marked is None else _checked(marked, data)
    text = _strictly(data, "utf-8")
    if b"\0" in data:
        text = _unmarked(data)
    elif text is None:
        # A Chinese character takes two bytes, a Western letter one: high bytes that stand alone can't be GB18030.
        lone, high = len(_LONE_HIGH.findall(data)), len(_HIGH.findall(data))
        text = _western(data) if lone * 2 > high else _chinese(data)
    return _checked(text, data)


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _unmarked(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: of the two orders the one that gives a text, if only one does."""
    found = [
        text
        for encoding in ("utf-16-le", "utf-16-be")
        if (text := _strictly(data, encoding)) and len(_USUAL.findall(text)) >= _USUAL_SHARE * len(text)
    ]
    return found[0] if len(found) == 1 else None


def _chinese(data: bytes) -> str | None:
    """GB18030, or Big5 where that makes clearly more sense: nearly all bytes of one are bytes of the other, too.

    Only the characters tell: the right reading is full of everyday ones, the wrong one of rare and private ones.
    """
    mainland = _strictly(data, "gb18030")
    taiwan = next((text for encoding in _BIG5 if (text := _strictly(data, encoding)) is not None), None)
    if taiwan is None or mainland is None:
        return mainland if taiwan is None or likeness(taiwan[:_SAMPLE]) < 0.5 else taiwan
    better = likeness(taiwan[:_SAMPLE]) - likeness(mainland[:_SAMPLE])
    return taiwan if better > _CLEARLY_BETTER else mainland


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
