"""Regular expressions as the readers use them: `from .. import regexes as re`, and everything is written as with `re`.

The answers are Python's own. Two things differ: an expression made while the readers are loaded comes compiled from
the user's cache, and a text that was looked at beforehand (`look_at`: the sentences of a document) isn't searched for
what can't be in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from re import DOTALL, IGNORECASE, MULTILINE, I, Match, Pattern, escape
from typing import Any, cast

from .expression import Expression
from .index import Index
from .known import KNOWN
from .lines import in_lines
from .template import Template, doubled

__all__ = [
    "DOTALL",
    "IGNORECASE",
    "KNOWN",
    "MULTILINE",
    "Expression",
    "I",
    "Index",
    "Match",
    "Pattern",
    "Template",
    "compile",
    "doubled",
    "escape",
    "findall",
    "finditer",
    "fullmatch",
    "in_lines",
    "look_at",
    "match",
    "search",
    "split",
    "sub",
]

_made: dict[tuple[str, int], Expression] = {}
_documents = 0
_WORTH_IT = 4
"""The document from which on the words of expressions are looked for that aren't kept."""


def compile(pattern: str | Pattern[str], flags: int = 0) -> Pattern[str]:
    """An expression; once documents are read, new ones are Python's own and kept by nobody."""
    if not isinstance(pattern, str):
        return pattern
    key = (pattern, int(flags))
    made = _made.get(key)
    if made is None:
        if KNOWN.deferred and not KNOWN.closed:
            made = _made[key] = Expression(*key, None, frozenset(), KNOWN.held)
        else:
            known = None if KNOWN.deferred else KNOWN.form(*key)
            if known is None:
                return re.compile(pattern, flags)
            made = _made[key] = Expression(*key, *known, KNOWN.held)
    return cast("Pattern[str]", made)


def look_at(texts: Iterable[str]) -> None:
    """Find what words the sentences of a document hold, so that expressions that need others pass over them."""
    global _documents
    _documents += 1
    if KNOWN.deferred:
        if _documents < _WORTH_IT:
            return
        if _documents == _WORTH_IT:
            for made in _made.values():
                made.needs(KNOWN.numbers)
    KNOWN.look_at(texts)


def search(pattern: str | Pattern[str], string: str, flags: int = 0) -> Match[str] | None:
    """As `re.search`."""
    return compile(pattern, flags).search(string)


def match(pattern: str | Pattern[str], string: str, flags: int = 0) -> Match[str] | None:
    """As `re.match`."""
    return compile(pattern, flags).match(string)


def fullmatch(pattern: str | Pattern[str], string: str, flags: int = 0) -> Match[str] | None:
    """As `re.fullmatch`."""
    return compile(pattern, flags).fullmatch(string)


def finditer(pattern: str | Pattern[str], string: str, flags: int = 0) -> Iterator[Match[str]]:
    """As `re.finditer`."""
    return compile(pattern, flags).finditer(string)


def findall(pattern: str | Pattern[str], string: str, flags: int = 0) -> list[Any]:
    """As `re.findall`."""
    return compile(pattern, flags).findall(string)


def split(pattern: str | Pattern[str], string: str, maxsplit: int = 0, flags: int = 0) -> list[str | Any]:
    """As `re.split`."""
    return compile(pattern, flags).split(string, maxsplit)


def sub(
    pattern: str | Pattern[str],
    repl: str | Callable[[Match[str]], str],
    string: str,
    count: int = 0,
    flags: int = 0,
) -> str:
    """As `re.sub`."""
    return compile(pattern, flags).sub(repl, string, count)
