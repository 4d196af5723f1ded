"""The company's dunning ladder for a customer: which grade's, and what the customer's habits make of it.

The days come from the table `ladder_offset` (grade × action). A habitual late payer, by the thresholds the credit
rules use, is dunned by the ladder of the next stricter grade.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ..facts.fact import FactBook
from ..policylang.core import Program
from ..policylang.parameter_values import named_value, parameter_value
from ..values import Quantity

TABLE = "ladder_offset"
Offsets = Mapping[str, int]
_HABITS = (
    ("history.broken_promises_12m", "broken_promises_alarm", "at_least"),
    ("history.avg_days_late", "max_avg_days_late", "over"),
    ("history.on_time_ratio", "min_on_time_pct", "under"),
)


@dataclass(frozen=True, slots=True)
class Habit:
    """A figure of the customer's history that makes a habitual late payer, and the parameter it is measured by."""

    fact: str
    value: Quantity
    parameter: str
    limit: Quantity


@dataclass(frozen=True, slots=True)
class Ladder:
    """`grade` is the customer's own, None when it isn't known; `used` is the grade whose days are taken.

    `lead` is how many days the customer's own payment process takes; a reminder comes no later before the due day.
    """

    grade: str | None
    used: str
    habits: tuple[Habit, ...]
    lead: int
    actions: tuple[str, ...]
    """All actions, also those the company's table doesn't have."""
    offsets: Offsets

    def offset(self, action: str) -> int | None:
        """Days from the due day, before it when negative; None when the company's table has no such step."""
        days = self.offsets.get(action)
        return min(days, -self.lead) if days is not None and action == "reminder" else days


def offsets_of(program: Program, grade: str, day: date) -> Offsets:
    """The company's days of a grade by action; an action the table doesn't have isn't there."""
    found: dict[str, int] = {}
    for action in program.members["ladder_action"].members if TABLE in program.parameters else ():
        value = named_value(program, TABLE, (grade, action), day)
        if isinstance(value, Quantity):
            found[action] = int(value.amount)
    return found


def ladder_of(book: FactBook, program: Program, day: date, known: dict[str, Offsets] | None = None) -> Ladder:
    """The ladder for the customer of a book; `known` keeps the days of each grade from one customer to the next.

    An unknown grade takes the strictest but the lowest (which is for customers who pay ahead).
    """
    known = {} if known is None else known
    grades = program.members["grade"].members
    value = book["customer.grade"].value
    grade = value if isinstance(value, str) and value in grades else None
    habits = tuple(_habits(book, program, day))
    used = grade if grade is not None else grades[min(1, len(grades) - 1)]
    if habits and grade is not None:
        used = grades[max(0, grades.index(grade) - 1)]
    lead = book["payproc.lead_days"].value
    if used not in known:
        known[used] = offsets_of(program, used, day)
    days = int(lead.amount) if isinstance(lead, Quantity) else 0
    return Ladder(grade, used, habits, days, program.members["ladder_action"].members, known[used])


def _habits(book: FactBook, program: Program, day: date) -> Iterator[Habit]:
    for fact, parameter, sense in _HABITS:
        value = book[fact].value
        declared = program.parameters.get(parameter)
        limit = parameter_value(declared, (), day, program.members) if declared is not None else None
        if isinstance(value, Quantity) and isinstance(limit, Quantity) and _beyond(value, limit, sense):
            yield Habit(fact, value, parameter, limit)


def _beyond(value: Quantity, limit: Quantity, sense: str) -> bool:
    match sense:
        case "at_least":
            return value.amount >= limit.amount
        case "over":
            return value.amount > limit.amount
        case _:
            return value.amount < limit.amount
