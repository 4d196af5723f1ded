"""The findings of a report flattened for machines: each with its file, place, words and fingerprint."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..checker.fill import fill
from ..checker.fingerprint import fingerprints
from ..checker.report import DocumentReport, Finding, Report
from ..messages import advise, say
from ..parsers.document import Unreadable
from ..policylang.core import Program, Severity
from ..policylang.outcome import Verdict
from .places import evidence_place
from .rendering import START, Region, region
from .unreadable import gap_line

UNREADABLE, GAP, ERROR = "DOC-01", "DOC-02", "DOC-03"
"""Rules of the reports' own: a file that couldn't be read, a part that couldn't, a rule that couldn't be judged."""

_SHOWN = (Verdict.VIOLATED, Verdict.UNDECIDED, Verdict.ERROR)


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing to show at a place of a file."""

    path: str
    rule: str
    title: str
    message: str
    severity: Severity
    verdict: str
    """`violated`, `undecided`, `error` or `unreadable`."""
    region: Region = START
    place: str = ""
    quote: str = ""
    help: str = ""
    clause: str = ""
    basis: tuple[str, ...] = ()
    fingerprint: str = ""


def marks(report: Report, language: str) -> Iterator[Mark]:
    """Everything that isn't in order: by document, violations worst first, then the undecided, then the unread."""
    for document in report.documents:
        yield from _of_document(document, report.program, language)
    for unread in report.unreadable:
        yield _unreadable(unread, language)


def _of_document(document: DocumentReport, program: Program, language: str) -> Iterator[Mark]:
    findings = [finding for finding in document.findings if finding.outcome.verdict in _SHOWN]
    order = {severity: rank for rank, severity in enumerate(Severity)}
    findings.sort(key=lambda each: (_SHOWN.index(each.outcome.verdict), order[each.rule.severity]))
    for finding, fingerprint in zip(findings, fingerprints(findings), strict=True):
        yield _finding(finding, fingerprint, document, program, language)
    for at, gap in enumerate(document.gaps, 1):
        title = say("ci.gap_title", language)
        text = gap_line(gap, language)
        yield Mark(
            document.path, GAP, title, text, Severity.MEDIUM, "unreadable", fingerprint=f"{document.sha256[:16]}:{at}"
        )


def _finding(finding: Finding, fingerprint: str, document: DocumentReport, program: Program, language: str) -> Mark:
    rule, outcome = finding.rule, finding.outcome
    first = finding.evidence[0] if finding.evidence else None
    message = fill(rule.message.get(language), finding, program, language) or rule.title.get(language)
    if outcome.verdict is Verdict.UNDECIDED:
        facts = say("report.comma", language).join(_label(name, program, language) for name in outcome.missing)
        message = say("ci.undecided", language, (("title", rule.title.get(language)), ("facts", facts)))
    if outcome.verdict is Verdict.ERROR:
        message = say("report.rule_error", language, (("rule", rule.id), ("facts", ", ".join(outcome.missing))))
    return Mark(
        document.path,
        ERROR if outcome.verdict is Verdict.ERROR else rule.id,
        rule.title.get(language),
        message,
        rule.severity,
        outcome.verdict.value,
        START if first is None else region(first, document.blocks),
        "" if first is None else evidence_place(first, language),
        "" if first is None else first.quote,
        rule.remedy.get(language),
        rule.prefer.get(language),
        rule.basis,
        fingerprint,
    )


def _label(name: str, program: Program, language: str) -> str:
    known = program.facts.get(name) or program.parameters.get(name)
    return (known.label.get(language) if known is not None else "") or name


def _unreadable(unread: Unreadable, language: str) -> Mark:
    return Mark(
        unread.path,
        UNREADABLE,
        say("ci.unreadable_title", language),
        say(unread.key, language, unread.values),
        Severity.BLOCK,
        "unreadable",
        help=advise(unread.key, language, unread.values),
        fingerprint=f"{(unread.sha256 or '0' * 16)[:16]}:1",
    )
