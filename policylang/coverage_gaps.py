"""For what examples don't show, an example that would, or the proof that there is none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from .analysis.query import Both, Holds, Neither, Query, ends
from .analysis.solver import Solver
from .core import Example, Expected, FieldValue, Program
from .coverage import AtomIs, EndsSo, Point, Recorder, RuleCoverage, atoms_of, cases_of
from .examples import ExampleCase, newest_day
from .outcome import Verdict
from .traversal import nodes
from .trials.variations import Trial, dateless, shortened, trials, written_day

_MOST: Final = 800
"""Cases tried for one rule."""
_SECONDS: Final = 1.0
_SAID: Final = frozenset(each.value for each in Expected)


@dataclass(frozen=True, slots=True)
class Covered:
    """A rule's coverage with the examples found for its gaps."""

    coverage: RuleCoverage
    fillers: Mapping[Point, Example]


def settle(coverage: RuleCoverage, program: Program, cases: Sequence[ExampleCase]) -> Covered:
    """Look for an example for each gap, or for a proof that there is none: then it doesn't count."""
    found = _fillers(coverage, program, cases)
    left = [point for point in coverage.gaps if point not in found]
    never = tuple(point for point in left if _impossible(point, coverage, program, cases))
    wanted = tuple(point for point in coverage.wanted if point not in never)
    return Covered(replace(coverage, wanted=wanted, never=never), found)


def _fillers(coverage: RuleCoverage, program: Program, cases: Sequence[ExampleCase]) -> Mapping[Point, Example]:
    """An example for each gap for which one is found near those there are. One may fill several gaps."""
    recorder = Recorder(coverage.rule, program)
    left = set(coverage.gaps)
    found: dict[Point, Example] = {}
    seeds = cases_of(coverage.rule, cases)
    for trial in islice(trials(coverage.rule, recorder.program, seeds), _MOST):
        if not left:
            break
        outcome, points = recorder.shows(trial)
        filled = points & left
        if filled and outcome.verdict.value in _SAID:
            example = _example(recorder, trial, outcome.verdict, filled)
            found.update(dict.fromkeys(filled, example))
            left -= filled
    return found


def _impossible(point: Point, coverage: RuleCoverage, program: Program, cases: Sequence[ExampleCase]) -> bool:
    """Whether the solver proves that no case shows a point."""
    query = _query(point, coverage, program)
    if query is None or not dateless(coverage.rule, program):
        return False
    day = next((trial.as_of for trial in cases_of(coverage.rule, cases)), newest_day(program, coverage.rule))
    return Solver((program,), day, _SECONDS).find(query, polish=False) is None


def _query(point: Point, coverage: RuleCoverage, program: Program) -> Query | None:
    """A point as a question; None for those inside a list, and for exceptions."""
    rule = coverage.rule
    match point:
        case EndsSo(verdict) if not (verdict is Verdict.UNDECIDED and rule.undecided_is_violated):
            return ends(program, rule, verdict)
        case AtomIs(place, truth):
            atom = coverage.atoms[place]
            own = {id(each) for each in atoms_of(rule.applies, program)}
            if any(isinstance(node, FieldValue) for node in nodes(atom, program)):
                return None
            applies = () if id(atom) in own else (Neither((Holds(program, rule.applies, False),)),)
            return Both((*applies, Holds(program, atom, truth)))
        case _:
            return None


def _example(recorder: Recorder, trial: Trial, verdict: Verdict, points: frozenset[Point]) -> Example:
    """The case without the facts that don't matter for what it is to show."""
    rule = recorder.rule

    def stands(fewer: Trial) -> bool:
        outcome, shown = recorder.shows(fewer)
        return outcome.verdict is verdict and points <= shown

    short = shortened(trial, rule, recorder.program, stands)
    expected = ((rule.id, Expected(verdict.value)),)
    return Example(rule.id, "", tuple(short.facts.items()), (), (), expected, written_day(short), rule.span)
