"""What stands open over the life of a deal: goods out less money in, its peak, its cost, its length."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from ..facts.fact import FactBook
from ..policylang.core import Program
from ..policylang.parameter_values import named_value
from ..values import Money, Quantity
from .deliveries import Delivery, deliveries, unusable
from .flows import Flow, flows
from .milestones import Milestones, milestones

FUNDING = "funding_rate"
_CENT = Decimal("0.01")
_AFTER = 30
"""Days shown after the last event."""


@dataclass(frozen=True, slots=True)
class Point:
    """From a day on, until the next point: what is open (negative: the customer's money ahead of the goods)."""

    on: date
    open: Decimal


@dataclass(frozen=True, slots=True)
class Exposure:
    """The deal laid on the calendar, and the figures that follow from it.

    `peak` is the largest sum open, first reached on `peak_on`. `never` is the part of the price for which no day can be
    worked out. `effective_days` is the mean of the days from delivery to cash, weighted by amount, of what can be dated
    (0 for what is paid ahead); `cost` the price of the money meanwhile at `rate` percent a year, actual/365; None
    without a rate.
    """

    price: Money
    days: Milestones
    flows: tuple[Flow, ...]
    points: tuple[Point, ...]
    peak: Money
    peak_on: date
    never: Money
    effective_days: Decimal | None
    rate: Decimal | None
    cost: Money | None
    goods: tuple[Delivery, ...] = ()
    no_plan: bool = False
    """Whether the case's plan of delivery isn't that of the price, and one delivery is assumed instead."""

    @property
    def end(self) -> date:
        """The last day shown."""
        return self.points[-1].on + timedelta(days=_AFTER)


def exposure(book: FactBook, program: Program, as_of: date) -> Exposure | None:
    """The exposure of a deal; None when the contract has no price or no payment schedule that can be laid out."""
    price = book["contract.amount"].value
    days = milestones(book, as_of)
    found = flows(book, days)
    if found is None or not isinstance(price, Money):
        return None
    goods = deliveries(book, price) or (Delivery(days["delivery"].on, price.amount),)
    points = _points(goods, found)
    peak = max(points, key=lambda point: point.open)
    dated = [flow for flow in found if flow.cash is not None]
    never = price.amount - sum((flow.amount.amount for flow in dated), Decimal(0))
    rate = _rate(program, as_of)
    return Exposure(
        price,
        days,
        found,
        points,
        Money(max(peak.open, Decimal(0)), price.currency),
        peak.on,
        Money(max(never, Decimal(0)), price.currency),
        _effective(dated, goods),
        rate,
        _cost(points, rate, price.currency),
        goods,
        unusable(book, price),
    )


def _points(goods: Sequence[Delivery], found: Sequence[Flow]) -> tuple[Point, ...]:
    changes: dict[date, Decimal] = {}
    for part in goods:
        changes[part.on] = changes.get(part.on, Decimal(0)) + part.amount
    for flow in found:
        if flow.cash is not None:
            changes[flow.cash] = changes.get(flow.cash, Decimal(0)) - flow.amount.amount
    points: list[Point] = []
    open_ = Decimal(0)
    for day in sorted(changes):
        open_ += changes[day]
        points.append(Point(day, open_))
    return tuple(points)


def _effective(dated: Sequence[Flow], goods: Sequence[Delivery]) -> Decimal | None:
    """The mean of the days from delivery to cash: the first money pays the goods that went out first."""
    total = sum((flow.amount.amount for flow in dated), Decimal(0))
    if not total:
        return None
    waiting = deque((part.on, part.amount) for part in goods)
    weighted = Decimal(0)
    for cash, amount in sorted((flow.cash, flow.amount.amount) for flow in dated if flow.cash is not None):
        weighted += _waited(cash, amount, waiting)
    return (weighted / total).quantize(Decimal(1), ROUND_HALF_UP)


def _waited(cash: date, amount: Decimal, waiting: deque[tuple[date, Decimal]]) -> Decimal:
    """Amount × days of the goods that a sum pays, which are taken from those `waiting`; paid ahead counts 0."""
    weighted = Decimal(0)
    while amount and waiting:
        on, open_ = waiting.popleft()
        taken = min(amount, open_)
        weighted += taken * max(0, (cash - on).days)
        amount -= taken
        if open_ > taken:
            waiting.appendleft((on, open_ - taken))
    return weighted


def _rate(program: Program, day: date) -> Decimal | None:
    value = named_value(program, FUNDING, (), day)
    return value.amount if isinstance(value, Quantity) else None


def _cost(points: Sequence[Point], rate: Decimal | None, currency: str) -> Money | None:
    """Interest on what is open between the points; what is never due costs money for ever and isn't counted."""
    if rate is None:
        return None
    days = sum(
        (max(one.open, Decimal(0)) * (other.on - one.on).days for one, other in pairwise(points)),
        Decimal(0),
    )
    return Money((days * rate / 100 / 365).quantize(_CENT, ROUND_HALF_UP), currency)
