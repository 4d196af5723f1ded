"""Ruled lines become the cells they enclose, as pdfplumber's table finder sees them, without its searches."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from .geometry import Box
from .rulings import Ruling

_SNAP = 3.0
"""Lines nearer to one another than that are one, and meet across such a gap."""
_LEAST_LENGTH = 3.0
_MOST_CROSSINGS = 6_000
"""Beyond that a page is a drawing, and its lines are no table."""
_MOST_PAIRS = 4_000_000


class Edge(NamedTuple):
    """A line at a position (the height of a horizontal one, the distance from the left of another), from end to end."""

    at: float
    start: float
    end: float


class Plain(NamedTuple):
    """Lines that all cross one another: their distinct positions from left to right and from top to bottom."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]


def lattices(lines: Sequence[Ruling]) -> Iterator[Plain | list[Box]]:
    """The groups of cells that hang together by a corner; a lone box is none, what no table can be is left out."""
    across = _merged([Edge(line.top, line.x0, line.x1) for line in lines if line.across])
    down = _merged([Edge(line.x0, line.top, line.bottom) for line in lines if not line.across])
    if len(across) < 2 or len(down) < 2 or len(across) * len(down) > _MOST_PAIRS:
        return
    whole = _all_cross(across, down)
    if whole is not None:
        yield from [whole] if len(across) + len(down) > 4 else []
        return
    crossings = _crossings(across, down)
    if len(crossings) > _MOST_CROSSINGS:
        return
    for pairs in _components(crossings, len(down)):
        plain = _plain(pairs, across, down)
        if plain is None:
            yield from _connected(_cells(pairs, across, down))
        elif len(plain.xs) > 1 and len(plain.ys) > 1 and len(plain.xs) + len(plain.ys) > 4:
            yield plain


def _all_cross(across: Sequence[Edge], down: Sequence[Edge]) -> Plain | None:
    xs, ys = tuple(edge.at for edge in down), tuple(edge.at for edge in across)
    if len(set(xs)) < len(xs) or len(set(ys)) < len(ys) or len(xs) * len(ys) > _MOST_CROSSINGS:
        return None
    left, right = max(edge.start for edge in across) - _SNAP, min(edge.end for edge in across) + _SNAP
    top, bottom = max(edge.start for edge in down) - _SNAP, min(edge.end for edge in down) + _SNAP
    return Plain(xs, ys) if left <= xs[0] and xs[-1] <= right and top <= ys[0] and ys[-1] <= bottom else None


def _merged(edges: Sequence[Edge]) -> list[Edge]:
    """Edges with those side by side moved to their mean, and those on one line put together, in order."""
    found: list[Edge] = []
    for group in _side_by_side(sorted(edges)):
        at = sum(edge.at for edge in group) / len(group)
        start = end = None
        for edge in sorted(group, key=lambda edge: edge.start):
            if start is None or end is None:
                start, end = edge.start, edge.end
            elif edge.start <= end + _SNAP:
                end = max(end, edge.end)
            else:
                found.append(Edge(at, start, end))
                start, end = edge.start, edge.end
        if start is not None and end is not None:
            found.append(Edge(at, start, end))
    return [edge for edge in found if edge.end - edge.start >= _LEAST_LENGTH]


def _side_by_side(ordered: Iterable[Edge]) -> Iterator[list[Edge]]:
    group: list[Edge] = []
    for edge in ordered:
        if group and edge.at > group[-1].at + _SNAP:
            yield group
            group = []
        group.append(edge)
    if group:
        yield group


def _crossings(across: Sequence[Edge], down: Sequence[Edge]) -> list[tuple[int, int]]:
    """Which vertical edge meets which horizontal one, both by their place in the lists."""
    heights = [edge.at for edge in across]
    found: list[tuple[int, int]] = []
    for one, (x, top, bottom) in enumerate(down):
        low, high = bisect_right(heights, top - _SNAP - 1e-9), bisect_right(heights, bottom + _SNAP)
        for other in range(low, high):
            y, left, right = across[other]
            if left - _SNAP <= x <= right + _SNAP and y >= top - _SNAP:
                found.append((one, other))
    return found


def _components(crossings: Iterable[tuple[int, int]], verticals: int) -> list[list[tuple[int, int]]]:
    """Crossings grouped by the edges they hang together by."""
    parent: dict[int, int] = {}

    def root(node: int) -> int:
        while parent.setdefault(node, node) != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    pairs = list(crossings)
    for one, other in pairs:
        parent[root(one)] = root(verticals + other)
    groups: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for pair in pairs:
        groups[root(pair[0])].append(pair)
    return list(groups.values())


def _plain(pairs: Sequence[tuple[int, int]], across: Sequence[Edge], down: Sequence[Edge]) -> Plain | None:
    xs = sorted({down[one].at for one in {one for one, _ in pairs}})
    ys = sorted({across[other].at for other in {other for _, other in pairs}})
    verticals, horizontals = len({one for one, _ in pairs}), len({other for _, other in pairs})
    whole = len(xs) == verticals and len(ys) == horizontals and len(pairs) == verticals * horizontals
    return Plain(tuple(xs), tuple(ys)) if whole else None


def _cells(pairs: Iterable[tuple[int, int]], across: Sequence[Edge], down: Sequence[Edge]) -> list[Box]:
    """The smallest rectangle right of and below each crossing whose corners are joined by edges."""
    uprights: dict[tuple[float, float], set[int]] = defaultdict(set)
    levels: dict[tuple[float, float], set[int]] = defaultdict(set)
    columns: dict[float, set[float]] = defaultdict(set)
    rows: dict[float, set[float]] = defaultdict(set)
    for one, other in pairs:
        x, y = down[one].at, across[other].at
        uprights[x, y].add(one)
        levels[x, y].add(other)
        columns[x].add(y)
        rows[y].add(x)
    all_ys = {x: sorted(ys) for x, ys in columns.items()}
    all_xs = {y: sorted(xs) for y, xs in rows.items()}
    found: list[Box] = []
    for x, y in sorted(uprights):
        ys, xs = all_ys[x], all_xs[y]
        below = [low for low in ys[bisect_right(ys, y) :] if not uprights[x, y].isdisjoint(uprights[x, low])]
        right = [far for far in xs[bisect_right(xs, x) :] if not levels[x, y].isdisjoint(levels[far, y])]
        corners = (
            (far, low)
            for low in below
            for far in right
            if (far, low) in uprights
            and not uprights[far, low].isdisjoint(uprights[far, y])
            and not levels[far, low].isdisjoint(levels[x, low])
        )
        corner = next(corners, None)
        if corner is not None:
            found.append((x, y, *corner))
    return found


def _connected(cells: Sequence[Box]) -> Iterator[list[Box]]:
    """Cells grouped by the corners they share; groups of one are left out."""
    at_corner: dict[tuple[float, float], list[int]] = defaultdict(list)
    for number, (x0, y0, x1, y1) in enumerate(cells):
        for corner in itertools.product((x0, x1), (y0, y1)):
            at_corner[corner].append(number)
    seen: set[int] = set()
    for number in range(len(cells)):
        if number in seen:
            continue
        group, waiting = [], [number]
        seen.add(number)
        while waiting:
            own = cells[current := waiting.pop()]
            group.append(current)
            for corner in itertools.product(own[::2], own[1::2]):
                fresh = [other for other in at_corner[corner] if other not in seen]
                seen.update(fresh)
                waiting += fresh
        if len(group) > 1:
            yield [cells[each] for each in sorted(group)]
