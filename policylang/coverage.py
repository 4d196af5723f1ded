"""What examples show of a rule: its verdicts, each atomic condition both ways, each exception proven and not.

An atomic condition is what `and`, `or` and `not` join, also inside `where`. One counts as seen only where it mattered:
what a rule asks for isn't looked at in a case it doesn't apply to, nor an exception unless there is a violation to
excuse.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from .core import (
    Aggregate,
    All,
    Any,
    Compare,
    Condition,
    Constant,
    Example,
    FactValue,
    HasState,
    Not,
    OneOf,
    Program,
    Quantified,
    Rule,
    Sort,
)
from .examples import ExampleCase, side_of
from .interpreter import _Case as Case
from .interpreter import evaluate, truth, value
from .outcome import Outcome, Verdict
from .scope import excuses_on
from .traversal import conditions_of, demand_of, nodes, parts_of
from .trials.variations import Trial

_ANY_DAY = date(2000, 1, 1)

SHOWN = (Verdict.VIOLATED, Verdict.SATISFIED, Verdict.UNDECIDED)
"""The verdicts every rule is to be seen with."""


@dataclass(frozen=True, slots=True)
class EndsSo:
    """The rule ends with a verdict. For one that takes undecided for violated, `undecided` is a violation assumed."""

    verdict: Verdict


@dataclass(frozen=True, slots=True)
class AtomIs:
    """An atomic condition, by its place among `Atoms.conditions`, is true or false."""

    place: int
    truth: bool


@dataclass(frozen=True, slots=True)
class ExcuseIs:
    """An exception, by its place, is proven, or a violation stands because it isn't."""

    place: int
    proven: bool


Point = EndsSo | AtomIs | ExcuseIs


@dataclass(frozen=True, slots=True)
class RuleCoverage:
    """A rule with the points examples should show, and those they do."""

    rule: Rule
    atoms: tuple[Condition, ...]
    constant: tuple[tuple[Condition, bool], ...]
    """Conditions that come out the same whatever a contract says; they don't count."""
    wanted: tuple[Point, ...]
    seen: frozenset[Point]
    verdicts: tuple[tuple[Verdict, int], ...]
    """How often each verdict comes, also those that give no point."""
    never: tuple[Point, ...] = ()
    """Points proven beyond reach: they are no longer `wanted`."""

    @property
    def gaps(self) -> tuple[Point, ...]:
        """What no example shows."""
        return tuple(point for point in self.wanted if point not in self.seen)

    @property
    def shown(self) -> int:
        """How many of the points are shown."""
        return len(self.wanted) - len(self.gaps)


class Recorder:
    """Judges cases by one rule and notes what they show."""

    def __init__(self, rule: Rule, program: Program) -> None:
        self.rule = rule
        self.program = replace(program, rules=(rule,), examples=())
        self.atoms = tuple(atom for each in conditions_of(rule) for atom in atoms_of(each, program))
        self._places = {id(atom): place for place, atom in enumerate(self.atoms)}

    @cached_property
    def wanted(self) -> tuple[Point, ...]:
        """The points of the rule: three verdicts, two for each atomic condition and for each exception."""
        decided = all(isinstance(atom, HasState) and isinstance(atom.subject, FactValue) for atom in self.atoms)
        points: list[Point] = [EndsSo(each) for each in SHOWN if not (decided and each is Verdict.UNDECIDED)]
        for place, atom in enumerate(self.atoms):
            if constant_truth(atom, self.program) is None:
                points += [AtomIs(place, True), AtomIs(place, False)]
        for place in range(len(self.rule.excuses)):
            points += [ExcuseIs(place, True), ExcuseIs(place, False)]
        return tuple(points)

    def shows(self, trial: Trial) -> tuple[Outcome, frozenset[Point]]:
        """How the rule ends in a case, and the points it shows."""
        outcome = evaluate(self.program, trial.facts, trial.as_of, side_of(self.rule))[0]
        return outcome, frozenset(self._points(outcome, trial))

    def _points(self, outcome: Outcome, trial: Trial) -> Iterator[Point]:
        if outcome.verdict is Verdict.ERROR:
            return
        yield EndsSo(Verdict.UNDECIDED if outcome.missing else outcome.verdict)
        if not self.rule.period.covers(trial.as_of):
            return
        case = Case(self.program, trial.facts, trial.as_of)
        yield from self._walk(self.rule.applies, case)
        if truth(self.rule.applies, case) is False:
            return
        for asked in (*self.rule.requires, *self.rule.forbids):
            yield from self._walk(asked, case)
        if truth(self.rule.applies, case) and truth(demand_of(self.rule), case) is False:
            yield from self._excuses(case)

    def _excuses(self, case: Case) -> Iterator[Point]:
        """The exceptions in the order they are tried: after one that is proven none is looked at."""
        for excuse in excuses_on(self.rule, case.as_of):
            yield from self._walk(excuse.condition, case)
            proven = truth(excuse.condition, case) is True
            yield ExcuseIs(self.rule.excuses.index(excuse), proven)
            if proven:
                return

    def _walk(self, condition: Condition, case: Case) -> Iterator[Point]:
        match condition:
            case All(parts) | Any(parts):
                for part in parts:
                    yield from self._walk(part, case)
            case Not(part):
                yield from self._walk(part, case)
            case _:
                found = truth(condition, case)
                if found is not None:
                    yield AtomIs(self._places[id(condition)], found)
                for inside in _lists(condition, self.program):
                    yield from self._rows(inside, case)

    def _rows(self, inside: Quantified | Aggregate, case: Case) -> Iterator[Point]:
        records = value(inside.over, case)
        if inside.where is not None and isinstance(records, tuple):
            for record in records:
                yield from self._walk(inside.where, case.at(record))


