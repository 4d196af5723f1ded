"""Terms set as labels beside running text: the label's height says which text it names."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from statistics import median

from .aligned import grid_of
from .columns import find_zones, is_prose
from .geometry import Box, union
from .lines import Piece, rows_of, spell
from .paragraphs import is_marked
from .tables import Grid

_LEAST_LABELS = 2
# In units of the font size, or as a part of the width of labels and text together.
_NARROWEST_LABEL, _WIDEST_LABEL = 4.0, 0.4
_LABEL_ROWS = 0.6
"""Labels take at most that many rows for each row of text; otherwise both are columns of text."""
_LABEL_GAP = 0.9
_LARGER_GAP = 1.25
"""A gap between two rows is larger than the others by this much."""


def labelled_tables(parts: Sequence[Piece]) -> list[tuple[Grid, list[Piece]]]:
    """Two-column tables without rules whose right column is running text, with the pieces of text in them."""
    found = []
    for zone, edge in find_zones(parts):
        left = [piece for piece in zone if piece.box[2] <= edge]
        right = [piece for piece in zone if piece.box[2] > edge]
        if not _are_labels(left, right) or not is_prose(right):
            continue
        labels, texts = _clusters(left), [union(piece.box for piece in row) for row in rows_of(right)]
        cuts = [_cut(one, other, texts) for one, other in itertools.pairwise(labels)]
        if len(labels) < _LEAST_LABELS or any(cut is None for cut in cuts):
            continue
        limits = [float("-inf"), *(cut for cut in cuts if cut is not None), float("inf")]
        rows = [
            union(box for box in [label, *texts] if box is label or low < _middle(box) < high)
            for label, (low, high) in zip(labels, itertools.pairwise(limits), strict=True)
        ]
        columns = [(min(piece.box[0] for piece in side), max(piece.box[2] for piece in side)) for side in (left, right)]
        if all(above[3] <= below[1] + 1 for above, below in itertools.pairwise(rows)):
            found.append((grid_of(rows, columns), zone))
    return found


def _are_labels(left: Sequence[Piece], right: Sequence[Piece]) -> bool:
    if len(left) < _LEAST_LABELS or any(piece.table is not None for piece in (*left, *right)):
        return False
    low, high = min(piece.box[0] for piece in left), max(piece.box[2] for piece in right)
    width = max(piece.box[2] for piece in left) - low
    size = median(piece.size for piece in left)
    rare = len(rows_of(left)) <= _LABEL_ROWS * len(rows_of(right))
    marks = sum(is_marked(spell(piece.glyphs)) for piece in left)
    return _NARROWEST_LABEL * size <= width <= _WIDEST_LABEL * (high - low) and marks == 0 and rare


def _clusters(left: Sequence[Piece]) -> list[Box]:
    """The boxes of labels; lines of one label stand close together."""
    found: list[Box] = []
    for row in rows_of(left):
        box = union(piece.box for piece in row)
        if found and box[1] - found[-1][3] < _LABEL_GAP * row[0].size:
            found[-1] = union((found[-1], box))
        else:
            found.append(box)
    return found


def _cut(label: Box, following: Box, texts: Sequence[Box]) -> float | None:
    """The height between two labels at which the text of the second begins: the largest gap between them."""
    gaps = [
        (below[1] - above[3], (above[3] + below[1]) / 2)
        for above, below in itertools.pairwise(texts)
        if _middle(label) <= (above[3] + below[1]) / 2 <= _middle(following)
    ]
    if not gaps:
        return None
    largest = max(gaps)
    if len(gaps) == 1 or largest[0] >= _LARGER_GAP * max(median(gap for gap, _ in gaps), 1.0):
        return largest[1]
    # All gaps alike: a label in line with a line of text begins there.
    beside = [
        box for box in texts if abs(_middle(box) - (following[1] + min(following[3] - following[1], 12) / 2)) <= 2
    ]
    return beside[0][1] - 0.5 if beside else None


def _middle(box: Box) -> float:
    return (box[1] + box[3]) / 2
