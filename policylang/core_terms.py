"""The typed expressions and three-valued conditions of a checked program."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from ..values import State, Value
from .core_types import NOWHERE, Span, Type


@dataclass(frozen=True, slots=True)
class Constant:
    """A literal: 30 days, CNY 500,000, a member of a scale or of kinds, a text, a date."""

    value: Value
    type: Type
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class FactValue:
    """The value of a fact; unknown unless the fact is stated."""

    name: str
    type: Type
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class ParameterValue:
    """The value a parameter has for the case at hand on the as-of date."""

    name: str
    type: Type
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class FieldValue:
    """A field of the record an enclosing `any`, `all`, `count`, `sum`, `max` or `min` runs over."""

    name: str
    type: Type
    span: Span = field(default=NOWHERE, compare=False)


class Operator(StrEnum):
    """Arithmetic; which units may meet is the checker's business."""

    PLUS = "+"
    MINUS = "-"
    TIMES = "*"
    OVER = "/"


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """Two values added, subtracted, multiplied or divided. Dividing by zero is unknown."""

    operator: Operator
    left: Expression
    right: Expression
    type: Type
    span: Span = field(default=NOWHERE, compare=False)
    calendar: str = ""
    """The calendar by which working days are counted."""


class Fold(StrEnum):
    """What an aggregate does with the records it keeps."""

    COUNT = "count"
    SUM = "sum"
    MAX = "max"
    MIN = "min"


@dataclass(frozen=True, slots=True)
class Aggregate:
    """count, sum, max or min of `of` (None for count) over the records of a list for which `where` holds.

    Unknown when the list, a `where`, or a kept record's `of` is unknown; max and min of nothing are unknown, and so is
    the sum of no money (it has no currency). The count of an absent list is zero; its sum, max and min are unknown.
    A list of plain values is folded with `of` None and `where` None.
    """

    fold: Fold
    over: Expression
    where: Condition | None
    of: Expression | None
    type: Type
    span: Span = field(default=NOWHERE, compare=False)


Expression = Constant | FactValue | ParameterValue | FieldValue | Arithmetic | Aggregate

# --- conditions -------------------------------------------------------------------------------------------------------


class Comparison(StrEnum):
    """Comparisons; order is defined for quantities, money of one currency, rates, dates and scales."""

    EQ = "="
    NE = "!="
    LT = "<"
    LE = "<="
    GT = ">"
    GE = ">="


@dataclass(frozen=True, slots=True)
class Compare:
    """left ? right. Money of different currencies, and rates of which one is `once`, compare as unknown.

    Rates are compared by the year (365 days, 12 months).
    """

    operator: Comparison
    left: Expression
    right: Expression
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class HasState:
    """`is stated`, `is absent`, `is unknown`, `is not applicable`: always decided."""

    subject: FactValue | FieldValue
    state: State
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class SaysYes:
    """`is yes` (`value` true): true when stated yes, false when stated no or absent, else unknown.

    `is no` (`value` false): true when stated no, false when stated yes or absent, else unknown.
    """

    subject: Expression
    value: bool
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Present:
    """`is present`: true when stated, false when absent, else unknown (docs/decisions/0003)."""

    subject: FactValue | FieldValue
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class OneOf:
    """The value is one of the members listed."""

    subject: Expression
    members: tuple[Constant, ...]
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Contains:
    """A list of plain values has a member. An absent list has none; an unknown one is unknown."""

    subject: Expression
    member: Expression
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds (Kleene and); no part is true."""

    parts: tuple[Condition, ...]
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Any:
    """Some part holds (Kleene or); no part is false."""

    parts: tuple[Condition, ...]
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Not:
    """The part doesn't hold."""

    part: Condition
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Quantified:
    """`any`/`all` record of a list for which `where` holds. An absent list is empty."""

    every: bool
    over: Expression
    where: Condition
    span: Span = field(default=NOWHERE, compare=False)


Condition = Compare | HasState | SaysYes | Present | OneOf | Contains | All | Any | Not | Quantified
