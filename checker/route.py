"""Who has to approve a deal, in which order, and what is missing, by the company's authority matrix.

企业内部控制基本规范 article 30 and 应用指引第9号 articles 4 to 6 (approval by authority); COSO 2013, principle 10. The
last approver comes from the table `final_approver`, asked with the larger of the deal and the exposure it leads to,
the effective credit days and the customer's grade.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from ..facts.fact import FactBook
from ..policylang.core import Program
from ..policylang.parameter_values import named_value
from ..values import Money, Quantity, Record, Value
from .report import DocumentReport

if TYPE_CHECKING:
    from ..ledger.store.approvals import Approval
    from ..ledger.terms import Change

FINAL = "final_approver"
ROLES = (
    "sales_manager",
    "credit_manager",
    "finance_manager",
    "legal",
    "finance_director",
    "general_manager",
    "board",
)
"""From the first to approve to the last. Those who review may do so side by side; the last approver comes after all."""
_STANDS_IN = {"finance_manager": ("finance_director",), "credit_manager": (), "legal": ()}
_GIVEN = frozenset(("approve", "conditional"))


class Why(StrEnum):
    """Why an approval is asked for."""

    OWNER = "owner"
    CREDIT = "credit"
    FINANCE = "finance"
    LEGAL_AMOUNT = "legal_amount"
    LEGAL_TEXT = "legal_text"
    FINAL = "final"
    JOINT = "joint"


class Fault(StrEnum):
    """Why an approval that was given doesn't count."""

    MISSING = "missing"
    REJECTED = "rejected"
    OWN_DEAL = "own_deal"
    EXPIRED = "expired"
    AMOUNT = "amount"
    DAYS = "days"
    EARLY = "early"
    CHANGED = "changed"
    """The contract's terms aren't those that were approved."""


@dataclass(frozen=True, slots=True)
class Stop:
    """One approver on the way: why, the record of the approval if there is one, and what is wrong with it."""

    role: str
    why: tuple[Why, ...]
    record: Record | None
    faults: tuple[Fault, ...]
    changes: tuple[Change, ...] = ()
    """The terms that changed after the approval, as far as the ledger can tell them."""


@dataclass(frozen=True, slots=True)
class Route:
    """The way a deal goes. `missing` names the facts without which the matrix gives no last approver."""

    amount: Money | None
    exposure_counts: bool
    """Whether the exposure the deal leads to is larger than the deal, and so counts."""
    days: Quantity | None
    grade: str | None
    final: str | None
    missing: tuple[str, ...]
    stops: tuple[Stop, ...]

    @property
    def complete(self) -> bool:
        """Whether every approval is there and counts."""
        return self.final is not None and not any(stop.faults for stop in self.stops)


def route(document: DocumentReport, program: Program) -> Route:
    """The route of a document's deal."""
    book, day = document.facts, document.as_of
    amount, exposure_counts = _amount(book)
    days = _quantity(book, "payment.effective_credit_days") or _quantity(book, "payment.net_days")
    grade = book["customer.grade"].value
    final = _final(program, (amount, days, grade), day)
    missing = () if final is not None else _missing(program, amount, days, grade)
    reasons = _reasons(book, program, amount, days, final, day)
    void = tuple(each for each in document.approvals if each.void)
    stops: list[Stop] = []
    latest: date | None = None
    for role in ROLES:
        if role not in reasons:
            continue
        stop = _stop(role, reasons[role], book, amount, days, latest, day, is_final=role == final)
        stops.append(_voided(stop, void) if stop.record is None else stop)
        if stop.record is not None and isinstance(given := stop.record.get("on"), date):
            latest = max(latest, given) if latest is not None else given
    shown = grade if isinstance(grade, str) else None
    return Route(amount, exposure_counts, days, shown, final, missing, tuple(stops))


def _amount(book: FactBook) -> tuple[Money | None, bool]:
    """The larger of the deal and the exposure with it, where both are in one currency."""
    deal = next((v for n in ("deal.amount_base", "contract.amount") if isinstance(v := book[n].value, Money)), None)
    exposure = book["credit.exposure"].value
    if deal is None or not isinstance(exposure, Money) or exposure.currency != deal.currency:
        return deal, False
    return Money(exposure.amount + deal.amount, deal.currency), exposure.amount > 0


def _quantity(book: FactBook, name: str) -> Quantity | None:
    value = book[name].value
    return value if isinstance(value, Quantity) else None


