"""Records found again: one by its id or number, or those of a customer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from ...ledger.store.names import core_key, name_key, number_key
from .store import RecordProblem, Store, record_problem
from .verify import read_record

_ID = re.compile(r"[0-9a-f]{4,16}")
_MOST_DIGITS = 7
"""Of a number: more figures are the beginning of an id."""


@dataclass(frozen=True, slots=True)
class Found:
    """A sound record with the number it stands under."""

    number: int
    record: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Listed:
    """What a list shows of a record."""

    number: int
    id: str
    time: str
    as_of: str
    contract: str
    customer: str
    recommendation: str
    violated: int
    undecided: int
    waived: int


def find(store: Store, wanted: str) -> Found | RecordProblem:
    """The record of an id, the beginning of one, or a number. Raises `RecordStopped` where the store can't be read."""
    wanted = wanted.strip().lower()
    by_number = wanted.isdecimal() and len(wanted) <= _MOST_DIGITS
    found: list[Found | RecordProblem] = []
    for raw in store.records():
        if by_number and raw.number != int(wanted):
            continue
        record = read_record(raw)
        if isinstance(record, RecordProblem):
            if by_number or dict(record.values).get("id") == wanted:
                found.append(record)
        elif by_number or (_ID.fullmatch(wanted) and str(record["id"]).startswith(wanted)):
            found.append(Found(raw.number, record))
    if len(found) == 1:
        return found[0]
    return record_problem("record.many" if found else "record.no_such", id=wanted, name=store.name)


def listed(store: Store, customer: str | None, since: date | None) -> Iterator[Listed | RecordProblem]:
    """The records of a customer since a day, in their order; those that can't be read as problems.

    A customer is meant by a registration number, a whole name, or a part of one.
    """
    for raw in store.records():
        record = read_record(raw)
        if isinstance(record, RecordProblem):
            yield record
        elif _after(record, since) and (customer is None or _is_of(record, customer)):
            yield _row(raw.number, record)


def _after(record: Mapping[str, Any], since: date | None) -> bool:
    return since is None or datetime.fromisoformat(record["time"]).date() >= since


def _is_of(record: Mapping[str, Any], customer: str) -> bool:
    names, numbers = record["customer"]["names"], record["customer"]["numbers"]
    if any(number_key(each) == number_key(customer) for each in numbers):
        return True
    part = core_key(customer)
    return any(name_key(each) == name_key(customer) or (part and part in core_key(each)) for each in names)


def _row(number: int, record: Mapping[str, Any]) -> Listed:
    verdicts = [each["verdict"] for each in record["verdicts"]]
    return Listed(
        number,
        record["id"],
        record["time"],
        record["run"]["as_of"],
        record["contract"]["path"],
        next(iter(record["customer"]["names"]), ""),
        record["decision"]["recommendation"],
        verdicts.count("violated"),
        verdicts.count("undecided"),
        verdicts.count("waived"),
    )
