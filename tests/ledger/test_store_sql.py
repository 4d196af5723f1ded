"""The figures again by SQL written apart from the program, on several hundred generated rows."""

from __future__ import annotations

import random
from datetime import date, timedelta
from decimal import Decimal

import pytest
from presign.ledger.store.facts import customer_file
from presign.ledger.store.figures import Figures
from presign.ledger.store.find import Customer, named_customer
from presign.ledger.store.ledger import Ledger
from sqlalchemy import text

NAMES = ("Ash", "Birch", "Cedar")
DAY = date(2026, 6, 30)

# {late} is the days from a due day to another day, in the words of the database.
ALLOCATED = """
WITH inv AS (
  SELECT i.id, i.number, i.issued_on, i.due_on, i.amount_e4,
         i.amount_e4 - COALESCE((SELECT SUM(p.amount_e4) FROM payments p
           WHERE p.customer_id = i.customer_id AND p.invoice_number = i.number AND p.paid_on <= :day), 0) AS owed
  FROM invoices i JOIN customers c ON c.id = i.customer_id
  WHERE c.name = :name AND i.issued_on <= :day),
pay AS (
  SELECT i.due_on, p.paid_on, p.amount_e4 FROM inv i
  JOIN payments p ON p.invoice_number = i.number JOIN customers c ON c.id = p.customer_id AND c.name = :name
  WHERE p.paid_on <= :day)
SELECT
  (SELECT SUM(owed) FROM inv) AS receivables,
  (SELECT SUM(owed) FROM inv WHERE due_on < :day) AS overdue,
  (SELECT MAX({open_late}) FROM inv WHERE due_on < :day AND owed > 0) AS oldest,
  (SELECT SUM(owed) FROM inv WHERE {open_late} BETWEEN 31 AND 60) AS aged_60,
  (SELECT SUM(owed) FROM inv WHERE {open_late} > 180 AND {open_late} <= 365) AS aged_365,
  (SELECT SUM(amount_e4) FROM inv WHERE issued_on > :year) AS sales,
  (SELECT SUM(amount_e4 * CASE WHEN paid_on > due_on THEN {paid_late} ELSE 0 END) FROM pay WHERE paid_on > :months)
    + (SELECT COALESCE(SUM(owed * {open_late}), 0) FROM inv WHERE due_on < :day) AS weighted,
  (SELECT SUM(amount_e4) FROM pay WHERE paid_on > :months)
    + (SELECT COALESCE(SUM(owed), 0) FROM inv WHERE due_on < :day) AS weight,
  (SELECT SUM(amount_e4) FROM pay WHERE due_on > :months AND due_on < :day AND paid_on <= due_on) AS on_time,
  (SELECT SUM(amount_e4) FROM inv WHERE due_on > :months AND due_on < :day) AS fell_due,
  (SELECT SUM(amount_e4) FROM invoices WHERE issued_on <= :day)
    - (SELECT SUM(amount_e4) FROM payments WHERE paid_on <= :day) AS everybody
"""

# The oldest due is paid first: of invoices in order of their due days, what the money received doesn't reach is open.
UNALLOCATED = """
WITH paid AS (SELECT COALESCE(SUM(p.amount_e4), 0) AS e4 FROM payments p JOIN customers c ON c.id = p.customer_id
              WHERE c.name = :name AND p.paid_on <= :day),
inv AS (SELECT i.due_on, i.amount_e4, SUM(i.amount_e4) OVER (ORDER BY i.due_on, i.id) AS upto
        FROM invoices i JOIN customers c ON c.id = i.customer_id WHERE c.name = :name AND i.issued_on <= :day),
owed AS (SELECT due_on, CASE WHEN upto <= e4 THEN 0 WHEN upto - amount_e4 >= e4 THEN amount_e4 ELSE upto - e4 END AS e4
         FROM inv CROSS JOIN paid)
SELECT SUM(e4) AS receivables, SUM(CASE WHEN due_on < :day THEN e4 ELSE 0 END) AS overdue,
       MAX(CASE WHEN due_on < :day AND e4 > 0 THEN {open_late} END) AS oldest FROM owed
"""


