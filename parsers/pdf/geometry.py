"""Places on a PDF page: from PDF's own axes to the page as a reader sees it, and back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points; down is positive."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The visible part of a page, turned clockwise by quarters so that its text stands upright.

    PDF's axes start at the lower left corner and ignore the page's rotation (ISO 32000-1, 8.3.2).
    """

    left: float
    bottom: float
    right: float
    top: float
    quarters: int = 0

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as seen."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.quarters % 2 else (width, height)

    def turned(self, quarters: int) -> Frame:
        """The same page, turned further clockwise."""
        return Frame(self.left, self.bottom, self.right, self.top, (self.quarters + quarters) % 4)

    def seen(self, x: float, y: float) -> tuple[float, float]:
        """A point of PDF's axes as seen, from the upper left corner."""
        match self.quarters % 4:
            case 0:
                return x - self.left, self.top - y
            case 1:
                return y - self.bottom, x - self.left
            case 2:
                return self.right - x, y - self.bottom
            case _:
                return self.top - y, self.right - x

    def own(self, x: float, y: float) -> tuple[float, float]:
        """A seen point in PDF's own axes: the way back of `seen`."""
        match self.quarters % 4:
            case 0:
                return x + self.left, self.top - y
            case 1:
                return y + self.left, x + self.bottom
            case 2:
                return self.right - x, y + self.bottom
            case _:
                return self.right - y, self.top - x

    def seen_box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """A rectangle given by two opposite corners in PDF's axes, as seen."""
        return _ordered(*self.seen(x0, y0), *self.seen(x1, y1))

    def box_in(self, other: Frame, box: Box) -> Box:
        """A box seen in this frame, as seen in another frame of the same page."""
        return other.seen_box(*self.own(box[0], box[1]), *self.own(box[2], box[3]))


def union(boxes: Iterable[Box]) -> Box:
    """The smallest box around some boxes; there must be one."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def holds(box: Box, x: float, y: float) -> bool:
    """Whether a point lies in a box."""
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _ordered(x0: float, y0: float, x1: float, y1: float) -> Box:
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
