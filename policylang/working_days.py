"""Working days by a named calendar: weekends, holidays, and the weekend days that are worked to make up for them.

A calendar knows the years its holidays were published for. Outside them a count is unknown, not guessed. The day a
period starts isn't counted (民法典 201; Regulation (EEC, Euratom) 1182/71 art 3(1)).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path

from ..values.data_files import read_data
from .core import Texts
from .kept_files import kept

_FOLDER = Path(__file__).with_name("calendars")
_DAY = timedelta(days=1)
_SATURDAY = 5
_LONGEST = 20_000
"""Working days counted at most: no calendar knows that many years."""


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """A calendar of working days for the years `first` to `last`, both included."""

    name: str
    label: Texts
    source: str
    first: int
    last: int
    off: frozenset[date]
    """Holidays that aren't a Saturday or Sunday."""
    on: frozenset[date]
    """Saturdays and Sundays on which work is done."""

    def works(self, day: date) -> bool | None:
        """Whether work is done on a day; None outside the years the calendar knows."""
        if not self.first <= day.year <= self.last:
            return None
        return day in self.on or (day.weekday() < _SATURDAY and day not in self.off)


def calendar_names() -> tuple[str, ...]:
    """The names of all calendars."""
    return tuple(sorted(path.stem.upper() for path in _FOLDER.glob("*.yaml")))


@cache
def work_calendar(name: str) -> WorkCalendar | None:
    """The calendar of a name; None when there is none."""
    if name not in calendar_names():
        return None
    file = _FOLDER / f"{name.lower()}.yaml"
    data = kept("calendar", (file,), lambda: read_data(file.read_text(encoding="utf-8")))
    first, last = data["years"]
    label = Texts(data["label"]["en"], data["label"]["zh"])
    off, on = (frozenset(_days(data.get(key) or {})) for key in ("holidays", "make_up"))
    return WorkCalendar(name, label, data["source"], first, last, off, on)


def shift_working_days(day: date, amount: Decimal, name: str) -> date | None:
    """The working day that is `amount` working days later (earlier when negative); zero gives the day itself.

    None for a part of a day, for a calendar that isn't there, and for a count that leaves the calendar's years.
    """
    calendar = work_calendar(name)
    if calendar is None or amount != amount.to_integral_value() or abs(amount) > _LONGEST:
        return None
    if calendar.works(day) is None:
        return None if amount else day
    left, step = abs(int(amount)), _DAY if amount > 0 else -_DAY
    while left:
        day += step
        works = calendar.works(day)
        if works is None:
            return None
        left -= works
    return day


def _days(years: dict[int, list[str]]) -> Iterator[date]:
    for year, written in years.items():
        for each in written:
            ends = [date.fromisoformat(f"{year}-{part}") for part in each.split("..")]
            day = ends[0]
            while day <= ends[-1]:
                yield day
                day += _DAY
