"""Gaps, overlaps, unreachable rows, idle columns and redundant rows of tables, worked out by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from presign.policylang.analysis import tables
from presign.policylang.analysis.samples import round_number
from presign.policylang.analysis.tables import Overlap
from presign.policylang.core import (
    ANYTHING,
    Among,
    Between,
    Cell,
    FactValue,
    Members,
    ParameterVersion,
    Period,
    Sort,
    Type,
)
from presign.values import Money, Per, Quantity, Rate, Unit, Value

MEMBERS = {
    "grade": Members("grade", True, ("D", "C", "B", "A")),
    "place": Members("place", False, ("seller", "buyer", "unnamed")),
}
AMOUNT = FactValue("contract.amount", Type(Sort.MONEY))
DAYS = FactValue("payment.net_days", Type(Sort.DAYS))
SHARE = FactValue("payment.share", Type(Sort.PERCENT))
GRADE = FactValue("customer.grade", Type(Sort.SCALE, "grade"))
PLACE = FactValue("court.place", Type(Sort.KINDS, "place"))
KNOWN = FactValue("customer.known", Type(Sort.YES_NO))
SIGNED = FactValue("signed", Type(Sort.DATE))
CHARGE = FactValue("charge", Type(Sort.RATE))
NAME = FactValue("name", Type(Sort.TEXT))


def cny(amount: int) -> Money:
    return Money(Decimal(amount), "CNY")


def days(amount: int | str) -> Quantity:
    return Quantity(Decimal(amount), Unit.DAYS)


def percent(amount: int | str) -> Quantity:
    return Quantity(Decimal(amount), Unit.PERCENT)


def up_to(bound: Value) -> Between:
    return Between(high=bound)


def over(bound: Value) -> Between:
    return Between(low=bound, low_open=True)


def version(*rows: tuple[Cell, ...]) -> ParameterVersion:
    """A version whose last cell of each row is its value."""
    return ParameterVersion(Period(), None, tuple((row[:-1], row[-1]) for row in rows))  # type: ignore[misc]


APPROVER = version(
    (up_to(cny(500_000)), up_to(days(30)), "sales"),
    (up_to(cny(500_000)), over(days(30)), "credit"),
    (over(cny(500_000)), ANYTHING, "director"),
)


def test_a_table_that_covers_everything_once_has_nothing_wrong() -> None:
    keys = (AMOUNT, DAYS)
    assert tables.gaps(APPROVER, keys, MEMBERS) == []
    assert tables.overlaps(APPROVER, keys, MEMBERS) == []
    assert tables.unreachable(APPROVER, keys, MEMBERS) == []
    assert tables.idle_columns(APPROVER, keys, MEMBERS) == []
    assert tables.redundant(APPROVER, keys, MEMBERS) == []


def test_a_gap_is_shown_by_a_round_case_inside_it() -> None:
    table = version(
        (up_to(cny(500_000)), up_to(days(30)), "sales"),
        (over(cny(500_000)), ANYTHING, "director"),
    )
    assert tables.gaps(table, (AMOUNT, DAYS), MEMBERS) == [(cny(100_000), days(40))]


def test_a_bound_left_out_on_both_sides_is_a_gap_of_one_value() -> None:
    table = version((Between(high=percent(30), high_open=True), "low"), (over(percent(30)), "high"))
    assert tables.gaps(table, (SHARE,), MEMBERS) == [(percent(30),)]


def test_between_whole_days_there_is_no_day_but_percent_are_divided() -> None:
    by_days = version((up_to(days(30)), "a"), (Between(low=days(31)), "b"))
    by_share = version((up_to(percent(30)), "a"), (Between(low=percent(31)), "b"))
    assert tables.gaps(by_days, (DAYS,), MEMBERS) == []
    assert tables.gaps(by_share, (SHARE,), MEMBERS) == [(percent("30.5"),)]


def test_a_member_without_a_row_is_a_gap() -> None:
    by_grade = version(("A", days(60)), ("B", days(45)), (Among(("C",)), days(15)))
    assert tables.gaps(by_grade, (GRADE,), MEMBERS) == [("D",)]


def test_a_scale_is_cut_by_rank() -> None:
    by_grade = version((Between(low="B"), "good"), (Between(high="C"), "poor"))
    assert tables.gaps(by_grade, (GRADE,), MEMBERS) == []
    assert tables.overlaps(version((Between(low="C"), "x"), (Between(high="C"), "y")), (GRADE,), MEMBERS) == [
        Overlap(0, 1, ("C",), same=False)
    ]


@pytest.mark.parametrize(
    ("first", "second", "key", "case"),
    [
        (up_to(days(30)), Between(low=days(30)), DAYS, days(30)),
        (up_to(days(60)), over(days(30)), DAYS, days(40)),
        (ANYTHING, "buyer", PLACE, "buyer"),
        (Among(("seller", "buyer")), Among(("buyer", "unnamed")), PLACE, "buyer"),
        (True, ANYTHING, KNOWN, True),
        (over(date(2026, 1, 31)), up_to(date(2026, 3, 1)), SIGNED, date(2026, 2, 1)),
        ("ACME", ANYTHING, NAME, "ACME"),
        (up_to(Rate(Decimal(18), Per.YEAR)), over(Rate(Decimal(1), Per.MONTH)), CHARGE, Rate(Decimal(15), Per.YEAR)),
    ],
)
def test_rows_that_take_one_case_overlap(first: Cell, second: Cell, key: FactValue, case: Value) -> None:
    found = tables.overlaps(version((first, "x"), (second, "y")), (key,), MEMBERS)
    assert found == [Overlap(0, 1, (case,), same=False)]


@pytest.mark.parametrize(
    ("first", "second", "key"),
    [
        (up_to(days(30)), over(days(30)), DAYS),
        (up_to(cny(100)), up_to(Money(Decimal(100), "USD")), AMOUNT),
        (up_to(date(2026, 1, 31)), over(date(2026, 1, 31)), SIGNED),
        (Between(high=Rate(Decimal(5), Per.ONCE)), Between(high=Rate(Decimal(5), Per.DAY)), CHARGE),
        ("seller", "buyer", PLACE),
    ],
)
def test_rows_that_share_no_case_do_not_overlap(first: Cell, second: Cell, key: FactValue) -> None:
    assert tables.overlaps(version((first, "x"), (second, "y")), (key,), MEMBERS) == []


def test_overlapping_rows_of_one_value_say_so() -> None:
    table = version((up_to(days(60)), "x"), (over(days(30)), "x"))
    assert tables.overlaps(table, (DAYS,), MEMBERS) == [Overlap(0, 1, (days(40),), same=True)]


def test_a_row_covered_by_several_above_it_is_unreachable() -> None:
    table = version(
        (up_to(days(30)), ANYTHING, "x"),
        (over(days(30)), True, "y"),
        (over(days(60)), True, "z"),
        (ANYTHING, True, "v"),
        (ANYTHING, ANYTHING, "w"),
    )
    assert tables.unreachable(table, (DAYS, KNOWN), MEMBERS) == [2, 3]


def test_a_column_that_never_decides_is_idle() -> None:
    table = version(
        (up_to(days(30)), True, "x"),
        (up_to(days(30)), False, "x"),
        (over(days(30)), ANYTHING, "y"),
    )
    assert tables.idle_columns(table, (DAYS, KNOWN), MEMBERS) == [1]
    half = version((up_to(days(30)), True, "x"), (over(days(30)), ANYTHING, "y"))
    assert tables.idle_columns(half, (DAYS, KNOWN), MEMBERS) == [], "it decides whether there is a value at all"


def test_a_row_whose_case_the_next_row_gives_alike_is_redundant() -> None:
    table = version(("A", ANYTHING, "x"), (ANYTHING, True, "x"), (ANYTHING, ANYTHING, "x"))
    assert tables.redundant(table, (GRADE, KNOWN), MEMBERS) == [0, 1]
    needed = version(("A", ANYTHING, "x"), (ANYTHING, True, "y"), (ANYTHING, ANYTHING, "x"))
    assert tables.redundant(needed, (GRADE, KNOWN), MEMBERS) == []


def test_a_large_table_is_judged_quickly_and_a_hopeless_one_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [
        (Between(cny(n * 1000), True, cny((n + 1) * 1000)), up_to(days(30)) if n % 2 else over(days(30)), str(n))
        for n in range(300)
    ]
    assert len(tables.gaps(version(*rows), (AMOUNT, DAYS), MEMBERS)) == tables.MOST
    assert tables.overlaps(version(*rows), (AMOUNT, DAYS), MEMBERS) == []
    monkeypatch.setattr(tables, "MAX_STEPS", 1)
    with pytest.raises(tables.TooMany):
        tables.gaps(APPROVER, (AMOUNT, DAYS), MEMBERS)


@pytest.mark.parametrize(
    ("low", "high", "whole", "expected"),
    [
        ("0", "500000", False, "100000"),
        ("500000", None, False, "600000"),
        ("30", "31", False, "30.5"),
        ("30", "31", True, None),
        ("30", "45", True, "40"),
        (None, "-5", False, "-6"),
        ("-5", "5", False, "0"),
        ("-8", "-5", False, "-6"),
        ("60", None, True, "70"),
        ("0.05", "0.06", False, "0.055"),
        ("20", "30", True, "25"),
        ("30", "33", True, "31"),
    ],
)
def test_round_numbers(low: str | None, high: str | None, whole: bool, expected: str | None) -> None:
    found = round_number(Decimal(low) if low else None, Decimal(high) if high else None, whole=whole)
    assert found == (Decimal(expected) if expected else None)
