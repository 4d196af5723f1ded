"""What is to be done on a day: the steps that have come, over contracts and over the ledger's open invoices.

The ladder's last step that has come is what is to be done; those before it are named, for whoever left them out. A
step on record as done is done, and so is what should have come before it: then the step after it is named, once its
day comes to be done.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from ..facts.fact import FactBook, stated
from ..ledger.store.facts import CustomerFile
from ..ledger.store.steps import Taken
from ..policylang.core import Program
from ..values import Money, Quantity, Unit
from .deadlines import Deadline
from .ladder import Ladder, Offsets, ladder_of
from .law import working_day_after, working_day_before
from .open_items import OpenInvoice, open_invoices
from .plan import Instalment, Plan
from .progress import Recorded, Standing, stands

_NEED_CONTRACT = frozenset(("stop_ship", "guarantor_claim", "bill_recourse"))
"""Steps nobody may take on an invoice alone: the contract gives the right or doesn't."""


Steps = Mapping[int, tuple[Taken, ...]]
"""The steps on record, by customer."""
NO_STEPS: Steps = {}
_HABIT_FROM = 3
"""Invoices that have fallen due before anybody speaks of a habit: one late invoice is late, not a habit."""


class Status(StrEnum):
    """Why something is on the list."""

    TODAY = "today"
    OVERDUE = "overdue"
    """The step's day is over, and the next step's hasn't come."""
    DEADLINE = "deadline"
    GONE = "gone"
    """The last day of the right is over."""
    NEXT = "next"
    """All that has come is done; this comes next."""
    END = "end"
    """All of the ladder is done, and the money is still open."""


@dataclass(frozen=True, slots=True)
class Work:
    """One thing to do. `contract` with `number` is an instalment, `invoice` an invoice of the ledger; both when the
    ledger has the instalment's invoice. `action` is a step of the ladder, `first`, or the kind of a deadline.
    """

    customer: str
    status: Status
    action: str
    day: date
    due: date | None
    days_late: int
    amount: Money
    owner: str | None = None
    contract: str = ""
    path: str = ""
    number: int | None = None
    part: int = 0
    """Which of several deliveries an instalment pays, where each is paid for itself."""
    invoice: str = ""
    earlier: tuple[str, ...] = ()
    nothing_open: bool = False
    disputed: bool = False
    deadline: Deadline | None = None
    done: tuple[Taken, ...] = ()
    """What is on record as done about it, the last last."""


@dataclass(frozen=True, slots=True)
class Group:
    """A customer's work in one currency, what is due at most, and how late it is at most."""

    customer: str
    amount: Money
    days_late: int
    works: tuple[Work, ...] = field(default=())
    broken: int | None = None
    """Promises to pay that weren't kept in 12 months; None where none are on record."""


def of_plan(plan: Plan, customer: str, contract: str, as_of: date) -> Iterator[Work]:
    """What a contract asks for on a day."""
    for one in plan.instalments:
        due = one.payable
        late = max(0, (as_of - due).days) if due is not None else 0
        work = Work(customer, Status.TODAY, "", as_of, one.flow.due, late, one.flow.amount, plan.owner, contract)
        work = replace(work, path=plan.document.path, number=one.flow.number, part=one.flow.part)
        yield from _first(one, work, as_of)
        steps = [(step.day, step.action, step.owner) for step in one.steps]
        yield from _reached(steps, replace(work, done=one.done), as_of)
        yield from _deadlines(one, work, as_of)


def _first(one: Instalment, work: Work, as_of: date) -> Iterator[Work]:
    """What must come first, until the money is due; for an instalment without a day for as long as it has none."""
    if one.first is None or one.first.day > as_of or (one.flow.due is not None and one.flow.due <= as_of):
        return
    status = Status.TODAY if one.first.day == as_of else Status.OVERDUE
    yield replace(work, status=status, action="first", day=one.first.day)


def _reached(steps: Sequence[tuple[date, str, str | None]], work: Work, as_of: date) -> Iterator[Work]:
    pending = _pending(steps, work, as_of)
    come = [each for each in pending if each[0] <= as_of]
    if not come:
        yield from _coming(pending, steps, work) if work.done else ()
        return
    last = come[-1][0]
    now = [each for each in come if each[0] == last]
    earlier = tuple(action for day, action, _ in come if day < last)
    for day, action, owner in now:
        status = Status.TODAY if day == as_of else Status.OVERDUE
        yield replace(work, status=status, action=action, day=day, owner=owner or work.owner, earlier=earlier)


def _pending(
    steps: Sequence[tuple[date, str, str | None]], work: Work, as_of: date
) -> list[tuple[date, str, str | None]]:
    """The steps that are neither done nor passed over."""
    found = stands([(day, action) for day, action, _ in steps], work.done, as_of)
    settled = (Standing.DONE, Standing.PASSED_OVER)
    return [step for step, stand in zip(steps, found, strict=True) if stand.standing not in settled]


def _coming(
    pending: Sequence[tuple[date, str, str | None]], steps: Sequence[tuple[date, str, str | None]], work: Work
) -> Iterator[Work]:
    """The next step where all that has come is done; the end of the ladder where there is none."""
    if pending:
        day, action, owner = pending[0]
        yield replace(work, status=Status.NEXT, action=action, day=day, owner=owner or work.owner)
    elif steps:
        day, action, owner = steps[-1]
        yield replace(work, status=Status.END, action=action, day=day, owner=owner or work.owner)


