"""What passed between a customer and us up to a day, as the ledger has it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, exists, func, select

from .schema import day_totals, invoices, orders, payments, promises, returned_bills


class Invoice(NamedTuple):
    """An invoice, or a credit note when its amount is negative."""

    number: str
    issued_on: date
    due_on: date
    e4: int
    currency: str
    disputed: bool | None


class Payment(NamedTuple):
    """Money received; an empty `invoice_number`: for the oldest due."""

    paid_on: date
    e4: int
    currency: str
    invoice_number: str


class Order(NamedTuple):
    """An order with what of it was delivered and invoiced."""

    number: str
    ordered_on: date
    e4: int
    currency: str
    delivered_e4: int | None
    invoiced_e4: int | None
    status: str | None


class Promise(NamedTuple):
    """A promise to pay by a day."""

    made_on: date
    promised_on: date
    e4: int
    currency: str


class Kept(NamedTuple):
    """Which kinds of records the ledger has at all: where nothing was imported, none found means nothing."""

    invoices: bool = False
    payments: bool = False
    orders: bool = False
    promises: bool = False
    returned_bills: bool = False


_NOTHING = Kept()


@dataclass(frozen=True, slots=True)
class Dealings:
    """All of it, nothing later than the day."""

    as_of: date
    kept: Kept = _NOTHING
    invoices: tuple[Invoice, ...] = ()
    payments: tuple[Payment, ...] = ()
    orders: tuple[Order, ...] = ()
    promises: tuple[Promise, ...] = ()
    returned: tuple[date, ...] = ()
    """The days on which bills came back."""
    all_receivables: Mapping[str, int] = field(default_factory=dict)
    """What all customers owed on the day, in ten-thousandths, by currency."""
    usual: str = "CNY"
    """The customer's own currency."""

    @property
    def currency(self) -> str | None:
        """The currency all items are in; the customer's own where there are none; None where they are in several."""
        items: tuple[Invoice | Payment | Order | Promise, ...]
        items = (*self.invoices, *self.payments, *self.orders, *self.promises)
        found = {item.currency for item in items} or {self.usual}
        return found.pop() if len(found) == 1 else None


def read_dealings(connection: Connection, customer: int, as_of: date, usual: str = "CNY") -> Dealings:
    """The dealings with one customer, whose own currency is `usual`; each list is one query by index."""
    i, p, o, m, r = (table.c for table in (invoices, payments, orders, promises, returned_bills))
    issued = select(i.number, i.issued_on, i.due_on, i.amount_e4, i.currency, i.disputed)
    received = select(p.paid_on, p.amount_e4, p.currency, p.invoice_number)
    ordered = select(o.number, o.ordered_on, o.amount_e4, o.currency, o.delivered_e4, o.invoiced_e4, o.status)
    promised = select(m.made_on, m.promised_on, m.amount_e4, m.currency)
    run = connection.execute
    found = Dealings(
        as_of,
        _kept(connection),
        tuple(Invoice(*row) for row in run(issued.where(i.customer_id == customer, i.issued_on <= as_of))),
        tuple(Payment(*row) for row in run(received.where(p.customer_id == customer, p.paid_on <= as_of))),
        tuple(Order(*row) for row in run(ordered.where(o.customer_id == customer, o.ordered_on <= as_of))),
        tuple(Promise(*row) for row in run(promised.where(m.customer_id == customer, m.made_on <= as_of))),
        tuple(run(select(r.returned_on).where(r.customer_id == customer, r.returned_on <= as_of)).scalars()),
        usual=usual,
    )
    return replace(found, all_receivables=_all_receivables(connection, as_of))


def _kept(connection: Connection) -> Kept:
    tables = (invoices, payments, orders, promises, returned_bills)
    found = connection.execute(select(*(exists(select(table.c.id)) for table in tables))).one()
    return Kept._make(bool(each) for each in found)


def _all_receivables(connection: Connection, as_of: date) -> dict[str, int]:
    d = day_totals.c
    totals = select(d.currency, func.sum(d.invoiced_e4 - d.paid_e4)).where(d.day <= as_of).group_by(d.currency)
    return {code: int(total) for code, total in connection.execute(totals)}