def atoms_of(condition: Condition, program: Program) -> Iterator[Condition]:
    """The atomic conditions in the order of writing, those inside a `where` after the one it belongs to."""
    match condition:
        case All(parts) | Any(parts):
            for part in parts:
                yield from atoms_of(part, program)
        case Not(part):
            yield from atoms_of(part, program)
        case _:
            yield condition
            for inside in _lists(condition, program):
                if inside.where is not None:
                    yield from atoms_of(inside.where, program)


def _lists(atom: Condition, program: Program) -> Iterator[Quantified | Aggregate]:
    """What runs over a list in an atomic condition, the outermost alone."""
    waiting: list[object] = [atom]
    while waiting:
        node = waiting.pop(0)
        if isinstance(node, Quantified | Aggregate):
            yield node
        elif not isinstance(node, FactValue | Constant):
            waiting = [*parts_of(node, program), *waiting]  # type: ignore[arg-type]


def constant_truth(atom: Condition, program: Program) -> bool | None:
    """The truth of a condition that can't come out otherwise: it names no fact, or every member there is."""
    match atom:
        case OneOf(subject, members) if subject.type.sort in (Sort.SCALE, Sort.KINDS):
            named = {member.value for member in members}
            return True if named >= set(program.members[subject.type.name].members) else None
        case Compare(_, left, right) if all(
            isinstance(each, Constant) for side in (left, right) for each in nodes(side, program)
        ):
            return truth(atom, Case(program, {}, _ANY_DAY))
        case _:
            return None


def cover(program: Program, cases: Sequence[ExampleCase]) -> tuple[RuleCoverage, ...]:
    """What the examples show of each rule, in the order of the program; a rule switched off is left out."""
    return tuple(_cover(Recorder(rule, program), cases) for rule in program.rules if rule.off is None)


def cases_of(rule: Rule, cases: Sequence[ExampleCase]) -> tuple[Trial, ...]:
    """The examples that expect something of a rule."""
    return tuple(Trial(case.facts, case.as_of) for case in cases if names(case.example, rule))


def names(example: Example, rule: Rule) -> bool:
    """Whether an example expects a verdict of a rule."""
    return any(name == rule.id for name, _ in example.expected)


def _cover(recorder: Recorder, cases: Sequence[ExampleCase]) -> RuleCoverage:
    seen: set[Point] = set()
    verdicts: dict[Verdict, int] = {}
    for trial in cases_of(recorder.rule, cases):
        outcome, points = recorder.shows(trial)
        seen |= points
        verdicts[outcome.verdict] = verdicts.get(outcome.verdict, 0) + 1
    fixed = ((atom, constant_truth(atom, recorder.program)) for atom in recorder.atoms)
    return RuleCoverage(
        recorder.rule,
        recorder.atoms,
        tuple((atom, told) for atom, told in fixed if told is not None),
        recorder.wanted,
        frozenset(seen),
        tuple(sorted(verdicts.items(), key=lambda item: item[0].value)),
    )
