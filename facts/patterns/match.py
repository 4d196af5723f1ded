"""One anchored match of a `read` pattern: the parts behind the anchor are followed forward, those before it backward.

Each step keeps the set of positions reached, so the work for an anchor is bounded by the parts and the length of a gap,
whatever the pattern.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ...policylang.core_types import Sort
from ...policylang.patterns import GAP, Anchor, Choice, Gap, Maybe, Part, Value, Word
from ..normalise import normalise
from .values import Candidate, candidates, names_its_unit, text_value

_BLANKS = 3
_LONGEST_TEXT = 200


@dataclass(frozen=True, slots=True)
class Match:
    """Where a pattern matched, with the value in the place of its `{}`."""

    start: int
    end: int
    value: Candidate | None = None


@dataclass(frozen=True)
class Window:
    """The sentence a match has to stay in: `start` up to `end` of `text`, the folded form of `written`.

    The values that stand in it are looked for when a match first comes to one.
    """

    text: str
    written: str
    start: int
    end: int
    sort: Sort

    @cached_property
    def by_start(self) -> Mapping[int, Sequence[Candidate]]:
        """The values of the sentence by their first character."""
        return _grouped((value.start, value) for value in self._values)

    @cached_property
    def by_end(self) -> Mapping[int, Sequence[Candidate]]:
        """The values of the sentence by the character behind them."""
        return _grouped((value.end, value) for value in self._values)

    @cached_property
    def _values(self) -> tuple[Candidate, ...]:
        return candidates(self.written, self.start, self.end, self.sort)


def _grouped(values: Iterable[tuple[int, Candidate]]) -> Mapping[int, Sequence[Candidate]]:
    groups: dict[int, list[Candidate]] = {}
    for at, value in values:
        groups.setdefault(at, []).append(value)
    return groups


# A position reached, with the value passed on the way.
_Reached = dict[int, Candidate | None]


def match_at(window: Window, anchor: Anchor, start: int, end: int) -> Match | None:
    """The match whose anchor word stands at `start` up to `end`; the shortest one, its value as long as can be."""
    forward = _Walk(window, 1).run({end: None}, anchor.behind)
    backward = _Walk(window, -1).run({start: None}, anchor.before) if forward else {}
    if not forward or not backward:
        return None
    right = min(forward, key=lambda at: (-_length(forward[at]), at))
    left = max(backward, key=lambda at: (_length(backward[at]), at))
    return Match(left, right, forward[right] or backward[left])


def _length(value: Candidate | None) -> int:
    return value.end - value.start if value else 0


@dataclass(frozen=True, slots=True)
class _Walk:
    """Follows parts in one direction: 1 to the right, -1 to the left."""

    window: Window
    step: int

    def run(self, reached: _Reached, parts: tuple[Part, ...]) -> _Reached:
        ordered = parts if self.step > 0 else parts[::-1]
        for at, part in enumerate(ordered):
            reached = self._part(reached, part, last=at == len(ordered) - 1)
            if not reached:
                break
        return reached

    def _part(self, reached: _Reached, part: Part, last: bool) -> _Reached:
        match part:
            case Word(text):
                return self._word(reached, text)
            case Value():
                return self._value(reached, last)
            case Gap():
                return self._gap(reached)
            case Maybe(parts):
                return _merge((*reached.items(), *self.run(reached, parts).items()))
            case Choice(alternatives):
                return _merge(item for branch in alternatives for item in self.run(reached, branch).items())

    def _gap(self, reached: _Reached) -> _Reached:
        """Every position up to `GAP` further on, each with the value of the nearest position behind it."""
        found: _Reached = {}
        covered: int | None = None
        for at in sorted(reached, reverse=self.step < 0):
            room = self.window.end - at if self.step > 0 else at - self.window.start
            known = 0 if covered is None else max(0, (covered - at) * self.step + 1)
            for more in range(known, min(GAP, room) + 1):
                covered = at + self.step * more
                found[covered] = reached[at]
        return found

    def _blanks(self, at: int) -> Iterable[int]:
        """The positions from `at` on that only blanks separate from it."""
        text = self.window.text
        for _ in range(_BLANKS + 1):
            yield at
            beside = at if self.step > 0 else at - 1
            if not (self.window.start <= beside < self.window.end and text[beside] in " \t"):
                return
            at += self.step

    def _word(self, reached: _Reached, word: str) -> _Reached:
        """The far ends of a folded word that stands at a position reached; looked for once, however many those are."""
        text, length = self.window.text, len(word)
        if self.step > 0:
            low, high = min(reached), min(self.window.end, max(reached) + _BLANKS + length)
        else:
            low, high = max(self.window.start, min(reached) - _BLANKS - length), max(reached)
        found: _Reached = {}
        start = text.find(word, low, high)
        while start >= 0:
            end = start + length
            near = self._reached_from(reached, start if self.step > 0 else end)
            if near is not None and is_whole(text, start, end):
                found[end if self.step > 0 else start] = reached[near]
            start = text.find(word, start + 1, high)
        return found

    def _reached_from(self, reached: _Reached, at: int) -> int | None:
        """The nearest position reached that only blanks separate from `at`, where the word begins."""
        text = self.window.text
        for _ in range(_BLANKS + 1):
            if at in reached:
                return at
            beside = at - 1 if self.step > 0 else at
            if not (self.window.start <= beside < self.window.end and text[beside] in " \t"):
                return None
            at -= self.step
        return None

    def _value(self, reached: _Reached, last: bool) -> _Reached:
        found: list[tuple[int, Candidate | None]] = []
        for at in reached:
            for near in self._blanks(at):
                beside = self.window.by_start if self.step > 0 else self.window.by_end
                for value in beside.get(near, ()):
                    if not (last and self.step > 0 and names_its_unit(self.window.text, value)):
                        found.append((value.end if self.step > 0 else value.start, value))
            if self.window.sort is Sort.TEXT:
                found += self._text(at, last)
        return _merge(found)

    def _text(self, at: int, last: bool) -> list[tuple[int, Candidate | None]]:
        edge = self.window.end if self.step > 0 else self.window.start
        room = min(abs(edge - at), _LONGEST_TEXT)
        lengths = [room] if last else range(1, room + 1)
        found: list[tuple[int, Candidate | None]] = []
        for length in lengths:
            start, end = (at, at + length) if self.step > 0 else (at - length, at)
            value = text_value(self.window.text, start, end)
            if value.end > value.start:
                found.append((at + self.step * length, value))
        return found


def _merge(items: Iterable[tuple[int, Candidate | None]]) -> _Reached:
    """One value for each position: the longest."""
    merged: _Reached = {}
    for at, value in items:
        if at not in merged or _length(value) > _length(merged[at]):
            merged[at] = value
    return merged


def fold(text: str) -> str:
    """A text as patterns are compared: letters small, its length unchanged (`İ` alone would become two characters)."""
    return text.replace("İ", "I").lower()


def folded_word(word: str) -> str:
    """A word of a pattern as it stands in normalised, folded text."""
    return fold(normalise(word)[0])


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether no ASCII letter or digit continues a word's own at either end."""
    before, behind = ends_in_letters(text[start:end])
    return not (before and is_word_character(text[start - 1 : start])) and not (
        behind and is_word_character(text[end : end + 1])
    )


def ends_in_letters(word: str) -> tuple[bool, bool]:
    """Whether a word begins, and whether it ends, with an ASCII letter or digit."""
    return is_word_character(word[0]), is_word_character(word[-1])


def is_word_character(character: str) -> bool:
    """Whether it is an ASCII letter or digit; nothing is none."""
    return character.isascii() and character.isalnum()
