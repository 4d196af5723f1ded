"""A comparison as JSON, by docs/schema/compare.schema.json."""

from __future__ import annotations

from typing import TextIO

from ...checker.report import DocumentReport
from ...comparison.model import Comparison, Row, Turn
from ...comparison.units import Unit
from ..json_text import write_json
from ..places import place
from ..values import Json
from .words import counts, still_open

SCHEMA_VERSION = "1.0"


def render(found: Comparison, language: str, out: TextIO) -> None:
    """Write what differs, and every verdict that turned."""
    rows = [at for at, row in enumerate(found.rows) if row.differs]
    numbers = {at: number for number, at in enumerate(rows)}
    whole: dict[str, Json] = {
        "schema_version": SCHEMA_VERSION,
        "template": _document(found.template),
        "contract": _document(found.contract),
        "as_of": found.contract.as_of.isoformat(),
        "side": found.contract.side,
        "counts": dict[str, Json](counts(found)),
        "open": still_open(found),
        "deviates": bool(found.deviations),
        "rows": [_row(found.rows[at], language) for at in rows],
        "turned": [_turn(turn, numbers, language) for turn in found.turns],
    }
    write_json(whole, out)


def _document(document: DocumentReport) -> dict[str, Json]:
    return {"path": document.path, "sha256": document.sha256, "language": document.language}


def _row(row: Row, language: str) -> dict[str, Json]:
    return {
        "status": row.status.value,
        "moved": row.moved,
        "deviates": row.deviates,
        "clause": row.clause,
        "before": _unit(row.before, language),
        "after": _unit(row.after, language),
        "words": [{"op": piece.op.value, "before": piece.before, "after": piece.after} for piece in row.pieces],
        "filled": [{"blank": fill.name, "words": fill.words} for fill in row.fills],
    }


def _unit(unit: Unit | None, language: str) -> Json:
    if unit is None:
        return None
    return {"number": unit.number, "text": unit.text, "place": place(unit.location, language, unit.clause)}


def _turn(turn: Turn, numbers: dict[int, int], language: str) -> dict[str, Json]:
    rule = turn.after.rule
    return {
        "rule": rule.id,
        "title": rule.title.get(language),
        "severity": rule.severity.value,
        "before": turn.before.outcome.verdict.value,
        "after": turn.after.outcome.verdict.value,
        "effect": turn.effect.value,
        "rows": [numbers[at] for at in turn.rows],
    }
