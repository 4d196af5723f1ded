"""Values, facts and evidence as JSON: money as amount string and currency, quantities as numbers, rates with period."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from ..facts.fact import Evidence, Fact
from ..values import Money, Quantity, Rate, Record, Value

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


def value_json(value: Value | None) -> Json:
    """A value in the forms of the JSON contract (docs/json-schema)."""
    match value:
        case None | bool() | str():
            return value
        case Money(amount, currency):
            return {"amount": f"{amount:.2f}", "currency": currency}
        case Rate(percent, per):
            return {"pct": number_json(percent), "per": per.value}
        case Quantity(amount, _):
            return number_json(amount)
        case Record(fields):
            return {name: value_json(item) for name, item in fields}
        case date():
            return value.isoformat()
        case tuple():
            return [value_json(item) for item in value]


def number_json(number: Decimal) -> int | float:
    """A whole number without a fraction, else a float for the reader of JSON; nothing is computed with it here."""
    return int(number) if number == number.to_integral_value() else float(number)


def evidence_json(evidence: Evidence) -> dict[str, Json]:
    """A quote with its place; `start` and `end` are code points in the block's text."""
    location = evidence.location
    found: dict[str, Json] = {
        "quote": evidence.quote,
        "page": location.page,
        "clause": evidence.clause,
        "block": evidence.block,
        "start": evidence.start,
        "end": evidence.end,
        "part": location.part.value,
        "paragraph": location.paragraph,
        "table": location.table,
        "row": location.row,
        "column": location.column,
        "changed": evidence.changed,
    }
    if evidence.confidence is not None:
        found["confidence"] = evidence.confidence
    return found


def fact_json(fact: Fact) -> dict[str, Json]:
    """A fact: state, value, reason, evidence, and the record it comes from, if any."""
    return {
        "state": fact.state.value,
        "value": value_json(fact.value),
        "reason": fact.reason.value if fact.reason else None,
        "evidence": [evidence_json(each) for each in fact.evidence],
        "origin": fact.origin or None,
    }
