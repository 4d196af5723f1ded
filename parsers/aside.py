"""What is in a document but not in what was agreed, told to the reader of a report."""

from __future__ import annotations

from collections.abc import Iterable

from .document import Block, Gap, Part

_SHOWN_WORDS = 120


def hidden_words(blocks: Iterable[Block]) -> tuple[Gap, ...]:
    """What no reader of the document sees: it was put there for a program, or to be found later."""
    seen = (block for block in blocks if block.location.part is not Part.COMMENT)
    return _told("doc.hidden_text", (block.text[span.start : span.end] for block in seen for span in block.hidden))


def struck_words(blocks: Iterable[Block]) -> tuple[Gap, ...]:
    """What somebody drew a line through, and is read as deleted."""
    seen = (block for block in blocks if block.location.part is not Part.COMMENT)
    return _told("doc.struck_text", (each.deleted for block in seen for each in block.revisions if each.struck))


def _told(key: str, found: Iterable[str]) -> tuple[Gap, ...]:
    words = " … ".join(each for piece in found if (each := " ".join(piece.split())))
    if not words:
        return ()
    shown = words if len(words) <= _SHOWN_WORDS else words[:_SHOWN_WORDS] + "…"
    return (Gap(key, values=(("words", shown),), aside=True),)
