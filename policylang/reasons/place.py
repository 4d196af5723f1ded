"""Where a condition is looked at, what can be changed there, and the changes themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...values import ABSENT, NO_READER, Reading, Record, State, Value, known
from ..core import Comparison, FactValue, FieldValue, Sort, Source
from .model import Aim, Change, Slot
from .samples import finite, related, representatives
from .trace import Case


@dataclass(frozen=True, slots=True)
class Place:
    """Where a condition is looked at: on the case, or on record `record` of the list `over`."""

    case: Case
    over: str = ""
    record: int = 0

    def slot(self, node: object) -> Slot | None:
        """What a fact or a field is changed by; None for anything else."""
        match node:
            case FactValue(name, type):
                return Slot(name, type)
            case FieldValue(name, type) if self.over:
                return Slot(self.over, type, (self.record,), name)
            case _:
                return None

    def now(self, slot: Slot) -> Reading:
        """What the slot holds."""
        if not slot.field:
            return self.case.reading(slot.fact)
        found = self.case.record.get(slot.field) if isinstance(self.case.record, Record) else None
        return known(found) if found is not None else NO_READER

    def with_value(self, slot: Slot, new: Value) -> Case:
        """The case with another value in the slot."""
        if slot.field:
            kept = self.case.record.fields if isinstance(self.case.record, Record) else ()
            fields = (*(each for each in kept if each[0] != slot.field), (slot.field, new))
            return self.case.at(Record(fields))
        return replace(self.case, facts={**self.case.facts, slot.fact: known(new)})


def with_slot(case: Case, slot: Slot, new: Reading) -> Case:
    """The case with a fact, or a field of records of a list, changed."""
    return replace(case, facts={**case.facts, slot.fact: changed(case.reading(slot.fact), slot, new)})


def changed(list_now: Reading, slot: Slot, new: Reading) -> Reading:
    """A fact's reading after a change of a slot. A field struck out isn't in the record any more."""
    if not slot.field:
        return new
    records = list_now.value if isinstance(list_now.value, tuple) else ()
    kept = enumerate(records)
    return known(tuple(with_field(each, slot, new) if place in slot.records else each for place, each in kept))


def with_field(record: Value, slot: Slot, new: Reading) -> Value:
    """A record with another value in the field of a slot."""
    if not isinstance(record, Record):
        return record
    kept = tuple(each for each in record.fields if each[0] != slot.field)
    return Record((*kept, (slot.field, new.value)) if new.value is not None else kept)


def to_value(slot: Slot, sign: Comparison, bound: Value, place: Place) -> Change:
    """The change to a value in a relation to a bound."""
    samples = related(sign, bound, slot.type, place.case.program)
    return Change(slot, Aim.VALUE, place.now(slot), tuple(map(known, samples)), sign, (bound,))


def to_stated(slot: Slot, place: Place) -> Iterator[Change]:
    """The change to any value, and to each where there are few."""
    program = place.case.program
    samples = tuple(map(known, representatives(slot.type, program, place.case.as_of)))
    yield Change(slot, Aim.STATED, place.now(slot), samples)
    for each in finite(slot.type, program):
        yield to_value(slot, Comparison.EQ, each, place)


def to_struck(slot: Slot, place: Place, *others: Reading) -> Iterator[Change]:
    """The change of a contract that says something to one that doesn't, or (`others`) that denies it.

    Only what the contract itself says is struck out: not records, not what is derived, nor lists and their fields.
    """
    declared = place.case.program.facts.get(slot.fact)
    of = slot.type.of
    listed = slot.field or (of is not None and of.sort is Sort.RECORD)
    if declared is not None and declared.source is Source.CONTRACT and not listed:
        yield Change(slot, Aim.STRUCK, place.now(slot), (ABSENT, *others))


def to_member(slot: Slot, member: Value | None, want: bool, place: Place) -> Iterator[Change]:
    """The change to a list with, or without, a member."""
    now = place.now(slot)
    listed = now.value if isinstance(now.value, tuple) else ()
    if member is None or (not want and now.state is not State.STATED):
        return
    new = (*listed, member) if want else tuple(each for each in listed if each != member)
    yield Change(slot, Aim.WITH if want else Aim.WITHOUT, now, (known(new),), values=(member,))
