"""How the customer pays: invoices in by the cut-off day, checked for some days, paid on the pay day of a month."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from ..facts.fact import FactBook
from ..values import Quantity, State


@dataclass(frozen=True, slots=True)
class PayProcess:
    """`cutoff` and `pay` are days of the month, the last day standing for one it doesn't have; `lead` is in days."""

    cutoff: int | None
    pay: int
    lead: int

    def paid(self, due: date) -> date:
        """The first pay day on or after a due day."""
        day = _in_month(due.year, due.month, self.pay)
        return day if day >= due else _in_month(*_next(due.year, due.month), self.pay)

    def earliest(self, invoiced: date) -> date:
        """The first pay day an invoice of a day can be in: checked in time, and in by the cut-off day."""
        ready = invoiced + timedelta(days=self.lead)
        year, month = ready.year, ready.month
        if self.cutoff is not None and ready > _in_month(year, month, self.cutoff):
            year, month = _next(year, month)
        day = _in_month(year, month, self.pay)
        return day if day >= ready else _in_month(*_next(year, month), self.pay)


def pay_process(book: FactBook) -> PayProcess | None:
    """The customer's process; None when its pay day isn't known."""
    pay = _number(book, "payproc.pay_day")
    if pay is None:
        return None
    return PayProcess(_number(book, "payproc.cutoff_day"), pay, _number(book, "payproc.lead_days") or 0)


def _number(book: FactBook, name: str) -> int | None:
    fact = book[name]
    value = fact.value
    return int(value.amount) if fact.state is State.STATED and isinstance(value, Quantity) else None


def _in_month(year: int, month: int, day: int) -> date:
    return date(year, month, min(max(day, 1), calendar.monthrange(year, month)[1]))


def _next(year: int, month: int) -> tuple[int, int]:
    return (year + 1, 1) if month == 12 else (year, month + 1)
