"""The terms a customer's grade allows, beside those on record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ..assessment.proposal import SALES, Terms
from ..values import Money, Quantity
from .customer_speaker import Speaker


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table of terms: what is proposed, what is on record, and how they compare."""

    label: str
    proposed: str
    recorded: str
    remark: str


def term_rows(speaker: Speaker) -> Iterator[Row]:
    """Grade, limit and days; nothing without a grade."""
    found = speaker.found
    worst, best, recorded = found.worst, found.best, found.recorded
    if worst is None or best is None or found.grade is None:
        return
    scale = speaker.program.members["grade"].members if "grade" in speaker.program.members else ()
    ranks = {member: Decimal(rank) for rank, member in enumerate(scale)}
    ends = [ranks.get(end) for end in (worst.grade, best.grade)]
    own = ranks.get(recorded.grade) if recorded.grade else None
    yield Row(
        speaker.say("assessment.row_grade"),
        speaker.grades(found.grade.final),
        recorded.grade or speaker.say("report.unknown"),
        _compared(speaker, ends, own),
    )
    yield _row(speaker, "limit", (worst.limit, best.limit), recorded.limit, _limit_remarks(speaker))
    yield _row(speaker, "days", (worst.days, best.days), recorded.days, [])


def _row(
    speaker: Speaker,
    name: str,
    ends: tuple[Money | Quantity | None, Money | Quantity | None],
    recorded: Money | Quantity | None,
    remarks: list[str],
) -> Row:
    low, high = (speaker.words(end) for end in ends)
    alike = {end.currency for end in (*ends, recorded) if isinstance(end, Money)}
    amounts = [end.amount if end is not None else None for end in ends]
    said = _compared(speaker, amounts, recorded.amount if recorded is not None else None) if len(alike) < 2 else ""
    title = speaker.say("assessment.row_limit" if name == "limit" else "assessment.row_days")
    proposed = low if low == high else speaker.say("assessment.to", worst=low, best=high)
    return Row(title, proposed, speaker.words(recorded), speaker.listed([each for each in (said, *remarks) if each]))


def _limit_remarks(speaker: Speaker) -> list[str]:
    recorded, told = speaker.found.recorded, []
    if speaker.found.limit_expired:
        told.append(speaker.say("assessment.expired", day=speaker.words(recorded.limit_expiry)))
    if recorded.on_hold:
        told.append(speaker.say("assessment.on_hold"))
    return told


def _compared(speaker: Speaker, ends: Sequence[Decimal | None], own: Decimal | None) -> str:
    """How what is on record stands to the range that is proposed; nothing while it may be either."""
    known = [end for end in ends if end is not None]
    if own is None or len(known) < len(ends):
        return ""
    if own > max(known):
        return speaker.say("assessment.higher")
    if own < min(known):
        return speaker.say("assessment.lower")
    return speaker.say("assessment.same") if max(known) == min(known) else ""


def formulas(speaker: Speaker) -> Iterator[str]:
    """How the limit was worked out, or what keeps it from being so."""
    found = speaker.found
    ends: list[Terms] = [end for end in (found.worst, found.best) if end is not None]
    for end in ends[:1] if len({each.grade for each in ends}) == 1 else ends:
        if end.sales is not None and end.limit is not None:
            yield speaker.say(
                "assessment.formula",
                grade=end.grade,
                sales=speaker.words(end.sales),
                days=speaker.words(end.days),
                factor=speaker.words(end.factor),
                limit=speaker.words(end.limit),
            )
    if any(end.limit is None and end.sales is None for end in ends):
        yield speaker.say("assessment.no_limit", facts=speaker.label(SALES))
