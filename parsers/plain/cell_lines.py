"""The lines of a drawn cell put together: a word that had no room goes on in the next line, anything else is a line."""

from __future__ import annotations

from dataclasses import dataclass, field

from .display import width
from .han_wrapping import begins_anew, is_han

_NARROW = 8
"""Places. In a cell this narrow a line is a piece of a label ("生产" over "厂家"), blank lines between them or not."""


@dataclass(slots=True)
class CellLines:
    """The text of a cell, taken line by line as it stands between its bars."""

    _pieces: list[str] = field(default_factory=list)
    """Words, and what stands between them."""
    _room: int = 0
    _last: int = 0
    """Places the last line with words takes, of those there are."""
    _blank: bool = False
    """Whether blank lines came since the last one with words."""

    def add(self, between: str) -> None:
        """What stands between the bars in the next line."""
        words = between.strip()
        if not words:
            self._blank = True
            return
        if self._pieces and not self._goes_on(words):
            self._pieces.append("\n")
        self._pieces.append(words)
        indent = len(between) - len(between.lstrip(" "))
        self._room = width(between) - (2 if indent == 1 else 0)
        self._last = width(words)
        self._blank = False

    def _goes_on(self, words: str) -> bool:
        if not (is_han(self._pieces[-1][-1]) and is_han(words[0])) or begins_anew(words):
            return False
        return self._last + 2 > self._room and (not self._blank or self._room <= _NARROW)

    def __str__(self) -> str:
        return "".join(self._pieces)
