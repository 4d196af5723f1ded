"""A comparison as one HTML page, in the manner of the other pages: no network, no script, everything escaped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TextIO

from ... import __version__
from ...comparison.model import Comparison, Turn
from ..page.environment import environment, style, style_hash
from .words import (
    better,
    counts_line,
    shown_pieces,
    status_words,
    still_open,
    turn_words,
    unplaced,
    verdicts_line,
    where,
    worse_at,
)


@dataclass(frozen=True, slots=True)
class Told:
    """A verdict that turned: its severity and its words."""

    severity: str
    words: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A place that differs."""

    kind: str
    status: str
    where: str
    pieces: tuple[tuple[str, str, str], ...]
    turns: tuple[Told, ...]


def render(found: Comparison, language: str, out: TextIO) -> None:
    """Write the page."""
    css = "\n".join(style(name)[0] for name in ("layout.css", "deviations.css"))
    page = {
        "found": found,
        "counts": counts_line(found, language),
        "verdicts": verdicts_line(found, language),
        "open": still_open(found),
        "deviations": _entries(found, language, deviating=True),
        "filled": _entries(found, language, deviating=False),
        "elsewhere": _told(unplaced(found), language),
        "better": _told(better(found), language),
    }
    shared = {"language": language, "version": __version__, "css": css, "digest": style_hash(css)}
    out.write(environment().get_template("deviations.html").render(**page, **shared) + "\n")


def _entries(found: Comparison, language: str, *, deviating: bool) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            row.status.value,
            status_words(row, language),
            where(row, language),
            shown_pieces(row),
            _told(worse_at(found, at), language),
        )
        for at, row in enumerate(found.rows)
        if row.differs and row.deviates is deviating
    )


def _told(turns: tuple[Turn, ...], language: str) -> tuple[Told, ...]:
    return tuple(Told(turn.after.rule.severity.value, turn_words(turn, language)) for turn in turns)
