"""The days a deal's payments are counted from: stated by the contract, on record, or assumed and named as such."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from ..facts.fact import FactBook
from ..policylang.calendar import shift
from ..values import Quantity, State, Unit
from .deliveries import last_planned

LEAD_DAYS = 30
"""Days from signing to delivery when neither the contract nor the case has a delivery date."""
INSPECTION_DAYS = 15
"""Days from delivery to acceptance when the contract sets no inspection period."""
SIGHT_DAYS = 10
"""Days from shipment until documents are presented at sight; UCP 600 article 14(c) allows 21."""


class Basis(StrEnum):
    """Where a day comes from."""

    CONTRACT = "contract"
    CASE = "case"
    WORKED_OUT = "worked_out"
    """From another milestone and a period the contract states."""
    ASSUMED = "assumed"


@dataclass(frozen=True, slots=True)
class Milestone:
    """A day and where it comes from."""

    on: date
    basis: Basis


Milestones = Mapping[str, Milestone]
"""By the members of `anchor_event`; an event nobody can date (an audit, payment by a third party) isn't there."""


def milestones(book: FactBook, as_of: date) -> Milestones:
    """The days of a deal. Signing, where it isn't stated, is the day the deal is judged as of.

    Where the goods go out in parts, delivery is the last of them.
    """
    signed = _dated(book, "contract.sign_date") or Milestone(as_of, Basis.ASSUMED)
    last = last_planned(book)
    delivery = (
        (Milestone(last, Basis.CASE) if last is not None else None)
        or _dated(book, "contract.last_delivery_date")
        or _dated(book, "deal.first_shipment_date")
        or Milestone(signed.on + timedelta(days=LEAD_DAYS), Basis.ASSUMED)
    )
    return {"sign": signed, **after_delivery(delivery, book)}


def after_delivery(delivery: Milestone, book: FactBook) -> dict[str, Milestone]:
    """The days that follow from a delivery, of all the goods or of a part."""
    accepted = _after(delivery, book, "acceptance.period_days", INSPECTION_DAYS)
    found = {
        "delivery": delivery,
        "receipt": delivery,
        "bl_date": delivery,
        "invoice_date": delivery,
        "invoice_receipt": delivery,
        "acceptance": accepted,
        "month_end": Milestone(month_end(delivery.on), _follows(delivery)),
        "statement": Milestone(month_end(delivery.on), _follows(delivery)),
        "sight": Milestone(delivery.on + timedelta(days=SIGHT_DAYS), Basis.ASSUMED),
    }
    if (end := _warranty_end(accepted, book)) is not None:
        found["warranty_end"] = end
    return found


def month_end(day: date) -> date:
    """The last day of a day's month."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _dated(book: FactBook, name: str) -> Milestone | None:
    fact = book[name]
    if fact.state is not State.STATED or not isinstance(fact.value, date):
        return None
    return Milestone(fact.value, Basis.CASE if fact.origin else Basis.CONTRACT)


def _follows(earlier: Milestone) -> Basis:
    return Basis.ASSUMED if earlier.basis is Basis.ASSUMED else Basis.WORKED_OUT


def _after(earlier: Milestone, book: FactBook, period: str, assumed: int) -> Milestone:
    value = book[period].value
    if isinstance(value, Quantity) and value.unit is Unit.DAYS:
        return Milestone(earlier.on + timedelta(days=int(value.amount)), _follows(earlier))
    return Milestone(earlier.on + timedelta(days=assumed), Basis.ASSUMED)


def _warranty_end(accepted: Milestone, book: FactBook) -> Milestone | None:
    for name in ("aftersales.warranty_months", "payment.retention_months"):
        value = book[name].value
        if isinstance(value, Quantity) and value.unit is Unit.MONTHS:
            end = shift(accepted.on, Decimal(int(value.amount)), Unit.MONTHS)
            if end is not None:
                return Milestone(end, _follows(accepted))
    return None
