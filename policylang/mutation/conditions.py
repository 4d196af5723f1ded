"""The changes of conditions and expressions: each a small pure function from a node to its neighbours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...values import State
from ..core import (
    Aggregate,
    All,
    Any,
    Arithmetic,
    Compare,
    Comparison,
    Condition,
    Constant,
    Expression,
    FactValue,
    FieldValue,
    Fold,
    HasState,
    Not,
    OneOf,
    Present,
    Quantified,
    SaysYes,
    Span,
)
from ..core import Operator as Sign
from .mutant import Operator
from .steps import nudged, scaled

_BOUNDARY = {
    Comparison.LE: Comparison.LT,
    Comparison.LT: Comparison.LE,
    Comparison.GE: Comparison.GT,
    Comparison.GT: Comparison.GE,
}
_INVERTED = {
    Comparison.EQ: Comparison.NE,
    Comparison.NE: Comparison.EQ,
    Comparison.LE: Comparison.GT,
    Comparison.GT: Comparison.LE,
    Comparison.LT: Comparison.GE,
    Comparison.GE: Comparison.LT,
}
_FOLDS = {Fold.MAX: Fold.MIN, Fold.MIN: Fold.MAX}
_SIGNS = {Sign.PLUS: Sign.MINUS, Sign.MINUS: Sign.PLUS}
_STATES = {State.ABSENT: State.UNKNOWN, State.UNKNOWN: State.ABSENT, State.NOT_APPLICABLE: State.ABSENT}


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A change inside a condition: the smallest condition it shows in, before and after, and the whole."""

    operator: Operator
    span: Span
    before: Condition
    after: Condition | None
    whole: Condition


def rewrites(node: Condition) -> Iterator[Rewrite]:
    """Every change of a condition, the outer ones first, in the order of writing."""
    for operator, changed in neighbours(node):
        yield Rewrite(operator, node.span, node, changed, changed)
    match node:
        case All(parts) | Any(parts):
            yield from _of_parts(node, parts)
        case Not(part):
            for inner in rewrites(part):
                whole = inner.whole.part if isinstance(inner.whole, Not) else Not(inner.whole, node.span)
                yield _above(inner, whole, node) if inner.before is part else replace(inner, whole=whole)
        case Quantified(_, _, where):
            yield from (replace(inner, whole=replace(node, where=inner.whole)) for inner in rewrites(where))
        case Compare(_, left, right):
            for operator, changed_side in _expressions(left):
                changed = replace(node, left=changed_side)
                yield Rewrite(operator, node.span, node, changed, changed)
            for operator, changed_side in _expressions(right):
                changed = replace(node, right=changed_side)
                yield Rewrite(operator, node.span, node, changed, changed)


def _above(inner: Rewrite, whole: Condition, node: Not) -> Rewrite:
    """A change right below a `not`, shown with it: `is not stated` is one test to its reader."""
    return replace(inner, span=node.span, before=node, after=whole, whole=whole)


def _of_parts(node: All | Any, parts: tuple[Condition, ...]) -> Iterator[Rewrite]:
    for place, part in enumerate(parts):
        if len(parts) > 1:
            kept = (*parts[:place], *parts[place + 1 :])
            whole = kept[0] if len(kept) == 1 else replace(node, parts=kept)
            yield Rewrite(Operator.DROPPED, part.span, part, None, whole)
        for inner in rewrites(part):
            yield replace(inner, whole=replace(node, parts=(*parts[:place], inner.whole, *parts[place + 1 :])))


def neighbours(node: Condition) -> Iterator[tuple[Operator, Condition]]:
    """The conditions one change of the node itself leads to."""
    match node:
        case Compare(sign):
            if sign in _BOUNDARY:
                yield Operator.BOUNDARY, replace(node, operator=_BOUNDARY[sign])
            yield Operator.INVERTED, replace(node, operator=_INVERTED[sign])
        case All(parts, span) if len(parts) > 1:
            yield Operator.JOINED, Any(parts, span)
        case Any(parts, span) if len(parts) > 1:
            yield Operator.JOINED, All(parts, span)
        case Not(part):
            yield Operator.NEGATED, part
        case OneOf(_, members):
            yield Operator.NEGATED, Not(node, node.span)
            if len(members) > 1:
                for place in range(len(members)):
                    yield Operator.MEMBER, replace(node, members=(*members[:place], *members[place + 1 :]))
        case Quantified(every):
            yield Operator.NEGATED, Not(node, node.span)
            yield Operator.QUANTIFIER, replace(node, every=not every)
        case HasState() | SaysYes() | Present():
            yield Operator.NEGATED, Not(node, node.span)
            if not (isinstance(node, SaysYes) and isinstance(node.subject, FieldValue)):
                # A field of a record is never absent: there `is yes` and `is not no` are one.
                yield Operator.STATE, _state(node)
        case _ if not isinstance(node, All | Any):
            yield Operator.NEGATED, Not(node, node.span)


def _state(node: HasState | SaysYes | Present) -> Condition:
    match node:
        case HasState(subject, State.STATED, span):
            return Present(subject, span)
        case HasState(_, state):
            return replace(node, state=_STATES[state])
        case SaysYes(subject, said, span):
            return Not(SaysYes(subject, not said, span), span)
        case Present(subject, span):
            return HasState(subject, State.STATED, span)


def _expressions(node: Expression) -> Iterator[tuple[Operator, Expression]]:
    match node:
        case Constant(value):
            yield from ((Operator.NUDGED, replace(node, value=each)) for each in nudged(value))
            yield from ((Operator.SCALED, replace(node, value=each)) for each in scaled(value))
        case Arithmetic(sign, left, right, type):
            if sign in _SIGNS and left.type == right.type == type:
                yield Operator.ARITHMETIC, replace(node, operator=_SIGNS[sign])
            yield from ((operator, replace(node, left=each)) for operator, each in _expressions(left))
            yield from ((operator, replace(node, right=each)) for operator, each in _expressions(right))
        case Aggregate(fold, _, where, of):
            if fold in _FOLDS:
                yield Operator.FOLD, replace(node, fold=_FOLDS[fold])
            if where is not None:
                yield Operator.DROPPED, replace(node, where=None)
                yield from ((inner.operator, replace(node, where=inner.whole)) for inner in rewrites(where))
            if of is not None:
                yield from ((operator, replace(node, of=each)) for operator, each in _expressions(of))


def fact_named(node: Condition) -> str:
    """The fact a membership test is about, or an empty string."""
    return node.subject.name if isinstance(node, OneOf) and isinstance(node.subject, FactValue) else ""
