"""`read` patterns made ready: one pass over a text for all their anchor words, then anchored matching."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

import ahocorasick

from ...policylang.core_types import Sort
from ...policylang.patterns import Anchor, Choice, Maybe, Part, Pattern, Word
from ...values import Reason, State, Value
from .. import regexes as re
from ..fact import Evidence, Fact, absent, unknown
from ..text import Text
from .match import Match, Window, ends_in_letters, fold, folded_word, is_word_character, match_at
from .needs import Needs, needs_of
from .reader import ReadPattern
from .values import Candidate

_READER = "pattern"
# Of a fact that contradicts itself, so many places are quoted.
_SHOWN = 4
_NEGATED = re.compile(
    r"(?:不|无需|无须|毋需|未|没有|免|无)[收取需须要提供交支付设约定存在作予得再]{0,4}\s?$"
    r"|(?<![a-z])(?:no|not|without|never|neither)\s{1,2}(?:(?:any|be|an?|the|to|require|requires|pay|such)\s{1,2}){0,3}$"
    r"|n't\s{1,2}(?:(?:any|be|an?|the|require|pay)\s{1,2}){0,3}$"
)
# What denies in the gap of a pattern: a deposit that "shall not be forfeited" isn't forfeited.
_DENIES = re.compile(
    r"不(?!可抗|仅|但|论|管|限于|少于|低于|高于|超过|足|同|良|合格|符)|未(?!来)|没有|无需|无须|毋需|无权|并无|免于"
    r"|(?<![a-z])(?:not(?! only)|never|neither|nor|without"
    r"|cannot)(?![a-z])|n't(?![a-z])"
)
_CONDITION = re.compile(r"[如若](?!下)|倘|除非|(?<![a-z])(?:if|unless|where|should)(?![a-z])")


@dataclass(frozen=True, slots=True)
class _Lookup:
    fact: str
    sort: Sort
    pattern: Pattern
    anchor: Anchor
    needs: Needs
    """What else the sentence must hold."""
    denies: bool
    """Whether the pattern's own words deny something."""


class _Looked:
    """A word the document is searched for, with the patterns it is the anchor of: made ready when it is first met."""

    def __init__(self, word: str) -> None:
        self.length = len(word)
        self.cut = ends_in_letters(word)
        """Whether an ASCII letter or digit before it, or behind it, would make it part of another word."""
        self.anchors: list[tuple[str, Sort, Pattern, Anchor]] = []

    @cached_property
    def lookups(self) -> tuple[_Lookup, ...]:
        """What is tried where the word is met."""
        return tuple(_lookup(*each) for each in self.anchors)


@dataclass(frozen=True, slots=True)
class _Reading:
    value: Value | None
    reason: Reason | None
    start: int
    end: int


class Matcher:
    """The automaton of some patterns, and what becomes of what it meets."""

    def __init__(self, patterns: Iterable[ReadPattern]) -> None:
        self._names: dict[str, None] = {}
        by_word: dict[str, _Looked] = {}
        for name, kind, _, pattern in patterns:
            self._names[name] = None
            for anchor in pattern.anchors:
                if word := folded_word(anchor.word):
                    looked = by_word.get(word) or by_word.setdefault(word, _Looked(word))
                    looked.anchors.append((name, kind.sort, pattern, anchor))
        self._automaton = ahocorasick.Automaton()
        for word, looked in by_word.items():
            self._automaton.add_word(word, looked)
        if by_word:
            self._automaton.make_automaton()
        self._empty = not by_word

    def read(self, text: Text) -> list[Fact]:
        """One fact for each name, in the order given: stated, absent, or unknown (blank, contradiction, unclear)."""
        readings: dict[str, list[_Reading]] = {name: [] for name in self._names}
        for name, reading in self._readings(text):
            readings[name].append(reading)
        return [_settle(name, found, text) for name, found in readings.items()]

    def _readings(self, text: Text) -> Iterator[tuple[str, _Reading]]:
        folded = fold(text.text)
        for lookup, match, sentence in self._matches(text, folded):
            reading = _reading(lookup, match, folded, sentence, text.text)
            if reading:
                yield lookup.fact, reading

    def places(self, text: Text) -> Iterator[tuple[str, int, int]]:
        """Where the patterns stand in a text: source, start, end; one for each anchor word met."""
        for lookup, match, _ in self._matches(text, fold(text.text)):
            yield lookup.pattern.source, match.start, match.end

    def _matches(self, text: Text, folded: str) -> Iterator[tuple[_Lookup, Match, int]]:
        """Every match with the start of its sentence. Most words met are no match: they cost little."""
        if self._empty:
            return
        windows: dict[tuple[int, Sort], Window] = {}
        low = high = 0
        for last, looked in self._automaton.iter(folded):
            start, end = last - looked.length + 1, last + 1
            before, behind = looked.cut
            if (before and is_word_character(folded[start - 1 : start])) or (
                behind and is_word_character(folded[end : end + 1])
            ):
                continue
            if not low <= start < high:
                sentence = text.sentence_at(start)
                low, high = sentence.start, sentence.end
            for lookup in looked.lookups:
                if not lookup.needs.met(folded, start, end, low, high):
                    continue
                key = (low, lookup.sort)
                if key not in windows:
                    windows[key] = Window(folded, text.text, low, high, lookup.sort)
                match = match_at(windows[key], lookup.anchor, start, end)
                if match:
                    yield lookup, match, low


