"""The clauses of the syntax tree: what stands inside a declaration."""

from __future__ import annotations

from dataclasses import dataclass, field

from .terms import NO_PLACE, Condition, Expression, Literal, Name, Place, String, Wording


@dataclass(frozen=True, slots=True)
class Names:
    """A clause that lists words: `blocker a, b`, `from contract`; `keyword` is its terminal."""

    keyword: str
    names: tuple[Name | String, ...]
    place: Place = field(default=NO_PLACE, compare=False)


@dataclass(frozen=True, slots=True)
class Strings:
    """A clause that lists texts: `basis "a", "b"`, `source "…"`, `because "…"`."""

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
class AnyCell:
    """A cell that takes everything."""

    place: Place = field(default=NO_PLACE, compare=False)


@dataclass(frozen=True, slots=True)
class Bound:
    """One end of a range: `up to`, `over`, `under` or `at least`, by its terminal."""

    keyword: str
    value: Expression
    place: Place = field(default=NO_PLACE, compare=False)


@dataclass(frozen=True, slots=True)
class Bounds:
    """A cell that takes a range, of one or two ends."""

    bounds: tuple[Bound, ...]
    place: Place = field(default=NO_PLACE, compare=False)


@dataclass(frozen=True, slots=True)
class Several:
    """A cell that takes one of several values."""

    values: tuple[Expression, ...]
    place: Place = field(default=NO_PLACE, compare=False)


CellNode = Expression | AnyCell | Bounds | Several


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a parameter (its keys, then its value) or of a table (its cells, `=>`, its value)."""

    cells: tuple[CellNode, ...]
    result: Expression | None = None
    """What stands behind `=>`."""
    place: Place = field(default=NO_PLACE, compare=False)


@dataclass(frozen=True, slots=True)
class Demand:
    """`applies when`, `requires`, `forbids`; `when` of an exception."""

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
