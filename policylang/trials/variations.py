"""The cases of a rule, and their neighbours: one fact changed, then two, then the day."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, islice, product
from typing import Final

from ...values import (
    ABSENT,
    NOT_APPLICABLE,
    Money,
    Quantity,
    Rate,
    Reading,
    Reason,
    Record,
    State,
    Taken,
    Value,
    known,
    unknown,
)
from ..core import FactValue, Program, Rule, Sort
from ..interpreter import _Case as Case
from ..mutation.steps import nudged, shifted
from ..traversal import facts_of, parameters_of
from .lists import lists_for
from .roots import turning
from .values import Spoken, distinct, near, spoken_of, values_for

UNTOLD: Final = unknown(Reason.UNCLEAR)
_MOST: Final = 1600
"""Cases of one rule."""
_DIGITS: Final = 15
_PAIRS: Final = 8
"""Readings of each of two facts changed together."""

Key = tuple[date, tuple[tuple[str, Reading], ...]]


@dataclass(frozen=True, slots=True)
class Trial:
    """The facts of a rule as a case may have them, and the day it is judged as of."""

    facts: Mapping[str, Reading]
    as_of: date


@dataclass(frozen=True, slots=True)
class Variations:
    """What may be tried for a rule."""

    rule: Rule
    program: Program
    facts: tuple[FactValue, ...]
    spoken: Spoken

    def readings(self, fact: FactValue, trial: Trial) -> tuple[Reading, ...]:
        """The readings of a fact other than the one it has, values before states."""
        own = trial.facts.get(fact.name, UNTOLD)
        states = (ABSENT, UNTOLD, NOT_APPLICABLE)
        found = [*(known(value) for value in self._values(fact, trial)), *states]
        return tuple(each for each in found if each != own)

    def _values(self, fact: FactValue, trial: Trial) -> tuple[Value, ...]:
        spoken, own = near(self.spoken, fact), trial.facts.get(fact.name)
        if fact.type.sort is Sort.LIST:
            return lists_for(fact.type, own.value if own else None, self.rule, spoken, self.program)
        beside: list[Value] = []
        for other in self.facts:
            reading = trial.facts.get(other.name)
            if other.type == fact.type and reading is not None and reading.value is not None:
                beside += _beside(reading.value)
        if own is not None and own.value is not None:
            case = Case(self.program, trial.facts, trial.as_of)
            beside += turning(self.rule, fact.name, own.value, self.program, case)
        return distinct((*values_for(fact.type, spoken, self.program), *beside))


def variations_of(rule: Rule, program: Program) -> Variations:
    """The variations of a rule's cases."""
    return Variations(rule, program, facts_of(rule, program), spoken_of(rule, program))


def trials(rule: Rule, program: Program, seeds: Sequence[Trial]) -> Iterator[Trial]:
    """The seeds and what lies near them, each case once, at most 1,600; always in the same order."""
    own = variations_of(rule, program)
    seeds = [own_facts(own, seed) for seed in seeds] or [_plain(own)]
    seen: set[Key] = set()
    for trial in islice(_near(own, seeds), _MOST * 4):
        key = (trial.as_of, tuple(sorted(trial.facts.items(), key=lambda item: item[0])))
        if key not in seen:
            seen.add(key)
            yield trial
            if len(seen) >= _MOST:
                return


def own_facts(own: Variations, trial: Trial) -> Trial:
    """The facts of the rule alone, without evidence."""
    facts: dict[str, Reading] = {}
    for fact in own.facts:
        reading = trial.facts.get(fact.name)
        if reading is not None and reading.state is not State.UNKNOWN:
            facts[fact.name] = Taken(reading.state, reading.value)
    return Trial(facts, trial.as_of)


def writable(trial: Trial) -> bool:
    """Whether an example can give the facts: a record has to say something, a number ends somewhere."""
    return all(reading.value is None or _writable(reading.value) for reading in trial.facts.values())


