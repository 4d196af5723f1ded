"""Facts and values as the solver sees them, and what it found turned back into readings.

A number (quantity, amount, yearly percent, day of the calendar) is an exact real; a member, text or currency is its
place in a list that grows as names are met; truth is two Booleans, proven true and proven false.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import z3

from ..core import FactValue, Program, Sort, Type
from ..slots import PLAIN

MOST_DAYS: Final = 3_652_059
"""The last day of the calendar, 9999-12-31, counted from 0001-01-01."""


class Unsupported(Exception):
    """The query has a part that can't be put to the solver."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """A value: whether it is known, its number, place or truth; for money and rates, what it may be compared with."""

    known: Any
    value: Any
    tag: Any = None


@dataclass(frozen=True, slots=True)
class RowSymbol:
    """A record of a list."""

    fields: dict[str, Symbol]


@dataclass(frozen=True, slots=True)
class ListSymbol:
    """A list: how many members it has, of the few that are looked at."""

    length: Any
    slots: tuple[Symbol | RowSymbol, ...]


@dataclass(frozen=True, slots=True)
class FactSymbol:
    """A fact: its state (unknown when none of the three) and what it says when stated."""

    type: Type
    stated: Any
    absent: Any
    inapplicable: Any
    value: Symbol | ListSymbol


@dataclass(frozen=True, slots=True)
class Pair:
    """A three-valued truth; unknown when neither."""

    true: Any
    false: Any


def conj(parts: Iterable[Any]) -> Any:
    """And, without the parts that are plainly true."""
    kept = [part for part in parts if not z3.is_true(part)]
    if any(z3.is_false(part) for part in kept):
        return z3.BoolVal(False)
    return z3.BoolVal(True) if not kept else kept[0] if len(kept) == 1 else z3.And(kept)


def disj(parts: Iterable[Any]) -> Any:
    """Or, without the parts that are plainly false."""
    kept = [part for part in parts if not z3.is_false(part)]
    if any(z3.is_true(part) for part in kept):
        return z3.BoolVal(True)
    return z3.BoolVal(False) if not kept else kept[0] if len(kept) == 1 else z3.Or(kept)


def neg(part: Any) -> Any:
    """Not."""
    if z3.is_true(part):
        return z3.BoolVal(False)
    return z3.BoolVal(True) if z3.is_false(part) else z3.Not(part)


@dataclass(slots=True)
class World:
    """The facts of one deal, whatever the programs that judge it; `slots` members of a list are looked at."""

    programs: tuple[Program, ...]
    slots: int = 2
    facts: dict[str, FactSymbol] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)
    currencies: list[str] = field(default_factory=lambda: ["CNY"])

    def fact(self, fact: FactValue) -> FactSymbol:
        """The symbol of a fact; raises `Unsupported` when two programs give it different types."""
        found = self.facts.get(fact.name)
        if found is None:
            found = self._make(fact.name, fact.type)
            self.facts[fact.name] = found
        elif found.type != fact.type:
            raise Unsupported(fact.name)
        return found

    def _make(self, name: str, type: Type) -> FactSymbol:
        stated, absent, inapplicable = (z3.Bool(f"{name}!{state}") for state in ("stated", "absent", "inapplicable"))
        value: Symbol | ListSymbol
        if type.sort is Sort.LIST:
            of = type.of
            if of is None:
                raise Unsupported(name)
            slots = tuple(self._slot(f"{name}!{place}", of) for place in range(self.slots))
            value = ListSymbol(z3.Int(f"{name}!length"), slots)
        else:
            value = self.variable(name, type, z3.BoolVal(True))
        return FactSymbol(type, stated, absent, inapplicable, value)

    def _slot(self, name: str, type: Type) -> Symbol | RowSymbol:
        if type.sort is not Sort.RECORD:
            return self.variable(name, type, z3.BoolVal(True))
        fields: dict[str, Symbol] = {}
        for field_name, field_type in self.fields(type):
            full = f"{name}.{field_name}"
            if field_type.sort not in (Sort.LIST, Sort.RECORD):
                fields[field_name] = self.variable(full, field_type, z3.Bool(f"{full}!known"))
        return RowSymbol(fields)

    def fields(self, type: Type) -> tuple[tuple[str, Type], ...]:
        """The fields of a record that all programs know alike."""
        declared = [dict(each.records[type.name].fields) for each in self.programs if type.name in each.records]
        first = declared[0] if declared else {}
        return tuple((name, kind) for name, kind in first.items() if all(each.get(name) == kind for each in declared))

    def variable(self, name: str, type: Type, known: Any) -> Symbol:
        """A value nothing is said of yet."""
        match type.sort:
            case Sort.YES_NO:
                return Symbol(known, z3.Bool(name))
            case Sort.MONEY | Sort.RATE:
                return Symbol(known, z3.Real(name), z3.Int(f"{name}!tag"))
            case Sort.DATE:
                return Symbol(known, z3.ToReal(z3.Int(name)))
            case Sort.TEXT | Sort.SCALE | Sort.KINDS:
                return Symbol(known, z3.Int(name))
            case sort if sort in PLAIN:
                return Symbol(known, z3.Real(name))
            case _:
                raise Unsupported(name)

    def text(self, text: str) -> int:
        """The place of a text."""
        return _place(self.texts, text)

    def currency(self, code: str) -> int:
        """The place of a currency."""
        return _place(self.currencies, code)

    def members(self, name: str) -> tuple[str, ...]:
        """All members of a scale or of kinds, in any of the programs."""
        found: dict[str, None] = {}
        for program in self.programs:
            if name in program.members:
                found.update(dict.fromkeys(program.members[name].members))
        return tuple(found)

    def common(self, name: str) -> tuple[int, ...]:
        """The places of the members that every program which declares the type knows."""
        sets = [set(each.members[name].members) for each in self.programs if name in each.members]
        return tuple(place for place, member in enumerate(self.members(name)) if all(member in each for each in sets))

    def ranks(self, name: str, program: Program) -> tuple[int, ...]:
        """The rank of each place in a program's order."""
        order = program.members[name].members
        return tuple(order.index(member) if member in order else -1 for member in self.members(name))


def _place(names: list[str], name: str) -> int:
    if name not in names:
        names.append(name)
    return names.index(name)


def choose(choices: Sequence[tuple[Any, Any]], otherwise: Any) -> Any:
    """The value of the first choice whose guard holds."""
    result = otherwise
    for guard, value in reversed(choices):
        result = value if z3.is_true(guard) else z3.If(guard, value, result)
    return result
