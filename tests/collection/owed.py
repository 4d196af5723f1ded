"""A deal of CNY 100,000 on credit, for the tests of its collection.

Signed on 2 March, delivered on 1 April 2026, all of it due 30 days after receipt: on Friday 1 May, a holiday. 4 and
5 May are holidays, too; 2 and 3 May a weekend; 9 May is a Saturday on which China works.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from presign.checker.report import DocumentReport
from presign.collection.plan import Instalment, Plan, plan_of
from presign.facts.fact import Evidence, Fact, FactBook, stated
from presign.parsers.document import Location
from presign.policylang.core import Program
from presign.values import Money, Quantity, Record, Unit, Value

SIGNED, DELIVERED, DUE = date(2026, 3, 2), date(2026, 4, 1), date(2026, 5, 1)


def quantity(amount: object, unit: Unit = Unit.DAYS) -> Quantity:
    return Quantity(Decimal(str(amount)), unit)


def percent(amount: object) -> Quantity:
    return quantity(amount, Unit.PERCENT)


def number(amount: object) -> Quantity:
    return quantity(amount, Unit.NUMBER)


def months(amount: object) -> Quantity:
    return quantity(amount, Unit.MONTHS)


def cny(amount: object) -> Money:
    return Money(Decimal(str(amount)), "CNY")


def one(**fields: Value) -> Record:
    return Record(tuple(fields.items()))


def words(quote: str, clause: str | None = None) -> Evidence:
    return Evidence(0, 0, len(quote), quote, Location(), clause)


WHOLE = one(pct=percent(100), anchor="receipt", days=quantity(30))


def book_of(*facts: Fact, instalments: tuple[Record, ...] = (WHOLE,)) -> FactBook:
    known = (
        stated("contract.amount", cny(100000)),
        stated("contract.number", "XS-7"),
        stated("contract.currency", "CNY"),
        stated("contract.sign_date", SIGNED),
        stated("contract.last_delivery_date", DELIVERED),
        stated("dispute.law_is_prc", True),
        stated("payment.instalments", instalments),
        stated("customer.grade", "B"),
        stated("collect.owner", "Lin"),
    )
    return FactBook({fact.name: fact for fact in (*known, *facts)}, "sale")


def plan_for(program: Program, *facts: Fact, instalments: tuple[Record, ...] = (WHOLE,), as_of: date = SIGNED) -> Plan:
    book = book_of(*facts, instalments=instalments)
    return plan_of(DocumentReport("deal.txt", "0" * 64, "zh", "sale", as_of, "seller", book, ()), program)


def only(plan: Plan) -> Instalment:
    (found,) = plan.instalments
    return found


def days(found: Instalment) -> dict[str, str]:
    return {step.action: step.day.isoformat() for step in found.steps}
