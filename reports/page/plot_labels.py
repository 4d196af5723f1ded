"""Where words stand in a drawing, so that they don't lie on one another."""

from __future__ import annotations

ABOVE, BELOW = -5.0, 16.0
"""From a line to the foot of the words over it, and under it."""
_ROOM = 26.0


def peak_foot(peak: float, limit: float | None) -> float:
    """The foot of the words at a curve's top: over it, or under it where the line of the limit runs close above."""
    crowded = limit is not None and -_ROOM / 2 < peak - limit < _ROOM
    return round(peak + (BELOW if crowded else ABOVE), 1)
