"""An earlier run to compare with: findings are new, unchanged or gone, and only new ones count.

A baseline is a JSON report (`--format json`) or the compact file `--write-baseline` makes. A document is compared with
the one of the same path in it, else with the one of the same file name; where both runs have a single document, these
are two versions of one contract, whatever they are called. A document with no twin is new altogether.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import Any

from ..policylang.core import Severity
from ..policylang.outcome import Verdict
from .fingerprint import VERSION, fingerprint
from .report import DocumentReport, Finding, Report, Since

_MAX_BYTES = 200_000_000
_COUNTED = (Verdict.VIOLATED, Verdict.UNDECIDED)
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Known:
    """A finding of the earlier run; its title in the language of that run."""

    rule: str
    fingerprint: str
    verdict: Verdict
    severity: Severity
    title: str = ""


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """A document of the earlier run with its findings."""

    path: str
    findings: tuple[Known, ...]


@dataclass(frozen=True, slots=True)
class Baseline:
    """An earlier run, called by its file's name."""

    name: str
    documents: tuple[KnownDocument, ...]


@dataclass(frozen=True, slots=True)
class BaselineProblem:
    """Why a file can't be compared with: a message key with its values."""

    key: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Gone:
    """A finding of the earlier run that this one doesn't have; `path` is the document's in this run."""

    path: str
    known: Known


@dataclass(frozen=True, slots=True)
class BaselineRun:
    """What a run was compared with, and what is gone of it."""

    name: str
    gone: tuple[Gone, ...] = ()


def read_baseline(name: str) -> Baseline | BaselineProblem:
    """The baseline in a file."""
    try:
        with Path(name).open("rb") as file:
            data = file.read(_MAX_BYTES + 1)
    except OSError as error:
        return _problem("baseline.unreadable", name, why=(error.strerror or "").lower())
    try:
        found = json.loads(data) if len(data) <= _MAX_BYTES else None
        return _baseline(found, name)
    except (ValueError, RecursionError, TypeError, LookupError, AttributeError):
        return _problem("baseline.not_one", name)


def _baseline(found: Any, name: str) -> Baseline | BaselineProblem:
    if "presign_baseline" not in found and "schema_version" not in found:
        return _problem("baseline.not_one", name)
    if found.get("fingerprint_version") != VERSION:
        return _problem("baseline.other_version", name)
    entries = "findings" if "presign_baseline" in found else "verdicts"
    return Baseline(
        name, tuple(KnownDocument(str(each["path"]), tuple(_known(each[entries]))) for each in found["documents"])
    )


def _known(verdicts: Iterable[dict[str, Any]]) -> Iterator[Known]:
    """What counted in the earlier run: what was waived then was accepted for a time, and counts when that is over."""
    for each in verdicts:
        verdict = Verdict(each["verdict"])
        if verdict in _COUNTED:
            severity = Severity(each["severity"])
            yield Known(str(each["rule"]), str(each["fingerprint"]), verdict, severity, str(each.get("title", "")))


def compare(report: Report, baseline: Baseline) -> Report:
    """The report with each finding that counts marked as new or unchanged, and with what is gone."""
    twins = _twins(report.documents, baseline.documents)
    documents: list[DocumentReport] = []
    gone: list[Gone] = []
    for document in report.documents:
        twin = twins.get(document.path)
        known = {(each.rule, each.fingerprint): each for each in (twin.findings if twin is not None else ())}
        there = {(each.rule.id, fingerprint(each, document.blocks)) for each in document.findings if _has_words(each)}
        documents.append(replace(document, findings=tuple(_since(each, document, known) for each in document.findings)))
        gone += (Gone(document.path, each) for key, each in known.items() if key not in there)
    return replace(report, documents=tuple(documents), baseline=BaselineRun(baseline.name, tuple(gone)))


def _has_words(finding: Finding) -> bool:
    return finding.outcome.verdict in _COUNTED or finding.waived is not None


def _since(finding: Finding, document: DocumentReport, known: dict[tuple[str, str], Known]) -> Finding:
    if finding.outcome.verdict not in _COUNTED:
        return finding
    there = (finding.rule.id, fingerprint(finding, document.blocks)) in known
    return replace(finding, since=Since.UNCHANGED if there else Since.NEW)


def _twins(now: Sequence[DocumentReport], then: Sequence[KnownDocument]) -> dict[str, KnownDocument]:
    """Which earlier document each document is another version of."""
    by_path = {each.path: each for each in then}
    found = {each.path: by_path[each.path] for each in now if each.path in by_path}
    free = [each for each in then if each.path not in found]
    waiting = [each.path for each in now if each.path not in found]
    names = Counter(PurePath(path).name for path in (*(each.path for each in free), *waiting))
    for path in waiting:
        alike = [each for each in free if PurePath(each.path).name == PurePath(path).name]
        if len(alike) == 1 and names[PurePath(path).name] == 2:
            found[path] = alike[0]
    if len(now) == len(then) == 1:
        found.setdefault(now[0].path, then[0])
    return found


def baseline_text(report: Report, language: str) -> str:
    """The compact file of a run: what counts in it and nothing else, one finding a line, sorted."""
    documents = [_document_text(document, language) for document in report.documents]
    head = f'{{"presign_baseline": {_FORMAT}, "fingerprint_version": {VERSION}, "documents": ['
    return head + ("\n" + ",\n".join(documents) if documents else "") + "\n]}\n"


def _document_text(document: DocumentReport, language: str) -> str:
    lines = sorted(
        json.dumps(
            {
                "rule": finding.rule.id,
                "fingerprint": fingerprint(finding, document.blocks),
                "verdict": finding.outcome.verdict.value,
                "severity": finding.rule.severity.value,
                "title": finding.rule.title.get(language),
            },
            ensure_ascii=False,
        )
        for finding in document.findings
        if finding.outcome.verdict in _COUNTED
    )
    path = json.dumps(document.path, ensure_ascii=False)
    return f' {{"path": {path}, "findings": [' + ("\n  " + ",\n  ".join(lines) if lines else "") + "]}"


def _problem(key: str, name: str, **values: str) -> BaselineProblem:
    return BaselineProblem(key, (("path", name), *values.items()))
