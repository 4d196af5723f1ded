"""A policy without its double negations: two policies with equal normal forms give every case the same verdicts.

`not not x` is `x`, `forbids x` is `requires not x`, `not a = b` is `a != b`: equal in Kleene's logic, unknown for
unknown. A table's hit policy doesn't count, since its rows are judged in order under either; nor does the full stop
of a title.
"""

from __future__ import annotations

from dataclasses import replace

from ...policylang import tree

_OPPOSITE = {"=": "!=", "!=": "="}


def normal(module: tree.Module) -> tuple[tree.Declaration, ...]:
    """The normal form of a file."""
    return tuple(_declaration(node) for node in module.declarations)


def _declaration(node: tree.Declaration) -> tree.Declaration:
    match node:
        case tree.RuleNode(_, title, clauses):
            return replace(node, title=_title(title), clauses=tuple(_clause(clause) for clause in clauses))
        case tree.ExceptionNode():
            return replace(node, clauses=tuple(_clause(clause) for clause in node.clauses))
        case tree.TableNode():
            return replace(node, clauses=tuple(each for each in node.clauses if not _is_hit(each)))
        case _:
            return node


def _title(title: tree.Wording) -> tree.Wording:
    return tree.Wording(title.en.rstrip(" ."), title.zh.rstrip(" .。．"))


def _is_hit(clause: tree.Clause) -> bool:
    return isinstance(clause, tree.Names) and clause.keyword == "HIT"


def _clause(clause: tree.Clause) -> tree.Clause:
    match clause:
        case tree.Demand("FORBIDS", condition):
            return tree.Demand("REQUIRES", negated(simple(condition)))
        case tree.Demand(_, condition) | tree.Unless(_, condition):
            return replace(clause, condition=simple(condition))
        case _:
            return clause


def simple(node: tree.Condition) -> tree.Condition:
    """A condition without double negations."""
    match node:
        case tree.Negation(part):
            return negated(simple(part))
        case tree.And(parts) | tree.Or(parts):
            return replace(node, parts=tuple(simple(part) for part in parts))
        case tree.Quantifier(_, _, _, where):
            return replace(node, where=simple(where))
        case tree.Comparison(_, left, right):
            return replace(node, left=_value(left), right=_value(right))
        case tree.StateTest(subject) | tree.Containment(subject):
            return replace(node, subject=_value(subject))
        case tree.Membership():
            return node


def negated(node: tree.Condition) -> tree.Condition:
    """The opposite of a condition, with its own `not` where it has one."""
    match node:
        case tree.Negation(part):
            return part
        case tree.StateTest() | tree.Membership():
            return replace(node, negated=not node.negated)
        case tree.Comparison(operator) if operator in _OPPOSITE:
            return replace(node, operator=_OPPOSITE[operator])
        case _:
            return tree.Negation(node)


def _value(node: tree.Expression) -> tree.Expression:
    match node:
        case tree.Chain(operands):
            return replace(node, operands=tuple(_value(each) for each in operands))
        case tree.Fold(_, _, _, where) if where is not None:
            return replace(node, where=simple(where))
        case _:
            return node
