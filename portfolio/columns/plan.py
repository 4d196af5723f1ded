"""All rules of a program as expressions, for the days on which the same versions of everything are in force."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import reduce
from operator import and_, or_

import polars as pl

from ...policylang.core import All, Any, Condition, Not, Program, Rule
from ...policylang.outcome import Verdict
from ...policylang.scope import excuses_on, in_force
from ...policylang.traversal import conditions_of, demand_of, facts_in, facts_of, too_deep
from .native import Native, blank_only_inapplicable
from .typed import Columns

CODES = {verdict: code for code, verdict in enumerate(Verdict)}
"""The verdicts as they stand in columns."""
_DEEPEST = 40
"""Rules nested deeper are asked whole."""


def boundaries(program: Program) -> tuple[date, ...]:
    """The days on which something comes into force or goes out of it."""
    periods = [rule.period for rule in program.rules]
    periods += [rule.off.period for rule in program.rules if rule.off is not None]
    periods += [excuse.period for rule in program.rules for excuse in rule.excuses]
    periods += [version.period for parameter in program.parameters.values() for version in parameter.versions]
    found = {period.start for period in periods if period.start is not None}
    found |= {period.end + timedelta(days=1) for period in periods if period.end is not None and period.end < date.max}
    return tuple(sorted(found))


@dataclass(slots=True)
class Plan:
    """The rules on one of those days: each leaf (a condition without parts) once, then the rules over the leaves."""

    program: Program
    day: date
    side: str
    leaves: dict[Condition, int] = field(default_factory=dict)
    whole: list[int] = field(default_factory=list)
    """The rules that are asked as a whole."""
    joined: list[int] = field(default_factory=list)
    """The rules that are expressions over leaves."""

    def __post_init__(self) -> None:
        for index, rule in enumerate(self.program.rules):
            if not in_force(rule, self.day, self.side):
                continue
            mine = [leaf for condition in conditions_of(rule) for leaf in leaves_of(condition)]
            if too_deep(rule, self.program) or _depth(rule) > _DEEPEST or not all(map(self._has_facts, mine)):
                self.whole.append(index)
                continue
            self.joined.append(index)
            for leaf in mine:
                self.leaves.setdefault(leaf, len(self.leaves))

    def _has_facts(self, leaf: Condition) -> bool:
        return bool(facts_in(leaf, self.program))

    def said(self, columns: Columns) -> dict[Condition, pl.Expr]:
        """The leaves that are expressions."""
        native = Native(columns, self.day)
        found = ((leaf, native.leaf(leaf)) for leaf in self.leaves)
        return {leaf: each for leaf, each in found if each is not None}

    def raw(self, columns: Columns) -> frozenset[str]:
        """The facts whose lossless values are needed, because something is asked about them."""
        said = self.said(columns)
        names = {fact.name for leaf in self.leaves if leaf not in said for fact in facts_in(leaf, self.program)}
        names |= {fact.name for index in self.whole for fact in facts_of(self.program.rules[index], self.program)}
        return frozenset(names)

    def only_inapplicable(self, columns: Columns, inapplicable: frozenset[str]) -> Iterator[tuple[int, pl.Expr]]:
        """Of each leaf that facts which aren't applicable may keep unknown, whether nothing else does."""
        for leaf, at in self.leaves.items():
            names = tuple(fact.name for fact in facts_in(leaf, self.program, states=False))
            if inapplicable.intersection(names):
                yield at, blank_only_inapplicable(names, columns)

    def verdict(self, index: int, marked: frozenset[int]) -> pl.Expr:
        """The verdict of a rule over the truths of leaves (`L`) and, where `marked`, what keeps them unknown (`B`)."""
        rule = self.program.rules[index]
        applies, demand = rule.applies, demand_of(rule)
        does, met = self._truth(applies), self._truth(demand)
        excuses = [self._truth(excuse.condition).fill_null(False) for excuse in excuses_on(rule, self.day)]
        violated = _code(Verdict.VIOLATED)
        if excuses:
            violated = pl.when(pl.any_horizontal(excuses)).then(_code(Verdict.EXCEPTED)).otherwise(violated)
        undecided = _code(Verdict.VIOLATED if rule.undecided_is_violated else Verdict.UNDECIDED)
        if any(self.leaves[leaf] in marked for each in (applies, demand) for leaf in leaves_of(each)):
            nothing = (does.is_null() & ~self._other(applies, marked)) | (
                does.fill_null(False) & met.is_null() & ~self._other(demand, marked)
            )
            undecided = pl.when(nothing).then(_code(Verdict.NOT_APPLICABLE)).otherwise(undecided)
        judged = (
            pl.when(does.is_null() | met.is_null())
            .then(undecided)
            .when(met)
            .then(_code(Verdict.SATISFIED))
            .otherwise(violated)
        )
        if applies == All(()):
            return judged
        return pl.when(~does).then(_code(Verdict.NOT_APPLICABLE)).otherwise(judged)

    def _truth(self, condition: Condition) -> pl.Expr:
        match condition:
            case All(parts):
                return reduce(and_, map(self._truth, parts), pl.lit(True)) if len(parts) != 1 else self._truth(parts[0])
            case Any(parts):
                return reduce(or_, map(self._truth, parts), pl.lit(False)) if len(parts) != 1 else self._truth(parts[0])
            case Not(part):
                return ~self._truth(part)
            case _:
                return pl.col(f"L{self.leaves[condition]}")

    def _other(self, condition: Condition, marked: frozenset[int]) -> pl.Expr:
        """Whether anything but facts that aren't applicable keeps an unknown condition unknown."""
        match condition:
            case All(parts) | Any(parts):
                each = [self._truth(part).is_null() & self._other(part, marked) for part in parts]
                return reduce(or_, each, pl.lit(False))
            case Not(part):
                return self._other(part, marked)
            case _:
                at = self.leaves[condition]
                return ~pl.col(f"B{at}") if at in marked else pl.lit(True)


def leaves_of(condition: Condition) -> Iterator[Condition]:
    """The conditions without parts, in the order of writing."""
    waiting = [condition]
    while waiting:
        node = waiting.pop()
        match node:
            case All(parts) | Any(parts):
                waiting.extend(reversed(parts))
            case Not(part):
                waiting.append(part)
            case _:
                yield node


def _depth(rule: Rule) -> int:
    return max(map(_levels, conditions_of(rule)))


def _levels(condition: Condition) -> int:
    deepest, waiting = 0, [(condition, 1)]
    while waiting:
        node, depth = waiting.pop()
        deepest = max(deepest, depth)
        parts: Iterable[Condition] = ()
        match node:
            case All(several) | Any(several):
                parts = several
            case Not(part):
                parts = (part,)
        waiting.extend((part, depth + 1) for part in parts)
    return deepest


def _code(verdict: Verdict) -> pl.Expr:
    return pl.lit(CODES[verdict], dtype=pl.UInt8)
