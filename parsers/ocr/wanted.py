"""Whether a Word file that was read has pages which are pictures."""

from __future__ import annotations

from ..document import Document, Unreadable

PASTED = "doc.page_picture"
ONLY_PICTURES = "doc.only_pictures"


def wants_pictures(read: object) -> bool:
    """Whether a Word file has pages that are pictures."""
    match read:
        case Unreadable():
            return read.key == ONLY_PICTURES
        case Document():
            return any(gap.key == PASTED for gap in read.gaps)
        case _:
            return False
