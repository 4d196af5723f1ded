"""Paragraphs that were only split or joined put together again: the end of a line is no word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from .units import GAP, Unit, Word
from .words import fills

_MOST_PARTS = 4
_LEAST_WORDS = 4
_MOST_BETWEEN = 40
"""Longer stretches without a unit in common are left as they are."""

Stretch = tuple[int, int, int, int]


def regrouped(before: Sequence[Unit], after: Sequence[Unit]) -> tuple[tuple[Unit, ...], tuple[Unit, ...]]:
    """Both documents, each run of units that makes one unit of the other, blanks aside, made one."""
    left: list[Unit] = []
    right: list[Unit] = []
    done = (0, 0)
    for low, high, start, end in _between(before, after):
        left += before[done[0] : low]
        right += after[done[1] : start]
        old, new = before[low:high], after[start:end]
        if max(len(old), len(new)) <= _MOST_BETWEEN:
            new = _joined(new, old, forwards=True)
            old = _joined(old, new, forwards=False)
        left += old
        right += new
        done = (high, end)
    left += before[done[0] :]
    right += after[done[1] :]
    return _numbered(left), _numbered(right)


def _between(before: Sequence[Unit], after: Sequence[Unit]) -> Iterator[Stretch]:
    """The stretches of both that lie between units of the same words, in their order."""
    places = {unit.key: unit.index for unit in reversed(after)}
    low = start = 0
    for unit in before:
        at = places.get(unit.key, -1)
        if at < start:
            continue
        if low < unit.index and start < at:
            yield low, unit.index, start, at
        low, start = unit.index + 1, at + 1
    if low < len(before) and start < len(after):
        yield low, len(before), start, len(after)


def _joined(parts: Sequence[Unit], wholes: Sequence[Unit], *, forwards: bool) -> list[Unit]:
    """The units with runs made one that together are one of `wholes`. `forwards`: the wholes are the template's."""
    keys = {whole.key for whole in wholes}
    fillable = [whole for whole in wholes if not forwards or _has_blank(whole)]
    found: list[Unit] = []
    at = 0
    while at < len(parts):
        for size in range(min(_MOST_PARTS, len(parts) - at), 1, -1):
            run = parts[at : at + size]
            joined = _one(run)
            if joined.key in keys or _filled(joined, run, fillable, forwards=forwards):
                found.append(joined)
                at += size
                break
        else:
            found.append(parts[at])
            at += 1
    return found


def _has_blank(unit: Unit) -> bool:
    return any(word.text == GAP for word in unit.words)


def _filled(joined: Unit, parts: Sequence[Unit], wholes: Sequence[Unit], *, forwards: bool) -> bool:
    """Whether a run of the contract is one of the template's units filled in, or a run of the template filled in one.

    What was filled in goes over no end of a paragraph: else a blank at an end would take in all that follows.
    """
    if not forwards:
        return _has_blank(joined) and _tells(joined) and any(fills(joined.words, each.words) for each in wholes)
    ends = list(accumulate(len(part.words) for part in parts[:-1]))
    for whole in wholes:
        filled = fills(whole.words, joined.words) if _tells(whole) else None
        if filled is not None and not any(low < end < high for low, high in filled for end in ends):
            return True
    return False


def _tells(unit: Unit) -> bool:
    """Whether a unit has words enough to be known again."""
    return sum(word.text.isalnum() for word in unit.words) >= _LEAST_WORDS


def _one(parts: Sequence[Unit]) -> Unit:
    """Several units as one, its lines those of the parts."""
    words: list[Word] = []
    position = 0
    for part in parts:
        words += [Word(word.text, word.start + position, word.end + position) for word in part.words]
        position += len(part.text) + 1
    first = parts[0]
    blocks = tuple(block for part in parts for block in part.blocks)
    return replace(first, blocks=blocks, text="\n".join(part.text for part in parts), words=tuple(words))


def _numbered(units: Sequence[Unit]) -> tuple[Unit, ...]:
    return tuple(replace(unit, index=at) if unit.index != at else unit for at, unit in enumerate(units))
