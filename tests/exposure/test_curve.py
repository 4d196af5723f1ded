"""The staircase of what stands open: its peak, its cost, its mean length; by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from deal import SIGNED, cny, deal, one, percent, quantity
from hypothesis import given
from hypothesis import strategies as st
from presign.checker.run import Refusal, load
from presign.exposure.curve import Exposure, exposure
from presign.exposure.pay_runs import PayProcess
from presign.facts.fact import Fact, stated
from presign.policylang.core import Program
from presign.reports.exposure import exposure_words, open_on
from presign.reports.page.plot import plot
from presign.values import Record


@pytest.fixture(scope="module")
def program() -> Program:
    loaded = load(())
    assert not isinstance(loaded, Refusal) and loaded.program is not None
    return loaded.program


def found(program: Program, *instalments: Record, facts: tuple[Fact, ...] = ()) -> Exposure:
    made = exposure(deal(*instalments, facts=facts), program, SIGNED)
    assert made is not None
    return made


THIRDS = (
    one(pct=percent(30), anchor="sign", days=quantity(5), prepay=True),
    one(pct=percent(60), anchor="delivery", days=quantity(30)),
    one(pct=percent(10), anchor="delivery", days=quantity(90)),
)


def test_the_peak_is_what_is_delivered_and_not_paid(program: Program) -> None:
    made = found(program, *THIRDS)
    assert (made.peak, made.peak_on) == (cny("70000.00"), date(2026, 4, 1))
    assert made.never.amount == 0
    assert [(point.on, point.open) for point in made.points] == [
        (date(2026, 3, 7), Decimal("-30000.00")),
        (date(2026, 4, 1), Decimal("70000.00")),
        (date(2026, 5, 1), Decimal("10000.00")),
        (date(2026, 6, 30), Decimal("0.00")),
    ]


def test_length_and_cost(program: Program) -> None:
    made = found(program, *THIRDS)
    # (30,000 × 0 + 60,000 × 30 + 10,000 × 90) / 100,000 = 27 days.
    assert made.effective_days == 27
    # (70,000 × 30 + 10,000 × 60) × 5 % / 365 = 369.86.
    assert (made.rate, made.cost) == (Decimal(5), cny("369.86"))


def test_what_is_never_due_stays_open(program: Program) -> None:
    made = found(program, one(pct=percent(80), anchor="audit"), one(pct=percent(20), anchor="delivery"))
    assert made.never == cny("80000.00") and made.points[-1].open == 80000
    words = exposure_words(made, program, "en")
    assert "for CNY 80,000.00 no day of payment can be worked out: it stays open" in words.summary
    assert words.flows[0] == "1. CNY 80,000.00, counted from audit: no day can be worked out"


def test_the_line_of_blocks_rises_with_delivery_and_ends_empty(program: Program) -> None:
    line = exposure_words(found(program, *THIRDS), program, "zh").sparkline
    assert len(line) == 40 and line[0] == " " and line[-1] == " "
    assert "█" in line and "▁" in line and line.index("█") < line.index("▁")


def test_the_drawing_has_the_limit_and_words_for_those_who_cannot_see_it(program: Program) -> None:
    made = found(program, *THIRDS)
    drawn = plot(made, cny(100000), program, "en")
    assert drawn is not None and drawn.limit_y is not None and drawn.limit_y < drawn.peak_y
    assert drawn.says == "what stands open between 2026-03-02 and 2026-07-30, at most CNY 70,000.00"
    assert plot(made, cny(1000000), program, "en").limit_y is None  # type: ignore[union-attr]
    assert plot(found(program, one(pct=percent(100), anchor="sign")), None, program, "en") is None


BARE = Program()
shares = st.lists(st.integers(1, 50), min_size=1, max_size=5)


@given(shares, st.lists(st.integers(0, 200), min_size=5, max_size=5))
def test_the_peak_is_the_highest_day_and_all_dated_money_comes_in(given_shares: list[int], days: list[int]) -> None:
    total = sum(given_shares)
    terms = [
        one(
            amount=cny(Decimal(100000) * share / total // Decimal("0.01") * Decimal("0.01")),
            anchor="delivery",
            days=quantity(day),
        )
        for share, day in zip(given_shares, days, strict=False)
    ]
    made = exposure(deal(*terms), BARE, SIGNED)
    assert made is not None
    assert made.peak.amount == max(max(point.open for point in made.points), Decimal(0))
    assert abs(made.points[-1].open) < Decimal("0.10") and made.never.amount < Decimal("0.10")
    assert all(open_on(made, point.on) == point.open for point in made.points)


@pytest.mark.parametrize(
    ("process", "invoiced", "paid"),
    [
        (PayProcess(20, 28, 10), date(2026, 4, 1), date(2026, 4, 28)),
        (PayProcess(20, 28, 10), date(2026, 4, 12), date(2026, 5, 28)),
        (PayProcess(None, 15, 18), date(2026, 4, 1), date(2026, 5, 15)),
        (PayProcess(25, 31, 0), date(2026, 2, 25), date(2026, 2, 28)),
        (PayProcess(25, 5, 0), date(2026, 12, 28), date(2027, 1, 5)),
    ],
)
def test_the_run_an_invoice_can_be_in(process: PayProcess, invoiced: date, paid: date) -> None:
    assert process.earliest(invoiced) == paid


def test_a_signing_date_that_is_not_stated_is_assumed(program: Program) -> None:
    made = found(program, *THIRDS, facts=(stated("contract.sign_date", date(2026, 3, 9)),))
    assert made.days["sign"].on == date(2026, 3, 9)
