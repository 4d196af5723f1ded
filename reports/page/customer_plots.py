"""The drawings of a customer's page, in SVG that needs no script: what was owed when, and how each invoice was paid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from ...assessment.payments import Level, Paid
from ...values import Money, Quantity, Unit
from ..customer_speaker import Speaker
from .plot_labels import peak_foot

WIDTH, HEIGHT = 520, 230
_LEFT, _RIGHT, _TOP, _BOTTOM = 8, 8, 22, 26
_AXIS = 40
"""Room for the figures of the axis of days."""
_STEPS = (5, 10, 15, 30, 60, 90, 180, 365)
_TALL = 3
"""A limit more than this many times the most that was owed would press the curve flat, and isn't drawn."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A line across the drawing, or a day under it, with its words."""

    at: float
    words: str
    anchor: str = "start"


@dataclass(frozen=True, slots=True)
class CurvePlot:
    """What was owed, as an area in a box of 520 by 230, with the limit where there is one."""

    says: str
    area: str
    line: str
    base: float
    ticks: tuple[Mark, ...]
    limit: Mark | None
    peak: Mark
    peak_y: float
    """The foot of the words at the peak."""


@dataclass(frozen=True, slots=True)
class Stem:
    """An invoice: from the line of the due day to the day it was paid. `kind`: late, early, open."""

    x: float
    y: float
    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class PaymentPlot:
    """Invoices by due day, days late upwards, in a box of 520 by 230."""

    says: str
    zero: float
    left: float
    lines: tuple[Mark, ...]
    ticks: tuple[Mark, ...]
    stems: tuple[Stem, ...]


def curve_plot(curve: Sequence[Level], limit: Money | None, speaker: Speaker) -> CurvePlot | None:
    """The drawing of what was owed; None where nothing was."""
    if not curve or (top := max(level.owed.amount for level in curve)) <= 0:
        return None
    currency, first, last = curve[0].owed.currency, curve[0].on, curve[-1].on
    peak = next(level for level in curve if level.owed.amount == top)
    drawn = limit if limit is not None and limit.currency == currency and 0 < limit.amount <= _TALL * top else None
    most = max(top, drawn.amount) if drawn is not None else top
    base = HEIGHT - _BOTTOM

    def y(amount: Decimal) -> float:
        return round(base - float(max(amount, Decimal(0)) / most) * (base - _TOP), 1)

    def x(day: date) -> float:
        return _x(day, first, last, _LEFT)

    corners = [(x(first), y(curve[0].owed.amount))]
    for before, after in pairwise(curve):
        corners += [(x(after.on), y(before.owed.amount)), (x(after.on), y(after.owed.amount))]
    line = " ".join(f"{at},{height}" for at, height in corners)
    words = {"start": speaker.words(first), "end": speaker.words(last), "peak": speaker.words(peak.owed)}
    middle = x(peak.on) > WIDTH / 2
    return CurvePlot(
        speaker.say("assessment.curve_says", **words),
        f"{x(first)},{base} {line} {x(last)},{base}",
        line,
        base,
        (Mark(x(first), first.isoformat()), Mark(x(last), last.isoformat(), "end")),
        Mark(y(drawn.amount), speaker.say("assessment.limit_line", limit=speaker.words(drawn))) if drawn else None,
        Mark(x(peak.on), words["peak"], "end" if middle else "start"),
        peak_foot(y(top), y(drawn.amount) if drawn is not None else None),
    )


def payment_plot(found: Sequence[Paid], speaker: Speaker) -> PaymentPlot | None:
    """The drawing of how invoices were paid; None without any."""
    if not found:
        return None
    # An invoice that isn't due yet is neither early nor late.
    shown = [each for each in found if each.paid_on is not None or each.days_late > 0]
    worst = max((each.days_late for each in shown), default=0)
    early = max((-each.days_late for each in shown), default=0)
    above, below = max(worst, 5), max(early, 2)
    bottom = HEIGHT - _BOTTOM

    def y(days: int) -> float:
        return round(_TOP + (above - days) / (above + below) * (bottom - _TOP), 1)

    first, last = found[0].due_on, found[-1].due_on
    return PaymentPlot(
        speaker.say("assessment.payments_says", worst=speaker.words(Quantity(Decimal(max(worst, 0)), Unit.DAYS))),
        y(0),
        _AXIS,
        tuple(Mark(y(days), str(days)) for days in _lines(above)),
        (Mark(_x(first, first, last, _AXIS), first.isoformat()), Mark(WIDTH - _RIGHT, last.isoformat(), "end")),
        tuple(_stem(each, _x(each.due_on, first, last, _AXIS), y(each.days_late)) for each in shown),
    )


def _stem(paid: Paid, x: float, y: float) -> Stem:
    kind = "open" if paid.paid_on is None else "late" if paid.days_late > 0 else "early"
    return Stem(x, y, kind, paid.number)


def _lines(above: int) -> Iterator[int]:
    """The due day, and round numbers of days above it, four at most."""
    step = next((each for each in _STEPS if above <= 4 * each), above)
    yield from range(0, above + 1, step)


def _x(day: date, first: date, last: date, left: int) -> float:
    share = (day - first).days / max((last - first).days, 1)
    return round(left + 4 + share * (WIDTH - left - 8 - _RIGHT), 1)
