"""A policy on many fact books: by columns, beside the compiled rules one book after the other, in one process.

    python -m benchmarks.recheck

The books are invented over the shipped vocabulary: of each fact a pool of readings, from which every book draws one.
As many facts are stated as in the contracts of `samples` (a third); of lists there are as many different ones as a
portfolio may have. Both sides begin with what they judge ready in memory: columns as they come from the data set, and
fact books. Then the same from the files of a data set. All verdicts are compared. In wall-clock time: polars uses all
processors, the rules one.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import polars as pl
from presign.checker.run import Refusal, load_rules
from presign.facts.as_json import fact_json, value_from
from presign.facts.fact import Fact, FactBook
from presign.policylang.compiler import CompiledRules
from presign.policylang.core import Severity, Sort
from presign.policylang.outcome import Verdict
from presign.portfolio.columns.judge import Judge
from presign.portfolio.columns.raw import wide
from presign.portfolio.dataset import DataSet
from presign.portfolio.recheck import Recheck
from presign.portfolio.row import Row, as_json
from presign.portfolio.stored import Part, batches
from presign.portfolio.tables import found_tables
from presign.values import Reason, State

from .invented import DAY, Inventor
from .suite.figures import Figure, show

Result = TypeVar("Result")

STATED = 0.34
SLICE = 2_000


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many contracts: invented, judged by the compiled rules, on the disk; and how many readings of a fact."""

    books: int = 100_000
    fused: int = 2_000
    files: int = 4_000
    pool: int = 300
    lists: int = 4_000
    rounds: int = 3


QUICK = Sizes(40, 20, 8, 5, 5, 1)


class Portfolio:
    """Books by the numbers of their readings in the pools."""

    def __init__(self, rules: CompiledRules, count: int, sizes: Sizes) -> None:
        inventor = Inventor(rules.program, seed=1)
        draw = random.Random(2)
        self.names = list(rules.program.facts)
        self.pools: list[list[Fact]] = []
        self.drawn: list[list[int]] = []
        for name in self.names:
            type = rules.program.facts[name].type
            size = sizes.lists if type.sort is Sort.LIST else sizes.pool
            self.pools.append([inventor.fact(name, type, STATED) for _ in range(size)])
            self.drawn.append(draw.choices(range(size), k=count))

    def books(self, start: int, end: int) -> list[FactBook]:
        """Some books."""
        return [
            FactBook(
                {name: pool[drawn[at]] for name, pool, drawn in zip(self.names, self.pools, self.drawn, strict=True)}
            )
            for at in range(start, end)
        ]

    def columns(self, judge: Judge) -> pl.DataFrame:
        """All books as the columns a judge wants."""
        largest = max(len(pool) for pool in self.pools)
        books = [
            FactBook({name: pool[at % len(pool)] for name, pool in zip(self.names, self.pools, strict=True)})
            for at in range(largest)
        ]
        table = found_tables([_row(str(at), book, None) for at, book in enumerate(books)])[0]
        pool = wide(table, judge.wanted, pl.Series(range(largest), dtype=pl.UInt32))
        places = {name: pl.Series(drawn, dtype=pl.UInt32) for name, drawn in zip(self.names, self.drawn, strict=True)}
        numbers = {number: places[name] for name, (number, _) in judge.wanted.items()}
        return pl.DataFrame([pool[column].gather(numbers[int(column[1:])]).alias(column) for column in pool.columns])


def _row(path: str, book: FactBook, rules: CompiledRules | None) -> Row:
    head = {"status": "checked", "as_of": str(DAY), "day": str(DAY), "kind": "sale", "nothing_read": False, "gaps": []}
    judged = zip(rules.program.rules, rules.evaluate(book, DAY), strict=True) if rules is not None else ()
    verdicts = [
        {"rule": rule.id, "pack": rule.pack, "severity": rule.severity.value, "verdict": outcome.verdict.value}
        for rule, outcome in judged
    ]
    return Row(path, head, as_json(verdicts), as_json([fact_json(fact) for fact in book.values()]))