def _writable(value: Value) -> bool:
    match value:
        case tuple():
            return all(_writable(each) for each in value)
        case Record(fields):
            return bool(fields) and all(_writable(each) for _, each in fields)
        case Quantity(amount) | Money(amount) | Rate(amount):
            return len(amount.as_tuple().digits) <= _DIGITS
        case _:
            return True


def shortened(trial: Trial, rule: Rule, program: Program, stands: Callable[[Trial], bool]) -> Trial:
    """The case without the facts it stands without, the first tried first.

    One is kept, for an example that gives nothing says little.
    """
    facts = dict(trial.facts)
    for name in list(facts):
        fewer = {each: reading for each, reading in facts.items() if each != name}
        if fewer and stands(Trial(fewer, trial.as_of)):
            facts = fewer
    if not facts:
        facts = {fact.name: UNTOLD for fact in facts_of(rule, program)[:1]}
    return Trial(facts, trial.as_of)


def written_day(trial: Trial) -> date | None:
    """The day an example has to name; none where nothing of its rule is dated."""
    return None if trial.as_of == date.min else trial.as_of


def dateless(rule: Rule, program: Program) -> bool:
    """Whether what is so on one day is so on every day the rule is in force."""
    versions = (program.parameters[used.name].versions for used in parameters_of(rule, program))
    periods = (excuse.period for excuse in rule.excuses)
    return all(len(each) == 1 for each in versions) and not any(each.start or each.end for each in periods)


def _plain(own: Variations) -> Trial:
    """A case for a rule without one: each fact with the first value it may have."""
    day = max((each for each in _starts(own) if each), default=date(2026, 6, 30))
    empty = Trial({}, day)
    found = {fact.name: own.readings(fact, empty)[0] for fact in own.facts}
    return Trial(found, day)


def _near(own: Variations, seeds: Sequence[Trial]) -> Iterator[Trial]:
    yield from seeds
    for seed in seeds:
        for day in _days(own):
            yield Trial(seed.facts, day)
    for seed in seeds:
        for fact in own.facts:
            yield from (_with(seed, (fact, reading)) for reading in own.readings(fact, seed))
    for seed in (Trial(seed.facts, day) for seed in seeds for day in _days(own)):
        for fact in own.facts:
            yield from (_with(seed, (fact, reading)) for reading in own.readings(fact, seed))
    for seed in seeds:
        for one, other in combinations(own.facts, 2):
            for pair in product(_few(own.readings(one, seed)), _few(own.readings(other, seed))):
                yield _with(seed, (one, pair[0]), (other, pair[1]))


def _few(readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """The first values, and the states."""
    return readings if len(readings) <= _PAIRS else (*readings[: _PAIRS - 3], *readings[-3:])


def _with(trial: Trial, *changes: tuple[FactValue, Reading]) -> Trial:
    """The case with some facts changed, which stand last."""
    changed = {fact.name: reading for fact, reading in changes}
    kept = {name: reading for name, reading in trial.facts.items() if name not in changed}
    return Trial(kept | changed, trial.as_of)


def _starts(own: Variations) -> Iterator[date | None]:
    yield own.rule.period.start
    yield from (excuse.period.start for excuse in own.rule.excuses)
    for used in parameters_of(own.rule, own.program):
        yield from (version.period.start for version in own.program.parameters[used.name].versions[-1:])


def _days(own: Variations) -> tuple[date, ...]:
    """The days on which something begins, the ones before, and the day after the rule ends."""
    found: list[date | None] = []
    for start in _starts(own):
        found += [start, shifted(start, -1) if start else None]
    end = own.rule.period.end
    found += [end, shifted(end, 1) if end else None]
    return tuple(dict.fromkeys(day for day in found if day is not None))


def _beside(value: Value) -> tuple[Value, ...]:
    """A value and its neighbours, for facts that are compared with each other."""
    return (value, *nudged(value)) if isinstance(value, Quantity | Money | date) else (value,)
