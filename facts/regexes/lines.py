"""Matches that keep within two lines, looked for only in those lines of a long text that hold their words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from .expression import Expression
from .index import Index
from .kept import Held
from .known import KNOWN


def in_lines(pattern: re.Pattern[str], text: str, held: Mapping[str, Held] = KNOWN.held) -> Iterator[re.Match[str]]:
    """All matches in a text of an expression that never matches more than two lines.

    What stands before a match may be looked at as far as one likes, what stands behind it to the end of the next line.
    """
    kept: object = pattern
    if not isinstance(kept, Expression) or not kept.needed or text not in held:
        yield from pattern.finditer(text)
        return
    lines = _known(text) if held is KNOWN.held else _Lines(text, held)
    for first, last in _runs(lines.where(kept)):
        end = lines.starts[last + 1]
        for match in pattern.finditer(text, lines.starts[first], lines.starts[last + 3]):
            if match.start() >= end:
                break
            yield match


class _Lines:
    """The lines of a text by the words they hold, and where they start; three empty ones follow the last."""

    def __init__(self, text: str, held: Mapping[str, Held]) -> None:
        lines = text.split("\n")
        self.starts = [0]
        for line in lines:
            self.starts.append(self.starts[-1] + len(line) + 1)
        self.starts += [len(text)] * 3
        self._index = Index(lines, held)

    def where(self, pattern: Expression) -> list[int]:
        """The lines that hold, with the one after them, all words an expression needs."""
        sets = [
            {at for line in self._index.holding(number) for at in (line - 1, line) if at >= 0}
            for number in pattern.needed
        ]
        return sorted(set.intersection(*sets))


@lru_cache(maxsize=4)
def _known(text: str) -> _Lines:
    return _Lines(text, KNOWN.held)


def _runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The first and the last of each run of numbers that follow one another."""
    first = last = -1
    for number in numbers:
        if first >= 0 and number == last + 1:
            last = number
            continue
        if first >= 0:
            yield first, last
        first = last = number
    if first >= 0:
        yield first, last
