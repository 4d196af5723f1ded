"""A collection plan for machines: codes instead of words, days as ISO 8601."""

from __future__ import annotations

from ..collection.deadlines import Deadline
from ..collection.plan import Instalment, Plan, Step
from ..ledger.store.steps import Taken
from .plan_words import buyer_name
from .values import Json, evidence_json, value_json


def plan_json(plan: Plan) -> dict[str, Json]:
    """The plan of one document."""
    ladder, book = plan.ladder, plan.document.facts
    return {
        "path": plan.document.path,
        "sha256": plan.document.sha256,
        "as_of": plan.document.as_of.isoformat(),
        "customer": buyer_name(book) or None,
        "contract": value_json(book["contract.number"].value),
        "grade": ladder.grade,
        "ladder_grade": ladder.used,
        "grade_assumed": ladder.grade is None,
        "habits": [
            {"fact": each.fact, "value": value_json(each.value), "limit": value_json(each.limit)}
            for each in ladder.habits
        ],
        "calendar": plan.law.calendar,
        "chinese_law": plan.law.prc,
        "owner": plan.owner,
        "scheduled": plan.scheduled,
        "sound": plan.sound,
        "paid_ahead": [
            {
                "number": flow.number,
                "part": flow.part or None,
                "amount": value_json(flow.amount),
                "due": value_json(flow.due),
            }
            for flow in plan.ahead
        ],
        "instalments": [_instalment(each) for each in plan.instalments],
        "blockers": [finding.rule.id for finding in plan.blockers],
    }


def _instalment(one: Instalment) -> dict[str, Json]:
    flow, first = one.flow, one.first
    found: dict[str, Json] = {
        "number": flow.number,
        "part": flow.part or None,
        "amount": value_json(flow.amount),
        "anchor": flow.anchor,
        "due": value_json(flow.due),
        "expected": value_json(flow.expected),
        "basis": flow.basis.value,
        "retention": flow.retention,
        "bill": one.bill,
        "matures": value_json(one.matures),
        "first": None,
        "steps": [_step(step) for step in one.steps],
        "also_done": [{"action": each.action, **_taken(each)} for each in one.also],
        "deadlines": [_deadline(each) for each in one.deadlines],
        "left_out": [
            {"action": each.action, "why": each.why.value, "basis": list(each.basis)} for each in one.left_out
        ],
        "too_late": [
            {"deadline": each.deadline.kind.value, "action": each.action, "day": value_json(each.day)}
            for each in one.late
        ],
    }
    if first is not None:
        found["first"] = {"event": first.anchor, "day": first.day.isoformat(), "basis": list(first.basis)}
    return found


def _step(step: Step) -> dict[str, Json]:
    return {
        "day": step.day.isoformat(),
        "planned": step.planned.isoformat(),
        "action": step.action,
        "owner": step.owner,
        "channel": step.channel,
        "waits_for_contract": step.waits,
        "standing": step.stand.standing.value if step.stand is not None else None,
        "done": _taken(step.stand.taken) if step.stand is not None and step.stand.taken is not None else None,
        "basis": list(step.basis),
        "evidence": [evidence_json(each) for each in step.evidence],
        "points": [
            {"topic": point.topic.value, "evidence": [evidence_json(each) for each in point.evidence]}
            for point in step.points
        ],
    }


def _taken(taken: Taken) -> dict[str, Json]:
    return {"on": taken.done_on.isoformat(), "by": taken.person or None, "note": taken.note or None}


def _deadline(deadline: Deadline) -> dict[str, Json]:
    return {
        "kind": deadline.kind.value,
        "last": deadline.last.isoformat(),
        "remind": deadline.remind.isoformat(),
        "by_statute": deadline.by_statute,
        "basis": list(deadline.basis),
        "evidence": [evidence_json(each) for each in deadline.evidence],
    }
