"""A schedule that follows the terms that are set."""

from __future__ import annotations

from decimal import Decimal

from deal import cny, deal, one, percent, quantity
from presign.checker.terms import with_schedule
from presign.facts.fact import Fact, FactBook, stated
from presign.values import Quantity, Record, Value

AHEAD = one(pct=percent(20), anchor="sign", days=quantity(5), prepay=True)
CREDIT = one(pct=percent(75), anchor="delivery", days=quantity(60))
KEPT = one(pct=percent(5), anchor="acceptance", retention=True)


def ones(book: FactBook) -> list[Record]:
    terms = book["payment.instalments"].value
    assert isinstance(terms, tuple)
    return [each for each in terms if isinstance(each, Record)]


def changed(*instalments: Record, facts: tuple[Fact, ...] = (), **settings: Value) -> list[Record]:
    values = {f"payment.{name}": value for name, value in settings.items()}
    return ones(with_schedule(deal(*instalments, facts=facts), values))


def shares(found: list[Record]) -> list[Decimal]:
    return [share.amount for each in found if isinstance(share := each.get("pct"), Quantity)]


def test_more_ahead_leaves_less_of_each_that_follows() -> None:
    # 75 : 5 of what is left of 60 %.
    assert shares(changed(AHEAD, CREDIT, KEPT, prepay_pct=percent(40))) == [
        Decimal(40),
        Decimal("56.25"),
        Decimal("3.75"),
    ]
    assert shares(changed(CREDIT, KEPT, prepay_pct=percent(20))) == [Decimal(20), Decimal(75), Decimal(5)]
    assert shares(changed(AHEAD, CREDIT, KEPT, prepay_pct=percent(0))) == [Decimal("93.75"), Decimal("6.25")]


def test_days_change_where_there_is_credit() -> None:
    old = (stated("payment.net_days", quantity(60)),)
    shorter = changed(AHEAD, CREDIT, KEPT, facts=old, net_days=quantity(30))
    assert [each.get("days") for each in shorter] == [quantity(5), quantity(30), None]
    longer = changed(AHEAD, CREDIT, KEPT, facts=old, net_days=quantity(90))
    assert longer[1].get("days") == quantity(90)


def test_less_kept_back_is_paid_with_the_largest() -> None:
    assert shares(changed(AHEAD, CREDIT, KEPT, retention_pct=percent(3))) == [Decimal(20), Decimal(77), Decimal(3)]
    assert shares(changed(AHEAD, CREDIT, KEPT, retention_pct=percent(0))) == [Decimal(20), Decimal(80)]


def test_payment_no_longer_hangs_on_others() -> None:
    term = one(pct=percent(100), anchor="third_party_payment", days=quantity(30), back_to_back=True)
    (found,) = changed(term, back_to_back=False)
    assert (found.get("anchor"), found.get("back_to_back")) == ("delivery", False)


def test_sums_and_the_rest_become_shares() -> None:
    found = changed(
        one(amount=cny(30000), anchor="sign", prepay=True), one(balance=True, anchor="delivery"), prepay_pct=percent(50)
    )
    assert shares(found) == [Decimal(50), Decimal(50)]


def test_a_schedule_without_shares_stays_as_it_is() -> None:
    book = deal(one(anchor="sign"), one(anchor="delivery"))
    assert with_schedule(book, {"payment.prepay_pct": percent(50)}) is book
