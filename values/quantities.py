"""Values with units. Money and rates are `Decimal`, never binary floating point."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Unit(StrEnum):
    """The unit of a plain quantity."""

    NUMBER = "number"
    PERCENT = "percent"
    HOURS = "hours"
    DAYS = "days"
    WORKING_DAYS = "working days"
    MONTHS = "months"
    YEARS = "years"


class Per(StrEnum):
    """The period a rate is charged for; `once` is a flat charge."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    ONCE = "once"


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in one currency.

    `currency` is an ISO 4217 code; amounts of different currencies are never compared or added.
    """

    amount: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class Rate:
    """A charge of `percent` of the sum it is charged on, per day, month or year, or once."""

    percent: Decimal
    per: Per


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit: 30 days, 12 months, 20 percent (`amount` is 20, not 0.2)."""

    amount: Decimal
    unit: Unit


@dataclass(frozen=True, slots=True)
class Record:
    """A row of named values (an instalment, an approval). A field that isn't there is unknown."""

    fields: tuple[tuple[str, Value], ...]

    def get(self, name: str) -> Value | None:
        """The value of a field, or None when the record doesn't say."""
        for field, value in self.fields:
            if field == name:
                return value
        return None


Value = Money | Rate | Quantity | Record | date | bool | str | tuple["Value", ...]
"""Text and the members of kinds and scales are `str`, yes/no is `bool`, a list is a tuple."""
