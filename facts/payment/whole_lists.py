"""Sentences whose shares make up the whole price, each tied to an event: a payment schedule, with or without a verb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from ..quantities.percents import find_percents
from ..roles import Parties
from ..sentence_tools import Passage
from .events import find_events
from .shares import find_shares

_WHOLE = Decimal(100)
_MOST_ITEMS = 8
_LONGEST = 600


def whole_lists(all_passages: Sequence[Passage], parties: Parties) -> frozenset[int]:
    """The indexes of the passages that share out a whole: 20% upon signature; 80% within 30 days of delivery."""
    found: set[int] = set()
    for run in _runs(all_passages):
        shares = [[one.value for one in find_percents(passage.text)] for passage in run]
        parts = [value for values in shares for value in values]
        told = len(parts) > 1 and sum(parts, Decimal(0)) == _WHOLE and all(_are_shares(p.text) for p in run)
        if told and all(find_events(p.text, parties) for p in run):
            found.update(passage.index for passage in run)
    return frozenset(found)


def _are_shares(words: str) -> bool:
    """Whether each percentage of some words reads as a share of the price by what stands beside it."""
    return len([share for share in find_shares(words) if share.pct is not None]) == len(find_percents(words))


def _runs(all_passages: Sequence[Passage]) -> Iterator[list[Passage]]:
    """Passages with percentages that semicolons tie together, a single one too."""
    run: list[Passage] = []
    for passage in all_passages:
        if "%" not in passage.text or len(passage.text) > _LONGEST or "\t" in passage.text:
            run = []
            continue
        run.append(passage)
        if passage.text.rstrip()[-1:] != ";":
            if len(run) <= _MOST_ITEMS:
                yield run
            run = []
