"""Which rules and exceptions a run is about, before any fact is looked at."""

from __future__ import annotations

from datetime import date

from .core import Excuse, Rule


def in_force(rule: Rule, as_of: date, side: str) -> bool:
    """Whether a rule is in force on a day, watches for a side of the contract, and isn't switched off."""
    return rule.period.covers(as_of) and rule.side in (side, "both") and not switched_off(rule, as_of)


def switched_off(rule: Rule, as_of: date) -> bool:
    """Whether a company's policy switches the rule off on a day."""
    return rule.off is not None and rule.off.period.covers(as_of)


def excuses_on(rule: Rule, as_of: date) -> tuple[Excuse, ...]:
    """The exceptions of a rule that are in force on a day."""
    return tuple(excuse for excuse in rule.excuses if excuse.period.covers(as_of))
