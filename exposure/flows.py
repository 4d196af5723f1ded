"""Each instalment on the calendar: what is due when, when the customer can be expected to pay, when it is cash."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from ..facts.fact import FactBook
from ..policylang.calendar import shift
from ..policylang.working_days import shift_working_days
from ..values import Money, Quantity, Record, Unit, Value
from .deliveries import EACH_PAID, Delivery, deliveries, shared_out
from .milestones import Basis, Milestone, Milestones, after_delivery
from .pay_runs import PayProcess, pay_process

_CENT = Decimal("0.01")
_BILL_MONTH = 30
"""Trade counts a bill's month as 30 days."""


_OF_EACH = frozenset(
    (
        *("delivery", "receipt", "acceptance", "invoice_date", "invoice_receipt"),
        *("statement", "month_end", "bl_date", "sight"),
    )
)
"""Events each delivery has for itself."""


@dataclass(frozen=True, slots=True)
class Flow:
    """One instalment, or the part of it that pays one of several deliveries (`part`, counted from 1).

    Days are None where the contract lets no day be worked out; `anchor` says what it hangs on, `start` when that is.
    `due` is the day by the contract; `expected` the day the customer's process and habit make of it; `cash` the day a
    bill that is given in payment falls due, else the same as `expected`. Due after `goods` it is on credit.
    """

    number: int
    amount: Money
    anchor: str
    start: date | None
    due: date | None
    expected: date | None
    cash: date | None
    basis: Basis
    retention: bool
    buyer_controlled: bool
    goods: date
    part: int = 0

    @property
    def called(self) -> str:
        """Its number, and that of its part behind a point."""
        return f"{self.number}.{self.part}" if self.part else str(self.number)

    @property
    def on_credit(self) -> bool:
        """Whether it is due on a day, and that after the goods it pays have gone out."""
        return self.due is not None and self.due > self.goods


def flows(book: FactBook, days: Milestones) -> tuple[Flow, ...] | None:
    """The instalments of a deal with a price; None when there is no price or no schedule with shares."""
    price, terms = book["contract.amount"].value, book["payment.instalments"].value
    if not isinstance(price, Money) or not isinstance(terms, tuple):
        return None
    ones = [one for one in terms if isinstance(one, Record)]
    amounts = _amounts(ones, price.amount)
    if amounts is None:
        return None
    return tuple(_flows(ones, amounts, price, book, days))


def _flows(
    ones: Sequence[Record], amounts: Sequence[Decimal], price: Money, book: FactBook, days: Milestones
) -> Iterator[Flow]:
    parts = deliveries(book, price) or (Delivery(days["delivery"].on, price.amount),)
    apart = len(parts) > 1 and book[EACH_PAID].value is True
    ahead = _paid_ahead(amounts, book)
    for number, (one, amount) in enumerate(zip(ones, amounts, strict=True), 1):
        before = number <= ahead
        if not (apart and one.get("anchor") in _OF_EACH and one.get("prepay") is not True):
            yield _flow(number, one, Money(amount, price.currency), book, days, parts[0].on, before=before)
            continue
        shares = shared_out(amount, parts)
        for at, (part, share) in enumerate(zip(parts, shares, strict=True), 1):
            own = {**days, **after_delivery(Milestone(part.on, Basis.CASE), book)}
            flow = _flow(number, one, Money(share, price.currency), book, own, part.on, before=before)
            yield replace(flow, part=at)


def _flow(
    number: int, one: Record, amount: Money, book: FactBook, days: Milestones, goods: date, *, before: bool
) -> Flow:
    """An instalment whose goods go out from `goods` on; `before`: the contract wants it paid before they do."""
    anchor = str(one.get("anchor") or "undefined")
    due, basis = _due(one, anchor, book, days)
    if before and due is not None:
        # The goods wait for this money: an acceptance before shipment, a notice of readiness.
        due = min(due, goods)
    ahead = before or one.get("prepay") is True
    expected = due if ahead else _expected(due, pay_process(book), _habit(book))
    start = days.get(anchor)
    return Flow(
        number,
        amount,
        anchor,
        start.on if start is not None else None,
        due,
        expected,
        _cash(expected, one),
        basis,
        one.get("retention") is True,
        one.get("buyer_controlled") is True or one.get("back_to_back") is True,
        goods,
    )


