"""The proofs a reader asks for: rules by their id, and why they fired or didn't."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..policylang.core import Program
from ..policylang.outcome import Outcome
from .report import DocumentReport, Finding, PackRun

if TYPE_CHECKING:
    from ..policylang.why import Reasons

_GIVEN = ("ref.",)
"""Facts nobody can change by mending a contract: the day, the reference rates."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The rules asked for: `why` a verdict is what it is, `why_not` violated."""

    why: tuple[str, ...] = ()
    why_not: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.why or self.why_not)


NOTHING = Asked()


@dataclass(frozen=True, slots=True)
class Proof:
    """The proof of one finding. `why_not` says how it was asked for.

    `idle` is the rule's pack where it didn't judge the contract: the reasons are then those there would be.
    """

    finding: Finding
    reasons: Reasons
    why_not: bool = False
    idle: PackRun | None = None

    @property
    def outcome(self) -> Outcome:
        """The verdict that counts."""
        return self.finding.outcome if self.idle is not None else self.reasons.outcome


@dataclass(frozen=True, slots=True)
class NoRule:
    """A rule asked for that no pack has, with the id nearest to it, if any."""

    rule: str
    near: str = ""


def unknown_rule(asked: Asked, program: Program) -> NoRule | None:
    """The first rule asked for that the program doesn't have. Letter case doesn't matter."""
    if not asked:
        return None
    from difflib import get_close_matches

    ids = [rule.id for rule in program.rules]
    known = {id.upper() for id in ids}
    for rule in (*asked.why, *asked.why_not):
        if rule.upper() not in known:
            near = get_close_matches(rule.upper(), ids, n=1)
            return NoRule(rule, near[0] if near else "")
    return None


def proofs(document: DocumentReport, program: Program, asked: Asked) -> tuple[Proof, ...]:
    """The proofs asked for on one document, in the order of asking, each once."""
    wanted: dict[str, bool] = {}
    for rule, why_not in (*((each, False) for each in asked.why), *((each, True) for each in asked.why_not)):
        wanted.setdefault(rule.upper(), why_not)
    found = {finding.rule.id.upper(): finding for finding in document.findings}
    return tuple(_proof(found[rule], document, program, why_not) for rule, why_not in wanted.items())


def _proof(finding: Finding, document: DocumentReport, program: Program, why_not: bool) -> Proof:
    from ..policylang.why import explain

    fixed: Sequence[str] = [name for name in program.facts if name.startswith(_GIVEN)]
    reasons = explain(finding.rule, program, document.facts, document.as_of, document.side, fixed)
    idle = next((run for run in document.packs if not run.ran and run.pack.path == finding.rule.span.path), None)
    return Proof(finding, reasons, why_not, idle)
