"""The changes of one fact or field that might turn a condition; `search` proves which of them do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from ...values import Quantity, Record, State, Unit, Value, known
from ..core import (
    Aggregate,
    All,
    Any,
    Arithmetic,
    Compare,
    Comparison,
    Condition,
    Contains,
    Expression,
    FactValue,
    FieldValue,
    HasState,
    Not,
    OneOf,
    ParameterValue,
    Present,
    Quantified,
    SaysYes,
    Sort,
)
from .model import Aim, Change, Slot
from .place import Place, to_member, to_stated, to_struck, to_value, with_field, with_slot
from .samples import finite, representatives
from .threshold import threshold
from .trace import Case, direct, records_of, truth, value

_COUNTED = 20
"""By how many members at most a list is made longer or shorter."""
_SEARCHED = 24
"""In how many records of a list a change is looked for."""
_FIELDS = 12
"""How many fields of a record are filled in at most."""

CONTRARY = {
    Comparison.EQ: Comparison.NE,
    Comparison.NE: Comparison.EQ,
    Comparison.LT: Comparison.GE,
    Comparison.LE: Comparison.GT,
    Comparison.GT: Comparison.LE,
    Comparison.GE: Comparison.LT,
}
"""What holds of two values exactly when the comparison doesn't."""
_MIRRORED = {
    Comparison.EQ: Comparison.EQ,
    Comparison.NE: Comparison.NE,
    Comparison.LT: Comparison.GT,
    Comparison.LE: Comparison.GE,
    Comparison.GT: Comparison.LT,
    Comparison.GE: Comparison.LE,
}


def changes(condition: Condition, want: bool, place: Place) -> Iterator[Change]:
    """The changes that might give a condition the truth `want`. What has it already is left alone."""
    if truth(condition, place.case) is want:
        return
    match condition:
        case All(parts) | Any(parts):
            for part in parts:
                yield from changes(part, want, place)
        case Not(part):
            yield from changes(part, not want, place)
        case Quantified(every, over, where):
            if isinstance(over, FactValue) and not place.over:
                yield from _of_records(over, every, where, want, place.case)
        case Compare(sign, left, right):
            wanted = sign if want else CONTRARY[sign]
            yield from _compared(left, wanted, right, condition, want, place)
            yield from _compared(right, _MIRRORED[wanted], left, condition, want, place)
        case _:
            yield from _tested(condition, want, place)


def _tested(leaf: Condition, want: bool, place: Place) -> Iterator[Change]:
    program = place.case.program
    match leaf:
        case SaysYes(subject, yes) if slot := place.slot(subject):
            if yes and not want:
                yield from to_struck(slot, place, known(False))
            yield to_value(slot, Comparison.EQ, yes is want, place)
        case HasState(subject, State.STATED) | Present(subject) if slot := place.slot(subject):
            yield from to_stated(slot, place) if want else to_struck(slot, place)
        case HasState(subject, State.ABSENT) if slot := place.slot(subject):
            yield from to_struck(slot, place) if want else to_stated(slot, place)
        case HasState(subject) if not want and (slot := place.slot(subject)):
            yield from to_stated(slot, place)
        case OneOf(subject, members) if slot := place.slot(subject):
            listed = tuple(member.value for member in members)
            others = tuple(each for each in finite(slot.type, program) if each not in listed)
            for each in listed if want else others:
                yield to_value(slot, Comparison.EQ, each, place)
        case Contains(subject, member) if slot := place.slot(subject):
            yield from to_member(slot, value(member, place.case), want, place)


def _compared(
    side: Expression, sign: Comparison, other: Expression, leaf: Condition, want: bool, place: Place
) -> Iterator[Change]:
    """Changes of one side of a comparison: to the bound the other side sets, or to where the whole turns."""
    slot = place.slot(side)
    bound = value(other, place.case)
    if slot is not None:
        if bound is not None and slot.type.sort is not Sort.LIST:
            yield to_value(slot, sign, bound, place)
            if sign in (Comparison.LE, Comparison.GE):
                yield to_value(slot, Comparison.EQ, bound, place)
        return
    match side:
        case Arithmetic():
            for fact in (*direct(side, place.case.program), *_fields(side)):
                if inner := place.slot(fact):
                    yield from _turning(inner, leaf, want, place)
        case ParameterValue(name):
            for key in place.case.program.parameters[name].keys:
                if place.case.reading(key.name).state is not State.STATED:
                    for each in finite(key.type, place.case.program):
                        yield to_value(Slot(key.name, key.type), Comparison.EQ, each, place)
        case Aggregate(_, FactValue() as over, where, of) if not place.over:
            yield from _of_aggregate(over, where, of, leaf, want, place.case)


