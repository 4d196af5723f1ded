"""Where a condition turns when one amount in it changes: found by halving, then written in round figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from ...values import Value
from ..core import Comparison, Type
from .samples import amount_of, moved, step_of

_FACTORS = tuple(Decimal(each) for each in ("0.9", "1.1", "0.5", "2", "0.1", "10", "0", "0.01", "100"))
_HALVINGS = 60
_GRAINS = (Decimal(1), Decimal("0.1"), Decimal("0.01"))
_CLOSE = Decimal("0.000001")


@dataclass(frozen=True, slots=True)
class Threshold:
    """Up to or from `bound` on a condition has the truth that is wanted."""

    sign: Comparison
    bound: Value


def threshold(start: Value, type: Type, holds: Callable[[Value], bool]) -> Threshold | None:
    """The border nearest to `start` beyond which `holds` is true; None when none is found."""
    size = Decimal(start.toordinal()) if isinstance(start, date) else amount_of(start)
    if size is None:
        return None

    def at(amount: Decimal) -> Value:
        return moved(start, amount - size) or start

    already = holds(start)
    for probe in _days(size) if isinstance(start, date) else _probes(size):
        if holds(at(probe)) is not already:
            outside, inside = (probe, size) if already else (size, probe)
            border = _halve(outside, inside, lambda amount: holds(at(amount)))
            return _round(border, inside > outside, type, at, holds)
    return None


def _probes(size: Decimal) -> Iterator[Decimal]:
    for factor in _FACTORS:
        yield size * factor if size else factor * 100
    yield Decimal(1)


def _days(size: Decimal) -> Iterator[Decimal]:
    for far in (30, 400, 4000):
        yield size - far
        yield size + far


def _halve(outside: Decimal, inside: Decimal, holds: Callable[[Decimal], bool]) -> Decimal:
    for _ in range(_HALVINGS):
        middle = (outside + inside) / 2
        if holds(middle):
            inside = middle
        else:
            outside = middle
    return inside


def _round(
    border: Decimal, upwards: bool, type: Type, at: Callable[[Decimal], Value], holds: Callable[[Value], bool]
) -> Threshold | None:
    """The border in round figures, on the side where the condition holds."""
    least = step_of(type)
    away = ROUND_CEILING if upwards else ROUND_FLOOR
    beyond = least if upwards else -least
    for grain in _GRAINS:
        if grain < least:
            break
        nearest = (border / grain).to_integral_value() * grain
        if abs(nearest - border) < _CLOSE:
            if holds(at(nearest)):
                return Threshold(Comparison.GE if upwards else Comparison.LE, at(nearest))
            if holds(at(nearest + beyond)):
                return Threshold(Comparison.GT if upwards else Comparison.LT, at(nearest))
    rounded = (border / least).to_integral_value(away) * least
    if not holds(at(rounded)):
        return None
    return Threshold(Comparison.GE if upwards else Comparison.LE, at(rounded))
