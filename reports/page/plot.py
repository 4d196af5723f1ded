"""The exposure as a drawing: a staircase of what stands open, with the limit, in SVG that needs no script."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ...checker.value_words import value_words
from ...exposure.curve import Exposure
from ...messages import say
from ...policylang.core import Program
from ...values import Money
from .plot_labels import DATE_WIDTH, peak_foot, words_left_of

WIDTH, HEIGHT = 720, 200
_LEFT, _TOP, _BOTTOM = 8, 18, 26


@dataclass(frozen=True, slots=True)
class Tick:
    """A day under the axis."""

    x: float
    words: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Plot:
    """The parts of the drawing, in units of a box of 720 by 200. `rows` are its figures for those who can't see it."""

    says: str
    area: str
    line: str
    base: float
    ticks: tuple[Tick, ...]
    limit_y: float | None
    limit_words: str
    peak_x: float
    peak_y: float
    """The foot of the words at the peak."""
    peak_words: str
    rows: tuple[tuple[str, str], ...]


def plot(found: Exposure, limit: Money | None, program: Program, language: str) -> Plot | None:
    """The drawing; None where nothing is ever open. A limit in another currency, or far above, isn't drawn."""
    if not found.peak.amount:
        return None
    first, last = min(found.days["sign"].on, found.points[0].on), found.end
    top = found.peak.amount
    shown = limit if limit is not None and limit.currency == found.peak.currency and limit.amount < 3 * top else None
    top = max(top, shown.amount) if shown is not None else top
    base = HEIGHT - _BOTTOM

    def x(day: date) -> float:
        share = (day - first).days / max((last - first).days, 1)
        return round(_LEFT + share * (WIDTH - 2 * _LEFT), 1)

    def y(amount: Decimal) -> float:
        return round(base - float(max(amount, Decimal(0)) / top) * (base - _TOP), 1)

    steps = list(_steps(found, first, last))
    line = " ".join(f"{x(day)},{y(amount)}" for day, amount in steps)

    def words(value: Money | date) -> str:
        return value_words(value, None, program, language)

    said = (("start", words(first)), ("end", words(last)), ("peak", words(found.peak)))
    return Plot(
        say("exposure.plot", language, said),
        f"{x(first)},{base} {line} {x(last)},{base}",
        line,
        base,
        tuple(_ticks(found, first, last, x)),
        y(shown.amount) if shown is not None else None,
        say("exposure.limit", language, (("limit", words(shown)),)) if shown is not None else "",
        x(found.peak_on),
        peak_foot(y(found.peak.amount), y(shown.amount) if shown is not None else None),
        words(found.peak),
        tuple((words(point.on), words(Money(point.open, found.peak.currency))) for point in found.points),
    )


def _steps(found: Exposure, first: date, last: date) -> Iterator[tuple[date, Decimal]]:
    """The corners of the staircase."""
    level = Decimal(0)
    yield first, level
    for point in found.points:
        yield point.on, level
        level = point.open
        yield point.on, level
    yield last, level


def _ticks(found: Exposure, first: date, last: date, x: Callable[[date], float]) -> Iterator[Tick]:
    """The first and last day and those of changes, as far as their words don't touch."""
    # Where the words of the tick before end.
    taken = -1000.0
    for day in (first, *(point.on for point in found.points), last):
        at = x(day)
        anchor = "start" if at < 60 else "end" if at > WIDTH - 60 else "middle"
        left = at - words_left_of(anchor)
        if left >= taken and (anchor != "middle" or WIDTH - at >= 95 or day == last):
            taken = left + DATE_WIDTH + 10
            yield Tick(at, day.isoformat(), anchor)
