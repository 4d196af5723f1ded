"""What a rule looks at, for those who show it beside the verdict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .core import FactValue, ParameterValue, Program, Rule
from .traversal import conditions_of, demand_of, facts_in, nodes


@dataclass(frozen=True, slots=True)
class RuleUse:
    """The facts and parameters of a rule, each once."""

    names: tuple[str, ...]
    """Facts and parameters in order of use, a parameter before the facts that choose its row."""
    deciding: tuple[str, ...]
    """The facts alone: what the rule demands first, then why it applies, then its exceptions."""


def use_of(rule: Rule, program: Program) -> RuleUse:
    """The facts and parameters of a rule."""
    return RuleUse(tuple(dict.fromkeys(_names(rule, program))), tuple(dict.fromkeys(_deciding(rule, program))))


def _names(rule: Rule, program: Program) -> Iterator[str]:
    for condition in conditions_of(rule):
        for node in nodes(condition, program):
            if isinstance(node, FactValue | ParameterValue):
                yield node.name


def _deciding(rule: Rule, program: Program) -> Iterator[str]:
    for condition in (demand_of(rule), rule.applies, *(excuse.condition for excuse in rule.excuses)):
        yield from (fact.name for fact in facts_in(condition, program))
