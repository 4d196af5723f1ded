"""The charges of both sides for delay, told in one breath: "Seller's delay 0.3% per day; Buyer's 0.005%"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ...values import Per, Rate
from .. import regexes as re
from ..roles import Parties
from ..sentence_tools import Hit, Passage, passages
from ..text import Text

_RATE = r"(?P<{n}>\d{{1,2}}(?:\.\d{{1,4}})?)\s?%"
_PER = r"(?: of [^%;.\n]{{2,36}}?)?,? ?\b(?:for )?(?:per|a|each|every) (?:calendar )?(?P<{n}>day|month|year)\b"
_PERS = {"day": Per.DAY, "month": Per.MONTH, "year": Per.YEAR}
_LATE = re.compile(r"\b(?:delay\w*|late)\b", re.IGNORECASE)
_OTHER = re.compile(
    r"\b(?:discount|deposit|advance|VAT|tax|retention|shares?|royalt\w+|commission|maximum|cap(?:ped)?|exceed)\b",
    re.IGNORECASE,
)


_PAIRED = re.Template(
    r"{seller}(?:(?!{buyer})[^%\n]){{0,60}}?"
    + re.doubled(f"{_RATE.format(n='sold')}(?:{_PER.format(n='per')})")
    + r"[^%\n]{{0,50}}?{buyer}(?:(?!{seller})[^%\n]){{0,60}}?"
    + re.doubled(f"{_RATE.format(n='owed')}(?:{_PER.format(n='after')})?"),
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PairedRates:
    """What the seller pays for its delay, and what the buyer pays for its own."""

    seller: Hit
    buyer: Hit


def paired_rates(text: Text, parties: Parties) -> Iterator[PairedRates]:
    """Each place that sets the two sides' charges for delay beside each other; the period stands at least once."""
    if not parties.certain:
        return
    pattern = _PAIRED.filled(buyer=parties.buyer, seller=parties.seller)
    every = passages(text)
    for passage in every:
        following = every[passage.index + 1 : passage.index + 2]
        joined = passage.text + "".join(other.text for other in following)
        match = pattern.search(joined)
        if match is None or match.start() >= len(passage.text):
            continue
        if _LATE.search(match[0]) is None or _OTHER.search(match[0]) is not None:
            continue
        per = _PERS[match["per"].lower()]
        own = _PERS[match["after"].lower()] if match["after"] else per
        sold = _hit(passage, following, match.start("sold"), Rate(Decimal(match["sold"]), per))
        owed = _hit(passage, following, match.start("owed"), Rate(Decimal(match["owed"]), own))
        yield PairedRates(sold, owed)


def _hit(passage: Passage, following: tuple[Passage, ...], at: int, rate: Rate) -> Hit:
    """A rate's place, in the sentence it was found in or in the one behind it."""
    size = len(passage.text)
    if at >= size:
        return Hit(following[0], 0, min(len(following[0].text), at - size + 8), rate)
    return Hit(passage, max(0, at - 20), min(size, at + 8), rate)
