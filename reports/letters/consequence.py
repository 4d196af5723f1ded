"""What follows when nothing is paid: only what the contract and the plan allow, each with its clause."""

from __future__ import annotations

from collections.abc import Iterator

from ...collection.plan import Instalment, Plan
from ...collection.points import Topic
from ...facts.fact import Evidence
from ...messages import say
from ...values import State

_TOPICS = (
    Topic.LATE_CHARGE,
    Topic.ACCELERATION,
    Topic.SUSPENSION,
    Topic.TERMINATION,
    Topic.TITLE,
    Topic.GUARANTOR,
)


def consequences(plan: Plan, one: Instalment, language: str) -> str:
    """A numbered list, one line each."""
    told = list(_told(plan, one, language))
    lines = (
        say("letters.item", language, (("number", str(number)), ("text", text))) for number, text in enumerate(told, 1)
    )
    return "\n".join(lines)


def _told(plan: Plan, one: Instalment, language: str) -> Iterator[str]:
    talks = next((step.points for step in one.steps if step.points), ())
    known = {point.topic: point.evidence for point in talks}
    steps = {step.action for step in one.steps}
    for topic in _TOPICS:
        if topic not in known or (topic is Topic.GUARANTOR and "guarantor_claim" not in steps):
            continue
        yield say(f"letters.then_{topic.value}", language) + _clause(known[topic], language)
    yield _suit(plan, language)
    if Topic.COSTS in known:
        yield say("letters.then_costs", language) + _clause(known[Topic.COSTS], language)


def _suit(plan: Plan, language: str) -> str:
    book = plan.document.facts
    forum, mode = book["dispute.forum"], book["dispute.mode"].value
    stated = forum.state is State.STATED and isinstance(forum.value, str)
    place = (
        str(forum.value) if stated else say("letters.blank", language, (("what", say("letters.what_forum", language)),))
    )
    key = "letters.then_arbitration" if mode == "arbitration" else "letters.then_suit"
    return say(key, language, (("forum", place),)) + (_clause(forum.evidence, language) if stated else "")


def _clause(evidence: tuple[Evidence, ...], language: str) -> str:
    number = next((each.clause for each in evidence if each.clause), None)
    if number is None:
        return ""
    if language == "zh" and not number.startswith("第"):
        number = say("letters.clause_number", language, (("number", number),))
    return say("letters.clause", language, (("clause", number),))
