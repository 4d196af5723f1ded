"""The same 200 rules in other rule engines, on the same records, verdict by verdict the same.

    pip install .[bench]
    python -m benchmarks --only peers

Prints how many times as long each takes as presign does, both from the records as they come (presign's readings, the
others' dicts), in turn in one process; medians of several rounds. The others get bare integers: none of them knows
units, currencies, dated parameters or exceptions, and none has a third truth, so that no fact may be missing here, and
a rule that doesn't apply has to be put as a condition of its own. Cedar answers requests for permission: each verdict
is a policy there. An engine that isn't installed is left out.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from importlib import import_module
from importlib.metadata import version
from typing import Any

from presign.policylang import core
from presign.policylang.compiler import compile_program
from presign.policylang.traversal import demand_of

from .evaluation import AS_OF, program, records
from .spellings import CEDAR, JSON_LOGIC, WORDS, Spelling, plain, spelled
from .suite.figures import Figure, in_turn, show

ROUNDS = 3
SAMPLE = 300
"""Records the slow engines run."""

Facts = Mapping[str, Any]
Run = Callable[[Sequence[Facts]], list[list[str]]]
"""The verdicts of all rules on each of several records."""


def _parts(rule: core.Rule, to: Spelling) -> tuple[Any, Any]:
    """Whether a rule applies (None: always), and what it asks for."""
    applies = None if rule.applies == core.All(()) else spelled(rule.applies, to)
    return applies, spelled(demand_of(rule), to)


def _word(applies: bool, asked: bool) -> str:
    return "not_applicable" if not applies else "satisfied" if asked else "violated"


def zen(rules: Sequence[core.Rule]) -> Run:
    """One expression node with an expression a rule."""
    engine = import_module("zen").ZenEngine()
    expressions = []
    for index, rule in enumerate(rules):
        applies, asked = _parts(rule, WORDS)
        told = f"{asked} ? 'satisfied' : 'violated'"
        told = told if applies is None else f"{applies} ? ({told}) : 'not_applicable'"
        expressions.append({"id": str(index), "key": rule.id, "value": told})
    nodes: list[dict[str, Any]] = [
        {"id": "in", "type": "inputNode", "name": "in"},
        {"id": "rules", "type": "expressionNode", "name": "rules", "content": {"expressions": expressions}},
        {"id": "out", "type": "outputNode", "name": "out"},
    ]
    edges = [
        {"id": "1", "sourceId": "in", "targetId": "rules", "type": "edge"},
        {"id": "2", "sourceId": "rules", "targetId": "out", "type": "edge"},
    ]
    placed = [{**node, "position": {"x": 0, "y": 0}} for node in nodes]
    decision = engine.create_decision(json.dumps({"nodes": placed, "edges": edges}))
    ids = [rule.id for rule in rules]

    def run(cases: Sequence[Facts]) -> list[list[str]]:
        results = (decision.evaluate(case)["result"] for case in cases)
        return [[result[id] for id in ids] for result in results]

    return run


def cedar(rules: Sequence[core.Rule]) -> Run:
    """A permit for each rule that applies, and one for each that is satisfied, in one batch of requests."""
    cedarpy = import_module("cedarpy")
    policies, meanings = [], []
    for index, rule in enumerate(rules):
        for meaning, condition in zip("as", _parts(rule, CEDAR), strict=True):
            meanings.append((meaning, index))
            policies.append(f"permit(principal, action, resource) when {{ {condition or 'true'} }};")
    parsed = cedarpy.PolicySet.from_str("\n".join(policies))
    base = {"principal": 'User::"a"', "action": 'Action::"judge"', "resource": 'Contract::"c"'}

    def run(cases: Sequence[Facts]) -> list[list[str]]:
        answers = cedarpy.is_authorized_batch([{**base, "context": case} for case in cases], parsed, [])
        told = []
        for answer in answers:
            true = {meanings[int(reason[len("policy") :])] for reason in answer.diagnostics.reasons}
            told.append([_word(("a", index) in true, ("s", index) in true) for index in range(len(rules))])
        return told

    return run


def rule_engine(rules: Sequence[core.Rule]) -> Run:
    """Two rules for each rule that doesn't always apply, else one."""
    make = import_module("rule_engine").Rule
    pairs: list[list[Any]] = [[None if part is None else make(part) for part in _parts(rule, WORDS)] for rule in rules]

    def run(cases: Sequence[Facts]) -> list[list[str]]:
        return [
            [_word(applies is None or applies.matches(case), asked.matches(case)) for applies, asked in pairs]
            for case in cases
        ]

    return run


def json_logic(rules: Sequence[core.Rule]) -> Run:
    """An `if` for each rule."""
    judge = import_module("json_logic").jsonLogic
    logics = []
    for rule in rules:
        applies, asked = _parts(rule, JSON_LOGIC)
        first = [] if applies is None else [{"!": [applies]}, "not_applicable"]
        logics.append({"if": [*first, asked, "satisfied", "violated"]})

    def run(cases: Sequence[Facts]) -> list[list[str]]:
        return [[judge(logic, case) for logic in logics] for case in cases]

    return run


ENGINES: dict[str, Callable[[Sequence[core.Rule]], Run]] = {
    "cedarpy": cedar,
    "zen-engine": zen,
    "json-logic-qubit": json_logic,
    "rule-engine": rule_engine,
}


def figures(quick: bool) -> Iterator[Figure]:
    """Compare verdicts, then times, of each engine that is installed."""
    sample, rounds = (20, 1) if quick else (SAMPLE, ROUNDS)
    rules = compile_program(program())
    cases = records(0.0)[:sample]
    bare = [{name: plain(reading.value) for name, reading in case.items()} for case in cases]
    expected = [[outcome.verdict.value for outcome in rules.evaluate(case, AS_OF)] for case in cases]
    for name, build in ENGINES.items():
        try:
            run = build(rules.program.rules)
        except ModuleNotFoundError:
            continue
        told_by = run(bare)
        differing = sum(
            a != b for one, other in zip(told_by, expected, strict=True) for a, b in zip(one, other, strict=True)
        )
        ratios = in_turn(partial(run, bare), lambda: [rules.evaluate(case, AS_OF) for case in cases], rounds)
        verdicts = f"{len(rules.program.rules) * sample:,} verdicts, {differing} differ"
        yield Figure(f"peers.{name}", f"{name} {version(name)}", "presign", ratios, note=verdicts)


def main() -> None:
    """Print the figures."""
    show(figures(False))


if __name__ == "__main__":
    main()
