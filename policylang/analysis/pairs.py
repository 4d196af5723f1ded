"""Two rules looked at together: that can't both be satisfied, or of which one adds nothing to the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..core import Program, Rule
from ..outcome import Verdict
from ..traversal import demand_of, facts_of
from .finding import Code, Finding
from .query import Both, Case, Ends, Holds, Neither, Query, ends, verdict
from .solver import Answer, Solver


@dataclass(frozen=True, slots=True)
class PairAnalysis:
    """Looks at the rules of a program two by two; only rules that share a fact and a side can meet."""

    program: Program
    solver: Solver
    rules: tuple[Rule, ...]

    def findings(self) -> Iterator[Finding]:
        """Contradictions, then rules that are implied."""
        partners = self._partners()
        decided = {rule.id: self._possible(rule) for rule in self.rules}
        same: set[tuple[str, str]] = set()
        for rule in self.rules:
            violable, satisfiable = decided[rule.id]
            near = [each for each in partners[rule.id] if each.id in decided]
            if satisfiable:
                later = [each for each in near if self.rules.index(each) > self.rules.index(rule)]
                yield from self._contradictions(rule, [each for each in later if decided[each.id][1]])
            if violable:
                yield from self._implied(rule, [each for each in near if decided[each.id][0]], same)

    def _partners(self) -> dict[str, list[Rule]]:
        facts = {rule.id: {each.name for each in facts_of(rule, self.program)} - {"deal.stage"} for rule in self.rules}
        return {
            rule.id: [
                other
                for other in self.rules
                if other is not rule
                and facts[rule.id] & facts[other.id]
                and ("both" in (rule.side, other.side) or rule.side == other.side)
            ]
            for rule in self.rules
        }

    def _possible(self, rule: Rule) -> tuple[bool, bool]:
        """Whether a rule can be proven violated, and satisfied."""
        return self._some(self._violated(rule)), self._some(self._satisfied(rule))

    def _some(self, query: Query) -> bool:
        found = self.solver.find(query, polish=False)
        return found is not None and not isinstance(found, Answer)

    def _satisfied(self, rule: Rule) -> Ends:
        return ends(self.program, rule, Verdict.SATISFIED)

    def _violated(self, rule: Rule) -> Query:
        """Proven violated, not merely assumed while undecided."""
        applies = Holds(self.program, rule.applies, True)
        return Both((self._flagged(rule), applies, self._decided(rule)))

    def _flagged(self, rule: Rule) -> Ends:
        return ends(self.program, rule, Verdict.VIOLATED)

    def _decided(self, rule: Rule) -> Query:
        return Neither((Holds(self.program, demand_of(rule), None),))

    def _contradictions(self, rule: Rule, others: Sequence[Rule]) -> Iterator[Finding]:
        """The others that can't be satisfied with a rule where both apply; many are asked about at once."""
        if not others:
            return
        together = Both((self._satisfied(rule), *(self._satisfied(each) for each in others)))
        found = self.solver.find(together, polish=False, whole=len(others) == 1)
        if found is not None and not isinstance(found, Answer):
            return
        if len(others) > 1:
            half = len(others) // 2
            yield from self._contradictions(rule, others[:half])
            yield from self._contradictions(rule, others[half:])
        elif found is None:
            yield from self._contradiction(rule, others[0])

    def _contradiction(self, rule: Rule, other: Rule) -> Iterator[Finding]:
        """Where both apply, each can be satisfied, but not with the other.

        A rule that applies only where the other is violated already demands nothing to the contrary.
        """
        meet = (Holds(self.program, rule.applies, True), Holds(self.program, other.applies, True))
        if all(self._some(Both((*meet, self._satisfied(each)))) for each in (rule, other)):
            case = self.solver.find(Both((*meet, self._decided(rule), self._decided(other))))
            if case is not None and not isinstance(case, Answer):
                yield self._finding(Code.CONTRADICTION, rule, other, case)

    def _implied(self, rule: Rule, others: Sequence[Rule], same: set[tuple[str, str]]) -> Iterator[Finding]:
        """The others that are violated whenever a rule is."""
        if not others:
            return
        alone = Both((self._violated(rule), Neither(tuple(map(self._flagged, others)))))
        found = self.solver.find(alone, polish=False, whole=len(others) == 1)
        if found is not None and not isinstance(found, Answer):
            return
        if len(others) > 1:
            half = len(others) // 2
            yield from self._implied(rule, others[:half], same)
            yield from self._implied(rule, others[half:], same)
        elif found is None:
            yield from self._implication(rule, others[0], same)

    def _implication(self, rule: Rule, other: Rule, same: set[tuple[str, str]]) -> Iterator[Finding]:
        """One is violated whenever the other is; if that holds both ways they are reported once."""
        back = Both((self._violated(other), Neither((self._flagged(rule),))))
        mutual = self.solver.find(back, polish=False) is None
        if mutual and (other.id, rule.id) in same:
            return
        same.add((rule.id, other.id))
        case = self.solver.find(Both((self._violated(rule), self._violated(other))))
        if case is not None and not isinstance(case, Answer):
            yield self._finding(Code.SAME if mutual else Code.IMPLIED, rule, other, case)

    def _finding(self, code: Code, rule: Rule, other: Rule, case: Case) -> Finding:
        verdicts = tuple((each.id, verdict(self.program, each, case, self.solver.as_of)) for each in (rule, other))
        names = (("rule", rule.id), ("other", other.id))
        return Finding(code, rule.id, rule.span, names, ((other.id, other.span),), case, verdicts)