def _turning(slot: Slot, leaf: Condition, want: bool, place: Place) -> Iterator[Change]:
    """A change of a fact inside a calculation, to where the condition turns."""
    now = place.now(slot)
    usual = representatives(slot.type, place.case.program, place.case.as_of)
    start = now.value if now.value is not None else next(iter(usual), None)
    if start is None:
        return
    found = threshold(start, slot.type, lambda new: truth(leaf, place.with_value(slot, new)) is want)
    if found is not None:
        yield to_value(slot, found.sign, found.bound, place)


def _fields(side: Expression) -> Iterator[FieldValue]:
    match side:
        case FieldValue():
            yield side
        case Arithmetic(_, left, right):
            yield from _fields(left)
            yield from _fields(right)


# --- lists ------------------------------------------------------------------------------------------------------------


def _of_records(over: FactValue, every: bool, where: Condition, want: bool, case: Case) -> Iterator[Change]:
    """Changes of the records of a list: all that go wrong at once where each counts, else any one of them."""
    records = records_of(over, case)
    slot = Slot(over.name, over.type)
    if records is None or (not records and every is not want):
        fields = assigned(where, want, case)
        if fields is not None:
            aim = Aim.EACH if every is want else Aim.WITH
            samples = (known((fields,)), known((fields, fields)))
            yield Change(slot, aim, case.reading(over.name), samples, where=where, holds=want)
        return
    wrong = tuple(place for place, each in enumerate(records) if truth(where, case.at(each)) is not want)
    if every is want:
        for change in changes(where, want, Place(case.at(records[wrong[0]]), over.name, wrong[0])):
            yield replace(change, slot=replace(change.slot, records=wrong)) if change.slot.records else change
        left = tuple(each for place, each in enumerate(records) if place not in wrong)
        yield Change(replace(slot, records=wrong), Aim.WITHOUT, case.reading(over.name), (known(left),))
        return
    for place in wrong[:_SEARCHED]:
        yield from changes(where, want, Place(case.at(records[place]), over.name, place))
    fields = assigned(where, want, case)
    if fields is not None:
        more = (known((*records, fields)),)
        yield Change(slot, Aim.WITH, case.reading(over.name), more, where=where, holds=want)


def _of_aggregate(
    over: FactValue, where: Condition | None, of: Expression | None, leaf: Condition, want: bool, case: Case
) -> Iterator[Change]:
    """Changes of one record that an aggregate keeps: its amount, or what makes it kept."""
    if where is None and of is None:
        yield from _counted(Slot(over.name, over.type), leaf, want, Place(case))
    for place, record in enumerate((records_of(over, case) or ())[:_SEARCHED]):
        at = Place(case.at(record), over.name, place)
        kept = True if where is None else truth(where, at.case)
        slot = at.slot(of) if of is not None else None
        if kept and slot is not None:
            yield from _amount(slot, leaf, want, at)
        if where is not None:
            yield from changes(where, kept is not True, at)


def _counted(slot: Slot, leaf: Condition, want: bool, place: Place) -> Iterator[Change]:
    """A list with fewer or more members, so many that a condition on their number turns."""
    members = place.now(slot).value
    if not isinstance(members, tuple):
        return
    of = slot.type.of
    usual = representatives(of, place.case.program, place.case.as_of) if of is not None else ()
    spare = members[:1] or usual[:1] or (Record(()),)

    def holds(number: int) -> bool:
        return number >= 0 and truth(leaf, place.with_value(slot, _sized(members, spare, number))) is want

    for far in range(1, _COUNTED):
        for number, sign, next_one in (
            (len(members) - far, Comparison.LE, -1),
            (len(members) + far, Comparison.GE, 1),
        ):
            if holds(number):
                if number == 0:
                    yield from to_struck(slot, place, known(()))
                sizes = [each for each in (number, number + next_one) if each >= 0]
                samples = tuple(known(_sized(members, spare, each)) for each in sizes)
                bound = Quantity(Decimal(number), Unit.NUMBER)
                yield Change(slot, Aim.COUNT, place.now(slot), samples, sign, (bound,))
                return


def _sized(members: tuple[Value, ...], spare: tuple[Value, ...], number: int) -> tuple[Value, ...]:
    return (*members[:number], *spare * (number - len(members)))


def _amount(slot: Slot, leaf: Condition, want: bool, at: Place) -> Iterator[Change]:
    now = at.now(slot)
    if now.value is None:
        return

    def holds(new: Value) -> bool:
        return truth(leaf, with_slot(at.case, slot, known(new))) is want

    found = threshold(now.value, slot.type, holds)
    if found is not None:
        yield to_value(slot, found.sign, found.bound, at)


def assigned(where: Condition, want: bool, case: Case) -> Record | None:
    """A record for which a condition has a truth, made of the fields it speaks of; None when none is found."""
    record = Record(())
    for _ in range(_FIELDS):
        at = Place(case.at(record), "x")
        if truth(where, at.case) is want:
            return record
        change = next((each for each in changes(where, want, at) if each.slot.field and each.samples), None)
        if change is None:
            return None
        found = with_field(record, change.slot, change.samples[0])
        assert isinstance(found, Record)
        record = found
    return None
