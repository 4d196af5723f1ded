"""The terms of a contract that changed after somebody approved them: what each was, what it is, and its words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..checker.value_words import value_words
from ..ledger.terms import Change, Term
from ..messages import say
from ..policylang.core import Program, Type
from ..values import Record, State
from .names import label
from .values import Json, value_json
from .wrap import wrapped

_MOST_SHOWN = 5
_MOST_QUOTES = 2
_INDENT = "     "


@dataclass(frozen=True, slots=True)
class _Told:
    """One line: what changed, and both values in words."""

    what: str
    before: str
    after: str


def change_lines(changes: Sequence[Change], program: Program, language: str) -> Iterator[str]:
    """The first of the changed terms, each with both values and the words that changed."""
    for each in changes[:_MOST_SHOWN]:
        for told in _told(each, program, language):
            values = (("term", told.what), ("before", told.before), ("after", told.after))
            yield from wrapped(say("route.change", language, values), f"{_INDENT}- ", f"{_INDENT}  ")
        quotes = [" … ".join(f"“{one}”" for one in ones[:_MOST_QUOTES]) for ones in each.quotes]
        if all(quotes):
            yield from wrapped(f"{quotes[0]} → {quotes[1]}", f"{_INDENT}  ")
    if len(changes) > _MOST_SHOWN:
        count = (("count", str(len(changes) - _MOST_SHOWN)),)
        yield f"{_INDENT}{say('route.more_changes', language, count)}"


def _told(change: Change, program: Program, language: str) -> Iterator[_Told]:
    """Of two lists of records of one length only the fields that differ; else the whole."""
    declared = program.facts.get(change.fact)
    kind = declared.type if declared is not None else None
    name = re.split(r"\s*[(（]", label(change.fact, program, language))[0]
    pairs = _pairs(change)
    if pairs is None or kind is None:
        before, after = (_words(term, kind, program, language) for term in (change.before, change.after))
        yield _Told(name, before, after)
        return
    record = program.records.get(kind.of.name) if kind.of is not None else None
    for number, (old, new) in enumerate(pairs, 1):
        item = say("route.change_item", language, (("term", name), ("number", str(number))))
        for field, type_ in record.fields if record is not None else ():
            one, other = _field(old, field), _field(new, field)
            if one.same != other.same:
                called = record.labels[field].get(language) if record is not None and field in record.labels else field
                told = (_words(term, type_, program, language) for term in (one, other))
                yield _Told(say("route.change_field", language, (("item", item), ("field", called))), *told)


def _pairs(change: Change) -> list[tuple[Record, Record]] | None:
    before, after = change.before.value, change.after.value
    if not (isinstance(before, tuple) and isinstance(after, tuple) and len(before) == len(after)):
        return None
    pairs = list(zip(before, after, strict=True))
    found = [(old, new) for old, new in pairs if isinstance(old, Record) and isinstance(new, Record)]
    return found if len(found) == len(pairs) else None


def _field(record: Record, name: str) -> Term:
    value = record.get(name)
    return Term(State.ABSENT if value is None else State.STATED, value)


def _words(term: Term, kind: Type | None, program: Program, language: str) -> str:
    if term.value is None:
        return say("route.silent" if term.state in (State.ABSENT, State.NOT_APPLICABLE) else "route.unclear", language)
    return value_words(term.value, kind, program, language)


def change_json(change: Change) -> dict[str, Json]:
    """A changed term for machines."""
    return {
        "fact": change.fact,
        "before": _term_json(change.before),
        "after": _term_json(change.after),
    }


def _term_json(term: Term) -> dict[str, Json]:
    return {"state": term.state.value, "value": value_json(term.value), "quotes": list(term.quotes)}
