"""A comparison as text: `[-taken out-]`, `{+put in+}` and `[=filled in=]`; what became of a place in its colour."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

import click

from ...comparison.model import Comparison, Status
from ...messages import say
from ..wrap import wrapped
from .words import (
    better,
    counts_line,
    head_lines,
    shown_pieces,
    status_words,
    still_open,
    turn_words,
    unplaced,
    verdicts_line,
    where,
    worse_at,
)

_SHOWN_SAME = 60
_COLOURS = {
    Status.UNCHANGED: "white",
    Status.FILLED: "blue",
    Status.MOVED: "cyan",
    Status.CHANGED: "yellow",
    Status.ADDED: "green",
    Status.REMOVED: "red",
}


def render(found: Comparison, language: str, out: TextIO) -> None:
    """Write the comparison."""
    for line in _lines(found, language):
        click.echo(line, file=out)


def _lines(found: Comparison, language: str) -> Iterator[str]:
    for line in head_lines(found, language):
        yield from wrapped(line, "", "  ")
    yield from wrapped(counts_line(found, language), "", "  ")
    yield verdicts_line(found, language)
    if count := still_open(found):
        yield say("comparison.still_open", language, (("count", str(count)),))
    yield ""
    if not found.deviations:
        yield say("comparison.same", language)
        yield ""
    yield from _rows(found, language, deviating=True)
    yield from _rows(found, language, deviating=False)
    for key, turns in (("comparison.elsewhere", unplaced(found)), ("comparison.better_ones", better(found))):
        if turns:
            yield say(key, language)
            for turn in turns:
                yield from wrapped(turn_words(turn, language), "  ", "    ")
            yield ""


def _rows(found: Comparison, language: str, *, deviating: bool) -> Iterator[str]:
    rows = [(at, row) for at, row in enumerate(found.rows) if row.differs and row.deviates is deviating]
    if not rows:
        return
    yield say("comparison.deviations" if deviating else "comparison.filled_in", language)
    for at, row in rows:
        status = click.style(status_words(row, language), fg=_COLOURS[row.status], bold=True)
        yield f"  {status}  {where(row, language)}"
        yield from wrapped("".join(_marked(*piece) for piece in shown_pieces(row)), "    ")
        for turn in worse_at(found, at):
            yield from wrapped(f"→ {turn_words(turn, language)}", "    ", "      ")
    yield ""


def _marked(kind: str, before: str, after: str) -> str:
    old, new = (" ".join(words.split("\n")) for words in (before, after))
    match kind:
        case "same":
            return _shortened(new)
        case "filled":
            return f"[={new}=]"
        case _:
            return (f"[-{old}-]" if old else "") + (f"{{+{new}+}}" if new else "")


def _shortened(words: str) -> str:
    """Words that stayed, without their middle where they are many."""
    if len(words) <= 2 * _SHOWN_SAME:
        return words
    return f"{words[:_SHOWN_SAME]} … {words[-_SHOWN_SAME:]}"
