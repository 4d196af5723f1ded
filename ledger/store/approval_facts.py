"""What the ledger's approvals of a contract mean for the rules, and what has to be told of those that are void."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePath

from ...facts.fact import Fact, FactBook
from ...policylang.core import Program
from ...values import Record, State, Value
from ..terms import Change, Term, terms_of
from .approvals import Approval, Contract, Tie, approvals_of, contract_key
from .conflicts import written
from .facts import ORIGIN, FromLedger
from .ledger import Ledger
from .privacy import masked_text
from .problems import LedgerProblem, Stopped, ledger_problem

RECORDS = "approval.records"
_GIVEN = frozenset(("approve", "conditional"))
_SAME = ("role", "person", "on", "decision")
"""What makes an approval of the case file and one of the ledger the same."""
_APPROVED = {
    "deal.amount_approved": "contract.amount",
    "deal.days_approved": "payment.net_days",
    "deal.party_approved": "party.buyer_name",
}
_MOST_SHOWN = 4
_LONGEST_SHOWN = 60


def with_approvals(
    found: FromLedger,
    ledger: Ledger,
    path: str,
    sha256: str,
    book: FactBook,
    given: Mapping[str, Fact],
    program: Program,
) -> FromLedger:
    """The facts of the ledger with those of its approvals of the contract in `path`. `book` has its own facts only."""
    contract = Contract(
        contract_key(book["contract.number"].value, PurePath(path).name), terms_of(book, program), sha256
    )
    try:
        with ledger.reading() as connection:
            approvals = approvals_of(connection, contract, program)
    except Stopped as stopped:
        notes = found.notes if stopped.problem in found.notes else (*found.notes, stopped.problem)
        return replace(found, notes=notes)
    facts = tuple(_facts(approvals, given, program))
    notes = (*found.notes, *_notes(approvals))
    return replace(found, facts=(*found.facts, *facts), notes=notes, approvals=approvals, contract=contract)


def _facts(approvals: Sequence[Approval], given: Mapping[str, Fact], program: Program) -> Iterator[Fact]:
    """Nothing where nobody has approved anything: then whether somebody has isn't on record."""
    if not approvals:
        return
    counting = [each for each in approvals if not each.void and each.role is not None]
    values: dict[str, Value] = {RECORDS: (*_own(approvals, given), *(each.record for each in counting))}
    if conditions := tuple(_open_conditions(counting)):
        values["approval.open_conditions"] = conditions
    approved = [each for each in approvals if each.terms is not None and each.record.get("decision") in _GIVEN]
    for name, term in _APPROVED.items():
        value = (
            approved[-1].terms[term].value if approved and approved[-1].terms and term in approved[-1].terms else None
        )
        if value is not None:
            values[name] = value
    standing = standing_void(approvals)
    if standing:
        values["approval.changed_terms"] = tuple(dict.fromkeys(each.fact for one in standing for each in one.changes))
    for name, value in values.items():
        # Approvals of the case file are among the ledger's; of all else the case file's word stands.
        if name in program.facts and (name == RECORDS or name not in given):
            yield Fact(name, State.STATED, value, origin=ORIGIN)


def _own(approvals: Sequence[Approval], given: Mapping[str, Fact]) -> Iterator[Record]:
    """The approvals of the case file that the ledger doesn't have: of one that it has, the ledger's word stands."""
    fact = given.get(RECORDS)
    kept = [each.record for each in approvals]
    for record in fact.value if fact is not None and isinstance(fact.value, tuple) else ():
        if isinstance(record, Record) and not any(all(record.get(n) == one.get(n) for n in _SAME) for one in kept):
            yield record


def _open_conditions(counting: Sequence[Approval]) -> Iterator[str]:
    """The conditions of those whose last word is a conditional one."""
    last = {(each.role, each.record.get("person")): each for each in counting}
    for each in last.values():
        if each.record.get("decision") == "conditional":
            yield each.condition or "–"


def standing_void(approvals: Sequence[Approval]) -> tuple[Approval, ...]:
    """The void approvals that nobody in the same role has renewed, the last of each person in each role."""
    renewed = {each.role_said for each in approvals if not each.void}
    last = {(each.role_said, each.record.get("person")): each for each in approvals if each.void}
    return tuple(each for each in last.values() if each.role_said not in renewed)


def _notes(approvals: Sequence[Approval]) -> Iterator[LedgerProblem]:
    for each in approvals:
        if each.role is None:
            yield ledger_problem("approved.no_role", role=each.role_said, person=each.record.get("person"))
    for each in standing_void(approvals):
        who = {"role": each.role_said, "person": each.record.get("person"), "on": each.record.get("on")}
        if each.tie is Tie.UNTOLD:
            yield ledger_problem("approved.untold", **who)
        else:
            yield ledger_problem("approved.void", **who, terms=_told(each.changes))


def _told(changed: Iterable[Change]) -> str:
    """The changed terms, short values with what they were and are."""
    told = list(changed)
    shown = ", ".join(_one(each) for each in told[:_MOST_SHOWN])
    return f"{shown}, … (+{len(told) - _MOST_SHOWN})" if len(told) > _MOST_SHOWN else shown


def _one(change: Change) -> str:
    before, after = _short(change.before), _short(change.after)
    return f"`{change.fact}` `{before}` → `{after}`" if before and after else f"`{change.fact}`"


def _short(term: Term) -> str:
    """A value as a case file writes it, a state in brackets; nothing for what is too long for a line."""
    if term.value is None:
        return f"({term.state.value})"
    if isinstance(term.value, tuple | Record):
        return ""
    # A note is read over shoulders: account and registration numbers are masked in it.
    text = masked_text(written(term.value))
    return text if len(text) <= _LONGEST_SHOWN else ""
