from __future__ import annotations

from datetime import date
from decimal import Decimal

from presign.facts.fact import Fact, stated
from presign.facts.security.last_due import last_due_date
from presign.values import Quantity, Reason, Record, Unit, Value


def _terms(*rows: dict[str, Value]) -> dict[str, Fact]:
    records = tuple(Record(tuple(row.items())) for row in rows)
    return {"payment.instalments": stated("payment.instalments", records)}


def test_the_latest_of_named_dates() -> None:
    facts = _terms({"due_date": date(2026, 3, 31)}, {"due_date": date(2026, 9, 30)}, {"due_date": date(2026, 6, 30)})
    assert last_due_date(facts).value == date(2026, 9, 30)


def test_days_from_signing_are_counted_from_the_day_after_it() -> None:
    facts = _terms({"anchor": "sign", "days": Quantity(Decimal(10), Unit.DAYS)})
    assert last_due_date(facts).reason is Reason.NOT_COMPUTABLE
    facts["contract.sign_date"] = stated("contract.sign_date", date(2026, 2, 20))
    assert last_due_date(facts).value == date(2026, 3, 2)


def test_an_event_without_a_date_leaves_it_open() -> None:
    facts = _terms({"due_date": date(2026, 3, 31)}, {"anchor": "acceptance", "days": Quantity(Decimal(30), Unit.DAYS)})
    assert last_due_date(facts).reason is Reason.NOT_COMPUTABLE
    assert last_due_date({}).reason is Reason.NOT_COMPUTABLE
