"""How far the collection of a sum has come: what was done, what was left out, what is overdue, what comes next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from ..exposure.flows import Flow
from ..ledger.store.amounts import money
from ..ledger.store.facts import CustomerFile
from ..ledger.store.steps import Taken
from ..values import Money


class Standing(StrEnum):
    """How a step of the ladder stands on a day."""

    DONE = "done"
    PASSED_OVER = "passed_over"
    """Not done, and a later one was."""
    OVERDUE = "overdue"
    TODAY = "today"
    NEXT = "next"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Stand:
    """A step's standing, and the record of it where it was done."""

    standing: Standing
    taken: Taken | None = None


@dataclass(frozen=True, slots=True)
class Recorded:
    """What is on record of one customer's collection. `billed` names the one invoice of a due day and an amount."""

    steps: tuple[Taken, ...] = ()
    billed: Mapping[tuple[date, Money], str] = field(default_factory=dict)

    def about(self, contract: str, flow: Flow) -> tuple[Taken, ...]:
        """The steps about an instalment of a contract, or about the invoice it was billed with."""
        invoice = self.billed.get((flow.due, flow.amount)) if flow.due is not None else None
        return tuple(
            each
            for each in self.steps
            if (each.contract == contract and each.instalment in (0, flow.number))
            or (invoice is not None and each.invoice_number == invoice)
        )

    def about_invoice(self, number: str) -> tuple[Taken, ...]:
        """The steps about an invoice."""
        return tuple(each for each in self.steps if each.invoice_number == number)


def recorded(file: CustomerFile, steps: Sequence[Taken]) -> Recorded:
    """What is on record of a customer."""
    billed: dict[tuple[date, Money], str | None] = {}
    for each in file.dealings.invoices:
        key = each.due_on, money(each.e4, each.currency)
        billed[key] = None if key in billed else each.number
    return Recorded(tuple(steps), {key: number for key, number in billed.items() if number is not None})


def stands(ladder: Sequence[tuple[date, str]], taken: Sequence[Taken], as_of: date) -> tuple[Stand, ...]:
    """The standing of each step of a ladder, whose steps come in the order of their days."""
    by_action = {each.action: each for each in taken}
    done = [at for at, (_, action) in enumerate(ladder) if action in by_action]
    last = done[-1] if done else -1
    next_day = min((day for at, (day, _) in enumerate(ladder) if at > last and day > as_of), default=None)
    return tuple(
        Stand(Standing.DONE, by_action[action])
        if action in by_action
        else Stand(_pending(day, as_of, next_day, passed=at < last))
        for at, (day, action) in enumerate(ladder)
    )


def _pending(day: date, as_of: date, next_day: date | None, *, passed: bool) -> Standing:
    if passed:
        return Standing.PASSED_OVER
    if day <= as_of:
        return Standing.TODAY if day == as_of else Standing.OVERDUE
    return Standing.NEXT if day == next_day else Standing.LATER
