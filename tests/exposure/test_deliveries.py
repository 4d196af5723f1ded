"""Goods that go out in parts: what stands open, when it is due, and how long it takes; worked out by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from deal import SIGNED, cny, deal, one, percent, quantity
from presign.exposure.curve import Exposure, exposure
from presign.facts.fact import Fact, stated
from presign.policylang.core import Program
from presign.reports.exposure import exposure_words
from presign.values import Money, Record, State, Unit

PROGRAM = Program()
APRIL, MAY, JUNE = date(2026, 4, 1), date(2026, 5, 1), date(2026, 6, 1)
PLAN = (one(on=MAY, pct=percent(30)), one(on=APRIL, pct=percent(50)), one(on=JUNE, pct=percent(20)))
CREDIT = one(pct=percent(100), anchor="delivery", days=quantity(40))


def facts(*parts: Record, apart: bool | None = None) -> tuple[Fact, ...]:
    found = [Fact("deal.deliveries", State.STATED, parts, origin="case.yaml:2")]
    if apart is not None:
        found.append(stated("deal.paid_per_delivery", apart))
    return tuple(found)


def found(*terms: Record, parts: tuple[Record, ...] = PLAN, apart: bool | None = None) -> Exposure:
    made = exposure(deal(*terms, facts=facts(*parts, apart=apart)), PROGRAM, SIGNED)
    assert made is not None
    return made


def steps(made: Exposure) -> list[tuple[date, Decimal]]:
    return [(point.on, point.open) for point in made.points]


def test_payment_runs_from_the_last_delivery_unless_each_is_paid_for_itself() -> None:
    made = found(CREDIT)
    # 40 days from 1 June.
    assert steps(made) == [(APRIL, 50000), (MAY, 80000), (JUNE, 100000), (date(2026, 7, 11), 0)]
    assert (made.peak, made.peak_on) == (Money(Decimal(100000), "CNY"), JUNE)
    # From 1 April 101 days, from 1 May 71, from 1 June 40: 50.5 + 21.3 + 8 = 79.8.
    assert made.effective_days == 80


def test_each_delivery_paid_for_itself() -> None:
    made = found(CREDIT, apart=True)
    assert [(flow.called, flow.amount.amount, flow.due) for flow in made.flows] == [
        ("1.1", Decimal("50000.00"), date(2026, 5, 11)),
        ("1.2", Decimal("30000.00"), date(2026, 6, 10)),
        ("1.3", Decimal("20000.00"), date(2026, 7, 11)),
    ]
    assert steps(made) == [
        (APRIL, 50000),
        (MAY, 80000),
        (date(2026, 5, 11), 30000),
        (JUNE, 50000),
        (date(2026, 6, 10), 20000),
        (date(2026, 7, 11), 0),
    ]
    assert (made.peak.amount, made.peak_on, made.effective_days) == (80000, MAY, 40)


def test_money_ahead_pays_the_first_goods_and_what_is_kept_back_waits_for_the_last() -> None:
    terms = (
        one(pct=percent(30), anchor="sign", days=quantity(5), prepay=True),
        one(pct=percent(60), anchor="delivery", days=quantity(10)),
        one(pct=percent(10), anchor="warranty_end", retention=True),
    )
    book = deal(
        *terms,
        facts=(*facts(*PLAN, apart=True), stated("aftersales.warranty_months", quantity(12, Unit.MONTHS))),
    )
    made = exposure(book, PROGRAM, SIGNED)
    assert made is not None
    # 60,000 in the proportion 50 : 30 : 20.
    assert [(flow.called, flow.amount.amount) for flow in made.flows] == [
        ("1", 30000),
        ("2.1", 30000),
        ("2.2", 18000),
        ("2.3", 12000),
        ("3", 10000),
    ]
    # Acceptance 15 days after the last delivery, 16 June 2026; twelve months on.
    assert made.flows[-1].due == date(2027, 6, 16)
    # −30,000 on 7 March; +50,000 on 1 April; −30,000 on 11 April; +30,000, −18,000 in May; +20,000, −12,000 in June.
    assert [open_ for _, open_ in steps(made)] == [-30000, 20000, -10000, 20000, 2000, 22000, 10000, 0]
    assert (made.peak.amount, made.peak_on) == (22000, JUNE)


def test_amounts_and_a_part_that_is_the_rest() -> None:
    made = found(CREDIT, parts=(one(on=APRIL, amount=cny("33333.33")), one(on=MAY)))
    assert [(part.on, part.amount) for part in made.goods] == [(APRIL, Decimal("33333.33")), (MAY, Decimal("66666.67"))]


def test_what_is_missing_to_the_price_goes_out_last() -> None:
    made = found(CREDIT, parts=(one(on=APRIL, pct=percent(40)), one(on=MAY, pct=percent(40))))
    assert [part.amount for part in made.goods] == [40000, 60000]


@pytest.mark.parametrize(
    "parts",
    [
        (one(on=APRIL, pct=percent(60)), one(on=MAY, pct=percent(60))),
        (one(on=APRIL, amount=Money(Decimal(100), "EUR")), one(on=MAY)),
        (one(on=APRIL), one(on=MAY)),
        (one(pct=percent(50)), one(on=MAY, pct=percent(50))),
    ],
)
def test_a_plan_that_is_not_that_of_the_price_is_told_and_not_used(parts: tuple[Record, ...]) -> None:
    made = found(CREDIT, parts=parts, apart=True)
    assert made.no_plan and len(made.goods) == 1 and made.peak.amount == 100000
    told = exposure_words(made, PROGRAM, "en").summary
    assert "the plan of delivery doesn't fit the price: one delivery on its last day is taken instead" in told


def test_the_plan_is_told() -> None:
    (told,) = [line for line in exposure_words(found(CREDIT), PROGRAM, "en").summary if "parts" in line]
    assert told.startswith("goods go out in parts: 2026-04-01 CNY 50,000.00, 2026-05-01 CNY 30,000.00")
    assert "payment runs from the last" in told


def test_one_delivery_is_as_it_was() -> None:
    plain = exposure(deal(CREDIT), PROGRAM, SIGNED)
    same = found(CREDIT, parts=(one(on=APRIL),))
    assert plain is not None and (plain.points, plain.effective_days) == (same.points, same.effective_days)
