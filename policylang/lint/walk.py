"""Walks over the conditions of a rule as they are written."""

from __future__ import annotations

from collections.abc import Iterator

from ...policylang import tree


def conditions(node: tree.RuleNode | tree.ExceptionNode) -> Iterator[tuple[str, tree.Condition]]:
    """The conditions of a rule or an exception, each with the terminal of its clause."""
    for clause in node.clauses:
        match clause:
            case tree.Demand(keyword, condition):
                yield keyword, condition
            case tree.Unless(_, condition):
                yield "UNLESS", condition
            case _:
                pass


def inside(condition: tree.Condition) -> Iterator[tree.Condition]:
    """A condition and all conditions in it, in the order of writing; those a fold filters by, too."""
    waiting = [condition]
    while waiting:
        current = waiting.pop()
        yield current
        waiting.extend(reversed(list(_parts(current))))


def atoms(condition: tree.Condition) -> Iterator[tree.Condition]:
    """The conditions in it that test something."""
    joints = (tree.And, tree.Or, tree.Negation, tree.Quantifier)
    return (each for each in inside(condition) if not isinstance(each, joints))


def expressions(node: tree.Expression) -> Iterator[tree.Expression]:
    """An expression and those in it; of a fold only itself."""
    waiting = [node]
    while waiting:
        current = waiting.pop()
        yield current
        if isinstance(current, tree.Chain):
            waiting.extend(reversed(current.operands))


def _parts(condition: tree.Condition) -> Iterator[tree.Condition]:
    match condition:
        case tree.And(parts) | tree.Or(parts):
            yield from parts
        case tree.Negation(part):
            yield part
        case tree.Quantifier(_, _, _, where):
            yield where
        case tree.Comparison(_, left, right):
            yield from _filters(left)
            yield from _filters(right)
        case tree.StateTest(subject) | tree.Containment(subject):
            yield from _filters(subject)
        case tree.Membership():
            pass


def _filters(node: tree.Expression) -> Iterator[tree.Condition]:
    for each in expressions(node):
        if isinstance(each, tree.Fold) and each.where is not None:
            yield each.where
