"""The outcomes of compiled rules that aren't constant: what keeps a rule undecided, and which exceptions are open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from .codegen_layout import Layout
from .core import All, Any, Condition, Not
from .kleene import Truth, conjunction, disjunction, negation
from .outcome import Outcome, Verdict
from .traversal import demand_of, facts_in, parameters_in

_KEPT = 256

Leaves = tuple[Truth, ...]
"""The truths of the conditions without parts, in order of writing."""

Seen = dict[tuple[Truth | int, ...], Outcome]
"""The outcomes of a rule neither way proven, by what has no value and the truths of its conditions."""


@dataclass(frozen=True, slots=True)
class Explainer:
    """Names what is missing, and remembers it: from case to case the same facts are missing."""

    layout: Layout
    seen: dict[int, Seen]

    def explain(self, index: int, bits: int, applies: Leaves, asked: Leaves) -> Outcome:
        """The outcome of a rule neither way proven. What hangs on facts that aren't applicable has nothing to judge."""
        rule = self.layout.program.rules[index]
        why = _unknown_leaves(rule.applies, iter(applies))[1]
        what = _unknown_leaves(demand_of(rule), iter(asked))[1]
        to_apply, to_judge = (
            tuple(dict.fromkeys(name for leaf in leaves for name in self._blanks(leaf, bits))) for leaves in (why, what)
        )
        deciding = to_apply or to_judge
        if deciding and all(self._inapplicable(name, bits) for name in deciding):
            outcome = Outcome(rule.id, Verdict.NOT_APPLICABLE)
        else:
            verdict = Verdict.VIOLATED if rule.undecided_is_violated else Verdict.UNDECIDED
            outcome = Outcome(rule.id, verdict, tuple(dict.fromkeys((*to_apply, *to_judge))))
        seen = self.seen[index]
        if len(seen) >= _KEPT:
            seen.clear()
        seen[(bits & self.layout.mask(index), *applies, *asked)] = outcome
        return outcome

    def excuse(self, index: int, truths: Leaves, as_of: date) -> Outcome:
        """The outcome of a violation with exceptions, each true, false or unknown."""
        rule = self.layout.program.rules[index]
        unproven: tuple[str, ...] = ()
        for excuse, holds in zip(rule.excuses, truths, strict=True):
            if holds is False or not excuse.period.covers(as_of):
                continue
            if holds:
                return Outcome(rule.id, Verdict.EXCEPTED, exception=excuse.name)
            unproven += (excuse.name,)
        return Outcome(rule.id, Verdict.VIOLATED, unproven=unproven)

    def _blanks(self, leaf: Condition, bits: int) -> tuple[str, ...]:
        """Its facts that have no value; else its parameters that have none; else all its facts."""
        layout = self.layout
        names = tuple(fact.name for fact in facts_in(leaf, layout.program, states=False))
        blank = tuple(name for name in names if bits & layout.bit(layout.facts[name]))
        if blank:
            return blank
        parameters = (each.name for each in parameters_in(leaf, layout.program))
        return tuple(name for name in parameters if bits & layout.parameter_bit(layout.parameters[name])) or names

    def _inapplicable(self, name: str, bits: int) -> bool:
        place = self.layout.facts.get(name)
        return place is not None and bool(bits & self.layout.inapplicable_bit(place))


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
