"""The places facts and parameters have in the lists generated code is called with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..values import Money
from .core import Constant, FactValue, ParameterValue, Program, Rule, Type
from .traversal import MAX_DEPTH, Node, conditions_of, parts_of


@dataclass(frozen=True, slots=True)
class Layout:
    """The facts and parameters of a program, each at its place.

    In the bits of a case a fact without value is 1 << place; one that isn't applicable has a second bit, as many places
    up as there are facts; a parameter without value has one as many up again.
    """

    program: Program
    facts: Mapping[str, int]
    fact_types: tuple[Type, ...]
    parameters: Mapping[str, int]
    parameter_types: tuple[Type, ...]
    currency: str
    """The currency most amounts of the policy are in."""
    uses: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]
    """Of each rule the places of its facts and of its parameters, in order of first use."""
    deep: frozenset[int]
    """The rules nested too deep to be judged."""

    @staticmethod
    def of(program: Program) -> Layout:
        """The layout of the facts and parameters the rules use, in order of first use."""
        facts: dict[str, Type] = {}
        parameters: dict[str, Type] = {}
        currencies: Counter[str] = Counter()
        used = []
        deep: set[int] = set()
        for index, rule in enumerate(program.rules):
            mine: dict[str, None] = {}
            chosen: dict[str, None] = {}
            for node, depth in _nodes(rule, program):
                if depth > MAX_DEPTH:
                    deep.add(index)
                match node:
                    case FactValue(name, type):
                        mine[name] = None
                        facts.setdefault(name, type)
                    case ParameterValue(name, type):
                        chosen[name] = None
                        parameters.setdefault(name, type)
                    case Constant(Money(_, currency)):
                        currencies[currency] += 1
            used.append((mine, chosen))
        for name in parameters:
            for version in program.parameters[name].versions:
                currencies.update(value.currency for _, value in version.rows if isinstance(value, Money))
        fact_places = {name: place for place, name in enumerate(facts)}
        parameter_places = {name: place for place, name in enumerate(parameters)}
        uses = tuple(
            (tuple(fact_places[name] for name in mine), tuple(parameter_places[name] for name in chosen))
            for mine, chosen in used
        )
        types, parameter_types = tuple(facts.values()), tuple(parameters.values())
        usual = min(currencies, key=lambda each: (-currencies[each], each), default="")
        return Layout(program, fact_places, types, parameter_places, parameter_types, usual, uses, frozenset(deep))

    def bit(self, fact: int) -> int:
        """The bit of a fact without value."""
        return 1 << fact

    def inapplicable_bit(self, fact: int) -> int:
        """The second bit of a fact that isn't applicable."""
        return 1 << len(self.facts) + fact

    def parameter_bit(self, parameter: int) -> int:
        """The bit of a parameter without value."""
        return 1 << 2 * len(self.facts) + parameter

    def mask(self, rule: int) -> int:
        """All bits a rule may look at."""
        facts, parameters = self.uses[rule]
        places = (*facts, *(len(self.facts) + place for place in facts), *(2 * len(self.facts) + p for p in parameters))
        return sum(1 << place for place in places)


def _nodes(rule: Rule, program: Program) -> Iterator[tuple[Node, int]]:
    """Every node of a rule with its depth, in the order of writing."""
    for condition in conditions_of(rule):
        waiting: list[tuple[Node, int]] = [(condition, 1)]
        while waiting:
            node, depth = waiting.pop()
            yield node, depth
            parts = parts_of(node, program)
            waiting.extend([(part, depth + 1) for part in reversed(parts)])
