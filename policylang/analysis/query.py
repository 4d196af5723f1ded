"""Questions about a program: is there a deal for which a rule ends so, or a condition comes out so?

A query says what it asks twice: as data, for the solver, and by the interpreter (`holds`), by which every case that is
found is tried before anyone sees it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from ...values import Reading
from ..core import All, Condition, FactValue, Program, Rule, Severity, Texts
from ..interpreter import evaluate
from ..kleene import Truth
from ..outcome import Verdict
from ..scope import excuses_on
from ..traversal import conditions_of, demand_of, facts_in

Case = Mapping[str, Reading]
"""The facts of a deal; one that isn't here is unknown."""


@dataclass(frozen=True, slots=True)
class Ends:
    """A rule ends in one of some verdicts."""

    program: Program
    rule: Rule
    verdicts: frozenset[Verdict]


@dataclass(frozen=True, slots=True)
class Holds:
    """A condition is true, false or unknown (None)."""

    program: Program
    condition: Condition
    truth: Truth


@dataclass(frozen=True, slots=True)
class Differ:
    """Two rules end in different verdicts."""

    old: Program
    before: Rule
    new: Program
    after: Rule


@dataclass(frozen=True, slots=True)
class Both:
    """Every part is so."""

    parts: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Neither:
    """No part is so."""

    parts: tuple[Query, ...]


Query = Ends | Holds | Differ | Both | Neither


def ends(program: Program, rule: Rule, *verdicts: Verdict) -> Ends:
    """A rule ends in one of some verdicts."""
    return Ends(program, rule, frozenset(verdicts))


def fails(program: Program, rule: Rule) -> Query:
    """A rule applies and what it asks for is proven false, whatever its exceptions say."""
    return Both((Holds(program, rule.applies, True), Holds(program, demand_of(rule), False)))


def verdict(program: Program, rule: Rule, case: Case, as_of: date) -> Verdict:
    """How a rule ends in a case, for the side it watches for."""
    alone = replace(program, rules=(rule,), examples=())
    return evaluate(alone, case, as_of, side_of(rule))[0].verdict


def side_of(rule: Rule) -> str:
    """A side a rule watches for."""
    return "seller" if rule.side == "both" else rule.side


def truth_of(program: Program, condition: Condition, case: Case, as_of: date) -> Truth:
    """What a condition comes to in a case, by the interpreter: as the one demand of a rule that always applies."""
    match verdict(program, _asking(condition), case, as_of):
        case Verdict.SATISFIED:
            return True
        case Verdict.VIOLATED:
            return False
        case _:
            return None


def _asking(condition: Condition) -> Rule:
    return Rule(
        "ASKED-1",
        title=Texts(),
        severity=Severity.LOW,
        applies=All(()),
        requires=(condition,),
        forbids=(),
        side="both",
    )


def holds(query: Query, case: Case, as_of: date) -> bool:
    """Whether a query is so for a case, by the interpreter."""
    match query:
        case Ends(program, rule, verdicts):
            return verdict(program, rule, case, as_of) in verdicts
        case Holds(program, condition, truth):
            return truth_of(program, condition, case, as_of) is truth
        case Differ(old, before, new, after):
            found = {verdict(old, before, case, as_of), verdict(new, after, case, as_of)}
            return len(found) == 2 and Verdict.ERROR not in found
        case Both(parts):
            return all(holds(part, case, as_of) for part in parts)
        case Neither(parts):
            return not any(holds(part, case, as_of) for part in parts)


def asked(query: Query, as_of: date) -> Iterator[tuple[Program, Condition]]:
    """The conditions a query hangs on, each with its program."""
    match query:
        case Ends(program, rule):
            yield from ((program, condition) for condition in _weighed(rule, as_of))
        case Holds(program, condition):
            yield program, condition
        case Differ(old, before, new, after):
            yield from ((old, condition) for condition in _weighed(before, as_of))
            yield from ((new, condition) for condition in _weighed(after, as_of))
        case Both(parts) | Neither(parts):
            for part in parts:
                yield from asked(part, as_of)


def _weighed(rule: Rule, as_of: date) -> tuple[Condition, ...]:
    return conditions_of(replace(rule, excuses=excuses_on(rule, as_of)))


def facts_of_query(query: Query, as_of: date) -> tuple[FactValue, ...]:
    """The facts a query hangs on, in order of first use, each once."""
    found: dict[str, FactValue] = {}
    for program, condition in asked(query, as_of):
        for fact in facts_in(condition, program):
            found.setdefault(fact.name, fact)
    return tuple(found.values())
