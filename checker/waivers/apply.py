"""A report with its waivers applied: what is waived doesn't count any more, and what is wrong with a waiver does."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
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
class Entry:
    """A waiver of a file, and what keeps it from being applied."""

    waiver: Waiver
    faults: tuple[WaiverFinding, ...]


def entries_of(
    file: WaiverFile, program: Program, limits: WaiverLimits, day: date, shipped: Collection[str] = ()
) -> tuple[Entry, ...]:
    """The waivers of a file as they stand to a program.

    `day` is the day of the check, that waivers expire against. `shipped` are the ids of rules that exist though this
    run doesn't have them: of a waiver for one of them nothing is said.
    """
    return tuple(Entry(each, tuple(_faults(each, program, limits, day, shipped))) for each in file.waivers)


def sound(entries: Sequence[Entry]) -> tuple[Waiver, ...]:
    """The waivers nothing is wrong with."""
    return tuple(entry.waiver for entry in entries if not entry.faults)


def apply_waivers(
    report: Report, file: WaiverFile, limits: WaiverLimits, day: date, shipped: Collection[str] = ()
) -> Report:
    """The report with the findings a sound waiver names waived, and the faults of the others; see `entries_of`."""
    entries = entries_of(file, report.program, limits, day, shipped)
    documents = tuple(_waived(document, sound(entries)) for document in report.documents)
    applied = {finding.waived.waiver.target for each in documents for finding in each.findings if finding.waived}
    paths = [document.path for document in documents]
    findings = faults_of(
        entries, report.program, lambda waiver: any(fits(waiver.file, path) for path in paths), applied
    )
    return replace(report, documents=documents, waivers=WaiverRun(file.name, day, tuple(findings)))


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
    found = waiver_for(finding.rule.id, fingerprint(finding, document.blocks), named)
    return finding if found is None else waive(finding, found)


def waiver_for(rule: str, fingerprint: str, ours: Sequence[Waiver]) -> Waiver | None:
    """The waiver of a finding among those that fit its document: of several, the one that holds longest."""
    found = (each for each in ours if (each.rule, each.fingerprint) == (rule, fingerprint))
    return max(found, key=lambda each: each.until, default=None)


def waive(finding: Finding, waiver: Waiver) -> Finding:
    """A finding under a waiver."""
    verdict = finding.outcome.verdict
    return replace(finding, outcome=replace(finding.outcome, verdict=Verdict.WAIVED), waived=Waived(waiver, verdict))


def faults_of(
    entries: Sequence[Entry],
    program: Program,
    is_ours: Callable[[Waiver], bool],
    applied: Collection[tuple[str, str, str]],
) -> Iterator[WaiverFinding]:
    """The faults to report, and the sound waivers nothing needs.

    What has run out is told where the contract it was for is checked (`is_ours`), and not where it was renewed.
    `applied` are the targets of those that waived something.
    """
    renewed = {each.target for each in sound(entries)}
    ran = {rule.id for rule in program.rules}
    for entry in entries:
        waiver = entry.waiver
        ours = is_ours(waiver)
        if entry.faults:
            past = all(each.fault is Fault.EXPIRED for each in entry.faults)
            yield from () if past and (not ours or waiver.target in renewed) else entry.faults
        elif ours and waiver.rule in ran and waiver.target not in applied:
            yield WaiverFinding(Fault.UNUSED, waiver)
