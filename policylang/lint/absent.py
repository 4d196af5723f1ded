"""What a condition can come to while one fact of it is absent and all others are known."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from ...values import State
from ..core import (
    Aggregate,
    All,
    Any,
    Arithmetic,
    Compare,
    Condition,
    Contains,
    Expression,
    FactValue,
    Fold,
    HasState,
    Not,
    OneOf,
    Present,
    Quantified,
    SaysYes,
)
from ..kleene import Truth, conjunction, disjunction, negation

Truths = frozenset[Truth]
_OPEN: Truths = frozenset((True, False))
_UNKNOWN: Truths = frozenset((None,))
_FALSE: Truths = frozenset((False,))


def possible(condition: Condition, fact: str) -> Truths:
    """The truth values a condition can have while the fact is absent."""
    match condition:
        case HasState(FactValue(name), state) if name == fact:
            return frozenset((state is State.ABSENT,))
        case SaysYes(FactValue(name)) | Present(FactValue(name)) | Contains(FactValue(name)) if name == fact:
            return _FALSE
        case Compare(_, left, right):
            return _UNKNOWN if needs(left, fact) or needs(right, fact) else _OPEN
        case OneOf(subject) | SaysYes(subject) | Contains(subject):
            return _UNKNOWN if needs(subject, fact) else _OPEN
        case Not(part):
            return frozenset(negation(each) for each in possible(part, fact))
        case All(parts):
            return _together([possible(part, fact) for part in parts], every=True)
        case Any(parts):
            return _together([possible(part, fact) for part in parts], every=False)
        case Quantified(every, FactValue(name)) if name == fact:
            return frozenset((every,))
        case Quantified(_, _, where):
            return _OPEN | (_UNKNOWN & possible(where, fact))
        case HasState() | Present():
            return _OPEN


def _together(parts: list[Truths], *, every: bool) -> Truths:
    """Kleene's and (or) over sets, joined one by one so that they stay small."""
    found: Truths = frozenset((every,))
    for part in parts:
        join = conjunction if every else disjunction
        found = frozenset(join(pair) for pair in product(found, part))
    return found


def needs(expression: Expression, fact: str) -> bool:
    """Whether an expression has no value while the fact is absent. The count of an absent list is zero."""
    match expression:
        case FactValue(name):
            return name == fact
        case Arithmetic(_, left, right):
            return needs(left, fact) or needs(right, fact)
        case Aggregate(fold, over, where, of):
            if fold is Fold.COUNT and isinstance(over, FactValue):
                return False
            filtered = where is not None and None in possible(where, fact)
            return filtered or needs(over, fact) or (of is not None and needs(of, fact))
        case _:
            return False


def undecided_atoms(condition: Condition, fact: str) -> Iterator[Condition]:
    """The comparisons in a condition that are unknown for want of the fact."""
    match condition:
        case All(parts) | Any(parts):
            for part in parts:
                yield from undecided_atoms(part, fact)
        case Not(part):
            yield from undecided_atoms(part, fact)
        case Quantified(_, _, where):
            yield from undecided_atoms(where, fact)
        case _:
            if possible(condition, fact) == _UNKNOWN:
                yield condition
