"""Which English sentences speak of what follows non-payment: by themselves, as items of a list, or by pointing back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from .. import regexes as re
from ..roles import Parties
from ..sentence_tools import Passage, in_one_clause, passages
from ..text import Text
from .lists import ITEM, NEW_CLAUSE
from .nonpayment import payment_defaults

_POINTS_DOWN = re.compile(
    r"\b(?:events?|circumstances|cases|occurrences?|conditions|reasons)\b[^.;]{0,60}?\b(?:below|following|set out"
    r"|occurs?|listed)\b|\b(?:any|one)(?: or more)? of the following\b|:\s*$|\bif\s*$|\b(?:if|where|when|should"
    r"|as):?\s\(?(?:a|i|1)[.)]",
    re.IGNORECASE,
)
_CITES = re.compile(
    r"\b(?:events?|circumstances|matters|cases|occurrences?)\b[^.;]{0,40}?\b(?:condition|clause|section|paragraph"
    r"|article) (?P<number>\d{1,2}(?:\.\d{1,2}){0,2})",
    re.IGNORECASE,
)
_DEFINES = re.compile(
    r"\b(?P<term>Events? of Default|Default Events?|Termination Events?)\b|\"(?P<quoted>(?:[A-Z][a-z]+ )?Default)\""
)
_GOES_ON = re.compile(r"[;:,]\s*(?:and/or|and|or)?\s*$|\b(?:and/or|and|or)\s*$")
# "Upon such breach", "in that case", "may also", "until the account is paid": the sentence lives on the one before it.
_POINTS_BACK = re.compile(
    r"\b(?:any (?:such )?(?:default|breach|failure)|in (?:such|that|this|which|any such|these) (?:an? )?(?:cases?"
    r"|events?|circumstances?|situations?|instances?)"
    r"|(?:up)?on (?:any |the occurrence of )?(?:such|the same)"
    r"|such (?:a |an |material |continued )?(?:breach|default|failure|non-?payment|delay|events?|delinquen\w+|period)"
    r"|(?:may|shall|will|reserves?|entitled|can) (?:also|further|in addition|additionally|then|thereupon|thereafter"
    r"|furthermore)|also (?:reserves?|have|has|be|entitled)|(?:in addition|additionally|furthermore|moreover"
    r"|further|thereafter|thereupon|likewise)\b,?|failing (?:which|this|that)|then (?:becomes?|falls?)"
    r"|un?till? (?:\w+ ){0,8}?(?:paid|payment|received|settled|cleared|brought current|remedied)"
    r"|while (?:\w+ ){0,6}?(?:outstanding|unpaid|overdue)|if (?:the|such|this) (?:default|breach|failure|delay))\b"
    r"|^\W*(?:also|then|if so)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\s*(?P<number>\d{1,2}(?:\.\d{1,2}){0,2})(?!\d)")
_SHORT = 90
_REACH = 12
"""Items of a list that are looked at."""


@dataclass(frozen=True, slots=True)
class Under:
    """A sentence under the condition of non-payment; `lead` are the words before it that still belong to it."""

    passage: Passage
    lead: str = ""


@lru_cache(maxsize=4)
def under_default(text: Text, parties: Parties) -> Mapping[int, Under]:
    """The sentences that say what follows the buyer's non-payment, by their index."""
    every, defaults = passages(text), payment_defaults(text, parties)
    found = {default.passage.index: Under(default.passage) for default in defaults}
    unpaid_in = set(found)
    for unpaid in sorted(unpaid_in):
        for under in _follow(text, every, every[unpaid]):
            # An item that names non-payment itself still goes on from the words before its list.
            if under.passage.index not in found or not found[under.passage.index].lead:
                found[under.passage.index] = under
    for lead in every if unpaid_in else ():
        if lead.index not in found and leads_to(text, lead, unpaid_in):
            found[lead.index] = Under(lead)
            for under in _follow(text, every, lead):
                found.setdefault(under.passage.index, under)
    for under in _of_the_defined_event(text, unpaid_in):
        found.setdefault(under.passage.index, under)
    return found


def leads_to(text: Text, lead: Passage, unpaid: set[int]) -> bool:
    """Whether a sentence points to a list, below it or in a clause it cites, that has non-payment among its events."""
    cited = _CITES.search(lead.text)
    if cited is not None and _cited(text, lead, cited["number"], unpaid):
        return True
    if _POINTS_DOWN.search(lead.text) is None:
        return False
    listed = lead.text.rstrip().endswith((":", "if"))
    for item in passages(text)[lead.index + 1 : lead.index + 1 + _REACH]:
        if NEW_CLAUSE.match(item.text):
            return False
        marked = listed or ITEM.match(item.text) is not None or re.match(r"\s*(?:if|where|when)\b", item.text, re.I)
        if item.index in unpaid and marked:
            return True
        listed = listed or item.text.rstrip().endswith(":")
    return False


def _cited(text: Text, lead: Passage, number: str, unpaid: set[int]) -> bool:
    at = _numbered(text).get(number)
    if at is None or at == lead.index:
        return False
    below = passages(text)[at : at + 1 + _REACH]
    return any(
        item.index in unpaid
        for item in below
        if item.index == at or not NEW_CLAUSE.match(item.text) or item.text.lstrip().startswith(f"{number}.")
    )


@lru_cache(maxsize=2)
def _numbered(text: Text) -> Mapping[str, int]:
    """The sentence that first begins with a clause number, by the number."""
    found: dict[str, int] = {}
    for passage in passages(text):
        number = _NUMBER.match(passage.text)
        if number is not None:
            found.setdefault(number["number"], passage.index)
    return found


def _follow(text: Text, every: Sequence[Passage], first: Passage) -> Iterator[Under]:
    """What goes on from a sentence: the rest of its list, and in its clause what points back to it."""
    lead, listing = first.text, first.text.rstrip().endswith(":")
    open_ = _GOES_ON.search(first.text) is not None
    heading = len(first.text) < _SHORT and not first.text.rstrip().endswith((".", ";", ":"))
    for item in every[first.index + 1 : first.index + 1 + _REACH]:
        near = item.index - first.index
        if NEW_CLAUSE.match(item.text) and not (heading and near == 1):
            return
        if open_ or (listing and ITEM.match(item.text)):
            yield Under(item, lead)
            open_ = _GOES_ON.search(item.text) is not None
            continue
        listing = False
        if near <= 3 and (heading or _POINTS_BACK.search(item.text)) and in_one_clause(text, first, item):
            yield Under(item)
            open_ = _GOES_ON.search(item.text) is not None
            listing = item.text.rstrip().endswith(":")
            lead = item.text
            continue
        if near > 3:
            return


def _of_the_defined_event(text: Text, unpaid: set[int]) -> Iterator[Under]:
    """Where non-payment is one of the cases of a defined "Event of Default", the sentences that use the term."""
    every = passages(text)
    for at in sorted(unpaid):
        for lead in every[max(0, at - _REACH) : at + 1]:
            term = _DEFINES.search(lead.text)
            if term is None or not (lead.index == at or leads_to(text, lead, unpaid)):
                continue
            named = re.escape((term["term"] or term["quoted"]).rstrip("s"))
            word = re.compile(rf"\b{named}s?\b|\bEvents? of Default\b")
            for passage in every:
                if word.search(passage.text):
                    yield Under(passage)
            return
