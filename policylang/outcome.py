"""What the evaluation of one rule gives."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """How a rule ended."""

    VIOLATED = "violated"
    SATISFIED = "satisfied"
    NOT_APPLICABLE = "not_applicable"
    UNDECIDED = "undecided"
    EXCEPTED = "excepted"
    WAIVED = "waived"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The verdict on one rule.

    `missing` names, in order of first use, the facts that would decide it; a parameter by its own name where no version
    or row covers the case. It is empty for a decided verdict; a violation with missing facts is one the rule assumes
    while undecided (`when undecided: violated`). In an error it names the facts whose values don't fit their types.
    `unproven` names exceptions whose condition is unknown: the violation stands until one is proven.
    """

    rule: str
    verdict: Verdict
    missing: tuple[str, ...] = ()
    exception: str = ""
    unproven: tuple[str, ...] = ()
