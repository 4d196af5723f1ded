"""Waivers and the baseline in words, for every format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..checker.baseline import Gone
from ..checker.report import DocumentReport, Finding, Report, Since
from ..checker.waivers.model import Fault, Waived, Waiver, WaiverFinding
from ..messages import advise, say
from ..policylang.core import Program
from .values import Json
from .wrap import wrapped

_KEYS = {
    Fault.EXPIRED: "waivers.expired",
    Fault.UNUSED: "waivers.unused",
    Fault.UNKNOWN_RULE: "waivers.unknown_rule",
    Fault.SELF_APPROVED: "waivers.self_approved",
    Fault.TOO_BROAD: "waivers.too_broad",
    Fault.TOO_LONG: "waivers.too_long",
    Fault.ROLE: "waivers.wrong_role",
    Fault.NOT_YET: "waivers.not_yet",
}


@dataclass(frozen=True, slots=True)
class FaultWords:
    """What is wrong with a waiver, and what to do."""

    rule: str
    severity: str
    message: str
    help: str
    line: int


def waived_words(waived: Waived, program: Program, language: str) -> str:
    """Who accepted a finding, until when and why."""
    waiver = waived.waiver
    role = say("waivers.role", language, (("role", role_words(waiver.role, program, language)),)) if waiver.role else ""
    values = {**_values(waiver, language), "role": role, "reason": waiver.reason, "requested_by": waiver.requested_by}
    return say("waivers.waived_by", language, tuple(values.items()))


def fault_words(finding: WaiverFinding, program: Program, language: str) -> FaultWords:
    """A fault of a waiver in words."""
    key = _KEYS[finding.fault]
    own = {name: role_words(value, program, language) for name, value in finding.values}
    values = tuple({**_values(finding.waiver, language), **own}.items())
    severity = say(f"report.severity_{finding.severity.value}", language)
    message, helped = say(key, language, values), advise(key, language, values)
    return FaultWords(finding.fault.value, severity, message, helped, finding.waiver.line)


def fault_lines(report: Report, language: str) -> tuple[str, tuple[FaultWords, ...]]:
    """The heading and all faults of the waiver file of a run; empty without any."""
    run = report.waivers
    if run is None or not run.findings:
        return "", ()
    values = (("name", run.name), ("day", run.day.isoformat()), ("count", str(len(run.findings))))
    words = tuple(fault_words(each, report.program, language) for each in run.findings)
    return say("waivers.file", language, values), words


def told_faults(report: Report, language: str) -> Iterator[str]:
    """The same as lines of text, and an empty one behind."""
    heading, faults = fault_lines(report, language)
    if faults:
        yield heading
        for each in faults:
            yield from wrapped(f"{each.severity}  {each.rule}  {each.message}", "  ", "    ")
            yield from wrapped(f"= {each.help}", "    ", "      ")
        yield ""


def baseline_line(report: Report, language: str) -> str:
    """How many findings are new, unchanged and gone; empty without a baseline."""
    if report.baseline is None:
        return ""
    since = [finding.since for document in report.documents for finding in document.findings]
    counts = {"new": since.count(Since.NEW), "unchanged": since.count(Since.UNCHANGED)}
    counts["gone"] = len(report.baseline.gone)
    values = [("name", report.baseline.name), *((name, str(count)) for name, count in counts.items())]
    return say("baseline.counts", language, values)


def since_words(finding: Finding, language: str) -> str:
    """`new` or `unchanged`; empty without a baseline."""
    return "" if finding.since is None else say(f"baseline.{finding.since.value}", language)


def gone_of(document: DocumentReport, report: Report) -> tuple[Gone, ...]:
    """What a document no longer has."""
    return tuple(each for each in report.baseline.gone if each.path == document.path) if report.baseline else ()


def gone_title(gone: Gone, program: Program, language: str) -> str:
    """What the rule of a gone finding is about."""
    rule = next((each for each in program.rules if each.id == gone.known.rule), None)
    return (rule.title.get(language) if rule is not None else "") or gone.known.title or gone.known.rule


def role_words(name: str, program: Program, language: str) -> str:
    """A role's label; the name as it is where the vocabulary has none."""
    members = program.members.get("approval_role")
    label = members.labels.get(name) if members is not None else None
    return (label.get(language) if label is not None else "") or name


def waived_json(waived: Waived) -> dict[str, Json]:
    """A waiver as it was applied."""
    return {"verdict": waived.verdict.value, **waiver_json(waived.waiver)}


def waiver_json(waiver: Waiver) -> dict[str, Json]:
    """An entry of a waiver file."""
    return {
        "rule": waiver.rule,
        "fingerprint": waiver.fingerprint,
        "file": waiver.file or None,
        "reason": waiver.reason,
        "approver": waiver.approver,
        "role": waiver.role or None,
        "requested_by": waiver.requested_by,
        "created": waiver.created.isoformat(),
        "until": waiver.until.isoformat(),
        "line": waiver.line,
    }


def waivers_json(report: Report, language: str) -> Iterator[tuple[str, Json]]:
    """What a report says of its waiver file and its baseline, where it has them."""
    if report.waivers is not None:
        found: list[Json] = []
        for each in report.waivers.findings:
            words = fault_words(each, report.program, language)
            found.append(
                {
                    "rule": words.rule,
                    "severity": each.severity.value,
                    "message": words.message,
                    "help": words.help,
                    "waiver": waiver_json(each.waiver),
                }
            )
        yield "waivers", {"file": report.waivers.name, "day": report.waivers.day.isoformat(), "findings": found}
    if report.baseline is not None:
        gone: list[Json] = [
            {
                "path": each.path,
                "rule": each.known.rule,
                "fingerprint": each.known.fingerprint,
                "title": gone_title(each, report.program, language),
                "verdict": each.known.verdict.value,
                "severity": each.known.severity.value,
            }
            for each in report.baseline.gone
        ]
        yield "baseline", {"file": report.baseline.name, "gone": gone}


def _values(waiver: Waiver, language: str) -> dict[str, str]:
    return {
        "rule": waiver.rule or say("waivers.any_rule", language),
        "file": waiver.file or say("waivers.any_file", language),
        "approver": waiver.approver,
        "created": waiver.created.isoformat(),
        "until": waiver.until.isoformat(),
    }
