"""The figures of a customer as of a day.

Sources: exposure and utilisation as SAP's credit check has them (open items, deliveries not invoiced, open orders);
DSO, best possible DSO and average days delinquent by the formulas of credit practice; ageing in the usual buckets.
A figure is None where the ledger doesn't hold what it needs, or holds it in currencies without a rate: never a guess,
and never 0 for "nothing was imported".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from ...values import Money
from .amounts import money
from .currencies import InOne, Unconverted, all_receivables, in_one
from .dealings import Dealings, Order
from .punctuality import average_days_late, months_before, on_time_percent, trend_days
from .rates import NO_RATES, Rates
from .settlement import Part

_YEAR_DAYS = 365
BUCKETS = (0, 30, 60, 90, 180, 365)
"""The last day of each bucket of ageing: not due, 1 to 30, 31 to 60, 61 to 90, 91 to 180, 181 to 365, over 365."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What the ledger says of a customer. Days and percentages are exact; whoever shows them rounds."""

    as_of: date
    receivables: Money | None = None
    """Invoiced and not paid by the day, credit notes taken off (open items)."""
    delivered_not_invoiced: Money | None = None
    """Of every order that isn't cancelled: delivered less invoiced, where that is above 0 (open deliveries)."""
    open_orders: Money | None = None
    """Of every open order: its amount less what was delivered or invoiced of it, whichever is more."""
    exposure: Money | None = None
    """Receivables + delivered not invoiced + open orders (SAP's credit exposure); an advance isn't taken off."""
    advance: Money | None = None
    """Money received for which there is no invoice yet."""
    overdue: Money | None = None
    """Receivables whose due day has passed; what is due on the day itself isn't late."""
    overdue_max_days: int | None = None
    """Days since the oldest open due day; 0 where nothing is overdue."""
    ageing: tuple[Money, ...] = ()
    """Receivables by days past due: not due, then the buckets that `BUCKETS` ends."""
    average_days_late: Decimal | None = None
    """Of 12 months, weighted by amount: see `punctuality.average_days_late`."""
    on_time_percent: Decimal | None = None
    """Of what fell due in 12 months, the part paid by its due day, by amount: see `punctuality.on_time_percent`."""
    trend_days: Decimal | None = None
    """Average days late of the last 6 months less that of the 6 before; above 0 is getting slower."""
    dso: Decimal | None = None
    """Days sales outstanding: receivables ÷ credit sales × days."""
    best_possible_dso: Decimal | None = None
    """Best possible DSO: receivables not yet due ÷ credit sales × days."""
    average_days_delinquent: Decimal | None = None
    """ADD = DSO − best possible DSO."""
    broken_promises: int | None = None
    """Promises of 12 months that were not kept: see `punctuality.broken_promises`."""
    returned_bills: int | None = None
    """Bills and cheques of 12 months that came back unpaid."""
    average_monthly_sales: Money | None = None
    """A twelfth of what was invoiced in 12 months, credit notes taken off."""
    largest_order: Money | None = None
    """The largest order that wasn't cancelled."""
    receivables_share: Decimal | None = None
    """The customer's receivables in percent of all customers' (concentration); none where those are in several
    currencies."""
    open_disputes: int | None = None
    """Invoices in dispute that are not paid."""
    is_new: bool | None = None
    """Nothing was ever invoiced to the customer."""


def figures(dealings: Dealings, rates: Rates = NO_RATES, one: InOne | Unconverted | None = None) -> Figures:
    """All figures of the dealings with one customer; amounts in other currencies than the customer's by `rates`.

    `one` are the dealings in one currency, where they are known already.
    """
    kept = dealings.kept
    told = Figures(
        dealings.as_of,
        returned_bills=_recent(dealings.returned, dealings.as_of) if kept.returned_bills else None,
        is_new=not dealings.invoices if kept.invoices else None,
    )
    one = in_one(dealings, rates) if one is None else one
    if isinstance(one, Unconverted):
        return told
    sales = _monthly(one.dealings, one.currency)
    told = _of_orders(one.dealings, one.currency, replace(told, average_monthly_sales=sales))
    # Without payments in the ledger every invoice would look unpaid.
    return _of_payments(one, rates, told) if kept.invoices and kept.payments else told


