"""The event that days of credit run from, where a sentence of its own says it: it runs from the bill of lading date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .. import regexes as re
from ..roles import Parties
from ..sentence_tools import Passage, passages
from ..text import Text
from .events import find_events
from .instalment import Instalment

_RUNS_EN = r"\b(?:begins?|based on|runs?|starts?|commences?|calculated|counted|measured|reckoned|computed)\b"
STARTS = re.compile(
    rf"\b(?:terms?|aging|ageing|periods?|days|time|clock)\b[^.;]{{0,40}}{_RUNS_EN}"
    rf"|^\s*(?:it|this|these|such|the same)\b[^.;]{{0,30}}{_RUNS_EN}"
    r"|(?:账期|帐期|信用期|付款期限?|付款时间|赊销期|期限|时间)[^,。;]{0,6}[自从以][^,。;]{0,24}(?:起算|起计|计算"
    r"|开始|为起点)"
    r"|^\s*(?:该|上述|前述|此)?(?:期限|账期|期间|时间)?[自从][^,。;]{0,24}(?:起算|起计|开始计算)",
    re.IGNORECASE,
)
"""The days run from an event: no payment at it."""
_THEREAFTER = re.compile(r"^\)?\s?(?:calendar |business |working )?(?:thereafter|afterwards|later)\b", re.IGNORECASE)
_BILLS = re.compile(
    r"\b(?:issue|raise|render|submit|send|deliver|provide|present)s?\b[^.;]{0,40}\binvoices?\b"
    r"|\b(?:shall|will|may|must|to) invoice\b|\binvoice the\b|\b(?:invoiced|billed)\b",
    re.IGNORECASE,
)
_REACH = 4
"""How many sentences away the start of a period is looked for."""
_OPEN = (None, "undefined")


def anchored(text: Text, parties: Parties, found: Sequence[Instalment]) -> list[Instalment]:
    """The instalments, with the event of a sentence beside them where their own words give days but no event."""
    every = passages(text)
    return [_anchored(one, every, parties, found) if _is_open(one) else one for one in found]


def _is_open(one: Instalment) -> bool:
    return (one.timing.days or one.timing.months) is not None and one.timing.anchor in _OPEN


def _anchored(one: Instalment, every: Sequence[Passage], parties: Parties, found: Sequence[Instalment]) -> Instalment:
    anchor = _after_that(one, every, parties) or _started(one, every, parties) or _waited(one, found)
    return replace(one, timing=replace(one.timing, anchor=anchor)) if anchor is not None else one


def _after_that(one: Instalment, every: Sequence[Passage], parties: Parties) -> str | None:
    """What the days of `45 days thereafter` come after: the event named last, in the sentence or the one before."""
    span = one.timing.period
    if span is None or _THEREAFTER.match(one.words[span[1] :]) is None:
        return None
    at = one.passage.index
    for words in (one.words[: span[0]], every[at - 1].text if at else ""):
        if _BILLS.search(words) is not None:
            return "invoice_date"
        events = find_events(words, parties)
        if events:
            return max(events, key=lambda event: event.start).anchor
    return None


def _started(one: Instalment, every: Sequence[Passage], parties: Parties) -> str | None:
    """The event of the sentence nearby, this one included, that says from when the period runs."""
    at = one.passage.index
    for passage in every[max(0, at - _REACH) : at + _REACH + 1]:
        start = STARTS.search(passage.text)
        if start is None:
            continue
        events = [event for event in find_events(passage.text, parties) if event.end > start.start()]
        if events:
            return events[0].anchor
    return None


def _waited(one: Instalment, found: Sequence[Instalment]) -> str | None:
    """The event of a payment term beside this one that names no days: 验收合格后付款。付款期限为30天."""
    near = [
        other
        for other in found
        if other is not one
        and abs(other.passage.index - one.passage.index) <= 1
        and not other.shared
        and not other.timing.before
        and (not other.timing.fixed or other.timing.days == 0)
        and other.timing.anchor not in _OPEN
    ]
    return near[0].timing.anchor if near and not one.shared else None
