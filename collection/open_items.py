"""Open invoices of the ledger: what customers owe on a day, with what a ladder needs to know of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, Table, func, select

from ..ledger.store.amounts import money
from ..ledger.store.currencies import by_currency, crossed
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
    """A customer's open invoices, each in its own currency, the oldest due first.

    None of them when money of one currency went to invoices of another, or the ledger holds no payments at all: then
    nobody can tell what is open.
    """
    dealings = file.dealings
    if not dealings.kept.payments or crossed(dealings):
        return ()
    disputed = {each.number for each in dealings.invoices if each.disputed}
    found = (
        OpenInvoice(part.number, part.due_on, money(part.e4, own.usual), part.number in disputed)
        for own in by_currency(dealings)
        for part in settle(own).parts
        if part.settled_on is None and part.number
    )
    return tuple(sorted(found, key=lambda each: (each.due, each.number)))


def debtors(connection: Connection, as_of: date) -> Iterator[CustomerFile]:
    """The file of every customer that was invoiced more than it has paid in a currency, in the order of their names."""
    i, p, c = invoices.c, payments.c, customers.c
    invoiced = _totals(connection, invoices, i.issued_on <= as_of)
    paid = _totals(connection, payments, p.paid_on <= as_of)
    owing = {customer for (customer, code), total in invoiced.items() if total > paid.get((customer, code), 0)}
    for name, number in connection.execute(select(c.name, c.id).order_by(c.name)).all():
        if number in owing:
            found = named_customer(connection, name)
            if isinstance(found, Customer) and found.id == number:
                yield customer_file(connection, found, as_of)


def files_of(connection: Connection, numbers: Iterable[int], as_of: date) -> tuple[CustomerFile, ...]:
    """The files of customers by their ids in the ledger, in the order of their names."""
    wanted = sorted(numbers)
    names = connection.execute(
        select(customers.c.name).where(customers.c.id.in_(wanted)).order_by(customers.c.name)
    ).scalars()
    found = (file_of(connection, name, as_of) for name in names.all())
    return tuple(file for file in found if file is not None)


def file_of(connection: Connection, name: str, as_of: date) -> CustomerFile | None:
    """The file of a customer by its exact name or number; None when no one is certain."""
    found = named_customer(connection, name)
    return None if isinstance(found, NotFound) else customer_file(connection, found, as_of)


def _totals(connection: Connection, table: Table, wanted: ColumnElement[bool]) -> dict[tuple[int, str], int]:
    """The sum of a table's amounts by customer and currency."""
    c = table.c
    sums = select(c.customer_id, c.currency, func.sum(c.amount_e4)).where(wanted).group_by(c.customer_id, c.currency)
    return {(int(customer), str(code)): int(total) for customer, code, total in connection.execute(sums)}
