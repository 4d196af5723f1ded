"""An expression with places for a document's own words: passed over where a text lacks the words all documents need."""

from __future__ import annotations

import re
from string import Formatter

from .expression import Expression
from .kept import Held
from .known import KNOWN

_ANYTHING = r"[\s\S]"
_MOST_FILLED = 8


def doubled(pattern: str) -> str:
    """An expression as it is written within a template: its own braces doubled."""
    return pattern.replace("{", "{{").replace("}", "}}")


class Template:
    """An expression that is filled in for each document, `{buyer}` by the words for its buyer.

    Written as for `str.format`: a brace of the expression itself is doubled. What it needs whatever is filled in is
    known beforehand, so that filling in costs nothing until a text holds that; the whole is compiled then.
    """

    __slots__ = ("_fields", "_filled", "_flags", "_needs", "pattern")

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self._flags = int(flags)
        self._fields = sorted({field for _, field, _, _ in Formatter().parse(pattern) if field is not None})
        self._needs: Held | None = None
        self._filled: dict[tuple[str, ...], Expression] = {}
        if not KNOWN.deferred:
            known = KNOWN.form(pattern.format(**dict.fromkeys(self._fields, _ANYTHING)), self._flags)
            self._needs = known[1] if known is not None else None

    def filled(self, **words: str) -> re.Pattern[str]:
        """The expression for one document, each field with an expression of the words it stands for."""
        key = tuple(words[field] for field in self._fields)
        made = self._filled.get(key)
        if made is None:
            if len(self._filled) >= _MOST_FILLED:
                self._filled.clear()
            needs = frozenset() if self._needs is None else self._needs
            made = Expression(self.pattern.format(**words), self._flags, None, needs, KNOWN.held)
            self._filled[key] = made
        return made  # type: ignore[return-value]
