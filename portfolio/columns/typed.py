"""Facts as columns of their declared types: what a condition compares is a number, a rank, a day, a truth, a text.

| type | column | tag |
|---|---|---|
| quantities, percent, number | millionths | |
| money | millionths | currency |
| rate | millionths of percent by the year | "year" or "once" |
| scale, kinds | the member's place | |
| date, text, yes/no | itself | |
| list, record | its JSON | |

A stated value that doesn't fit its type, or has more digits than the column, makes its contract *odd*: the compiled
rules judge it, from the lossless values.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import polars as pl

from ...facts.as_json import NotFacts, value_from
from ...policylang.core import Program, Sort, Type
from ...policylang.slots import MISFIT, PLAIN, TAGGED, lowering
from ...values import Per, Unit, Value
from .raw import STATED, Raw, Wanted, name_of

_TIMES_A_YEAR = {Per.DAY: 365, Per.MONTH: 12, Per.YEAR: 1, Per.ONCE: 1}


@dataclass(frozen=True, slots=True)
class Columns:
    """The facts a program uses, each with its number; `raw` are those whose JSON is needed."""

    program: Program
    facts: Mapping[str, int]
    types: tuple[Type, ...]
    raw: frozenset[str]

    @property
    def wanted(self) -> Wanted:
        """What has to be read of each fact."""
        return {
            name: (at, (*_needed(type), *((Raw.VALUE,) if name in self.raw and not _is_whole(type) else ())))
            for (name, at), type in zip(self.facts.items(), self.types, strict=True)
        }

    def state(self, fact: str) -> pl.Expr:
        """The code of a fact's state."""
        return pl.col(name_of(Raw.STATE, self.facts[fact]))

    def value(self, fact: str) -> pl.Expr:
        """The value; null unless the fact is stated."""
        return pl.col(f"v{self.facts[fact]}")

    def tag(self, fact: str) -> pl.Expr:
        """The currency, or the kind of rate."""
        return pl.col(f"t{self.facts[fact]}")

    def typed(self, wide: pl.DataFrame, values: Values) -> pl.DataFrame:
        """The columns above beside the states and the JSON; `odd` marks the contracts that aren't judged by them."""
        made: list[pl.Expr] = []
        for at, type in enumerate(self.types):
            made.append(_value(type, at, self.program, wide, values).alias(f"v{at}"))
            if type.sort in TAGGED:
                made.append(_tag(type, at).alias(f"t{at}"))
        kept = [name for name in wide.columns if name[0] in (Raw.STATE.value, Raw.VALUE.value)]
        typed = wide.select(*kept, *made) if made else wide
        misses = [
            (pl.col(name_of(Raw.STATE, at)) == STATED) & pl.col(f"v{at}").is_null() for at in range(len(self.types))
        ]
        return typed.with_columns(odd=pl.any_horizontal(misses) if misses else pl.lit(False))


def _is_whole(type: Type) -> bool:
    return type.sort in (Sort.LIST, Sort.RECORD)


def _needed(type: Type) -> tuple[Raw, ...]:
    match type.sort:
        case sort if sort in PLAIN:
            return (Raw.STATE, Raw.NUMBER, Raw.UNIT, Raw.TYPE)
        case Sort.MONEY | Sort.RATE:
            return (Raw.STATE, Raw.NUMBER, Raw.UNIT, Raw.TYPE)
        case Sort.YES_NO:
            return (Raw.STATE, Raw.YES)
        case Sort.DATE:
            return (Raw.STATE, Raw.DATE)
        case Sort.LIST | Sort.RECORD:
            return (Raw.STATE, Raw.VALUE)
        case _:
            return (Raw.STATE, Raw.TEXT)


def _value(type: Type, at: int, program: Program, wide: pl.DataFrame, values: Values) -> pl.Expr:
    state, number, unit = (pl.col(name_of(column, at)) for column in (Raw.STATE, Raw.NUMBER, Raw.UNIT))
    kind, text = pl.col(name_of(Raw.TYPE, at)), pl.col(name_of(Raw.TEXT, at))
    stated = state == STATED
    match type.sort:
        case sort if sort in PLAIN:
            return pl.when(stated & (kind == "quantity") & (unit == Unit(sort.value).value)).then(number)
        case Sort.MONEY:
            return pl.when(stated & (kind == "money")).then(number)
        case Sort.RATE:
            times = unit.replace_strict({per.value: n for per, n in _TIMES_A_YEAR.items()}, default=None)
            return pl.when(stated & (kind == "rate")).then(number * times.cast(pl.Int64))
        case Sort.YES_NO:
            return pl.when(stated).then(pl.col(name_of(Raw.YES, at)))
        case Sort.DATE:
            return pl.when(stated).then(pl.col(name_of(Raw.DATE, at)))
        case Sort.SCALE | Sort.KINDS:
            places = {member: place for place, member in enumerate(program.members[type.name].members)}
            return pl.when(stated).then(text.replace_strict(places, default=None, return_dtype=pl.Int32))
        case Sort.TEXT:
            return pl.when(stated).then(text)
        case _:
            column = name_of(Raw.VALUE, at)
            fit = _fitting(wide.select(pl.col(column).filter(stated)).to_series().unique(), type, program, values)
            return pl.when(stated & pl.col(column).is_in(fit)).then(pl.col(column))


def _tag(type: Type, at: int) -> pl.Expr:
    unit = pl.col(name_of(Raw.UNIT, at))
    if type.sort is Sort.RATE:
        return pl.when(unit == Per.ONCE.value).then(pl.lit("once")).otherwise(pl.lit("year"))
    return unit


def _fitting(written: Iterable[str | None], type: Type, program: Program, values: Values) -> list[str]:
    """The different lists and records of a column that fit their type."""
    lower = lowering(type, program)
    found = ((each, values.of(each)) for each in written)
    return [each for each, value in found if each is not None and value is not None and lower(value) is not MISFIT]


class Values:
    """The values behind the JSON of a batch, each read once."""

    def __init__(self) -> None:
        self._known: dict[str, Value | None] = {}

    def of(self, written: str | None) -> Value | None:
        """The value in JSON; None for none, and for what never was one."""
        if written is None:
            return None
        if written not in self._known:
            self._known[written] = _value_in(written)
        return self._known[written]


def _value_in(written: str) -> Value | None:
    try:
        return value_from(json.loads(written))
    except (NotFacts, ValueError, RecursionError):
        return None
