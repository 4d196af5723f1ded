"""When the goods go out: in one, or in the parts of the case's plan of delivery."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from ..facts.fact import FactBook
from ..values import Money, Quantity, Record

PLAN = "deal.deliveries"
EACH_PAID = "deal.paid_per_delivery"
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Delivery:
    """Goods that go out on a day, at what the contract asks for them."""

    on: date
    amount: Decimal


def planned(book: FactBook) -> tuple[Record, ...]:
    """The parts of the plan of delivery, the first first; none where there is no plan or a part has no day."""
    value = book[PLAN].value
    parts = [each for each in value if isinstance(each, Record)] if isinstance(value, tuple) else []
    days = [(on, at) for at, each in enumerate(parts) if isinstance(on := each.get("on"), date)]
    return tuple(parts[at] for _, at in sorted(days)) if len(days) == len(parts) else ()


def last_planned(book: FactBook) -> date | None:
    """The day of the last part of the plan."""
    days = [on for each in planned(book) if isinstance(on := each.get("on"), date)]
    return max(days, default=None)


def deliveries(book: FactBook, price: Money) -> tuple[Delivery, ...] | None:
    """The parts of the plan with the price of each; None where there is no plan, or it can't be that of the price.

    A part is a share of the price or an amount; one part may say neither and is the rest. What is missing to the price
    goes out with the last part; parts of more than the price, or in another currency, are no plan.
    """
    parts = planned(book)
    if not parts:
        return None
    amounts = [_amount(each, price) for each in parts]
    rest = price.amount - sum((each for each in amounts if each is not None), Decimal(0))
    silent = [at for at, each in enumerate(amounts) if each is None]
    if rest < -_CENT or len(silent) > 1 or any(_foreign(each, price) for each in parts):
        return None
    at = silent[0] if silent else len(parts) - 1
    whole = [each or Decimal(0) for each in amounts]
    whole[at] += rest
    days = [each.get("on") for each in parts]
    return tuple(
        Delivery(on, amount) for on, amount in zip(days, whole, strict=True) if isinstance(on, date) and amount > 0
    )


def unusable(book: FactBook, price: Money) -> bool:
    """Whether there is a plan of delivery that can't be that of the price."""
    return isinstance(book[PLAN].value, tuple) and deliveries(book, price) is None


def shared_out(amount: Decimal, parts: Sequence[Delivery]) -> list[Decimal]:
    """An amount in the proportion of the deliveries, to the cent; the last takes what rounding leaves."""
    whole = sum((part.amount for part in parts), Decimal(0))
    found = [(amount * part.amount / whole).quantize(_CENT, ROUND_HALF_UP) for part in parts[:-1]]
    return [*found, amount - sum(found, Decimal(0))]


def _amount(part: Record, price: Money) -> Decimal | None:
    amount, share = part.get("amount"), part.get("pct")
    if isinstance(amount, Money):
        return amount.amount
    if isinstance(share, Quantity):
        return (price.amount * share.amount / 100).quantize(_CENT, ROUND_HALF_UP)
    return None


def _foreign(part: Record, price: Money) -> bool:
    amount = part.get("amount")
    return isinstance(amount, Money) and (amount.currency != price.currency or amount.amount < 0)
