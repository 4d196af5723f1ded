"""Rules that can't come out one way or the other, and exceptions that never or always hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..core import All, Condition, Excuse, Program, Rule
from ..outcome import Verdict
from ..parameter_values import version_on
from ..scope import excuses_on, in_force
from ..traversal import parameters_of, too_deep
from .finding import Code, Finding
from .query import Both, Case, Holds, Neither, Query, ends, fails, side_of, verdict
from .solver import Answer, Solver


def judged(program: Program, solver: Solver) -> tuple[Rule, ...]:
    """The rules that are in force and whose parameters all have a value for some case."""
    return tuple(
        rule
        for rule in program.rules
        if in_force(rule, solver.as_of, side_of(rule))
        and not too_deep(rule, program)
        and all(version_on(program.parameters[each.name], solver.as_of) for each in parameters_of(rule, program))
    )


@dataclass(frozen=True, slots=True)
class RuleAnalysis:
    """Looks at the rules of a program one by one."""

    program: Program
    solver: Solver

    def findings(self, rule: Rule) -> Iterator[Finding]:
        """What is wrong with a rule."""
        applies = self.solver.find(Holds(self.program, rule.applies, True), polish=False)
        if applies is None:
            yield self._finding(Code.NEVER_APPLIES, rule, conditions=self._conflict(rule.applies))
            return
        failing = self.solver.find(fails(self.program, rule), polish=False)
        satisfied = self.solver.find(ends(self.program, rule, Verdict.SATISFIED), polish=False)
        if failing is None:
            yield self._finding(Code.NEVER_VIOLATED, rule, self._shown(rule, Verdict.SATISFIED, satisfied))
        elif satisfied is None and not isinstance(failing, Answer):
            yield self._finding(Code.ALWAYS_VIOLATED, rule, self._shown(rule, Verdict.VIOLATED, failing))
        if failing is not None and not isinstance(failing, Answer):
            yield from self._excuses(rule)

    def _shown(self, rule: Rule, wanted: Verdict, found: Case | Answer | None) -> Case | None:
        """A readable case in which a rule ends as wanted, if there is one."""
        if found is None or isinstance(found, Answer):
            return None
        case = self.solver.find(ends(self.program, rule, wanted))
        return None if isinstance(case, Answer) else case

    def _excuses(self, rule: Rule) -> Iterator[Finding]:
        violated = fails(self.program, rule)
        found = excuses_on(rule, self.solver.as_of)
        for excuse in found:
            holding = Both((violated, Holds(self.program, excuse.condition, True)))
            case = self.solver.find(holding, polish=False)
            if isinstance(case, Answer):
                continue
            if case is None:
                yield self._about(Code.EXCEPTION_NEVER, rule, excuse, violated)
                continue
            if self.solver.find(Both((violated, Holds(self.program, excuse.condition, False))), polish=False) is None:
                yield self._about(Code.EXCEPTION_ALWAYS, rule, excuse, holding)
            yield from self._covered(rule, excuse, found, holding)

    def _covered(self, rule: Rule, excuse: Excuse, others: Sequence[Excuse], holding: Query) -> Iterator[Finding]:
        """The first other exception that holds wherever this one does; of two alike, the later one is named."""
        place = others.index(excuse)
        for number, other in enumerate(others):
            if other is excuse:
                continue
            alone = Both((holding, Neither((Holds(self.program, other.condition, True),))))
            if self.solver.find(alone, polish=False) is not None:
                continue
            back = Both((fails(self.program, rule), Holds(self.program, other.condition, True)))
            back = Both((back, Neither((Holds(self.program, excuse.condition, True),))))
            if number > place and self.solver.find(back, polish=False) is None:
                continue
            yield self._about(Code.EXCEPTION_COVERED, rule, excuse, holding, other)
            return

    def _about(self, code: Code, rule: Rule, excuse: Excuse, shown: Query, other: Excuse | None = None) -> Finding:
        case = self.solver.find(shown)
        found = None if isinstance(case, Answer) else case
        names = (("rule", rule.id), ("name", excuse.name), *((("other", other.name),) if other else ()))
        related = ((rule.id, rule.span), *(((other.name, other.span),) if other else ()))
        return Finding(code, rule.id, excuse.span, names, related, found, self._verdicts(rule, found))

    def _verdicts(self, rule: Rule, case: Case | None) -> tuple[tuple[str, Verdict], ...]:
        return () if case is None else ((rule.id, verdict(self.program, rule, case, self.solver.as_of)),)

    def _finding(
        self, code: Code, rule: Rule, case: Case | None = None, conditions: tuple[Condition, ...] = ()
    ) -> Finding:
        return Finding(
            code,
            rule.id,
            rule.span,
            (("rule", rule.id),),
            case=case,
            verdicts=self._verdicts(rule, case),
            conditions=conditions,
        )

    def _conflict(self, condition: Condition) -> tuple[Condition, ...]:
        """The parts that can't hold together, none too many."""
        parts = list(condition.parts) if isinstance(condition, All) else [condition]
        for part in list(parts):
            rest = [each for each in parts if each is not part]
            if rest and self.solver.find(Holds(self.program, All(tuple(rest)), True), polish=False) is None:
                parts = rest
        return tuple(parts)