def _lookup(name: str, sort: Sort, pattern: Pattern, anchor: Anchor) -> _Lookup:
    plain = Anchor(_plain(anchor.before), folded_word(anchor.word), _plain(anchor.behind))
    return _Lookup(name, sort, pattern, plain, needs_of(plain), _denies(pattern.parts))


def _denies(parts: Iterable[Part]) -> bool:
    for part in parts:
        match part:
            case Word(text) if _DENIES.search(folded_word(text)) is not None:
                return True
            case Maybe(inner) if _denies(inner):
                return True
            case Choice(alternatives) if any(_denies(alternative) for alternative in alternatives):
                return True
            case _:
                continue
    return False


def _plain(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    return tuple(_plain_part(part) for part in parts)


def _plain_part(part: Part) -> Part:
    match part:
        case Word(text):
            return Word(folded_word(text))
        case Maybe(parts):
            return Maybe(_plain(parts))
        case Choice(alternatives):
            return Choice(tuple(_plain(alternative) for alternative in alternatives))
        case _:
            return part


def _reading(lookup: _Lookup, match: Match, folded: str, sentence: int, text: str) -> _Reading | None:
    if lookup.sort is Sort.YES_NO:
        before = folded[max(sentence, match.start - 40) : match.start]
        negated = _NEGATED.search(before)
        if negated and _CONDITION.search(before):
            return None
        if not negated and not lookup.denies and _DENIES.search(folded, match.start, match.end) is not None:
            return _Reading(None, Reason.UNCLEAR, match.start, match.end)
        return _Reading(negated is None, None, match.start - (len(negated[0]) if negated else 0), match.end)
    value = match.value
    if value is None or value.reason is not None:
        reason = value.reason if value else None
        return _Reading(None, reason or Reason.UNCLEAR, match.start, match.end)
    return _Reading(_as_written(value, text), None, match.start, match.end)


def _as_written(value: Candidate, text: str) -> Value | None:
    return text[value.start : value.end] if isinstance(value.value, str) else value.value


def _settle(name: str, found: list[_Reading], text: Text) -> Fact:
    """One fact from all readings of it: the same value throughout, or a contradiction."""
    if not found:
        return absent(name)
    values = [reading for reading in found if reading.value is not None]
    chosen = values or sorted(found, key=lambda reading: reading.reason is not Reason.BLANK)
    distinct: list[_Reading] = []
    for reading in chosen:
        if len(distinct) < _SHOWN and not any(_same(reading, other) for other in distinct):
            distinct.append(reading)
    if not values:
        reason = chosen[0].reason or Reason.UNCLEAR
        return unknown(name, reason, *_quotes(text, chosen[:1]))
    if len(distinct) > 1:
        return unknown(name, Reason.CONTRADICTION, *_quotes(text, distinct))
    return Fact(name, State.STATED, distinct[0].value, None, _quotes(text, chosen))


def _same(one: _Reading, other: _Reading) -> bool:
    """Equal values; a text that another pattern cut shorter at the same place says nothing else."""
    overlap = one.start < other.end and other.start < one.end
    if overlap and isinstance(one.value, str) and isinstance(other.value, str):
        return one.value in other.value or other.value in one.value
    return one.value == other.value


def _quotes(text: Text, readings: Iterable[_Reading]) -> tuple[Evidence, ...]:
    found: dict[Evidence, None] = {}
    for reading in readings:
        for evidence in text.evidence(reading.start, reading.end, _READER):
            found.setdefault(evidence, None)
    return tuple(found)
