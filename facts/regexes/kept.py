"""Expressions in the user's cache: what is to be known of all in one entry, their code, of which little is used, apart.

With them lie the words of all their choices, put where a text that holds the first two letters of one finds it.
"""

from __future__ import annotations

import marshal
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from ...policylang import cache
from .form import MAGIC, Form
from .literals import Choices

Key = tuple[str, int]
"""An expression's text and flags."""

Held = frozenset[int]
"""The numbers of the choices that a text holds a word of, or that an expression needs."""

Words = dict[str, list[tuple[str, tuple[int, ...]]]]
"""Words with the numbers of their choices, by their first two letters."""

_UNSOUND = (AttributeError, EOFError, IndexError, TypeError, ValueError)


@dataclass(frozen=True, slots=True)
class Kept:
    """Expressions with the choices they need, and the words of all choices."""

    forms: dict[Key, Form]
    needs: dict[Key, Held]
    words: Words


def nothing() -> Kept:
    """No expressions."""
    return Kept({}, {}, {})


def load() -> Kept:
    """The expressions that were kept; none when there are none, or what was kept isn't sound."""
    content = cache.read(key_of("about"))
    if content is None:
        return nothing()
    try:
        digest, size, rows, words = marshal.loads(content)
        codes = cache.read_unchecked(key_of("code"), digest)
        if codes is None or len(codes) != size or type(words) is not dict:
            return nothing()
        forms: dict[Key, Any] = {
            key: (flags, codes[start:end], short, groups, named, (), checksum)
            for key, flags, start, end, short, groups, named, _, checksum in rows
        }
        needs = {key: numbers for key, *_, numbers, _ in rows}
    except _UNSOUND:
        return nothing()
    if not all(type(numbers) is frozenset for numbers in needs.values()):
        return nothing()
    return Kept(forms, needs, words)


def keep(forms: Mapping[Key, Form], needs: Mapping[Key, Held], choices: Iterable[frozenset[str]]) -> None:
    """Keep expressions with the numbers of the choices they need, each choice at the place of its number."""
    codes = b"".join(form[1] for form in forms.values())
    rows: list[tuple[Any, ...]] = []
    end = 0
    for key, (flags, code, short, groups, named, _, checksum) in forms.items():
        start, end = end, end + len(code)
        rows.append((key, flags, start, end, short, groups, named, needs[key], checksum))
    cache.write(key_of("code"), codes)
    cache.write(key_of("about"), marshal.dumps((sha256(codes).digest(), len(codes), rows, words_of(choices))))


def words_of(choices: Iterable[frozenset[str]]) -> Words:
    """The words of choices, each choice at the place of its number."""
    numbers: dict[str, list[int]] = {}
    for number, words in enumerate(choices):
        for word in words:
            numbers.setdefault(word, []).append(number)
    found: Words = {}
    for word, of_word in numbers.items():
        found.setdefault(word[:2], []).append((word, tuple(of_word)))
    return found


def choices_of(words: Words) -> Choices:
    """The choices the words came from, each at the place of its number."""
    found: dict[int, set[str]] = {}
    for several in words.values():
        for word, numbers in several:
            for number in numbers:
                found.setdefault(number, set()).add(word)
    return tuple(frozenset(found.get(number, ())) for number in range(max(found, default=-1) + 1))


def key_of(part: str) -> str:
    """The name of an entry: another version of Python, or of this program's ways, finds nothing under it."""
    named = (
        f"regular expressions, {part} {sys.version} {sys.implementation.cache_tag} {sys.byteorder} {MAGIC} {__file__}"
    )
    return sha256(named.encode()).hexdigest()
