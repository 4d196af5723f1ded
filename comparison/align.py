"""Which unit of the contract was made from which of the template: by words, numbers, neighbours and order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from .units import GAP, Unit
from .words import fills

_LEAST = 0.55
"""Less alike, two units aren't one that was changed."""
_LEAST_NUMBERED = 0.35
"""The same where both stand under the same number between the same neighbours."""
_MOST_PAIRS = 4_000_000
_FILLED = 0.96
_NEIGHBOUR, _SAME_NUMBER, _FAR = 0.04, 0.06, 0.05


@dataclass(frozen=True, slots=True)
class Pair:
    """A unit of the template and the unit of the contract it became; `moved` when others overtook it."""

    before: int
    after: int
    moved: bool = False


def align(before: Sequence[Unit], after: Sequence[Unit]) -> tuple[Pair, ...]:
    """The pairs, in the order of the template. What is in none was removed or added."""
    pairs = dict(_alike(before, after))
    pairs.update(_changed(before, after, pairs))
    pairs.update(_lone_gaps(before, after, pairs))
    stay = _longest_rise([pairs[each] for each in sorted(pairs)])
    return tuple(Pair(each, pairs[each], pairs[each] not in stay) for each in sorted(pairs))


def _alike(before: Sequence[Unit], after: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """Units of the same words: where they repeat, in their order."""
    places: dict[tuple[str, ...], list[int]] = {}
    for unit in after:
        places.setdefault(unit.key, []).append(unit.index)
    for key in places:
        places[key].reverse()
    for unit in before:
        if places.get(unit.key):
            yield unit.index, places[unit.key].pop()


def _changed(before: Sequence[Unit], after: Sequence[Unit], pairs: Mapping[int, int]) -> dict[int, int]:
    """The likest first, each unit once."""
    taken = set(pairs.values())
    left = [unit for unit in before if unit.index not in pairs]
    right = [unit for unit in after if unit.index not in taken]
    near = _Neighbours(pairs, len(before), len(after))
    scored = sorted(_scored(left, right, near), reverse=True)
    found: dict[int, int] = {}
    used: set[int] = set()
    for _, one, other in ((score, -one, -other) for score, one, other in scored):
        if one not in found and other not in used:
            found[one] = other
            used.add(other)
    return found


def _scored(left: Sequence[Unit], right: Sequence[Unit], near: _Neighbours) -> Iterator[tuple[float, int, int]]:
    if not left or not right:
        return
    reach = max(50, _MOST_PAIRS // len(left))
    plain = {unit.index: unit.plain for unit in right}
    for at, unit in enumerate(left):
        likeness_to = _Likeness(unit)
        middle = at * len(right) // len(left)
        for other in right[max(0, middle - reach // 2) : middle + reach // 2 + 1]:
            close = near.close(unit.index, other.index)
            same_number = bool(unit.number) and unit.number == other.number
            least = _LEAST_NUMBERED if close and same_number else _LEAST
            likeness = likeness_to(other, plain[other.index], least)
            if likeness < least:
                continue
            score = likeness + _NEIGHBOUR * close + _SAME_NUMBER * same_number - _FAR * near.distance(unit, other)
            yield score, -unit.index, -other.index


class _Likeness:
    """How like the units of the contract are one of the template, from 0 to 1.

    A template's blanks count for whatever was filled in.
    """

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._plain = unit.plain
        self._words = [word.text for word in unit.words if word.text != GAP]
        self._blanks = len(self._words) < len(unit.words)

    def __call__(self, other: Unit, plain: str, least: float) -> float:
        """The likeness of a unit whose words are `plain`; 0 or so where it is less than `least`."""
        if self._blanks and fills(self._unit.words, other.words) is not None:
            return _FILLED
        alike = fuzz.ratio(self._plain, plain, score_cutoff=least * 100) / 100
        if not self._blanks or len(self._words) < 6 or len(other.words) > 3 * len(self._unit.words):
            return alike
        kept = LCSseq.similarity(self._words, [word.text for word in other.words])
        return max(alike, 0.9 * kept / len(self._words))


class _Neighbours:
    """Where the units that are known to belong together leave room for the others."""

    def __init__(self, pairs: Mapping[int, int], before: int, after: int) -> None:
        self._known = sorted(pairs)
        self._pairs = pairs
        self._sizes = (max(1, before), max(1, after))

    def room(self, index: int) -> tuple[int, int]:
        """The units of the contract between those that the neighbours of a template's unit became."""
        at = bisect_left(self._known, index)
        low = self._pairs[self._known[at - 1]] if at else -1
        high = self._pairs[self._known[at]] if at < len(self._known) else self._sizes[1]
        return low, high

    def close(self, index: int, other: int) -> bool:
        """Whether a unit of the contract stands between the same neighbours."""
        low, high = self.room(index)
        return low < other < high

    def distance(self, one: Unit, other: Unit) -> float:
        """How far apart two units stand in their documents, from 0 to 1."""
        return abs(one.index / self._sizes[0] - other.index / self._sizes[1])


def _lone_gaps(before: Sequence[Unit], after: Sequence[Unit], pairs: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """A line that is nothing but a blank became the one new line between the same neighbours."""
    used = set(pairs.values())
    near = _Neighbours(pairs, len(before), len(after))
    for unit in before:
        if unit.index in pairs or any(word.text != GAP for word in unit.words):
            continue
        low, high = near.room(unit.index)
        found = next((each for each in range(low + 1, high) if each not in used), None)
        if found is not None:
            used.add(found)
            yield unit.index, found


def _longest_rise(values: Sequence[int]) -> set[int]:
    """The values of a longest rising subsequence: what kept its order."""
    ends: list[int] = []
    at_end: list[int] = []
    before: list[int] = []
    for at, value in enumerate(values):
        place = bisect_left(ends, value)
        before.append(at_end[place - 1] if place else -1)
        if place == len(ends):
            ends.append(value)
            at_end.append(at)
        else:
            ends[place], at_end[place] = value, at
    return set(_walk(values, before, at_end[-1] if at_end else -1))


def _walk(values: Sequence[int], before: Sequence[int], at: int) -> Iterable[int]:
    while at >= 0:
        yield values[at]
        at = before[at]