def _final(program: Program, keys: tuple[Value | None, ...], day: date) -> str | None:
    value = named_value(program, FINAL, keys, day)
    return value if isinstance(value, str) else None


def _missing(program: Program, *keys: Value | None) -> tuple[str, ...]:
    table = program.parameters.get(FINAL)
    if table is None:
        return (FINAL,)
    unknown = tuple(fact.name for fact, key in zip(table.keys, keys, strict=True) if key is None)
    return unknown or (FINAL,)


def _reasons(
    book: FactBook, program: Program, amount: Money | None, days: Quantity | None, final: str | None, day: date
) -> dict[str, tuple[Why, ...]]:
    """Each approver with the reasons for asking."""
    found: dict[str, list[Why]] = {}

    def ask(role: str, why: Why) -> None:
        found.setdefault(role, []).append(why)

    ask("sales_manager", Why.OWNER)
    if days is None or days.amount > 0:
        ask("credit_manager", Why.CREDIT)
        ask("finance_manager", Why.FINANCE)
    if _reaches(amount, "legal_review_from", program, day):
        ask("legal", Why.LEGAL_AMOUNT)
    if book["contract.is_standard_template"].value is False:
        ask("legal", Why.LEGAL_TEXT)
    if final is not None:
        ask(final, Why.FINAL)
    if _reaches(amount, "joint_sign_from", program, day):
        ask("finance_director", Why.JOINT)
        if final not in ("general_manager", "board"):
            ask("general_manager", Why.JOINT)
    return {role: tuple(reasons) for role, reasons in found.items()}


def _reaches(amount: Money | None, name: str, program: Program, day: date) -> bool:
    least = named_value(program, name, (), day)
    if amount is None or not isinstance(least, Money) or least.currency != amount.currency:
        return False
    return amount.amount >= least.amount


def _stop(
    role: str,
    why: tuple[Why, ...],
    book: FactBook,
    amount: Money | None,
    days: Quantity | None,
    latest: date | None,
    day: date,
    *,
    is_final: bool,
) -> Stop:
    record = _record(role, book)
    if record is None:
        return Stop(role, why, None, (Fault.MISSING,))
    return Stop(role, why, record, tuple(_faults(record, book, amount, days, latest, day, is_final=is_final)))


def _voided(stop: Stop, void: Sequence[Approval]) -> Stop:
    """A stop nobody has approved as the contract is, with the approval of other terms if there is one."""
    roles = (stop.role, *_STANDS_IN.get(stop.role, ()))
    fitting = [each for each in void if each.role in roles]
    if not fitting:
        return stop
    return Stop(stop.role, stop.why, fitting[-1].record, (Fault.CHANGED,), fitting[-1].changes)


def _record(role: str, book: FactBook) -> Record | None:
    """The last record of the role, or of one that stands in for it."""
    records = book["approval.records"].value
    roles = (role, *_STANDS_IN.get(role, ()))
    own = [each for each in records if isinstance(each, Record)] if isinstance(records, tuple) else []
    fitting = [each for each in own if each.get("role") in roles]
    return fitting[-1] if fitting else None


def _faults(
    record: Record,
    book: FactBook,
    amount: Money | None,
    days: Quantity | None,
    latest: date | None,
    day: date,
    *,
    is_final: bool,
) -> Iterator[Fault]:
    if record.get("decision") not in _GIVEN:
        yield Fault.REJECTED
    person, requester = record.get("person"), book["deal.requested_by"].value
    if person is not None and person == requester:
        yield Fault.OWN_DEAL
    until, given = record.get("valid_until"), record.get("on")
    if isinstance(until, date) and until < day:
        yield Fault.EXPIRED
    if not is_final:
        return
    if isinstance(given, date) and latest is not None and given < latest:
        yield Fault.EARLY
    limit, longest = record.get("amount_limit"), record.get("days_limit")
    if isinstance(limit, Money) and amount is not None and _over(amount, limit):
        yield Fault.AMOUNT
    if isinstance(longest, Quantity) and days is not None and days.amount > longest.amount:
        yield Fault.DAYS


def _over(amount: Money, limit: Money) -> bool:
    """Whether an amount is beyond a limit; one in another currency isn't within it."""
    return amount.currency != limit.currency or amount.amount > max(limit.amount, Decimal(0))
