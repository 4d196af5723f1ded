"""Verdicts by columns are the evaluator's: all shipped rules, facts in all four states, days before and after changes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest
from fact_books import table
from presign.checker.run import Refusal, load_rules
from presign.facts.fact import FactBook, stated
from presign.policylang.compiler import CompiledRules
from presign.policylang.interpreter import evaluate
from presign.portfolio.columns.judge import VERDICTS, Judge
from presign.portfolio.columns.raw import wide
from presign.values import Money, Per, Quantity, Rate, Unit

from benchmarks.invented import DAY, Inventor

DAYS = (date(1950, 1, 1), date(1999, 12, 31), date(2020, 1, 1), date(2022, 6, 30), DAY)


@pytest.fixture(scope="module")
def rules() -> CompiledRules:
    found = load_rules(())
    assert not isinstance(found, Refusal)
    return found[1]


def judged(
    rules: CompiledRules, books: list[FactBook], days: list[date], side: str = "seller"
) -> tuple[Judge, list[list[str]]]:
    """The verdicts by columns, a row a book."""
    judge = Judge(rules, side, days)
    frame = judge.verdicts(
        wide(table(books), judge.wanted, pl.Series(range(len(books)), dtype=pl.UInt32)),
        pl.Series(days, dtype=pl.Date),
        books.__getitem__,
    )
    return judge, [[VERDICTS[code].value for code in row] for row in frame.rows()]


def by_interpreter(
    rules: CompiledRules, books: list[FactBook], days: list[date], side: str = "seller"
) -> list[list[str]]:
    """The verdicts of the language's definition."""
    return [
        [outcome.verdict.value for outcome in evaluate(rules.program, book, day, side)]
        for book, day in zip(books, days, strict=True)
    ]


@pytest.mark.parametrize("share", [0.0, 0.35, 0.8, 1.0])
def test_all_shipped_rules_on_invented_books(rules: CompiledRules, share: float) -> None:
    inventor = Inventor(rules.program, seed=int(share * 100))
    books = [inventor.book(share) for _ in range(16)]
    days = [DAYS[at % len(DAYS)] for at in range(len(books))]
    judge, found = judged(rules, books, days)
    expected = by_interpreter(rules, books, days)
    wrong = [
        (at, rule.id, mine, right)
        for at, (row, other) in enumerate(zip(found, expected, strict=True))
        for rule, mine, right in zip(rules.program.rules, row, other, strict=True)
        if mine != right
    ]
    assert wrong == []
    assert judge.counts.odd == 0
    assert judge.counts.asked > 0


def test_the_invented_books_meet_every_verdict(rules: CompiledRules) -> None:
    inventor = Inventor(rules.program, seed=7)
    books = [inventor.book(0.6) for _ in range(30)]
    _, found = judged(rules, books, [DAY] * 30)
    assert {verdict for row in found for verdict in row} == {
        *("violated", "satisfied", "not_applicable", "undecided", "excepted"),
    }


def test_the_buyers_side(rules: CompiledRules) -> None:
    inventor = Inventor(rules.program, seed=11)
    books = [inventor.book(0.7) for _ in range(10)]
    assert judged(rules, books, [DAY] * 10, "buyer")[1] == by_interpreter(rules, books, [DAY] * 10, "buyer")


def test_values_that_do_not_fit_are_judged_one_by_one(rules: CompiledRules) -> None:
    inventor = Inventor(rules.program, seed=3)
    book = inventor.book(0.9)
    odd = [
        stated("payment.net_days", Quantity(Decimal(30), Unit.MONTHS)),  # a unit it can't have: rules end `error`
        stated("payment.net_days", Quantity(Decimal("30.0000001"), Unit.DAYS)),
        stated("contract.amount", Money(Decimal(10) ** 12, "CNY")),
        stated("remedy.late_fee_rate", Rate(Decimal("1000000"), Per.DAY)),
        stated("customer.grade", "Z"),
        stated("payment.methods", ("no such method",)),
        stated("contract.sign_date", "tomorrow"),
    ]
    books = [book, *(book.with_facts(fact) for fact in odd)]
    judge, found = judged(rules, books, [DAY] * len(books))
    assert found == by_interpreter(rules, books, [DAY] * len(books))
    assert "error" in found[1] and "error" not in found[2]
    used = {fact.name for fact in odd} & set(rules.generated.layout.facts)
    assert judge.counts.odd == sum(fact.name in used for fact in odd) >= 5


CONDITIONS = (
    "payment.net_days <= 30 days",
    "payment.bill_tenor_months != payment.retention_months",
    "not (payment.net_days > 30 days or contract.title is present)",
    "contract.amount > CNY 100,000",
    "contract.amount >= USD 70,000 and contract.amount != USD 100,000",
    "customer.grade >= B",
    'contract.title = "x"',
    "count of payment.instalments > 1",
    "payment.methods contains bank_acceptance",
    "contract.amount * payment.prepay_pct >= CNY 10,000",
    "contract.sign_date + 30 days <= ref.today",
    "payment.net_days is not applicable or payment.net_days is unknown",
)


def test_a_policy_of_ones_own(tmp_path: Path) -> None:
    """Each condition as a demand, as what a rule applies to, and as an exception; some rules count as violated."""
    written, kept = ["# language: en", 'policy "Own" version "1"', ""], 0
    for condition in CONDITIONS:
        for form in (
            "  requires {0}",
            "  applies when {0}\n  requires payment.net_days <= 45 days",
            "  forbids {0}\n  when undecided: violated",
            '  requires payment.net_days <= 45 days\n  unless "x": {0}',
        ):
            kept += 1
            written.append(f'rule X-{kept:02} en "x"\n  severity high\n{form.format(condition)}\n')
    path = tmp_path / "own.policy"
    path.write_text("\n".join(written), encoding="utf-8")
    found = load_rules((str(path),))
    assert not isinstance(found, Refusal), found
    rules = found[1]
    for share in (0.5, 1.0):
        inventor = Inventor(rules.program, seed=5)
        books = [inventor.book(share) for _ in range(50)]
        days = [DAYS[at % len(DAYS)] for at in range(len(books))]
        assert judged(rules, books, days)[1] == by_interpreter(rules, books, days)
