"""A mutant: a rule or parameter with one small change, and where the change stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from ...values import Value
from ..core import Cell, Condition, Parameter, ParameterVersion, Program, Rule, Span


class Operator(StrEnum):
    """The ways in which a policy is changed."""

    BOUNDARY = "boundary"
    """`<=` becomes `<`, `>` becomes `>=`; an end of a range takes its bound or leaves it out."""
    INVERTED = "inverted"
    """`<=` becomes `>`, `=` becomes `!=`."""
    NUDGED = "nudged"
    """A value moves by its least unit: a day, one percent, one unit of a currency."""
    SCALED = "scaled"
    """A value moves by a tenth."""
    JOINED = "joined"
    """`and` becomes `or`, and the other way round."""
    NEGATED = "negated"
    """A `not` more or less."""
    DROPPED = "dropped"
    """A part of `and` or `or`, a `where`, or one of several requirements is left out."""
    EXCEPTION = "exception"
    """An exception is left out."""
    APPLIES = "applies"
    """`applies when` or `stage` is left out."""
    MEMBER = "member"
    """One of several members is left out."""
    STATE = "state"
    """A test of a state becomes its neighbour: stated and present, absent and unknown, yes and not no."""
    DEMAND = "demand"
    """`requires` becomes `forbids`, and the other way round."""
    QUANTIFIER = "quantifier"
    """`any` becomes `all`, and the other way round."""
    FOLD = "fold"
    """`max` becomes `min`, and the other way round."""
    ARITHMETIC = "arithmetic"
    """`+` becomes `-`, and the other way round."""
    ROWS = "rows"
    """Two neighbouring rows of a parameter exchange their values."""
    PERIOD = "period"
    """A start moves by a day."""
    UNDECIDED = "undecided"
    """`when undecided` says the other thing."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause before or after a change: `keyword` is its terminal; what follows is a condition, words or a day."""

    keyword: str
    condition: Condition | None = None
    words: tuple[str, ...] = ()
    day: date | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a parameter or table before or after a change."""

    parameter: Parameter
    cells: tuple[Cell, ...]
    value: Value


Piece = Condition | Clause | Line


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change: `rule` or `parameter` is the declaration that replaces the one of the same name."""

    subject: str
    """The rule's id or the parameter's name."""
    operator: Operator
    span: Span
    before: Piece
    after: Piece | None
    """None: left out."""
    rule: Rule | None = None
    parameter: Parameter | None = None

    def program(self, program: Program, rule: Rule) -> Program:
        """The program of `rule` alone with the change made; `rule` uses the parameter, if that is what changes."""
        if self.rule is not None:
            return replace(program, rules=(self.rule,), examples=())
        parameters = dict(program.parameters)
        if self.parameter is not None:
            parameters[self.parameter.name] = self.parameter
        return replace(program, rules=(rule,), examples=(), parameters=parameters)


def newest(parameter: Parameter) -> ParameterVersion | None:
    """The version that began last: the only one that is changed, for examples needn't retell a table's history."""
    return max(parameter.versions, key=lambda version: version.period.start or date.min, default=None)
