"""Lists worth trying: short ones, of the records an author wrote and of others that differ from them in one field."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import islice
from typing import Final

from ...values import Record, Value
from ..core import FieldValue, Program, Rule, Sort, Type
from ..traversal import conditions_of, nodes
from .values import Spoken, distinct, lengths, values_for

_MOST: Final = 80
"""Lists of one fact."""


def lists_for(type: Type, given: Value | None, rule: Rule, spoken: Spoken, program: Program) -> tuple[Value, ...]:
    """Lists of a type; `given` is what the case at hand says."""
    if type.of is None:
        return ()
    rows = given if isinstance(given, tuple) else ()
    if type.of.sort is Sort.RECORD:
        found = _records(type.of, rows, rule, spoken, program)
    else:
        found = _plain(type.of, spoken, program)
    return distinct(tuple(islice(found, _MOST)))


def _plain(type: Type, spoken: Spoken, program: Program) -> Iterator[Value]:
    members = values_for(type, spoken, program)
    for length in lengths(spoken):
        yield tuple(members[place % len(members)] if members else "" for place in range(length))
    for member in members:
        yield (member,)
        yield from ((member, other) for other in members if other != member)


def _records(type: Type, rows: tuple[Value, ...], rule: Rule, spoken: Spoken, program: Program) -> Iterator[Value]:
    fields = fields_of(rule, type, program) or program.records[type.name].fields[:1]
    tried = {name: values_for(each, spoken, program) for name, each in fields}
    base = Record(tuple((name, values[0]) for name, values in tried.items() if values))
    silent = _silent(type, fields, program)
    yield ()
    yield from ((each,) for each in (silent, base) if each.fields)
    for place, row in enumerate(rows):
        if isinstance(row, Record):
            yield from ((*rows[:place], each, *rows[place + 1 :]) for each in _variants(row, tried))
            yield (*rows[:place], *rows[place + 1 :])
    if rows:
        yield (*rows, rows[-1])
    if not base.fields:
        return
    variants = tuple(_variants(base, tried))
    yield from ((each,) for each in variants)
    yield from ((base,) * length for length in lengths(spoken))
    yield from ((base, each) for each in (*variants, silent) if each.fields)


def _variants(row: Record, tried: dict[str, tuple[Value, ...]]) -> Iterator[Record]:
    """The record with one field said otherwise, or not at all."""
    for name, values in tried.items():
        others = tuple(field for field in row.fields if field[0] != name)
        said = row.get(name)
        yield from (Record((*others, (name, value))) for value in values if value != said)
        if said is not None and others:
            # A record that says nothing can't be written in a policy.
            yield Record(others)


def _silent(type: Type, fields: Collection[tuple[str, Type]], program: Program) -> Record:
    """A record that says nothing of what the rule speaks of."""
    for field in program.records[type.name].fields:
        values = values_for(field[1], (), program) if field not in fields else ()
        if values:
            return Record(((field[0], values[0]),))
    return Record(())


def fields_of(rule: Rule, type: Type, program: Program) -> tuple[tuple[str, Type], ...]:
    """The fields of a record type that a rule speaks of, in the order of their declaration."""
    used = {
        (node.name, node.type)
        for condition in conditions_of(rule)
        for node in nodes(condition, program)
        if isinstance(node, FieldValue)
    }
    return tuple(each for each in program.records[type.name].fields if each in used)
