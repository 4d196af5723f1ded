"""The day by which a security must still stand: the last day on which a part of the price falls due."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from ...values import Quantity, Reason, Record
from ..fact import Fact, stated, unknown

_NAME = "security.last_due_date"


def last_due_date(facts: Mapping[str, Fact]) -> Fact:
    """The latest due date of all instalments; not computable where one hangs on an event that has no date.

    Counted are dates the contract names and days that run from its signing (民法典 201: the first day isn't counted).
    """
    terms = facts.get("payment.instalments")
    if terms is None or not isinstance(terms.value, tuple) or not terms.value:
        return unknown(_NAME, Reason.NOT_COMPUTABLE)
    signed = facts.get("contract.sign_date")
    day = signed.value if signed is not None and isinstance(signed.value, date) else None
    due = [_due(record, day) for record in terms.value if isinstance(record, Record)]
    known = [each for each in due if each is not None]
    if len(known) != len(terms.value):
        return unknown(_NAME, Reason.NOT_COMPUTABLE, *terms.evidence)
    return stated(_NAME, max(known), *terms.evidence)


def _due(record: Record, signed: date | None) -> date | None:
    named = record.get("due_date")
    if isinstance(named, date):
        return named
    days = record.get("days")
    if record.get("anchor") != "sign" or signed is None or not isinstance(days, Quantity):
        return None
    return signed + timedelta(days=int(days.amount)) if record.get("day_type") != "business" else None
