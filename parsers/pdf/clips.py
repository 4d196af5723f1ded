"""Where the text objects of a PDF page may show: the areas that the drawing is clipped to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import repeat

from . import native
from .drawn import Drawn, each
from .geometry import Box, Frame
from .objects import Objects

_MOST_SEGMENTS = 1_000
_ROOM = 1.0
"""A character whose middle is further than that outside its area, in points, isn't seen."""


def clips(drawn: Objects, frame: Frame) -> Mapping[int, Box]:
    """The box (left, bottom, right, top in PDF's axes) each text object is clipped to, if that isn't the whole page.

    Texts in forms are left out: their areas have axes of their own. What a box is cut to isn't looked at.
    """
    if drawn.forms:
        return {}
    items = list(drawn.texts)
    areas = list(map(native.clip_path, items))
    counts = list(map(native.paths_in_clip, areas))
    clipped = [at for at, count in enumerate(counts) if count > 0]
    if not clipped:
        return {}
    known: dict[tuple[object, ...], Box | None] = {}
    found: dict[int, Box] = {}
    keys = _keys([areas[at] for at in clipped], [counts[at] for at in clipped])
    for at, key in zip(clipped, keys, strict=True):
        if key not in known:
            known[key] = _narrower(_box(areas[at], counts[at]), frame)
        box = known[key]
        if box is not None:
            found[items[at]] = box
    return found


def within(characters: Sequence[Drawn], areas: Mapping[int, Box]) -> tuple[list[Drawn], list[Drawn]]:
    """The characters that show in their areas, and those that don't."""
    seen: list[Drawn] = []
    lost: list[Drawn] = []
    for drawn in characters:
        area = areas.get(drawn.item)
        if area is None or (area[0] <= drawn.left and drawn.right <= area[2] and area[1] <= drawn.y <= area[3]):
            seen.append(drawn)
            continue
        left, bottom, right, top = area
        for one in each(drawn):
            x, y = (one.left + one.right) / 2, (one.bottom + one.top) / 2
            shows = left - _ROOM <= x <= right + _ROOM and bottom - _ROOM <= y <= top + _ROOM
            (seen if shows else lost).append(one)
    return seen, lost


def _keys(areas: Sequence[int], counts: Sequence[int]) -> list[tuple[object, ...]]:
    """What tells areas apart: most texts of a page have the same, and asking for all corners of each takes long."""
    lasts = [count - 1 for count in counts]
    segments = native.asked(native.segments_in_clip, areas, lasts)
    points = (
        _points(native.asked(native.segment_of_clip, areas, paths, repeat(at)))
        for paths, at in ((repeat(0), 2), (lasts, 0), (lasts, 2))
    )
    return list(zip(counts, segments, *points, strict=True))


def _points(segments: Sequence[int | None]) -> list[tuple[float, float]]:
    sides = iter(native.told(native.segment_point, native.CORNER, segments)[1])
    return list(zip(sides, sides, strict=True))


def _box(area: int, count: int) -> Box | None:
    """What all paths of an area have in common, by their boxes; None when it isn't known."""
    boxes: list[Box] = []
    for path in range(count):
        (segments,) = native.asked(native.segments_in_clip, [area], [path])
        if not 0 < segments <= _MOST_SEGMENTS:
            continue
        points = _points(native.asked(native.segment_of_clip, [area] * segments, repeat(path), range(segments)))
        xs, ys = [x for x, _ in points], [y for _, y in points]
        boxes.append((min(xs), min(ys), max(xs), max(ys)))
    if not boxes:
        return None
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return max(lefts), max(bottoms), min(rights), min(tops)


def _narrower(box: Box | None, frame: Frame) -> Box | None:
    """The box, if it leaves out some of the page."""
    if box is None:
        return None
    left, bottom, right, top = box
    whole = left <= frame.left and bottom <= frame.bottom and right >= frame.right and top >= frame.top
    return None if whole else box
