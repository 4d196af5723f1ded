"""What has to happen before an instalment falls due, and the step that brings it about.

An instalment with a day hangs on an event somebody has to prove (a signed statement, an acceptance certificate). One
without a day hangs on something the customer or a third party has in hand: it is asked for in writing, since time for
payment that isn't fixed begins with a demand and a reasonable time (民法典 511).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from ..exposure.flows import Flow
from ..exposure.milestones import Milestones
from ..facts.fact import FactBook
from .law import Law, working_day_after

_PROVEN = (
    "delivery",
    "receipt",
    "acceptance",
    "invoice_date",
    "invoice_receipt",
    "statement",
    "bl_date",
    "warranty_end",
)
"""Events that leave a paper: without it nobody can say when the days began."""
_ASK_AFTER = timedelta(days=7)
"""Days after acceptance until the customer is asked for what only it can bring about."""


@dataclass(frozen=True, slots=True)
class First:
    """What must happen first (`anchor`, a member of `anchor_event`), the day to see to it, and what the law says.

    `dated` says whether the instalment has a day all the same.
    """

    anchor: str
    day: date
    basis: tuple[str, ...]
    dated: bool


def first_of(flow: Flow, days: Milestones, book: FactBook, law: Law) -> First | None:
    """What an instalment waits for; None when its day is fixed or begins by itself."""
    if flow.due is not None:
        if flow.anchor not in _PROVEN or flow.start is None:
            return None
        return First(flow.anchor, working_day_after(flow.start, law.calendar), (), True)
    ask = working_day_after(days["acceptance"].on + _ASK_AFTER, law.calendar)
    return First(flow.anchor, ask, _basis(flow, book, law), False)


def _basis(flow: Flow, book: FactBook, law: Law) -> tuple[str, ...]:
    if not law.prc:
        return ()
    protected = book["party.buyer_size"].value == "large" and book["party.seller_size"].value in (
        "medium",
        "small",
        "micro",
    )
    if flow.anchor == "third_party_payment" and protected:
        return ("SME25-9", "SPC24-11")
    if flow.anchor == "audit" and protected:
        return ("SME25-12",)
    return ("CC-511", "LIM-4")
