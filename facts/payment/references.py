"""Payment against documents that another clause lists: what the papers in clause 12.2 prove."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .. import regexes as re
from ..roles import Parties
from ..text import Text
from .events import find_events
from .instalment import Instalment

_REFERENCE = re.compile(
    r"\b(?:clause|section|article|paragraph)\s(?P<en>\d{1,2}(?:\.\d{1,2}){0,3})\b"
    r"|(?P<zh>第[一二三四五六七八九十\d]{1,4}[条款])|(?P<dotted>\d{1,2}(?:\.\d{1,2}){1,3})\s?[条款]",
    re.IGNORECASE,
)
_PAPERS = re.compile(
    r"单据|文件|资料|证明|证书|\b(?:documents?|certificates?|papers)\b",
    re.IGNORECASE,
)
# Papers of the carriage: with these the payment is one against shipping documents.
_CARRIAGE = re.compile(r"提单|装箱单|运单|\b(?:bills? of lading|packing lists?|waybills?)\b", re.IGNORECASE)
_DECIDED = ("third_party_payment", "audit", "acceptance")
_OPEN = (None, "undefined", "sight")
_LONGEST_CLAUSE = 1200


def resolve(text: Text, parties: Parties, found: Sequence[Instalment]) -> list[Instalment]:
    """The instalments, with the event of the clause they refer to where their own words name none."""
    starts: dict[str, int] = {}
    for at, marker in enumerate(text.markers):
        starts.setdefault(marker.number, at)
    return [_resolved(text, parties, one, starts) for one in found]


def _resolved(text: Text, parties: Parties, one: Instalment, starts: dict[str, int]) -> Instalment:
    if one.timing.anchor not in _OPEN or one.retention or _PAPERS.search(one.words) is None:
        return one
    reference = _REFERENCE.search(one.words)
    if reference is None:
        return one
    at = starts.get(reference["en"] or reference["zh"] or reference["dotted"])
    if at is None:
        return one
    markers = text.markers
    start = markers[at].start
    after = next((m.start for m in markers[at + 1 :] if not _within(m.number, markers[at].number)), len(text.text))
    clause = text.text[start : min(after, start + _LONGEST_CLAUSE)]
    anchors = {event.anchor for event in find_events(clause, parties)}
    if start <= one.passage.start < after or _CARRIAGE.search(clause) is not None:
        return one
    event = next((anchor for anchor in _DECIDED if anchor in anchors), None)
    return replace(one, timing=replace(one.timing, anchor=event)) if event is not None else one


def _within(number: str, outer: str) -> bool:
    """Whether a number belongs to a clause: its own sub-clauses, and its lettered or bracketed items."""
    return number.startswith((f"{outer}.", "("))
