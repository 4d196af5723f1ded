"""Offsets in a policy's text become lines and columns."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .core import Span
from .diagnostics import Diagnostic, Level

if TYPE_CHECKING:
    from .tree import Place

Values = tuple[tuple[str, str], ...]


class Lines:
    """Where the lines of a text start."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self._text = text
        self._starts = [0]
        at = text.find("\n")
        while at >= 0:
            self._starts.append(at + 1)
            at = text.find("\n", at + 1)

    def span(self, place: Place) -> Span:
        """A place as lines and columns, counted in code points from 1."""
        start, end = place
        line = bisect_right(self._starts, start)
        last = bisect_right(self._starts, end)
        return Span(self.path, line, start - self._starts[line - 1] + 1, last, end - self._starts[last - 1] + 1)

    def inside(self, place: Place, needle: str) -> Place:
        """Where a text stands in a place, or else the place."""
        at = self._text.find(needle, *place)
        return (at, at + len(needle)) if at >= 0 else place


@dataclass(frozen=True, slots=True)
class Mistake:
    """A diagnostic before its place is known as line and column."""

    key: str
    place: Place
    values: Values = ()
    related: tuple[tuple[str, Place], ...] = ()
    level: Level = Level.ERROR

    def at(self, lines: Lines) -> Diagnostic:
        """The diagnostic."""
        related = tuple((label, lines.span(place)) for label, place in self.related)
        return Diagnostic(self.key, lines.span(self.place), self.values, self.level, related)
