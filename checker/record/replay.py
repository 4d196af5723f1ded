"""A decision judged again: the stored facts by the stored policies as of the same day, and what differs, if anything.

Nothing is read or derived anew, so a difference can come from the program alone: its version is told with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ...facts.as_json import NotFacts, book_from
from ...parsers.document import Document, Gap, Media
from ...policylang.compiler import compile_program
from ...policylang.core import Program
from ...policylang.diagnostics import Diagnostic
from ...policylang.load import load_again
from ...policylang.outcome import Verdict
from ..check import check_document
from ..decision import decide
from ..pack_choice import by_law
from ..report import DocumentReport, Finding
from ..template_stage import as_template
from ..waivers.apply import waive
from ..waivers.model import Waiver
from .content import digest_of, program_json
from .find import Found
from .store import RecordProblem, Store, record_problem

_PARTS = ("verdict", "missing", "exception", "unproven")


@dataclass(frozen=True, slots=True)
class Difference:
    """A rule judged otherwise: the part that differs, then and now; empty where there was no such rule."""

    rule: str
    part: str
    then: str
    now: str


@dataclass(frozen=True, slots=True)
class Replayed:
    """How a record compares with the same judged now.

    `program` are the parts of the program that are others now, each as it was then and as it is; `diagnostics` why the
    stored policies don't load any more, in which case nothing could be judged.
    """

    found: Found
    differences: tuple[Difference, ...]
    program: tuple[tuple[str, str, str], ...]
    judged: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()
    sources: tuple[tuple[str, str], ...] = ()

    @property
    def same(self) -> bool:
        """Whether every verdict is as it was."""
        return not self.differences and not self.diagnostics


def replay(found: Found, store: Store) -> Replayed | RecordProblem:
    """Judge a record again. Raises `RecordStopped` where the store can't be read."""
    record = found.record
    texts = _texts(record, store)
    if isinstance(texts, RecordProblem):
        return texts
    changed = tuple(_changed(record["program"]))
    loaded = load_again(texts)
    if loaded.program is None:
        return Replayed(found, (), changed, diagnostics=loaded.diagnostics, sources=tuple(texts.items()))
    try:
        report = _judged(record, loaded.program)
    except (NotFacts, LookupError, TypeError, ValueError):
        return record_problem("record.not_facts", number=found.number)
    return Replayed(found, tuple(_differences(record, report)), changed, len(report.findings))


def _texts(record: Mapping[str, Any], store: Store) -> dict[str, str] | RecordProblem:
    """The stored policies by the names they had, each of them what the record says it was."""
    found: dict[str, str] = {}
    for policy in record["policies"]:
        digest, path = str(policy["sha256"]), str(policy["path"])
        text = store.source(digest)
        if text is None or digest_of(text) != digest:
            key = "record.source_missing" if text is None else "record.source_edited"
            return record_problem(key, number=record["number"], path=path, sha256=digest)
        found[path] = text
    return found


def _changed(then: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    for name, value in program_json().items():
        if str(then.get(name)) != str(value):
            yield name, str(then.get(name)), str(value)


def _judged(record: Mapping[str, Any], program: Program) -> DocumentReport:
    contract, run = record["contract"], record["run"]
    gaps = tuple(_gap(each) for each in contract["gaps"])
    document = Document(contract["path"], contract["sha256"], Media.TEXT, (), language=contract["language"], gaps=gaps)
    book, day = book_from(record["facts"]), date.fromisoformat(run["as_of"])
    report = check_document(document, book, compile_program(program), program, day, run["side"])
    report = replace(report, nothing_read=contract["nothing_read"])
    report = by_law(report, program) if run["by_law"] else report
    report = as_template(report, program)
    waived = {each["rule"]: each for each in record["verdicts"] if "waived" in each}
    return replace(report, findings=tuple(_waived(finding, waived) for finding in report.findings))


def _gap(found: Mapping[str, Any]) -> Gap:
    values = tuple((str(name), str(value)) for name, value in found["values"])
    return Gap(found["key"], found["page"], values, found["file"], found["aside"])


def _waived(finding: Finding, waived: Mapping[str, Any]) -> Finding:
    """A finding under the waiver it had, where it would still be what was waived."""
    kept = waived.get(finding.rule.id)
    if kept is None or finding.outcome.verdict.value != kept["waived"]["verdict"]:
        return finding
    entry = kept["waived"]
    waiver = Waiver(
        finding.rule.id,
        kept["fingerprint"],
        entry["reason"],
        entry["approver"],
        entry["requested_by"],
        date.fromisoformat(entry["created"]),
        date.fromisoformat(entry["until"]),
        entry["file"],
        entry["role"],
    )
    return waive(finding, waiver)


def _differences(record: Mapping[str, Any], report: DocumentReport) -> Iterator[Difference]:
    then = {str(each["rule"]): _parts(each) for each in record["verdicts"]}
    now = {finding.rule.id: _outcome(finding) for finding in report.findings}
    for rule in dict.fromkeys((*then, *now)):
        before, after = then.get(rule), now.get(rule)
        if before is None or after is None:
            yield Difference(rule, "verdict", (before or _NONE)["verdict"], (after or _NONE)["verdict"])
            continue
        for part in _PARTS:
            if before[part] != after[part]:
                yield Difference(rule, part, before[part], after[part])
    advised = decide(report).recommendation.value
    if advised != record["decision"]["recommendation"]:
        yield Difference("", "recommendation", record["decision"]["recommendation"], advised)


_NONE = dict.fromkeys(_PARTS, "")


def _parts(verdict: Mapping[str, Any]) -> dict[str, str]:
    return {
        "verdict": Verdict(verdict["verdict"]).value,
        "missing": ", ".join(verdict.get("missing", ())),
        "exception": str(verdict.get("exception", "")),
        "unproven": ", ".join(verdict.get("unproven", ())),
    }


def _outcome(finding: Finding) -> dict[str, str]:
    outcome = finding.outcome
    return {
        "verdict": outcome.verdict.value,
        "missing": ", ".join(outcome.missing),
        "exception": outcome.exception,
        "unproven": ", ".join(outcome.unproven),
    }
