"""The syntax tree: one dataclass for each construct of the grammar. Places don't count for equality.

Values and conditions stand in terms.py; they are part of this module's names.
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

__all__ = [
    "NO_PLACE",
    "And",
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
    "StateTest",
    "String",
    "Strings",
    "TypeName",
    "Unless",
    "Verdict",
    "Worded",
    "Wording",
    "day",
]

# --- clauses ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Names:
    """A clause that lists words: `blocker a, b`, `from contract`; `keyword` is its terminal."""

    keyword: str
    names: tuple[Name | String, ...]
    place: Place = field(default=NO_PLACE, compare=False)


@dataclass(frozen=True, slots=True)
class Strings:
    """A clause that lists texts: `basis "a", "b"`, `source "…"`."""

    keyword: str
    strings: tuple[String, ...]
    place: Place = field(default=NO_PLACE, compare=False)


@dataclass(frozen=True, slots=True)
class Worded:
    """A clause with a bilingual text: `message en "…" zh "…"`."""

    keyword: str
    wording: Wording
    place: Place = field(default=NO_PLACE, compare=False)


@dataclass(frozen=True, slots=True)
class Reads:
    """`read`: the language of each pattern (empty: the file's) and the pattern."""

    patterns: tuple[tuple[str, String], ...]
    place: Place = field(default=NO_PLACE, compare=False)


@dataclass(frozen=True, slots=True)
class InForce:
    """`in force from … until …`; None is open."""

    start: Literal | None
    end: Literal | None
    place: Place = field(default=NO_PLACE, compare=False)


@dataclass(frozen=True, slots=True)
class Dated:
    """`review by` and `as of`."""

    keyword: str
    day: Literal
    place: Place = field(default=NO_PLACE, compare=False)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a parameter: its keys, then its value."""

    cells: tuple[Expression, ...]
    place: Place = field(default=NO_PLACE, compare=False)


@dataclass(frozen=True, slots=True)
class Demand:
    """`applies when`, `requires`, `forbids`."""

    keyword: str
    condition: Condition
    place: Place = field(default=NO_PLACE, compare=False)


@dataclass(frozen=True, slots=True)
class Unless:
    """An exception with its name."""

    name: String
    condition: Condition
    place: Place = field(default=NO_PLACE, compare=False)


@dataclass(frozen=True, slots=True)
class Entry:
    """A record in an example: `(pct 30%, anchor sign)`."""

    fields: tuple[tuple[Name, Expression], ...]
    place: Place = field(default=NO_PLACE, compare=False)


@dataclass(frozen=True, slots=True)
class Listed:
    """A list in an example: `["zh", "en"]`."""

    items: tuple[Expression | Entry, ...]
    place: Place = field(default=NO_PLACE, compare=False)


Given = Expression | Listed


@dataclass(frozen=True, slots=True)
class Setting:
    """A fact of an example: its value, or its state."""

    fact: Name
    value: Given | None
    state: str = ""
    place: Place = field(default=NO_PLACE, compare=False)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an example expects of a rule."""

    rule: Name
    verdict: Name
    place: Place = field(default=NO_PLACE, compare=False)


@dataclass(frozen=True, slots=True)
class GivenFacts:
    """`given`."""

    settings: tuple[Setting, ...]
    place: Place = field(default=NO_PLACE, compare=False)


@dataclass(frozen=True, slots=True)
class ContractText:
    """`text`; an empty language is the file's."""

    language: str
    text: String
    place: Place = field(default=NO_PLACE, compare=False)


@dataclass(frozen=True, slots=True)
class Expectations:
    """`expect`."""

    expected: tuple[Setting | Verdict, ...]
    place: Place = field(default=NO_PLACE, compare=False)


Clause = (
    Names
    | Strings
    | Worded
    | Reads
    | InForce
    | Dated
    | Row
    | Demand
    | Unless
    | GivenFacts
    | ContractText
    | Expectations
)

# --- declarations -----------------------------------------------------------------------------------------------------


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


Declaration = PolicyHead | MembersDeclaration | RecordDeclaration | FactNode | ParameterNode | RuleNode | ExampleNode


@dataclass(frozen=True, slots=True)
class Module:
    """One policy file."""

    declarations: tuple[Declaration, ...]
    language: str = field(default="en", compare=False)
    path: str = field(default="", compare=False)


def day(literal: Literal | None) -> date | None:
    """The date of a literal, if it is one."""
    return literal.value if literal is not None and isinstance(literal.value, date) else None
