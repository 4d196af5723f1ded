"""The days after which a right is gone: guarantee period, limitation, presentment of bills.

A period ends on the day of the month that matches the one it began on (民法典 202); the first day isn't counted (201).
Where a deadline counts from the last of several due days it is taken from the instalment's own: earlier, so safe.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from ..exposure.flows import Flow
from ..facts.fact import Evidence, FactBook
from ..policylang.calendar import shift
from ..values import Quantity, Record, State, Unit
from .bills import maturity
from .law import Law, working_day_after, working_day_before
from .rights import is_joint

_DEFAULT_MONTHS = Decimal(6)
"""民法典 692: no period, an unclear one, or one that ends no later than the debt: six months."""
_GUARANTEE_NOTICE, _LIMITATION_NOTICE = timedelta(days=30), timedelta(days=180)
_PRESENTMENT, _ACCEPTANCE_NOTICE = timedelta(days=10), timedelta(days=7)
_RECOURSE_MONTHS = Decimal(6)


class Kind(StrEnum):
    """What ends on a deadline."""

    GUARANTEE_CLAIM = "guarantee_claim"
    """A joint guarantor has to be claimed on (民法典 693)."""
    GUARANTEE_SUIT = "guarantee_suit"
    """With a general guarantee the debtor has to be sued (民法典 693)."""
    BANK_GUARANTEE = "bank_guarantee"
    LIMITATION = "limitation"
    BILL_ACCEPTANCE = "bill_acceptance"
    BILL_PRESENTMENT = "bill_presentment"
    BILL_RECOURSE = "bill_recourse"


SERVED_BY = {
    Kind.GUARANTEE_CLAIM: "guarantor_claim",
    Kind.GUARANTEE_SUIT: "suit",
    Kind.LIMITATION: "letter",
    Kind.BILL_RECOURSE: "bill_recourse",
}
"""The step of the ladder that has to be taken before a deadline."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day of a right and the day to be reminded of it.

    `by_statute` says that the period is the law's because the contract's is missing or void.
    """

    kind: Kind
    last: date
    remind: date
    basis: tuple[str, ...]
    evidence: tuple[Evidence, ...] = ()
    by_statute: bool = False

    def gone(self, day: date) -> bool:
        """Whether a right is lost on a day. A bill that was accepted in time needs no acceptance."""
        return self.last < day and self.kind is not Kind.BILL_ACCEPTANCE


def deadlines(flow: Flow, one: Record, book: FactBook, law: Law) -> tuple[Deadline, ...]:
    """The deadlines of an instalment with a due day, earliest first."""
    if flow.due is None:
        return ()
    found = [
        *_guarantee(flow.due, book, law),
        *_bank_guarantee(book, law),
        *_limitation(flow.due, book, law),
        *_bill(maturity(flow, one, book), law),
    ]
    return tuple(sorted(found, key=lambda each: (each.last, each.kind)))


def guarantee_months(book: FactBook, law: Law) -> tuple[Decimal | None, bool]:
    """How long a guarantee lasts from the due day, and whether that is the law's own period."""
    stated = book["security.guarantee_period_months"]
    if isinstance(stated.value, Quantity) and stated.state is State.STATED and stated.value.amount > 0:
        return stated.value.amount, False
    return (_DEFAULT_MONTHS, True) if law.prc else (None, False)


def _guarantee(due: date, book: FactBook, law: Law) -> Iterator[Deadline]:
    months, by_statute = guarantee_months(book, law)
    if book["security.guarantee_present"].value is not True or months is None:
        return
    last = shift(due, months, Unit.MONTHS)
    if last is None:
        return
    claim = is_joint(book) or not law.prc
    basis = ("CC-692", "CC-693", "GI-34") if law.prc else ()
    evidence = book["security.guarantee_period_kind"].evidence or book["security.guarantee_present"].evidence
    kind = Kind.GUARANTEE_CLAIM if claim else Kind.GUARANTEE_SUIT
    yield _deadline(kind, last, max(last - _GUARANTEE_NOTICE, due), basis, law, evidence, by_statute)


def _bank_guarantee(book: FactBook, law: Law) -> Iterator[Deadline]:
    last = book["security.bank_guarantee_expiry"]
    if isinstance(last.value, date):
        yield _deadline(Kind.BANK_GUARANTEE, last.value, last.value - _GUARANTEE_NOTICE, (), law, last.evidence)


def _limitation(due: date, book: FactBook, law: Law) -> Iterator[Deadline]:
    """Three years (民法典 188), four for international sales (594)."""
    if not law.prc:
        return
    abroad = book["contract.cross_border"].value is True and book.kind in ("sale", "framework")
    last = shift(due, Decimal(4 if abroad else 3), Unit.YEARS)
    if last is not None:
        basis = ("CC-594 (to be confirmed)" if abroad else "CC-188", "CC-189", "CC-195")
        yield _deadline(Kind.LIMITATION, last, last - _LIMITATION_NOTICE, basis, law)


def _bill(matures: date | None, law: Law) -> Iterator[Deadline]:
    """票据法 39: acceptance before maturity; 53: presentment within ten days of it; 17: recourse for six months."""
    if matures is None or not law.prc:
        return
    before = matures - timedelta(days=1)
    yield _deadline(Kind.BILL_ACCEPTANCE, before, before - _ACCEPTANCE_NOTICE, ("BILL-39 (to be confirmed)",), law)
    # A bill can't be presented before it matures.
    present = working_day_after(matures, law.calendar)
    yield Deadline(Kind.BILL_PRESENTMENT, matures + _PRESENTMENT, present, ("BILL-53",))
    recourse = shift(matures, _RECOURSE_MONTHS, Unit.MONTHS)
    if recourse is not None:
        basis = ("BILL-17", "BILL-61", "BILL-66 (to be confirmed)")
        yield _deadline(Kind.BILL_RECOURSE, recourse, recourse - _GUARANTEE_NOTICE, basis, law)


def _deadline(
    kind: Kind,
    last: date,
    remind: date,
    basis: tuple[str, ...],
    law: Law,
    evidence: tuple[Evidence, ...] = (),
    by_statute: bool = False,
) -> Deadline:
    return Deadline(kind, last, working_day_before(remind, law.calendar), basis, evidence, by_statute)
