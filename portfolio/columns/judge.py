"""The verdicts of all rules on all contracts of a batch, by columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from ...facts.fact import FactBook
from ...policylang.compiler import CompiledRules
from ...policylang.core import Condition, Rule
from ...policylang.outcome import Verdict
from ...policylang.traversal import facts_in, facts_of
from .asked import Cases, as_rule, inapplicable, truths
from .plan import CODES, Plan, boundaries
from .raw import INAPPLICABLE, Raw, Wanted, name_of
from .typed import Columns, Values

VERDICTS = tuple(Verdict)
"""By their codes."""
_BY_NAME = {verdict.value: code for verdict, code in CODES.items()}
BookOf = Callable[[int], FactBook]
"""The facts of a row of the batch, without loss."""


@dataclass(slots=True)
class Counts:
    """What wasn't judged by columns alone."""

    contracts: int = 0
    odd: int = 0
    """Contracts that the compiled rules judged one by one."""
    asked: int = 0
    """Different cases of conditions, and of rules, that the compiled rules were asked about."""


class Judge:
    """A policy and a side of the contract, ready to judge batches as of some days."""

    def __init__(self, rules: CompiledRules, side: str, days: Iterable[date]) -> None:
        self._rules, self._side = rules, side
        self._program = rules.program
        self._boundaries = pl.Series("day", boundaries(self._program), pl.Date)
        self._plans: dict[int, Plan] = {}
        for day in sorted(set(days)):
            self._plans.setdefault(self._epoch(day), Plan(self._program, day, side))
        layout = rules.generated.layout
        plain = Columns(self._program, layout.facts, layout.fact_types, frozenset())
        raw = frozenset[str]().union(*(plan.raw(plain) for plan in self._plans.values()))
        self._columns = Columns(self._program, layout.facts, layout.fact_types, raw)
        self._said = {epoch: plan.said(self._columns) for epoch, plan in self._plans.items()}
        self.counts = Counts()

    @property
    def wanted(self) -> Wanted:
        """What has to be read of each fact."""
        return self._columns.wanted

    def verdicts(self, wide: pl.DataFrame, days: pl.Series, book_of: BookOf) -> pl.DataFrame:
        """A column of codes (`VERDICTS`) for each rule, by its place: `r0`, `r1` …; a row for each contract."""
        values = Values()
        typed = self._columns.typed(wide, values).with_columns(
            pl.Series("epoch", self._boundaries.search_sorted(days, side="right"), pl.UInt32)
        )
        typed = typed.with_row_index("row")
        found = [
            part.select("row").hstack(self._judged(part, int(epoch), values))
            for (epoch,), part in typed.partition_by("epoch", as_dict=True).items()
        ]
        verdicts = pl.concat(found).sort("row").drop("row") if found else pl.DataFrame()
        self.counts.contracts += typed.height
        odd = typed.filter("odd")["row"].to_list()
        return self._one_by_one(verdicts, odd, days, book_of) if odd else verdicts

    def _epoch(self, day: date) -> int:
        return int(self._boundaries.search_sorted(day, side="right"))

    def _judged(self, typed: pl.DataFrame, epoch: int, values: Values) -> pl.DataFrame:
        plan = self._plans[epoch]
        cases = Cases(self._columns, typed, values)
        leaves, marked = self._leaves(typed, plan, epoch, cases)
        frame = leaves.select(plan.verdict(index, marked).alias(f"r{index}") for index in plan.joined)
        for index in plan.whole:
            rule = self._program.rules[index]
            names = [fact.name for fact in facts_of(rule, self._program)]
            (verdicts,) = self._ask(cases, plan, [rule], names)
            frame = frame.with_columns(verdicts.replace_strict(_BY_NAME, return_dtype=pl.UInt8).alias(f"r{index}"))
        idle = pl.lit(CODES[Verdict.NOT_APPLICABLE], dtype=pl.UInt8)
        live = frozenset((*plan.joined, *plan.whole))
        whole = [pl.col(f"r{at}") if at in live else idle.alias(f"r{at}") for at in range(len(self._program.rules))]
        return typed.select("row").hstack(frame).select(whole) if live else typed.select(whole)

    def _ask(self, cases: Cases, plan: Plan, rules: Sequence[Rule], names: Sequence[str]) -> list[pl.Series]:
        verdicts, count = cases.ask(rules, names, plan.day, self._side)
        self.counts.asked += count
        return verdicts

    def _leaves(self, typed: pl.DataFrame, plan: Plan, epoch: int, cases: Cases) -> tuple[pl.DataFrame, frozenset[int]]:
        """The truths of all leaves, and of those that facts may be inapplicable for whether that is all."""
        said = self._said[epoch]
        idle = self._inapplicable(typed)
        why = dict(plan.only_inapplicable(self._columns, idle)) if idle else {}
        marked = {plan.leaves[leaf]: why[plan.leaves[leaf]] for leaf in said if plan.leaves[leaf] in why}
        exprs = [truth.alias(f"L{plan.leaves[leaf]}") for leaf, truth in said.items()]
        leaves = typed.lazy().select(*exprs, *(each.alias(f"B{at}") for at, each in marked.items())).collect()
        more: list[pl.Series] = []
        asked: set[int] = set()
        for names, together in self._alike(plan, epoch).items():
            rules = [as_rule(leaf, self._program) for leaf in together]
            for leaf, verdicts in zip(together, self._ask(cases, plan, rules, names), strict=True):
                at = plan.leaves[leaf]
                more += [truths(verdicts).alias(f"L{at}"), inapplicable(verdicts).alias(f"B{at}")]
                asked.add(at)
        return leaves.hstack(more), frozenset(marked) | asked

    def _alike(self, plan: Plan, epoch: int) -> dict[tuple[str, ...], list[Condition]]:
        """The leaves that are asked, by the facts they use: a case of these is looked at once for all of them."""
        groups: dict[tuple[str, ...], list[Condition]] = {}
        for leaf in plan.leaves:
            if leaf not in self._said[epoch]:
                names = sorted(fact.name for fact in facts_in(leaf, self._program))
                groups.setdefault(tuple(names), []).append(leaf)
        return groups

    def _inapplicable(self, typed: pl.DataFrame) -> frozenset[str]:
        """The facts that aren't applicable to some contract."""
        facts = self._columns.facts
        states = [(pl.col(name_of(Raw.STATE, at)) == INAPPLICABLE).any().alias(name) for name, at in facts.items()]
        return frozenset(name for name, some in typed.select(states).row(0, named=True).items() if some)

    def _one_by_one(self, verdicts: pl.DataFrame, odd: list[int], days: pl.Series, book_of: BookOf) -> pl.DataFrame:
        """The rows of odd contracts as the compiled rules judge them."""
        self.counts.odd += len(odd)
        judged = [
            [CODES[outcome.verdict] for outcome in self._rules.evaluate(book_of(row), days[row], self._side)]
            for row in odd
        ]
        places = pl.Series(odd, dtype=pl.UInt32)
        columns = [
            verdicts[f"r{at}"].scatter(places, pl.Series([codes[at] for codes in judged], dtype=pl.UInt8))
            for at in range(verdicts.width)
        ]
        return pl.DataFrame(columns)
