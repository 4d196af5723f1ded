"""The figures of a customer as of a day.

Sources: exposure and utilisation as SAP's credit check has them (open items, deliveries not invoiced, open orders);
DSO, best possible DSO and average days delinquent by the formulas of credit practice; ageing in the usual buckets.
A figure is None where the ledger doesn't hold what it needs, or holds it in several currencies: never a guess, and
never 0 for "nothing was imported".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from ...values import Money
from .amounts import money
from .dealings import Dealings, Order
from .punctuality import average_days_late, broken_promises, months_before, on_time_percent, trend_days
from .settlement import Part, settle

_YEAR_DAYS = 365
BUCKETS = (0, 30, 60, 90, 180, 365)
"""The last day of each bucket of ageing: not due, 1 to 30, 31 to 60, 61 to 90, 91 to 180, 181 to 365, over 365."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What the ledger says of a customer. Days and percentages are exact; whoever shows them rounds."""

    as_of: date
    receivables: Money | None = None
    delivered_not_invoiced: Money | None = None
    open_orders: Money | None = None
    exposure: Money | None = None
    """Receivables + delivered not invoiced + open orders; an advance payment isn't taken off."""
    advance: Money | None = None
    overdue: Money | None = None
    overdue_max_days: int | None = None
    ageing: tuple[Money, ...] = ()
    average_days_late: Decimal | None = None
    on_time_percent: Decimal | None = None
    trend_days: Decimal | None = None
    dso: Decimal | None = None
    best_possible_dso: Decimal | None = None
    average_days_delinquent: Decimal | None = None
    broken_promises: int | None = None
    returned_bills: int | None = None
    average_monthly_sales: Money | None = None
    largest_order: Money | None = None
    receivables_share: Decimal | None = None
    open_disputes: int | None = None
    is_new: bool | None = None


def figures(dealings: Dealings) -> Figures:
    """All figures of the dealings with one customer."""
    settled = settle(dealings)
    parts = settled.parts
    outstanding = [part for part in parts if part.settled_on is None]
    one = len(dealings.currencies) <= 1
    # Without payments in the ledger every invoice would look unpaid.
    paid_known = dealings.kept.invoices and dealings.kept.payments
    currency = next(iter(dealings.currencies), "")

    def sum_of(items: Iterable[int]) -> Money | None:
        return money(sum(items), currency) if one and currency else None

    late = _overdue(outstanding, dealings.as_of)
    receivables = sum_of(part.e4 for part in outstanding) if paid_known else None
    delivered = _delivered(dealings)
    ordered = _ordered(dealings)
    sales = _sales(dealings)
    dso, best = _dso(dealings, outstanding, sales) if paid_known and one else (None, None)
    return Figures(
        dealings.as_of,
        receivables,
        None if delivered is None else sum_of((delivered,)),
        None if ordered is None else sum_of((ordered,)),
        _exposure(receivables, delivered, ordered),
        sum_of((settled.advance_e4,)) if paid_known else None,
        sum_of(part.e4 for part in late) if paid_known else None,
        max(((dealings.as_of - part.due_on).days for part in late), default=0) if paid_known else None,
        _ageing(outstanding, dealings.as_of, currency) if paid_known and one and currency else (),
        average_days_late(parts, dealings.as_of, 12) if paid_known and one else None,
        on_time_percent(parts, dealings.as_of, 12) if paid_known and one else None,
        trend_days(parts, dealings.as_of) if paid_known and one else None,
        dso,
        best,
        None if dso is None or best is None else dso - best,
        _broken(dealings) if one else None,
        _recent(dealings.returned, dealings.as_of) if dealings.kept.returned_bills else None,
        _monthly(dealings, currency) if one and currency else None,
        _largest(dealings, currency) if one else None,
        _share(receivables, dealings.all_receivables_e4),
        _disputes(dealings, outstanding),
        not dealings.invoices if dealings.kept.invoices else None,
    )


def _overdue(outstanding: Iterable[Part], as_of: date) -> list[Part]:
    """Open parts whose due day has passed; what is due today isn't late."""
    return [part for part in outstanding if part.due_on < as_of]


