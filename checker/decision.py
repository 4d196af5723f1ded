"""What to do with a contract: the recommendation, the causes in order, and the loss to expect.

The recommendation is the first row of this table that fits:

| the verdicts | recommendation |
|---|---|
| a `block` rule is violated | do not sign |
| the contract, or a rule, could not be judged | do not sign |
| a `high` or `medium` rule is violated | sign after changes |
| a `block` or `high` rule is undecided | sign after changes |
| none of these | sign |

A cause's score is the sum of its violations' weights: block 10, high 4, medium 2, low 1. The weights only order the
causes; no verdict rests on them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from ..policylang.core import Blocker, Severity
from .report import DocumentReport, Finding
from .summary import errors, undecided, violated

WEIGHTS: Mapping[Severity, int] = {Severity.BLOCK: 10, Severity.HIGH: 4, Severity.MEDIUM: 2, Severity.LOW: 1}
MOST_CAUSES = 5
_UNSETTLED = (Severity.BLOCK, Severity.HIGH)
"""Left undecided, a rule of these has to be settled before signing."""


class Recommendation(StrEnum):
    """What the report advises."""

    DO_NOT_SIGN = "do_not_sign"
    SIGN_AFTER_CHANGES = "sign_after_changes"
    SIGN = "sign"


class Ground(StrEnum):
    """The row of the table that fits."""

    BLOCKED = "blocked"
    NOT_JUDGED = "not_judged"
    VIOLATED = "violated"
    OPEN = "open"
    CLEAR = "clear"


@dataclass(frozen=True, slots=True)
class Cause:
    """One of the six causes of loss: its score, its worst violation, how many there are and how many are open."""

    blocker: Blocker
    score: int
    worst: Finding
    violated: int
    undecided: int


@dataclass(frozen=True, slots=True)
class Decision:
    """The recommendation with the row it follows from, the rules that decide it, and the causes, the worst first."""

    recommendation: Recommendation
    ground: Ground
    deciding: tuple[Finding, ...]
    causes: tuple[Cause, ...]


def decide(document: DocumentReport) -> Decision:
    """The decision on one document."""
    recommendation, ground, deciding = _recommended(document)
    return Decision(recommendation, ground, deciding, _causes(document))


def recommended(
    bad: Collection[Severity], open_: Collection[Severity], *, judged: bool
) -> tuple[Recommendation, Ground]:
    """The row of the table that fits the severities of what is violated and of what is undecided.

    `judged`: whether the contract could be read whole, and every rule be judged.
    """
    if Severity.BLOCK in bad:
        return Recommendation.DO_NOT_SIGN, Ground.BLOCKED
    if not judged:
        return Recommendation.DO_NOT_SIGN, Ground.NOT_JUDGED
    if any(severity is not Severity.LOW for severity in bad):
        return Recommendation.SIGN_AFTER_CHANGES, Ground.VIOLATED
    if any(severity in _UNSETTLED for severity in open_):
        return Recommendation.SIGN_AFTER_CHANGES, Ground.OPEN
    return Recommendation.SIGN, Ground.CLEAR


def is_judged(document: DocumentReport) -> bool:
    """Whether the contract could be read whole, and every rule be judged."""
    unread = any(not gap.aside for gap in document.gaps)
    return not (errors(document) or unread or document.nothing_read or not document.rules_in_force)


def _recommended(document: DocumentReport) -> tuple[Recommendation, Ground, tuple[Finding, ...]]:
    bad, open_ = violated(document), undecided(document)
    severities = [[finding.rule.severity for finding in each] for each in (bad, open_)]
    recommendation, ground = recommended(*severities, judged=is_judged(document))
    match ground:
        case Ground.BLOCKED:
            deciding = tuple(finding for finding in bad if finding.rule.severity is Severity.BLOCK)
        case Ground.NOT_JUDGED:
            deciding = errors(document)
        case Ground.VIOLATED:
            deciding = tuple(finding for finding in bad if finding.rule.severity is not Severity.LOW)
        case Ground.OPEN:
            deciding = tuple(finding for finding in open_ if finding.rule.severity in _UNSETTLED)
        case Ground.CLEAR:
            deciding = ()
    return recommendation, ground, deciding


def _causes(document: DocumentReport) -> tuple[Cause, ...]:
    """The causes with violations, by score; equal scores in the order of the causes.

    A violation that serves two causes is shown with the first of them, as long as the other has one of its own.
    """
    bad, open_ = violated(document), undecided(document)
    own = {blocker: [finding for finding in bad if blocker in finding.rule.blockers] for blocker in Blocker}
    scores = {blocker: sum(WEIGHTS[each.rule.severity] for each in found) for blocker, found in own.items() if found}
    causes: list[Cause] = []
    for blocker, score in sorted(scores.items(), key=lambda item: -item[1]):
        shown = {cause.worst.rule.id for cause in causes}
        worst = next((each for each in own[blocker] if each.rule.id not in shown), own[blocker][0])
        left = sum(blocker in finding.rule.blockers for finding in open_)
        causes.append(Cause(blocker, score, worst, len(own[blocker]), left))
    return tuple(causes)
