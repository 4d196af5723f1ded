"""Facts that follow from several families at once: effective credit days, peak exposure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from ..values import Money, Quantity, Reason, State, Unit
from . import regexes as re
from .fact import Fact, unknown
from .payment.amounts import shares_from_amounts
from .security.last_due import last_due_date

# 民法典 has no month length; trade counts a bill's month as 30 days.
_DAYS_A_MONTH = Decimal(30)
_PERIODIC = re.compile(
    r"按[月季]度?(?:支付|付款|付|结算)|(?:当|上)月(?:已)?(?:完成|完工|服务|发生|供货|实际)|每(?:月|季度?)(?:服务费|租金|费用|支付)|月进度"
    r"|\b(?:monthly|quarterly) (?:install?ments?|fees?|payments?|retainer|invoices?)\b|\beach (?:calendar )?month\b"
    r"|\bper month\b|\binvoiced (?:monthly|quarterly)\b",
    re.IGNORECASE,
)


def derive(facts: Mapping[str, Fact]) -> Iterator[Fact]:
    """The derived facts of a contract, each with the evidence of what it was derived from."""
    terms = facts.get("payment.instalments")
    periodic = terms is not None and _is_periodic(terms)
    shares = {} if periodic else {fact.name: fact for fact in shares_from_amounts(facts)}
    yield from shares.values()
    yield _effective_days(facts)
    yield _peak_exposure({**facts, **shares})
    yield last_due_date(facts)


def _amount(facts: Mapping[str, Fact], name: str) -> Decimal | None:
    fact = facts.get(name)
    return fact.value.amount if fact is not None and isinstance(fact.value, Quantity) else None


def _effective_days(facts: Mapping[str, Fact]) -> Fact:
    """Days from delivery until money is in hand: inspection, credit, bill tenor.

    A credit period in working days is 7/5 as long in calendar days. The inspection counts only where the credit runs
    from acceptance.
    """
    name = "payment.effective_credit_days"
    net = facts.get("payment.net_days")
    days = _amount(facts, "payment.net_days")
    if net is None or days is None:
        state_known = net is not None and net.state is State.ABSENT
        return Fact(name, State.ABSENT) if state_known else unknown(name, Reason.NOT_COMPUTABLE)
    used = [net]
    if (kind := facts.get("payment.day_type")) is not None and kind.value == "business":
        days = days * 7 / 5
        used.append(kind)
    anchor = facts.get("payment.anchor_event")
    inspection = _amount(facts, "acceptance.period_days")
    if anchor is not None and anchor.value == "acceptance" and inspection is not None:
        within = facts["acceptance.period_days"]
        if not _same_words(within, net):
            days += inspection
            used.append(within)
    tenor = _amount(facts, "payment.bill_tenor_months")
    if tenor is not None:
        days += tenor * _DAYS_A_MONTH
        used.append(facts["payment.bill_tenor_months"])
    evidence = tuple(item for fact in used for item in fact.evidence)
    return Fact(name, State.STATED, Quantity(round(days, 0), Unit.DAYS), None, evidence)


def _same_words(one: Fact, other: Fact) -> bool:
    """Whether one fact was read from the very words of another: the same days aren't counted twice."""
    spans = [(item.block, item.start, item.end) for item in other.evidence]
    return any(
        item.block == block and item.start < end and start < item.end
        for item in one.evidence
        for block, start, end in spans
    )


def _is_periodic(terms: Fact) -> bool:
    """Whether the price is paid month by month: then it is never outstanding whole."""
    return any(_PERIODIC.search(item.quote) is not None for item in terms.evidence)


def _peak_exposure(facts: Mapping[str, Fact]) -> Fact:
    """The largest sum outstanding when all is delivered: the price less what is paid before delivery."""
    name = "payment.peak_exposure"
    price, before = facts.get("contract.amount"), facts.get("payment.before_delivery_pct")
    if price is None or before is None or not isinstance(price.value, Money) or not isinstance(before.value, Quantity):
        return unknown(name, Reason.NOT_COMPUTABLE)
    if (terms := facts.get("payment.instalments")) is not None and _is_periodic(terms):
        return unknown(name, Reason.NOT_COMPUTABLE, *price.evidence, *terms.evidence)
    left = price.value.amount * (100 - before.value.amount) / 100
    value = Money(round(max(left, Decimal(0)), 2), price.value.currency)
    return Fact(name, State.STATED, value, None, price.evidence + before.evidence)
