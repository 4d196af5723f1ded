"""What to say on the telephone: the contract's own terms, and what is known to keep the customer from paying."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from ..checker.report import DocumentReport, Finding
from ..checker.summary import violated
from ..exposure.flows import Flow
from ..facts.fact import Evidence, FactBook
from ..policylang.core import Blocker, Program
from ..policylang.parameter_values import named_value
from ..values import Quantity, State

_USELESS_FROM = "rot_useless_from_pct"
_MOST_BLOCKERS = 5


class Topic(StrEnum):
    """A term of the contract that speaks for paying."""

    LATE_CHARGE = "late_charge"
    ACCELERATION = "acceleration"
    SUSPENSION = "suspension"
    TERMINATION = "termination"
    TITLE = "title"
    GUARANTOR = "guarantor"
    COSTS = "costs"
    STATEMENT = "statement"
    UNDISPUTED = "undisputed"
    ACCOUNT = "account"


@dataclass(frozen=True, slots=True)
class Point:
    """A term with the words it stands in."""

    topic: Topic
    evidence: tuple[Evidence, ...]


_FACTS = {
    Topic.LATE_CHARGE: "remedy.late_fee_present",
    Topic.ACCELERATION: "remedy.acceleration",
    Topic.SUSPENSION: "remedy.suspend_right",
    Topic.TERMINATION: "remedy.termination_for_nonpayment",
    Topic.TITLE: "security.rot_clause",
    Topic.GUARANTOR: "security.guarantee_present",
    Topic.COSTS: "remedy.cost_recovery",
    Topic.STATEMENT: "payment.reconciliation_deemed",
    Topic.UNDISPUTED: "payment.undisputed_part_pay",
    Topic.ACCOUNT: "party.payee_account_complete",
}


def points(
    document: DocumentReport, program: Program, flows: tuple[Flow, ...], flow: Flow, *, prc: bool
) -> tuple[Point, ...]:
    """The terms that help with an instalment, each once."""
    return tuple(_points(document, program, flows, flow, prc=prc))


def _points(
    document: DocumentReport, program: Program, flows: tuple[Flow, ...], flow: Flow, *, prc: bool
) -> Iterator[Point]:
    book = document.facts
    for topic, name in _FACTS.items():
        fact = book[name]
        if fact.state is not State.STATED or fact.value is not True:
            continue
        if topic is Topic.ACCELERATION and flow is flows[-1]:
            continue
        if topic is Topic.TITLE and prc and not may_take_back(document, program, flows, flow):
            continue
        yield Point(topic, fact.evidence)


def may_take_back(document: DocumentReport, program: Program, flows: tuple[Flow, ...], flow: Flow) -> bool:
    """Whether goods under retention of title may still be taken back: not once 75% are paid (买卖解释 26).

    The instalments before are taken to be paid: the reading that promises least.
    """
    limit = named_value(program, _USELESS_FROM, (), document.as_of)
    if not isinstance(limit, Quantity):
        return True
    whole = sum((each.amount.amount for each in flows), Decimal(0))
    paid = sum((each.amount.amount for each in flows if each.number < flow.number), Decimal(0))
    return not whole or paid * 100 < limit.amount * whole


def blockers(document: DocumentReport) -> tuple[Finding, ...]:
    """The violated rules on the customer's own payment process: what is known to hold money up."""
    found = (each for each in violated(document) if Blocker.PROCESS_MISMATCH in each.rule.blockers)
    return tuple(found)[:_MOST_BLOCKERS]


def late_history(book: FactBook) -> tuple[str, ...]:
    """The facts of the customer's history that a caller should know, where they speak of trouble."""
    names = ("history.overdue_amount", "history.disputes_open", "history.broken_promises_12m")
    return tuple(name for name in names if _above_zero(book, name))


def _above_zero(book: FactBook, name: str) -> bool:
    value = book[name].value
    amount = getattr(value, "amount", None)
    return isinstance(amount, Decimal) and amount > 0
