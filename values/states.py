"""A fact is stated, absent, unknown with a reason, or not applicable; only a stated one has a value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from .quantities import Value


class State(StrEnum):
    """The four states of a fact."""

    STATED = "stated"
    ABSENT = "absent"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"


class Reason(StrEnum):
    """Why a fact is unknown."""

    BLANK = "blank"
    """The clause is there, its value was left open."""
    CONTRADICTION = "contradiction"
    """Two places of the contract say different things."""
    UNREADABLE = "unreadable"
    """A part of the document that could hold the answer couldn't be read."""
    UNCLEAR = "unclear"
    """The contract speaks of it, but no value can be fixed from the words."""
    NOT_COMPUTABLE = "not_computable"
    """Derived, and something it is derived from is missing."""
    NO_READER = "no_reader"
    """Nothing in this version reads the fact."""
    NO_RECORD = "no_record"
    """It comes from the company's own files (customer, deal, approval), and none was given."""


class Reading(Protocol):
    """What an evaluator needs to know of a fact."""

    @property
    def state(self) -> State: ...
    @property
    def value(self) -> Value | None: ...
    @property
    def reason(self) -> Reason | None: ...


@dataclass(frozen=True, slots=True)
class Taken:
    """A reading without evidence: a record's field, an example's given, a test's fact."""

    state: State
    value: Value | None = None
    reason: Reason | None = None


ABSENT = Taken(State.ABSENT)
NOT_APPLICABLE = Taken(State.NOT_APPLICABLE)
NO_READER = Taken(State.UNKNOWN, reason=Reason.NO_READER)


def known(value: Value) -> Taken:
    """A stated reading."""
    return Taken(State.STATED, value)


def unknown(reason: Reason) -> Taken:
    """An unknown reading with its reason."""
    return Taken(State.UNKNOWN, reason=reason)
