"""A diagnostic as text for a terminal: place, message, source line with the spot marked, help."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from ..messages import advise, say
from .core import Span
from .diagnostics import Diagnostic
from .parse import language_of

__all__ = ["language_of", "render"]

_WIDEST = 160
"""Columns of a source line that are shown."""


def render(diagnostic: Diagnostic, sources: Mapping[str, str], language: str | None = None) -> str:
    """The text of a diagnostic, in a language or else in the one of its file."""
    span = diagnostic.span
    spoken = language or language_of(sources.get(span.path, ""))
    level = say(f"note.{diagnostic.level.value}", spoken)
    message = say(diagnostic.key, spoken, diagnostic.values)
    code = diagnostic.key.rstrip("abn")
    lines = [f"{visible(span.path)}:{span.line}:{span.column}: {level}[{code}]: {visible(message)}"]
    lines += _excerpt(span, sources, "^")
    for label, place in diagnostic.related:
        note = say(label, spoken)
        if place.path == span.path and place.line == span.line:
            lines += _excerpt(place, sources, "-", note)[1:]
        else:
            lines.append(f"{visible(place.path)}:{place.line}:{place.column}: {note}")
            lines += _excerpt(place, sources, "-")
    help_text = advise(diagnostic.key, spoken, diagnostic.values)
    if help_text:
        lines.append(f"  = {say('note.help', spoken)}: {visible(help_text)}")
    return "\n".join(lines)


def _excerpt(span: Span, sources: Mapping[str, str], mark: str, note: str = "") -> list[str]:
    """The source line of a span and the line that marks it."""
    source = sources.get(span.path)
    if source is None:
        return []
    line = _line(source, span.line)
    if not line:
        return []
    start = min(span.column - 1, len(line))
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    first = max(0, start - _WIDEST // 2) if width(line) > _WIDEST else 0
    shown = visible(line[first : first + _WIDEST])
    number = str(span.line)
    before = width(visible(line[first:start]))
    marks = mark * max(1, width(visible(line[start : min(end, first + _WIDEST)].rstrip())))
    margin = " " * len(number)
    return [f"  {number} | {shown}", f"  {margin} | {' ' * before}{marks}{' ' + note if note else ''}"]


def _line(source: str, number: int) -> str:
    lines = source.split("\n", number)
    return lines[number - 1].rstrip("\r") if 0 < number <= len(lines) else ""


def width(text: str) -> int:
    """Columns a text takes on a terminal: a wide character two, a combining mark none."""
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def visible(text: str) -> str:
    """A text without tabs, control characters and those that change the direction of writing."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        " " if character == "\t" else "\ufffd" if unicodedata.category(character) in ("Cc", "Cf", "Cs") else character
        for character in text
    )
