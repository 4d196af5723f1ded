"""What became of each invoice of a customer, in words."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ..assessment.payments import Paid
from ..values import Quantity, Unit
from .customer_speaker import Speaker


def payments_title(found: Sequence[Paid], speaker: Speaker) -> str:
    """How many invoices there are, and how many were or are late."""
    late = sum(each.days_late > 0 for each in found)
    return speaker.say("assessment.payments", count=str(len(found)), late=str(late))


def fate(paid: Paid, speaker: Speaker) -> str:
    """When an invoice was paid against its due day, or what of it is open."""
    days = speaker.words(Quantity(Decimal(abs(paid.days_late)), Unit.DAYS))
    if paid.paid_on is None:
        key = "assessment.open_late" if paid.days_late > 0 else "assessment.open_not_due"
        said = speaker.say(key, open=speaker.words(paid.open), days=days)
    elif paid.days_late:
        said = speaker.say("assessment.paid_late" if paid.days_late > 0 else "assessment.paid_early", days=days)
    else:
        said = speaker.say("assessment.paid_on_day")
    return speaker.listed([said, speaker.say("assessment.disputed")]) if paid.disputed else said
