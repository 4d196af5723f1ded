"""The examples of a program, run: each is a case whose verdicts the author worked out beforehand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ..values import NO_READER, Reading, State
from .arithmetic import compare
from .core import Comparison, Example, Expected, Program, Rule
from .outcome import Outcome
from .traversal import parameters_of

Evaluate = Callable[[Mapping[str, Reading], date, str], tuple[Outcome, ...]]
"""Facts, as-of date and side in, an outcome for each rule out."""
ReadText = Callable[[str, str], Mapping[str, Reading]]
"""The facts of a contract's text: language and text in."""


@dataclass(frozen=True, slots=True)
class ExampleCase:
    """An example with the facts it gives, read and given, and the day it is judged as of."""

    example: Example
    facts: Mapping[str, Reading]
    as_of: date


@dataclass(frozen=True, slots=True)
class Mismatch:
    """One expectation that didn't come true: of a fact, or of a rule."""

    what: str
    """The name of the fact or of the rule."""
    expected: Reading | Expected
    got: Reading | Outcome


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """An example with the expectations that didn't come true."""

    example: Example
    mismatches: tuple[Mismatch, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether everything came as expected."""
        return not self.mismatches


def run_examples(program: Program, evaluate: Evaluate, read_text: ReadText | None = None) -> tuple[ExampleResult, ...]:
    """Every example of the program with its result.

    Facts are read from an example's texts by `read_text`; what the example gives itself stands above what was read.
    Raises `ValueError` for an example with a text when there is nothing to read it with.
    """
    return judge_cases(program, evaluate, example_cases(program, read_text))


def judge_cases(program: Program, evaluate: Evaluate, cases: Iterable[ExampleCase]) -> tuple[ExampleResult, ...]:
    """The examples whose texts are read already, each with its result."""
    places = {rule.id: place for place, rule in enumerate(program.rules)}
    results = []
    for case in cases:
        mismatches = list(_facts_amiss(case.example, case.facts))
        for name, expected in case.example.expected:
            side = side_of(program.rules[places[name]])
            outcome = evaluate(case.facts, case.as_of, side)[places[name]]
            if outcome.verdict.value != expected.value:
                mismatches.append(Mismatch(name, expected, outcome))
        results.append(ExampleResult(case.example, tuple(mismatches)))
    return tuple(results)


def example_cases(program: Program, read_text: ReadText | None = None) -> tuple[ExampleCase, ...]:
    """Every example of the program made a case; each text is read once.

    Raises `ValueError` for an example with a text when there is nothing to read it with.
    """
    rules = {rule.id: rule for rule in program.rules}
    return tuple(
        ExampleCase(example, _facts(example, read_text), example.as_of or newest_day(program, rules.get(example.rule)))
        for example in program.examples
    )


def side_of(rule: Rule) -> str:
    """The side an example judges a rule for."""
    return "seller" if rule.side == "both" else rule.side


def _facts(example: Example, read_text: ReadText | None) -> dict[str, Reading]:
    facts: dict[str, Reading] = {}
    for language, text in example.texts:
        if read_text is None:
            raise ValueError("an example with a text needs a reader of texts")
        facts.update(read_text(language, text))
    facts.update(example.given)
    return facts


def _facts_amiss(example: Example, facts: Mapping[str, Reading]) -> Iterator[Mismatch]:
    for name, expected in example.expected_facts:
        got = facts.get(name, NO_READER)
        if not _same(expected, got):
            yield Mismatch(name, expected, got)


def _same(expected: Reading, got: Reading) -> bool:
    if expected.state is not State.STATED or got.state is not State.STATED:
        return expected.state is got.state
    if expected.value is None or got.value is None:
        return False
    return expected.value == got.value or compare(Comparison.EQ, expected.value, got.value) is True


def newest_day(program: Program, rule: Rule | None) -> date:
    """The day an example without one is judged as of: the one on which its rule and parameters had all begun.

    Not today, so that an example gives the same verdict on every day it is run.
    """
    if rule is None:
        return date.min
    starts = [rule.period.start]
    for used in parameters_of(rule, program):
        starts.extend(version.period.start for version in program.parameters[used.name].versions)
    return max((start for start in starts if start is not None), default=date.min)
