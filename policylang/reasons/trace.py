"""The tree of a condition as the definition evaluates it, each part with its truth, each leaf with its values."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ...values import Money, Quantity, Rate, State, Value
from ..arithmetic import calculate
from ..core import (
    Aggregate,
    All,
    Any,
    Arithmetic,
    Compare,
    Comparison,
    Condition,
    Contains,
    Expression,
    FactValue,
    FieldValue,
    HasState,
    Not,
    OneOf,
    Operator,
    ParameterValue,
    Present,
    Program,
    Quantified,
    SaysYes,
)

# The definition's own case: the proof is its evaluation, not another one beside it.
from ..interpreter import _Case as Case
from ..interpreter import truth, value
from ..kleene import conjunction, negation
from ..parameter_values import takes, version_on
from ..traversal import Node as Traversed
from ..traversal import facts_in, parameters_in, parts_of
from .model import Chosen, Judged, Node, Operand, Used

__all__ = ["Case", "records_of", "trace", "truth", "value"]

_ORDERED = (Comparison.LT, Comparison.LE, Comparison.GT, Comparison.GE)


def trace(condition: Condition, case: Case) -> Node:
    """The tree of a condition on a case."""
    match condition:
        case All(parts) | Any(parts):
            return Node(condition, truth(condition, case), tuple(trace(part, case) for part in parts))
        case Quantified(_, over, where):
            records = records_of(over, case)
            judged = (Judged(place, each, trace(where, case.at(each))) for place, each in enumerate(records or ()))
            return replace(_leaf(condition, over, case), truth=truth(condition, case), records=tuple(judged))
        case Not(part):
            inner = trace(part, case)
            if inner.parts or inner.records:
                return Node(condition, negation(inner.truth), (inner,))
            return replace(inner, condition=condition, truth=negation(inner.truth))
        case _:
            return _leaf(condition, condition, case)


def records_of(over: Expression, case: Case) -> tuple[Value, ...] | None:
    """The members of a list; none of one that is absent, None while it is unknown."""
    found = value(over, case)
    if isinstance(found, tuple):
        return found
    absent = all(case.reading(fact.name).state is State.ABSENT for fact in facts_in(over, case.program))
    return () if found is None and absent else None


def chosen(parameter: ParameterValue, case: Case) -> Chosen:
    """The value of a parameter on a case, with the row that gave it."""
    declared = case.program.parameters[parameter.name]
    version = version_on(declared, case.as_of)
    found = value(parameter, case)
    keys = tuple(Used(key, case.reading(key.name)) for key in declared.keys)
    row: int | None = None
    if found is not None and version is not None:
        given = [value(key.fact, case) for key in keys]
        for place, (cells, _) in enumerate(version.rows):
            asked = zip(cells, given, declared.keys, strict=True)
            if conjunction([takes(cell, key, fact.type, case.program.members) for cell, key, fact in asked]):
                row = place
                break
    return Chosen(parameter.name, declared.type, found, keys, version, row, declared.hit is not None)


def direct(node: Traversed, program: Program) -> tuple[FactValue, ...]:
    """The facts a node looks at itself, each once; not those that only choose the row of a parameter."""
    found: dict[str, FactValue] = {}
    waiting = [node]
    while waiting:
        current = waiting.pop()
        if isinstance(current, FactValue):
            found.setdefault(current.name, current)
        elif not isinstance(current, ParameterValue):
            waiting.extend(reversed(parts_of(current, program)))
    return tuple(found.values())


def _leaf(condition: Condition, looked_at: Traversed, case: Case) -> Node:
    return Node(
        condition,
        truth(condition, case),
        used=tuple(Used(fact, case.reading(fact.name)) for fact in direct(looked_at, case.program)),
        chosen=tuple(chosen(each, case) for each in parameters_in(looked_at, case.program)),
        operands=_operands(condition, case),
        margin=_margin(condition, case),
    )


def _operands(condition: Condition, case: Case) -> tuple[Operand, ...]:
    """The computed sides of a leaf; a fact, a parameter and a constant speak for themselves."""
    sides: tuple[Expression, ...] = ()
    match condition:
        case Compare(_, left, right):
            sides = (left, right)
        case Contains(subject, member):
            sides = (subject, member)
        case SaysYes(subject) | HasState(subject) | Present(subject) | OneOf(subject):
            sides = (subject,)
    computed = (side for side in sides if isinstance(side, Arithmetic | Aggregate | FieldValue))
    return tuple(Operand(side, value(side, case)) for side in computed)


def _margin(condition: Condition, case: Case) -> Value | None:
    """The right side less the left of an ordered comparison, where they can be subtracted."""
    match condition:
        case Compare(operator, left, right) if operator in _ORDERED:
            one, other = value(left, case), value(right, case)
            if truth(condition, case) is None or one is None or other is None:
                return None
            match one, other:
                case (Quantity(), Quantity()) | (Money(), Money()) | (Rate(), Rate()) | (date(), date()):
                    return calculate(Operator.MINUS, other, one)
    return None
