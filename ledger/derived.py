"""Facts that follow from the company's records: who approved what, how the ladder stands, how far the limit reaches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import pairwise

from ..facts.fact import Fact, unknown
from ..values import Money, Quantity, Reason, Record, State, Unit, Value

_CREDIT = frozenset({"credit_manager"})
_FINANCE = frozenset({"finance_manager", "finance_director"})
_SALES = frozenset({"sales_manager"})
_GIVEN = frozenset({"approve", "conditional"})


def derive(book: Mapping[str, Fact]) -> tuple[Fact, ...]:
    """The derived facts of a case; a fact the case states itself is left alone."""
    found = (*_approvals(book), *_ladder(book), *_utilisation(book))
    return tuple(fact for fact in found if book[fact.name].state is not State.STATED)


def _records(book: Mapping[str, Fact], name: str) -> tuple[Record, ...] | None:
    value = book[name].value
    return tuple(row for row in value if isinstance(row, Record)) if isinstance(value, tuple) else None


def _stated(name: str, value: Value, source: Fact) -> Fact:
    return Fact(name, State.STATED, value, origin=source.origin)


def _approvals(book: Mapping[str, Fact]) -> Iterator[Fact]:
    source = book["approval.records"]
    records = _records(book, "approval.records")
    if records is None:
        return
    # Who approved and rejected afterwards has rejected.
    last = {(record.get("role"), record.get("person")): record for record in records}
    given = [record for record in last.values() if record.get("decision") in _GIVEN]
    roles = {str(record.get("role")) for record in given}
    yield _stated("approval.has_credit", bool(roles & _CREDIT), source)
    yield _stated("approval.has_finance", bool(roles & _FINANCE), source)
    yield _stated("approval.has_legal", "legal" in roles, source)
    yield _stated("approval.credit_by_sales", bool(roles & _SALES) and not roles & (_CREDIT | _FINANCE), source)
    people = {str(record.get("person")) for record in given if record.get("person")}
    yield _stated("approval.joint_sign", len(people) > 1, source)
    requester = book["deal.requested_by"].value
    if isinstance(requester, str):
        yield _stated("approval.self_approved", requester in people, source)
    for name, field, pick in (
        ("approval.latest_date", "on", max),
        ("approval.valid_until", "valid_until", min),
        ("approval.final_limit_amount", "amount_limit", max),
        ("approval.final_limit_days", "days_limit", max),
    ):
        values = [value for record in given if (value := record.get(field)) is not None]
        if values and (best := _pick(values, pick)) is not None:
            yield _stated(name, best, source)


def _pick(values: list[Value], pick: object) -> Value | None:
    """The largest or smallest value, or None where they can't be ordered (two currencies)."""
    if len({value.currency for value in values if isinstance(value, Money)}) > 1:
        return None

    def order(value: Value) -> object:
        return value.amount if isinstance(value, Money | Quantity) else value

    return max(values, key=order) if pick is max else min(values, key=order)  # type: ignore[arg-type]


_STEPS = (
    ("collect.letter_offset", "letter"),
    ("collect.visit_offset", "visit"),
    ("collect.stop_ship_offset", "stop_ship"),
)
_LEGAL = frozenset({"lawyer_letter", "suit", "preservation"})


def _ladder(book: Mapping[str, Fact]) -> Iterator[Fact]:
    source = book["collect.ladder"]
    steps = _records(book, "collect.ladder")
    if steps is None:
        return
    offsets: list[tuple[Decimal, str]] = []
    for step in steps:
        offset = step.get("offset")
        if isinstance(offset, Quantity):
            offsets.append((offset.amount, str(step.get("action"))))
    offsets.sort()
    yield _stated("collect.plan_present", bool(offsets), source)
    if not offsets:
        return
    days = [offset for offset, _ in offsets]
    yield _stated("collect.pre_due_reminder", days[0] < 0, source)
    after = [offset for offset in days if offset >= 0]
    if after:
        yield _stated("collect.first_step_offset", Quantity(after[0], Unit.DAYS), source)
    gaps = [later - earlier for earlier, later in pairwise(after)]
    if gaps:
        yield _stated("collect.max_gap_days", Quantity(max(gaps), Unit.DAYS), source)
    for name, action in _STEPS:
        yield _first(name, [offset for offset, taken in offsets if taken == action], source)
    legal = [offset for offset, taken in offsets if taken in _LEGAL]
    yield _first("collect.legal_offset", legal, source)


def _first(name: str, offsets: list[Decimal], source: Fact) -> Fact:
    if not offsets:
        return Fact(name, State.ABSENT, origin=source.origin)
    return _stated(name, Quantity(offsets[0], Unit.DAYS), source)


def _utilisation(book: Mapping[str, Fact]) -> Iterator[Fact]:
    """(exposure + this deal) over the credit limit, in percent; the deal counts in full until it is paid."""
    name = "credit.utilisation_after"
    limit, exposure, deal = (book[fact].value for fact in ("credit.limit", "credit.exposure", "deal.amount_base"))
    if not (isinstance(limit, Money) and isinstance(exposure, Money) and isinstance(deal, Money)):
        return
    if len({limit.currency, exposure.currency, deal.currency}) > 1 or limit.amount <= 0:
        yield unknown(name, Reason.NOT_COMPUTABLE)
        return
    percent = (exposure.amount + deal.amount) * 100 / limit.amount
    yield _stated(name, Quantity(round(percent, 2), Unit.PERCENT), book["credit.limit"])