def _ageing(outstanding: Sequence[Part], as_of: date, currency: str) -> tuple[Money, ...]:
    """The open amounts by days past due, in the buckets above and one beyond them."""
    sums = [0] * (len(BUCKETS) + 1)
    for part in outstanding:
        days = (as_of - part.due_on).days
        sums[next((at for at, last in enumerate(BUCKETS) if days <= last), len(BUCKETS))] += part.e4
    return tuple(money(e4, currency) for e4 in sums)


def _live(orders: Iterable[Order]) -> list[Order]:
    return [order for order in orders if order.status != "cancelled"]


def _delivered(dealings: Dealings) -> int | None:
    """Goods delivered and not yet invoiced. None where an order doesn't say what became of it."""
    live = _live(dealings.orders)
    if not dealings.kept.orders or _untold(live):
        return None
    return sum(max((order.delivered_e4 or 0) - (order.invoiced_e4 or 0), 0) for order in live)


def _ordered(dealings: Dealings) -> int | None:
    """Ordered and neither delivered nor invoiced, of orders that aren't closed. None as above."""
    live = _live(dealings.orders)
    if not dealings.kept.orders or _untold(live):
        return None
    waiting = (order for order in live if order.status != "closed")
    return sum(max(order.e4 - max(order.delivered_e4 or 0, order.invoiced_e4 or 0), 0) for order in waiting)


def _untold(orders: Iterable[Order]) -> bool:
    return any(order.status is None and order.delivered_e4 is None and order.invoiced_e4 is None for order in orders)


def _exposure(receivables: Money | None, delivered: int | None, ordered: int | None) -> Money | None:
    if receivables is None or delivered is None or ordered is None:
        return None
    return Money(receivables.amount + money(delivered + ordered, receivables.currency).amount, receivables.currency)


def _sales(dealings: Dealings) -> int:
    """What was invoiced in the last 365 days, credit notes taken off; all sales of the ledger are on credit."""
    since = dealings.as_of - timedelta(_YEAR_DAYS)
    return sum(each.e4 for each in dealings.invoices if each.issued_on > since)


def _dso(dealings: Dealings, outstanding: Sequence[Part], sales: int) -> tuple[Decimal | None, Decimal | None]:
    """DSO = receivables ÷ credit sales × days, and best possible DSO, with receivables not yet due alone.

    The simple method over 365 days, since one customer's invoices come in lumps a quarter would misread; a customer of
    fewer days is measured over those.
    """
    if sales <= 0:
        return None, None
    first = min(each.issued_on for each in dealings.invoices)
    days = min(_YEAR_DAYS, (dealings.as_of - first).days + 1)
    owed = sum(part.e4 for part in outstanding)
    current = owed - sum(part.e4 for part in _overdue(outstanding, dealings.as_of))
    return Decimal(owed) * days / sales, Decimal(current) * days / sales


def _broken(dealings: Dealings) -> int | None:
    if not (dealings.kept.promises and dealings.kept.payments):
        return None
    return broken_promises(dealings.promises, dealings.payments, dealings.as_of, 12)


def _recent(days: Iterable[date], as_of: date) -> int:
    since = months_before(as_of, 12)
    return sum(since < day <= as_of for day in days)


def _monthly(dealings: Dealings, currency: str) -> Money | None:
    """A twelfth of what was invoiced in the last 12 months, rounded to cents."""
    if not dealings.invoices:
        return None
    since = months_before(dealings.as_of, 12)
    total = sum(each.e4 for each in dealings.invoices if each.issued_on > since)
    return Money(round(money(total, currency).amount / 12, 2), currency)


def _largest(dealings: Dealings, currency: str) -> Money | None:
    amounts = [order.e4 for order in _live(dealings.orders)]
    return money(max(amounts), currency) if amounts else None


def _share(receivables: Money | None, total_e4: int) -> Decimal | None:
    """The customer's part of all receivables in its currency, in percent."""
    if receivables is None or total_e4 <= 0:
        return None
    return receivables.amount * 100 / money(total_e4, receivables.currency).amount


def _disputes(dealings: Dealings, outstanding: Iterable[Part]) -> int | None:
    """Invoices in dispute that are still open; None where no invoice says whether it is."""
    told = {each.number: each.disputed for each in dealings.invoices if each.disputed is not None}
    if not told:
        return None
    return len({part.number for part in outstanding if told.get(part.number)})
