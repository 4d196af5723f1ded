"""How late a customer pays.

Every figure is weighted by amount and counts parts of invoices, so that a small invoice paid in time doesn't hide a
large one paid late, nor a first instalment the rest. Days are calendar days; the due day itself is in time.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from .dealings import Payment, Promise
from .settlement import Part


def months_before(day: date, months: int) -> date:
    """The same day some months earlier; where that month is shorter, its last day."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    month += 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def average_days_late(parts: Iterable[Part], as_of: date, months: int) -> Decimal | None:
    """Σ(amount × days late) ÷ Σ amount of what was settled in the months up to a day, and of what is overdue then.

    Paid early counts as 0 days late; what is overdue counts with its days so far, however old. None: nothing to go by.
    """
    since = months_before(as_of, months)
    weighted = total = 0
    for part in parts:
        if part.issued_on > as_of:
            continue
        if part.settled_on is not None and part.settled_on <= as_of:
            if part.settled_on <= since:
                continue
            late = max((part.settled_on - part.due_on).days, 0)
        elif part.due_on < as_of:
            late = (as_of - part.due_on).days
        else:
            continue
        weighted += part.e4 * late
        total += part.e4
    return Decimal(weighted) / total if total else None


def on_time_percent(parts: Iterable[Part], as_of: date, months: int) -> Decimal | None:
    """Of what fell due in the months up to a day, the percentage (by amount) paid by its due date."""
    since = months_before(as_of, months)
    on_time = total = 0
    for part in parts:
        settled = part.settled_on is not None and part.settled_on <= as_of
        fell_due = since < part.due_on and (part.due_on < as_of or (settled and part.due_on == as_of))
        if not fell_due or part.issued_on > as_of:
            continue
        total += part.e4
        if settled and part.settled_on is not None and part.settled_on <= part.due_on:
            on_time += part.e4
    return Decimal(on_time) * 100 / total if total else None


def trend_days(parts: Sequence[Part], as_of: date) -> Decimal | None:
    """Average days late of the last 6 months less that of the 6 months before: above 0 is slower than it was."""
    now = average_days_late(parts, as_of, 6)
    before = average_days_late(parts, months_before(as_of, 6), 6)
    return None if now is None or before is None else now - before


def broken_promises(promises: Iterable[Promise], payments: Iterable[Payment], as_of: date, months: int) -> int:
    """How many promises to pay were not kept, of those that fell due in the months up to a day.

    A promise is kept by what was received from the day it was made to the day it named, both included; money keeps the
    earliest promise first, and only one. What the customer sent on the very last day of the period counts.
    """
    received = [[each.paid_on, each.e4] for each in sorted(payments, key=lambda each: each.paid_on) if each.e4 > 0]
    since = months_before(as_of, months)
    broken = 0
    for promise in sorted(promises, key=lambda each: (each.promised_on, each.made_on)):
        missing = promise.e4
        for payment in received:
            day, left = payment
            assert isinstance(day, date) and isinstance(left, int)
            if promise.made_on <= day <= promise.promised_on:
                taken = min(left, missing)
                payment[1] = left - taken
                missing -= taken
        broken += missing > 0 and since < promise.promised_on < as_of
    return broken
