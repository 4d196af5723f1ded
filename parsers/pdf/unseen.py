"""Characters that are in a PDF but that nobody who looks at the page sees."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from . import native
from .drawn import Drawn, each
from .geometry import Box
from .ink import WHITE, Colour, inks
from .looks import Look
from .paint import Paint, Paints, has_holes

_TINY = 1.6
"""Characters lower than that, in points, can't be read."""
_ALIKE = 16
"""Colours whose parts differ by at most that, of 255, can't be told apart."""
_CLEAR = 12
_SCAN_SHARE = 0.4
"""An image over that part of the page is a scan: the text with it is what was recognised there, not a secret."""
_MOST_COVERED = 0.5
_SAME_PLACE = 2.0


def part_unseen(
    characters: Sequence[Drawn], looks: Collection[Look], painted: Paints, pictured: float
) -> tuple[Sequence[Drawn], Sequence[Drawn]]:
    """The characters a reader sees, and those that are too small, without ink, of their ground's colour, or covered.

    `looks` are all of theirs, `pictured` is the share of the page that an image takes.
    """
    scan = pictured >= _SCAN_SHARE
    bare = not painted.bands or scan
    plain = {look for look in looks if look.size >= _TINY and bare and (_is_dark(look.inks) or (scan and look.inks))}
    if len(plain) == len(looks):
        return characters, ()
    parted = _parted(characters, painted) if painted.bands else list(characters)
    below = {id(drawn) for drawn in parted if drawn.look not in plain and _is_lost(drawn, painted, scan)}
    covered = _covered(parted, painted) if not bare else set()
    if sum(len(drawn.text) for drawn in parted if id(drawn) in covered) > _MOST_COVERED * sum(
        len(drawn.text) for drawn in parted
    ):
        covered = set()
    gone = below | covered
    lost = {drawn.item for drawn in parted if id(drawn) in below}
    again = _drawn_again(lost, parted, painted) if lost else set()
    gone = {id(drawn) for drawn in parted if id(drawn) in gone and drawn.item not in again}
    if not gone:
        return characters, ()
    return (
        tuple(drawn for drawn in parted if id(drawn) not in gone),
        tuple(drawn for drawn in parted if id(drawn) in gone),
    )


def _parted(characters: Sequence[Drawn], painted: Paints) -> list[Drawn]:
    """The characters, those one by one that stand in part on something painted."""
    found: list[Drawn] = []
    for drawn in characters:
        low, high = drawn.left, drawn.right
        edges = (paint.box[::2] for paint in painted.beside(drawn.bottom, drawn.top)) if drawn.lefts else ()
        if any(low < start < high or low < end < high for start, end in edges):
            found += each(drawn)
        else:
            found.append(drawn)
    return found


def _drawn_again(lost: set[int], characters: Sequence[Drawn], painted: Paints) -> set[int]:
    """Text objects drawn a second time at their place, in a colour that shows; pdfium's text has them once only."""
    known = {drawn.item for drawn in characters}
    rest = [item for item in painted.order if item not in known]
    others = [_bounds(item) for item, colours in zip(rest, inks(rest), strict=True) if _is_dark(colours)]
    places: dict[tuple[int, int], list[Box]] = {}
    for other in others:
        places.setdefault(_place(other), []).append(other)
    again: set[int] = set()
    for item in lost if places else ():
        own = _bounds(item)
        x, y = _place(own)
        near = (box for dx in (-1, 0, 1) for dy in (-1, 0, 1) for box in places.get((x + dx, y + dy), ()))
        if any(_is_near(own, box) for box in near):
            again.add(item)
    return again


def _place(box: Box) -> tuple[int, int]:
    return int(box[0] // _SAME_PLACE), int(box[1] // _SAME_PLACE)


def _bounds(item: int) -> Box:
    left, bottom, right, top = native.told(native.object_bounds, native.SIDES, [item])[1]
    return left, bottom, right, top


def _is_near(one: Box, other: Box) -> bool:
    return all(abs(here - there) <= _SAME_PLACE for here, there in zip(one, other, strict=True))


def _is_dark(inks: tuple[Colour | None, ...]) -> bool:
    return bool(inks) and all(ink is not None and ink[3] > _CLEAR and min(ink[:3]) < 255 - _ALIKE for ink in inks)


def _is_lost(drawn: Drawn, painted: Paints, scan: bool) -> bool:
    """Whether a character can't be told from the ground it stands on, or is too small."""
    look = drawn.look
    if max(look.size, drawn.top - drawn.bottom) < _TINY:
        return True
    if scan or not drawn.item:
        return False
    if not look.inks:
        return True
    ground = _ground(drawn, painted)
    return ground is not None and all(ink is not None and _is_alike(ink, ground) for ink in look.inks)


def _ground(drawn: Drawn, painted: Paints) -> Colour | None:
    """The colour below a character; None when it isn't known."""
    order = painted.order.get(drawn.item)
    if order is None:
        return None if painted.bands else WHITE
    below = [paint for paint in painted.at(*_middle(drawn)) if paint.order < order]
    return below[-1].colour if below else WHITE


def _is_alike(ink: Colour, ground: Colour) -> bool:
    return ink[3] <= _CLEAR or all(abs(one - other) <= _ALIKE for one, other in zip(ink[:3], ground[:3], strict=True))


def _covered(characters: Sequence[Drawn], painted: Paints) -> set[int]:
    """Characters with something opaque laid over them."""
    clear: dict[int, bool] = {}
    found: set[int] = set()
    for drawn in characters:
        order = painted.order.get(drawn.item)
        if order is None:
            continue
        over = [paint for paint in painted.at(*_middle(drawn)) if paint.order > order and paint.opaque]
        if any(not _lets_through(paint, painted, clear) for paint in over):
            found.add(id(drawn))
    return found


def _lets_through(paint: Paint, painted: Paints, clear: dict[int, bool]) -> bool:
    if not paint.image:
        return False
    if paint.image not in clear:
        clear[paint.image] = has_holes(painted, paint)
    return clear[paint.image]


def _middle(drawn: Drawn) -> tuple[float, float]:
    return (drawn.left + drawn.right) / 2, (drawn.bottom + drawn.top) / 2
