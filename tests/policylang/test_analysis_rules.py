"""Rules and exceptions that can't come out one way or the other: each finding, and its absence one word away."""

from __future__ import annotations

from decimal import Decimal

import pytest
from analysis_cases import DAY, analysed, codes, program
from presign.policylang.analysis.deal import settings
from presign.policylang.analysis.query import verdict
from presign.policylang.outcome import Verdict
from presign.policylang.reasons.formal import formal
from presign.values import Money, Quantity, Unit, known


def rule(clauses: str, number: str = "T-01") -> str:
    return f'rule {number} en "t" severity high\n  {clauses}\n'


def one(clauses: str) -> list[str]:
    return [code for code, _ in codes(rule(clauses))]


@pytest.mark.parametrize(
    ("clauses", "expected"),
    [
        ("applies when net_days > 60 days and net_days < 30 days requires prepay >= 5%", ["A101"]),
        ("applies when net_days > 60 days or net_days < 30 days requires prepay >= 5%", []),
        ("applies when kind = sale and kind = lease requires prepay >= 5%", ["A101"]),
        ("applies when class < D requires prepay >= 5%", ["A101"]),
        ("applies when class > D requires prepay >= 5%", []),
        ("applies when secured is yes and secured is no requires prepay >= 5%", ["A101"]),
        ("applies when net_days is stated and net_days is absent requires prepay >= 5%", ["A101"]),
        ("applies when amount > CNY 5 and amount < USD 100 requires prepay >= 5%", ["A101"]),
        (
            "applies when prepay + retention > 50% and prepay < 10% and retention < 20% requires secured is yes",
            ["A101"],
        ),
        ("applies when due - signed > 90 days and due < signed requires secured is yes", ["A101"]),
        ("applies when due < signed + 6 months and due > signed + 7 months requires secured is yes", ["A101"]),
        ("applies when due < signed + 7 months and due > signed + 6 months requires secured is yes", []),
        ("applies when charge > 0.05% per day and charge < 18% per year requires secured is yes", ["A101"]),
        ("applies when charge > 0.05% per day and charge < 19% per year requires secured is yes", []),
    ],
)
def test_a_rule_that_never_applies(clauses: str, expected: list[str]) -> None:
    assert one(clauses) == expected


@pytest.mark.parametrize(
    ("clauses", "expected"),
    [
        ("requires net_days >= 0 days", ["A102"]),
        ("requires net_days >= 1 days", []),
        ("forbids class > A", ["A102"]),
        ("requires kind is one of sale, service, lease", ["A102"]),
        ("requires kind is one of sale, service", []),
        ("applies when net_days <= 30 days requires net_days <= 60 days", ["A102"]),
        ("requires prepay <= 30% or prepay >= 20%", ["A102"]),
        ("requires amount * 10% <= amount", ["A102"]),
    ],
)
def test_a_rule_that_is_never_violated(clauses: str, expected: list[str]) -> None:
    assert one(clauses) == expected


@pytest.mark.parametrize(
    ("clauses", "expected"),
    [
        ("applies when net_days > 60 days requires net_days <= 60 days", ["A103"]),
        ("applies when net_days > 60 days requires net_days <= 61 days", []),
        ("requires secured is yes forbids secured is yes", ["A103"]),
        ("applies when secured is yes forbids secured is yes", ["A103"]),
    ],
)
def test_a_rule_that_is_always_violated(clauses: str, expected: list[str]) -> None:
    assert one(clauses) == expected


@pytest.mark.parametrize(
    ("excuses", "expected"),
    [
        ('unless "small": prepay < 10%', []),
        ('unless "small": prepay > 25%', ["A107"]),
        ('unless "always": prepay < 40%', ["A108"]),
        ('unless "a": retention < 5% unless "b": retention < 8%', ["A109"]),
        ('unless "a": retention < 8% unless "b": retention < 8%', ["A109"]),
        ('unless "a": retention < 5% unless "b": class = A', []),
        ('unless "a": retention < 0%', ["A107"]),
    ],
)
def test_exceptions(excuses: str, expected: list[str]) -> None:
    assert one(f"requires prepay >= 20% {excuses}") == expected


