"""Quotes on a page: the words, where they stand, and the anchor of the words in the contract beside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...facts.fact import Evidence
from ...messages import say
from ..places import evidence_place
from ..quotes import one_line, recognised_words

QUOTES = 4
"""As many places of a note are marked."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words a fact was read from, where they stand, and their anchor on the page."""

    words: str
    place: str
    anchor: str
    marks: tuple[str, ...]
    """That a tracked change touches them, that text recognition read them."""


def anchor(number: int, which: int) -> str:
    """The identifier of the words of a note: `at-NUMBER`, and `at-NUMBER-2` for its second place."""
    return f"at-{number}" if which == 1 else f"at-{number}-{which}"


def quotes_of(evidence: Sequence[Evidence], number: int, language: str) -> Iterator[Quote]:
    """The quotes of a note, in the order of their anchors."""
    for which, each in enumerate(evidence, 1):
        marks = tuple(_marks(each, language))
        yield Quote(one_line(each.quote), evidence_place(each, language), anchor(number, which), marks)


def _marks(evidence: Evidence, language: str) -> Iterator[str]:
    if evidence.changed:
        yield say("report.changed", language)
    if evidence.confidence is not None:
        yield recognised_words(evidence.confidence, language)
