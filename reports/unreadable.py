"""Files and pages that couldn't be read: what, where, what to do."""

from __future__ import annotations

from collections.abc import Iterable

from ..messages import advise, say
from ..parsers.document import Gap, Unreadable


def unreadable_lines(document: Unreadable, language: str) -> list[str]:
    """The message and, on a second line, the help."""
    lines = [f"{document.path}: {say(document.key, language, document.values)}"]
    if help_text := advise(document.key, language, document.values):
        lines.append(f"  = {help_text}")
    return lines


def gap_line(gap: Gap, language: str) -> str:
    """A gap in one line, its page first."""
    values = (*gap.values, ("page", str(gap.page or "")))
    places = [gap.file] if gap.file else []
    if gap.page is not None:
        places.append(say("report.page", language, (("page", str(gap.page)),)))
    return ": ".join([*places, say(gap.key, language, values)])


def gap_helps(gaps: Iterable[Gap], language: str) -> list[str]:
    """What to do about gaps, each advice once."""
    helps = (advise(gap.key, language, (*gap.values, ("page", str(gap.page or "")))) for gap in gaps)
    return [f"= {text}" for text in dict.fromkeys(helps) if text]
