"""Tables ruled only between their rows: the rules part the rows, the words that stand in columns part the cells."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence

from .aligned import columns_of, grid_of
from .columns import is_prose
from .geometry import union
from .lines import Piece
from .rulings import Ruling
from .tables import Grid

_SHORTEST_SHARE = 0.4
_SAME_EDGE = 4.0
_LEAST_RULES = 3
_GUTTER = 0.9
_SAME_RULE = 3.0
_RULE_GAP = 15.0
"""Rules of neighbouring columns on one height may leave such a gap."""


def banded_tables(parts: Sequence[Piece], lines: Iterable[Ruling], width: float) -> list[tuple[Grid, list[Piece]]]:
    """Tables between at least three long horizontal rules that start and end together, with their pieces."""
    found = []
    for rules in _stacks(lines, width):
        bands = [
            [piece for piece in parts if upper.top - 2 <= _middle(piece) <= lower.top + 2]
            for upper, lower in itertools.pairwise(rules)
        ]
        for stretch in _stretches(bands):
            members = [piece for band in stretch for piece in band]
            columns = columns_of(members, _GUTTER)
            prose = sum(is_prose([piece for piece in members if low <= piece.box[0] <= high]) for low, high in columns)
            if prose < len(columns):
                found.append((grid_of([union(piece.box for piece in band) for band in stretch], columns), members))
    return found


def _stacks(lines: Iterable[Ruling], width: float) -> list[list[Ruling]]:
    """Rules grouped by their ends, from top to bottom."""
    stacks: list[list[Ruling]] = []
    for line in sorted(_whole(lines), key=lambda line: line.top):
        if line.length < _SHORTEST_SHARE * width:
            continue
        for stack in stacks:
            if abs(stack[0].x0 - line.x0) <= _SAME_EDGE and abs(stack[0].x1 - line.x1) <= _SAME_EDGE:
                if line.top - stack[-1].top > _SAME_RULE:
                    stack.append(line)
                break
        else:
            stacks.append([line])
    return [stack for stack in stacks if len(stack) >= _LEAST_RULES]


def _whole(lines: Iterable[Ruling]) -> Iterator[Ruling]:
    """Horizontal rules, those drawn cell by cell put together."""
    current: Ruling | None = None
    for line in sorted((line for line in lines if line.across), key=lambda line: (round(line.top), line.x0)):
        if current is not None and abs(line.top - current.top) <= 1.5 and line.x0 - current.x1 <= _RULE_GAP:
            current = Ruling(current.x0, current.top, max(current.x1, line.x1), current.bottom, True)
            continue
        if current is not None:
            yield current
        current = line
    if current is not None:
        yield current


def _stretches(bands: Iterable[list[Piece]]) -> Iterator[list[list[Piece]]]:
    """Neighbouring bands that keep a gutter free all the way down: at least two, one with two columns itself."""
    current: list[list[Piece]] = []
    for band in bands:
        if not band:
            continue
        together = [piece for other in [*current, band] for piece in other]
        if len(columns_of(together, _GUTTER)) > 1:
            current.append(band)
            continue
        if len(current) > 1:
            yield current
        current = [band] if len(columns_of(band, _GUTTER)) > 1 else []
    if len(current) > 1:
        yield current


def _middle(piece: Piece) -> float:
    return (piece.box[1] + piece.box[3]) / 2
