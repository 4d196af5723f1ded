"""Which invoice was paid when.

Payments allocated to an invoice go to it first, up to its amount. What is left of them, payments without allocation
and credit notes go, in the order they came in, to the oldest due of the invoices there were by then (FIFO); what no
invoice was there for waits for the next one. Art. 560 of the Civil Code asks first what is due, then for security and
burden, then what was due first; a ledger knows due dates only. A refund takes back the latest money of the same
allocation; where there is none, it is owed anew from its day on.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence
from datetime import date
from heapq import heappop, heappush
from typing import NamedTuple

from .dealings import Dealings, Invoice

_Money = tuple[date, int]
"""An amount and the day it came in."""


class Part(NamedTuple):
    """A part of an invoice that was settled on one day, or is still open (`settled_on` None)."""

    number: str
    issued_on: date
    due_on: date
    e4: int
    settled_on: date | None


class Settled(NamedTuple):
    """All parts, and the money that is there beyond what was invoiced."""

    parts: tuple[Part, ...]
    advance_e4: int


def settle(dealings: Dealings) -> Settled:
    """The parts of all invoices of the dealings, each with the day it was settled."""
    bills = sorted((each for each in dealings.invoices if each.e4 > 0), key=lambda each: (each.due_on, each.issued_on))
    received: dict[str, list[_Money]] = defaultdict(list)
    for payment in dealings.payments:
        received[payment.invoice_number].append((payment.paid_on, payment.e4))
    loose = received.pop("", [])
    loose += [(each.issued_on, -each.e4) for each in dealings.invoices if each.e4 < 0]
    parts: list[Part] = []
    open_e4: dict[str, int] = {}
    for bill in bills:
        open_e4[bill.number] = _allocated(bill, received.pop(bill.number, []), parts, loose)
    for allocated in received.values():
        loose += allocated
    came, owed = _net(loose)
    advance = _oldest_due(bills, open_e4, came, parts)
    parts += [_part(bill, open_e4[bill.number], None) for bill in bills if open_e4[bill.number]]
    parts += [Part("", day, day, e4, None) for day, e4 in owed]
    return Settled(tuple(parts), advance)


def _net(money: list[_Money]) -> tuple[list[_Money], list[_Money]]:
    """What came in after refunds, in order; and the refunds nothing was there for."""
    came: list[_Money] = []
    owed: list[_Money] = []
    for day, e4 in sorted(money, key=lambda each: (each[0], each[1] < 0)):
        if e4 > 0:
            came.append((day, e4))
            continue
        back = -e4
        while back and came:
            last_day, last = came.pop()
            if last > back:
                came.append((last_day, last - back))
            back -= min(last, back)
        if back:
            owed.append((day, back))
    return came, owed


def _allocated(bill: Invoice, money: list[_Money], parts: list[Part], loose: list[_Money]) -> int:
    """Settle an invoice by the money allocated to it; what is over goes to `loose`, what stays open is returned."""
    rest = bill.e4
    came, owed = _net(money) if money else ([], [])
    for day, e4 in came:
        taken = min(e4, rest)
        if taken:
            parts.append(_part(bill, taken, day))
            rest -= taken
        if e4 > taken:
            loose.append((day, e4 - taken))
    loose += [(day, -e4) for day, e4 in owed]
    return rest


def _part(bill: Invoice, e4: int, paid_on: date | None) -> Part:
    # Money that was there before the invoice settles it on the day it is issued.
    settled_on = None if paid_on is None else max(paid_on, bill.issued_on)
    return Part(bill.number, bill.issued_on, bill.due_on, e4, settled_on)


def _oldest_due(bills: Sequence[Invoice], open_e4: dict[str, int], came: list[_Money], parts: list[Part]) -> int:
    """Settle the oldest due first of what was issued when the money came; what is left over is given back."""
    due: list[tuple[date, date, str, Invoice]] = []
    ahead: deque[_Money] = deque()
    to_come = deque(sorted((each for each in bills if open_e4[each.number]), key=lambda each: each.issued_on))

    def settle_up(money: _Money) -> int:
        day, rest = money
        while rest and due:
            bill = due[0][-1]
            taken = min(rest, open_e4[bill.number])
            parts.append(_part(bill, taken, day))
            open_e4[bill.number] -= taken
            rest -= taken
            if not open_e4[bill.number]:
                heappop(due)
        return rest

    def issue(until: date) -> None:
        while to_come and to_come[0].issued_on <= until:
            bill = to_come.popleft()
            heappush(due, (bill.due_on, bill.issued_on, bill.number, bill))
            while ahead and due:
                day, e4 = ahead.popleft()
                if rest := settle_up((day, e4)):
                    ahead.appendleft((day, rest))

    for day, e4 in came:
        issue(day)
        if rest := settle_up((day, e4)):
            ahead.append((day, rest))
    issue(date.max)
    return sum(e4 for _, e4 in ahead)
