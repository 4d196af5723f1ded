"""Which pay run can pay an instalment, against the day it is due."""

from __future__ import annotations

from datetime import date

from deal import SIGNED, deal, one, percent, quantity
from presign.exposure.derived import RUNS, derive
from presign.facts.fact import Fact, stated
from presign.values import Record, Unit, Value

TERMS = (
    one(pct=percent(30), anchor="sign", days=quantity(5), prepay=True),
    one(pct=percent(60), anchor="delivery", days=quantity(30)),
    one(pct=percent(10), anchor="delivery", days=quantity(90)),
)


def runs(pay: int, cutoff: int, lead: int, *more: Fact) -> Value | None:
    process = (
        stated("payproc.pay_day", quantity(pay, Unit.NUMBER)),
        stated("payproc.cutoff_day", quantity(cutoff, Unit.NUMBER)),
        stated("payproc.lead_days", quantity(lead)),
    )
    (fact,) = derive(deal(*TERMS, facts=(*process, *more)), SIGNED)
    assert fact.name == RUNS
    return fact.value


def test_each_instalment_on_credit_has_its_run() -> None:
    # Delivered and invoiced on 1 April, ready on the 11th, in by the 20th, paid on the 28th: in time for 1 May.
    assert runs(28, 20, 10) == (
        Record((("due", date(2026, 5, 1)), ("paid", date(2026, 4, 28)))),
        Record((("due", date(2026, 6, 30)), ("paid", date(2026, 4, 28)))),
    )


def test_a_process_that_is_slower_than_the_credit() -> None:
    # Ready on the 21st, a day after the cut-off: paid on 28 May, when the money was due on the 1st.
    found = runs(28, 20, 20)
    assert isinstance(found, tuple) and found[0] == Record((("due", date(2026, 5, 1)), ("paid", date(2026, 5, 28))))


def test_what_a_record_states_stands_and_without_a_pay_day_there_is_nothing() -> None:
    assert list(derive(deal(*TERMS), SIGNED)) == []
    known = (stated("payproc.pay_day", quantity(28, Unit.NUMBER)), stated(RUNS, ()))
    assert list(derive(deal(*TERMS, facts=known), SIGNED)) == []
