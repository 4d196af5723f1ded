"""A fact with its evidence, and the book of all facts of one document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from ..parsers.document import Location
from ..values import Reason, State, Value


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a fact was read: characters `start` up to `end` of block `block`, quoted exactly.

    `clause` is the printed or automatic number of the clause the words stand in.
    `changed` says that a tracked change touches them. `confidence`, from 0 to 1, is how sure text recognition is of
    words it read; typed words have None.
    """

    block: int
    start: int
    end: int
    quote: str
    location: Location
    clause: str | None = None
    reader: str = ""
    changed: bool = False
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact in one of four states; `evidence` lists the deciding words first.

    `note` names what a derived or unclear fact rests on (a message key), for the reader of a report. `origin` is the
    place in the company's own records ("case.yaml:12") of a fact that doesn't come from the document.
    """

    name: str
    state: State
    value: Value | None = None
    reason: Reason | None = None
    evidence: tuple[Evidence, ...] = ()
    note: str = ""
    origin: str = ""


def stated(name: str, value: Value, *evidence: Evidence) -> Fact:
    """A fact the document states."""
    return Fact(name, State.STATED, value, None, evidence)


def absent(name: str) -> Fact:
    """A fact the whole document was searched for and is silent about."""
    return Fact(name, State.ABSENT)


def unknown(name: str, reason: Reason, *evidence: Evidence, note: str = "") -> Fact:
    """A fact that can't be told, with the reason and, where there are any, the words in question."""
    return Fact(name, State.UNKNOWN, None, reason, evidence, note)


def not_applicable(name: str) -> Fact:
    """A fact that has no meaning for this document."""
    return Fact(name, State.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class FactBook(Mapping[str, Fact]):
    """All facts of one document by name. A name nothing was read for is `unknown(no_reader)`."""

    facts: Mapping[str, Fact] = field(default_factory=dict)
    kind: str = "other"
    """What the document is: sale, framework, service, works, lease, loan, processing, other, not_a_contract."""

    def __getitem__(self, name: str) -> Fact:
        return self.facts.get(name) or unknown(name, Reason.NO_READER)

    def __contains__(self, name: object) -> bool:
        return name in self.facts

    def __iter__(self) -> Iterator[str]:
        return iter(self.facts)

    def __len__(self) -> int:
        return len(self.facts)

    def with_facts(self, *more: Fact) -> FactBook:
        """This book with `more` facts put in; a fact of the same name is replaced."""
        return replace(self, facts={**self.facts, **{fact.name: fact for fact in more}})
