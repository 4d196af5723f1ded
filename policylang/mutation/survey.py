"""Which mutants the examples notice, and for each survivor a case that would tell it from the original."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from multiprocessing import get_context

from ..core import Example, Parameter, Program, Rule
from ..examples import ExampleCase
from ..traversal import parameters_of
from . import parameters, rules
from .bench import Bench, as_example, bench_of
from .mutant import Mutant


class Fate(StrEnum):
    """What became of a mutant."""

    NOTICED = "noticed"
    SURVIVED = "survived"
    """No example fails on it, and `example` would."""
    UNTOLD = "untold"
    """No example fails on it, and no case was found that tells it: probably the same policy."""
    EQUIVALENT = "equivalent"
    """Proven to judge every case alike; it doesn't count."""


@dataclass(frozen=True, slots=True)
class Tried:
    """A mutant with its fate."""

    mutant: Mutant
    fate: Fate
    example: Example | None = None
    """An example that would notice it; one example may stand for several mutants."""


@dataclass(frozen=True, slots=True)
class Surveyed:
    """A rule or parameter with its mutants."""

    subject: Rule | Parameter
    tried: tuple[Tried, ...]

    @property
    def name(self) -> str:
        """The rule's id or the parameter's name."""
        return self.subject.id if isinstance(self.subject, Rule) else self.subject.name

    def count(self, *fates: Fate) -> int:
        """How many mutants ended so."""
        return sum(each.fate in fates for each in self.tried)

    @property
    def noticed(self) -> int:
        """How many mutants an example notices."""
        return self.count(Fate.NOTICED)

    @property
    def counted(self) -> int:
        """How many mutants there are, without those proven equivalent."""
        return len(self.tried) - self.count(Fate.EQUIVALENT)

    @property
    def examples(self) -> tuple[Example, ...]:
        """The examples to add, each once."""
        return tuple(dict.fromkeys(each.example for each in self.tried if each.example is not None))


def survey(
    program: Program, cases: Sequence[ExampleCase], only: str | None = None, jobs: int = 1
) -> tuple[Surveyed, ...]:
    """Every rule, then every parameter that a rule uses, with its mutants; `only` the rule named and its parameters."""
    chosen = [rule for rule in program.rules if only in (None, rule.id)]
    used = {each.name: program.parameters[each.name] for rule in chosen for each in parameters_of(rule, program)}
    subjects: list[Rule | Parameter] = [*(rule for rule in chosen if rule.off is None), *used.values()]
    return tuple(_mapped(partial(survey_one, program, cases), subjects, jobs))


def _mapped(
    work: Callable[[Rule | Parameter], Surveyed], subjects: Sequence[Rule | Parameter], jobs: int
) -> Iterable[Surveyed]:
    if jobs <= 1:
        return [work(subject) for subject in subjects]
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        return list(pool.map(work, subjects, chunksize=max(1, len(subjects) // (jobs * 4))))


def survey_one(program: Program, cases: Sequence[ExampleCase], subject: Rule | Parameter) -> Surveyed:
    """The mutants of one rule or parameter. A parameter's are judged by the examples of every rule that uses it."""
    if isinstance(subject, Rule):
        benches = [bench_of(subject, program, _of(subject, cases))]
        mutants = rules.mutants_of(subject)
    else:
        users = [rule for rule in program.rules if subject.name in {p.name for p in parameters_of(rule, program)}]
        benches = [bench_of(rule, program, _of(rule, cases)) for rule in users]
        mutants = parameters.mutants_of(subject)
    return Surveyed(subject, tuple(_tried(mutant, benches) for mutant in mutants))


def _of(rule: Rule, cases: Sequence[ExampleCase]) -> tuple[ExampleCase, ...]:
    return tuple(case for case in cases if any(name == rule.id for name, _ in case.example.expected))


def _tried(mutant: Mutant, benches: Sequence[Bench]) -> Tried:
    if any(bench.notices(mutant) for bench in benches):
        return Tried(mutant, Fate.NOTICED)
    for bench in benches:
        told = bench.tell(mutant)
        if told is not None:
            return Tried(mutant, Fate.SURVIVED, as_example(told, bench.rule))
    proven = True
    for bench in benches:
        answer = bench.prove(mutant)
        if not isinstance(answer, bool):
            return Tried(mutant, Fate.SURVIVED, as_example(answer, bench.rule))
        proven = proven and answer
    return Tried(mutant, Fate.EQUIVALENT if proven else Fate.UNTOLD)
