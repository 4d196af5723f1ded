"""Whatever a contract states twice with different values is one of its conflicts, whichever reader met it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..values import Money, Reason, State
from .fact import Evidence, Fact, stated
from .parties.names import comparable

_CONFLICTS = "contract.conflicts"


def with_contradictions(facts: Mapping[str, Fact]) -> dict[str, Fact]:
    """The facts, each pair of them that differs named in `contract.conflicts`, a contradictory one as `fact/fact`.

    Several facts that rest on the same two places (net days and the instalments they belong to) are one conflict.
    """
    whole = facts.get(_CONFLICTS)
    pairs = dict(_pairs(facts))
    names = [*pairs, *(whole.value if whole is not None and isinstance(whole.value, tuple) else ())]
    evidence = [each for places in pairs.values() for each in places]
    evidence += whole.evidence if whole is not None and whole.state is State.STATED else ()
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


def _pairs(facts: Mapping[str, Fact]) -> Iterator[tuple[str, tuple[Evidence, ...]]]:
    """Facts that must be one another's equals, each two that aren't with the words of both."""
    amount = facts.get("contract.amount")
    for other in ("contract.amount_words", "contract.line_total"):
        if amount is not None and other in facts and _differ(amount, facts[other]):
            yield f"contract.amount/{other}", amount.evidence + facts[other].evidence
    names = facts.get("party.buyer_names_found")
    if (
        names is not None
        and isinstance(names.value, tuple)
        and len({comparable(str(name)) for name in names.value}) > 1
    ):
        yield "party.buyer_name/party.buyer_names_found", names.evidence


def _differ(first: Fact, second: Fact) -> bool:
    return isinstance(first.value, Money) and isinstance(second.value, Money) and first.value != second.value
