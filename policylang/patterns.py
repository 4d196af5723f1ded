"""`read` patterns: their surface form taken apart. What a pattern matches is the business of whoever reads documents.

pattern     = alternative
alternative = part part …
part        = word | {} | [alternative] | (alternative|alternative) | …
"""

from __future__ import annotations

import re
from dataclasses import dataclass

GAP = 40
"""The most characters that `…` passes over; they stay inside one sentence."""

_DEPTH = 8
_TOKEN = re.compile(r"\{\s*\}|…+|\.{3,}|[\[\](){}|]|\s+|[^\s\[\](){}|….]+|\.")
_TWINS = str.maketrans("［］（）｛｝｜【】", "[](){}|[]")
_CLOSES = {"[": "]", "(": ")"}


@dataclass(frozen=True, slots=True)
class Word:
    """Literal characters without white space; between two words of a pattern a text may have blanks."""

    text: str


@dataclass(frozen=True, slots=True)
class Value:
    """`{}`: the fact's own value."""


@dataclass(frozen=True, slots=True)
class Gap:
    """`…`: at most `GAP` characters inside one sentence."""


@dataclass(frozen=True, slots=True)
class Maybe:
    """`[…]`: parts that may be missing."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """`(…|…)`: one of several runs of parts."""

    alternatives: tuple[tuple[Part, ...], ...]


Part = Word | Value | Gap | Maybe | Choice


@dataclass(frozen=True, slots=True)
class Anchor:
    """A word every match of its branch holds, with the parts before and behind it."""

    before: tuple[Part, ...]
    word: str
    behind: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern taken apart. A match holds the word of one of the anchors, with that anchor's parts around it."""

    source: str
    parts: tuple[Part, ...]
    anchors: tuple[Anchor, ...]
    has_value: bool


@dataclass(frozen=True, slots=True)
class PatternProblem:
    """What is wrong with a pattern: a message key, the character it starts at, and what fills the message."""

    key: str
    offset: int
    values: tuple[tuple[str, str], ...] = ()


class _Refused(Exception):
    def __init__(self, key: str, offset: int, *values: tuple[str, str]) -> None:
        super().__init__(key)
        self.problem = PatternProblem(key, offset, values)


def parse_pattern(pattern: str) -> Pattern | PatternProblem:
    """The parts of a pattern, or what is wrong with it. Full-width brackets count as their half-width twins."""
    try:
        parser = _Parser(pattern.translate(_TWINS))
        parts = parser.whole()
    except _Refused as refused:
        return refused.problem
    anchors = _anchors(parts)
    if anchors is None:
        return PatternProblem("E420", 0, (("pattern", pattern),))
    return Pattern(pattern, parts, anchors, parser.has_value)


class _Parser:
    """Reads the tokens of one pattern from left to right."""

    def __init__(self, pattern: str) -> None:
        self._tokens = [(match.start(), match[0]) for match in _TOKEN.finditer(pattern)]
        self._at = 0
        self._pattern = pattern
        self.has_value = False

    def whole(self) -> tuple[Part, ...]:
        if not self._pattern.strip():
            raise _Refused("E417", 0)
        alternatives, _ = self._alternatives("", 0)
        return alternatives[0]

    def _alternatives(self, close: str, depth: int) -> tuple[tuple[tuple[Part, ...], ...], int]:
        """What stands up to `close`, one run of parts for each alternative."""
        opened = self._tokens[self._at - 1][0] if close else 0
        if depth > _DEPTH:
            raise _Refused("E421", opened, ("limit", str(_DEPTH)))
        alternatives: list[tuple[Part, ...]] = []
        parts: list[Part] = []
        while self._at < len(self._tokens):
            offset, token = self._tokens[self._at]
            self._at += 1
            if close and token == close:
                return (*alternatives, tuple(parts)), offset
            if token == "|" and close:
                alternatives.append(tuple(parts))
                parts = []
            elif not token.isspace():
                parts.append(self._part(offset, token, depth))
        if close:
            raise _Refused("E418", opened, ("bracket", "[" if close == "]" else "("))
        return (tuple(parts),), len(self._pattern)

    def _part(self, offset: int, token: str, depth: int) -> Part:
        if token in _CLOSES:
            alternatives, _ = self._alternatives(_CLOSES[token], depth + 1)
            choice: Part = Choice(alternatives)
            if token == "[":
                return Maybe(alternatives[0] if len(alternatives) == 1 else (choice,))
            return choice
        if token[0] == "{" and token[-1] == "}":
            if self.has_value:
                raise _Refused("E419", offset)
            self.has_value = True
            return Value()
        if token in ("]", ")", "{", "}", "|"):
            raise _Refused("E418", offset, ("bracket", token))
        return Gap() if token[0] == "…" or token.startswith("...") else Word(token)


def _anchors(parts: tuple[Part, ...]) -> tuple[Anchor, ...] | None:
    """The branch words to look for: of all parts every match has, those whose shortest word is the longest."""
    best: tuple[Anchor, ...] | None = None
    for at, part in enumerate(parts):
        before, behind = parts[:at], parts[at + 1 :]
        match part:
            case Word(text):
                found: tuple[Anchor, ...] | None = (Anchor(before, text, behind),)
            case Choice(alternatives):
                found = _branch_anchors(alternatives, before, behind)
            case Value() | Gap() | Maybe():
                found = None
        if found and (best is None or _shortest(found) > _shortest(best)):
            best = found
    return best


def _branch_anchors(
    alternatives: tuple[tuple[Part, ...], ...], before: tuple[Part, ...], behind: tuple[Part, ...]
) -> tuple[Anchor, ...] | None:
    found: list[Anchor] = []
    for alternative in alternatives:
        inner = _anchors(alternative)
        if inner is None:
            return None
        found += (Anchor(before + anchor.before, anchor.word, anchor.behind + behind) for anchor in inner)
    return tuple(found)


def _shortest(anchors: tuple[Anchor, ...]) -> tuple[int, int]:
    """Longer is better, a Latin letter counting half a Han character; of equal lengths, the fewer branches."""
    weights = [len(anchor.word) // 2 if anchor.word.isascii() else len(anchor.word) for anchor in anchors]
    return min(weights), -len(anchors)
