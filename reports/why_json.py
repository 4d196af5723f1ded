"""The proofs asked for as JSON, a contract of its own: docs/schema/why.schema.json."""

from __future__ import annotations

from dataclasses import dataclass

from ..checker.asked import Proof
from ..facts.fact import Fact
from ..policylang.core import Program
from ..policylang.reasons.formal import formal, formal_value
from ..policylang.reasons.model import Change, Chosen, Clause, Node, Plan, Scope, Used
from ..values import Reading
from .condition_words import ConditionWords
from .values import Json, fact_json, value_json
from .why_changes import ChangeWords


def proof_json(proof: Proof, program: Program, language: str) -> dict[str, Json]:
    """A proof: the verdict, the scope, every clause with its whole tree, and the changes that would turn it."""
    reasons, writer = proof.reasons, _Writer(ConditionWords(program, language))
    return {
        "rule": reasons.rule.id,
        "asked": "why_not" if proof.why_not else "why",
        "verdict": proof.outcome.verdict.value,
        "missing": list(proof.outcome.missing),
        "exception": proof.outcome.exception or None,
        "unproven": list(proof.outcome.unproven),
        "scope": _scope(reasons.scope),
        "clauses": [writer.clause(clause) for clause in reasons.clauses],
        "satisfied_by": [writer.plan(plan) for plan in reasons.mending],
        "violated_by": [writer.plan(plan) for plan in reasons.firing],
    }


def _scope(scope: Scope) -> dict[str, Json]:
    return {
        "in_force": scope.in_force,
        "from": scope.period.start.isoformat() if scope.period.start else None,
        "until": scope.period.end.isoformat() if scope.period.end else None,
        "on_day": scope.on_day,
        "side": scope.side,
        "on_side": scope.on_side,
        "switched_off": {"reason": scope.off.reason, "source": scope.off.source} if scope.off else None,
        "would_be": scope.would.value if scope.would else None,
    }


@dataclass(frozen=True, slots=True)
class _Writer:
    words: ConditionWords

    def clause(self, clause: Clause) -> dict[str, Json]:
        return {
            "role": clause.role.value,
            "name": clause.name or None,
            "source": clause.source or None,
            "met": clause.met,
            "in_force": clause.in_force,
            "decisive": clause.decisive,
            "tree": self._node(clause.node),
        }

    def _node(self, node: Node) -> dict[str, Json]:
        program, language = self.words.program, self.words.language
        found: dict[str, Json] = {
            "condition": self.words.condition(node.condition),
            "formal": formal(node.condition, program, language),
            "truth": node.truth,
            "decides": node.decides,
            "facts": {each.fact.name: _reading(each.reading) for each in node.used},
            "parameters": {each.name: self._chosen(each) for each in node.chosen},
            "computed": {
                formal_value(each.expression, program, language): value_json(each.value) for each in node.operands
            },
            "margin": value_json(node.margin),
            "parts": [self._node(part) for part in node.parts],
            "records": [
                {"number": each.place + 1, "record": value_json(each.record), "tree": self._node(each.node)}
                for each in node.records
            ],
        }
        return found

    def _chosen(self, chosen: Chosen) -> dict[str, Json]:
        version = chosen.version
        period = version.period if version is not None else None
        return {
            "value": value_json(chosen.value),
            "table": chosen.table,
            "row": chosen.row + 1 if chosen.row is not None else None,
            "cells": self._cells(chosen),
            "keys": {key.fact.name: _key(key) for key in chosen.keys},
            "from": period.start.isoformat() if period and period.start else None,
            "until": period.end.isoformat() if period and period.end else None,
            "review_by": version.review_by.isoformat() if version and version.review_by else None,
            "source": version.source if version is not None else None,
        }

    def _cells(self, chosen: Chosen) -> list[Json]:
        if chosen.version is None or chosen.row is None:
            return []
        cells, _ = chosen.version.rows[chosen.row]
        return [self.words.cell(cell, key.fact.type) for cell, key in zip(cells, chosen.keys, strict=True)]

    def plan(self, plan: Plan) -> dict[str, Json]:
        said = ChangeWords(self.words)
        return {
            "verdict": plan.verdict.value,
            "exception": plan.exception or None,
            "text": " ".join(said.plan(plan)),
            "changes": [self._change(change, said) for change in plan.changes],
        }

    def _change(self, change: Change, said: ChangeWords) -> dict[str, Json]:
        return {
            "fact": change.slot.fact,
            "field": change.slot.field or None,
            "records": [each + 1 for each in change.slot.records],
            "aim": change.aim.value,
            "sign": change.sign.value,
            "values": [value_json(each) for each in change.values],
            "text": said.change(change),
        }


def _reading(reading: Reading) -> Json:
    if isinstance(reading, Fact):
        return fact_json(reading)
    return {"state": reading.state.value, "value": value_json(reading.value)}


def _key(used: Used) -> Json:
    return value_json(used.reading.value)