def _paid_ahead(amounts: Sequence[Decimal], book: FactBook) -> int:
    """How many of the first instalments the contract wants paid before the goods go out."""
    share = book["payment.before_delivery_pct"].value
    if not isinstance(share, Quantity):
        return 0
    whole, paid = sum(amounts, Decimal(0)), Decimal(0)
    for count, amount in enumerate(amounts):
        paid += amount
        if paid * 100 > share.amount * whole + _CENT:
            return count
    return len(amounts)


def _amounts(ones: Sequence[Record], price: Decimal) -> list[Decimal] | None:
    """What each instalment comes to: its sum, its share, its share less those before it (付至), or the rest."""
    found: list[Decimal] = []
    open_at: int | None = None
    for at, one in enumerate(ones):
        pct, amount = one.get("pct"), one.get("amount")
        if isinstance(amount, Money):
            found.append(amount.amount)
        elif isinstance(pct, Quantity):
            whole = price * pct.amount / 100
            found.append(whole - sum(found, Decimal(0)) if one.get("cumulative") is True else whole)
        elif open_at is None:
            open_at = at
            found.append(Decimal(0))
        else:
            return None
    if open_at is not None:
        found[open_at] = price - sum(found, Decimal(0))
    rounded = [each.quantize(_CENT, ROUND_HALF_UP) for each in found]
    return rounded if rounded and all(each >= 0 for each in rounded) else None


def _due(one: Record, anchor: str, book: FactBook, days: Milestones) -> tuple[date | None, Basis]:
    fixed = one.get("due_date")
    if isinstance(fixed, date):
        return fixed, Basis.CONTRACT
    start = days.get(anchor)
    if start is None:
        return None, Basis.ASSUMED
    day: date | None = start.on
    period, months = one.get("days"), one.get("months") or _kept(one, anchor, book)
    if isinstance(months, Quantity) and day is not None:
        day = shift(day, months.amount, Unit.MONTHS)
    if isinstance(period, Quantity) and day is not None:
        day = _counted(day, period.amount, book, business=one.get("day_type") == "business")
    basis = Basis.WORKED_OUT if start.basis in (Basis.CONTRACT, Basis.CASE) else start.basis
    return day, basis


def _kept(one: Record, anchor: str, book: FactBook) -> Value | None:
    """How long retention money is kept from acceptance, where the instalment doesn't repeat it."""
    return book["payment.retention_months"].value if one.get("retention") is True and anchor == "acceptance" else None


def _counted(day: date, count: Decimal, book: FactBook, *, business: bool) -> date:
    """`count` days on. Working days by China's calendar under Chinese law; elsewhere, and outside its years, 7/5."""
    if business and book["dispute.law_is_prc"].value is not False:
        found = shift_working_days(day, count, "CN")
        if found is not None:
            return found
    return day + timedelta(days=int(count * 7 / 5 if business else count))


def _habit(book: FactBook) -> int:
    """Days the customer has paid late on average."""
    value = book["history.avg_days_late"].value
    return max(0, int(value.amount)) if isinstance(value, Quantity) else 0


def _expected(due: date | None, process: PayProcess | None, late: int) -> date | None:
    """The pay run that pays what is due, or the due day put off by habit, whichever is later."""
    if due is None:
        return None
    habitual = due + timedelta(days=late)
    return max(habitual, process.paid(due)) if process is not None else habitual


def _cash(expected: date | None, one: Record) -> date | None:
    tenor = one.get("bill_tenor_months")
    if expected is None or not isinstance(tenor, Quantity):
        return expected
    return expected + timedelta(days=int(tenor.amount) * _BILL_MONTH)
