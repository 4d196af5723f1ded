"""The proof of one verdict: the scope, the tree of each clause of the rule, and the changes that would turn it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ...values import Reading, Value
from ..core import Comparison as Sign
from ..core import Condition, Expression, FactValue, Off, ParameterVersion, Period, Rule, Type
from ..kleene import Truth
from ..outcome import Outcome, Verdict


@dataclass(frozen=True, slots=True)
class Used:
    """A fact that a condition looks at, as it was read."""

    fact: FactValue
    reading: Reading


@dataclass(frozen=True, slots=True)
class Chosen:
    """The value of a parameter or table, and the row that gave it: `row` is its place in `version.rows`, None if none.

    `keys` are the facts that chose the row.
    """

    name: str
    type: Type
    value: Value | None
    keys: tuple[Used, ...] = ()
    version: ParameterVersion | None = None
    row: int | None = None
    table: bool = False


@dataclass(frozen=True, slots=True)
class Operand:
    """A computed side of a condition (arithmetic, an aggregate, a field) with its value."""

    expression: Expression
    value: Value | None


@dataclass(frozen=True, slots=True)
class Node:
    """A condition with its truth. A leaf has no `parts` and no `records`; `not` before a leaf belongs to it.

    `margin` is the right side less the left of an ordered comparison: what is to spare, or by how much it is missed.
    """

    condition: Condition
    truth: Truth
    parts: tuple[Node, ...] = ()
    records: tuple[Judged, ...] = ()
    used: tuple[Used, ...] = ()
    chosen: tuple[Chosen, ...] = ()
    operands: tuple[Operand, ...] = ()
    margin: Value | None = None
    decides: bool = False
    """Whether it belongs to the least set of leaves that forces the truth of its clause."""

    def leaves(self) -> Iterator[Node]:
        """The leaves below, in the order of writing; those of records among them."""
        if not self.parts and not self.records:
            yield self
        for part in (*self.parts, *(each.node for each in self.records)):
            yield from part.leaves()


@dataclass(frozen=True, slots=True)
class Judged:
    """A record of a list with the condition judged on it; `place` counts from 0."""

    place: int
    record: Value
    node: Node


class Role(StrEnum):
    """Which clause of a rule a condition stands in."""

    APPLIES = "applies"
    REQUIRES = "requires"
    FORBIDS = "forbids"
    EXCUSE = "excuse"


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of the rule, judged. `met` says whether it is as the rule wants it: a prohibition that holds isn't.

    `decisive` clauses brought the verdict about. An exception has a `name`, and the policy it comes from if another's.
    """

    role: Role
    node: Node
    met: Truth
    decisive: bool = False
    name: str = ""
    source: str = ""
    in_force: bool = True


@dataclass(frozen=True, slots=True)
class Scope:
    """Whether the rule was in force for the run, part by part; `would` is the verdict if it had been."""

    in_force: bool
    period: Period
    on_day: bool
    side: str
    on_side: bool
    off: Off | None = None
    would: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """What can be changed: a fact, or a field of some records of a list (`records` counts from 0)."""

    fact: str
    type: Type
    records: tuple[int, ...] = ()
    field: str = ""


class Aim(StrEnum):
    """What a change makes of a slot."""

    VALUE = "value"
    """A value in relation to `values`: at most 45 days, yes, one of several members."""
    STATED = "stated"
    STRUCK = "struck"
    WITH = "with"
    """The list has the member `values`, or a record for which `where` holds."""
    WITHOUT = "without"
    """The list doesn't have the member `values`, or the records of the slot."""
    COUNT = "count"
    """The list has as many members as `sign` and `values` say."""
    EACH = "each"
    """The list is stated, and `where` has the truth `holds` for each of its records."""


@dataclass(frozen=True, slots=True)
class Change:
    """A change of one slot. `samples` are the values it was proven with: all that are tried of those it speaks of."""

    slot: Slot
    aim: Aim
    now: Reading
    samples: tuple[Reading, ...]
    sign: Sign = Sign.EQ
    values: tuple[Value, ...] = ()
    where: Condition | None = None
    holds: bool = True


@dataclass(frozen=True, slots=True)
class Plan:
    """Changes that together give another verdict, proven by the definition; `exception` is the one they prove."""

    changes: tuple[Change, ...]
    verdict: Verdict
    exception: str = ""


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why a rule ended as it did. `mending` would satisfy it, `firing` would violate it; the least changes first."""

    rule: Rule
    outcome: Outcome
    scope: Scope
    clauses: tuple[Clause, ...] = ()
    mending: tuple[Plan, ...] = ()
    firing: tuple[Plan, ...] = ()
