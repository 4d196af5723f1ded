"""The late charge: every case worked out by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from owed import book_of, cny, percent, words
from presign.collection.charge import Base, Charge, NoCharge, charge
from presign.facts.fact import Fact, absent, stated, unknown
from presign.values import Per, Rate, Reason

DUE, DAY = date(2026, 5, 6), date(2026, 6, 5)
"""30 days apart."""


def charged(quote: str, rate: str, per: Per, *more: Fact) -> Charge | NoCharge:
    fact = stated("remedy.late_fee_rate", Rate(Decimal(rate), per), words(quote, "8.1"))
    book = book_of(stated("remedy.late_fee_present", True, words(quote, "8.1")), fact, *more)
    return charge(book, cny(40000), DUE, DAY)


@pytest.mark.parametrize(
    ("quote", "rate", "per", "on", "amount"),
    [
        # 40,000 × 0.05% × 30
        ("每逾期一日，应按逾期未付金额的万分之五支付违约金", "0.05", Per.DAY, Base.OVERDUE, "600.00"),
        # 100,000 × 0.03% × 30: the contract price is the base
        ("买方逾期付款的，每日按合同总价的万分之三支付违约金", "0.03", Per.DAY, Base.PRICE, "900.00"),
        # 40,000 × 18% ÷ 365 × 30 = 591.78
        ("interest on the overdue amount at 18% per year", "18", Per.YEAR, Base.OVERDUE, "591.78"),
        # 40,000 × 1.5% × 12 ÷ 365 × 30 = 591.78
        ("interest at 1.5% per month on any unpaid sum", "1.5", Per.MONTH, Base.OVERDUE, "591.78"),
        # 40,000 × 18% ÷ 360 × 30 = 600
        ("interest on the overdue amount at 18% a year of 360 days", "18", Per.YEAR, Base.OVERDUE, "600.00"),
        # 100,000 × 5% once
        ("a late fee of 5% of the contract price", "5", Per.ONCE, Base.PRICE, "5000.00"),
        # 40,000 × 1.5% × 12 ÷ 365 × 30 = 591.78
        ("amounts not paid when due bear interest at 1.5% per month", "1.5", Per.MONTH, Base.OVERDUE, "591.78"),
        # no base named: the overdue amount
        ("逾期付款的，每日承担万分之五的违约金", "0.05", Per.DAY, Base.UNNAMED, "600.00"),
    ],
)
def test_by_hand(quote: str, rate: str, per: Per, on: Base, amount: str) -> None:
    found = charged(quote, rate, per)
    assert isinstance(found, Charge)
    assert found.on is on and found.amount == cny(amount)


def test_a_cap_is_what_counts_when_it_is_less() -> None:
    # 40,000 × 0.5% × 30 = 6,000, capped at 5% of 100,000 = 5,000
    quote = "每逾期一日按逾期金额的千分之五支付违约金，但累计不超过合同总价的5%"
    cap = stated("remedy.late_fee_cap_pct", percent(5), words(quote))
    found = charged(quote, "0.5", Per.DAY, cap)
    assert isinstance(found, Charge)
    assert found.on is Base.OVERDUE
    assert (found.uncapped, found.cap, found.amount) == (cny("6000.00"), cny("5000.00"), cny("5000.00"))


def test_a_cap_on_nobody_knows_what_is_not_guessed() -> None:
    quote = "每逾期一日按逾期金额的千分之五支付违约金，最高5%"
    assert (
        charged(quote, "0.5", Per.DAY, stated("remedy.late_fee_cap_pct", percent(5), words(quote))) is NoCharge.CAP_OPEN
    )


def test_days_of_grace_are_not_guessed() -> None:
    assert charged("逾期超过10日的，按逾期金额的万分之五每日计收违约金", "0.05", Per.DAY) is NoCharge.GRACE


def test_nothing_is_charged_on_or_before_the_due_day() -> None:
    fact = stated("remedy.late_fee_rate", Rate(Decimal("0.05"), Per.DAY), words("按逾期金额的万分之五"))
    for day in (date(2026, 5, 1), DUE):
        found = charge(book_of(stated("remedy.late_fee_present", True), fact), cny(40000), DUE, day)
        assert isinstance(found, Charge) and found.amount == cny("0.00") and found.days == 0


def test_without_a_rate_no_charge_is_made_up() -> None:
    def why(*facts: Fact) -> Charge | NoCharge:
        return charge(book_of(*facts), cny(40000), DUE, DAY)

    assert why(absent("remedy.late_fee_present")) is NoCharge.NONE
    assert why(stated("remedy.interest_waiver", True)) is NoCharge.WAIVED
    open_rate = unknown("remedy.late_fee_rate", Reason.UNCLEAR, words("按LPR的1.5倍"))
    assert why(stated("remedy.late_fee_present", True), open_rate) is NoCharge.RATE_OPEN
