"""What a sentence must hold for a pattern to match in it, asked before the match is tried: it rarely does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...policylang.patterns import Anchor, Choice, Part, Word


@dataclass(frozen=True, slots=True)
class Needs:
    """Groups of folded words of which one each must stand before the anchor, and behind it."""

    before: tuple[tuple[str, ...], ...]
    behind: tuple[tuple[str, ...], ...]

    def met(self, folded: str, start: int, end: int, low: int, high: int) -> bool:
        """Whether they stand around an anchor at `start` up to `end`, in its sentence from `low` to `high`."""
        for group in self.behind:
            for word in group:
                if folded.find(word, end, high) >= 0:
                    break
            else:
                return False
        for group in self.before:
            for word in group:
                if folded.find(word, low, start) >= 0:
                    break
            else:
                return False
        return True


def needs_of(anchor: Anchor) -> Needs:
    """The needs of an anchor whose words are folded."""
    return Needs(tuple(dict.fromkeys(_groups(anchor.before))), tuple(dict.fromkeys(_groups(anchor.behind))))


def _groups(parts: Iterable[Part]) -> Iterator[tuple[str, ...]]:
    """Sets of words of which each match holds one: of every part that can't be missing."""
    for part in parts:
        match part:
            case Word(text):
                yield (text,)
            case Choice(alternatives):
                longest = [max((group for group in _groups(each)), key=_says, default=()) for each in alternatives]
                if all(longest):
                    yield tuple(dict.fromkeys(word for group in longest for word in group))
            case _:
                continue


def _says(group: tuple[str, ...]) -> int:
    """How much a group says: what its shortest word does."""
    return min(map(len, group))
