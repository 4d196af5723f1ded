"""Facts as JSON and back, without loss: what decision records and data sets of facts keep.

The one home of this form. `fact_json` and `book_json` write it, `fact_from` and `book_from` read it again to equal
objects; `reports.values` is another form, for people and other programs, that can't be read back.

Every value says what it is: text and yes/no stand as they are, a list is an array, everything else is an object with
one distinguishing key, `{"money": "1665600.00", "currency": "CNY"}`. Numbers are strings, so that none is rounded.
What a fact or a place doesn't have is left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from ..parsers.document import Location, Part
from ..values import Money, Per, Quantity, Rate, Reason, Record, State, Unit, Value
from .fact import Evidence, Fact, FactBook

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]

_PLACE = {field.name: field.default for field in fields(Location)}


class NotFacts(ValueError):
    """JSON that no fact was ever written as; says what was met."""


def value_json(value: Value) -> Json:
    """A value that says its own type."""
    match value:
        case bool() | str():
            return value
        case Money(amount, currency):
            return {"money": str(amount), "currency": currency}
        case Rate(percent, per):
            return {"rate": str(percent), "per": per.value}
        case Quantity(amount, unit):
            return {"quantity": str(amount), "unit": unit.value}
        case date():
            return {"date": value.isoformat()}
        case Record(pairs):
            return {"record": [[name, value_json(each)] for name, each in pairs]}
        case tuple():
            return [value_json(each) for each in value]


def value_from(found: Any) -> Value:
    """The value of `value_json`. Raises `NotFacts`."""
    match found:
        case bool() | str():
            return found
        case list():
            return tuple(value_from(each) for each in found)
        case {"money": str(amount), "currency": str(currency)}:
            return Money(_number(amount), currency)
        case {"rate": str(percent), "per": str(per)}:
            return Rate(_number(percent), _member(Per, per))
        case {"quantity": str(amount), "unit": str(unit)}:
            return Quantity(_number(amount), _member(Unit, unit))
        case {"date": str(day)}:
            return _day(day)
        case {"record": list(pairs)}:
            return Record(tuple(_pair(each) for each in pairs))
        case _:
            raise NotFacts(f"value {found!r}")


def evidence_json(evidence: Evidence) -> dict[str, Json]:
    """A quote with its whole place."""
    found: dict[str, Json] = {
        "block": evidence.block,
        "start": evidence.start,
        "end": evidence.end,
        "quote": evidence.quote,
        "location": _location_json(evidence.location),
    }
    if evidence.clause is not None:
        found["clause"] = evidence.clause
    if evidence.reader:
        found["reader"] = evidence.reader
    if evidence.changed:
        found["changed"] = True
    if evidence.confidence is not None:
        found["confidence"] = evidence.confidence
    return found


def evidence_from(found: Any) -> Evidence:
    """The evidence of `evidence_json`. Raises `NotFacts`."""
    match found:
        case {"block": int(block), "start": int(start), "end": int(end), "quote": str(quote), "location": dict(place)}:
            return Evidence(
                block,
                start,
                end,
                quote,
                _location_from(place),
                found.get("clause"),
                found.get("reader", ""),
                found.get("changed", False),
                found.get("confidence"),
            )
        case _:
            raise NotFacts(f"evidence {found!r}")


def fact_json(fact: Fact) -> dict[str, Json]:
    """A fact with its name, state, value, reason, evidence, note and origin."""
    found: dict[str, Json] = {"name": fact.name, "state": fact.state.value}
    if fact.value is not None:
        found["value"] = value_json(fact.value)
    if fact.reason is not None:
        found["reason"] = fact.reason.value
    if fact.evidence:
        found["evidence"] = [evidence_json(each) for each in fact.evidence]
    if fact.note:
        found["note"] = fact.note
    if fact.origin:
        found["origin"] = fact.origin
    return found


def fact_from(found: Any) -> Fact:
    """The fact of `fact_json`. Raises `NotFacts`."""
    match found:
        case {"name": str(name), "state": str(state)}:
            reason = found.get("reason")
            return Fact(
                name,
                _member(State, state),
                value_from(found["value"]) if "value" in found else None,
                None if reason is None else _member(Reason, reason),
                tuple(evidence_from(each) for each in found.get("evidence", ())),
                found.get("note", ""),
                found.get("origin", ""),
            )
        case _:
            raise NotFacts(f"fact {found!r}")


def book_json(book: FactBook) -> dict[str, Json]:
    """All facts of a document, in the order of the book."""
    return {"kind": book.kind, "facts": [fact_json(fact) for fact in book.facts.values()]}


def book_from(found: Any) -> FactBook:
    """The book of `book_json`. Raises `NotFacts`."""
    match found:
        case {"kind": str(kind), "facts": list(facts)}:
            read = (fact_from(each) for each in facts)
            return FactBook({fact.name: fact for fact in read}, kind)
        case _:
            raise NotFacts("no facts")


def _location_json(location: Location) -> dict[str, Json]:
    found: dict[str, Json] = {}
    for name, usual in _PLACE.items():
        value = getattr(location, name)
        if value != usual:
            found[name] = _listed(value)
    return found


def _listed(value: Any) -> Json:
    """A place's part as JSON: boxes are arrays, the part of the file is its name."""
    if isinstance(value, Part):
        return value.value
    plain: Json = [_listed(each) for each in value] if isinstance(value, tuple) else value
    return plain


def _location_from(found: Mapping[str, Any]) -> Location:
    if unknown := set(found) - set(_PLACE):
        raise NotFacts(f"place {sorted(unknown)}")
    values = {name: _tupled(value) for name, value in found.items()}
    if "part" in values:
        values["part"] = _member(Part, values["part"])
    return Location(**values)


def _tupled(value: Any) -> Any:
    return tuple(_tupled(each) for each in value) if isinstance(value, list) else value


def _pair(found: Any) -> tuple[str, Value]:
    match found:
        case [str(name), value]:
            return name, value_from(value)
        case _:
            raise NotFacts(f"field {found!r}")


def _number(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        raise NotFacts(f"number {text!r}") from None


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise NotFacts(f"day {text!r}") from None


def _member(kind: Any, text: Any) -> Any:
    try:
        return kind(text)
    except ValueError:
        raise NotFacts(f"{kind.__name__.lower()} {text!r}") from None
