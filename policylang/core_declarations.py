"""The declarations of a checked program: vocabulary, parameters, rules, examples, packs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from ..values import Reading, Value
from .core_terms import Condition, FactValue
from .core_types import NO_TEXTS, NOWHERE, Span, Texts, Type


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
    label: Texts = NO_TEXTS
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
    message: Texts = NO_TEXTS
    why: Texts = NO_TEXTS
    remedy: Texts = NO_TEXTS
    avoid: Texts = NO_TEXTS
    prefer: Texts = NO_TEXTS
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
