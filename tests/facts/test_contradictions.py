"""Terms that stand twice with different values are conflicts of the contract, and TRU-05 is violated by them."""

from __future__ import annotations

import pytest
from presign.facts.contradictions import with_contradictions
from presign.facts.fact import Evidence, Fact, absent, stated, unknown
from presign.parsers.document import Location, Part
from presign.values import Reason, State

CONFLICTS = "contract.conflicts"


def quote(start: int, block: int = 0) -> Evidence:
    return Evidence(block, start, start + 5, "words", Location(Part.BODY))


def apart(name: str, *evidence: Evidence) -> Fact:
    return unknown(name, Reason.CONTRADICTION, *evidence)


def conflicts(*facts: Fact) -> object:
    return with_contradictions({fact.name: fact for fact in facts})[CONFLICTS].value


def test_facts_on_the_same_two_places_are_one_conflict() -> None:
    here, there = quote(0), quote(0, block=7)
    found = conflicts(
        absent(CONFLICTS), apart("payment.net_days", here, there), apart("payment.instalments", here, there)
    )
    assert found == ("payment.net_days/payment.net_days",)


def test_a_second_matter_is_a_second_conflict_and_the_known_ones_stay() -> None:
    known = stated(CONFLICTS, ("contract.amount/contract.amount_words",), quote(40))
    late = apart("remedy.late_fee", quote(0, block=2), quote(9, block=3))
    assert conflicts(known, late) == ("contract.amount/contract.amount_words", "remedy.late_fee/remedy.late_fee")


def test_one_sentence_that_cannot_be_settled_is_no_conflict_of_the_contract() -> None:
    same = quote(0)
    facts = {CONFLICTS: absent(CONFLICTS), "remedy.suspend_right": apart("remedy.suspend_right", same, same)}
    assert with_contradictions(facts)[CONFLICTS].state is State.ABSENT


@pytest.mark.parametrize("reason", [reason for reason in Reason if reason is not Reason.CONTRADICTION])
def test_other_reasons_are_no_conflict(reason: Reason) -> None:
    facts = {CONFLICTS: absent(CONFLICTS), "payment.net_days": unknown("payment.net_days", reason, quote(0), quote(9))}
    assert with_contradictions(facts)[CONFLICTS].state is State.ABSENT
