"""The totals of all customers by day: the whole of our receivables on a date without a pass over every invoice."""

from __future__ import annotations

from sqlalchemy import Connection, delete, func, insert, literal, select, union_all

from .schema import day_totals, invoices, payments


def rebuild(connection: Connection) -> None:
    """Sum invoices and payments by day and currency anew, inside the caller's transaction."""
    zero = literal(0)
    invoiced = select(
        invoices.c.issued_on.label("day"),
        invoices.c.currency,
        func.sum(invoices.c.amount_e4).label("invoiced"),
        zero.label("paid"),
    ).group_by(invoices.c.issued_on, invoices.c.currency)
    paid = select(
        payments.c.paid_on.label("day"),
        payments.c.currency,
        zero.label("invoiced"),
        func.sum(payments.c.amount_e4).label("paid"),
    ).group_by(payments.c.paid_on, payments.c.currency)
    both = union_all(invoiced, paid).subquery()
    summed = select(both.c.day, both.c.currency, func.sum(both.c.invoiced), func.sum(both.c.paid)).group_by(
        both.c.day, both.c.currency
    )
    connection.execute(delete(day_totals))
    connection.execute(insert(day_totals).from_select(["day", "currency", "invoiced_e4", "paid_e4"], summed))
