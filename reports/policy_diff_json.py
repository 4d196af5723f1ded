"""`presign policy diff --format json`."""

from __future__ import annotations

from typing import TextIO

from ..policylang.analysis.changes import ParameterChange
from ..policylang.analysis.deal import cell_text, settings, value_text
from ..policylang.analysis.diff import PolicyDiff, RuleChange
from ..policylang.analysis.rule_parts import RuleParts
from ..values import Value
from .json_text import write_json
from .policy_diff import Page

SCHEMA_VERSION = "1.0"


def render(diff: PolicyDiff, out: TextIO) -> None:
    """Write the changes; conditions, deals and examples in English spelling."""
    found = {
        "schema_version": SCHEMA_VERSION,
        "as_of": diff.as_of.isoformat(),
        "equal": diff.equal,
        "rules": [_rule(change, diff) for change in diff.rules],
        "parameters": [
            {
                "name": change.name,
                "change": change.kind.value,
                "rules": list(change.rules),
                "rows": _rows(change, diff),
            }
            for change in diff.parameters
        ],
        "vocabulary": [{"name": change.name, "change": change.kind.value} for change in diff.vocabulary],
    }
    write_json(found, out)


def _rows(change: ParameterChange, diff: PolicyDiff) -> list[dict[str, object]]:
    """Each row that differs: since when, its cells, its value before and after."""
    shown = change.after or change.before
    assert shown is not None

    def text(value: Value | None) -> str | None:
        return None if value is None else value_text(value, shown.type, diff.new, "en")

    return [
        {
            "from": row.period.start.isoformat() if row.period.start else None,
            "cells": [
                cell_text(cell, key.type, diff.new, "en") for cell, key in zip(row.cells, shown.keys, strict=False)
            ],
            "before": text(row.before),
            "after": text(row.after),
        }
        for row in change.rows
    ]


def _rule(change: RuleChange, diff: PolicyDiff) -> dict[str, object]:
    kind = "added" if change.before is None else "removed" if change.after is None else "changed"
    found: dict[str, object] = {
        "rule": change.rule.id,
        "change": kind,
        "told": change.told.value,
        "parameters": list(change.parameters),
        "parts": [],
        "deal": None,
    }
    if change.before is not None and change.after is not None:
        parts = RuleParts(diff.old, diff.new, "en").changes(change.before, change.after)
        found["parts"] = [{"part": part.word, "before": part.before, "after": part.after} for part in parts]
    if change.deal is not None:
        deal = change.deal
        program = diff.old if deal.after is None else diff.new
        found["deal"] = {
            "given": settings(deal.case, program, "en"),
            "as_of": deal.as_of.isoformat(),
            "before": deal.before.value if deal.before else None,
            "after": deal.after.value if deal.after else None,
            "example": Page(diff, "en").example(change, deal),
        }
    return found
