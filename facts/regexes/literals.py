"""Words without which a regular expression can't match, derived from its parsed form.

What comes out is a conjunction of choices: a text that holds no word of one of the sets holds no match. The words are
folded, and so must be the text they are looked for in (`fold`). An expression about which nothing is known gives none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product
from typing import Any

from .private import codes

Choices = tuple[frozenset[str], ...]
"""Sets of words: of each at least one is in every match."""

_MOST_STRINGS = 24
"""So many strings are followed at once; a run with more is cut there."""
_LARGEST_CLASS = 6
_MOST_WORDS = 400
_LONGEST = 12
_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)
_ZERO_WIDTH = (codes.AT, codes.ASSERT_NOT)
_UNUSUAL = frozenset("ſı")
"""Letters that match `s` and `i` where case is ignored, and that `lower` leaves alone."""


def fold(text: str) -> str | None:
    """A text as its words are looked for; None for one whose letters can't be compared this way."""
    folded = text.lower()
    return None if not text.isascii() and not _UNUSUAL.isdisjoint(text) else folded


def needed(parsed: Sequence[tuple[Any, Any]]) -> Choices:
    """The choices of words of a parsed expression."""
    found = _Run()
    found.sequence(parsed)
    return tuple(dict.fromkeys(words for words in found.closed() if _useful(words) and _in_one_line(words)))


def _useful(words: frozenset[str]) -> bool:
    return 0 < len(words) <= _MOST_WORDS and all(words) and all(map(_comparable, words))


def _in_one_line(words: frozenset[str]) -> bool:
    """Whether no word is broken by the end of a line: a text's lines are looked at each on its own."""
    return not any("\n" in word for word in words)


def _comparable(word: str) -> bool:
    return all(character.isascii() or character == character.lower() == character.upper() for character in word)


class _Run:
    """Follows a sequence: the strings that may stand here next to one another, and the sets already behind."""

    def __init__(self) -> None:
        self._strings: frozenset[str] = frozenset({""})
        self._sets: list[frozenset[str]] = []

    def closed(self) -> list[frozenset[str]]:
        """All sets, the run at the end included; of one that is open on either side, what it surely holds."""
        self._cut()
        return self._sets

    def sequence(self, parsed: Iterable[tuple[Any, Any]]) -> None:
        """Take in one part after the other."""
        for code, argument in parsed:
            self._part(code, argument)

    def _part(self, code: Any, argument: Any) -> None:
        if code is codes.LITERAL:
            self._follow(frozenset({chr(argument)}))
        elif code is codes.IN:
            self._follow(_characters(argument))
        elif code is codes.BRANCH:
            self._branch(argument[1])
        elif code is codes.SUBPATTERN:
            self.sequence(argument[3])
        elif code is codes.ATOMIC_GROUP:
            self.sequence(argument)
        elif code in _REPEATS:
            self._repeat(*argument)
        elif code is codes.ASSERT:
            self._sets += needed(argument[1])
        elif code not in _ZERO_WIDTH:
            self._cut()

    def _follow(self, strings: frozenset[str] | None) -> None:
        """What stands next is one of these strings; None: anything."""
        if strings is None:
            self._cut()
            return
        if len(self._strings) * len(strings) > _MOST_STRINGS or max(map(len, self._strings)) > _LONGEST:
            self._cut()
        if len(strings) > _MOST_STRINGS:
            self._sets.append(_folded(strings))
            return
        self._strings = frozenset(map("".join, product(self._strings, strings)))

    def _cut(self) -> None:
        self._sets.append(_folded(self._strings))
        self._strings = frozenset({""})

    def _branch(self, alternatives: Sequence[Any]) -> None:
        exact = [_exact(alternative) for alternative in alternatives]
        known = [strings for strings in exact if strings is not None]
        if len(known) == len(exact):
            self._follow(frozenset().union(*known))
            return
        self._cut()
        best = [_best(needed(alternative)) for alternative in alternatives]
        if all(best):
            self._sets.append(frozenset().union(*best))

    def _repeat(self, least: int, most: int, parsed: Any) -> None:
        exact = _exact(parsed)
        if (least, most) == (0, 1) and exact is not None:
            self._follow(exact | {""})
            return
        if (least, most) == (1, 1):
            self.sequence(parsed)
            return
        if least == most and exact is not None and len(exact) == 1 and least <= _LONGEST:
            self._follow(frozenset({next(iter(exact)) * least}))
            return
        if least and exact is not None:
            # One of them stands right behind what came before.
            self._follow(exact)
        self._cut()
        if least:
            self._sets += needed(parsed)


def _exact(parsed: Iterable[tuple[Any, Any]]) -> frozenset[str] | None:
    """All strings an expression matches, when they are few."""
    strings = frozenset({""})
    for code, argument in parsed:
        here = _exact_part(code, argument)
        if here is None or len(here) * len(strings) > _MOST_WORDS:
            return None
        strings = frozenset(map("".join, product(strings, here)))
    return strings


def _exact_part(code: Any, argument: Any) -> frozenset[str] | None:
    if code is codes.LITERAL:
        return frozenset({chr(argument)})
    if code is codes.IN:
        return _characters(argument)
    if code is codes.SUBPATTERN:
        return _exact(argument[3])
    if code is codes.ATOMIC_GROUP:
        return _exact(argument)
    if code is codes.BRANCH:
        branches = [_exact(alternative) for alternative in argument[1]]
        known = [strings for strings in branches if strings is not None]
        return frozenset().union(*known) if len(known) == len(branches) else None
    if code in _REPEATS:
        least, most, repeated = argument
        inner = _exact(repeated)
        if inner is None or most != 1:
            return None
        return inner | {""} if least == 0 else inner
    if code in _ZERO_WIDTH or code is codes.ASSERT:
        return frozenset({""})
    return None


def _characters(items: Sequence[tuple[Any, Any]]) -> frozenset[str] | None:
    """The characters of a class of few."""
    found: set[str] = set()
    for code, argument in items:
        if code is codes.LITERAL:
            found.add(chr(argument))
        elif code is codes.RANGE and argument[1] - argument[0] < _LARGEST_CLASS:
            found.update(map(chr, range(argument[0], argument[1] + 1)))
        else:
            return None
    return frozenset(found) if len(found) <= _LARGEST_CLASS else None


def _folded(strings: frozenset[str]) -> frozenset[str]:
    """Without words that hold another one of the set: where they are, the other is."""
    words = sorted({string.lower() for string in strings}, key=len)
    kept: list[str] = []
    for word in words:
        if not any(other in word for other in kept):
            kept.append(word)
    return frozenset(kept)


def _best(choices: Choices) -> frozenset[str]:
    """The set whose shortest word says most; empty when there is none."""
    return max(choices, key=lambda words: (min(map(_weight, words)), -len(words)), default=frozenset())


def _weight(word: str) -> int:
    """How much a word says; blanks and figures are in every table."""
    if word.isspace() or word.isdigit():
        return 0
    return len(word) if word.isascii() else 2 * len(word)
