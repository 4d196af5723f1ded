"""Where a comparison turns: the value of one of its facts at which both sides meet, the others staying as they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from ...values import Money, Quantity, Rate, Value, known
from ..calendar import yearly
from ..core import Aggregate, Arithmetic, Compare, FieldValue, Program, Rule
from ..interpreter import _Case as Case
from ..interpreter import value
from ..mutation.steps import nudged, shifted
from ..traversal import conditions_of, facts_in, nodes


def turning(rule: Rule, fact: str, given: Value, program: Program, case: Case) -> Iterator[Value]:
    """Values of a fact at which a calculated comparison of the rule turns, and their neighbours.

    Taken as a straight line between `given` and a value beside it, which is exact for all but products of facts and
    divisions by the fact itself.
    """
    for compare in _calculated(rule, program):
        if fact not in {each.name for each in facts_in(compare, program)}:
            continue
        found = _root(compare, fact, given, case)
        if found is not None:
            yield from (found, *nudged(found))


def _calculated(rule: Rule, program: Program) -> Iterator[Compare]:
    for condition in conditions_of(rule):
        for node in nodes(condition, program):
            if isinstance(node, Compare):
                parts = tuple(nodes(node, program))
                if any(isinstance(each, Arithmetic) for each in parts) and not any(
                    isinstance(each, FieldValue | Aggregate) for each in parts
                ):
                    yield node


def _root(compare: Compare, fact: str, given: Value, case: Case) -> Value | None:
    beside = _moved(given, Decimal(1))
    if beside is None:
        return None
    here, there = (_gap(compare, replace(case, facts={**case.facts, fact: known(each)})) for each in (given, beside))
    if here is None or there is None or here == there:
        return None
    return _moved(given, round(here / (here - there), 6).normalize())


def _gap(compare: Compare, case: Case) -> Decimal | None:
    left, right = (_number(value(side, case)) for side in (compare.left, compare.right))
    return None if left is None or right is None else left - right


def _number(found: Value | None) -> Decimal | None:
    match found:
        case Quantity(amount) | Money(amount):
            return amount
        case Rate():
            return yearly(found).percent
        case date():
            return Decimal(found.toordinal())
        case _:
            return None


def _moved(given: Value, steps: Decimal) -> Value | None:
    """A value moved by some of its units."""
    match given:
        case Quantity(amount, unit):
            return Quantity(amount + steps, unit)
        case Money(amount, currency):
            return Money(amount + steps, currency)
        case date():
            return shifted(given, int(steps)) if abs(steps) < 1_000_000 else None
        case _:
            return None
