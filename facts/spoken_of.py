"""A safety net behind all readers: what a text plainly speaks of and no reader understood is unclear, not absent.

The words are data (`vocabularies/spoken_of.yaml`): under each fact a list of signs. A sign is one or more groups of
words that stand near each other in one paragraph, `A|B + C|D`, and may end in words that rule it out, ` - E|F`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from ..values import Reason, State
from . import regexes as re
from .fact import Fact, unknown
from .sentence_tools import MAX_QUOTE
from .text import Text
from .vocabulary import keys, words

_FILE = "spoken_of"
_FOLLOWS = "follows"
_READER = "spoken of"
# Characters between the groups of one sign: about two sentences in either script.
_REACH = 160
_DENIED = re.compile(
    r"(?:不|无需|无须|毋需|未|没有|并无|免|无)[收取须需要提供交支付设约定存在作予得再另]{0,4}\s?$"
    r"|(?<![a-z])(?:no|not|without|never|neither|nor)\s{1,2}(?:(?:any|be|an?|the|to|require|requires|pay|such"
    r"|other)\s{1,2}){0,3}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Word:
    """A word in lower case, and whether a letter may stand before or behind it."""

    text: str
    begins: bool
    ends: bool


_Group = tuple[_Word, ...]


@dataclass(frozen=True, slots=True)
class _Sign:
    groups: tuple[_Group, ...]
    unless: _Group


def unclear_where_spoken_of(text: Text, facts: Mapping[str, Fact]) -> dict[str, Fact]:
    """The facts, those said to be absent being `unknown(unclear)` where the text has a sign of them.

    A fact that has no meaning without another one (the mode of a guarantee) is unclear with it.
    """
    found = dict(facts)
    for name in _facts():
        fact = facts.get(name)
        if fact is not None and fact.state is State.ABSENT and (place := spoken_of(text, name)) is not None:
            found[name] = unknown(name, Reason.UNCLEAR, *text.evidence(*place, _READER))
    for name, outer in _followers():
        fact = found.get(name)
        if (
            fact is not None
            and fact.state in (State.ABSENT, State.NOT_APPLICABLE)
            and found[outer] is not facts.get(outer)
        ):
            found[name] = unknown(name, Reason.UNCLEAR, *found[outer].evidence)
    return found


def spoken_of(text: Text, name: str) -> tuple[int, int] | None:
    """The sentence that has the first sign of a fact, as a stretch of the normalised text; None without one."""
    places = _places_of_words(text)
    return next((found for sign in _signs(name) for found in _found(text, places, sign)), None)


def _found(text: Text, places: _Places, sign: _Sign) -> Iterator[tuple[int, int]]:
    first, *others = sign.groups
    if not all(any(places.of(word) for word in group) for group in others):
        return
    for at, end in sorted(place for word in first for place in places.of(word)):
        if _DENIED.search(text.text, max(0, at - 40), at) is not None:
            continue
        line = text.line_at(at)
        low, high = max(line.start, at - _REACH), min(line.end, end + _REACH)
        if not all(places.any_in(group, low, high) for group in others):
            continue
        sentence = text.sentence_at(at)
        if places.any_in(sign.unless, sentence.start, sentence.end):
            continue
        start = max(sentence.start, at - MAX_QUOTE // 2)
        yield start, min(sentence.end, start + MAX_QUOTE)


class _Places:
    """Where the words of the signs stand in one text; each word is looked for once, when it is first asked for.

    White space of any length counts as one blank.
    """

    def __init__(self, text: str) -> None:
        lower = text.lower()
        if len(lower) != len(text):
            lower = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
        self._back = [at for at, letter in enumerate(lower) if not (letter.isspace() and lower[at - 1 : at].isspace())]
        self._text = "".join(" " if lower[at].isspace() else lower[at] for at in self._back)
        self._back.append(len(text))
        self._known: dict[_Word, list[tuple[int, int]]] = {}

    def of(self, word: _Word) -> list[tuple[int, int]]:
        """The places of a word in order, as positions of the text as it was."""
        if word not in self._known:
            self._known[word] = list(self._look_for(word))
        return self._known[word]

    def any_in(self, group: _Group, low: int, high: int) -> bool:
        """Whether one of some words stands between two positions."""
        for word in group:
            places = self.of(word)
            at = bisect_left(places, (low, 0))
            if at < len(places) and places[at][1] <= high:
                return True
        return False

    def _look_for(self, word: _Word) -> Iterator[tuple[int, int]]:
        text, size = self._text, len(word.text)
        at = text.find(word.text)
        while at >= 0:
            end = at + size
            inside = (word.begins and at and _is_letter(text[at - 1])) or (
                word.ends and end < len(text) and _is_letter(text[end])
            )
            if not inside:
                yield self._back[at], self._back[end - 1] + 1
            at = text.find(word.text, at + 1)


def _is_letter(character: str) -> bool:
    return character.isascii() and character.isalpha()


@lru_cache(maxsize=2)
def _places_of_words(text: Text) -> _Places:
    return _Places(text.text)


@cache
def _facts() -> tuple[str, ...]:
    return tuple(key for key in keys(_FILE) if key != _FOLLOWS)


@cache
def _followers() -> tuple[tuple[str, str], ...]:
    pairs = (entry.split(" of ") for entry in words(_FILE, _FOLLOWS))
    return tuple((name, outer) for name, outer in pairs)


@cache
def _signs(name: str) -> tuple[_Sign, ...]:
    return tuple(_sign(entry) for entry in words(_FILE, name))


def _sign(entry: str) -> _Sign:
    wanted, _, unwanted = entry.partition(" - ")
    return _Sign(tuple(_group(group) for group in wanted.split(" + ")), _group(unwanted) if unwanted else ())


def _group(alternatives: str) -> _Group:
    return tuple(_word(word) for word in alternatives.strip().split("|"))


def _word(printed: str) -> _Word:
    """A word of Latin letters stands alone, unless it ends in *: then it goes on (guarant*)."""
    word = " ".join(printed.rstrip("*").lower().split())
    return _Word(word, _is_letter(word[0]), _is_letter(word[-1]) and not printed.endswith("*"))