def test_of_two_exceptions_the_one_that_adds_nothing_is_named_with_the_other() -> None:
    text = rule('requires prepay >= 20% unless "a": retention < 8% unless "b": retention < 5%')
    (finding,) = analysed(text).findings
    assert dict(finding.values) == {"rule": "T-01", "name": "b", "other": "a"}


def test_the_conditions_that_can_not_hold_together_are_named_and_no_others() -> None:
    text = rule("applies when kind = sale and net_days > 60 days and net_days < 30 days requires prepay >= 5%")
    (finding,) = analysed(text).findings
    shown = [formal(each, program(text), "en") for each in finding.conditions]
    assert shown == ["net_days > 60 days", "net_days < 30 days"]


def test_a_finding_shows_a_round_case_that_the_interpreter_judges_so() -> None:
    text = rule("applies when amount > CNY 500,000 and net_days > 60 days forbids net_days > 30 days")
    (finding,) = analysed(text).findings
    assert finding.code == "A103"
    assert finding.case == {
        "amount": known(Money(Decimal(600_000), "CNY")),
        "net_days": known(Quantity(Decimal(70), Unit.DAYS)),
    }
    found = program(text)
    assert verdict(found, found.rules[0], finding.case, DAY) is Verdict.VIOLATED
    assert settings(finding.case, found, "en") == ["net_days = 70 days", "amount = CNY 600,000"]
    assert settings(finding.case, found, "zh") == ["net_days = 70 天", "amount = 600,000 元"]


@pytest.mark.parametrize(
    ("clauses", "expected"),
    [
        ("applies when count of words < 0 requires secured is yes", ["A101"]),
        ("applies when count of words > 3 and count of words < 5 requires secured is yes", []),
        ('applies when words contains "a" and count of words = 0 requires secured is yes', ["A101"]),
        (
            "applies when all x in instalments where x.days < 30 days and max of x.days in instalments > 60 days "
            "requires secured is yes",
            [],
        ),
        (
            "applies when (all x in instalments where x.days < 30 days) and max of x.days in instalments > 60 days "
            "requires secured is yes",
            ["A101"],
        ),
        (
            "applies when all x in instalments where x.days < 30 days "
            "forbids any x in instalments where x.days > 60 days",
            ["A102"],
        ),
    ],
)
def test_what_a_few_members_of_a_list_decide_is_proven(clauses: str, expected: list[str]) -> None:
    """In the fourth, what follows `where` reaches to the end: a list without a member meets it."""
    assert one(clauses) == expected


def test_of_sums_nothing_is_proven() -> None:
    """Only short lists are looked at, so that there is none says nothing of longer ones."""
    impossible = analysed(rule("applies when sum of x.days in instalments < 0 days requires secured is yes"))
    assert impossible.findings == ()
    assert impossible.unsure > 0
    shown = analysed(rule("requires sum of x.pct in instalments <= 100%"))
    assert (shown.findings, shown.unsure) == ((), 0), "a list of two shows a violation"


def test_parameters_and_tables_are_read_as_of_the_day() -> None:
    text = """
parameter least: percent by class
  in force from 2026-01-01 until 2026-06-30
  | A | 0% |
  | B | 0% |
  | C | 0% |
  | D | 0% |
  in force from 2026-07-01
  | A | 0% |
  | B | 10% |
  | C | 20% |
  | D | 30% |
table cap: days given amount hit unique
  in force from 2026-01-01
  | up to CNY 100 => 30 days |
  | over CNY 100 => 60 days |
rule T-01 en "t" severity high
  requires prepay >= least
rule T-02 en "t" severity high
  applies when net_days > 60 days
  requires net_days <= cap
"""
    assert codes(text, DAY) == [("A303", "least"), ("A102", "T-01"), ("A103", "T-02")]
    assert codes(text, DAY.replace(month=8)) == [("A103", "T-02")]
