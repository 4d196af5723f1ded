"""Whatever a contract states twice with different values is one of its conflicts, whichever reader met it."""

from __future__ import annotations

from collections.abc import Mapping

from ..values import Reason, State
from .fact import Evidence, Fact, stated

_CONFLICTS = "contract.conflicts"


def with_contradictions(facts: Mapping[str, Fact]) -> dict[str, Fact]:
    """The facts, each contradiction among them named in `contract.conflicts` as `fact/fact`.

    Several facts that rest on the same two places (net days and the instalments they belong to) are one conflict.
    """
    whole = facts.get(_CONFLICTS)
    names = list(whole.value) if whole is not None and isinstance(whole.value, tuple) else []
    evidence = list(whole.evidence) if whole is not None and names else []
    told = {_place(each) for each in evidence}
    for fact in facts.values():
        if fact.reason is not Reason.CONTRADICTION or f"{fact.name}/{fact.name}" in names:
            continue
        places = {_place(each) for each in fact.evidence}
        if len(places) < 2 or places <= told:
            continue
        names.append(f"{fact.name}/{fact.name}")
        evidence += fact.evidence
        told |= places
    if not names or (whole is not None and whole.state not in (State.STATED, State.ABSENT)):
        return dict(facts)
    return {**facts, _CONFLICTS: stated(_CONFLICTS, tuple(names), *evidence)}


def _place(evidence: Evidence) -> tuple[int, int, int]:
    return evidence.block, evidence.start, evidence.end
