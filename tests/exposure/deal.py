"""A deal of 100,000 with terms of one's own, for the tests of its exposure."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from presign.facts.fact import Fact, FactBook, stated
from presign.values import Money, Quantity, Record, Unit, Value

SIGNED, DELIVERED = date(2026, 3, 2), date(2026, 4, 1)


def quantity(amount: object, unit: Unit = Unit.DAYS) -> Quantity:
    return Quantity(Decimal(str(amount)), unit)


def percent(amount: object) -> Quantity:
    return quantity(amount, Unit.PERCENT)


def cny(amount: object) -> Money:
    return Money(Decimal(str(amount)), "CNY")


def one(**fields: Value) -> Record:
    return Record(tuple(fields.items()))


def deal(*instalments: Record, facts: tuple[Fact, ...] = ()) -> FactBook:
    """A price of 100,000, signed on 2 March, delivered on 1 April 2026, paid as told."""
    known = (
        stated("contract.amount", cny(100000)),
        stated("contract.sign_date", SIGNED),
        stated("contract.last_delivery_date", DELIVERED),
        stated("dispute.law_is_prc", True),
        stated("payment.instalments", instalments),
    )
    return FactBook({fact.name: fact for fact in (*known, *facts)}, "sale")
