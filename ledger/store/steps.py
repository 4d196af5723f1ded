"""The steps of collection on record: who telephoned, wrote or called when, and what came of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, insert, select

from ...values import Money
from .amounts import to_e4
from .problems import Stopped, ledger_problem
from .schema import promises, steps

_LONGEST = {"person": 100, "note": 500}


@dataclass(frozen=True, slots=True)
class Taken:
    """A step that was taken, for an instalment of a contract (0: for all of them) or for an invoice."""

    action: str
    done_on: date
    contract: str = ""
    instalment: int = 0
    invoice_number: str = ""
    person: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Promised:
    """What the customer promised when the step was taken."""

    until: date
    amount: Money


def steps_taken(connection: Connection, as_of: date, customer: int | None = None) -> Mapping[int, tuple[Taken, ...]]:
    """The steps up to a day by customer, of all or of one, in the order of their days."""
    s = steps.c
    wanted = select(
        s.customer_id, s.action, s.done_on, s.contract, s.instalment, s.invoice_number, s.person, s.note
    ).where(s.done_on <= as_of)
    if customer is not None:
        wanted = wanted.where(s.customer_id == customer)
    found: dict[int, list[Taken]] = defaultdict(list)
    for owner, action, on, contract, number, invoice, person, note in connection.execute(
        wanted.order_by(s.done_on, s.id)
    ):
        found[owner].append(Taken(action, on, contract, number, invoice, person or "", note or ""))
    return {owner: tuple(each) for owner, each in found.items()}


def add_step(connection: Connection, customer: int, taken: Taken, promised: Promised | None = None) -> bool:
    """Add a step, and the promise that came of it; False when the step is on record already. Raises `Stopped`."""
    for name, text in (("person", taken.person), ("note", taken.note)):
        if len(text) > _LONGEST[name]:
            raise Stopped(ledger_problem("ledger.too_long_text", text=text[:40] + "…", limit=_LONGEST[name]))
    values = {
        "customer_id": customer,
        "contract": taken.contract,
        "instalment": taken.instalment,
        "invoice_number": taken.invoice_number,
        "action": taken.action,
        "done_on": taken.done_on,
    }
    same = select(steps.c.id).where(*(steps.c[name] == value for name, value in values.items()))
    known = connection.execute(same).first() is not None
    if not known:
        connection.execute(insert(steps), values | {"person": taken.person or None, "note": taken.note or None})
    if promised is not None:
        _add_promise(connection, customer, taken.done_on, promised)
    return not known


def _add_promise(connection: Connection, customer: int, made_on: date, promised: Promised) -> None:
    key = {"customer_id": customer, "made_on": made_on, "promised_on": promised.until}
    same = select(promises.c.id).where(*(promises.c[name] == value for name, value in key.items()))
    if connection.execute(same).first() is None:
        amount = {"amount_e4": to_e4(promised.amount.amount), "currency": promised.amount.currency}
        connection.execute(insert(promises), key | amount)
