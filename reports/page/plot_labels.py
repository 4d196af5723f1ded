"""Where words stand in a drawing, so that they don't lie on one another."""

from __future__ import annotations

ABOVE, BELOW = -5.0, 16.0
"""From a line to the foot of the words over it, and under it."""
_ROOM = 26.0
DATE_WIDTH = 72.0
"""What a date takes on the axis."""


def peak_foot(peak: float, limit: float | None) -> float:
    """The foot of the words at a curve's top: over it, or under it where the line of the limit runs close above."""
    crowded = limit is not None and -_ROOM / 2 < peak - limit < _ROOM
    return round(peak + (BELOW if crowded else ABOVE), 1)


def words_left_of(anchor: str) -> float:
    """How much of a date lies left of its tick, by where it is anchored: start, middle or end."""
    return {"start": 0.0, "middle": DATE_WIDTH / 2}.get(anchor, DATE_WIDTH)