def _deadlines(one: Instalment, work: Work, as_of: date) -> Iterator[Work]:
    for each in one.deadlines:
        if each.remind <= as_of and (as_of <= each.last or each.gone(as_of)):
            status = Status.DEADLINE if as_of <= each.last else Status.GONE
            yield replace(work, status=status, action=each.kind.value, day=each.last, deadline=each)


def of_invoices(
    files: Iterable[CustomerFile], program: Program, as_of: date, steps: Steps = NO_STEPS
) -> Iterator[Work]:
    """What the open invoices of customers ask for on a day, by the ladder of each one's grade and habits.

    `steps` are those on record, by customer.
    """
    known: dict[str, Offsets] = {}
    for file in files:
        ladder = ladder_of(_book(file), program, as_of, known)
        yield from _of_customer(file, ladder, as_of, Recorded(steps.get(file.customer.id, ())))


def _of_customer(file: CustomerFile, ladder: Ladder, as_of: date, kept: Recorded) -> Iterator[Work]:
    for invoice in open_invoices(file):
        late = max(0, (as_of - invoice.due).days)
        work = Work(file.customer.name, Status.TODAY, "", as_of, invoice.due, late, invoice.amount)
        done = kept.about_invoice(invoice.number)
        work = replace(work, invoice=invoice.number, disputed=invoice.disputed, done=done)
        yield from _reached(_steps(invoice, ladder), work, as_of)


def _steps(invoice: OpenInvoice, ladder: Ladder) -> list[tuple[date, str, str | None]]:
    calendar = "CN" if invoice.amount.currency == "CNY" else None
    found: list[tuple[date, str, str | None]] = []
    for action in ladder.actions:
        offset = ladder.offset(action)
        if offset is None or action in _NEED_CONTRACT:
            continue
        day = invoice.due + timedelta(days=offset)
        moved = working_day_before(day, calendar) if action == "reminder" else working_day_after(day, calendar)
        found.append((moved, action, None))
    return sorted(found, key=lambda each: (each[0], ladder.actions.index(each[1])))


def _book(file: CustomerFile) -> FactBook:
    """What the ladder asks of a customer, from the ledger's figures."""
    figures = file.figures
    facts = [stated("customer.grade", file.customer.grade)] if file.customer.grade else []
    numbers: list[tuple[str, int | Decimal | None, Unit]]
    numbers = [("history.broken_promises_12m", figures.broken_promises, Unit.NUMBER)]
    if sum(each.due_on < file.dealings.as_of for each in file.dealings.invoices) >= _HABIT_FROM:
        numbers.append(("history.avg_days_late", figures.average_days_late, Unit.DAYS))
        numbers.append(("history.on_time_ratio", figures.on_time_percent, Unit.PERCENT))
    facts += [
        stated(name, Quantity(round(Decimal(value), 2), unit)) for name, value, unit in numbers if value is not None
    ]
    return FactBook({fact.name: fact for fact in facts})


def with_invoices(works: Iterable[Work], files: Iterable[CustomerFile], known: frozenset[str]) -> list[Work]:
    """Instalments and invoices seen as one where amount and due day agree; `known` are the ledger's customers."""
    opened = {file.customer.name: open_invoices(file) for file in files}
    return [_with_invoice(work, opened.get(work.customer, ()), work.customer in known) for work in works]


def _with_invoice(work: Work, opened: tuple[OpenInvoice, ...], known: bool) -> Work:
    if work.invoice or work.number is None:
        return work
    same = [each for each in opened if each.due == work.due and each.amount == work.amount]
    if len(same) == 1:
        return replace(work, invoice=same[0].number, disputed=same[0].disputed)
    return replace(work, nothing_open=known and not opened and work.days_late > 0)


def grouped(works: Iterable[Work], files: Iterable[CustomerFile] = ()) -> tuple[Group, ...]:
    """By customer and currency: the largest amount first, of equal ones the latest; within a customer the same.

    A customer's amount counts each instalment and each invoice once, however much there is to do about it.
    """
    kept = list(works)
    behind = {(each.customer, each.invoice) for each in kept if each.number is not None and each.invoice}
    kept = [each for each in kept if each.number is not None or (each.customer, each.invoice) not in behind]
    found: dict[tuple[str, str], list[Work]] = {}
    for work in kept:
        found.setdefault((work.customer, work.amount.currency), []).append(work)
    broken = {file.customer.name: file.figures.broken_promises for file in files}
    groups = [
        replace(_group(customer, currency, each), broken=broken.get(customer))
        for (customer, currency), each in found.items()
    ]
    return tuple(sorted(groups, key=lambda g: (g.amount.currency, -g.amount.amount, -g.days_late, g.customer)))


def _group(customer: str, currency: str, works: list[Work]) -> Group:
    items = {(each.path, each.contract, each.number, each.part, each.invoice): each.amount.amount for each in works}
    # What only comes next goes behind what is to be done.
    works.sort(
        key=lambda w: (
            w.status is Status.NEXT,
            -w.amount.amount,
            -w.days_late,
            w.path,
            w.number or 0,
            w.part,
            w.invoice,
            w.day,
        )
    )
    total = Money(sum(items.values(), Decimal(0)), currency)
    return Group(customer, total, max(each.days_late for each in works), tuple(works))
