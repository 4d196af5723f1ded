"""A regular expression in the form in which it is kept: Python's own code for it, and the words it can't do without.

Compiling the readers' expressions takes longer than reading a contract with them. Python compiles an expression to
a list of numbers and gives that to its matching engine, which checks it; here the list is kept. How the numbers read
depends on Python's version, which is part of the name they are kept under.
"""

from __future__ import annotations

import re
from array import array
from typing import Any, cast
from zlib import crc32

from .firsts import with_firsts
from .literals import Choices, needed
from .private import compiler, engine, parser

Form = tuple[int, bytes | memoryview, bool, int, tuple[tuple[str, int], ...], tuple[tuple[str, ...], ...], int]
"""Flags, code, whether that is of two bytes a number, groups, named groups, choices of words, checksum of the code."""

MAGIC = f"{engine.MAGIC}.{engine.CODESIZE}.3"
"""The version of the numbers, and ours of how the words needed are found."""

_TWO_BYTES = 0xFFFF


def form_of(pattern: str, flags: int) -> Form:
    """An expression compiled. `re.error` for one that isn't any."""
    parsed: Any = parser.parse(pattern, flags)
    flags |= parsed.state.flags
    numbers = with_firsts([int(number) for number in compiler._code(parsed, flags)], parsed, flags)
    short = max(numbers) <= _TWO_BYTES
    code = array("H" if short else "I", numbers).tobytes()
    state = parsed.state
    choices = tuple(tuple(sorted(words)) for words in needed(parsed))
    return flags, code, short, state.groups - 1, tuple(state.groupdict.items()), choices, crc32(code)


def pattern_of(pattern: str, flags: int, form: Form) -> re.Pattern[str]:
    """The expression as Python has it after compiling; compiled by Python itself when what was kept isn't sound."""
    try:
        return _made(pattern, form)
    except (RuntimeError, TypeError, ValueError, OverflowError, IndexError):
        return re.compile(pattern, flags)


def _made(pattern: str, form: Form) -> re.Pattern[str]:
    flags, code, short, groups, named, _, checksum = form
    if crc32(code) != checksum:
        raise ValueError(pattern)
    numbers = array("H" if short else "I")
    numbers.frombytes(code)
    names: list[str | None] = [None] * (groups + 1)
    for name, number in named:
        names[number] = name
    made = engine.compile(pattern, flags, numbers.tolist(), groups, dict(named), tuple(names))
    return cast("re.Pattern[str]", made)


def choices_of(form: Form) -> Choices:
    """The choices of words of a kept expression."""
    return tuple(map(frozenset, form[5]))


def choices_in(pattern: str, flags: int) -> Choices:
    """The choices of words of an expression that isn't kept."""
    return needed(parser.parse(pattern, flags))
