"""The checked program: every name resolved, every expression typed. Both evaluators read this and nothing else.

Conditions are three-valued. `Span` points into the policy file and is ignored by equality, so that two spellings
of one policy give equal programs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from ..values import Reading, State, Value


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a policy file: lines and columns count code points from 1, `end_column` is exclusive."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int


NOWHERE = Span("", 0, 0, 0, 0)


class Sort(StrEnum):
    """The families of types."""

    MONEY = "money"
    PERCENT = "percent"
    RATE = "rate"
    HOURS = "hours"
    DAYS = "days"
    WORKING_DAYS = "working days"
    MONTHS = "months"
    YEARS = "years"
    NUMBER = "number"
    DATE = "date"
    TEXT = "text"
    YES_NO = "yes/no"
    SCALE = "scale"
    KINDS = "kinds"
    RECORD = "record"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Type:
    """A type: `name` is the scale, kinds or record declared, `of` the type of a list's members."""

    sort: Sort
    name: str = ""
    of: Type | None = None


@dataclass(frozen=True, slots=True)
class Texts:
    """A text in both languages; either may be missing."""

    en: str = ""
    zh: str = ""

    def get(self, language: str) -> str:
        """The text in a language, else in the other one."""
        return (self.zh or self.en) if language == "zh" else (self.en or self.zh)


# --- values -----------------------------------------------------------------------------------------------------------


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

# --- declarations -----------------------------------------------------------------------------------------------------


class Severity(StrEnum):
    """How bad a violation is, worst first."""

    BLOCK = "block"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Blocker(StrEnum):
    """The six causes for which money is lost."""

    WEAK_CONTROL = "weak_control"
    COLLECTION_SKILL = "collection_skill"
    ARBITRARY_CREDIT = "arbitrary_credit"
    PROCESS_MISMATCH = "process_mismatch"
    WEAK_TRUST = "weak_trust"
    UNIFORM_DUNNING = "uniform_dunning"


class Source(StrEnum):
    """Who says a fact."""

    CONTRACT = "contract"
    CASE = "case"
    DERIVED = "derived"


@dataclass(frozen=True, slots=True)
class Period:
    """In force from `start` up to and including `end`; None is open."""

    start: date | None = None
    end: date | None = None

    def covers(self, day: date) -> bool:
        """Whether a day lies in the period."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class Members:
    """A scale (ordered, lowest first) or kinds (unordered) with the members' labels."""

    name: str
    ordered: bool
    members: tuple[str, ...]
    labels: Mapping[str, Texts] = field(default_factory=dict)
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class RecordType:
    """The fields of a record, with their types."""

    name: str
    fields: tuple[tuple[str, Type], ...]
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class ReadPattern:
    """One `read` pattern in its surface form; `patterns.parse_pattern` gives its parts."""

    language: str
    pattern: str
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class FactDeclaration:
    """A fact of the vocabulary."""

    name: str
    type: Type
    label: Texts
    source: Source
    alias_zh: str = ""
    reads: tuple[ReadPattern, ...] = ()
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class ParameterVersion:
    """A parameter's values while `period` is in force: one value, or a value for each key."""

    period: Period
    review_by: date | None
    rows: tuple[tuple[tuple[Value, ...], Value], ...]
    """(key values, value); a parameter without keys has one row with no key."""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A threshold of the company or of a statute, dated; `keys` are the facts that choose its row."""

    name: str
    type: Type
    keys: tuple[FactValue, ...]
    versions: tuple[ParameterVersion, ...]
    label: Texts = Texts()
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Excuse:
    """An exception: when its condition is proven, a violation is excused."""

    name: str
    condition: Condition
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Rule:
    """A control. It is violated when it applies and a requirement fails or a prohibition holds."""

    id: str
    title: Texts
    severity: Severity
    applies: Condition
    """`All(())` when the rule says nothing; stages are folded in."""
    requires: tuple[Condition, ...]
    forbids: tuple[Condition, ...]
    excuses: tuple[Excuse, ...] = ()
    undecided_is_violated: bool = False
    blockers: tuple[Blocker, ...] = ()
    countermeasures: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    side: str = "seller"
    """`seller`, `buyer` or `both`: for whom the rule watches."""
    owner: str = ""
    message: Texts = Texts()
    why: Texts = Texts()
    remedy: Texts = Texts()
    avoid: Texts = Texts()
    prefer: Texts = Texts()
    basis: tuple[str, ...] = ()
    period: Period = Period()
    pack: str = ""
    span: Span = field(default=NOWHERE, compare=False)


class Expected(StrEnum):
    """The verdicts an example may expect of a rule."""

    VIOLATED = "violated"
    SATISFIED = "satisfied"
    UNDECIDED = "undecided"
    NOT_APPLICABLE = "not_applicable"
    EXCEPTED = "excepted"


@dataclass(frozen=True, slots=True)
class Example:
    """A case with its expected verdict: facts, or a text to read, or both."""

    rule: str
    title: str
    given: tuple[tuple[str, Reading], ...]
    texts: tuple[tuple[str, str], ...]
    """(language, contract text)."""
    expected_facts: tuple[tuple[str, Reading], ...]
    expected: tuple[tuple[str, Expected], ...]
    as_of: date | None = None
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Pack:
    """The head of a policy file."""

    title: str
    version: str
    owner: str = ""
    source: str = ""
    jurisdiction: str = ""
    path: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Program:
    """Everything a run needs, checked."""

    packs: tuple[Pack, ...] = ()
    members: Mapping[str, Members] = field(default_factory=dict)
    records: Mapping[str, RecordType] = field(default_factory=dict)
    facts: Mapping[str, FactDeclaration] = field(default_factory=dict)
    parameters: Mapping[str, Parameter] = field(default_factory=dict)
    rules: tuple[Rule, ...] = ()
    examples: tuple[Example, ...] = ()
