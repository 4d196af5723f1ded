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
from ..checker.report import Report
from ..messages import say
from ..policylang.core import Rule, Severity
from .marks import ERROR, GAP, UNREADABLE, Mark, marks
from .values import Json

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
MOST_RESULTS = 25_000
"""GitHub takes no more in a run."""
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
        "results": [_result(mark, places[mark.rule]) for mark in found],
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
    return shipped


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
    return {
        "ruleId": mark.rule,
        "ruleIndex": place,
        "kind": "fail",
        "level": level,
        "message": {"text": f"{mark.message} ({mark.place})" if mark.place else mark.message},
        "locations": [location],
        "partialFingerprints": {"primaryLocationLineHash": mark.fingerprint},
        "properties": {"verdict": mark.verdict, "severity": mark.severity.value},
    }
