"""Verdicts by columns where no policy is named: rules of packs that don't fit a contract's law don't apply to it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

import polars as pl

from ..checker.pack_choice import DECIDING, pack_runs
from ..facts.fact import Fact, FactBook
from ..policylang.core import Program
from ..policylang.outcome import Verdict
from ..values import Reason, State
from .columns.plan import CODES
from .stored import Batch, Part

Known = tuple[tuple[Fact, ...], str, date]
"""The facts that decide, the language, the day."""
_COLUMNS = ("document", "fact", "state", "reason", "yes", "text")


class ByLaw:
    """The choice of packs, made once for contracts that are alike in what it hangs on."""

    def __init__(self, program: Program) -> None:
        self._rules: dict[str, list[str]] = {}
        for rule in program.rules:
            self._rules.setdefault(rule.span.path, []).append(rule.id)

        @cache
        def idle(known: Known) -> frozenset[str]:
            facts, language, as_of = known
            runs = pack_runs(program, FactBook({fact.name: fact for fact in facts}), language, as_of)
            return frozenset(run.pack.path for run in runs if not run.ran)

        self._idle = idle

    def applied(self, verdicts: pl.DataFrame, batch: Batch, as_of: pl.Series) -> pl.DataFrame:
        """The verdicts, a column a rule, with those of packs that don't judge a contract not applicable."""
        idle = [
            self._idle((facts, language, day))
            for facts, language, day in zip(_facts(batch), batch.contracts["language"], as_of, strict=True)
        ]
        columns: list[pl.Series] = []
        for path in sorted(frozenset[str]().union(*idle)):
            rows = pl.Series([at for at, paths in enumerate(idle) if path in paths], dtype=pl.UInt32)
            columns += (verdicts[rule].scatter(rows, CODES[Verdict.NOT_APPLICABLE]) for rule in self._rules[path])
        return verdicts.with_columns(columns)


def _facts(batch: Batch) -> Iterator[tuple[Fact, ...]]:
    """Of each contract the facts that decide."""
    for part in batch.parts:
        yield from _of_part(part)


def _of_part(part: Part) -> Iterator[tuple[Fact, ...]]:
    table = part.table("facts", _COLUMNS).filter(pl.col("fact").is_in(DECIDING))
    found: dict[int, list[Fact]] = {}
    for document, name, state, reason, yes, text in table.rows():
        value = (yes if yes is not None else text) if state == State.STATED else None
        found.setdefault(document, []).append(Fact(name, State(state), value, Reason(reason) if reason else None))
    return (tuple(found.get(document, ())) for document in part.contracts["document"])
