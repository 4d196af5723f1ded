"""A rule on the bench: its examples, and the search for a case that tells a mutant from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from ...values import Reading
from ..analysis.query import Differ
from ..analysis.solver import Solver
from ..compiler import CompiledRules, compile_program
from ..core import Example, Expected, Program, Rule
from ..examples import ExampleCase, newest_day, side_of
from ..interpreter import evaluate
from ..outcome import Verdict
from ..trials.variations import Trial, dateless, own_facts, shortened, trials, variations_of, writable, written_day
from .mutant import Mutant, Operator

_SAID: Final = frozenset(each.value for each in Expected)
_SECONDS: Final = 1.0


@dataclass(frozen=True, slots=True)
class Told:
    """A case that a mutant judges differently, and the rule's own verdict."""

    trial: Trial
    verdict: Verdict


@dataclass(slots=True)
class Bench:
    """One rule with the examples that expect a verdict of it. Build it with `bench_of`."""

    rule: Rule
    program: Program
    """Of the rule alone."""
    cases: tuple[tuple[Trial, str], ...]
    """Facts as read or given, and the verdict expected; those the rule itself doesn't meet are left out."""
    seeds: tuple[Trial, ...]
    suggested: list[Told] = field(default_factory=list)
    _found: list[Told] = field(default_factory=list)
    _left: Iterator[Trial] | None = None
    _compiled: CompiledRules | None = None

    def notices(self, mutant: Mutant) -> bool:
        """Whether an example fails on the mutant."""
        changed = mutant.program(self.program, self.rule)
        return any(judged(changed, trial).value != expected for trial, expected in self.cases)

    def tell(self, mutant: Mutant) -> Told | None:
        """A case for which the rule and the mutant end differently, tried near the examples; None when none is found.

        One that was suggested before comes first, and one with a decided verdict before an undecided one.
        """
        changed = mutant.program(self.program, self.rule)
        for told in self.suggested:
            if judged(changed, told.trial) is not told.verdict:
                return told
        compiled, side = compile_program(changed), side_of(changed.rules[0])
        second: Told | None = None
        for told in self._tried():
            ended = compiled.evaluate(told.trial.facts, told.trial.as_of, side)[0].verdict
            if ended is not told.verdict and self._confirmed(told, changed):
                if told.verdict is not Verdict.UNDECIDED:
                    return self._suggest(told, changed)
                second = second or told
        return self._suggest(second, changed) if second else None

    def _confirmed(self, told: Told, changed: Program) -> bool:
        """Whether the interpreter, which is the definition, tells the two apart as well."""
        return judged(self.program, told.trial) is told.verdict and judged(changed, told.trial) is not told.verdict

    def prove(self, mutant: Mutant) -> Told | bool:
        """A case the solver finds; else True when it proves that there is none, False when it can't."""
        if mutant.operator is Operator.PERIOD:
            return False
        changed = mutant.program(self.program, self.rule)
        as_of = self.seeds[0].as_of if self.seeds else newest_day(self.program, self.rule)
        solver = Solver((self.program, changed), as_of, _SECONDS)
        found = solver.find(Differ(self.program, self.rule, changed, changed.rules[0]))
        if found is None:
            return dateless(self.rule, self.program)
        if not isinstance(found, Mapping):
            return False
        trial = own_facts(variations_of(self.rule, self.program), Trial(found, as_of))
        verdict = judged(self.program, trial)
        if verdict.value not in _SAID or judged(changed, trial) is verdict or not writable(trial):
            return False
        return self._suggest(Told(trial, verdict), changed)

    def _tried(self) -> Iterator[Told]:
        """Cases near the examples with the rule's verdicts, kept for the next mutant."""
        yield from self._found
        if self._left is None:
            self._left = trials(self.rule, self.program, self.seeds)
            self._compiled = compile_program(self.program)
        assert self._compiled is not None
        for trial in self._left:
            verdict = self._compiled.evaluate(trial.facts, trial.as_of, side_of(self.rule))[0].verdict
            if verdict.value in _SAID:
                self._found.append(Told(trial, verdict))
                yield self._found[-1]

    def _suggest(self, told: Told, changed: Program) -> Told:
        """The case without the facts that don't matter."""

        def stands(trial: Trial) -> bool:
            return self._confirmed(Told(trial, told.verdict), changed)

        trial = shortened(told.trial, self.rule, self.program, stands)
        self.suggested.append(Told(trial, told.verdict))
        return self.suggested[-1]


def judged(program: Program, trial: Trial) -> Verdict:
    """How the one rule of a program ends, by the interpreter."""
    return evaluate(program, trial.facts, trial.as_of, side_of(program.rules[0]))[0].verdict


def bench_of(rule: Rule, program: Program, cases: Sequence[ExampleCase]) -> Bench:
    """The bench of a rule; `cases` are all examples there are."""
    alone = replace(program, rules=(rule,), examples=())
    met: list[tuple[Trial, str]] = []
    for case in cases:
        trial = Trial(case.facts, case.as_of)
        wanted = {expected.value for name, expected in case.example.expected if name == rule.id}
        met += [(trial, expected) for expected in wanted if judged(alone, trial).value == expected]
    own = variations_of(rule, alone)
    return Bench(rule, alone, tuple(met), tuple(own_facts(own, trial) for trial, _ in met))


def as_example(told: Told, rule: Rule, title: str = "") -> Example:
    """The case as an example to add."""
    given: Mapping[str, Reading] = told.trial.facts
    expected = ((rule.id, Expected(told.verdict.value)),)
    return Example(rule.id, title, tuple(given.items()), (), (), expected, written_day(told.trial), rule.span)
