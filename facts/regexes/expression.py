"""One regular expression: compiled when first used, passed over where a text lacks the words it needs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from .form import Form, choices_in, pattern_of
from .kept import Held
from .literals import Choices


class Expression:
    """What `re.Pattern` does, with the same answers, for an expression that is the same for every document."""

    __slots__ = ("_compiled", "_flags", "_form", "_held", "_needs", "pattern")

    def __init__(self, pattern: str, flags: int, form: Form | None, needs: Held, held: Mapping[str, Held]) -> None:
        self.pattern = pattern
        self._flags = flags
        self._form = form
        self._needs = needs
        self._held = held
        self._compiled: re.Pattern[str] | None = None

    def needs(self, numbered: Callable[[Choices], Held]) -> None:
        """Find the choices of words it needs, when they weren't known when it was made."""
        if self._form is None:
            self._needs = numbered(choices_in(self.pattern, self._flags))

    @property
    def needed(self) -> Held:
        """The numbers of the choices it needs, as far as they are known."""
        return self._needs

    def __repr__(self) -> str:
        return repr(self._made())

    def _made(self) -> re.Pattern[str]:
        if self._compiled is None:
            form = self._form
            self._compiled = (
                pattern_of(self.pattern, self._flags, form) if form else re.compile(self.pattern, self._flags)
            )
        return self._compiled

    @property
    def flags(self) -> int:
        """As of `re.Pattern`."""
        return self._made().flags

    @property
    def groups(self) -> int:
        """As of `re.Pattern`."""
        return self._made().groups

    @property
    def groupindex(self) -> Mapping[str, int]:
        """As of `re.Pattern`."""
        return self._made().groupindex

    def search(self, string: str, *span: int) -> re.Match[str] | None:
        """The first match between two positions."""
        held = self._held.get(string)
        if held is not None and not self._needs <= held:
            return None
        return (self._compiled or self._made()).search(string, *span)

    def match(self, string: str, *span: int) -> re.Match[str] | None:
        """A match that begins at the first position."""
        held = self._held.get(string)
        if held is not None and not self._needs <= held:
            return None
        return (self._compiled or self._made()).match(string, *span)

    def fullmatch(self, string: str, *span: int) -> re.Match[str] | None:
        """A match of all between two positions."""
        held = self._held.get(string)
        if held is not None and not self._needs <= held:
            return None
        return (self._compiled or self._made()).fullmatch(string, *span)

    def finditer(self, string: str, *span: int) -> Iterator[re.Match[str]]:
        """All matches, from left to right."""
        held = self._held.get(string)
        if held is not None and not self._needs <= held:
            return iter(())
        return (self._compiled or self._made()).finditer(string, *span)

    def findall(self, string: str, *span: int) -> list[Any]:
        """The words of all matches, or of their groups."""
        held = self._held.get(string)
        if held is not None and not self._needs <= held:
            return []
        return (self._compiled or self._made()).findall(string, *span)

    def split(self, string: str, maxsplit: int = 0) -> list[str | Any]:
        """What stands between the matches."""
        held = self._held.get(string)
        if held is not None and not self._needs <= held:
            return [string]
        return (self._compiled or self._made()).split(string, maxsplit)

    def sub(self, repl: str | Callable[[re.Match[str]], str], string: str, count: int = 0) -> str:
        """The text with other words in the places of the matches."""
        held = self._held.get(string)
        if held is not None and not self._needs <= held:
            return string
        return (self._compiled or self._made()).sub(repl, string, count)
