"""Blanks between words: the recogniser drops many of them in English, the picture still shows them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from .engine import Seen
from .upright import level_box

_LEAST_GAP = 0.17
"""Of the box's height; letters of one word stand nearer."""
_BAND = (0.15, 0.85)
"""The part of the height that is looked at: underlines aren't."""
_NEAR = 1.2
_LIKELY = 0.5
"""In units of a character's width: how far off a gap's place in the text may be, and what a likely place is worth."""
_CLOSING = ",.;:)!?%\"'"
_OPENING = "(\"'"


def spaced(seen: Seen, ink: Any) -> Seen:
    """A line with the blanks that the picture shows between its Latin words put in. `ink` is that of the whole page."""
    if not seen.middles or sum(character.isascii() and character.isalpha() for character in seen.text) < 2:
        return seen
    left, top, right, bottom = level_box(seen)
    height = bottom - top
    rows = slice(max(0, round(top + _BAND[0] * height)), max(0, round(top + _BAND[1] * height)))
    band = ink[rows, max(0, round(left)) : max(0, round(right))]
    if not band.size:
        return seen
    gaps = [middle / band.shape[1] for middle in _gaps(band.any(axis=0).tolist(), _LEAST_GAP * height)]
    breaks = {_break(seen, gap) for gap in gaps} - {None}
    text: list[str] = []
    middles: list[float] = []
    for at, (character, middle) in enumerate(zip(seen.text, seen.middles, strict=True)):
        if at in breaks:
            text.append(" ")
            middles.append((middles[-1] + middle) / 2)
        text.append(character)
        middles.append(middle)
    return replace(seen, text="".join(text), middles=tuple(middles))


def _gaps(inked: Sequence[bool], least: float) -> Iterator[float]:
    """The middles of runs of columns without ink, those at both ends left out."""
    at = 0
    for is_ink, run in itertools.groupby(inked):
        length = len(list(run))
        if not is_ink and length >= least and at > 0 and at + length < len(inked):
            yield at + length / 2
        at += length


def _break(seen: Seen, gap: float) -> int | None:
    """The character before which a gap stands; None when there is a blank already, or no word can end there."""
    text, middles = seen.text, seen.middles
    width = (middles[-1] - middles[0]) / max(1, len(text) - 1)
    best: tuple[float, int | None] = (_NEAR, None)
    for at in range(1, len(text)):
        distance = abs((middles[at - 1] + middles[at]) / 2 - gap) / width if width > 0 else _NEAR
        if distance >= _NEAR:
            continue
        if " " in text[at - 1 : at + 1]:
            return None
        parts = _may_part(text[at - 1], text[at])
        cost = distance - (_LIKELY if parts and _is_likely(text[at - 1], text[at]) else 0)
        if cost < best[0]:
            best = cost, at if parts else None
    return best[1]


def _may_part(before: str, after: str) -> bool:
    """Whether a word may end between two characters: never inside a number, nor before a mark that closes."""
    if not (before.isascii() and after.isascii()) or after in _CLOSING or before in _OPENING:
        return False
    return before.isalpha() or after.isalpha()


def _is_likely(before: str, after: str) -> bool:
    return before.isdigit() != after.isdigit() or (before.islower() and after.isupper()) or before in _CLOSING
