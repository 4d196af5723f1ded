"""Comparisons with a fact the contract may not have, and no guard that says what then."""

from __future__ import annotations

from collections.abc import Iterator

from ..core import All, Condition, FactValue, HasState, Present, Program, Rule, Source, Span, Texts
from ..keywords import spell
from ..traversal import demand_of, facts_of, nodes
from .absent import possible, undecided_atoms
from .model import Check, Finding, Snippet, SourceFile, Subject


def unguarded(subject: Subject) -> Iterator[Finding]:
    """L203: a rule that stays undecided because a fact of the contract is absent.

    Facts of the company's files and derived ones are never absent but unknown: there a guard would hide that a record
    is missing. A rule that takes undecided for violated has said what it wants.
    """
    for node in subject.file.rules:
        rule = subject.rules[node.id.text]
        if rule.undecided_is_violated or rule.span.path != subject.file.path:
            continue
        for fact in facts_of(rule, subject.program):
            if subject.program.facts[fact.name].source is Source.CONTRACT:
                yield from _of(rule, fact.name, subject)


def _of(rule: Rule, fact: str, subject: Subject) -> Iterator[Finding]:
    place = _place(rule, fact)
    if place is None:
        return
    key, condition = place
    if any(
        isinstance(each, HasState | Present) and each.subject == FactValue(fact, each.subject.type)
        for each in nodes(condition, subject.program)
    ):
        return  # the clause itself speaks of the fact's absence
    atom = next(undecided_atoms(condition, fact), condition)
    file = subject.file
    written = _written(atom, fact, subject.program, file)
    language = file.module.language
    test = f"{written} {spell('STATE', language, 'present')}"
    joined = f"{test} {spell('AND', language)} "
    if key == "L203":
        guard = joined + (_source(atom.span, file) or "…")
    else:
        guard = f"{spell('APPLIES', language)} {test if rule.applies == All(()) else joined + '…'}"
    yield file.at(key, atom.span, ("name", written), ("rule", rule.id), ("guard", guard))


def _place(rule: Rule, fact: str) -> tuple[str, Condition] | None:
    """The clause that stays unknown, with the message that says where the guard belongs."""
    applies = possible(rule.applies, fact)
    if None in applies:
        return "L203", rule.applies
    if True not in applies or None not in possible(demand_of(rule), fact):
        return None
    for key, conditions in (("L203b", rule.requires), ("L203", rule.forbids)):
        for condition in conditions:
            if None in possible(condition, fact):
                return key, condition
    return None


def _written(atom: Condition, fact: str, program: Program, file: SourceFile) -> str:
    """The fact's name as it stands in the file."""
    for node in nodes(atom, program):
        if isinstance(node, FactValue) and node.name == fact and node.span.line:
            return _source(node.span, file) or fact
    return fact


def _source(span: Span, file: SourceFile) -> str:
    """The text of a place on one line; empty when it has more."""
    line = file.text.split("\n")[span.line - 1]
    return line[span.column - 1 : span.end_column - 1] if span.line == span.end_line else ""


CHECKS = (
    Check(
        "L203",
        "unguarded-fact",
        Texts(
            "A comparison with a fact of the contract that may be absent, where nothing says what then: no `applies "
            "when`, nor a condition joined by `and`, is false while the fact is absent. Left alone are conditions that "
            "speak of the fact's absence, facts of the company's own files and derived ones: where they are missing "
            "the rule ought to be undecided.",
            "与合同中可能未载明的事实比较，却没有说明未载明时怎么办："
            "`适用于` 或以 `且` 连接的条件在该事实未载明时都不为假。"
            "条件本身提到该事实未载明的、公司档案和推算的事实除外：缺少这些事实时规则本应无法判定。",
        ),
        Texts(
            "The value of an absent fact is unknown, so the rule ends undecided for every contract that is silent. Say "
            "with `is present` that the rule doesn't apply then. (`is stated` would also take an unreadable page for "
            "silence, and let it pass.) No automatic fix: a silent contract may be just what should be looked at.",
            "未载明的事实，其值为不明，合同未约定时规则总是无法判定。请用 `存在` 说明此时规则不适用。"
            "（`已载明` 会把无法读取的页面也当作未约定而放过。）不自动修复：合同未约定可能正是需要审核之处。",
        ),
        unguarded,
        Snippet("", "\n  applies when payment.net_days is present"),
    ),
)
