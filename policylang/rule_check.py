"""Rules: what they demand, when, and what they say."""

from __future__ import annotations

import re

from ..policylang import core, tree
from .clauses import Clauses, wording
from .conditions import Conditions
from .core import Blocker, Condition, Severity, Sort, Texts
from .expressions import Expressions
from .resolve import Desk, Vocabulary
from .tree import Name, RuleNode

STAGE_FACT = "deal.stage"
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}|[{}]")


def check_rule(node: RuleNode, desk: Desk, names: Vocabulary, pack: str, side: str) -> core.Rule | None:
    """A rule with every name resolved and every condition typed, or None when something is wrong with it."""
    before = desk.errors
    known = not desk.claim(names.places, f"rule {node.id.text}", node.id)
    clauses = Clauses(node.clauses, desk)
    severity = clauses.words("SEVERITY", "severity")
    if not clauses.has("SEVERITY"):
        desk.report("E401", node.id.place, ("rule", node.id.text))
    if not clauses.has("REQUIRES") and not clauses.has("FORBIDS"):
        desk.report("E402", node.id.place, ("rule", node.id.text))
    conditions = Conditions(Expressions(names, desk))
    stages = clauses.words("STAGE", "stage")
    demands = {keyword: _demands(node, keyword, conditions) for keyword in ("APPLIES", "REQUIRES", "FORBIDS")}
    sides = clauses.words("SIDE", "side")
    undecided = clauses.words("UNDECIDED", "undecided")
    blockers = clauses.words("BLOCKER", "blocker")
    rule = core.Rule(
        id=node.id.text,
        title=wording(node.title, desk),
        severity=Severity(severity[0]) if severity else Severity.LOW,
        applies=_applies(stages, demands["APPLIES"], names),
        requires=demands["REQUIRES"],
        forbids=demands["FORBIDS"],
        excuses=_excuses(node, conditions),
        undecided_is_violated=undecided == ("violated",),
        blockers=tuple(Blocker(each) for each in blockers),
        countermeasures=clauses.texts("COUNTERMEASURE"),
        stages=stages,
        side=sides[0] if sides else side,
        owner=clauses.text("OWNER"),
        message=_message(node, clauses, names),
        why=clauses.wording("WHY"),
        remedy=clauses.wording("REMEDY"),
        avoid=clauses.wording("AVOID"),
        prefer=clauses.wording("PREFER"),
        basis=clauses.texts("BASIS"),
        period=clauses.period(),
        pack=pack,
        span=desk.span(node.place),
    )
    return None if known or desk.errors > before else rule


def _demands(node: RuleNode, keyword: str, conditions: Conditions) -> tuple[Condition, ...]:
    found = (
        conditions.check(clause.condition)
        for clause in node.clauses
        if isinstance(clause, tree.Demand) and clause.keyword == keyword
    )
    return tuple(condition for condition in found if condition is not None)


def _applies(stages: tuple[str, ...], written: tuple[Condition, ...], names: Vocabulary) -> Condition:
    parts = list(written[:1])
    fact = names.facts.get(STAGE_FACT)
    if stages and fact is not None and fact.type.sort in (Sort.SCALE, Sort.KINDS):
        members = tuple(core.Constant(stage, fact.type) for stage in stages)
        parts.insert(0, core.OneOf(core.FactValue(fact.name, fact.type), members))
    return parts[0] if len(parts) == 1 else core.All(tuple(parts))


def _excuses(node: RuleNode, conditions: Conditions) -> tuple[core.Excuse, ...]:
    desk = conditions.values.desk
    places: dict[str, core.Span] = {}
    found: list[core.Excuse] = []
    for clause in node.clauses:
        if not isinstance(clause, tree.Unless):
            continue
        desk.claim(places, clause.name.text, Name(clause.name.text, clause.name.place))
        condition = conditions.check(clause.condition)
        if condition is not None:
            found.append(core.Excuse(clause.name.text, condition, span=desk.span(clause.place)))
    return tuple(found)


def _message(node: RuleNode, clauses: Clauses, names: Vocabulary) -> Texts:
    texts = clauses.wording("MESSAGE")
    place = next((c.wording.place for c in node.clauses if isinstance(c, tree.Worded) and c.keyword == "MESSAGE"), None)
    if place is None:
        return texts
    desk = clauses.desk

    def resolved(match: re.Match[str]) -> str:
        name = match[1]
        if name is None:
            desk.report("E408", desk.inside(place, match[0]), ("brace", match[0]))
            return match[0]
        fact = names.fact(name)
        if fact is not None:
            return "{" + fact.name + "}"
        parameter = names.parameter(name)
        if parameter is not None:
            return "{" + parameter.name + "}"
        if name not in names.broken:
            desk.unknown("E209", Name(name, desk.inside(place, match[0])), names.near(name))
        return match[0]

    return Texts(_PLACEHOLDER.sub(resolved, texts.en), _PLACEHOLDER.sub(resolved, texts.zh))
