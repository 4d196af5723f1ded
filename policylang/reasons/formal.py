"""Conditions and expressions of a checked program as a policy file writes them, in either spelling."""

from __future__ import annotations

from dataclasses import dataclass

from .. import tree
from ..core import (
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
    Operator,
    ParameterValue,
    Present,
    Program,
    Quantified,
    SaysYes,
    Sort,
)
from ..keywords import lookup
from ..print_terms import Terms

VARIABLE = "x"
"""What the record of an `any`, `all` or aggregate is called; the checked program keeps no name for it."""

_WORDS = lookup()
_FACTORS = (Operator.TIMES, Operator.OVER)


def formal(condition: Condition, program: Program, language: str) -> str:
    """A condition in a spelling; Chinese uses the names a fact has there. Empty for `and` and `or` of nothing."""
    if isinstance(condition, All | Any) and not condition.parts:
        return ""
    return Terms(language).condition(_Writer(program, language).condition(condition))


def formal_value(expression: Expression, program: Program, language: str) -> str:
    """An expression in a spelling."""
    return Terms(language).value(_Writer(program, language).value(expression))


@dataclass(frozen=True, slots=True)
class _Writer:
    """From the checked program back to the syntax tree, which the printer knows how to write."""

    program: Program
    language: str

    def condition(self, node: Condition) -> tree.Condition:
        match node:
            case Not(part) if (negated := self._negated(part)) is not None:
                return negated
            case Not(part):
                return tree.Negation(self.condition(part))
            case All(parts):
                return self._joined(tree.And, parts)
            case Any(parts):
                return self._joined(tree.Or, parts)
            case Compare(operator, left, right):
                return tree.Comparison(operator.value, self.value(left), self.value(right))
            case Contains(subject, member):
                return tree.Containment(self.value(subject), self.value(member))
            case Quantified(every, over, where):
                return tree.Quantifier(every, tree.Name(VARIABLE), self.name(over), self.condition(where))
            case _:
                return self._test(node, False)

    def _joined(self, kind: type[tree.And] | type[tree.Or], parts: tuple[Condition, ...]) -> tree.Condition:
        written = tuple(self.condition(part) for part in parts if not (isinstance(part, All | Any) and not part.parts))
        return written[0] if len(written) == 1 else kind(written)

    def _negated(self, part: Condition) -> tree.Condition | None:
        return self._test(part, True) if isinstance(part, HasState | SaysYes | Present | OneOf) else None

    def _test(self, node: HasState | SaysYes | Present | OneOf, negated: bool) -> tree.Condition:
        match node:
            case HasState(subject, state):
                test = "inapplicable" if state.value == "not_applicable" else state.value
                return tree.StateTest(self.value(subject), test, negated)
            case SaysYes(subject, yes):
                return tree.StateTest(self.value(subject), "yes" if yes else "no", negated)
            case Present(subject):
                return tree.StateTest(self.value(subject), "present", negated)
            case OneOf(subject, members):
                return tree.Membership(self.name(subject), tuple(map(self.value, members)), negated)

    def value(self, node: Expression) -> tree.Expression:
        match node:
            case Constant(value, type) if isinstance(value, str):
                if type.sort is Sort.TEXT:
                    return tree.String(value)
                return tree.Name(self._member(value, type.name))
            case Constant(value):
                return tree.Literal(value)
            case Arithmetic():
                return self._chain(node)
            case Aggregate(fold, over, where, of):
                condition = self.condition(where) if where is not None else None
                if where is None and of is None:
                    return tree.Fold(fold.value, self.name(over), None, None)
                subject = tree.Name(VARIABLE) if of is None else self.name(of)
                return tree.Fold(fold.value, subject, self.name(over), condition)
            case _:
                return self.name(node)

    def _member(self, member: str, members: str) -> str:
        """A member's name; in Chinese its label, if that is one word and no other member's."""
        labels = self.program.members[members].labels
        label = labels[member].zh if member in labels and self.language == "zh" else ""
        alone = sum(each.zh == label for each in labels.values()) == 1
        return label if label.isidentifier() and alone and label not in _WORDS else member

    def _chain(self, node: Arithmetic) -> tree.Chain:
        """Operands of one precedence, which are read from the left, in one chain."""
        left, right = self.value(node.left), self.value(node.right)
        if isinstance(node.left, Arithmetic) and (node.left.operator in _FACTORS) == (node.operator in _FACTORS):
            assert isinstance(left, tree.Chain)
            return tree.Chain((*left.operands, right), (*left.operators, node.operator.value))
        return tree.Chain((left, right), (node.operator.value,))

    def name(self, node: Expression) -> tree.Name:
        match node:
            case FactValue(name):
                declared = self.program.facts.get(name)
                alias = declared.alias_zh if declared is not None and self.language == "zh" else ""
                return tree.Name(alias or name)
            case FieldValue(name):
                return tree.Name(f"{VARIABLE}.{name}")
            case ParameterValue(name):
                return tree.Name(name)
            case _:
                # A list that no name stands for can't be written in a policy, only built by hand.
                return tree.Name("…")