def in_memory(sizes: Sizes) -> Figure:
    """Columns beside books; all verdicts must agree."""
    rules, count = _rules(), sizes.books
    portfolio = Portfolio(rules, count, sizes)
    judge = Judge(rules, "seller", [DAY])
    columns, days = portfolio.columns(judge), pl.repeat(DAY, count, dtype=pl.Date, eager=True)
    codes = list(Verdict)
    ratios = []
    for _ in range(sizes.rounds):
        verdicts, seconds = _timed(lambda: judge.verdicts(columns, days, _no_book))
        one_by_one, wrong = 0.0, 0
        for start in range(0, sizes.fused, SLICE):
            books = portfolio.books(start, min(sizes.fused, start + SLICE))
            outcomes, spent = _timed(lambda books=books: [rules.evaluate(book, DAY) for book in books])  # type: ignore[misc]
            one_by_one += spent
            for row, judged in zip(verdicts.slice(start, len(books)).rows(), outcomes, strict=True):
                wrong += sum(codes[mine] is not other.verdict for mine, other in zip(row, judged, strict=True))
        assert wrong == 0, f"{wrong} verdicts differ"
        ratios.append((seconds / count) / (one_by_one / sizes.fused))
    note = f"{sizes.fused:,} of them by the rules; every verdict the same"
    name = f"{count:,} fact books × {len(rules.program.rules)} rules, by columns"
    return Figure("recheck.columns", name, "the compiled rules", tuple(ratios), "≤ 0.25", note)


def from_files(sizes: Sizes) -> Figure:
    """From the files of a data set to the changed contracts, beside reading its books and judging one after another.

    The new policy is the one the verdicts come from, so that nothing changes: what is measured is reading and judging.
    """
    rules, count = _rules(), sizes.files
    portfolio = Portfolio(rules, count, sizes)
    with tempfile.TemporaryDirectory() as folder:
        data = DataSet(Path(folder), "0" * 16, {"day": str(DAY), "side": "seller"}, False)
        for at, book in enumerate(portfolio.books(0, count)):
            data.put(_row(f"{at}.pdf", book, rules))
        data.close()
        part = next(iter(batches(Path(folder)))).parts[0]
        ratios, fastest = [], 0.0
        for _ in range(sizes.rounds):
            _, one_by_one = _timed(lambda: [rules.evaluate(book, DAY) for book in _books_of(part)])
            found = Recheck(Path(folder), rules, "seller", None, Severity.HIGH)
            changed, seconds = _timed(lambda found=found: sum(1 for _ in found.contracts()))  # type: ignore[misc]
            assert changed == 0, f"{changed} contracts change under the same policy"
            ratios.append(seconds / count / (one_by_one / part.contracts.height))
            fastest = max(fastest, count / seconds)
    name, note = f"{count:,} contracts from the files of a data set", f"{fastest:,.0f} a second at best"
    return Figure("recheck.files", name, "book by book", tuple(ratios), note=note)


def _rules() -> CompiledRules:
    loaded = load_rules(())
    assert not isinstance(loaded, Refusal)
    return loaded[1]


def _books_of(part: Part) -> Iterator[FactBook]:
    """The books of a part, read as one reads a table."""
    table = part.table("facts", ("document", "fact", "state", "reason", "value"))
    for _, facts in table.partition_by("document", as_dict=True).items():
        rows = facts.drop("document").rows()
        yield FactBook(
            {
                name: Fact(
                    name,
                    State(state),
                    value_from(json.loads(value)) if value else None,
                    Reason(reason) if reason else None,
                )
                for name, state, reason, value in rows
            }
        )


def _no_book(row: int) -> FactBook:
    raise AssertionError(row)


def _timed(work: Callable[[], Result]) -> tuple[Result, float]:
    began = time.perf_counter()
    done = work()
    return done, time.perf_counter() - began


def figures(quick: bool) -> Iterator[Figure]:
    """In memory, then from files."""
    yield from measured(QUICK if quick else Sizes())


def measured(sizes: Sizes) -> Iterator[Figure]:
    """Both, of so many contracts."""
    yield in_memory(sizes)
    yield from_files(sizes)


def main() -> None:
    """Both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--books", type=int, default=Sizes().books)
    parser.add_argument("--fused", type=int, default=Sizes().fused, help="how many of them the compiled rules judge")
    parser.add_argument("--files", type=int, default=Sizes().files, help="contracts of the data set on the disk")
    chosen = parser.parse_args()
    show(measured(Sizes(chosen.books, min(chosen.books, chosen.fused), chosen.files)))


if __name__ == "__main__":
    main()
