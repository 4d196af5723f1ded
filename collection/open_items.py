"""Open invoices of the ledger: what customers owe on a day, with what a ladder needs to know of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select

from ..ledger.store.amounts import money
from ..ledger.store.facts import CustomerFile, customer_file
from ..ledger.store.find import Customer, NotFound, named_customer
from ..ledger.store.schema import customers, invoices, payments
from ..ledger.store.settlement import settle
from ..values import Money


@dataclass(frozen=True, slots=True)
class OpenInvoice:
    """An invoice, or what is open of it."""

    number: str
    due: date
    amount: Money
    disputed: bool


def open_invoices(file: CustomerFile) -> tuple[OpenInvoice, ...]:
    """A customer's open invoices, the oldest due first.

    None of them when the customer deals in several currencies or the ledger holds no payments at all: then nobody can
    tell what is open.
    """
    dealings = file.dealings
    if dealings.currency is None or not dealings.kept.payments:
        return ()
    disputed = {each.number for each in dealings.invoices if each.disputed}
    open_parts = [part for part in settle(dealings).parts if part.settled_on is None and part.number]
    found = (
        OpenInvoice(part.number, part.due_on, money(part.e4, dealings.currency), part.number in disputed)
        for part in open_parts
    )
    return tuple(sorted(found, key=lambda each: (each.due, each.number)))


def debtors(connection: Connection, as_of: date) -> Iterator[CustomerFile]:
    """The file of every customer that was invoiced more than it has paid, in the order of their names."""
    i, p, c = invoices.c, payments.c, customers.c
    invoiced = _totals(connection, i.customer_id, i.amount_e4, i.issued_on <= as_of)
    paid = _totals(connection, p.customer_id, p.amount_e4, p.paid_on <= as_of)
    owing = {customer for customer, total in invoiced.items() if total > paid.get(customer, 0)}
    for name, number in connection.execute(select(c.name, c.id).order_by(c.name)).all():
        if number in owing:
            found = named_customer(connection, name)
            if isinstance(found, Customer) and found.id == number:
                yield customer_file(connection, found, as_of)


def file_of(connection: Connection, name: str, as_of: date) -> CustomerFile | None:
    """The file of a customer by its exact name or number; None when no one is certain."""
    found = named_customer(connection, name)
    return None if isinstance(found, NotFound) else customer_file(connection, found, as_of)


def _totals(connection: Connection, customer: object, amount: object, wanted: object) -> dict[int, int]:
    rows = connection.execute(select(customer, func.sum(amount)).where(wanted).group_by(customer))  # type: ignore[call-overload]
    return {int(key): int(total) for key, total in rows}
