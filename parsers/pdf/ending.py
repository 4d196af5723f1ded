"""Whether a PDF file that lacks its end mark is whole all the same, or was cut off."""

from __future__ import annotations

import re

_TAIL = 4096
_MARK = b"%%EOF"
_LAST_OBJECT = b"endobj"
# What may follow the last object (ISO 32000-1, 7.5.4 and 7.5.5): the table of places, the trailer, the table's place.
_AFTER = re.compile(rb"\s*(?:xref\b[\s\dnf]*)?(?:trailer\s*<<.*>>)?\s*(?:startxref\s*\d*)?[\s%EOF\0]*", re.DOTALL)
_LONGEST_AFTER = 2_000_000


def has_end_mark(data: bytes) -> bool:
    """Whether the file ends as the standard asks."""
    return _MARK in data[-_TAIL:]


def ends_after_an_object(data: bytes) -> bool:
    """Whether no object is cut: after the last one that is closed there is nothing but the table of places."""
    at = data.rfind(_LAST_OBJECT)
    rest = data[at + len(_LAST_OBJECT) :]
    return at >= 0 and len(rest) <= _LONGEST_AFTER and _AFTER.fullmatch(rest) is not None
