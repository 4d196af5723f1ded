"""`presign customer` as JSON."""

from __future__ import annotations

from typing import TextIO

from ..assessment.assess import Assessment
from ..assessment.grade import Grade, Range
from ..assessment.payments import Paid, levels, payments
from ..assessment.proposal import Terms
from ..assessment.score import Contribution, Score
from ..assessment.subject import Subject
from ..facts.fact import Fact
from ..ledger.store.facts import CustomerFile
from ..values import State
from .json_text import write_json
from .values import Json, number_json, value_json

SCHEMA_VERSION = "1.0"


def render(about: Subject, found: Assessment, out: TextIO) -> None:
    """Write all that is known and made of the customer, numbers of registers in full."""
    recorded, stated = found.recorded, (fact for fact in about.book.values() if fact.state is State.STATED)
    whole: dict[str, Json] = {
        "schema_version": SCHEMA_VERSION,
        "name": about.name,
        "as_of": found.as_of.isoformat(),
        "score": _score(found.score) if found.score else None,
        "grade": _grade(found.grade) if found.grade else None,
        "proposed": {"worst": _terms(found.worst), "best": _terms(found.best)},
        "recorded": {
            "grade": recorded.grade,
            "limit": value_json(recorded.limit),
            "limit_expiry": value_json(recorded.limit_expiry),
            "limit_expired": found.limit_expired,
            "days": value_json(recorded.days),
            "on_hold": recorded.on_hold,
        },
        "facts": {fact.name: _fact(fact) for fact in sorted(stated, key=lambda fact: fact.name)},
        "ledger": _ledger(about.file) if about.file else None,
    }
    write_json(whole, out)


def _score(found: Score) -> Json:
    return {
        "low": value_json(found.low),
        "high": value_json(found.high),
        "maximum": number_json(found.maximum),
        "criteria": [_criterion(each) for each in found.contributions],
    }


def _criterion(each: Contribution) -> Json:
    return {
        "table": each.table,
        "facts": list(each.facts),
        "low": number_json(each.low),
        "high": number_json(each.high),
        "maximum": number_json(each.maximum),
        "missing": list(each.missing),
        "uncovered": each.uncovered,
    }


def _grade(found: Grade) -> Json:
    return {
        "by_score": _range(found.by_score),
        "final": _range(found.final),
        "settled": found.final.settled,
        "settle": list(found.settle),
        "capped_by": [each.table for each in found.capped_by],
        "knock_outs": [
            {"table": each.table, "ceiling": _range(each.ceiling), "missing": list(each.missing)}
            for each in found.knock_outs
        ],
    }


def _range(found: Range) -> Json:
    return {"worst": found.worst, "best": found.best}


def _terms(found: Terms | None) -> Json:
    if found is None:
        return None
    return {
        "grade": found.grade,
        "days": value_json(found.days),
        "factor_pct": value_json(found.factor),
        "monthly_sales": value_json(found.sales),
        "limit": value_json(found.limit),
    }


def _fact(fact: Fact) -> Json:
    return {"value": value_json(fact.value), "origin": fact.origin or None, "computed": bool(fact.note)}


def _ledger(file: CustomerFile) -> Json:
    return {
        "ageing": [value_json(each) for each in file.figures.ageing],
        "receivables": value_json(file.figures.receivables),
        "curve": [{"on": each.on.isoformat(), "owed": value_json(each.owed)} for each in levels(file.dealings)],
        "invoices": [_paid(each) for each in payments(file.dealings)],
    }


def _paid(each: Paid) -> Json:
    return {
        "number": each.number,
        "issued_on": each.issued_on.isoformat(),
        "due_on": each.due_on.isoformat(),
        "amount": value_json(each.amount),
        "paid_on": value_json(each.paid_on),
        "open": value_json(each.open),
        "days_late": each.days_late,
        "disputed": each.disputed,
    }