def _of_orders(dealings: Dealings, currency: str, told: Figures) -> Figures:
    """The figures of the orders; without what is open where an order doesn't say what became of it."""
    live = [order for order in dealings.orders if order.status != "cancelled"]
    if live:
        told = replace(told, largest_order=money(max(order.e4 for order in live), currency))
    if not dealings.kept.orders or any(map(_untold, live)):
        return told
    return replace(
        told,
        delivered_not_invoiced=money(sum(map(_not_invoiced, live)), currency),
        open_orders=money(sum(map(_not_delivered, live)), currency),
    )


def _of_payments(one: InOne, rates: Rates, told: Figures) -> Figures:
    """The figures that follow from which invoice was paid when."""
    dealings, currency = one.dealings, one.currency
    as_of = dealings.as_of
    parts, advance = one.settled
    outstanding = [part for part in parts if part.settled_on is None]
    late = _overdue(outstanding, as_of)
    owed = sum(part.e4 for part in outstanding)
    receivables = money(owed, currency)
    dso, best = _dso(dealings, outstanding)
    return replace(
        told,
        receivables=receivables,
        exposure=_exposure(receivables, told.delivered_not_invoiced, told.open_orders),
        advance=money(advance, currency),
        overdue=money(sum(part.e4 for part in late), currency),
        overdue_max_days=max(((as_of - part.due_on).days for part in late), default=0),
        ageing=_ageing(outstanding, as_of, currency),
        average_days_late=average_days_late(parts, as_of, 12),
        on_time_percent=on_time_percent(parts, as_of, 12),
        trend_days=trend_days(parts, as_of),
        dso=dso,
        best_possible_dso=best,
        average_days_delinquent=None if dso is None or best is None else dso - best,
        receivables_share=_share(owed, all_receivables(dealings, currency, rates)),
        broken_promises=one.broken if dealings.kept.promises else None,
        open_disputes=_disputes(dealings, outstanding),
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


def _not_invoiced(order: Order) -> int:
    """Goods delivered and not yet invoiced."""
    return max((order.delivered_e4 or 0) - (order.invoiced_e4 or 0), 0)


def _not_delivered(order: Order) -> int:
    """Ordered and neither delivered nor invoiced; nothing of a closed order."""
    done = max(order.delivered_e4 or 0, order.invoiced_e4 or 0)
    return 0 if order.status == "closed" else max(order.e4 - done, 0)


def _untold(order: Order) -> bool:
    return order.status is None and order.delivered_e4 is None and order.invoiced_e4 is None


def _exposure(receivables: Money, delivered: Money | None, ordered: Money | None) -> Money | None:
    if delivered is None or ordered is None:
        return None
    return Money(receivables.amount + delivered.amount + ordered.amount, receivables.currency)


def _sales(dealings: Dealings) -> int:
    """What was invoiced in the last 365 days, credit notes taken off; all sales of the ledger are on credit."""
    since = dealings.as_of - timedelta(_YEAR_DAYS)
    return sum(each.e4 for each in dealings.invoices if each.issued_on > since)


def _dso(dealings: Dealings, outstanding: Sequence[Part]) -> tuple[Decimal | None, Decimal | None]:
    """DSO = receivables ÷ credit sales × days, and best possible DSO, with receivables not yet due alone.

    The simple method over 365 days, since one customer's invoices come in lumps a quarter would misread; a customer of
    fewer days is measured over those.
    """
    sales = _sales(dealings)
    if sales <= 0:
        return None, None
    first = min(each.issued_on for each in dealings.invoices)
    days = min(_YEAR_DAYS, (dealings.as_of - first).days + 1)
    owed = sum(part.e4 for part in outstanding)
    current = owed - sum(part.e4 for part in _overdue(outstanding, dealings.as_of))
    return Decimal(owed) * days / sales, Decimal(current) * days / sales


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


def _share(owed: int, all_owed: int) -> Decimal | None:
    """The customer's part of all receivables, in percent."""
    return Decimal(owed) * 100 / all_owed if all_owed > 0 else None


def _disputes(dealings: Dealings, outstanding: Iterable[Part]) -> int | None:
    """None where no invoice says whether it is in dispute."""
    told = {each.number: each.disputed for each in dealings.invoices if each.disputed is not None}
    return len({part.number for part in outstanding if told.get(part.number)}) if told else None
