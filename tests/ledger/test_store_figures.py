"""The figures of a customer, against cases worked out by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from presign.ledger.store.facts import customer_file
from presign.ledger.store.figures import Figures
from presign.ledger.store.find import Customer, named_customer
from presign.ledger.store.ledger import Ledger
from presign.values import Money

DAY = date(2026, 7, 1)


def cny(amount: str) -> Money:
    return Money(Decimal(amount), "CNY")


def told(book: Ledger, name: str, as_of: date = DAY) -> Figures:
    with book.reading() as connection:
        customer = named_customer(connection, name)
        assert isinstance(customer, Customer)
        return customer_file(connection, customer, as_of).figures


@pytest.fixture
def lakeview(book: Ledger, load) -> Ledger:
    """One customer whose dealings are worked out below, and another that owes 5,000."""
    load("customers", "name,currency", "Lakeview,CNY", "Other,CNY", "Fresh,CNY")
    load(
        "invoices",
        "customer,number,issued on,due on,amount,disputed",
        "Lakeview,F0,2024-12-01,2025-01-01,700,",
        "Lakeview,F1,2025-08-01,2025-09-01,1000,",
        "Lakeview,F2,2026-01-01,2026-02-01,2000,yes",
        "Lakeview,F3,2026-04-01,2026-05-01,3000,yes",
        "Lakeview,C1,2026-05-10,2026-05-10,-500,",
        "Lakeview,F4,2026-06-15,2026-07-15,4000,no",
        "Lakeview,F5,2026-08-01,2026-09-01,9000,",
        "Other,X1,2026-06-01,2026-06-30,5000,",
    )
    load(
        "payments",
        "customer,reference,invoice,paid on,amount",
        "Lakeview,P0,F0,2025-01-01,700",
        "Lakeview,P1,F1,2025-08-25,1000",
        "Lakeview,P2,F2,2026-02-11,1500",
        "Lakeview,P3,F2,2026-03-03,500",
        "Lakeview,P4,F4,2026-06-20,1000",
        "Lakeview,P5,F3,2026-07-02,2500",
    )
    load(
        "orders",
        "customer,number,order date,amount,delivered,invoiced,status",
        "Lakeview,O1,2026-05-01,10000,6000,4000,open",
        "Lakeview,O2,2026-01-01,3000,2900,2900,closed",
        "Lakeview,O3,2026-01-01,99999,0,0,cancelled",
        "Lakeview,O4,2026-08-01,50000,,,open",
    )
    load(
        "promises",
        "customer,made on,promised on,amount",
        "Lakeview,2026-02-05,2026-02-12,1500",
        "Lakeview,2026-05-05,2026-05-20,3000",
        "Lakeview,2026-06-28,2026-07-05,2500",
    )
    load(
        "returned-bills",
        "customer,bill number,returned on,amount",
        "Lakeview,B1,2026-03-01,100",
        "Lakeview,B2,2025-06-01,100",
    )
    return book


def test_a_customer_worked_out_by_hand(lakeview: Ledger) -> None:
    found = told(lakeview, "Lakeview")
    # Open on 1 July: F3 less the credit note, 2,500, due 1 May (61 days); F4 less its part payment, 3,000, not due.
    assert found.receivables == cny("5500.00")
    assert (found.overdue, found.overdue_max_days) == (cny("2500.00"), 61)
    assert [int(each.amount) for each in found.ageing] == [3000, 0, 0, 2500, 0, 0, 0]
    # O1: 2,000 delivered and not invoiced, 4,000 not delivered; O2 is closed, O3 cancelled, O4 later.
    assert (found.delivered_not_invoiced, found.open_orders) == (cny("2000.00"), cny("4000.00"))
    assert found.exposure == cny("11500.00")
    assert found.largest_order == cny("10000.00")
    # 1,000×0 + 1,500×10 + 500×30 + 500×9 (credit note) + 1,000×0 + 2,500×61 = 187,000, over 7,000.
    assert found.average_days_late == Decimal(187_000) / 7_000
    # Fell due in 12 months: 1,000 in time; 2,000 and 3,000 late.
    assert found.on_time_percent == Decimal(100_000) / 6_000
    # The last 6 months: 187,000 over 6,000; the 6 before: F1 alone, 0.
    assert found.trend_days == Decimal(187_000) / 6_000
    # Invoiced in 365 days: 1,000 + 2,000 + 3,000 + 4,000 − 500.
    assert found.dso == Decimal(5500) * 365 / 9500
    assert found.best_possible_dso == Decimal(3000) * 365 / 9500
    assert found.average_days_delinquent == found.dso - found.best_possible_dso
    assert found.average_monthly_sales == cny("791.67")
    assert found.receivables_share == Decimal(5500) * 100 / 10_500
    assert (found.broken_promises, found.returned_bills, found.open_disputes) == (1, 1, 1)
    assert found.advance == cny("0.00") and found.is_new is False


def test_the_same_customer_on_an_earlier_day(lakeview: Ledger) -> None:
    found = told(lakeview, "Lakeview", date(2026, 2, 15))
    # F2 alone is open: 500 of it, 14 days late.
    assert (found.receivables, found.overdue, found.overdue_max_days) == (cny("500.00"), cny("500.00"), 14)
    # F1 1,000×0; F2 1,500×10 and 500×14 so far.
    assert found.average_days_late == Decimal(22_000) / 3_000
    assert found.broken_promises == 0
    assert found.exposure == cny("500.00")
    assert found.receivables_share == 100


def test_a_customer_without_dealings_owes_nothing_and_is_new(lakeview: Ledger) -> None:
    found = told(lakeview, "Fresh")
    assert found.is_new is True
    assert found.exposure == found.receivables == found.overdue == cny("0.00")
    assert found.overdue_max_days == found.broken_promises == found.returned_bills == 0
    assert found.receivables_share == 0
    # Nothing to go by isn't punctual.
    assert found.average_days_late is None and found.on_time_percent is None and found.dso is None
    assert found.average_monthly_sales is None and found.largest_order is None


def test_what_was_never_imported_is_not_told(book: Ledger, load) -> None:
    load("customers", "name", "Acme")
    load("invoices", "customer,number,issued on,due on,amount", "Acme,F1,2026-01-05,2026-02-05,100")
    found = told(book, "Acme")
    # Without payments every invoice would look unpaid, without orders none would look open.
    assert found.receivables is None and found.overdue is None and found.exposure is None
    assert found.open_orders is None and found.broken_promises is None and found.returned_bills is None
    assert found.is_new is False
    assert found.average_monthly_sales == cny("8.33")
    load("payments", "customer,reference,paid on,amount", "Acme,P1,2026-03-05,30")
    found = told(book, "Acme")
    assert found.receivables == cny("70.00") and found.exposure is None


def test_an_order_that_tells_nothing_leaves_the_exposure_open(book: Ledger, load) -> None:
    load("customers", "name", "Acme")
    load("invoices", "customer,number,issued on,due on,amount", "Acme,F1,2026-01-05,2026-02-05,100")
    load("payments", "customer,reference,paid on,amount", "Acme,P1,2026-03-05,100")
    load("orders", "customer,number,order date,amount", "Acme,O1,2026-01-01,500")
    found = told(book, "Acme")
    assert (found.largest_order, found.open_orders, found.exposure) == (cny("500.00"), None, None)


def test_two_currencies_are_never_added(book: Ledger, load) -> None:
    load("customers", "name", "Acme")
    load(
        "invoices",
        "customer,number,issued on,due on,amount",
        "Acme,F1,2026-01-05,2026-02-05,100",
        "Acme,F2,2026-01-05,2026-02-05,USD 100",
    )
    load("payments", "customer,reference,paid on,amount", "Acme,P1,2026-03-05,30")
    found = told(book, "Acme")
    assert found.receivables is None and found.average_days_late is None and found.is_new is False


def test_a_share_of_receivables_in_two_currencies_is_not_told(book: Ledger, load) -> None:
    load("customers", "name", "Acme", "Far", "Settled")
    load(
        "invoices",
        "customer,number,issued on,due on,amount",
        "Acme,F1,2026-01-05,2026-02-05,100",
        "Far,F2,2026-01-05,2026-02-05,USD 100",
        "Settled,F3,2026-01-05,2026-02-05,GBP 100",
    )
    load("payments", "customer,reference,paid on,amount", "Far,P1,2026-04-05,USD 100", "Settled,P2,2026-02-01,GBP 100")
    assert told(book, "Acme", date(2026, 3, 1)).receivables_share is None
    # Once the dollars are paid, what is owed is in one currency.
    assert told(book, "Acme", date(2026, 4, 5)).receivables_share == 100


def test_money_without_an_invoice_settles_the_oldest_due_there_was(book: Ledger, load) -> None:
    load("customers", "name", "Acme")
    load(
        "invoices",
        "customer,number,issued on,due on,amount",
        "Acme,F1,2026-01-01,2026-05-01,100",
        # Due before F1, but issued after the money came.
        "Acme,F2,2026-03-01,2026-04-01,100",
    )
    load("payments", "customer,reference,paid on,amount", "Acme,P1,2026-02-01,150")
    found = told(book, "Acme")
    # P1 pays F1, its other half waits for F2: 50 are open since 1 April.
    assert (found.receivables, found.overdue_max_days) == (cny("50.00"), 91)
    earlier = told(book, "Acme", date(2026, 2, 15))
    assert (earlier.receivables, earlier.advance) == (cny("0.00"), cny("50.00"))
    # F2's half was there when it was issued; the other is 91 days late.
    assert found.average_days_late == Decimal(50 * 91) / 200


def test_a_refund_takes_back_the_latest_money(book: Ledger, load) -> None:
    load("customers", "name", "Acme")
    load("invoices", "customer,number,issued on,due on,amount", "Acme,F1,2026-01-01,2026-02-01,100")
    load(
        "payments",
        "customer,reference,invoice,paid on,amount",
        "Acme,P1,F1,2026-02-01,60",
        "Acme,P2,F1,2026-02-11,40",
        "Acme,P3,F1,2026-03-01,-40",
    )
    assert told(book, "Acme", date(2026, 2, 20)).receivables == cny("0.00")
    found = told(book, "Acme")
    assert (found.receivables, found.overdue_max_days) == (cny("40.00"), 150)


def test_what_is_due_today_is_not_late(book: Ledger, load) -> None:
    load("customers", "name", "Acme")
    load("invoices", "customer,number,issued on,due on,amount", "Acme,F1,2026-06-01,2026-07-01,100")
    load("payments", "customer,reference,paid on,amount", "Acme,P1,2026-07-09,100")
    found = told(book, "Acme")
    assert (found.overdue, found.on_time_percent, found.average_days_late) == (cny("0.00"), None, None)
    later = told(book, "Acme", date(2026, 7, 2))
    assert (later.overdue, later.overdue_max_days, later.on_time_percent) == (cny("100.00"), 1, 0)


@pytest.mark.parametrize(
    ("days", "bucket"),
    [(0, 0), (1, 1), (30, 1), (31, 2), (60, 2), (61, 3), (90, 3), (91, 4), (180, 4), (181, 5), (365, 5), (366, 6)],
)
def test_the_edges_of_the_buckets(days: int, bucket: int) -> None:
    from datetime import timedelta

    from presign.ledger.store.dealings import Dealings, Invoice, Kept
    from presign.ledger.store.figures import figures

    due = DAY - timedelta(days)
    invoice = Invoice("F1", date(2024, 1, 1), due, 10_000, "CNY", None)
    ageing = figures(Dealings(DAY, Kept(invoices=True, payments=True), (invoice,))).ageing
    assert [at for at, each in enumerate(ageing) if each.amount] == [bucket]


def test_a_year_that_ends_in_a_leap_day() -> None:
    from presign.ledger.store.punctuality import months_before

    assert months_before(date(2024, 2, 29), 12) == date(2023, 2, 28)
    assert months_before(date(2026, 8, 31), 6) == date(2026, 2, 28)
    assert months_before(date(2026, 1, 31), 1) == date(2025, 12, 31)


def test_one_payment_keeps_one_promise(book: Ledger, load) -> None:
    load("customers", "name", "Acme")
    load("invoices", "customer,number,issued on,due on,amount", "Acme,F1,2026-01-01,2026-02-01,900")
    load("payments", "customer,reference,paid on,amount", "Acme,P1,2026-03-10,100", "Acme,P2,2026-03-20,50")
    load(
        "promises",
        "customer,made on,promised on,amount",
        # The first takes P1; the second gets only P2's 50 of its 100.
        "Acme,2026-03-01,2026-03-10,100",
        "Acme,2026-03-01,2026-03-20,100",
    )
    assert told(book, "Acme").broken_promises == 1
