"""Terms of payment changed for a what-if: the schedule follows the summary facts that describe it.

A reader sets "30 % ahead, 45 days": the instalments have to say the same, or the exposure would be the old deal's.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from ..facts.fact import Fact, FactBook, stated
from ..values import Money, Quantity, Record, State, Unit, Value

_ALL = Decimal(100)
_TERMS = "payment.instalments"
_OTHERS = frozenset(("third_party_payment", "buyer_approval", "audit", "undefined"))


def with_schedule(book: FactBook, changed: Mapping[str, Value]) -> FactBook:
    """The book with its schedule as the changed facts describe it; as it was where there is no schedule of shares.

    `book` is the deal as it was: the changed facts themselves aren't in it yet.
    """
    ones = _shares(book)
    if ones is None or _TERMS in changed:
        return book
    if isinstance(ahead := changed.get("payment.prepay_pct"), Quantity):
        ones = _prepaid(ones, ahead.amount)
        book = _ahead(book, ahead.amount)
    if isinstance(kept := changed.get("payment.retention_pct"), Quantity):
        ones = _retained(ones, kept.amount)
    if isinstance(net := changed.get("payment.net_days"), Quantity):
        ones = [_due_within(one, net, book["payment.net_days"].value) for one in ones]
    if changed.get("payment.back_to_back") is False:
        ones = [_put(one, back_to_back=False) for one in ones]
        ones = [_on_delivery(one) if one.get("anchor") == "third_party_payment" else one for one in ones]
    if changed.get("payment.anchor_buyer_controlled") is False:
        ones = [_on_delivery(one) if _in_their_hands(one) else one for one in ones]
    old = book[_TERMS]
    return book.with_facts(Fact(_TERMS, State.STATED, tuple(ones), None, old.evidence))


def _shares(book: FactBook) -> list[Record] | None:
    """The instalments with a share each; None when a share can't be told."""
    terms, price = book[_TERMS].value, book["contract.amount"].value
    if not isinstance(terms, tuple):
        return None
    found: list[Record] = []
    so_far = Decimal(0)
    for one in (each for each in terms if isinstance(each, Record)):
        share = _share(one, price, so_far)
        if share is None:
            return None
        so_far += share
        found.append(_put(one, pct=Quantity(share, Unit.PERCENT), cumulative=False, balance=False, amount=None))
    return found or None


def _share(one: Record, price: Value | None, so_far: Decimal) -> Decimal | None:
    pct, amount = one.get("pct"), one.get("amount")
    if isinstance(pct, Quantity):
        return pct.amount - so_far if one.get("cumulative") is True else pct.amount
    if isinstance(amount, Money) and isinstance(price, Money) and price.amount:
        return amount.amount * 100 / price.amount
    return _ALL - so_far if one.get("balance") is True else None


def _prepaid(ones: list[Record], share: Decimal) -> list[Record]:
    """`share` percent ahead; what follows shares the rest as before."""
    later = [one for one in ones if one.get("prepay") is not True]
    first = next((one for one in ones if one.get("prepay") is True), None)
    before = sum((_pct(one) for one in later), Decimal(0))
    if not before:
        return ones
    scaled = [_put(one, pct=_percent(_pct(one) * (_ALL - share) / before)) for one in later]
    if not share:
        return scaled
    ahead = first or Record((("anchor", "sign"), ("days", Quantity(Decimal(5), Unit.DAYS)), ("prepay", True)))
    return [_put(ahead, pct=_percent(share)), *scaled]


def _retained(ones: list[Record], share: Decimal) -> list[Record]:
    """`share` percent kept back; the largest other instalment takes the difference."""
    kept = next((at for at, one in enumerate(ones) if one.get("retention") is True), None)
    others = [at for at, one in enumerate(ones) if at != kept and one.get("prepay") is not True]
    if kept is None or not others:
        return ones
    largest = max(others, key=lambda at: _pct(ones[at]))
    difference = _pct(ones[kept]) - share
    made = list(ones)
    made[kept] = _put(ones[kept], pct=_percent(share))
    made[largest] = _put(ones[largest], pct=_percent(_pct(ones[largest]) + difference))
    return [one for one in made if _pct(one) > 0]


def _ahead(book: FactBook, share: Decimal) -> FactBook:
    """What is paid before delivery changes with what is paid ahead."""
    before, old = book["payment.before_delivery_pct"].value, book["payment.prepay_pct"].value
    rest = (
        before.amount - (old.amount if isinstance(old, Quantity) else 0) if isinstance(before, Quantity) else Decimal(0)
    )
    return book.with_facts(stated("payment.before_delivery_pct", _percent(min(_ALL, share + max(rest, Decimal(0))))))


def _due_within(one: Record, net: Quantity, old: Value | None) -> Record:
    """An instalment on credit with more days than `net`, or with those that were the longest, has `net` days.

    What is paid ahead or kept back has days of its own.
    """
    period = one.get("days")
    on_credit = one.get("prepay") is not True and one.get("retention") is not True
    changes = isinstance(period, Quantity) and (period.amount > net.amount or period == old)
    return _put(one, days=net, day_type="calendar") if on_credit and changes else one


def _in_their_hands(one: Record) -> bool:
    return one.get("buyer_controlled") is True or one.get("anchor") in _OTHERS


def _on_delivery(one: Record) -> Record:
    return _put(one, anchor="delivery", buyer_controlled=False, back_to_back=False)


def _pct(one: Record) -> Decimal:
    share = one.get("pct")
    return share.amount if isinstance(share, Quantity) else Decimal(0)


def _percent(share: Decimal) -> Quantity:
    return Quantity(share, Unit.PERCENT)


def _put(one: Record, **fields: Value | None) -> Record:
    """The record with fields put in; None takes one out."""
    kept = {name: value for name, value in one.fields if name not in fields}
    return Record(tuple((kept | {name: value for name, value in fields.items() if value is not None}).items()))
