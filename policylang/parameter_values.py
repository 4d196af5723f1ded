"""The value a parameter or table has for its keys on a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from ..values import Value
from .arithmetic import compare
from .core import Among, Anything, Between, Cell, Comparison, Members, Parameter, ParameterVersion, Program, Sort, Type
from .kleene import Truth, conjunction

Ranks = Mapping[str, int]


def version_on(parameter: Parameter, day: date) -> ParameterVersion | None:
    """The version in force on a day: where sections overlap, the one that began last; None when there is none."""
    covering = [version for version in parameter.versions if version.period.covers(day)]
    return max(covering, key=lambda version: version.period.start or date.min, default=None)


def parameter_value(
    parameter: Parameter, keys: Sequence[Value | None], day: date, members: Mapping[str, Members]
) -> Value | None:
    """The value for `keys`, of which None is one that isn't known.

    Rows are judged in order, three-valued. The first that fits gives the value, if all rows above it that might fit
    give the same; else, and when no version or no row covers the case, the value is unknown (None).
    """
    version = version_on(parameter, day)
    found: Value | None = None
    for cells, value in version.rows if version is not None else ():
        asked = zip(cells, keys, parameter.keys, strict=True)
        fits = conjunction([takes(cell, key, fact.type, members) for cell, key, fact in asked])
        if fits is False:
            continue
        if found is not None and compare(Comparison.EQ, found, value) is not True:
            return None
        found = value
        if fits:
            return found
    return None


def named_value(program: Program, name: str, keys: Sequence[Value | None], day: date) -> Value | None:
    """The value of a parameter or table by its name; None as well when the program declares none of that name."""
    parameter = program.parameters.get(name)
    return None if parameter is None else parameter_value(parameter, keys, day, program.members)


def takes(cell: Cell, key: Value | None, type: Type, members: Mapping[str, Members]) -> Truth:
    """Whether a cell takes a key: always for `any`, unknown while the key isn't known.

    A key that doesn't compare (money of another currency) isn't taken.
    """
    if isinstance(cell, Anything):
        return True
    if key is None:
        return None
    match cell:
        case Among(values):
            return any(compare(Comparison.EQ, key, value) for value in values)
        case Between(low, low_open, high, high_open):
            ranks = ranks_of(type, members)
            above = Comparison.GT if low_open else Comparison.GE
            below = Comparison.LT if high_open else Comparison.LE
            bounds = ((above, low), (below, high))
            return all(compare(sign, key, bound, ranks) for sign, bound in bounds if bound is not None)
        case _:
            return compare(Comparison.EQ, key, cell) is True


def ranks_of(type: Type, members: Mapping[str, Members]) -> Ranks | None:
    """The ranks of a scale's members; None for other types."""
    if type.sort is not Sort.SCALE:
        return None
    return {member: rank for rank, member in enumerate(members[type.name].members)}
