"""Findings for the page: what a rule found, the words it found, the values it compared, and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ...checker.fill import fill
from ...checker.fingerprint import fingerprint
from ...checker.report import DocumentReport, Finding
from ...checker.summary import deciding_facts
from ...facts.fact import Fact
from ...messages import say
from ...policylang.core import Program
from ...values import Value
from ..names import found_words, label, state_words
from ..waivers import since_words
from .contract import Note
from .quotes import QUOTES, Quote, anchor, quotes_of


@dataclass(frozen=True, slots=True)
class Compared:
    """A fact or parameter a rule looked at, with its value or state, and the record it comes from."""

    name: str
    label: str
    shown: str
    record: str


@dataclass(frozen=True, slots=True)
class FindingEntry:
    """One violation. `number` is its note's; `parts` are titled paragraphs: why, what to do, the wording, the basis."""

    number: int
    rule: str
    severity: str
    severity_words: str
    title: str
    message: str
    owner: str
    quotes: tuple[Quote, ...]
    compared: tuple[Compared, ...]
    why: str
    remedy: str
    prefer: str
    basis: str
    assumed: str
    since: str
    """`new` or `unchanged` against a baseline, in words."""
    fingerprint: str
    """With its rule, as `presign waive` takes it."""


@dataclass(frozen=True, slots=True)
class OpenEntry:
    """A fact that would decide rules: why it isn't known, who can say it, and which rules wait."""

    number: int
    name: str
    label: str
    why: str
    asked: str
    rules: tuple[str, ...]
    quotes: tuple[Quote, ...]


def finding_entries(
    findings: Sequence[Finding], document: DocumentReport, program: Program, language: str, first: int
) -> Iterator[FindingEntry]:
    """The violations of a document in their order, numbered from `first`."""
    for number, finding in enumerate(findings, first):
        rule = finding.rule
        comma = say("report.comma", language)
        yield FindingEntry(
            number,
            rule.id,
            rule.severity.value,
            say(f"report.severity_{rule.severity.value}", language),
            rule.title.get(language),
            fill(rule.message.get(language), finding, program, language),
            rule.owner,
            tuple(quotes_of(finding.evidence[:QUOTES], number, language)),
            tuple(_compared(name, found, program, language) for name, found in finding.facts),
            rule.why.get(language),
            rule.remedy.get(language),
            rule.prefer.get(language),
            comma.join(rule.basis),
            comma.join(label(name, program, language) for name in finding.outcome.missing),
            since_words(finding, language),
            f"{rule.id}@{fingerprint(finding, document.blocks)}",
        )


def _compared(name: str, found: Fact | Value, program: Program, language: str) -> Compared:
    shown = found_words(found, name, program, language)
    origin = found.origin if isinstance(found, Fact) else ""
    record = say("report.from_record", language, (("origin", origin),)) if origin else ""
    return Compared(name, label(name, program, language), shown, record)


def open_entries(document: DocumentReport, program: Program, language: str, first: int) -> Iterator[OpenEntry]:
    """The facts that would decide something, the most helpful first, numbered from `first`."""
    for number, (name, rules) in enumerate(deciding_facts(document), first):
        fact = document.facts[name]
        declared = program.facts.get(name)
        source = declared.source.value if declared is not None else "case"
        yield OpenEntry(
            number,
            name,
            label(name, program, language),
            state_words(fact, language),
            say(f"page.ask_{source}", language),
            rules,
            tuple(quotes_of(fact.evidence[:1], number, language)),
        )


def notes(
    found: Iterable[tuple[FindingEntry, Finding]], waiting: Iterable[OpenEntry], document: DocumentReport
) -> Iterator[Note]:
    """The words of the contract that findings and open points speak of."""
    for entry, finding in found:
        says = f"{entry.rule} {entry.title}"
        for which, each in enumerate(finding.evidence[:QUOTES], 1):
            yield Note(
                each.block, each.start, each.end, entry.number, anchor(entry.number, which), entry.severity, says
            )
    for point in waiting:
        for each in document.facts[point.name].evidence[:1]:
            yield Note(each.block, each.start, each.end, point.number, anchor(point.number, 1), "fact", point.label)
