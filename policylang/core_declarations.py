"""The declarations of a checked program: vocabulary, parameters, rules, examples, packs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from ..values import Reading
from .core_parameters import ALWAYS, Parameter, Period
from .core_terms import Condition
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
    labels: Mapping[str, Texts] = field(default_factory=dict)
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
class Excuse:
    """An exception: when its condition is proven and it is in force, a violation is excused."""

    name: str
    condition: Condition
    period: Period = ALWAYS
    source: str = ""
    """The policy that adds it to another's rule; empty for the rule's own."""
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Off:
    """A company's decision not to run a rule: why, while `period` lasts, and the policy that says so."""

    reason: str
    period: Period = ALWAYS
    source: str = ""
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
    period: Period = ALWAYS
    pack: str = ""
    off: Off | None = None
    amended: tuple[str, ...] = ()
    """The policies that made the rule stricter."""
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
    period: Period = ALWAYS
    """No rule of the file is in force on a day outside it."""
    path: str = ""
    sha256: str = ""
    label: Texts = NO_TEXTS

    def name(self, language: str) -> str:
        """The name a reader of the language is shown: its label there, else its title."""
        return (self.label.zh if language == "zh" else self.label.en) or self.title


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
