"""SARIF 2.1.0 (OASIS, 2020) as GitHub code scanning takes it.

GitHub reads the first location and the fingerprint `primaryLocationLineHash` only; without that it would read a DOCX as
lines of text. Columns count code points. A rule that stays undecided is a `warning`, never silence.
"""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import TextIO
from urllib.parse import quote

from .. import __version__
from ..checker.report import Report, Since
from ..checker.waivers.model import SEVERITIES, Fault
from ..messages import say
from ..policylang.core import Rule, Severity
from .marks import ERROR, GAP, GONE, UNREADABLE, Mark, marks
from .values import Json

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
MOST_RESULTS = 25_000
"""GitHub takes no more in a run."""
_STATES = {Since.NEW: "new", Since.UNCHANGED: "unchanged", Since.GONE: "absent"}
_LEVELS = {Severity.BLOCK: "error", Severity.HIGH: "error", Severity.MEDIUM: "warning", Severity.LOW: "note"}


def render(report: Report, language: str, out: TextIO) -> None:
    """Write one run."""
    found = list(marks(report, language))[:MOST_RESULTS]
    rules = _rules(report, language)
    places = {str(rule["id"]): at for at, rule in enumerate(rules)}
    run: dict[str, Json] = {
        "tool": {
            "driver": {
                "name": "Presign",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [dict(rule) for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "artifacts": [
            {"location": {"uri": uri(document.path)}, "hashes": {"sha-256": document.sha256}}
            for document in report.documents
        ],
        "results": [_result(mark, places[mark.rule]) for mark in found if mark.rule in places],
    }
    json.dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, out, ensure_ascii=False, indent=1)
    out.write("\n")


def uri(path: str) -> str:
    """A path as a relative URI with forward slashes."""
    return quote(PurePath(path).as_posix(), safe="/:")


def _rules(report: Report, language: str) -> list[dict[str, Json]]:
    shipped: list[dict[str, Json]] = [
        {
            "id": rule.id,
            "name": rule.id,
            "shortDescription": {"text": rule.title.get(language) or rule.id},
            "fullDescription": {"text": rule.why.get(language) or rule.title.get(language) or rule.id},
            "help": {"text": rule.remedy.get(language) or rule.title.get(language) or rule.id},
            "defaultConfiguration": {"level": _LEVELS[rule.severity]},
            "properties": {
                "precision": "high",
                "problem.severity": _problem(rule.severity),
                "tags": _tags(rule),
            },
        }
        for rule in report.program.rules
    ]
    for number, key in ((UNREADABLE, "ci.unreadable_title"), (GAP, "ci.gap_title"), (ERROR, "ci.error_title")):
        text = say(key, language)
        shipped.append(
            {
                "id": number,
                "name": number,
                "shortDescription": {"text": text},
                "fullDescription": {"text": text},
                "help": {"text": say("ci.unreadable_help", language)},
                "defaultConfiguration": {"level": "error" if number != GAP else "warning"},
                "properties": {"precision": "high", "problem.severity": "error", "tags": ["document"]},
            }
        )
    return shipped + ([_waiver_rule(fault, language) for fault in Fault] if report.waivers is not None else [])


def _waiver_rule(fault: Fault, language: str) -> dict[str, Json]:
    """A rule about waivers, where a run has any."""
    text = say("waivers.title", language)
    return {
        "id": fault.value,
        "name": fault.value,
        "shortDescription": {"text": text},
        "fullDescription": {"text": text},
        "help": {"text": text},
        "defaultConfiguration": {"level": _LEVELS[SEVERITIES[fault]]},
        "properties": {
            "precision": "high",
            "problem.severity": _problem(SEVERITIES[fault]),
            "tags": ["waivers"],
        },
    }


def _tags(rule: Rule) -> list[Json]:
    tags: list[Json] = [rule.pack or "policy"]
    tags += (blocker.value for blocker in rule.blockers)
    return tags[:10]


def _problem(severity: Severity) -> str:
    return {"error": "error", "warning": "warning", "note": "recommendation"}[_LEVELS[severity]]


def _result(mark: Mark, place: int) -> dict[str, Json]:
    level = "warning" if mark.verdict == "undecided" and _LEVELS[mark.severity] == "error" else _LEVELS[mark.severity]
    region: dict[str, Json] = {
        "startLine": mark.region.line,
        "startColumn": mark.region.column,
        "endLine": mark.region.end_line,
        "endColumn": max(mark.region.end_column, mark.region.column + 1),
    }
    if mark.quote:
        region["snippet"] = {"text": mark.quote}
    location: dict[str, Json] = {
        "physicalLocation": {"artifactLocation": {"uri": uri(mark.path)}, "region": region},
    }
    if mark.place:
        location["logicalLocations"] = [{"fullyQualifiedName": mark.place}]
    found: dict[str, Json] = {
        "ruleId": mark.rule,
        "ruleIndex": place,
        "kind": "fail",
        "level": level if mark.verdict not in ("waived", GONE) else "note",
        "message": {"text": f"{mark.message} ({mark.place})" if mark.place else mark.message},
        "locations": [location],
        "partialFingerprints": {"primaryLocationLineHash": _line_hash(mark.fingerprint)},
        "properties": {"verdict": mark.verdict, "severity": mark.severity.value},
    }
    if mark.waiver:
        found["suppressions"] = [{"kind": "external", "status": "accepted", "justification": mark.waiver}]
    if mark.since is not None:
        found["baselineState"] = _STATES[mark.since]
    return found


def _line_hash(fingerprint: str) -> str:
    """A fingerprint as GitHub writes one: with the number that tells repeats apart."""
    return fingerprint if ":" in fingerprint else f"{fingerprint}:1"
