"""The values and conditions of the syntax tree."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..values import Value

Place = tuple[int, int]
"""Where a node stands: offsets of its first character and of the one after its last."""

NO_PLACE: Place = (0, 0)


@dataclass(frozen=True, slots=True)
class Name:
    """A name as written: of a fact, a member, a type, a word of a clause, a rule."""

    text: str
    place: Place = field(default=NO_PLACE, compare=False)


@dataclass(frozen=True, slots=True)
class String:
    """A quoted text, escapes resolved."""

    text: str
    place: Place = field(default=NO_PLACE, compare=False)


@dataclass(frozen=True, slots=True)
class Literal:
    """A quantity, money, rate, date or yes/no; None when the digits make no value (2026-02-30)."""

    value: Value | None
    text: str = field(default="", compare=False)
    place: Place = field(default=NO_PLACE, compare=False)


@dataclass(frozen=True, slots=True)
class Wording:
    """A text in one or both languages; a text without `en`/`zh` is in the file's language."""

    en: str = ""
    zh: str = ""
    place: Place = field(default=NO_PLACE, compare=False)
    repeated: bool = field(default=False, compare=False)
    """A language stood twice; the second text is kept."""


# --- expressions ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Chain:
    """Operands joined by `+ -` or by `* /`, read from the left."""

    operands: tuple[Expression, ...]
    operators: tuple[str, ...]
    place: Place = field(default=NO_PLACE, compare=False)


@dataclass(frozen=True, slots=True)
class Fold:
    """`count of`, `sum of`, `max of`, `min of`; without `over` of a plain list."""

    fold: str
    subject: Name
    over: Name | None
    where: Condition | None
    place: Place = field(default=NO_PLACE, compare=False)


Expression = Name | String | Literal | Chain | Fold

# --- conditions -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Comparison:
    """left ? right; `operator` in its half-width form."""

    operator: str
    left: Expression
    right: Expression
    place: Place = field(default=NO_PLACE, compare=False)


@dataclass(frozen=True, slots=True)
class StateTest:
    """`is stated`, `is not yes`, …: `test` is a STATE value of the keyword table, without `not`."""

    subject: Expression
    test: str
    negated: bool = False
    place: Place = field(default=NO_PLACE, compare=False)


@dataclass(frozen=True, slots=True)
class Membership:
    """`is one of`, `is not one of`."""

    subject: Name
    members: tuple[Expression, ...]
    negated: bool = False
    place: Place = field(default=NO_PLACE, compare=False)


@dataclass(frozen=True, slots=True)
class Containment:
    """`LIST contains a`."""

    subject: Expression
    member: Expression
    place: Place = field(default=NO_PLACE, compare=False)


@dataclass(frozen=True, slots=True)
class And:
    """Two or more conditions joined by `and`."""

    parts: tuple[Condition, ...]
    place: Place = field(default=NO_PLACE, compare=False)


@dataclass(frozen=True, slots=True)
class Or:
    """Two or more conditions joined by `or`."""

    parts: tuple[Condition, ...]
    place: Place = field(default=NO_PLACE, compare=False)


@dataclass(frozen=True, slots=True)
class Negation:
    """`not` before a condition."""

    part: Condition
    place: Place = field(default=NO_PLACE, compare=False)


@dataclass(frozen=True, slots=True)
class Quantifier:
    """`any x in LIST where …`, `all x in LIST where …`."""

    every: bool
    variable: Name
    over: Name
    where: Condition
    place: Place = field(default=NO_PLACE, compare=False)


Condition = Comparison | StateTest | Membership | Containment | And | Or | Negation | Quantifier
