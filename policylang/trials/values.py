"""The values worth trying for a fact: those its rule speaks of, and what lies right beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from ...values import Money, Quantity, Unit, Value
from ..analysis.samples import another_text, usual
from ..core import (
    All,
    Among,
    Any,
    Between,
    Cell,
    Condition,
    Constant,
    FactValue,
    Not,
    Parameter,
    ParameterValue,
    Program,
    Rule,
    Sort,
    Type,
)
from ..mutation.steps import nudged, scaled
from ..traversal import conditions_of, facts_in, nodes

_MOST: Final = 24
"""Values of one fact."""


@dataclass(frozen=True, slots=True)
class Said:
    """A value a rule speaks of, its type, and the facts it meets in a condition."""

    type: Type
    value: Value
    facts: frozenset[str] = frozenset()


Spoken = tuple[Said, ...]


def spoken_of(rule: Rule, program: Program) -> Spoken:
    """Every value a rule speaks of, in the order of writing; of its parameters every row's."""
    found: dict[Said, None] = {}
    for condition in conditions_of(rule):
        for atom in _atoms(condition):
            facts = frozenset(fact.name for fact in facts_in(atom, program))
            for node in nodes(atom, program):
                match node:
                    case Constant(value, type):
                        found.setdefault(Said(type, value, facts))
                    case ParameterValue(name):
                        found.update(dict.fromkeys(_of_parameter(program.parameters[name], facts)))
    return tuple(found)


def near(spoken: Spoken, fact: FactValue) -> Spoken:
    """What is said of a fact, before what the rule says besides; a text stands for its own fact alone."""
    own = tuple(each for each in spoken if fact.name in each.facts)
    return (*own, *(each for each in spoken if fact.name not in each.facts and each.type.sort is not Sort.TEXT))


def _atoms(condition: Condition) -> Iterator[Condition]:
    match condition:
        case All(parts) | Any(parts):
            for part in parts:
                yield from _atoms(part)
        case Not(part):
            yield from _atoms(part)
        case _:
            yield condition


def _of_parameter(parameter: Parameter, facts: frozenset[str]) -> Iterator[Said]:
    for version in parameter.versions[-2:]:
        for cells, value in version.rows:
            yield Said(parameter.type, value, facts)
            for key, cell in zip(parameter.keys, cells, strict=True):
                yield from (Said(key.type, each, frozenset((key.name,))) for each in _bounds(cell))


def _bounds(cell: Cell) -> Iterator[Value]:
    match cell:
        case Between(low, _, high, _):
            yield from (bound for bound in (low, high) if bound is not None)
        case Among(members):
            yield from members
        case Quantity() | Money() | date() | str() | bool():
            yield cell


def values_for(type: Type, spoken: Spoken, program: Program) -> tuple[Value, ...]:
    """Values of a type that isn't a list or record, the most telling first, at most two dozen."""
    match type.sort:
        case Sort.YES_NO:
            return (True, False)
        case Sort.SCALE | Sort.KINDS:
            return program.members[type.name].members
    said = [each.value for each in spoken if (each.type.sort, each.type.name) == (type.sort, type.name)]
    if type.sort is Sort.TEXT:
        return (*said, another_text([each for each in said if isinstance(each, str)]))[:_MOST]
    found: dict[Value, None] = {}
    for value in said:
        found.update(dict.fromkeys((value, *nudged(value))))
    for value in said:
        found.update(dict.fromkeys((*scaled(value), *_far(value))))
    ordinary = usual(type)
    if ordinary is not None:
        found.update(dict.fromkeys((ordinary, *nudged(ordinary)) if not said else (ordinary,)))
    return tuple(found)[:_MOST]


def _far(value: Value) -> Iterator[Value]:
    """Plainly above and below."""
    match value:
        case Quantity(amount, unit):
            yield from (Quantity(each, unit) for each in (amount * 2, Decimal(0)))
        case Money(amount, currency):
            yield from (Money(each, currency) for each in (amount * 2, Decimal(0)))


def lengths(spoken: Spoken) -> tuple[int, ...]:
    """How long a list may matter to be: the small whole numbers a rule speaks of, and their neighbours."""
    found = {0, 1, 2}
    for value in (each.value for each in spoken):
        if isinstance(value, Quantity) and value.unit is Unit.NUMBER and 0 <= value.amount <= 12:
            found |= {int(value.amount) + step for step in (-1, 0, 1)}
    return tuple(sorted(each for each in found if each >= 0))


def distinct(values: Sequence[Value]) -> tuple[Value, ...]:
    """Each value once, in order."""
    return tuple(dict.fromkeys(values))
