"""A customer in the middle of every table, and what it earns, worked out by hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from presign.checker.run import load
from presign.facts.fact import FactBook
from presign.policylang.core import Program
from presign.policylang.load import Loaded
from presign.values import Money, Quantity, Unit, Value

Book = Callable[[Mapping[str, Value]], FactBook]


def shipped(*policies: str) -> Program:
    loaded = load(policies)
    assert isinstance(loaded, Loaded) and loaded.program is not None
    return loaded.program


def cny(amount: object) -> Money:
    return Money(Decimal(str(amount)), "CNY")


def number(amount: object) -> Quantity:
    return Quantity(Decimal(str(amount)), Unit.NUMBER)


def days(amount: object) -> Quantity:
    return Quantity(Decimal(str(amount)), Unit.DAYS)


def percent(amount: object) -> Quantity:
    return Quantity(Decimal(str(amount)), Unit.PERCENT)


def months(amount: object) -> Quantity:
    return Quantity(Decimal(str(amount)), Unit.MONTHS)


MIDDLING: dict[str, Value] = {
    "history.avg_days_late": days(12),
    "history.on_time_ratio": percent(72),
    "history.overdue_max_days": days(10),
    "history.broken_promises_12m": number(1),
    "history.returned_bills_12m": number(0),
    "fin.z_score": number("1.5"),
    "fin.debt_ratio": percent(60),
    "fin.current_ratio": number("1.3"),
    "customer.age": months(40),
    "customer.paid_in_capital": cny(1_000_000),
    "customer.enforcement_amount": cny(0),
    "customer.abnormal_list": False,
    "customer.payment_suits_12m": number(1),
    "history.disputes_open": number(2),
    "security.coverage_ratio": percent(40),
}
EARNED = {
    "score_days_late": "3.6",  # 3 of 10 points, worth 12
    "score_on_time": "4",  # 5 of 10, worth 8
    "score_overdue": "6",  # 5 of 10, worth 12
    "score_promises": "3.6",  # 6 of 10, worth 6
    "score_returned_bills": "7",  # all
    "score_z": "6",  # 5 of 10, worth 12
    "score_debt_ratio": "3.6",  # 6 of 10, worth 6
    "score_current_ratio": "3.5",  # 7 of 10, worth 5
    "score_age": "3",  # 5 of 10, worth 6
    "score_capital": "2.4",  # 4 of 10, worth 6
    "score_enforcement": "5",
    "score_abnormal": "4",
    "score_suits": "1.5",  # 5 of 10, worth 3
    "score_disputes": "0",
    "score_security": "1.5",  # 3 of 10, worth 5
}
"""Together 54.7 of 100."""
CLEAN: dict[str, Value] = {
    "customer.dishonest_list": False,
    "customer.consumption_restricted": False,
    "customer.bankruptcy": False,
    "customer.severe_illegal_list": False,
    "customer.bill_default_list": False,
    "customer.is_new": False,
}
"""Nothing that caps a grade."""
