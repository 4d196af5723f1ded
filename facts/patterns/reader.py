"""The `read` patterns of policies, run over a document: one pass for all their anchor words, then anchored matching."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import ahocorasick

from ...policylang.core import Sort, Type
from ...policylang.patterns import Anchor, Choice, Maybe, Part, Pattern, Word
from ...values import Reason, State, Value
from ..fact import Evidence, Fact, absent, unknown
from ..text import Text
from .match import Match, Window, fold, folded_word, is_whole, match_at
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
    denies: bool
    """Whether the pattern's own words deny something."""


@dataclass(frozen=True, slots=True)
class _Reading:
    value: Value | None
    reason: Reason | None
    start: int
    end: int


class PatternReader:
    """Reads every fact that has patterns: (fact name, its type, language, pattern)."""

    def __init__(self, patterns: Iterable[tuple[str, Type, str, Pattern]]) -> None:
        self._names: dict[str, None] = {}
        by_word: dict[str, list[_Lookup]] = {}
        for name, kind, _, pattern in patterns:
            self._names[name] = None
            for anchor in pattern.anchors:
                plain = Anchor(_plain(anchor.before), folded_word(anchor.word), _plain(anchor.behind))
                if plain.word:
                    by_word.setdefault(plain.word, []).append(
                        _Lookup(name, kind.sort, pattern, plain, _denies(pattern.parts))
                    )
        self._automaton = ahocorasick.Automaton()
        for word, lookups in by_word.items():
            self._automaton.add_word(word, (len(word), tuple(lookups)))
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
        if self._empty:
            return
        folded = fold(text.text)
        windows: dict[tuple[int, Sort], Window] = {}
        for last, (length, lookups) in self._automaton.iter(folded):
            start, end = last - length + 1, last + 1
            if not is_whole(folded, start, end):
                continue
            sentence = text.sentence_at(start)
            for lookup in lookups:
                key = (sentence.start, lookup.sort)
                if key not in windows:
                    windows[key] = Window(folded, text.text, sentence.start, sentence.end, lookup.sort)
                match = match_at(windows[key], lookup.anchor, start, end)
                reading = _reading(lookup, match, folded, sentence.start, text.text) if match else None
                if reading:
                    yield lookup.fact, reading


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
