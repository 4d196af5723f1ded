"""Which law's deadlines count and whose working days: what a plan must know of the governing law."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from ..facts.fact import FactBook
from ..policylang.working_days import WorkCalendar, work_calendar

_ENGLAND = re.compile(r"England|English|英格兰|英国|United Kingdom", re.IGNORECASE)
_SATURDAY = 5
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Law:
    """`prc`: Chinese law governs, by the contract or (`assumed`) because nothing points abroad.

    `calendar` names the calendar of working days; None: Monday to Friday.
    """

    prc: bool
    assumed: bool
    calendar: str | None


def law_of(book: FactBook) -> Law:
    """The law a plan goes by. A domestic deal in CNY that is silent on the law is under Chinese law."""
    if book["dispute.law_is_prc"].value is True:
        return Law(True, False, "CN")
    if book["dispute.law_is_us"].value is True:
        return Law(False, False, "US")
    if book["dispute.law_is_uk_eu"].value is True:
        english = _ENGLAND.search(str(book["dispute.governing_law"].value or "")) is not None
        return Law(False, False, "ENGLAND" if english else "TARGET")
    silent = book["dispute.governing_law"].value is None
    if silent and book["contract.currency"].value == "CNY" and book["contract.cross_border"].value is not True:
        return Law(True, True, "CN")
    return Law(False, silent, None)


def works(day: date, calendar: str | None) -> bool:
    """Whether work is done on a day; outside the years of the calendar Monday to Friday are working days."""
    named: WorkCalendar | None = work_calendar(calendar) if calendar else None
    known = named.works(day) if named is not None else None
    return day.weekday() < _SATURDAY if known is None else known


def within_calendar(day: date, calendar: str | None) -> bool:
    """Whether the calendar knows the holidays of a day."""
    named = work_calendar(calendar) if calendar else None
    return named is not None and named.works(day) is not None


def working_day_before(day: date, calendar: str | None) -> date:
    """The day itself, or the last working day before it: for what mustn't come later."""
    return _moved(day, -_DAY, lambda each: works(each, calendar))


def working_day_after(day: date, calendar: str | None) -> date:
    """The day itself, or the next working day: for what mustn't come earlier."""
    return _moved(day, _DAY, lambda each: works(each, calendar))


def _moved(day: date, step: timedelta, good: Callable[[date], bool]) -> date:
    while not good(day):
        day += step
    return day
