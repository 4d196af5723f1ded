"""What the contract and the law allow: a step of the ladder with its basis, or why it is left out."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from ..facts.fact import Evidence, FactBook
from ..facts.quantities.periods import find_periods
from ..values import Quantity, State, Unit
from .law import Law


class Why(StrEnum):
    """Why a step of the ladder is left out."""

    NO_SUSPENSION = "no_suspension"
    SUSPENSION_UNKNOWN = "suspension_unknown"
    NO_GUARANTEE = "no_guarantee"
    GUARANTEE_UNKNOWN = "guarantee_unknown"
    GENERAL_GUARANTEE = "general_guarantee"
    NO_BILL = "no_bill"
    BILL_UNDATED = "bill_undated"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A step that isn't to be taken, with what the law gives instead."""

    action: str
    why: Why
    basis: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Right:
    """What a step rests on. `earliest` is the first day, counted from the due day, on which the contract allows it."""

    basis: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    earliest: int = 0


_BASIS = {
    "letter": ("CC-195", "LIM-8"),
    "lawyer_letter": ("CC-195", "LIM-8", "CC-563"),
    "suit": ("CC-626", "CC-195"),
    "preservation": ("CPL-103",),
    "guarantor_claim": ("CC-693", "GI-34"),
    "bill_recourse": ("BILL-61", "BILL-66 (to be confirmed)"),
}
_CLAUSES = {
    "statement": "payment.reconciliation_clause",
    "stop_ship": "remedy.suspend_right",
    "suit": "dispute.forum",
    "guarantor_claim": "security.guarantee_mode",
}


def right(action: str, book: FactBook, law: Law, *, bill: bool, matures: bool) -> Right | LeftOut:
    """Whether a step may be taken for an instalment; `bill`: paid by one, which `matures` on a known day or not."""
    if (left := _left_out(action, book, law, bill=bill, matures=matures)) is not None:
        return left
    fact = book[_CLAUSES[action]] if action in _CLAUSES else None
    evidence = fact.evidence if fact is not None and fact.state is State.STATED else ()
    basis = _BASIS.get(action, ()) if law.prc else ()
    return Right(basis, evidence, _earliest(evidence) if action == "stop_ship" else 0)


def _left_out(action: str, book: FactBook, law: Law, *, bill: bool, matures: bool) -> LeftOut | None:
    match action:
        case "stop_ship" if book["remedy.suspend_right"].value is not True:
            unknown = book["remedy.suspend_right"].state is State.UNKNOWN
            why = Why.SUSPENSION_UNKNOWN if unknown else Why.NO_SUSPENSION
            return LeftOut(action, why, ("CC-526", "CC-527", "CC-528") if law.prc else ())
        case "guarantor_claim":
            return _guarantee(action, book, law)
        case "bill_recourse" if not bill:
            return LeftOut(action, Why.NO_BILL)
        case "bill_recourse" if not matures:
            return LeftOut(action, Why.BILL_UNDATED)
        case _:
            return None


def _guarantee(action: str, book: FactBook, law: Law) -> LeftOut | None:
    present = book["security.guarantee_present"]
    if present.value is not True:
        return LeftOut(action, Why.GUARANTEE_UNKNOWN if present.state is State.UNKNOWN else Why.NO_GUARANTEE)
    if law.prc and not is_joint(book):
        return LeftOut(action, Why.GENERAL_GUARANTEE, ("CC-686", "CC-687", "CC-693"))
    return None


def is_joint(book: FactBook) -> bool:
    """Whether the guarantor owes like the debtor. A mode the contract doesn't name is general (民法典 686)."""
    return book["security.guarantee_mode"].value == "joint"


def _earliest(evidence: tuple[Evidence, ...]) -> int:
    """The days overdue a clause waits for: a right once payment is late by more than 10 days is there on the 11th.

    The longest period the words name counts: a step too late costs less than one without a right.
    """
    found = [
        period.value.quantity
        for each in evidence
        for period in find_periods(each.quote)
        if period.value.quantity.unit in (Unit.DAYS, Unit.WORKING_DAYS)
    ]
    return max((_days(each) + 1 for each in found), default=0)


def _days(period: Quantity) -> int:
    share = Decimal(7) / 5 if period.unit is Unit.WORKING_DAYS else Decimal(1)
    return int((period.amount * share).to_integral_value(rounding="ROUND_CEILING"))
