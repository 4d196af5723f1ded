"""What every format says of a comparison: counts, what became of a place, what it does to the verdicts."""

from __future__ import annotations

from collections import Counter

from ...comparison.model import Comparison, Effect, Row, Status, Turn
from ...messages import say
from ...values import Quantity
from ..places import place


def head_lines(found: Comparison, language: str) -> tuple[str, ...]:
    """Which files were compared, and as of which day."""
    told = {
        "template": found.template.path,
        "contract": found.contract.path,
        "day": found.contract.as_of.isoformat(),
    }
    return tuple(
        say("comparison.line", language, (("name", say(f"comparison.{key}", language)), ("value", value)))
        for key, value in told.items()
    )


def counts(found: Comparison) -> dict[str, int]:
    """How many paragraphs and rows ended in each status, in the order of the statuses."""
    counted = Counter(row.status for row in found.rows)
    return {status.value: counted[status] for status in Status}


def counts_line(found: Comparison, language: str) -> str:
    """The counts in one line."""
    values = tuple((name, str(count)) for name, count in counts(found).items())
    return say("comparison.counts", language, values)


def verdicts_line(found: Comparison, language: str) -> str:
    """How many verdicts turned each way."""
    effects = Counter(turn.effect for turn in found.turns)
    values = tuple((effect.value, str(effects[effect])) for effect in Effect)
    return say("comparison.verdict_counts", language, values)


def still_open(found: Comparison) -> int:
    """The blanks of the contract that nobody filled in; lines for a signature don't count."""
    count = found.contract.facts["contract.blank_count"].value
    return int(count.amount) if isinstance(count, Quantity) else 0


def status_words(row: Row, language: str) -> str:
    """What became of a place."""
    status = say(f"comparison.{row.status.value}", language)
    if row.moved and row.status is not Status.MOVED:
        return say("comparison.and_moved", language, (("status", status),))
    return status


def where(row: Row, language: str) -> str:
    """The place in the contract, of what was removed in the template."""
    if row.after is not None:
        return place(row.after.location, language, row.after.clause)
    unit = row.before
    old = place(unit.location, language, unit.clause) if unit is not None else ""
    return say("comparison.of_template", language, (("place", old),))


def turn_words(turn: Turn, language: str) -> str:
    """A rule and what its verdict turned to."""
    rule = turn.after.rule
    values = {
        "severity": say(f"report.severity_{rule.severity.value}", language),
        "rule": rule.id,
        "title": rule.title.get(language),
        "before": say(f"report.verdict_{turn.before.outcome.verdict.value}", language),
        "after": say(f"report.verdict_{turn.after.outcome.verdict.value}", language),
    }
    return say("comparison.turn", language, tuple(values.items()))


def worse_at(found: Comparison, row: int) -> tuple[Turn, ...]:
    """The verdicts that a place made worse."""
    return tuple(turn for turn in found.turns_at(row) if turn.effect is Effect.WORSE)


def unplaced(found: Comparison) -> tuple[Turn, ...]:
    """The verdicts that got worse, and no single place shows why."""
    return tuple(turn for turn in found.turns if turn.effect is Effect.WORSE and not turn.rows)


def better(found: Comparison) -> tuple[Turn, ...]:
    """The verdicts that got better."""
    return tuple(turn for turn in found.turns if turn.effect is Effect.BETTER)


def shown_pieces(row: Row) -> tuple[tuple[str, str, str], ...]:
    """The words of a place as kind, old, new; what was added, removed or only moved is one piece."""
    match row.status:
        case Status.ADDED:
            return (("added", "", _text(row)),)
        case Status.REMOVED:
            return (("removed", _text(row), ""),)
        case Status.MOVED | Status.UNCHANGED:
            return (("same", _text(row), _text(row)),)
        case Status.CHANGED | Status.FILLED:
            return tuple((piece.op.value, piece.before, piece.after) for piece in row.pieces)


def _text(row: Row) -> str:
    unit = row.after or row.before
    if unit is None:
        return ""
    own = unit.number if unit.number and not unit.text.lstrip().startswith(unit.number[:1]) else ""
    return f"{own} {unit.text}".strip()