def lines(seed: int, *, allocated: bool) -> tuple[list[str], list[str]]:
    """Invoices and payments of three customers; no invoice is paid more than it asks for."""
    dice = random.Random(seed)
    invoices, payments = [], []
    for number in range(240):
        name = NAMES[number % 3]
        issued = date(2024, 10, 1) + timedelta(number * 3 if not allocated else dice.randrange(700))
        due = issued + timedelta(30 if not allocated else dice.choice((15, 30, 60, 90)))
        cents = dice.randrange(10_000, 5_000_000)
        invoices.append(f"{name},F{number},{issued},{due},{cents / 100:.2f}")
        share = dice.choice((0, 1, 1, 2))
        for part in range(share):
            paid = max(issued, due + timedelta(dice.randrange(-40, 120)))
            which = f"F{number}" if allocated else ""
            payments.append(f"{name},P{number}-{part},{which},{paid},{cents // (share + part) / 100:.2f}")
    return invoices, payments


def days_between(book: Ledger, earlier: str, later: str) -> str:
    if book.engine.dialect.name == "postgresql":
        return f"({later}::date - {earlier}::date)"
    return f"CAST(julianday({later}) - julianday({earlier}) AS INTEGER)"


def by_sql(book: Ledger, query: str, name: str) -> dict[str, int]:
    words = {
        "open_late": days_between(book, "due_on", "CAST(:day AS DATE)" if "post" in book.name else ":day"),
        "paid_late": days_between(book, "due_on", "paid_on"),
    }
    days = {"day": DAY, "year": DAY - timedelta(365), "months": date(2025, 6, 30)}
    if book.engine.dialect.name == "sqlite":
        days = {key: day.isoformat() for key, day in days.items()}  # type: ignore[misc]
    with book.reading() as connection:
        row = connection.execute(text(query.format(**words)), {"name": name, **days}).mappings().one()
    return {key: int(value or 0) for key, value in row.items()}


def by_program(book: Ledger, name: str) -> Figures:
    with book.reading() as connection:
        customer = named_customer(connection, name)
        assert isinstance(customer, Customer)
        return customer_file(connection, customer, DAY).figures


def units(e4: int) -> Decimal:
    return Decimal(e4) / 10_000


@pytest.mark.parametrize("seed", [1, 2])
def test_payments_allocated_to_invoices(book: Ledger, load, seed: int) -> None:
    load("customers", "name", *NAMES)
    invoices, payments = lines(seed, allocated=True)
    load("invoices", "customer,number,issued on,due on,amount", *invoices)
    load("payments", "customer,reference,invoice,paid on,amount", *payments)
    for name in NAMES:
        sql, found = by_sql(book, ALLOCATED, name), by_program(book, name)
        assert found.receivables is not None and found.overdue is not None
        assert found.receivables.amount == units(sql["receivables"])
        assert found.overdue.amount == units(sql["overdue"])
        assert found.overdue_max_days == sql["oldest"]
        assert (found.ageing[2].amount, found.ageing[5].amount) == (units(sql["aged_60"]), units(sql["aged_365"]))
        assert found.average_days_late == Decimal(sql["weighted"]) / sql["weight"]
        assert found.on_time_percent == Decimal(sql["on_time"]) * 100 / sql["fell_due"]
        assert found.dso == Decimal(sql["receivables"]) * 365 / sql["sales"]
        assert found.best_possible_dso == Decimal(sql["receivables"] - sql["overdue"]) * 365 / sql["sales"]
        assert found.receivables_share == Decimal(sql["receivables"]) * 100 / sql["everybody"]
        assert min(sql["aged_60"], sql["aged_365"], sql["on_time"]) > 0, "the case is worth testing"


def test_payments_of_no_invoice(book: Ledger, load) -> None:
    load("customers", "name", *NAMES)
    invoices, payments = lines(3, allocated=False)
    load("invoices", "customer,number,issued on,due on,amount", *invoices)
    load("payments", "customer,reference,paid on,amount", *(line.replace(",,", ",") for line in payments))
    for name in NAMES:
        sql, found = by_sql(book, UNALLOCATED, name), by_program(book, name)
        assert found.receivables is not None and found.overdue is not None
        assert found.receivables.amount == units(sql["receivables"]) > 0
        assert found.overdue.amount == units(sql["overdue"])
        assert found.overdue_max_days == sql["oldest"]
