"""Two units word by word: what stayed, what was filled in, put in, taken out or put in another's place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Indel

from .units import GAP, Unit, Word

_MOST_CELLS = 40_000_000
"""Beyond this product of lengths two units are told apart as wholes."""
_SHORT_STAY = 2
"""So few words between two changes are shown as part of one change."""


class Op(StrEnum):
    """What happened to a run of words."""

    SAME = "same"
    FILLED = "filled"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words as it stands in the template and in the contract."""

    op: Op
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Run:
    """A piece by its words: `low` up to `high` before, `start` up to `end` after."""

    op: Op
    low: int
    high: int
    start: int
    end: int


def pieces(before: Unit, after: Unit) -> tuple[Piece, ...]:
    """The units side by side. Together the pieces hold all words and signs of both, with the white space between."""
    runs = list(_runs(before.words, after.words))
    found: list[Piece] = []
    for at, run in enumerate(runs):
        last = at == len(runs) - 1
        found.append(
            Piece(
                run.op,
                _text(before, run.low, run.high, first=at == 0, last=last),
                _text(after, run.start, run.end, first=at == 0, last=last),
            )
        )
    return tuple(_tight(found))


def _tight(found: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces with the white space behind what was filled in given to what stayed there."""
    left = ("", "")
    for piece in found:
        if piece.op is Op.SAME:
            yield Piece(Op.SAME, left[0] + piece.before, left[1] + piece.after)
            left = ("", "")
            continue
        if any(left):
            yield Piece(Op.SAME, *left)
            left = ("", "")
        if piece.op is Op.FILLED:
            before, after = piece.before.rstrip(), piece.after.rstrip()
            left = (piece.before[len(before) :], piece.after[len(after) :])
            piece = Piece(Op.FILLED, before, after)
        yield piece
    if any(left):
        yield Piece(Op.SAME, *left)


def fills(before: Sequence[Word], after: Sequence[Word]) -> tuple[tuple[int, int], ...] | None:
    """What stands in the contract for each blank, where nothing but the blanks differs; else None.

    The words between the blanks have to come one after the other, the first at the beginning, the last at the end.
    """
    literals = _between_gaps(before)
    if len(literals) < 2 or not any(literals):
        return None
    texts = [word.text for word in after]
    first, last = literals[0], literals[-1]
    if texts[: len(first)] != first or len(texts) < len(first) + len(last):
        return None
    stop = len(texts) - len(last)
    if texts[stop:] != last:
        return None
    position = len(first)
    found: list[tuple[int, int]] = []
    for literal in literals[1:-1]:
        at = _find(texts, literal, position + 1, stop)
        if at < 0:
            return None
        found.append((position, at))
        position = at + len(literal)
    found.append((position, stop))
    return tuple(found) if all(low < high for low, high in found) else None


def _between_gaps(words: Sequence[Word]) -> list[list[str]]:
    literals: list[list[str]] = [[]]
    for word in words:
        if word.text == GAP:
            literals.append([])
        else:
            literals[-1].append(word.text)
    return literals


def _find(texts: list[str], literal: list[str], start: int, stop: int) -> int:
    """Where a run of words begins from `start` on and ends by `stop`; -1 where it doesn't. An empty run is anywhere."""
    if not literal:
        return start if start <= stop else -1
    last = stop - len(literal)
    at = start
    while at <= last:
        try:
            at = texts.index(literal[0], at, last + 1)
        except ValueError:
            return -1
        if texts[at : at + len(literal)] == literal:
            return at
        at += 1
    return -1


def _runs(before: Sequence[Word], after: Sequence[Word]) -> Iterator[Run]:
    filled = fills(before, after)
    if filled is not None:
        yield from _filled_runs(before, after, filled)
        return
    if len(before) * len(after) > _MOST_CELLS:
        yield Run(Op.CHANGED, 0, len(before), 0, len(after))
        return
    left, right = [word.text for word in before], [word.text for word in after]
    merged: list[Run] = []
    for run in _hunks(left, right):
        stays = len(merged) > 1 and merged[-1].op is Op.SAME and merged[-1].high - merged[-1].low <= _SHORT_STAY
        if run.op not in (Op.SAME, Op.FILLED) and stays and merged[-2].op not in (Op.SAME, Op.FILLED):
            first = merged[-2]
            del merged[-2:]
            merged.append(Run(Op.CHANGED, first.low, run.high, first.start, run.end))
        else:
            merged.append(run)
    yield from merged


def _filled_runs(before: Sequence[Word], after: Sequence[Word], filled: Sequence[tuple[int, int]]) -> Iterator[Run]:
    low = start = 0
    gaps = [at for at, word in enumerate(before) if word.text == GAP]
    for gap, (first, last) in zip(gaps, filled, strict=True):
        if gap > low:
            yield Run(Op.SAME, low, gap, start, first)
        still_open = all(word.text == GAP for word in after[first:last])
        yield Run(Op.SAME if still_open else Op.FILLED, gap, gap + 1, first, last)
        low, start = gap + 1, last
    if low < len(before):
        yield Run(Op.SAME, low, len(before), start, len(after))


def _hunks(left: Sequence[str], right: Sequence[str]) -> Iterator[Run]:
    """Runs of equal words and, between them, of different ones."""
    low = start = 0
    for block in Indel.opcodes(left, right):
        if block.tag != "equal":
            continue
        if (low, start) != (block.src_start, block.dest_start):
            yield _hunk(left, right, low, block.src_start, start, block.dest_start)
        yield Run(Op.SAME, block.src_start, block.src_end, block.dest_start, block.dest_end)
        low, start = block.src_end, block.dest_end
    if low < len(left) or start < len(right):
        yield _hunk(left, right, low, len(left), start, len(right))


def _hunk(left: Sequence[str], right: Sequence[str], low: int, high: int, start: int, end: int) -> Run:
    if low == high:
        return Run(Op.ADDED, low, high, start, end)
    if start == end:
        return Run(Op.REMOVED, low, high, start, end)
    filled = set(left[low:high]) == {GAP} and GAP not in right[start:end]
    return Run(Op.FILLED if filled else Op.CHANGED, low, high, start, end)


def _text(unit: Unit, low: int, high: int, *, first: bool, last: bool) -> str:
    """The characters of words `low` up to `high`, with the number before the first and what follows the last."""
    if low == high and not (first or last):
        return ""
    start = 0 if first or not unit.words else unit.words[low].start if low < len(unit.words) else len(unit.text)
    end = len(unit.text) if last or high >= len(unit.words) else unit.words[high].start
    return unit.text[start:end]
