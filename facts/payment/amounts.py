"""Shares that follow from amounts: a deposit of 40,000 out of a price of 200,000 is a fifth of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from ...values import Money, Quantity, Reason, Record, State, Unit
from ..fact import Evidence, Fact

_ALL = Decimal(100)


def shares_from_amounts(facts: Mapping[str, Fact]) -> Iterator[Fact]:
    """`prepay_pct`, `before_delivery_pct`, `pct_sum` where only the amounts were said and the price is known.

    Each rests on the words of the amount and of the price. Nothing is derived across currencies, from a price that
    a payment exceeds, or where the fact was read already.
    """
    price, terms = facts.get("contract.amount"), facts.get("payment.instalments")
    if price is None or terms is None or not isinstance(price.value, Money) or not isinstance(terms.value, tuple):
        return
    ones = [one for one in terms.value if isinstance(one, Record)]
    whole = price.value
    if whole.amount <= 0 or any(not _within(one, whole) for one in ones) or _added(ones) > whole.amount:
        return
    ahead = facts.get("payment.prepay_pct")
    share = _sum([one for one in ones if _is_yes(one, "prepay") or one.get("anchor") == "sign"], whole)
    if ahead is not None and _is_open(ahead) and share is not None:
        yield _derived("payment.prepay_pct", share, ahead.evidence + price.evidence)
        before = facts.get("payment.before_delivery_pct")
        if before is not None and _is_open(before) and _same_places(before, ahead):
            yield _derived("payment.before_delivery_pct", share, before.evidence + price.evidence)
    total = facts.get("payment.pct_sum")
    if total is not None and _is_open(total) and (added := _whole(ones, whole)) is not None:
        yield _derived("payment.pct_sum", added, total.evidence + price.evidence)


def _derived(name: str, share: Decimal, evidence: tuple[Evidence, ...]) -> Fact:
    return Fact(name, State.STATED, Quantity(share, Unit.PERCENT), None, evidence)


def _is_open(fact: Fact) -> bool:
    return fact.state is State.UNKNOWN and fact.reason in (Reason.UNCLEAR, Reason.NOT_COMPUTABLE)


def _same_places(one: Fact, other: Fact) -> bool:
    """Whether two facts rest on the same words, so on the same instalments."""
    return {(e.block, e.start, e.end) for e in one.evidence} == {(e.block, e.start, e.end) for e in other.evidence}


def _within(one: Record, price: Money) -> bool:
    amount = one.get("amount")
    return not isinstance(amount, Money) or (amount.currency == price.currency and amount.amount <= price.amount)


def _added(ones: Sequence[Record]) -> Decimal:
    """What the payments come to that are sums of their own: a price that they exceed is none."""
    sums = [one.get("amount") for one in ones if one.get("pct") is None and not _is_yes(one, "cumulative")]
    return sum((one.amount for one in sums if isinstance(one, Money)), Decimal(0))


def _is_yes(one: Record, key: str) -> bool:
    return one.get(key) is True


def _share(one: Record, price: Money) -> Decimal | None:
    pct, amount = one.get("pct"), one.get("amount")
    if isinstance(pct, Quantity):
        return None if _is_yes(one, "cumulative") else pct.amount
    return amount.amount * 100 / price.amount if isinstance(amount, Money) else None


def _sum(ones: Sequence[Record], price: Money) -> Decimal | None:
    shares = [_share(one, price) for one in ones]
    known = [share for share in shares if share is not None]
    return _plain(sum(known, Decimal(0))) if known and len(known) == len(shares) else None


def _plain(share: Decimal) -> Decimal:
    """A share in millionths of a percent, so that the sum it came from can be had back; whole ones stay whole."""
    rounded = round(share, 6)
    return rounded.to_integral_value() if rounded == rounded.to_integral_value() else rounded


def _whole(ones: Sequence[Record], price: Money) -> Decimal | None:
    """The sum of all shares; a balance without a sum of its own, said last, makes it whole.

    Less than the whole gives none: sums of money that don't reach the price are told of elsewhere, or weren't read.
    """
    if len(ones) < 2:
        return None
    last = ones[-1]
    if _is_yes(last, "balance") and _share(last, price) is None:
        paid = _sum(ones[:-1], price)
        return _ALL if paid is not None and paid < _ALL else None
    added = _sum(ones, price)
    return added if added is not None and added >= _ALL else None
