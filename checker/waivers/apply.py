"""A report with its waivers applied: what is waived doesn't count any more, and what is wrong with a waiver does."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ...policylang.core import Program, Severity
from ...policylang.outcome import Verdict
from ..fingerprint import fingerprint
from ..report import DocumentReport, Finding, Report
from .limits import WaiverLimits
from .match import fits, same_person, too_broad
from .model import Fault, Waived, Waiver, WaiverFile, WaiverFinding, WaiverRun

WAIVABLE = (Verdict.VIOLATED, Verdict.UNDECIDED)
"""A rule that couldn't be judged at all isn't waived but mended."""


@dataclass(frozen=True, slots=True)
class _Entry:
    waiver: Waiver
    faults: tuple[WaiverFinding, ...]


def apply_waivers(
    report: Report, file: WaiverFile, limits: WaiverLimits, day: date, shipped: Collection[str] = ()
) -> Report:
    """The report with the findings a sound waiver names waived, and the faults of the others.

    `day` is the day of the check, that waivers expire against. `shipped` are the ids of rules that exist though this
    run doesn't have them: of a waiver for one of them nothing is said.
    """
    entries = tuple(_Entry(each, tuple(_faults(each, report.program, limits, day, shipped))) for each in file.waivers)
    sound = [entry.waiver for entry in entries if not entry.faults]
    documents = tuple(_waived(document, sound) for document in report.documents)
    findings = tuple(_told(entries, sound, documents, report.program))
    return replace(report, documents=documents, waivers=WaiverRun(file.name, day, findings))


def _faults(
    waiver: Waiver, program: Program, limits: WaiverLimits, day: date, shipped: Collection[str]
) -> Iterator[WaiverFinding]:
    """What keeps a waiver from being applied, for reasons that stand in it."""
    rule = next((each for each in program.rules if each.id == waiver.rule), None)
    if not waiver.fingerprint or not waiver.rule or too_broad(waiver.file):
        yield WaiverFinding(Fault.TOO_BROAD, waiver)
    elif rule is None and waiver.rule not in shipped:
        yield WaiverFinding(Fault.UNKNOWN_RULE, waiver)
    if same_person(waiver.approver, waiver.requested_by):
        yield WaiverFinding(Fault.SELF_APPROVED, waiver)
    if limits.days is not None and (waiver.until - waiver.created).days > limits.days:
        yield WaiverFinding(Fault.TOO_LONG, waiver, (("days", str(limits.days)),))
    if rule is not None and rule.severity is Severity.BLOCK and limits.role and waiver.role != limits.role:
        yield WaiverFinding(Fault.ROLE, waiver, (("wanted", limits.role),))
    if waiver.created > day:
        yield WaiverFinding(Fault.NOT_YET, waiver)
    if waiver.until < day:
        yield WaiverFinding(Fault.EXPIRED, waiver)


def _waived(document: DocumentReport, sound: Sequence[Waiver]) -> DocumentReport:
    ours = [each for each in sound if fits(each.file, document.path)]
    return replace(document, findings=tuple(_judged(finding, document, ours) for finding in document.findings))


def _judged(finding: Finding, document: DocumentReport, ours: Sequence[Waiver]) -> Finding:
    named = [each for each in ours if each.rule == finding.rule.id]
    if not named or finding.outcome.verdict not in WAIVABLE:
        return finding
    digest = fingerprint(finding, document.blocks)
    found = max((each for each in named if each.fingerprint == digest), key=lambda each: each.until, default=None)
    return finding if found is None else waive(finding, found)


def waive(finding: Finding, waiver: Waiver) -> Finding:
    """A finding under a waiver."""
    verdict = finding.outcome.verdict
    return replace(finding, outcome=replace(finding.outcome, verdict=Verdict.WAIVED), waived=Waived(waiver, verdict))


def _told(
    entries: Sequence[_Entry], sound: Sequence[Waiver], documents: Sequence[DocumentReport], program: Program
) -> Iterator[WaiverFinding]:
    """The faults to report, and the sound waivers nothing needs.

    What has run out is told where the contract it was for is checked, and not where it was renewed.
    """
    renewed = {each.target for each in sound}
    applied = {finding.waived.waiver.target for each in documents for finding in each.findings if finding.waived}
    ran = {rule.id for rule in program.rules}
    for entry in entries:
        waiver = entry.waiver
        ours = any(fits(waiver.file, each.path) for each in documents)
        if entry.faults:
            past = all(each.fault is Fault.EXPIRED for each in entry.faults)
            yield from () if past and (not ours or waiver.target in renewed) else entry.faults
        elif ours and waiver.rule in ran and waiver.target not in applied:
            yield WaiverFinding(Fault.UNUSED, waiver)
