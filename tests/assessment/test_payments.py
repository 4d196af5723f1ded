"""What became of each invoice, and what was owed when."""

from __future__ import annotations

from datetime import date

from customer_facts import cny
from presign.assessment.payments import Level, levels, payments
from presign.ledger.store.dealings import Dealings, Invoice, Kept, Payment

DAY = date(2026, 3, 2)
KEPT = Kept(invoices=True, payments=True)


def invoice(
    number: str, issued: date, due: date, amount: int, currency: str = "CNY", disputed: bool = False
) -> Invoice:
    return Invoice(number, issued, due, amount * 10_000, currency, disputed)


def payment(on: date, amount: int, number: str) -> Payment:
    return Payment(on, amount * 10_000, "CNY", number)


DEALINGS = Dealings(
    DAY,
    KEPT,
    (
        invoice("S-3", date(2026, 1, 10), date(2026, 2, 10), 300, disputed=True),
        invoice("S-1", date(2025, 2, 1), date(2025, 3, 1), 100),
        invoice("S-2", date(2025, 6, 1), date(2025, 7, 1), 200),
        invoice("S-4", date(2026, 2, 20), date(2026, 3, 22), 400),
        invoice("S-5", date(2026, 2, 25), date(2026, 2, 27), -50),
    ),
    (
        payment(date(2025, 2, 27), 100, "S-1"),
        payment(date(2025, 6, 30), 150, "S-2"),
        payment(date(2025, 7, 21), 50, "S-2"),
        payment(date(2026, 2, 1), 120, "S-3"),
    ),
)


def test_each_invoice_has_its_fate() -> None:
    found = payments(DEALINGS)
    assert [each.number for each in found] == ["S-1", "S-2", "S-3", "S-4"]
    first, second, third, fourth = found
    assert (first.paid_on, first.days_late, first.open) == (date(2025, 2, 27), -2, cny(0))
    # The last part counts: 20 days after the first of July.
    assert (second.paid_on, second.days_late) == (date(2025, 7, 21), 20)
    # 300 less 120 paid less the credit note of 50, 20 days after 10 February.
    assert (third.paid_on, third.days_late, third.open, third.disputed) == (None, 20, cny(130), True)
    assert (fourth.paid_on, fourth.days_late, fourth.open) == (None, -20, cny(400))


def test_what_was_owed_when() -> None:
    # The year begins on 2 March 2025, when S-1 was paid already.
    assert levels(DEALINGS) == (
        Level(date(2025, 3, 2), cny(0)),
        Level(date(2025, 6, 1), cny(200)),
        Level(date(2025, 6, 30), cny(50)),
        Level(date(2025, 7, 21), cny(0)),
        Level(date(2026, 1, 10), cny(300)),
        Level(date(2026, 2, 1), cny(180)),
        Level(date(2026, 2, 20), cny(580)),
        Level(date(2026, 2, 25), cny(530)),
        Level(DAY, cny(530)),
    )


def test_without_payments_nothing_is_said_of_paying() -> None:
    told = Dealings(DAY, Kept(invoices=True), DEALINGS.invoices)
    assert payments(told) == () and levels(told) == ()


def test_two_currencies_are_never_added() -> None:
    foreign = invoice("S-6", date(2026, 1, 1), date(2026, 2, 1), 10, "USD")
    told = Dealings(DAY, KEPT, (*DEALINGS.invoices, foreign), DEALINGS.payments)
    assert payments(told) == () and levels(told) == ()
