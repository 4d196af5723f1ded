"""The order in which a reader takes the text of a page: column after column where prose stands in columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from .lines import Piece, rows_of

_GUTTER = 0.8
"""Narrowest gutter, in units of the font size."""
_LEAST_ROWS = 4
_FULL = 0.85
"""A line that reaches this far into its column is full: columns of prose have mostly full lines, tables haven't."""
_FULL_SHARE = 0.5
_NARROWEST = 9.0
"""Narrowest column of prose, in units of the font size."""
_DEEPEST = 3


def regions(parts: Sequence[Piece], depth: int = 0) -> list[tuple[list[Piece], bool]]:
    """Pieces grouped so that each group is read from top to bottom before the next one.

    With each group whether it takes the full width, in which there are no columns.
    """
    gutter = _gutter(parts) if depth < _DEEPEST else None
    if gutter is None:
        return [(list(parts), depth == 0)] if parts else []
    left_edge, right_edge = gutter
    found: list[tuple[list[Piece], bool]] = []
    waiting: list[Piece] = []
    for zone, crossing in _zones(parts, left_edge, right_edge):
        left = [piece for piece in zone if piece.box[2] <= right_edge]
        right = [piece for piece in zone if piece.box[2] > right_edge]
        if is_prose(left) and is_prose(right):
            found += [(waiting, depth == 0)] if waiting else []
            found += regions(left, depth + 1) + regions(right, depth + 1)
            waiting = []
        else:
            waiting += zone
        waiting += crossing
    return [*found, (waiting, depth == 0)] if waiting else found


def find_zones(parts: Sequence[Piece]) -> list[tuple[list[Piece], float]]:
    """Runs of rows with a strip left free whose right side looks like running text, with the strip's right edge."""
    texts = [piece for piece in parts if piece.glyphs]
    if len(texts) < _LEAST_ROWS:
        return []
    size = median(piece.size for piece in texts)
    low, high = min(piece.box[0] for piece in texts), max(piece.box[2] for piece in texts)
    found: list[tuple[list[Piece], float]] = []
    taken: set[int] = set()
    for edge in _candidates(texts, low, high, size):
        for zone, _ in _zones(parts, edge - _GUTTER * size, edge):
            right = [piece for piece in zone if piece.box[2] > edge]
            if len(right) < len(zone) and is_prose(right) and taken.isdisjoint(map(id, zone)):
                found.append((zone, edge))
                taken.update(map(id, zone))
    return found


def _gutter(parts: Sequence[Piece]) -> tuple[float, float] | None:
    """The strip between two columns that serves the most rows: its left and right edge."""
    texts = [piece for piece in parts if piece.glyphs]
    if len(texts) < 2 * _LEAST_ROWS:
        return None
    size = median(piece.size for piece in texts)
    low, high = min(piece.box[0] for piece in texts), max(piece.box[2] for piece in texts)
    best: tuple[int, float] | None = None
    for edge in _candidates(texts, low, high, size):
        strip = edge - _GUTTER * size, edge
        rows = 0
        for zone, _ in _zones(parts, *strip):
            left = [piece for piece in zone if piece.box[2] <= strip[1]]
            right = [piece for piece in zone if piece.box[2] > strip[1]]
            if is_prose(left) and is_prose(right):
                rows += min(len(rows_of(left)), len(rows_of(right)))
        if rows and (best is None or rows > best[0]):
            best = rows, edge
    return (best[1] - _GUTTER * size, best[1]) if best else None


def _candidates(texts: Sequence[Piece], low: float, high: float, size: float) -> list[float]:
    """Left edges that several pieces share, away from the margins."""
    starts = sorted(piece.box[0] for piece in texts if low + 0.15 * (high - low) < piece.box[0] < high - 4 * size)
    found: list[float] = []
    for at, start in enumerate(starts):
        together = sum(1 for other in starts[at:] if other - start <= 0.5 * size)
        if together >= _LEAST_ROWS // 2 and (not found or start - found[-1] > 0.5 * size):
            found.append(start - 0.1)
    return found


def _zones(parts: Sequence[Piece], left: float, right: float) -> Iterator[tuple[list[Piece], list[Piece]]]:
    """Runs of rows that keep a strip free, each with the pieces that end the run by crossing the strip."""
    zone: list[Piece] = []
    for row in rows_of(parts):
        crossing = any(piece.box[0] < right and piece.box[2] > left for piece in row)
        if crossing:
            yield zone, row
            zone = []
        else:
            zone += row
    yield zone, []


def is_prose(column: Sequence[Piece]) -> bool:
    """Whether pieces stand like running text in a column: several rows, most of them full."""
    rows = rows_of(column)
    if len(rows) < _LEAST_ROWS or any(piece.table is not None for piece in column):
        return False
    start, end = min(piece.box[0] for piece in column), max(piece.box[2] for piece in column)
    size = median(piece.size for piece in column)
    if end - start < _NARROWEST * size:
        return False
    full = sum(1 for row in rows if max(piece.box[2] for piece in row) - start >= _FULL * (end - start))
    return full >= _FULL_SHARE * len(rows)
