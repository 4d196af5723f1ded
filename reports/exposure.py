"""The deal in time, in words: the peak, its cost, each instalment, and a line of blocks for the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from ..checker.value_words import number_words, value_words
from ..exposure.curve import Exposure
from ..exposure.flows import Flow
from ..exposure.milestones import Basis
from ..messages import say
from ..policylang.core import Program, Sort, Type
from ..values import Money, Quantity, Unit
from .values import Json, number_json, value_json

_BLOCKS = " ▁▂▃▄▅▆▇█"
_WIDTH = 40
_EVENTS = ("sign", "delivery", "acceptance", "warranty_end")


@dataclass(frozen=True, slots=True)
class ExposureWords:
    """What is said of a deal's exposure."""

    summary: tuple[str, ...]
    milestones: str
    flows: tuple[str, ...]
    sparkline: str


def exposure_words(found: Exposure, program: Program, language: str) -> ExposureWords:
    """The exposure in a language."""
    return ExposureWords(
        tuple(_summary(found, program, language)),
        _milestones(found, program, language),
        tuple(_flow(flow, program, language) for flow in found.flows),
        sparkline(found),
    )


def _summary(found: Exposure, program: Program, language: str) -> Iterator[str]:
    def words(value: Money | Quantity | date) -> str:
        return value_words(value, None, program, language)

    values = [("peak", words(found.peak)), ("day", words(found.peak_on))]
    if found.effective_days is None:
        yield say("exposure.peak_undated", language, values)
    else:
        yield say("exposure.peak", language, (*values, ("days", words(Quantity(found.effective_days, Unit.DAYS)))))
    if found.never.amount:
        yield say("exposure.never", language, (("never", words(found.never)),))
    if found.no_plan:
        yield say("exposure.no_plan", language)
    elif len(found.goods) > 1:
        told = ((part.on, Money(part.amount, found.price.currency)) for part in found.goods)
        parts = [
            say("exposure.delivery", language, (("day", words(on)), ("amount", words(amount)))) for on, amount in told
        ]
        apart = any(flow.part for flow in found.flows)
        key = "exposure.deliveries_apart" if apart else "exposure.deliveries"
        yield say(key, language, (("parts", say("report.comma", language).join(parts)),))
    if found.cost is not None and found.rate is not None:
        yield say("exposure.cost", language, (("cost", words(found.cost)), ("rate", f"{number_words(found.rate)}%")))


def _milestones(found: Exposure, program: Program, language: str) -> str:
    told = []
    for name in _EVENTS:
        if (day := found.days.get(name)) is not None:
            values = (
                ("event", anchor_words(name, program, language)),
                ("day", value_words(day.on, None, program, language)),
                ("basis", basis_words(day.basis, language)),
            )
            told.append(say("exposure.milestone", language, values))
    return say("report.comma", language).join(told)


def basis_words(basis: Basis, language: str) -> str:
    """Where a day comes from."""
    return say(f"exposure.basis_{basis.value}", language)


_ANCHOR = Type(Sort.KINDS, "anchor_event")


def anchor_words(name: str, program: Program, language: str) -> str:
    """An event payment runs from, by its label in the vocabulary."""
    return value_words(name, _ANCHOR, program, language)


def _flow(flow: Flow, program: Program, language: str) -> str:
    values = (
        ("number", flow.called),
        ("amount", value_words(flow.amount, None, program, language)),
        ("anchor", anchor_words(flow.anchor, program, language)),
        ("when", when_words(flow, program, language)),
    )
    return say("exposure.flow", language, values)


def when_words(flow: Flow, program: Program, language: str) -> str:
    """When an instalment is due, to be expected, and cash."""
    if flow.due is None or flow.expected is None or flow.cash is None:
        return say("exposure.no_day", language)
    days = (("due", flow.due), ("expected", flow.expected), ("cash", flow.cash))
    values = tuple((name, value_words(day, None, program, language)) for name, day in days)
    if flow.cash != flow.expected:
        return say("exposure.due_bill", language, values)
    if flow.expected != flow.due:
        return say("exposure.due_later", language, values[:2])
    return say("exposure.due", language, values[:1])


def sparkline(found: Exposure) -> str:
    """What is open from the first day to the last in blocks of one height each; a full block is the peak."""
    peak = found.peak.amount
    if not peak:
        return ""
    first = min(found.days["sign"].on, found.points[0].on)
    length = max((found.end - first).days, 1)
    levels = (open_on(found, first + timedelta(days=at * length // (_WIDTH - 1))) for at in range(_WIDTH))
    return "".join(_BLOCKS[_level(max(level, Decimal(0)) / peak)] for level in levels)


def _level(share: Decimal) -> int:
    """The block of a share; anything open at all is to be seen."""
    return 0 if share <= 0 else max(1, int(share * (len(_BLOCKS) - 1)))


def open_on(found: Exposure, day: date) -> Decimal:
    """What stands open on a day."""
    before = [point.open for point in found.points if point.on <= day]
    return before[-1] if before else Decimal(0)


def exposure_json(found: Exposure) -> dict[str, Json]:
    """The exposure for machines."""
    return {
        "peak": value_json(found.peak),
        "peak_on": found.peak_on.isoformat(),
        "never_due": value_json(found.never),
        "effective_days": None if found.effective_days is None else number_json(found.effective_days),
        "funding_rate_pct": None if found.rate is None else number_json(found.rate),
        "cost_of_money": value_json(found.cost),
        "milestones": {
            name: {"on": day.on.isoformat(), "basis": day.basis.value} for name, day in sorted(found.days.items())
        },
        "deliveries": [
            {"on": part.on.isoformat(), "amount": value_json(Money(part.amount, found.price.currency))}
            for part in found.goods
        ],
        "instalments": [
            {
                "number": flow.number,
                "part": flow.part or None,
                "amount": value_json(flow.amount),
                "anchor": flow.anchor,
                "due": flow.due.isoformat() if flow.due else None,
                "expected": flow.expected.isoformat() if flow.expected else None,
                "cash": flow.cash.isoformat() if flow.cash else None,
                "basis": flow.basis.value,
            }
            for flow in found.flows
        ],
        "curve": [{"on": point.on.isoformat(), "open": f"{point.open:.2f}"} for point in found.points],
    }
