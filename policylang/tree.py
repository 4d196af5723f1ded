"""The syntax tree: one dataclass for each construct of the grammar. Places don't count for equality.

Values and conditions stand in terms.py, clauses in tree_clauses.py; they are part of this module's names.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from .terms import (
    NO_PLACE,
    And,
    Chain,
    Comparison,
    Condition,
    Containment,
    Expression,
    Fold,
    Literal,
    Membership,
    Name,
    Negation,
    Or,
    Place,
    Quantifier,
    StateTest,
    String,
    Wording,
)
from .tree_clauses import (
    AnyCell,
    Bound,
    Bounds,
    CellNode,
    Clause,
    ContractText,
    Dated,
    Demand,
    Entry,
    Expectations,
    Given,
    GivenFacts,
    InForce,
    Listed,
    Names,
    Reads,
    Row,
    Setting,
    Several,
    Strings,
    Unless,
    Verdict,
    Worded,
)

__all__ = [
    "NO_PLACE",
    "AmendParameterNode",
    "AmendRuleNode",
    "And",
    "AnyCell",
    "Bound",
    "Bounds",
    "CellNode",
    "Chain",
    "Clause",
    "Comparison",
    "Condition",
    "Containment",
    "ContractText",
    "Dated",
    "Declaration",
    "Demand",
    "Entry",
    "ExampleNode",
    "ExceptionNode",
    "Expectations",
    "Expression",
    "FactNode",
    "Fold",
    "Given",
    "GivenFacts",
    "InForce",
    "Listed",
    "Literal",
    "MembersDeclaration",
    "Membership",
    "Module",
    "Name",
    "Names",
    "Negation",
    "Or",
    "ParameterNode",
    "Place",
    "PolicyHead",
    "Quantifier",
    "Reads",
    "RecordDeclaration",
    "Row",
    "RuleNode",
    "Setting",
    "Several",
    "StateTest",
    "String",
    "Strings",
    "SwitchOffNode",
    "TableNode",
    "TypeName",
    "Unless",
    "UseNode",
    "Verdict",
    "Worded",
    "Wording",
    "day",
]


@dataclass(frozen=True, slots=True)
class TypeName:
    """A type as written; `list` for `list of`."""

    name: str
    list: bool = False
    place: Place = field(default=NO_PLACE, compare=False)


@dataclass(frozen=True, slots=True)
class PolicyHead:
    """The head of a file."""

    title: String
    clauses: tuple[Clause, ...]
    place: Place = field(default=NO_PLACE, compare=False)


@dataclass(frozen=True, slots=True)
class UseNode:
    """`use`: another policy file, or a shipped pack by name."""

    target: String
    place: Place = field(default=NO_PLACE, compare=False)


@dataclass(frozen=True, slots=True)
class MembersDeclaration:
    """A `scale` (ordered) or `kinds`, with the labels of the members."""

    ordered: bool
    name: Name
    members: tuple[tuple[Name, Wording], ...]
    place: Place = field(default=NO_PLACE, compare=False)


@dataclass(frozen=True, slots=True)
class RecordDeclaration:
    """A `record` with its fields."""

    name: Name
    fields: tuple[tuple[Name, TypeName], ...]
    labels: tuple[Wording, ...] = ()
    """The label of each field; empty when none has one."""
    place: Place = field(default=NO_PLACE, compare=False)


@dataclass(frozen=True, slots=True)
class FactNode:
    """A `fact`."""

    name: Name
    type: TypeName
    clauses: tuple[Clause, ...]
    place: Place = field(default=NO_PLACE, compare=False)


@dataclass(frozen=True, slots=True)
class ParameterNode:
    """A `parameter`; its sections are the clauses between two `in force`."""

    name: Name
    type: TypeName
    clauses: tuple[Clause, ...]
    place: Place = field(default=NO_PLACE, compare=False)


@dataclass(frozen=True, slots=True)
class TableNode:
    """A `table`: a parameter whose rows have ranges, with its hit policy."""

    name: Name
    type: TypeName
    clauses: tuple[Clause, ...]
    place: Place = field(default=NO_PLACE, compare=False)


@dataclass(frozen=True, slots=True)
class RuleNode:
    """A `rule`."""

    id: Name
    title: Wording
    clauses: tuple[Clause, ...]
    place: Place = field(default=NO_PLACE, compare=False)


@dataclass(frozen=True, slots=True)
class ExampleNode:
    """An `example`."""

    rule: Name
    title: String
    clauses: tuple[Clause, ...]
    place: Place = field(default=NO_PLACE, compare=False)


@dataclass(frozen=True, slots=True)
class ExceptionNode:
    """An `exception` to a rule of any file, or (`to` a name) to an exception of that rule."""

    name: String
    rule: Name
    to: String | None
    clauses: tuple[Clause, ...]
    place: Place = field(default=NO_PLACE, compare=False)


@dataclass(frozen=True, slots=True)
class AmendParameterNode:
    """`amend parameter`: other values for a parameter or table of another file."""

    name: Name
    clauses: tuple[Clause, ...]
    place: Place = field(default=NO_PLACE, compare=False)


@dataclass(frozen=True, slots=True)
class AmendRuleNode:
    """`amend rule`: a rule of another file made stricter."""

    rule: Name
    clauses: tuple[Clause, ...]
    place: Place = field(default=NO_PLACE, compare=False)


@dataclass(frozen=True, slots=True)
class SwitchOffNode:
    """`switch off`: a rule of another file that isn't to run, and why."""

    rule: Name
    clauses: tuple[Clause, ...]
    place: Place = field(default=NO_PLACE, compare=False)


Declaration = (
    PolicyHead
    | UseNode
    | MembersDeclaration
    | RecordDeclaration
    | FactNode
    | ParameterNode
    | TableNode
    | RuleNode
    | ExampleNode
    | ExceptionNode
    | AmendParameterNode
    | AmendRuleNode
    | SwitchOffNode
)


@dataclass(frozen=True, slots=True)
class Module:
    """One policy file."""

    declarations: tuple[Declaration, ...]
    language: str = field(default="en", compare=False)
    path: str = field(default="", compare=False)


def day(literal: Literal | None) -> date | None:
    """The date of a literal, if it is one."""
    return literal.value if literal is not None and isinstance(literal.value, date) else None
