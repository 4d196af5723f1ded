"""How each invoice was paid, and what stood open when: what the ledger's dealings tell of a customer's habit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ..ledger.store.amounts import money
from ..ledger.store.dealings import Dealings
from ..ledger.store.punctuality import months_before
from ..ledger.store.settlement import Part, settle
from ..values import Money

MONTHS = 12
"""How far back the curve of what stood open reaches."""


@dataclass(frozen=True, slots=True)
class Paid:
    """An invoice with its fate: `paid_on` is the day the last of it was paid, None while some of it is open.

    `days_late` counts from the due day to that day, to the as-of day while open; below 0: early, or not due yet.
    """

    number: str
    issued_on: date
    due_on: date
    amount: Money
    paid_on: date | None
    open: Money
    days_late: int
    disputed: bool


@dataclass(frozen=True, slots=True)
class Level:
    """What the customer owed from a day on."""

    on: date
    owed: Money


def telling(dealings: Dealings) -> bool:
    """Whether the ledger can tell what was paid: it keeps invoices and payments, and all are in one currency."""
    return dealings.currency is not None and dealings.kept.invoices and dealings.kept.payments


def payments(dealings: Dealings) -> tuple[Paid, ...]:
    """Every invoice, the first due first; nothing where the ledger can't tell."""
    currency = dealings.currency
    if currency is None or not telling(dealings):
        return ()
    parts: dict[str, list[Part]] = defaultdict(list)
    for part in settle(dealings).parts:
        parts[part.number].append(part)
    found: list[Paid] = []
    for bill in dealings.invoices:
        if bill.e4 <= 0:
            continue
        own = parts[bill.number]
        open_e4 = sum(part.e4 for part in own if part.settled_on is None)
        days = [part.settled_on for part in own if part.settled_on is not None]
        paid_on = max(days) if days and not open_e4 else None
        late = ((paid_on or dealings.as_of) - bill.due_on).days
        amounts = money(bill.e4, currency), money(open_e4, currency)
        found.append(
            Paid(bill.number, bill.issued_on, bill.due_on, amounts[0], paid_on, amounts[1], late, bool(bill.disputed))
        )
    return tuple(sorted(found, key=lambda one: (one.due_on, one.issued_on, one.number)))


def levels(dealings: Dealings) -> tuple[Level, ...]:
    """The receivables of the last 12 months, a level for each day they changed; the first and the last day have one."""
    currency = dealings.currency
    if currency is None or not telling(dealings):
        return ()
    since = months_before(dealings.as_of, MONTHS)
    parts = settle(dealings).parts
    return tuple(Level(day, money(e4, currency)) for day, e4 in _changes(parts, since, dealings.as_of))


def _changes(parts: Sequence[Part], since: date, until: date) -> list[tuple[date, int]]:
    changes: dict[date, int] = defaultdict(int, {since: 0})
    for part in parts:
        changes[max(part.issued_on, since)] += part.e4
        if part.settled_on is not None:
            changes[max(part.settled_on, since)] -= part.e4
    found: list[tuple[date, int]] = []
    owed = 0
    for day in sorted(changes):
        owed += changes[day]
        if day <= until:
            found.append((day, owed))
    return found if found[-1][0] == until else [*found, (until, found[-1][1])]
