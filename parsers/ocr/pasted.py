"""Scans pasted into a Word file, recognised and put where they stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from ..document import Document, Gap, Limits, Media, Unreadable, View
from ..docx.pasted import pasted_pictures
from ..inserted import Inserted, with_inserted
from ..pdf.picture import read_picture
from .mode import Ocr
from .pages import recognise_picture
from .scan import Scan
from .wanted import PASTED

_MOST_FAILURES = 3
"""After so many pictures that couldn't be recognised the rest is left alone."""

Call = Callable[[Callable[..., Any], tuple[Any, ...]], Any]
"""Runs a reader, in the child or here."""


def with_pictures(
    read: Document | Unreadable, data: bytes, limits: Limits, ocr: Ocr, view: View, call: Call
) -> Document | Unreadable:
    """The document of a Word file with the words of the scans in it; pictures that can't be read stay a gap."""
    pasted = call(pasted_pictures, (data, limits, view))
    if not isinstance(pasted, list) or not pasted:
        return read
    sha256 = read.sha256 or ""
    parts: list[Inserted] = []
    failures = 0
    pictures, rest = pasted[: limits.ocr_pages], pasted[limits.ocr_pages :]
    with ocr.progress(read.path, range(1, len(pictures) + 1)) as shown:
        for number in shown:
            at, name, picture = pictures[number - 1]
            scan = recognise_picture(picture, limits) if failures < _MOST_FAILURES else None
            part = call(read_picture, (read.path, sha256, scan)) if isinstance(scan, Scan) else None
            if isinstance(part, Document):
                parts.append((at, name, part))
            else:
                failures += 1
    if not parts:
        return read
    return _joined(read, sha256, parts, failures + len(rest), view)


def _joined(
    read: Document | Unreadable, sha256: str, parts: list[Inserted], unread: int, view: View
) -> Document | Unreadable:
    if isinstance(read, Unreadable):
        base = Document(read.path, sha256, Media.DOCX, (), view=view)
    else:
        base = replace(read, gaps=tuple(gap for gap in read.gaps if gap.key != PASTED))
    if unread:
        base = replace(base, gaps=(*base.gaps, Gap(PASTED, values=(("count", str(unread)),))))
    whole = with_inserted(base, parts)
    return whole if isinstance(read, Document) or whole.blocks else read
