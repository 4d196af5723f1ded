"""What a reader looks at first: the worst findings, what is undecided, one line for each cause, and the exit code."""

from __future__ import annotations

from collections.abc import Iterable

from ..messages import say
from ..policylang.core import Blocker, Off, Rule, Severity
from ..policylang.outcome import Verdict
from .report import DocumentReport, Finding, Report, Since

CLEAN, FINDINGS, FAILED = 0, 1, 2

RANKS = {severity: rank for rank, severity in enumerate(Severity)}
"""How bad each severity is, the worst first."""


def violated(document: DocumentReport) -> tuple[Finding, ...]:
    """The violations, most severe first; rules of one severity in the order of the program."""
    return _worst_first(document, Verdict.VIOLATED)


def undecided(document: DocumentReport) -> tuple[Finding, ...]:
    """The rules neither way proven, most severe first; `outcome.missing` names what would decide them."""
    return _worst_first(document, Verdict.UNDECIDED)


def excepted(document: DocumentReport) -> tuple[Finding, ...]:
    """The violations an exception excuses, most severe first."""
    return _worst_first(document, Verdict.EXCEPTED)


def switched_off_rules(document: DocumentReport) -> tuple[tuple[Rule, Off], ...]:
    """The rules a company's policy switches off on the day, each with the reason."""
    rules = (finding.rule for finding in document.findings)
    return tuple((rule, rule.off) for rule in rules if rule.off and rule.off.period.covers(document.as_of))


def waived(document: DocumentReport) -> tuple[Finding, ...]:
    """What somebody has accepted, most severe first; `Finding.waived` says who and until when."""
    return _worst_first(document, Verdict.WAIVED)


def errors(document: DocumentReport) -> tuple[Finding, ...]:
    """The rules that couldn't be judged; `outcome.missing` names the facts whose values don't fit their types."""
    return _worst_first(document, Verdict.ERROR)


def deciding_facts(document: DocumentReport) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The facts that would decide rules, with the rules each would help to decide; the most helpful first.

    Rules that count as violated while undecided are among them.
    """
    rules: dict[str, list[str]] = {}
    for finding in (*violated(document), *undecided(document)):
        for name in finding.outcome.missing:
            rules.setdefault(name, []).append(finding.rule.id)
    return tuple((name, tuple(ids)) for name, ids in sorted(rules.items(), key=lambda item: -len(item[1])))


def worst_severity(findings: Iterable[Finding]) -> Severity | None:
    """The worst severity among findings; None when there is none."""
    return min((finding.rule.severity for finding in findings), key=RANKS.__getitem__, default=None)


def blocker_lines(document: DocumentReport, language: str) -> tuple[str, ...]:
    """One line for each of the six causes, in their order."""
    return tuple(_blocker_line(blocker, document, language) for blocker in Blocker)


def nothing_ran(report: Report) -> bool:
    """Whether there is a document no rule was in force for: it wasn't checked, whatever it says."""
    return any(not document.rules_in_force for document in report.documents)


def exit_code(report: Report, fail_on: Severity) -> int:
    """0 nothing violated from `fail_on` upwards, 1 something, 2 the job wasn't done.

    What is waived, and what the baseline of the run has already, doesn't count; what is wrong with a waiver does.
    Not done: no document, one that couldn't be read, one no rule was in force for, a rule that ended `error`.
    """
    if not report.documents or report.unreadable or any(_not_done(document) for document in report.documents):
        return FAILED
    counted = [
        finding.rule.severity
        for document in report.documents
        for finding in violated(document)
        if finding.since is not Since.UNCHANGED
    ]
    counted += (finding.severity for finding in (report.waivers.findings if report.waivers is not None else ()))
    return FINDINGS if any(RANKS[severity] <= RANKS[fail_on] for severity in counted) else CLEAN


def _worst_first(document: DocumentReport, verdict: Verdict) -> tuple[Finding, ...]:
    found = (finding for finding in document.findings if finding.outcome.verdict is verdict)
    return tuple(sorted(found, key=lambda finding: RANKS[finding.rule.severity]))


def _blocker_line(blocker: Blocker, document: DocumentReport, language: str) -> str:
    bad = [finding for finding in violated(document) if blocker in finding.rule.blockers]
    open_ = [finding for finding in undecided(document) if blocker in finding.rule.blockers]
    values = {
        "blocker": say(f"report.blocker_{blocker.value}", language),
        "violated": str(len(bad)),
        "undecided": str(len(open_)),
    }
    worst = worst_severity(bad)
    if worst is None:
        return say("report.blocker_clear", language, tuple(values.items()))
    values["worst"] = say(f"report.severity_{worst.value}", language)
    return say("report.blocker_line", language, tuple(values.items()))


def _not_done(document: DocumentReport) -> bool:
    return document.nothing_read or not document.rules_in_force or bool(errors(document))
