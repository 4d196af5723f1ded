"""The characters an expression's matches can begin with, put where Python's engine looks for them.

The engine passes quickly over a text to the first character of a set, when the compiled expression names one. Python
finds that set only for the plainest beginnings: none where case is ignored, where words are optional or behind a look
at what stands before. Most of the readers' expressions begin so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from .private import codes, compiler

_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)
_ZERO_WIDTH = (codes.AT, codes.ASSERT, codes.ASSERT_NOT)
_IGNORE = codes.SRE_FLAG_IGNORECASE
_ALIKE = {"i": "ıİ", "s": "ſ", "k": "\u212a"}
"""What else matches these letters where case is ignored."""
_LARGEST_CASED = 0x250
"""Ranges of letters beyond these aren't followed where case is ignored, but for Han characters."""
_HAN = range(0x2E80, 0xA4D0)

Item = tuple[Any, Any]
"""An item of a character class, as the parser has it."""


def with_firsts(code: list[int], parsed: Any, flags: int) -> list[int]:
    """The code of an expression, with the set of first characters where it says nothing of them and there is one."""
    info, skip, mask, least, most = code[:5]
    if info != codes.INFO or mask != 0 or least == 0:
        return code
    found = _firsts(parsed, flags)
    if found is None or not found[0] or found[1]:
        return code
    charset, _ = compiler._optimize_charset(list(dict.fromkeys(found[0])))
    head = [int(codes.INFO), 0, int(codes.SRE_INFO_CHARSET), least, most]
    compiler._compile_charset(charset, flags, head)
    head[1] = len(head) - 1
    return [*head, *code[1 + skip :]]


def _firsts(parsed: Iterable[Item], flags: int) -> tuple[list[Item], bool] | None:
    """The first characters of a sequence, and whether it may also match nothing; None when they are any."""
    items: list[Item] = []
    for code, argument in parsed:
        found = _of_part(code, argument, flags)
        if found is None:
            return None
        items += found[0]
        if not found[1]:
            return items, False
    return items, True


def _of_part(code: Any, argument: Any, flags: int) -> tuple[list[Item], bool] | None:
    if code is codes.LITERAL:
        return _cased([(codes.LITERAL, argument)], flags)
    if code is codes.IN:
        return _cased(argument, flags)
    if code is codes.BRANCH:
        return _union(argument[1], flags)
    if code is codes.SUBPATTERN:
        _, added, removed, inner = argument
        return _firsts(inner, (flags | added) & ~removed)
    if code is codes.ATOMIC_GROUP:
        return _firsts(argument, flags)
    if code in _REPEATS:
        least, _, inner = argument
        found = _firsts(inner, flags)
        return None if found is None else (found[0], found[1] or least == 0)
    return ([], True) if code in _ZERO_WIDTH else None


def _union(branches: Sequence[Any], flags: int) -> tuple[list[Item], bool] | None:
    items: list[Item] = []
    empty = False
    for branch in branches:
        found = _firsts(branch, flags)
        if found is None:
            return None
        items += found[0]
        empty = empty or found[1]
    return items, empty


def _cased(items: Sequence[Item], flags: int) -> tuple[list[Item], bool] | None:
    """The items of a class, and what else they match where case is ignored."""
    if any(code is codes.NEGATE for code, _ in items):
        return None
    if not flags & _IGNORE:
        return list(items), False
    found: list[Item] = []
    for code, argument in items:
        if code is codes.CATEGORY:
            found.append((code, argument))
            continue
        low, high = argument if code is codes.RANGE else (argument, argument)
        if low in _HAN and high in _HAN:
            found.append((code, argument))
        elif high < _LARGEST_CASED:
            found += ((codes.LITERAL, ord(other)) for at in range(low, high + 1) for other in _spellings(chr(at)))
        elif low == high and (letter := chr(low)) == letter.lower() == letter.upper():
            found.append((code, argument))
        else:
            return None
    return found, False


def _spellings(letter: str) -> Iterable[str]:
    """A letter in both cases, and what counts as the same."""
    both = {letter, *letter.lower(), *letter.upper(), *letter.swapcase()}
    return both | {other for each in tuple(both) for other in _ALIKE.get(each.lower(), "")}
