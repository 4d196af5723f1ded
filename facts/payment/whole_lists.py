"""Sentences whose shares make up the whole price: a payment schedule, with or without a verb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from .. import regexes as re
from ..quantities.percents import find_percents
from ..roles import Parties
from ..sentence_tools import Passage
from .due_days import due_date
from .events import find_events
from .paying import pays_en
from .shares import find_shares, is_foreign

_WHOLE = Decimal(100)
_MOST_ITEMS = 8
_LONGEST = 600
_LONGEST_ITEM = 200
_LEAD = 2
"""How many passages ahead of a list, the mark of its first line among them, may say what it is a list of."""
# An item of a list of payments: 30% with order; (b) second milestone - 40%; Balance: 20%.
_ITEM = re.compile(
    r"^\s*(?:[-*\u2022\u2013]\s*)?(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[).]\s*)?(?:\d{1,3}\s?%"
    r"|[A-Z][^%.;]{0,80}?[\s(:-]\d{1,3}\s?%"
    r"|(?:[a-z-]+ ){1,3}\(?(?:\d{1,3}%\)|per ?cent))",
    re.IGNORECASE,
)


# The mark of a line, or the word that ties the last to the others, taken for a sentence of its own: b.
_MARK = re.compile(r"^\s*(?:\(?[a-z\d]{1,3}[.)]|and|or)\s*$", re.IGNORECASE)


def whole_lists(all_passages: Sequence[Passage], parties: Parties, sections: Sequence[bool]) -> frozenset[int]:
    """The indexes of the passages that share out a whole: 20% upon signature; 80% within 30 days of delivery.

    Each share hangs on an event; lines of a list may leave that out where they stand under a heading on payment
    (`sections`), or speak of paying.
    """
    found: set[int] = set()
    for run in _runs(all_passages):
        if _makes_whole(run) and all(_are_shares(p.text) and _is_tied(p.text, parties) for p in run):
            found.update(passage.index for passage in run)
    for run in _lines(all_passages):
        lead = all_passages[max(0, run[0].index - _LEAD) : run[0].index]
        paid = any(sections[p.index] or pays_en(p.text) for p in (*lead, *run))
        paid = paid or all(_are_shares(p.text) and _is_tied(p.text, parties) for p in run)
        if paid and _makes_whole(run) and not any(_is_of_else(p.text) for p in run):
            found.update(passage.index for passage in run)
    return frozenset(found)


def _is_tied(words: str, parties: Parties) -> bool:
    """Whether some words name an event or a date."""
    return bool(find_events(words, parties)) or due_date(words, True) is not None


def _makes_whole(run: Sequence[Passage]) -> bool:
    parts = [one.value for passage in run for one in find_percents(passage.text)]
    return len(parts) > 1 and sum(parts, Decimal(0)) == _WHOLE


def _is_of_else(words: str) -> bool:
    return any(is_foreign(words, one.start, one.end) for one in find_percents(words))


def _lines(all_passages: Sequence[Passage]) -> Iterator[list[Passage]]:
    """Lines below one another that each name one share at their beginning."""
    run: list[Passage] = []
    for passage in all_passages:
        words = passage.text
        if "%" in words and len(words) <= _LONGEST_ITEM and "\t" not in words and _ITEM.match(words) is not None:
            run.append(passage)
            continue
        if run and _MARK.match(words) is not None:
            continue
        if 1 < len(run) <= _MOST_ITEMS:
            yield run
        run = []
    if 1 < len(run) <= _MOST_ITEMS:
        yield run


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
