"""Which rules a run is about, before any fact is looked at."""

from __future__ import annotations

from datetime import date

from .core import Rule


def in_force(rule: Rule, as_of: date, side: str) -> bool:
    """Whether a rule is in force on a day and watches for a side of the contract."""
    return rule.period.covers(as_of) and rule.side in (side, "both")
