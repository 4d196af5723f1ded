"""A customer assessed: score, grade, limit and days, beside what is on record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..facts.fact import FactBook
from ..policylang.core import Program
from ..values import Money, Quantity, Value
from .grade import Grade, grade
from .proposal import Terms, terms
from .score import Score, score


@dataclass(frozen=True, slots=True)
class Recorded:
    """What the company granted until now."""

    grade: str | None
    limit: Money | None
    limit_expiry: date | None
    days: Quantity | None
    on_hold: bool | None


@dataclass(frozen=True, slots=True)
class Assessment:
    """`worst` and `best` are the terms of the two ends of the grade; both None when the tables give no grade."""

    as_of: date
    score: Score | None
    grade: Grade | None
    worst: Terms | None
    best: Terms | None
    recorded: Recorded

    @property
    def limit_expired(self) -> bool:
        """Whether the limit on record is no longer valid."""
        return self.recorded.limit_expiry is not None and self.recorded.limit_expiry < self.as_of


def assess(book: FactBook, program: Program, as_of: date) -> Assessment:
    """The assessment of the customer whose facts stand in a book."""
    earned = score(book, program, as_of)
    found = grade(earned, book, program, as_of) if earned is not None else None
    worst, best = (
        (terms(end, book, program, as_of) for end in (found.final.worst, found.final.best))
        if found is not None
        else (None, None)
    )
    return Assessment(as_of, earned, found, worst, best, _recorded(book))


def _recorded(book: FactBook) -> Recorded:
    def value(name: str) -> Value | None:
        return book[name].value

    grade_, limit, expiry = value("customer.grade"), value("credit.limit"), value("credit.limit_expiry")
    days, hold = value("credit.max_days"), value("credit.on_hold")
    return Recorded(
        grade_ if isinstance(grade_, str) else None,
        limit if isinstance(limit, Money) else None,
        expiry if isinstance(expiry, date) else None,
        days if isinstance(days, Quantity) else None,
        hold if isinstance(hold, bool) else None,
    )
