"""The signing procedure in words: each step with its proof, its failure, or what it waits for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..checker.checklist import Item, Status, checklist
from ..checker.fill import fill, type_of
from ..checker.report import DocumentReport, Finding
from ..checker.value_words import value_words
from ..facts.fact import Fact
from ..messages import say
from ..policylang.core import Program
from .names import label
from .places import evidence_place
from .quotes import one_line
from .values import Json, fact_json

_SHOWN = 3


@dataclass(frozen=True, slots=True)
class ItemWords:
    """A step in words: its name, its status, and lines that prove or explain it."""

    status: Status
    status_words: str
    title: str
    lines: tuple[str, ...]


def item_words(document: DocumentReport, program: Program, language: str) -> tuple[ItemWords, ...]:
    """The steps of a document at one of the last stages."""
    return tuple(
        ItemWords(
            item.status,
            say(f"checklist.status_{item.status.value}", language),
            say(f"checklist.{item.step.name}", language),
            tuple(_lines(item, program, language)),
        )
        for item in checklist(document)
    )


def title(items: Sequence[ItemWords], language: str) -> str:
    """How many steps are proven, failed and open."""
    counts = ((status.value, str(sum(item.status is status for item in items))) for status in Status)
    return say("checklist.title", language, tuple(counts))


def _lines(item: Item, program: Program, language: str) -> Iterator[str]:
    match item.status:
        case Status.FAILED:
            yield from (_failure(finding, program, language) for finding in item.failed)
        case Status.OPEN if item.open:
            yield from _waiting(item.open, program, language)
        case Status.OPEN:
            yield say("checklist.nothing_shows", language, (("facts", _labels(item.step.facts, program, language)),))
        case Status.PROVEN:
            proofs = [_proof(fact, program, language) for fact in item.shown_by[:_SHOWN]]
            yield from proofs or [say("checklist.agrees", language)]


def _failure(finding: Finding, program: Program, language: str) -> str:
    return f"{finding.rule.id} {fill(finding.rule.message.get(language), finding, program, language)}"


def _waiting(findings: Iterable[Finding], program: Program, language: str) -> Iterator[str]:
    """The rules that wait for the same facts together."""
    waiting: dict[tuple[str, ...], list[str]] = {}
    for finding in findings:
        waiting.setdefault(finding.outcome.missing, []).append(finding.rule.id)
    for facts, rules in waiting.items():
        values = (("rules", say("report.comma", language).join(rules)), ("facts", _labels(facts, program, language)))
        yield say("checklist.needs", language, values)


def _labels(names: Iterable[str], program: Program, language: str) -> str:
    return say("report.comma", language).join(label(name, program, language) for name in names)


def _proof(fact: Fact, program: Program, language: str) -> str:
    """The fact with its value, and the words or the record it comes from."""
    assert fact.value is not None
    shown = value_words(fact.value, type_of(fact.name, program), program, language)
    said = f"{label(fact.name, program, language)}: {shown}"
    if fact.evidence:
        first = fact.evidence[0]
        return f"{said} [{evidence_place(first, language)}] “{one_line(first.quote)}”"
    return f"{said} [{say('report.from_record', language, (('origin', fact.origin),))}]" if fact.origin else said


def checklist_json(document: DocumentReport) -> list[Json]:
    """The steps for machines."""
    return [
        {
            "step": item.step.name,
            "status": item.status.value,
            "failed_rules": [finding.rule.id for finding in item.failed],
            "open_rules": [finding.rule.id for finding in item.open],
            "missing": [*sorted({name for finding in item.open for name in finding.outcome.missing})],
            "shown_by": {fact.name: fact_json(fact) for fact in item.shown_by},
        }
        for item in checklist(document)
    ]
