"""From score to grade: the table, knock-outs, ranges with the facts that would settle them, limit and days."""

from __future__ import annotations

from datetime import date

import pytest
from customer_facts import CLEAN, MIDDLING, Book, cny, days, number, percent
from presign.assessment.assess import Assessment, assess
from presign.assessment.grade import Range
from presign.facts.fact import FactBook
from presign.policylang.core import Program
from presign.values import Value

DAY = date(2026, 3, 2)


def judged(facts: FactBook, program: Program) -> Assessment:
    found = assess(facts, program, DAY)
    assert found.grade is not None and found.worst is not None and found.best is not None
    return found


def test_a_full_file_has_one_grade(program: Program, book: Book) -> None:
    grade = judged(book({**MIDDLING, **CLEAN}), program).grade
    assert grade is not None
    # 54.7 is at least 45 and under 65.
    assert grade.final == grade.by_score == Range("C", "C")
    assert grade.settle == () and grade.capped_by == ()


def test_an_open_fact_that_changes_nothing_is_not_asked_for(program: Program, book: Book) -> None:
    facts = {name: value for name, value in MIDDLING.items() if name != "fin.z_score"}
    grade = judged(book({**facts, **CLEAN}), program).grade
    # Between 48.7 and 60.7, a C all the way.
    assert grade is not None and grade.final == Range("C", "C") and grade.settle == ()


def test_a_range_names_what_would_settle_it(program: Program, book: Book) -> None:
    gone = ("fin.z_score", "customer.age", "customer.paid_in_capital")
    facts = {name: value for name, value in MIDDLING.items() if name not in gone}
    grade = judged(book({**facts, **CLEAN}), program).grade
    # 54.7 - 6 - 3 - 2.4 = 43.3, and 43.3 + 24 = 67.3: D to B. The heaviest comes first.
    assert grade is not None and grade.final == Range("D", "B")
    assert grade.settle == gone


@pytest.mark.parametrize(
    ("fact", "ceiling"),
    [
        ("customer.dishonest_list", "D"),
        ("customer.consumption_restricted", "D"),
        ("customer.bankruptcy", "D"),
        ("customer.severe_illegal_list", "C"),
        ("customer.bill_default_list", "C"),
        ("customer.is_new", "B"),
    ],
)
def test_a_knock_out_holds_whatever_the_score(program: Program, book: Book, fact: str, ceiling: str) -> None:
    best: dict[str, Value] = {
        "history.avg_days_late": days(0),
        "history.on_time_ratio": percent(100),
        "history.overdue_max_days": days(0),
        "history.broken_promises_12m": number(0),
        "history.returned_bills_12m": number(0),
        "fin.z_score": number(4),
        "fin.debt_ratio": percent(20),
        "customer.enforcement_amount": cny(0),
        "customer.abnormal_list": False,
        "customer.payment_suits_12m": number(0),
        "history.disputes_open": number(0),
        "security.coverage_ratio": percent(100),
    }
    # 83 of 100 without what isn't given (current ratio 5, age 6, capital 6): an A in any case.
    clean = judged(book({**best, **CLEAN}), program).grade
    assert clean is not None and clean.final == Range("A", "A")
    hit = judged(book({**best, **CLEAN, fact: True}), program).grade
    assert hit is not None and hit.by_score == Range("A", "A") and hit.final == Range(ceiling, ceiling)
    assert [each.facts for each in hit.capped_by] == [(fact,)]
    # Not known is not clean: the grade is open down to the ceiling, and this is the fact to find out.
    unknown = {name: value for name, value in CLEAN.items() if name != fact}
    doubt = judged(book({**best, **unknown}), program).grade
    assert doubt is not None and doubt.final == Range(ceiling, "A") and doubt.settle == (fact,)


def test_a_knock_out_spares_the_questions_it_makes_idle(program: Program, book: Book) -> None:
    grade = judged(book({"customer.bankruptcy": True}), program).grade
    assert grade is not None and grade.by_score == Range("D", "A")
    assert grade.final == Range("D", "D") and grade.settle == ()


def test_limit_and_days_follow_the_grade(program: Program, book: Book) -> None:
    facts = {**MIDDLING, **CLEAN, "history.avg_monthly_sales": cny("213333.33")}
    found = judged(book(facts), program)
    assert found.worst == found.best and found.best is not None
    # 213,333.33 × 15 ÷ 30 × 60% = 63,999.999
    assert (found.best.days, found.best.limit) == (days(15), cny(64000))


def test_a_range_of_grades_has_a_range_of_limits(program: Program, book: Book) -> None:
    gone = ("fin.z_score", "customer.age", "customer.paid_in_capital")
    facts = {name: value for name, value in MIDDLING.items() if name not in gone}
    found = judged(book({**facts, **CLEAN, "history.avg_monthly_sales": cny(100_000)}), program)
    assert found.worst is not None and found.best is not None
    # D: nothing. B: 100,000 × 45 ÷ 30 × 100%.
    assert (found.worst.limit, found.best.limit) == (cny(0), cny(150_000))
    assert (found.worst.days, found.best.days) == (days(0), days(45))


def test_without_sales_there_is_no_limit_but_nothing_stays_nothing(program: Program, book: Book) -> None:
    middling = judged(book({**MIDDLING, **CLEAN, "credit.limit": cny(1)}), program)
    assert middling.best is not None and middling.best.limit is None and middling.best.days == days(15)
    broke = judged(book({"customer.bankruptcy": True, "credit.limit": cny(1)}), program)
    assert broke.best is not None and broke.best.limit == cny(0)


@pytest.mark.parametrize(("expiry", "expired"), [(date(2026, 3, 1), True), (date(2026, 3, 2), False)])
def test_the_day_a_limit_ends_it_still_holds(program: Program, book: Book, expiry: date, expired: bool) -> None:
    assert judged(book({"credit.limit_expiry": expiry}), program).limit_expired is expired


def test_without_a_table_of_grades_there_is_none(book: Book) -> None:
    found = assess(book(MIDDLING), Program(), DAY)
    assert found.grade is None and found.best is None
