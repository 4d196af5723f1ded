"""The `read` patterns of policies, run over a document. What runs them is made when the first text is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from threading import Lock
from typing import TYPE_CHECKING

from ...policylang.core_types import Type
from ...policylang.patterns import Pattern

if TYPE_CHECKING:
    from ..fact import Fact
    from ..text import Text
    from .matcher import Matcher

ReadPattern = tuple[str, Type, str, Pattern]
"""A fact's name, its type, the language, the pattern."""


class PatternReader:
    """Reads every fact that has patterns. They are asked for once, with the first text."""

    def __init__(self, patterns: Iterable[ReadPattern]) -> None:
        self._patterns = patterns
        self._made: Matcher | None = None
        self._lock = Lock()

    def read(self, text: Text) -> list[Fact]:
        """One fact for each name, in the order given: stated, absent, or unknown (blank, contradiction, unclear)."""
        return self._matcher().read(text)

    def places(self, text: Text) -> Iterator[tuple[str, int, int]]:
        """Where the patterns stand in a text: source, start, end; one for each anchor word met."""
        return self._matcher().places(text)

    def _matcher(self) -> Matcher:
        with self._lock:
            if self._made is None:
                from .matcher import Matcher

                self._made = Matcher(self._patterns)
            return self._made
