"""What text recognition saw on one page: plain values only, so that they may come from an untrusted child."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

Rule = tuple[float, float, float, float, bool]
"""A ruled line: left, top, right, bottom in points, and whether it is horizontal."""


@dataclass(frozen=True, slots=True)
class Word:
    """A line of text as found, with its box (left, top, right, bottom in points) and a confidence from 0 to 1."""

    text: str
    box: tuple[float, float, float, float]
    confidence: float
    middles: tuple[float, ...] = ()
    """The middle of each character, as a part of the box's width; empty when that isn't known."""


@dataclass(frozen=True, slots=True)
class Scan:
    """A page recognised. Places are in points, from the upper left corner of the page turned upright."""

    quarters: int
    """By how many quarters clockwise the page was turned for its text to stand upright."""
    size: tuple[float, float]
    """Width and height of the page turned upright, in points."""
    words: tuple[Word, ...]
    rules: tuple[Rule, ...]
    blank: bool
    """Whether there is next to no ink on the page."""

    @property
    def confidence(self) -> float:
        """The mean over all characters; 0 without any."""
        return mean_confidence((word.text, word.confidence) for word in self.words)

    @classmethod
    def of(cls, raw: object) -> Scan | None:
        """The scan in a child's answer; None when it isn't one."""
        match raw:
            case (int(quarters), (float(width), float(height)), list(words), list(rules), bool(blank)):
                found = tuple(_word(word) for word in words)
                if None in found or not all(_is_rule(rule) for rule in rules):
                    return None
                return cls(
                    quarters % 4, (width, height), tuple(word for word in found if word), tuple(rules), bool(blank)
                )
            case _:
                return None


def mean_confidence(lines: Iterable[tuple[str, float]]) -> float:
    """The mean confidence over all characters of some lines; 0 without any."""
    characters, total = 0, 0.0
    for text, confidence in lines:
        characters += len(text)
        total += len(text) * confidence
    return total / characters if characters else 0.0


def _word(raw: object) -> Word | None:
    match raw:
        case (str(text), (float(left), float(top), float(right), float(bottom)), float(confidence), tuple(middles)):
            if middles and not (len(middles) == len(text) and all(isinstance(each, float) for each in middles)):
                return None
            return Word(text, (left, top, right, bottom), min(1.0, max(0.0, confidence)), middles)
        case _:
            return None


def _is_rule(raw: object) -> bool:
    match raw:
        case (float(), float(), float(), float(), bool()):
            return True
        case _:
            return False
