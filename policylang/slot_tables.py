"""Parameters and tables bound to a day: from the slots of all facts to the slot of the value."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from .core import ANYTHING, Among, Anything, Between, Cell, Parameter, ParameterVersion, Program, Type
from .parameter_values import version_on
from .slots import MISFIT, TAGGED, Lower, lowering

Table = Callable[[Sequence[object]], object]
"""From the slots of all facts to a parameter's slot, None where its value isn't known."""

Takes = Callable[[object], bool]
"""Whether a cell takes a slot that is known."""

_Sign = Callable[[Any, Any], bool]


def table_on(parameter: Parameter, program: Program, places: Mapping[str, int], as_of: date) -> Table:
    """A parameter bound to a day; `places` are the facts' among the slots. What doesn't fit its type is left out."""
    version = version_on(parameter, as_of)
    if version is None:
        return lambda slots: None
    lower = lowering(parameter.type, program)
    keys = tuple(lowering(key.type, program) for key in parameter.keys)
    key_places = tuple(places[key.name] for key in parameter.keys)
    if all(isinstance(cell, Among | Between | Anything) is False for cells, _ in version.rows for cell in cells):
        return _by_value(version, lower, keys, key_places)
    return _by_range(version, lower, tuple(key.type for key in parameter.keys), key_places, program)


def _by_value(version: ParameterVersion, lower: Lower, keys: tuple[Lower, ...], places: tuple[int, ...]) -> Table:
    rows: dict[tuple[object, ...], object] = {}
    for cells, value in version.rows:
        slots = tuple(lower_key(cell) for lower_key, cell in zip(keys, cells, strict=True))  # type: ignore[arg-type]
        slot = lower(value)
        rows.setdefault(slots, None if slot is MISFIT else slot)
    if not places:
        constant = rows.get(())
        return lambda slots: constant
    return lambda slots: rows.get(tuple([slots[place] for place in places]))


def _by_range(
    version: ParameterVersion, lower: Lower, types: tuple[Type, ...], places: tuple[int, ...], program: Program
) -> Table:
    rows: list[tuple[tuple[tuple[int, Takes], ...], object]] = []
    for cells, value in version.rows:
        asked = zip(places, cells, types, strict=True)
        tests = tuple((place, _takes(cell, type, program)) for place, cell, type in asked if cell is not ANYTHING)
        slot = lower(value)
        rows.append((tests, None if slot is MISFIT else slot))

    def choose(slots: Sequence[object]) -> object:
        found: object = MISFIT
        for tests, value in rows:
            known = True
            for place, takes in tests:
                slot = slots[place]
                if slot is None:
                    known = False
                elif not takes(slot):
                    break
            else:
                if found is not MISFIT and found != value:
                    return None
                if known:
                    return value
                found = value
        return None

    return choose


def _takes(cell: Cell, type: Type, program: Program) -> Takes:
    lower = lowering(type, program)
    match cell:
        case Among(members):
            slots = tuple(lower(member) for member in members)
            return lambda slot: slot in slots
        case Between(low, low_open, high, high_open):
            bounds: list[tuple[_Sign, object]] = []
            if low is not None:
                bounds.append((operator.gt if low_open else operator.ge, lower(low)))
            if high is not None:
                bounds.append((operator.lt if high_open else operator.le, lower(high)))
            if type.sort in TAGGED:
                return lambda slot: all(_within(slot, sign, bound) for sign, bound in bounds)
            return lambda slot: all(sign(slot, bound) for sign, bound in bounds)
        case Anything():
            return lambda slot: True
        case _:
            equal = lower(cell)
            return lambda slot: slot == equal


def _within(slot: object, sign: _Sign, bound: object) -> bool:
    """Whether a tagged number is in bounds of the same currency, or of the same kind of rate."""
    if not isinstance(slot, tuple) or not isinstance(bound, tuple):
        return False
    return slot[0] == bound[0] and sign(slot[1], bound[1])
