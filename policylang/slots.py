"""Values lowered to what compares fastest, after checking that they fit their declared type.

| type | slot |
|---|---|
| quantities, percent, number | the bare `Decimal` |
| money | (currency, amount) |
| rate | ("year" or "once", percent) |
| scale | the member's rank |
| record | a tuple of its fields' slots, None where the record doesn't say |
| list | a tuple of slots |
| the others | themselves |
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from ..values import Money, Quantity, Rate, Record, Unit, Value
from .calendar import yearly
from .core import Program, RecordType, Sort, Type

MISFIT: Final = object()
"""What a value that doesn't fit its type becomes."""

Lower = Callable[[Value | None], object]

PLAIN: Final = frozenset({Sort.PERCENT, Sort.HOURS, Sort.DAYS, Sort.WORKING_DAYS, Sort.MONTHS, Sort.YEARS, Sort.NUMBER})
"""The sorts whose slot is a bare number."""
TAGGED: Final = frozenset({Sort.MONEY, Sort.RATE})
"""The sorts whose slot says what its number may be compared with."""
USUAL_RATE: Final = "year"
"""The tag of every rate that isn't a charge made once."""
ORDERED: Final = PLAIN | TAGGED | {Sort.DATE, Sort.SCALE}
"""The sorts that have an order."""


def fits(value: Value | None, type: Type, program: Program) -> bool:
    """Whether a value is of a type: its unit, its members, its fields."""
    return lowering(type, program)(value) is not MISFIT


def lowering(type: Type, program: Program) -> Lower:
    """The function that turns values of a type into slots, and any other value into `MISFIT`."""
    if type.sort in PLAIN:
        return _plain(Unit(type.sort.value))
    match type.sort:
        case Sort.MONEY:
            return _money
        case Sort.RATE:
            return _rate
        case Sort.DATE:
            return _date
        case Sort.TEXT:
            return _text
        case Sort.YES_NO:
            return _yes_no
        case Sort.SCALE:
            members = program.members[type.name].members
            return _member({member: rank for rank, member in enumerate(members)})
        case Sort.KINDS:
            return _member({member: member for member in program.members[type.name].members})
        case Sort.RECORD:
            return _record(program.records[type.name], program)
        case _:
            return _misfit if type.of is None else _list(lowering(type.of, program))


def _plain(unit: Unit) -> Lower:
    def lower(value: Value | None) -> object:
        if isinstance(value, Quantity) and value.unit is unit and _finite(value.amount):
            return value.amount
        return MISFIT

    return lower


def _finite(number: object) -> bool:
    return isinstance(number, Decimal) and number.is_finite()


def _money(value: Value | None) -> object:
    return (value.currency, value.amount) if isinstance(value, Money) and _finite(value.amount) else MISFIT


def _rate(value: Value | None) -> object:
    if not isinstance(value, Rate) or not _finite(value.percent):
        return MISFIT
    by_year = yearly(value)
    return (by_year.per.value, by_year.percent)


def _date(value: Value | None) -> object:
    return value if isinstance(value, date) and not isinstance(value, datetime) else MISFIT


def _text(value: Value | None) -> object:
    return value if isinstance(value, str) else MISFIT


def _yes_no(value: Value | None) -> object:
    return value if isinstance(value, bool) else MISFIT


def _misfit(value: Value | None) -> object:
    return MISFIT


def _member(slots: Mapping[str, object]) -> Lower:
    def lower(value: Value | None) -> object:
        return slots.get(value, MISFIT) if isinstance(value, str) else MISFIT

    return lower


def _list(member: Lower) -> Lower:
    def lower(value: Value | None) -> object:
        if not isinstance(value, tuple):
            return MISFIT
        slots = tuple(member(each) for each in value)
        return MISFIT if any(slot is MISFIT for slot in slots) else slots

    return lower


def _record(record: RecordType, program: Program) -> Lower:
    fields = tuple((name, lowering(type, program)) for name, type in record.fields)

    def lower(value: Value | None) -> object:
        if not isinstance(value, Record):
            return MISFIT
        slots = tuple(None if (said := value.get(name)) is None else field(said) for name, field in fields)
        return MISFIT if any(slot is MISFIT for slot in slots) else slots

    return lower
