"""The findings of a report flattened for machines: each with its file, place, words and fingerprint."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from ..checker.baseline import Gone
from ..checker.fill import fill
from ..checker.fingerprint import fingerprint
from ..checker.report import DocumentReport, Finding, Report, Since
from ..checker.waivers.model import WaiverFinding
from ..messages import advise, say
from ..parsers.document import Unreadable
from ..policylang.core import Program, Severity
from ..policylang.outcome import Verdict
from .places import evidence_place
from .rendering import START, Region, region
from .unreadable import gap_line
from .waivers import fault_words, gone_of, gone_title, waived_words

UNREADABLE, GAP, ERROR = "DOC-01", "DOC-02", "DOC-03"
"""Rules of the reports' own: a file that couldn't be read, a part that couldn't, a rule that couldn't be judged."""

_SHOWN = (Verdict.VIOLATED, Verdict.UNDECIDED, Verdict.ERROR, Verdict.WAIVED)
GONE = "gone"


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing to show at a place of a file."""

    path: str
    rule: str
    title: str
    message: str
    severity: Severity
    verdict: str
    """`violated`, `undecided`, `error`, `waived`, `gone` (since the baseline) or `unreadable`."""
    region: Region = START
    place: str = ""
    quote: str = ""
    help: str = ""
    clause: str = ""
    basis: tuple[str, ...] = ()
    fingerprint: str = ""
    waiver: str = ""
    """Who accepted it, until when and why."""
    since: Since | None = None
    """Against the baseline; None without one."""

    @property
    def counts(self) -> bool:
        """Whether somebody has to do something: it is neither accepted nor as it was before."""
        return self.verdict not in (Verdict.WAIVED.value, GONE) and self.since is not Since.UNCHANGED


def marks(report: Report, language: str) -> Iterator[Mark]:
    """Everything that isn't in order: by document, violations worst first, then the undecided, the unread, the waived,
    and what is gone since the baseline; then what is wrong with the waivers, then files that couldn't be read.
    """
    for document in report.documents:
        yield from _of_document(document, report.program, language)
        for gone in gone_of(document, report):
            yield _gone(gone, report.program, language)
    if report.waivers is not None:
        for finding in report.waivers.findings:
            yield _waiver(finding, report.waivers.name, report.program, language)
    for unread in report.unreadable:
        yield _unreadable(unread, language)


def _of_document(document: DocumentReport, program: Program, language: str) -> Iterator[Mark]:
    findings = [finding for finding in document.findings if finding.outcome.verdict in _SHOWN]
    order = {severity: rank for rank, severity in enumerate(Severity)}
    findings.sort(key=lambda each: (_SHOWN.index(each.outcome.verdict), order[each.rule.severity]))
    for finding in findings:
        yield _finding(finding, document, program, language)
    for at, gap in enumerate(document.gaps, 1):
        title = say("ci.gap_title", language)
        text = gap_line(gap, language)
        yield Mark(
            document.path, GAP, title, text, Severity.MEDIUM, "unreadable", fingerprint=f"{document.sha256[:16]}:{at}"
        )


def _finding(finding: Finding, document: DocumentReport, program: Program, language: str) -> Mark:
    rule, outcome = finding.rule, finding.outcome
    first = finding.evidence[0] if finding.evidence else None
    message = fill(rule.message.get(language), finding, program, language) or rule.title.get(language)
    if outcome.verdict is Verdict.UNDECIDED:
        facts = say("report.comma", language).join(_label(name, program, language) for name in outcome.missing)
        message = say("ci.undecided", language, (("title", rule.title.get(language)), ("facts", facts)))
    waiver = waived_words(finding.waived, program, language) if finding.waived is not None else ""
    if waiver:
        message = say("ci.waived", language, (("message", message), ("waiver", waiver)))
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
        fingerprint(finding, document.blocks),
        waiver,
        finding.since,
    )


def _gone(gone: Gone, program: Program, language: str) -> Mark:
    title = gone_title(gone, program, language)
    message = say("baseline.gone_message", language, (("title", title),))
    known = gone.known
    return Mark(
        gone.path, known.rule, title, message, known.severity, GONE, fingerprint=known.fingerprint, since=Since.GONE
    )


def _waiver(finding: WaiverFinding, name: str, program: Program, language: str) -> Mark:
    words = fault_words(finding, program, language)
    line = max(words.line, 1)
    waiver = finding.waiver
    digest = sha256("\n".join((words.rule, *waiver.target)).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return Mark(
        name,
        words.rule,
        say("waivers.title", language),
        words.message,
        finding.severity,
        Verdict.VIOLATED.value,
        Region(line, 1, line, 2),
        help=words.help,
        fingerprint=digest,
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
