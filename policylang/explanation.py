"""The outcomes of compiled rules that aren't constant: what keeps a rule undecided, and which exceptions are open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from ..values import State
from .codegen import Generated
from .core import All, Any, Condition, Not
from .kleene import Truth, conjunction, disjunction, negation
from .outcome import Outcome, Verdict
from .traversal import demand_of, facts_in, parameters_in

_KEPT = 4096

Leaves = tuple[Truth, ...]
"""The truths of the conditions without parts, in order of writing."""


@dataclass(frozen=True, slots=True)
class _Missing:
    """The outcome of a rule neither way proven, and the facts that would have to be applicable to judge it."""

    outcome: Outcome
    deciding: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explainer:
    """Names what is missing, and remembers it: from case to case the same facts are missing."""

    generated: Generated
    _seen: dict[tuple[int, int, Leaves, Leaves], _Missing] = field(default_factory=dict)

    def case(self, states: Sequence[State], parameters: Sequence[object], unknown: int, as_of: date) -> ExplainedCase:
        """The explainer of one case."""
        return ExplainedCase(self, states, parameters, unknown, as_of, State.NOT_APPLICABLE in states)

    def recall(self, index: int, applies: Leaves, asked: Leaves, case: ExplainedCase) -> _Missing:
        """What is missing, found once for the same rule, truths and unknown facts."""
        key = (index, case.unknown & self.generated.masks[index], applies, asked)
        found = self._seen.get(key)
        if found is not None:
            return found
        rule = self.generated.layout.program.rules[index]
        why = _unknown_leaves(rule.applies, iter(applies))[1]
        what = _unknown_leaves(demand_of(rule), iter(asked))[1]
        to_apply, to_judge = (
            tuple(dict.fromkeys(name for leaf in leaves for name in case.blanks(leaf))) for leaves in (why, what)
        )
        verdict = Verdict.VIOLATED if rule.undecided_is_violated else Verdict.UNDECIDED
        found = _Missing(Outcome(rule.id, verdict, tuple(dict.fromkeys((*to_apply, *to_judge)))), to_apply or to_judge)
        if all(case.lacks_facts(leaf) for leaf in (*why, *what)):
            if len(self._seen) >= _KEPT:
                self._seen.clear()
            self._seen[key] = found
        return found


@dataclass(frozen=True, slots=True)
class ExplainedCase:
    """What is missing in one case; generated code calls `explain` and `excuse`."""

    explainer: Explainer
    states: Sequence[State]
    parameters: Sequence[object]
    unknown: int
    as_of: date
    inapplicable: bool
    """Whether any fact isn't applicable."""

    def explain(self, index: int, applies: Leaves, asked: Leaves) -> Outcome:
        """The outcome of a rule neither way proven. What hangs on facts that aren't applicable has nothing to judge."""
        missing = self.explainer.recall(index, applies, asked, self)
        if self.inapplicable and missing.deciding and all(self._not_applicable(name) for name in missing.deciding):
            return Outcome(missing.outcome.rule, Verdict.NOT_APPLICABLE)
        return missing.outcome

    def excuse(self, index: int, truths: Leaves) -> Outcome:
        """The outcome of a violation with exceptions, each true, false or unknown."""
        rule = self.explainer.generated.layout.program.rules[index]
        unproven: tuple[str, ...] = ()
        for excuse, holds in zip(rule.excuses, truths, strict=True):
            if holds is False or not excuse.period.covers(self.as_of):
                continue
            if holds:
                return Outcome(rule.id, Verdict.EXCEPTED, exception=excuse.name)
            unproven += (excuse.name,)
        return Outcome(rule.id, Verdict.VIOLATED, unproven=unproven)

    def blanks(self, leaf: Condition) -> tuple[str, ...]:
        """Its facts that have no value; else its parameters that have none; else all its facts."""
        layout = self.explainer.generated.layout
        names = tuple(fact.name for fact in facts_in(leaf, layout.program, states=False))
        blank = tuple(name for name in names if self.unknown >> layout.facts[name][0] & 1)
        if blank:
            return blank
        parameters = (each.name for each in parameters_in(leaf, layout.program))
        return tuple(name for name in parameters if self.parameters[layout.parameters.index(name)] is None) or names

    def lacks_facts(self, leaf: Condition) -> bool:
        """Whether a fact of the condition has no value; else values decide what is missing, which change."""
        layout = self.explainer.generated.layout
        facts = facts_in(leaf, layout.program, states=False)
        return any(self.unknown >> layout.facts[fact.name][0] & 1 for fact in facts)

    def _not_applicable(self, name: str) -> bool:
        place = self.explainer.generated.layout.facts.get(name)
        return place is not None and self.states[place[0]] is State.NOT_APPLICABLE


def _unknown_leaves(condition: Condition, truths: Iterator[Truth]) -> tuple[Truth, tuple[Condition, ...]]:
    """The truth of a condition, and those of its leaves that keep it unknown."""
    match condition:
        case All(parts) | Any(parts):
            found = [_unknown_leaves(part, truths) for part in parts]
            join = conjunction if isinstance(condition, All) else disjunction
            truth = join([each for each, _ in found])
            leaves = tuple(leaf for _, several in found for leaf in several)
        case Not(part):
            inner, leaves = _unknown_leaves(part, truths)
            truth = negation(inner)
        case _:
            truth = next(truths)
            leaves = (condition,)
    return truth, leaves if truth is None else ()
