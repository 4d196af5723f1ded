"""Working days by calendar, and durations that arithmetic puts into another unit."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import chinese_calendar
import pytest
from presign.policylang.compiler import compile_program
from presign.policylang.core import Program, Sort, Type
from presign.policylang.interpreter import evaluate
from presign.policylang.load import load_texts
from presign.policylang.types import restated
from presign.policylang.working_days import calendar_names, shift_working_days, work_calendar
from presign.values import Quantity, Unit, Value, known

HEAD = 'policy "Dates"  version "1"  calendar CN\n'
RULE = """
fact delivery.date: date  from contract
fact payment.due_date: date  from contract
rule PAY-01 "Too late"
  severity high
  requires payment.due_date <= delivery.date + 10 working days
"""


def moved(day: str, amount: int, calendar: str) -> str | None:
    found = shift_working_days(date.fromisoformat(day), Decimal(amount), calendar)
    return None if found is None else found.isoformat()


@pytest.mark.parametrize(
    ("day", "amount", "expected"),
    [
        # Friday 13 February 2026; Saturday the 14th is worked for the Spring Festival of the 15th to 23rd
        ("2026-02-13", 1, "2026-02-14"),
        ("2026-02-13", 2, "2026-02-24"),
        ("2026-02-24", -2, "2026-02-13"),
        # Saturday 28 February 2026 is worked as well
        ("2026-02-27", 1, "2026-02-28"),
        ("2026-02-27", 2, "2026-03-02"),
        ("2026-03-07", 0, "2026-03-07"),
        # the National Day holiday of 2026 ends on Wednesday 7 October; Saturday the 10th is worked
        ("2026-09-30", 1, "2026-10-08"),
        ("2026-09-30", 3, "2026-10-10"),
    ],
)
def test_china_counts_holidays_and_make_up_days(day: str, amount: int, expected: str) -> None:
    assert moved(day, amount, "CN") == expected


@pytest.mark.parametrize(
    ("day", "calendar", "expected"),
    [
        ("2026-04-02", "ENGLAND", "2026-04-07"),  # Good Friday and Easter Monday
        ("2026-04-02", "TARGET", "2026-04-07"),
        ("2026-04-30", "TARGET", "2026-05-04"),  # 1 May is a Friday
        ("2026-05-01", "ENGLAND", "2026-05-05"),  # early May bank holiday
        ("2026-11-25", "US", "2026-11-27"),  # Thanksgiving
        ("2026-07-02", "US", "2026-07-06"),  # 4 July is a Saturday, observed on Friday
    ],
)
def test_other_calendars(day: str, calendar: str, expected: str) -> None:
    assert moved(day, 1, calendar) == expected


def test_outside_its_years_a_calendar_knows_nothing() -> None:
    assert moved("2026-12-31", 1, "CN") is None
    assert moved("2026-12-30", 1, "CN") == "2026-12-31"
    assert moved("2020-01-02", -1, "CN") is None
    assert moved("2026-01-05", 1, "MARS") is None
    assert shift_working_days(date(2026, 1, 5), Decimal("1.5"), "CN") is None


def test_the_calendar_of_china_is_the_published_one() -> None:
    calendar = work_calendar("CN")
    assert calendar is not None
    day = date(calendar.first, 1, 1)
    while day.year <= calendar.last:
        assert calendar.works(day) is chinese_calendar.is_workday(day), day
        day += timedelta(days=1)


@pytest.mark.parametrize("name", calendar_names())
def test_a_calendar_says_where_it_is_from_and_lists_only_days_of_its_years(name: str) -> None:
    calendar = work_calendar(name)
    assert calendar is not None and calendar.source and calendar.label.en and calendar.label.zh
    assert all(day.weekday() < 5 for day in calendar.off)
    assert all(day.weekday() >= 5 for day in calendar.on)
    assert {day.year for day in calendar.off} == set(range(calendar.first, calendar.last + 1))


def program_of(text: str) -> Program:
    loaded = load_texts([("policy", text)])
    assert loaded.program is not None, loaded.diagnostics
    return loaded.program


@pytest.mark.parametrize(
    ("delivered", "due", "verdict"),
    [
        ("2026-02-10", "2026-03-04", "violated"),  # 11, 12, 13, 14, 24 … 28 February: nine; 2 March is the tenth
        ("2026-02-10", "2026-03-02", "satisfied"),
        ("2026-12-20", "2026-12-21", "undecided"),  # the tenth day would lie in 2027
    ],
)
def test_a_rule_counts_by_the_calendar_of_its_file(delivered: str, due: str, verdict: str) -> None:
    program = program_of(HEAD + RULE)
    facts = {
        "delivery.date": known(date.fromisoformat(delivered)),
        "payment.due_date": known(date.fromisoformat(due)),
    }
    walked = evaluate(program, facts, date(2026, 1, 1))
    assert walked[0].verdict == verdict
    assert compile_program(program).evaluate(facts, date(2026, 1, 1)) == walked


@pytest.mark.parametrize(
    ("written", "unit", "sort", "expected"),
    [
        ("2", Unit.YEARS, Sort.MONTHS, "24"),
        ("0.5", Unit.YEARS, Sort.MONTHS, "6"),
        ("24", Unit.MONTHS, Sort.YEARS, "2"),
        ("18", Unit.MONTHS, Sort.YEARS, None),
        ("2", Unit.DAYS, Sort.HOURS, "48"),
        ("48", Unit.HOURS, Sort.DAYS, "2"),
        ("30", Unit.HOURS, Sort.DAYS, None),
        ("1", Unit.MONTHS, Sort.DAYS, None),
        ("5", Unit.WORKING_DAYS, Sort.DAYS, None),
    ],
)
def test_a_duration_is_restated_only_where_arithmetic_fixes_the_measure(
    written: str, unit: Unit, sort: Sort, expected: str | None
) -> None:
    found: Value | None = restated(Quantity(Decimal(written), unit), Type(sort))
    assert found == (None if expected is None else Quantity(Decimal(expected), Unit(sort.value)))


def test_years_compare_with_months_as_written_constants() -> None:
    program = program_of(
        "fact payment.retention_months: months  from contract\n"
        'rule PAY-02 "Retention too long"  severity high  requires payment.retention_months <= 2 years'
    )
    for months, verdict in ((24, "satisfied"), (25, "violated")):
        facts = {"payment.retention_months": known(Quantity(Decimal(months), Unit.MONTHS))}
        assert evaluate(program, facts, date(2026, 1, 1))[0].verdict == verdict
