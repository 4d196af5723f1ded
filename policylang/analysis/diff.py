"""Two versions of a policy: what changed, and a deal that the two judge differently."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from ..core import Parameter, Program, Rule, Sort, Type
from ..outcome import Verdict
from ..scope import excuses_on, in_force
from ..traversal import facts_of, parameters_of
from .changes import ParameterChange, VocabularyChange, parameter_changes, vocabulary_changes
from .query import Both, Case, Differ, Query, ends, fails, side_of, verdict
from .solver import Answer, Solver

_MOST_DAYS = 6
"""Days on which two versions are compared: the as-of date, and the next days on which something begins or ends."""

_TELLING = (
    (Verdict.SATISFIED, Verdict.VIOLATED),
    (Verdict.VIOLATED, Verdict.SATISFIED),
    (Verdict.EXCEPTED, Verdict.VIOLATED),
    (Verdict.VIOLATED, Verdict.EXCEPTED),
    (Verdict.NOT_APPLICABLE, Verdict.VIOLATED),
    (Verdict.VIOLATED, Verdict.NOT_APPLICABLE),
    (Verdict.UNDECIDED, Verdict.VIOLATED),
    (Verdict.VIOLATED, Verdict.UNDECIDED),
    (Verdict.SATISFIED, Verdict.NOT_APPLICABLE),
    (Verdict.NOT_APPLICABLE, Verdict.SATISFIED),
)
"""Pairs of verdicts a reader learns most from, asked for first."""


class Told(StrEnum):
    """Whether two versions of a rule can be told apart by a deal."""

    APART = "apart"
    SAME = "same"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Deal:
    """A deal with the verdicts before and after; None where there is no such rule."""

    case: Case
    as_of: date
    before: Verdict | None
    after: Verdict | None


@dataclass(frozen=True, slots=True)
class RuleChange:
    """A rule that was added (`before` None), removed (`after` None) or changed."""

    before: Rule | None
    after: Rule | None
    parameters: tuple[str, ...] = ()
    """The parameters it uses that changed."""
    told: Told = Told.UNSURE
    deal: Deal | None = None

    @property
    def rule(self) -> Rule:
        """The rule as it is now, else as it was."""
        found = self.after or self.before
        assert found is not None
        return found


@dataclass(frozen=True, slots=True)
class PolicyDiff:
    """All changes from one program to another."""

    old: Program
    new: Program
    as_of: date
    rules: tuple[RuleChange, ...]
    parameters: tuple[ParameterChange, ...]
    vocabulary: tuple[VocabularyChange, ...]

    @property
    def equal(self) -> bool:
        """Whether it is proven that every deal is judged as before."""
        return all(change.told is Told.SAME for change in self.rules)


def compare_programs(
    old: Program, new: Program, as_of: date, *, later: bool = True, seconds: float = 2.0
) -> PolicyDiff:
    """What changed from `old` to `new`; with `later` also as of the days after the as-of date on which it begins."""
    parameters = parameter_changes(old, new)
    vocabulary = vocabulary_changes(old, new)
    changed = frozenset(each.name for each in parameters)
    types = frozenset(each.name for each in vocabulary)
    there = {rule.id: rule for rule in old.rules}
    here = {rule.id: rule for rule in new.rules}
    comparison = _Comparison(old, new, as_of, later, seconds)
    found = []
    for id in dict.fromkeys((*there, *here)):
        before, after = there.get(id), here.get(id)
        uses = tuple(
            dict.fromkeys(
                each.name
                for rule, program in ((before, old), (after, new))
                if rule is not None
                for each in parameters_of(rule, program)
                if each.name in changed
            )
        )
        if before is None or after is None:
            found.append(comparison.alone(RuleChange(before, after, uses)))
            continue
        retyped = _touched(before, old, types) or _touched(after, new, types)
        if not _alike(before, after) or uses or retyped:
            found.append(comparison.both(RuleChange(before, after, uses), before, after, retyped))
    return PolicyDiff(old, new, as_of, tuple(found), parameters, vocabulary)


def _alike(before: Rule, after: Rule) -> bool:
    return replace(before, pack="", amended=()) == replace(after, pack="", amended=())


def _touched(rule: Rule, program: Program, types: frozenset[str]) -> bool:
    """Whether a fact of a rule, or its type, changed."""
    return any(fact.name in types or bool(_named(fact.type) & types) for fact in facts_of(rule, program))


def _named(type: Type) -> set[str]:
    if type.of is not None:
        return _named(type.of)
    return {type.name} if type.sort in (Sort.SCALE, Sort.KINDS, Sort.RECORD) else set()


@dataclass(frozen=True, slots=True)
class _Comparison:
    """Looks for deals."""

    old: Program
    new: Program
    as_of: date
    later: bool
    seconds: float

    def alone(self, change: RuleChange) -> RuleChange:
        """A deal a rule flags that is there in one version only."""
        program = self.old if change.after is None else self.new
        for day in self._days((change.rule,), ((program, change.parameters),)):
            solver = Solver((program,), day, self.seconds)
            for wanted in (Verdict.VIOLATED, Verdict.UNDECIDED, Verdict.SATISFIED):
                query: Query = ends(program, change.rule, wanted)
                if wanted is Verdict.VIOLATED:
                    query = Both((query, fails(program, change.rule)))
                case = solver.find(query)
                if case is not None and not isinstance(case, Answer):
                    before, after = (wanted, None) if change.after is None else (None, wanted)
                    return replace(change, told=Told.APART, deal=Deal(case, day, before, after))
        return replace(change, told=Told.APART)

    def both(self, change: RuleChange, before: Rule, after: Rule, retyped: bool) -> RuleChange:
        """A deal two versions of a rule judge differently, on the first day there is one.

        A rule that watches for another side than before needs no deal to show it.
        """
        if before.side != after.side:
            return replace(change, told=Told.APART)
        told = Told.SAME
        named = ((self.old, change.parameters), (self.new, change.parameters))
        for day in self._days((before, after), named):
            if not change.parameters and not retyped and _judged(before, day) == _judged(after, day):
                continue
            solver = Solver((self.old, self.new), day, self.seconds)
            case = self._telling(solver, before, after)
            if case is None:
                continue
            if isinstance(case, Answer):
                told = Told.UNSURE
                continue
            verdicts = verdict(self.old, before, case, day), verdict(self.new, after, case, day)
            return replace(change, told=Told.APART, deal=Deal(case, day, *verdicts))
        return replace(change, told=told)

    def _telling(self, solver: Solver, before: Rule, after: Rule) -> Case | Answer | None:
        """A deal that shows the difference best; None when it is proven that there is none."""
        apart = solver.find(Differ(self.old, before, self.new, after), polish=False)
        if apart is None:
            return None
        for one, other in _TELLING:
            parts: tuple[Query, ...] = (ends(self.old, before, one), ends(self.new, after, other))
            case = solver.find(Both(parts))
            if case is not None and not isinstance(case, Answer):
                return case
        return solver.find(Differ(self.old, before, self.new, after))

    def _days(self, rules: Sequence[Rule], named: Sequence[tuple[Program, Sequence[str]]]) -> list[date]:
        parameters = [
            program.parameters[name] for program, names in named for name in names if name in program.parameters
        ]
        following = sorted({day for day in _turns(rules, parameters) if day > self.as_of}) if self.later else []
        return [self.as_of, *following[: _MOST_DAYS - 1]]


def _judged(rule: Rule, day: date) -> object:
    """All of a rule that its verdict hangs on, as of a day."""
    if not in_force(rule, day, side_of(rule)):
        return None
    asked = (rule.applies, rule.requires, rule.forbids, tuple(each.condition for each in excuses_on(rule, day)))
    return (*asked, rule.undecided_is_violated, rule.side)


def _turns(rules: Sequence[Rule], parameters: Sequence[Parameter]) -> Iterator[date]:
    """The days on which something that rules hang on begins, and those after it ended."""
    periods = [rule.period for rule in rules]
    periods += [excuse.period for rule in rules for excuse in rule.excuses]
    periods += [rule.off.period for rule in rules if rule.off is not None]
    periods += [version.period for parameter in parameters for version in parameter.versions]
    for period in periods:
        if period.start is not None:
            yield period.start
        if period.end is not None and period.end < date.max:
            yield date.fromordinal(period.end.toordinal() + 1)
