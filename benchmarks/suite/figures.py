"""A figure: the ratio of two things measured in turn in one run, with its spread."""

from __future__ import annotations

import gc
import math
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

Clock = Callable[[], float]

PROCESSOR: Clock = time.process_time
"""Processor time of this process, which other work on the machine hardly moves."""
WALL: Clock = time.perf_counter


@dataclass(frozen=True, slots=True)
class Figure:
    """`ours` over `theirs`, once for each round; `asked` is the bar it is held to, if there is one."""

    key: str
    ours: str
    theirs: str
    ratios: tuple[float, ...]
    asked: str = ""
    note: str = ""

    def row(self) -> dict[str, Any]:
        """The figure as JSON."""
        return {
            "key": self.key,
            "ours": self.ours,
            "theirs": self.theirs,
            "median": _short(statistics.median(self.ratios)),
            "low": _short(min(self.ratios)),
            "high": _short(max(self.ratios)),
            "rounds": len(self.ratios),
            "asked": self.asked,
            "note": self.note,
        }


Measured = Figure | str
"""A figure; or a line about what isn't a ratio."""


def told(measured: Measured) -> str:
    """A figure as a line of text."""
    if isinstance(measured, str):
        return measured
    row = measured.row()
    asked = f", asked {row['asked']}" if row["asked"] else ""
    note = f"; {row['note']}" if row["note"] else ""
    return f"{row['ours']} / {row['theirs']} = {row['median']:g} ({row['low']:g} to {row['high']:g}{asked}){note}"


def show(measured: Iterable[Measured]) -> None:
    """Print each as it is measured: what a benchmark does that is run by itself."""
    for each in measured:
        print(told(each), flush=True)


def _short(number: float) -> float:
    """Three figures of it are all that repeat."""
    if number == 0:
        return 0.0
    return round(number, max(0, 2 - math.floor(math.log10(abs(number)))))


def spent(work: Callable[[], object], clock: Clock = PROCESSOR) -> float:
    """Seconds a piece of work takes; garbage of before isn't collected in it."""
    gc.collect()
    began = clock()
    result = work()
    taken = clock() - began
    del result
    return taken


def in_turn(
    ours: Callable[[], object], theirs: Callable[[], object], rounds: int, clock: Clock = PROCESSOR
) -> tuple[float, ...]:
    """The ratios of two pieces of work, measured one after the other in each round."""
    return tuple(spent(ours, clock) / spent(theirs, clock) for _ in range(rounds))


def exponent(sizes: Sequence[float], times: Sequence[float]) -> float:
    """The power of the size that the time grows with: the slope of the line through their logarithms."""
    slope, _ = statistics.linear_regression([math.log(size) for size in sizes], [math.log(each) for each in times])
    return slope
