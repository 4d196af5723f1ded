"""A new policy on stored facts: which contracts it would have refused, which it would have let pass, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import polars as pl

from ..policylang.compiler import CompiledRules
from ..policylang.core import Program, Severity
from ..policylang.outcome import Verdict
from .by_law import ByLaw
from .columns.judge import Counts, Judge
from .columns.plan import CODES
from .stored import Batch, batches, days

_BY_CODE = tuple(Verdict)
_VIOLATED = CODES[Verdict.VIOLATED]


@dataclass(frozen=True, slots=True)
class RuleChange:
    """A rule's verdict on a contract before and after; None where the policy doesn't have the rule."""

    rule: str
    before: Verdict | None
    after: Verdict | None


@dataclass(frozen=True, slots=True)
class Contract:
    """A contract some verdict of which changes. Refused is one with a violation from the severity asked for upwards."""

    path: str
    as_of: date
    refused_before: bool
    refused_after: bool
    changes: tuple[RuleChange, ...]
    batch: Batch
    row: int
    """Where its facts are."""

    @property
    def turns(self) -> bool:
        """Whether it is refused now and wasn't, or the other way round."""
        return self.refused_before != self.refused_after


@dataclass(slots=True)
class Summary:
    """What came of a recheck, filled while its contracts are gone through."""

    counts: Counts
    new_facts: tuple[str, ...] = ()
    """Facts the new policy asks for that were never read for the data set: they are unknown."""
    contracts: int = 0
    changed: int = 0
    refused_before: int = 0
    refused_after: int = 0
    newly_refused: int = 0
    newly_passed: int = 0
    rules: Counter[str] = field(default_factory=Counter)
    """How many contracts change under each rule."""


class Recheck:
    """A data set and a policy. Go through `contracts` once; `summary` is whole after that.

    Facts stay those of each contract's own day; `as_of` is the day whose rules and parameters are in force, each
    contract's own without it. `by_law`: the policy is all shipped packs, of which those judge a contract that fit the
    law it is under, as in a check for which no policy is named.
    """

    def __init__(
        self,
        folder: Path,
        rules: CompiledRules,
        side: str,
        as_of: date | None,
        fail_on: Severity,
        *,
        by_law: bool = False,
    ) -> None:
        self._folder = folder
        self.by_law = ByLaw(rules.program) if by_law else None
        self.rules, self.side, self.as_of = rules, side, as_of
        self._judge = Judge(rules, side, days(folder) if as_of is None else [as_of])
        self._severe = {severity.value for severity in Severity if _rank(severity) <= _rank(fail_on)}
        self._ids = [rule.id for rule in rules.program.rules]
        self.summary = Summary(self._judge.counts)

    @property
    def program(self) -> Program:
        """The new policy."""
        return self.rules.program

    def titles(self) -> tuple[str, ...]:
        """What the policies that bring rules are called, in their order."""
        with_rules = {rule.span.path for rule in self.program.rules}
        return tuple(pack.title for pack in self.program.packs if pack.path in with_rules)

    def contracts(self) -> Iterator[Contract]:
        """The contracts with a changed verdict."""
        missing = set(self._judge.wanted)
        for batch in batches(self._folder):
            missing -= set(batch.parts[0].table("facts", ["fact"])["fact"].unique())
            yield from self._changed(batch)
        self.summary.new_facts = tuple(sorted(missing))

    def _changed(self, batch: Batch) -> Iterator[Contract]:
        contracts = batch.contracts
        as_of = contracts["as_of"] if self.as_of is None else pl.repeat(self.as_of, contracts.height, eager=True)
        after = self._judge.verdicts(batch.facts(self._judge.wanted), as_of, batch.book)
        after = after.rename(dict(zip(after.columns, self._ids, strict=True)))
        if self.by_law is not None:
            after = self.by_law.applied(after, batch, as_of)
        before, severities = batch.verdicts()
        severe = [name for name in before.columns if severities[name] in self._severe]
        refused_before = _any_violated(before, severe, contracts.height)
        mine = [rule.id for rule in self.program.rules if rule.severity.value in self._severe]
        refused_after = _any_violated(after, mine, contracts.height)
        changes = _differences(before, after)
        self._count(refused_before, refused_after, changes)
        turned = (refused_before != refused_after) | changes.select(any=pl.any_horizontal(pl.all()))["any"]
        for row in turned.arg_true().to_list():
            known = (before.row(row, named=True), after.row(row, named=True))
            yield Contract(
                contracts["path"][row],
                contracts["as_of"][row],
                refused_before[row],
                refused_after[row],
                tuple(_changes_of(changes.row(row, named=True), *known)),
                batch,
                row,
            )

    def _count(self, before: pl.Series, after: pl.Series, changes: pl.DataFrame) -> None:
        found = self.summary
        found.contracts += len(before)
        found.refused_before += int(before.sum())
        found.refused_after += int(after.sum())
        found.newly_refused += int((after & ~before).sum())
        found.newly_passed += int((before & ~after).sum())
        found.changed += int(changes.select(any=pl.any_horizontal(pl.all()))["any"].sum())
        found.rules.update({name: int(changes[name].sum()) for name in changes.columns})


def _rank(severity: Severity) -> int:
    return list(Severity).index(severity)


def _any_violated(verdicts: pl.DataFrame, rules: list[str], count: int) -> pl.Series:
    """Whether a contract has a violation of one of the rules."""
    exprs = [(pl.col(rule) == _VIOLATED).fill_null(False) for rule in rules]
    if not exprs:
        return pl.repeat(False, count, eager=True)
    return verdicts.select(any=pl.any_horizontal(exprs))["any"]


def _differences(before: pl.DataFrame, after: pl.DataFrame) -> pl.DataFrame:
    """Whether each rule's verdict differs; a rule that only one policy has counts where it is violated."""
    found: list[pl.Series] = []
    for name in dict.fromkeys((*before.columns, *after.columns)):
        if name not in after.columns:
            differs = before[name] == _VIOLATED
        elif name not in before.columns:
            differs = after[name] == _VIOLATED
        else:
            differs = before[name] != after[name]
        found.append(differs.fill_null(False).alias(name))
    return pl.DataFrame(found)


def _changes_of(
    changes: Mapping[str, bool], before: Mapping[str, int | None], after: Mapping[str, int | None]
) -> Iterator[RuleChange]:
    for name, differs in changes.items():
        if differs:
            yield RuleChange(name, _verdict(before.get(name)), _verdict(after.get(name)))


def _verdict(code: int | None) -> Verdict | None:
    return None if code is None else _BY_CODE[code]
