"""A value with the place it was read at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A value read from characters `start` up to `end` of a normalised text."""

    start: int
    end: int
    value: T


def in_order(found: Iterable[Found[T]]) -> list[Found[T]]:
    """Findings in text order; of two that overlap the one that starts first stays, of equal starts the longer."""
    kept: list[Found[T]] = []
    for item in sorted(found, key=lambda item: (item.start, -item.end)):
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
    return kept


def join_glosses(found: Iterable[Found[T]], text: str) -> list[Found[T]]:
    """Findings in order, with a value said twice as `words (figures)` taken as one finding over both.

    Two that disagree stay two, so that a reader sees the contradiction.
    """
    kept: list[Found[T]] = []
    for item in in_order(found):
        if kept and kept[-1].value == item.value and text[kept[-1].end : item.start].strip() in ("(", "[", ",(", "/"):
            close = item.end + 1 if text[item.end : item.end + 1] in (")", "]") else item.end
            kept[-1] = Found(kept[-1].start, close, item.value)
        else:
            kept.append(item)
    return kept
