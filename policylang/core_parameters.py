"""Parameters and tables: dated values, and the rows that choose among them by the facts of a case."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from ..values import Value
from .core_terms import FactValue
from .core_types import NO_TEXTS, NOWHERE, Span, Texts, Type


@dataclass(frozen=True, slots=True)
class Period:
    """In force from `start` up to and including `end`; None is open."""

    start: date | None = None
    end: date | None = None

    def covers(self, day: date) -> bool:
        """Whether a day lies in the period."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    def within(self, other: Period) -> Period:
        """The days both periods cover; no day at all where they don't meet."""
        starts = [each for each in (self.start, other.start) if each is not None]
        ends = [each for each in (self.end, other.end) if each is not None]
        return Period(max(starts, default=None), min(ends, default=None))


ALWAYS = Period()


class HitPolicy(StrEnum):
    """How the rows of a table meet a case (DMN 1.5, section 8.2.8): at most one fits, or the first that fits counts."""

    UNIQUE = "unique"
    FIRST = "first"


@dataclass(frozen=True, slots=True)
class Between:
    """A cell that takes a range; None is open to that side, and `open` leaves out the bound itself."""

    low: Value | None = None
    low_open: bool = False
    high: Value | None = None
    high_open: bool = False


@dataclass(frozen=True, slots=True)
class Among:
    """A cell that takes one of several values."""

    members: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Anything:
    """A cell that takes every value, also one that isn't known."""


ANYTHING = Anything()

Cell = Value | Among | Between | Anything
"""What a key of a row takes; a bare value takes its equal."""


@dataclass(frozen=True, slots=True)
class ParameterVersion:
    """A parameter's values while `period` is in force: one value, or a value for each row of cells."""

    period: Period
    review_by: date | None
    rows: tuple[tuple[tuple[Cell, ...], Value], ...]
    """(cells of the keys, value); a parameter without keys has one row with no cell."""
    source: str = ""
    spans: tuple[Span, ...] = field(default=(), compare=False)
    """Where each row stands."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A threshold of the company or of a statute, dated; `keys` are the facts that choose its row.

    With a hit policy it is a `table`, whose cells may be ranges. Rows are judged in order, three-valued: the value is
    known when a row fits, and all rows above it that might fit give the same value.
    """

    name: str
    type: Type
    keys: tuple[FactValue, ...]
    versions: tuple[ParameterVersion, ...]
    label: Texts = NO_TEXTS
    hit: HitPolicy | None = None
    span: Span = field(default=NOWHERE, compare=False)
