"""A template judged: what waits for its placeholders to be filled is no finding; what it lacks or says wrongly is.

A rule waits when every fact that leaves it open is to be filled in (a blank, a word that touches a placeholder), comes
from the deal's own records, or follows from such facts. So does a violation whose exception is open for that reason.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..facts.fact import Evidence, Fact, FactBook
from ..policylang.core import Program, Source
from ..policylang.outcome import Outcome, Verdict
from ..policylang.traversal import facts_in
from ..values import Reason, State
from .report import DocumentReport, Finding

TEMPLATE = "template"
_PLACEHOLDERS = "template.placeholders"


def as_template(document: DocumentReport, program: Program) -> DocumentReport:
    """The report with the rules that wait for the filled contract not applicable, and their ids in `waiting`."""
    if document.facts["deal.stage"].value != TEMPLATE:
        return document
    waiting = {each.rule.id for each in document.findings if _waits(each, document.facts, program)}
    findings = tuple(
        Finding(each.rule, Outcome(each.rule.id, Verdict.NOT_APPLICABLE)) if each.rule.id in waiting else each
        for each in document.findings
    )
    return replace(document, findings=findings, waiting=tuple(sorted(waiting)))


def _waits(finding: Finding, book: FactBook, program: Program) -> bool:
    """Whether nothing but the filling of the template can decide a rule."""
    outcome = finding.outcome
    if outcome.verdict not in (Verdict.UNDECIDED, Verdict.VIOLATED):
        return False
    open_facts = [*outcome.missing, *_unproven(finding, book, program)]
    return bool(open_facts) and all(_to_be_filled(name, book, program) for name in open_facts)


def _unproven(finding: Finding, book: FactBook, program: Program) -> Iterable[str]:
    """The unknown facts of the exceptions that a violation leaves unproven."""
    named = set(finding.outcome.unproven)
    for excuse in finding.rule.excuses:
        if excuse.name in named:
            yield from (
                fact.name for fact in facts_in(excuse.condition, program) if book[fact.name].state is State.UNKNOWN
            )


def _to_be_filled(name: str, book: FactBook, program: Program) -> bool:
    declared = program.facts.get(name)
    if declared is None:
        # A parameter without a row for the case: the case is the deal's.
        return name in program.parameters
    fact = book[name]
    if fact.state is not State.UNKNOWN:
        return False
    if fact.reason in (Reason.BLANK, Reason.NO_RECORD) or declared.source is Source.CASE:
        return True
    if fact.reason is Reason.NOT_COMPUTABLE:
        return True
    return _touches(fact, book[_PLACEHOLDERS].evidence)


def _touches(fact: Fact, placeholders: Iterable[Evidence]) -> bool:
    return any(
        words.block == place.block and words.start < place.end and place.start < words.end
        for place in placeholders
        for words in fact.evidence
    )
