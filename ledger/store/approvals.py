"""The approvals of a contract in the ledger: read, judged against its terms of today, and added.

An approval that names the terms it was given for counts for those terms alone (企业内部控制基本规范 article 30: within
the scope of the authority). Which term changed since is known from the terms kept with it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import Connection, insert, select

from ...policylang.core import Program
from ...values import Money, Quantity, Record, Unit, Value
from ..terms import Change, Term, Terms, changes, from_json, terms_sha256, to_json
from .amounts import money, to_e4
from .problems import Stopped, ledger_problem
from .schema import approvals, approved_facts

ROLES = "approval_role"
_LONGEST = {"contract": 100, "person": 100, "conditions": 500}


class Tie(StrEnum):
    """How an approval stands to the contract as it is."""

    UNTIED = "untied"
    """It names no terms: an import without a hash."""
    SAME = "same"
    CHANGED = "changed"
    UNTOLD = "untold"
    """The terms are others than it was given for, and which isn't on record."""


@dataclass(frozen=True, slots=True)
class Approval:
    """One approval. `record` is what rules see of it; `role` a member of `approval_role`, None for any other word."""

    role: str | None
    role_said: str
    record: Record
    condition: str
    facts_sha256: str
    tie: Tie
    changes: tuple[Change, ...] = ()
    terms: Mapping[str, Term] | None = None
    """The terms it was given for, where the ledger has them."""

    @property
    def void(self) -> bool:
        """Whether the contract isn't any more what was approved."""
        return self.tie in (Tie.CHANGED, Tie.UNTOLD)


@dataclass(frozen=True, slots=True)
class Contract:
    """A contract as approvals know it: by number, else by the name of its file; its terms, and its bytes."""

    key: str
    terms: Terms
    document_sha256: str

    @property
    def sha256(self) -> str:
        """The hash of its terms."""
        return terms_sha256(self.terms)


@dataclass(frozen=True, slots=True)
class New:
    """An approval to be added."""

    role: str
    person: str
    decision: str
    on: date
    amount_limit: Money | None = None
    days_limit: int | None = None
    valid_until: date | None = None
    condition: str = ""


def contract_key(number: Value | None, file_name: str) -> str:
    """What approvals call a contract: its number, else the name of its file."""
    text = number if isinstance(number, str) and number.strip() else file_name
    return " ".join(unicodedata.normalize("NFKC", text).split())[: _LONGEST["contract"]]


def approvals_of(connection: Connection, contract: Contract, program: Program) -> tuple[Approval, ...]:
    """The approvals of a contract in the order they were given and came in."""
    a = approvals.c
    rows = connection.execute(
        select(approvals, approved_facts.c.facts)
        .select_from(approvals.outerjoin(approved_facts, approved_facts.c.sha256 == a.facts_sha256))
        .where(a.contract == contract.key)
        .order_by(a.decided_on, a.id)
    ).mappings()
    current = contract.sha256
    return tuple(_approval(dict(row), contract, current, program) for row in rows)


def _approval(row: Mapping[str, object], contract: Contract, current: str, program: Program) -> Approval:
    said = str(row["role"])
    role = role_member(said, program)
    kept = _kept(row["facts"])
    tie, different = _tie(row, kept, contract, current)
    e4, currency = row["amount_limit_e4"], row["currency"]
    days = row["days_limit"]
    fields: dict[str, object] = {
        "role": role,
        "person": row["person"],
        "decision": row["decision"],
        "on": row["decided_on"],
        "amount_limit": money(e4, str(currency)) if isinstance(e4, int) and currency else None,
        "days_limit": Quantity(Decimal(days), Unit.DAYS) if isinstance(days, int) else None,
        "valid_until": row["valid_until"],
        "comment": row["conditions"],
    }
    record = Record(tuple((name, value) for name, value in fields.items() if value is not None))  # type: ignore[misc]
    return Approval(role, said, record, str(row["conditions"] or ""), str(row["facts_sha256"]), tie, different, kept)


def _kept(facts: object) -> dict[str, Term] | None:
    try:
        return from_json(str(facts)) if facts is not None else None
    except ValueError:
        return None


def _tie(
    row: Mapping[str, object], kept: dict[str, Term] | None, contract: Contract, current: str
) -> tuple[Tie, tuple[Change, ...]]:
    approved = str(row["facts_sha256"])
    if not approved:
        return Tie.UNTIED, ()
    # The same file is the same contract, whatever another version of the readers makes of it.
    if approved == current or row["document_sha256"] == contract.document_sha256:
        return Tie.SAME, ()
    if kept is None or terms_sha256(kept) != approved:
        return Tie.UNTOLD, ()
    different = changes(kept, contract.terms)
    return (Tie.CHANGED, different) if different else (Tie.SAME, ())


def role_member(said: str, program: Program) -> str | None:
    """The role of the policy that a word means: a member itself or its label."""
    roles = program.members.get(ROLES)
    if roles is None:
        return None
    word = said.strip().casefold().replace(" ", "_")
    for member in roles.members:
        label = roles.labels.get(member)
        if word == member or (label is not None and said.strip().casefold() in (label.zh, label.en.casefold())):
            return member
    return None


def add_approval(connection: Connection, contract: Contract, new: New) -> bool:
    """Add an approval of a contract's terms; False when the ledger has the very same. Raises `Stopped`."""
    for name, text in (("person", new.person), ("conditions", new.condition)):
        if len(text) > _LONGEST[name]:
            raise Stopped(ledger_problem("ledger.too_long_text", text=text[:40] + "…", limit=_LONGEST[name]))
    e4 = None if new.amount_limit is None else to_e4(new.amount_limit.amount)
    if new.amount_limit is not None and e4 is None:
        raise Stopped(ledger_problem("ledger.too_fine", text=new.amount_limit.amount))
    values = {
        "contract": contract.key,
        "role": new.role,
        "person": new.person,
        "decision": new.decision,
        "decided_on": new.on,
        "amount_limit_e4": e4,
        "currency": new.amount_limit.currency if new.amount_limit is not None else None,
        "days_limit": new.days_limit,
        "valid_until": new.valid_until,
        "conditions": new.condition or None,
        "facts_sha256": contract.sha256,
        "document_sha256": contract.document_sha256,
    }
    a = approvals.c
    key = ("contract", "role", "person", "decided_on", "decision", "facts_sha256")
    same = select(a.id).where(*(a[name] == values[name] for name in key))
    if connection.execute(same).first() is not None:
        return False
    known = select(approved_facts.c.sha256).where(approved_facts.c.sha256 == contract.sha256)
    if connection.execute(known).first() is None:
        kept = {"sha256": contract.sha256, "facts": to_json(contract.terms)}
        connection.execute(insert(approved_facts), kept)
    connection.execute(insert(approvals), values)
    return True
