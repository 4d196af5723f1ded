"""Characters written in one go on a PDF page: with their places, and taken apart again."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import NamedTuple

from .looks import Look


class Drawn(NamedTuple):
    """Characters written in one go, in PDF's own axes: their box, and the point they stand on.

    A tuple, as there are very many. `item` is the text object's address; it holds as long as the page is open.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    x: float
    y: float
    item: int
    look: Look
    lefts: Sequence[float] = ()
    """Where each of several characters begins; empty when they are one sign (a ligature) or one character."""
    rights: Sequence[float] = ()


def each(drawn: Drawn) -> list[Drawn]:
    """The characters one by one."""
    if not drawn.lefts:
        return [drawn]
    _, _, bottom, _, top, _, y, item, look, lefts, rights = drawn
    signs = parted(drawn.text, lefts, rights)
    return [Drawn(text, left, bottom, right, top, left, y, item, look) for text, left, right in signs]


def parted(text: str, lefts: Sequence[float], rights: Sequence[float]) -> list[tuple[str, float, float]]:
    """The signs of a text, each with where it begins and ends; characters at one place are one sign."""
    signs = list(zip(text, lefts, rights, strict=True))
    if len(set(lefts)) == len(lefts):
        return signs
    places = itertools.groupby(signs, itemgetter(1, 2))
    return [("".join(sign for sign, _, _ in together), *place) for place, together in places]


def looks_of(characters: Iterable[Drawn]) -> Counter[Look]:
    """The looks of characters, blanks aside, and how many have each."""
    found: dict[Look, int] = {}
    for drawn in characters:
        text, look = drawn[0], drawn[8]
        if text != " ":
            found[look] = found.get(look, 0) + len(text)
    return Counter(found)
