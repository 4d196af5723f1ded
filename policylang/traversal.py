"""Walks over conditions and expressions that don't recurse: the parts, the depth, the facts whose value is used."""

from __future__ import annotations

from collections.abc import Iterator

from .core import (
    Aggregate,
    All,
    Any,
    Arithmetic,
    Compare,
    Condition,
    Constant,
    Contains,
    Expression,
    FactValue,
    FieldValue,
    HasState,
    Not,
    OneOf,
    ParameterValue,
    Present,
    Program,
    Quantified,
    Rule,
    SaysYes,
)

Node = Condition | Expression

MAX_DEPTH = 250
"""A rule nested deeper ends `error`: the language stops at 200, only a program built by hand gets here."""


def parts_of(node: Node, program: Program) -> tuple[Node, ...]:
    """The nodes right below a node, in the order of writing. A parameter's are the facts that choose its row."""
    match node:
        case All(parts) | Any(parts):
            return parts
        case Not(part):
            return (part,)
        case Compare(_, left, right) | Arithmetic(_, left, right):
            return (left, right)
        case HasState(subject) | SaysYes(subject) | Present(subject):
            return (subject,)
        case OneOf(subject, members):
            return (subject, *members)
        case Contains(subject, member):
            return (subject, member)
        case Quantified(_, over, where):
            return (over, where)
        case Aggregate(_, over, where, of):
            return tuple(part for part in (over, where, of) if part is not None)
        case ParameterValue(name):
            return program.parameters[name].keys
        case Constant() | FactValue() | FieldValue():
            return ()


def nodes(node: Node, program: Program, *, states: bool = True) -> Iterator[Node]:
    """A node and all below it, in the order of writing; `states` False leaves out what only tests a state."""
    waiting = [node]
    while waiting:
        current = waiting.pop()
        if isinstance(current, HasState) and not states:
            continue
        yield current
        waiting.extend(reversed(parts_of(current, program)))


def facts_in(node: Node, program: Program, *, states: bool = True) -> tuple[FactValue, ...]:
    """The facts a node uses, in order of first use, each once."""
    found = {each.name: each for each in nodes(node, program, states=states) if isinstance(each, FactValue)}
    return tuple(found.values())


def parameters_in(node: Node, program: Program) -> tuple[ParameterValue, ...]:
    """The parameters a node uses, in order of first use, each once."""
    found = {each.name: each for each in nodes(node, program) if isinstance(each, ParameterValue)}
    return tuple(found.values())


def conditions_of(rule: Rule) -> tuple[Condition, ...]:
    """All conditions of a rule, in the order they are looked at."""
    return (rule.applies, *rule.requires, *rule.forbids, *(excuse.condition for excuse in rule.excuses))


def demand_of(rule: Rule) -> Condition:
    """What a rule asks for: every requirement, and no prohibition."""
    return All((*rule.requires, *(Not(forbidden) for forbidden in rule.forbids)))


def facts_of(rule: Rule, program: Program) -> tuple[FactValue, ...]:
    """The facts a rule uses, in order of first use, each once."""
    found: dict[str, FactValue] = {}
    for condition in conditions_of(rule):
        for fact in facts_in(condition, program):
            found.setdefault(fact.name, fact)
    return tuple(found.values())


def parameters_of(rule: Rule, program: Program) -> tuple[ParameterValue, ...]:
    """The parameters a rule uses, in order of first use, each once."""
    found: dict[str, ParameterValue] = {}
    for condition in conditions_of(rule):
        for parameter in parameters_in(condition, program):
            found.setdefault(parameter.name, parameter)
    return tuple(found.values())


def too_deep(rule: Rule, program: Program) -> bool:
    """Whether a condition of the rule is nested beyond `MAX_DEPTH`."""
    return any(_deeper(condition, program) for condition in conditions_of(rule))


def _deeper(condition: Condition, program: Program) -> bool:
    waiting: list[tuple[Node, int]] = [(condition, 1)]
    while waiting:
        node, depth = waiting.pop()
        if depth > MAX_DEPTH:
            return True
        waiting.extend((part, depth + 1) for part in parts_of(node, program))
    return False
