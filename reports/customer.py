"""`presign customer` as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import TextIO

import click
from rich.cells import cell_len

from ..assessment.assess import Assessment
from ..assessment.payments import Level, Paid, levels, payments, telling
from ..assessment.subject import Subject
from ..policylang.core import Program
from ..values import Money
from .customer_payments import fate, payments_title
from .customer_speaker import Speaker
from .customer_words import CustomerWords, customer_words
from .wrap import wrapped

_SHADES = " ▁▂▃▄▅▆▇█"
_BAR, _CURVE, _LATE = 20, 40, 24
_LATEST = 18
"""How many invoices are listed; the page has more."""
_TONES = {"sign": "green", "do_not_sign": "bright_red", "": "yellow"}


def render(about: Subject, found: Assessment, program: Program, language: str, out: TextIO, *, full: bool) -> None:
    """Write the customer's file; registration number and account masked unless `full`."""
    words = customer_words(about, found, program, language, full=full)
    for line in _lines(words, Speaker(about, found, program, language)):
        click.echo(line, file=out)


def _lines(words: CustomerWords, speaker: Speaker) -> Iterator[str]:
    yield click.style(words.name, bold=True)
    for title, value in words.who:
        yield f"  {speaker.pair(title, value)}"
    yield ""
    grade = click.style(words.grade, fg=_TONES[words.tone], bold=True)
    yield speaker.bracketed(grade, speaker.say("assessment.as_of", day=speaker.words(speaker.found.as_of)))
    for ground in words.grounds:
        yield from wrapped(ground, "  ", "    ")
    yield from _terms(words, speaker)
    yield from _criteria(words, speaker)
    yield from _money(words, speaker)
    yield from _payments(speaker)
    yield ""
    yield speaker.say("assessment.habits")
    for line in words.habits:
        yield from wrapped(line, "  ", "    ")


def _terms(words: CustomerWords, speaker: Speaker) -> Iterator[str]:
    if not words.terms:
        return
    heading = ("", *(speaker.say(f"assessment.{name}") for name in ("proposed", "recorded")), "")
    yield ""
    yield from _columns([heading, *((row.label, row.proposed, row.recorded, row.remark) for row in words.terms)])
    for line in words.formulas:
        yield from wrapped(line, "  ", "    ")


def _criteria(words: CustomerWords, speaker: Speaker) -> Iterator[str]:
    if words.criteria:
        yield ""
        yield speaker.say("assessment.criteria")
        yield from _columns(
            [(each.label, each.value, bar(each.low, each.high), each.points, each.source) for each in words.criteria]
        )
    if words.knock_outs:
        yield speaker.say("assessment.knock_outs")
        yield from _columns(words.knock_outs)


def _money(words: CustomerWords, speaker: Speaker) -> Iterator[str]:
    file, limit = speaker.about.file, speaker.found.recorded.limit
    curve = levels(file.dealings) if file is not None else ()
    if words.exposure:
        yield ""
        yield f"{speaker.say('assessment.exposure')}  {_used(speaker, limit)}".rstrip()
        for line in words.exposure:
            yield from wrapped(line, "  ", "    ")
    if any(level.owed.amount > 0 for level in curve):
        yield f"  {speaker.pair(speaker.say('assessment.curve'), sparkline(curve))}"
    if words.ageing:
        yield ""
        yield speaker.say("assessment.ageing")
        yield from _columns([(each.label, each.amount, bar(each.share, each.share)) for each in words.ageing])


def _used(speaker: Speaker, limit: Money | None) -> str:
    """The exposure as a bar that is full at the limit; what is beyond it is marked."""
    exposure = speaker.about.book["credit.exposure"].value
    if not isinstance(exposure, Money) or limit is None or limit.currency != exposure.currency or limit.amount <= 0:
        return ""
    share = exposure.amount / limit.amount
    shown = min(max(share, Decimal(0)), Decimal(1))
    return f"[{bar(shown, shown)}]" + ("▶" if share > 1 else "")


def _payments(speaker: Speaker) -> Iterator[str]:
    file = speaker.about.file
    yield ""
    if file is None:
        yield from wrapped(speaker.say("assessment.no_ledger"))
        return
    if not telling(file.dealings):
        yield from wrapped(speaker.say("assessment.no_payments"))
        return
    found = payments(file.dealings)
    yield payments_title(found, speaker)
    if len(found) > _LATEST:
        yield f"  {speaker.say('assessment.latest', count=str(_LATEST))}"
    shown = found[-_LATEST:]
    most = max((each.days_late for each in shown), default=0)
    yield from _columns(
        [
            (
                each.number,
                each.due_on.isoformat(),
                speaker.words(each.amount),
                late_bar(each, most),
                fate(each, speaker),
            )
            for each in shown
        ]
    )


def bar(low: Decimal, high: Decimal) -> str:
    """A share of 1 as blocks: full up to `low`, shaded up to `high`."""
    ends = [int((share * _BAR).quantize(Decimal(1), ROUND_HALF_UP)) for share in (low, high)]
    return "█" * ends[0] + "▒" * (ends[1] - ends[0]) + "·" * (_BAR - ends[1])


def late_bar(paid: Paid, most: int) -> str:
    """Days late as blocks after a line that is the due day, hollow while the invoice is open."""
    length = 0 if paid.days_late <= 0 else max(1, round(paid.days_late * _LATE / max(most, _LATE)))
    return "│" + ("█" if paid.paid_on is not None else "░") * length


def sparkline(curve: Sequence[Level]) -> str:
    """What was owed over time, in blocks of one height each; a full block is the most."""
    first, last = curve[0].on, curve[-1].on
    most = max(level.owed.amount for level in curve)
    told = []
    for at in range(_CURVE):
        day = first + (last - first) * at // (_CURVE - 1)
        owed = [level.owed.amount for level in curve if level.on <= day][-1]
        told.append(_SHADES[0 if owed <= 0 else max(1, int(owed * (len(_SHADES) - 1) / most))])
    return "".join(told)


def _columns(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows with their cells under one another; a Han character is two columns wide."""
    widths = [max(cell_len(cell) for cell in column) for column in zip(*rows, strict=True)] if rows else []
    for row in rows:
        cells = (cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True))
        yield f"  {'  '.join(cells)}".rstrip()
