"""Pages scanned on their side, on their head, or a little askew are set upright."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from statistics import median
from typing import Any

from .engine import Seen
from .scan import mean_confidence

_WELL_READ = 0.9
"""A page read with this mean confidence stands upright; the models read a page on its head with about 0.7."""
_SAMPLED, _MARGIN = 8, 20
"""Lines that are read to tell which way is up, and the pixels around them."""
_TALL = 1.5
_LONG = 5.0
_LEAST_SKEW, _MOST_SKEW = 0.15, 15.0
"""Degrees."""

Recogniser = Callable[[Any], list[Seen]]


def upright(image: Any, recognise: Recogniser) -> tuple[int, Any, list[Seen]]:
    """By how many quarters a picture was turned clockwise to stand upright, the picture turned, and its lines."""
    seen = recognise(image)
    sideways = _sideways(seen)
    if not sideways and (not seen or _confidence(seen) >= _WELL_READ):
        return 0, image, seen
    sample = _sample(image, seen, sideways)
    ways = (1, 3) if sideways else (0, 2)
    quarters = max(ways, key=lambda way: _confidence(recognise(_turned(sample, way))))
    if quarters == 0:
        return 0, image, seen
    turned = _turned(image, quarters)
    return quarters, turned, recognise(turned)


def levelled(image: Any, seen: Sequence[Seen]) -> tuple[Any, list[Seen]]:
    """A picture and its lines with the skew of the scan taken out."""
    angle = _skew(seen)
    if not _LEAST_SKEW <= abs(angle) <= _MOST_SKEW:
        return image, list(seen)
    import cv2

    height, width = image.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    turned = cv2.warpAffine(image, matrix, (width, height), borderValue=(255, 255, 255))
    (a, b, e), (c, d, f) = matrix.tolist()
    moved = (tuple((a * x + b * y + e, c * x + d * y + f) for x, y in each.corners) for each in seen)
    return turned, [replace(each, corners=corners) for each, corners in zip(seen, moved, strict=True)]


def _sample(image: Any, seen: Sequence[Seen], sideways: bool) -> Any:
    """The part of a picture with the lines in its middle: enough to tell which way is up."""
    boxes = sorted(map(_around, seen), key=lambda box: box[0] + box[2] if sideways else box[1] + box[3])
    first = max(0, (len(boxes) - _SAMPLED) // 2)
    lefts, tops, rights, bottoms = zip(*boxes[first : first + _SAMPLED], strict=True)
    height, width = image.shape[:2]
    rows = slice(max(0, int(min(tops)) - _MARGIN), min(height, int(max(bottoms)) + _MARGIN))
    return image[rows, max(0, int(min(lefts)) - _MARGIN) : min(width, int(max(rights)) + _MARGIN)]


def _around(each: Seen) -> tuple[float, float, float, float]:
    xs, ys = zip(*each.corners, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _turned(image: Any, quarters: int) -> Any:
    import numpy

    return numpy.ascontiguousarray(numpy.rot90(image, -quarters))


def _sideways(seen: Sequence[Seen]) -> bool:
    """Whether most of the text stands in boxes higher than wide. Single characters don't count."""
    tall = wide = 0.0
    for each in seen:
        width, height = extent(each)
        if height > _TALL * width:
            tall += width * height
        elif width > _TALL * height:
            wide += width * height
    return tall > wide


def extent(each: Seen) -> tuple[float, float]:
    """Width and height of a line's box along its own sides."""
    first, second, third, _ = each.corners
    return math.dist(first, second), math.dist(second, third)


def level_box(each: Seen) -> tuple[float, float, float, float]:
    """The box of a line of a levelled picture: left, top, right, bottom."""
    width, height = extent(each)
    x = sum(corner[0] for corner in each.corners) / 4
    y = sum(corner[1] for corner in each.corners) / 4
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2


def _skew(seen: Sequence[Seen]) -> float:
    """Degrees by which long lines fall to the right."""
    angles = []
    for each in seen:
        width, height = extent(each)
        if width > _LONG * height:
            (x0, y0), (x1, y1) = each.corners[:2]
            angles.append(math.degrees(math.atan2(y1 - y0, x1 - x0)))
    return median(angles) if angles else 0.0


def _confidence(seen: Sequence[Seen]) -> float:
    return mean_confidence((each.text, each.confidence) for each in seen)
