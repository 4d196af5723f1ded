"""The usual case: every fact stated, every parameter known, money in one currency. Two truths are enough there.

All rules are then one list of conditional expressions. Comparisons that several rules make are made once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ..values import State
from .codegen_layout import Layout
from .codegen_operators import PYTHON
from .codegen_writer import Writer
from .core import (
    All,
    Any,
    Compare,
    Condition,
    Constant,
    Expression,
    FactValue,
    HasState,
    Not,
    OneOf,
    ParameterValue,
    Present,
    Rule,
    SaysYes,
    Sort,
)
from .slots import MISFIT, ORDERED, TAGGED, USUAL_RATE, lowering
from .traversal import demand_of

_MAX_DEPTH = 20
"""Deeper conditions are left to the rule's own function: Python nests no expression without end."""

Parts = tuple[str, ...]
"""Pieces of Python, the comparisons apart from what joins them."""


class NotUsualError(Exception):
    """A condition that may be unknown though all its facts are stated: arithmetic, lists, another currency."""


def usual(writer: Writer) -> frozenset[int]:
    """Write `usual(f, q, g, u, day)`, a list of outcomes; the rules it can't judge (None in the list) are returned."""
    judged: list[Parts] = []
    others: list[int] = []
    for index, rule in enumerate(writer.layout.program.rules):
        try:
            judged.append(("None",) if index in writer.layout.deep else _outcome(index, rule, writer))
        except NotUsualError:
            judged.append(("None",))
            others.append(index)
    counts = Counter(part for parts in judged for part in parts if part.startswith("("))
    shared = {part: f"t{place}" for place, part in enumerate(part for part, uses in counts.items() if uses > 1)}
    writer.line("def usual(f, q, g, u, day):")
    with writer.indented():
        _unpack(writer.layout, writer)
        for part, name in shared.items():
            writer.line(f"{name} = {part}")
        writer.line("return [")
        for parts in judged:
            writer.line("".join(shared.get(part, part) for part in parts) + ",")
        writer.line("]")
    return frozenset(others)


def _unpack(layout: Layout, writer: Writer) -> None:
    """Local variables of facts and parameters; `a` and `b` are the numbers of those that have a tag."""
    for whole, number, count in (("f", "a", len(layout.facts)), ("g", "b", len(layout.parameters))):
        if count:
            writer.line("".join(f"{whole}{place}, " for place in range(count)) + f"= {whole}")
        for place, type in enumerate(layout.fact_types if whole == "f" else layout.parameter_types):
            if type.sort in TAGGED:
                writer.line(f"{number}{place} = {whole}{place}[1]")


def _outcome(index: int, rule: Rule, writer: Writer) -> Parts:
    demand = _condition(demand_of(rule), writer, 0)
    otherwise = f"judges[{index}](f, q, g, u, day)" if rule.excuses else f"violated{index}"
    judged = (f"satisfied{index} if ", *demand, f" else {otherwise}")
    if rule.applies == All(()):
        return judged
    return (f"inapplicable{index} if not ", *_condition(rule.applies, writer, 0), " else ", *judged)


def _condition(node: Condition, writer: Writer, depth: int) -> Parts:
    if depth > _MAX_DEPTH:
        raise NotUsualError
    match node:
        case All(parts) | Any(parts):
            return _joined(parts, writer, depth, every=isinstance(node, All))
        case Not(part):
            return ("not ", *_condition(part, writer, depth + 1))
        case Compare(operator, left, right):
            return (f"({_comparison(PYTHON.get(operator, operator.value), left, right, writer)})",)
        case SaysYes(FactValue() as subject, wanted):
            return ("" if wanted else "not ", _operand(subject, writer))
        case HasState(FactValue(), state):
            return (str(state is State.STATED),)
        case Present(FactValue()):
            return ("True",)
        case OneOf(subject, members) if subject.type.sort not in TAGGED | {Sort.LIST, Sort.RECORD}:
            return (f"({_operand(subject, writer)} in {_members(subject, members, writer)})",)
        case _:
            raise NotUsualError


def _joined(parts: Sequence[Condition], writer: Writer, depth: int, *, every: bool) -> Parts:
    if len(parts) < 2:
        return _condition(parts[0], writer, depth + 1) if parts else (str(every),)
    found: Parts = ()
    for part in parts:
        joined = _condition(part, writer, depth + 1)
        whole = joined if len(joined) == 1 else (" (", *joined, ")")
        found = (*found, " and " if every else " or ", *whole) if found else whole
    return (" (", *found, ")")


def _comparison(operator: str, left: Expression, right: Expression, writer: Writer) -> str:
    if (left.type.sort, left.type.name) != (right.type.sort, right.type.name):
        raise NotUsualError
    if left.type.sort not in ORDERED and (
        operator not in PYTHON.values() or left.type.sort in (Sort.LIST, Sort.RECORD)
    ):
        raise NotUsualError
    return f"{_operand(left, writer)} {operator} {_operand(right, writer)}"


def _operand(node: Expression, writer: Writer) -> str:
    tagged = node.type.sort in TAGGED
    match node:
        case FactValue(name):
            return f"{'a' if tagged else 'f'}{writer.layout.facts[name]}"
        case ParameterValue(name):
            return f"{'b' if tagged else 'g'}{writer.layout.parameters[name]}"
        case Constant(value, type):
            slot = lowering(type, writer.layout.program)(value)
            if slot is MISFIT:
                raise NotUsualError
            if not isinstance(slot, tuple):
                return writer.named(slot, type)
            usual_tag = USUAL_RATE if type.sort is Sort.RATE else writer.layout.currency
            if not tagged or slot[0] != usual_tag:
                raise NotUsualError
            return writer.named(slot[1], type)
        case _:
            raise NotUsualError


def _members(subject: Expression, members: Sequence[Constant], writer: Writer) -> str:
    slots = frozenset(lowering(each.type, writer.layout.program)(each.value) for each in members)
    if MISFIT in slots or any(each.type != subject.type for each in members):
        raise NotUsualError
    return writer.named(slots, subject.type)
