"""When each instalment is due, to be expected and cash, worked out by hand."""

from __future__ import annotations

from datetime import date

from deal import SIGNED, cny, deal, one, percent, quantity
from presign.exposure.flows import Flow, flows
from presign.exposure.milestones import Basis, milestones
from presign.facts.fact import Fact, FactBook, stated
from presign.values import Record, Unit


def laid_out(*instalments: Record, facts: tuple[Fact, ...] = ()) -> tuple[Flow, ...]:
    book = deal(*instalments, facts=facts)
    found = flows(book, milestones(book, SIGNED))
    assert found is not None
    return found


def test_shares_sums_the_rest_and_up_to() -> None:
    prepaid = one(pct=percent(30), anchor="sign", days=quantity(5), prepay=True)
    up_to = one(pct=percent(80), cumulative=True, anchor="delivery", days=quantity(30))
    found = laid_out(prepaid, up_to, one(amount=cny(15000), anchor="delivery"), one(balance=True, anchor="acceptance"))
    assert [flow.amount for flow in found] == [cny("30000.00"), cny("50000.00"), cny("15000.00"), cny("5000.00")]


def test_calendar_days_months_and_working_days() -> None:
    found = laid_out(
        one(pct=percent(40), anchor="sign", days=quantity(5), day_type="business"),
        one(pct=percent(30), anchor="delivery", days=quantity(30)),
        one(pct=percent(30), anchor="delivery", months=quantity(3, Unit.MONTHS)),
    )
    # 2 March 2026 is a Monday: five working days on is Monday the 9th. 30 days after 1 April: 1 May; 3 months: 1 July.
    assert [flow.due for flow in found] == [date(2026, 3, 9), date(2026, 5, 1), date(2026, 7, 1)]


def test_working_days_skip_the_spring_festival_and_work_its_make_up_days() -> None:
    book = deal(
        one(pct=percent(100), anchor="sign", days=quantity(3), day_type="business"),
        facts=(stated("contract.sign_date", date(2026, 2, 12)),),
    )
    (flow,) = flows(book, milestones(book, SIGNED)) or ()
    # 13 February works, 14 February (a Saturday) works as a make-up day, then the festival from the 15th to the 23rd.
    assert flow.due == date(2026, 2, 24)


def test_month_end_conventions() -> None:
    (flow,) = laid_out(one(pct=percent(100), anchor="month_end", days=quantity(30)))
    assert flow.due == date(2026, 5, 30)


def test_acceptance_comes_after_the_inspection_period() -> None:
    term = one(pct=percent(100), anchor="acceptance", days=quantity(10))
    (stated_period,) = laid_out(term, facts=(stated("acceptance.period_days", quantity(7)),))
    assert (stated_period.due, stated_period.basis) == (date(2026, 4, 18), Basis.WORKED_OUT)
    (no_period,) = laid_out(term)
    assert (no_period.due, no_period.basis) == (date(2026, 4, 26), Basis.ASSUMED)


def test_what_hangs_on_others_has_no_day() -> None:
    (flow,) = laid_out(one(pct=percent(100), anchor="third_party_payment", back_to_back=True))
    assert (flow.due, flow.expected, flow.cash, flow.buyer_controlled) == (None, None, None, True)


def test_retention_is_kept_for_its_months() -> None:
    found = laid_out(
        one(pct=percent(95), anchor="delivery", days=quantity(30)),
        one(pct=percent(5), anchor="acceptance", retention=True),
        facts=(stated("payment.retention_months", quantity(12, Unit.MONTHS)),),
    )
    assert found[1].due == date(2027, 4, 16)


def test_a_bill_is_cash_when_it_matures() -> None:
    term = one(pct=percent(100), anchor="delivery", days=quantity(30), bill_tenor_months=quantity(6, Unit.MONTHS))
    (flow,) = laid_out(term)
    assert (flow.expected, flow.cash) == (date(2026, 5, 1), date(2026, 10, 28))


def test_habit_and_pay_runs_put_it_off() -> None:
    term = one(pct=percent(100), anchor="delivery", days=quantity(30))
    (late,) = laid_out(term, facts=(stated("history.avg_days_late", quantity(12)),))
    assert (late.due, late.expected) == (date(2026, 5, 1), date(2026, 5, 13))
    runs = (stated("payproc.pay_day", quantity(28, Unit.NUMBER)), stated("history.avg_days_late", quantity(12)))
    (run,) = laid_out(term, facts=runs)
    assert run.expected == date(2026, 5, 28)


def test_money_the_goods_wait_for_is_in_when_they_go() -> None:
    found = laid_out(
        one(pct=percent(20), anchor="sign", days=quantity(3), prepay=True),
        one(pct=percent(40), anchor="acceptance", days=quantity(5)),
        one(pct=percent(40), anchor="delivery", days=quantity(30)),
        facts=(stated("payment.before_delivery_pct", percent(60)), stated("history.avg_days_late", quantity(12))),
    )
    assert [flow.expected for flow in found] == [date(2026, 3, 5), date(2026, 4, 1), date(2026, 5, 13)]


def test_without_a_price_or_with_two_open_sums_nothing_is_laid_out() -> None:
    book = deal(one(anchor="sign"), one(anchor="delivery"))
    assert flows(book, milestones(book, SIGNED)) is None
    bare = FactBook({name: fact for name, fact in book.facts.items() if name != "contract.amount"}, "sale")
    assert flows(bare, milestones(bare, SIGNED)) is None
    over = deal(one(amount=cny(90000), anchor="sign"), one(amount=cny(20000), anchor="sign"), one(balance=True))
    assert flows(over, milestones(over, SIGNED)) is None
