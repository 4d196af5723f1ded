"""The JSON report, a contract of its own: docs/schema/check.schema.json."""

from __future__ import annotations

from datetime import date
from typing import TextIO

from ..checker.asked import NOTHING, Asked, proofs
from ..checker.fill import fill
from ..checker.fingerprint import VERSION, fingerprint
from ..checker.report import DocumentReport, Finding, Report
from ..exposure.curve import exposure
from ..facts.fact import Fact
from ..ledger.store.problems import LedgerProblem
from ..messages import advise, say
from ..parsers.document import Gap, Unreadable
from ..policylang.core import Pack, Program, Rule
from ..policylang.outcome import Verdict
from ..policylang.scope import switched_off
from .checklist import checklist_json
from .decision import decision_json
from .exposure import exposure_json
from .json_text import write_json
from .packs import packs_json
from .values import Json, evidence_json, fact_json, value_json
from .waivers import waived_json, waivers_json
from .why_json import proof_json

SCHEMA_VERSION = "1.0"


def render(report: Report, language: str, out: TextIO, asked: Asked = NOTHING) -> None:
    """Write the report with every rule's verdict on every document, and the proofs asked for."""
    whole: dict[str, Json] = {
        "schema_version": SCHEMA_VERSION,
        "fingerprint_version": VERSION,
        "as_of": report.as_of.isoformat(),
        "packs": [_pack(pack) for pack in report.packs],
        "documents": [_document(document, report.program, language, asked) for document in report.documents],
        "unreadable": [unreadable_json(unreadable, language) for unreadable in report.unreadable],
    }
    whole |= waivers_json(report, language)
    write_json(whole, out)


def _pack(pack: Pack) -> dict[str, Json]:
    return {
        "title": pack.title,
        "version": pack.version,
        "source": pack.source,
        "jurisdiction": pack.jurisdiction,
        "path": pack.path,
        "sha256": pack.sha256,
    }


def _document(document: DocumentReport, program: Program, language: str, asked: Asked) -> dict[str, Json]:
    found: dict[str, Json] = {
        "path": document.path,
        "sha256": document.sha256,
        "language": document.language,
        "kind": document.kind,
        "as_of": document.as_of.isoformat(),
        "gaps": [gap_json(gap, language) for gap in document.gaps],
        "decision": decision_json(document, program) if document.kind != "not_a_contract" else None,
        "verdicts": [_verdict(finding, document, program, language) for finding in document.findings],
    }
    if document.notes:
        found["notes"] = [note_json(note, language) for note in document.notes]
    if document.packs:
        found["packs"] = packs_json(document)
    if document.waiting:
        found["waiting"] = list(document.waiting)
    if document.kind != "not_a_contract" and (found_exposure := exposure(document.facts, program, document.as_of)):
        found["exposure"] = exposure_json(found_exposure)
    if steps := checklist_json(document):
        found["checklist"] = steps
    if asked:
        found["why"] = [proof_json(proof, program, language) for proof in proofs(document, program, asked)]
    return found


def _verdict(finding: Finding, document: DocumentReport, program: Program, language: str) -> dict[str, Json]:
    rule, outcome = finding.rule, finding.outcome
    found: dict[str, Json] = {
        "rule": rule.id,
        "pack": rule.pack,
        "verdict": outcome.verdict.value,
        "severity": rule.severity.value,
        "title": rule.title.get(language),
        "message": fill(rule.message.get(language), finding, program, language) if finding.facts else "",
        "why": rule.why.get(language),
        "remedy": rule.remedy.get(language),
        "clause": rule.prefer.get(language),
        "basis": list(rule.basis),
        "blocker": [blocker.value for blocker in rule.blockers],
        "countermeasure": list(rule.countermeasures),
        "owner": rule.owner,
        "missing": list(outcome.missing),
        "exception": outcome.exception or None,
        "unproven": list(outcome.unproven),
        "switched_off": _off(rule, document.as_of),
        "amended_by": list(rule.amended),
        "facts": {name: fact_json(found) for name, found in finding.facts if isinstance(found, Fact)},
        "parameters": {name: value_json(found) for name, found in finding.facts if not isinstance(found, Fact)},
        "evidence": [evidence_json(evidence) for evidence in finding.evidence],
    }
    if outcome.verdict in (Verdict.VIOLATED, Verdict.UNDECIDED, Verdict.WAIVED):
        found["fingerprint"] = fingerprint(finding, document.blocks)
    if finding.waived is not None:
        found["waived"] = waived_json(finding.waived)
    if finding.since is not None:
        found["since"] = finding.since.value
    return found


def _off(rule: Rule, as_of: date) -> Json:
    """Why a company's policy doesn't run the rule on the day."""
    if rule.off is None or not switched_off(rule, as_of):
        return None
    return {"reason": rule.off.reason, "policy": rule.off.source}


def note_json(note: LedgerProblem, language: str) -> dict[str, Json]:
    """What the ledger has to tell of a document beside its facts: why it gave none, what differs, what is void."""
    return {
        "key": note.key,
        "message": say(note.key, language, note.values),
        "help": advise(note.key, language, note.values),
    }


def gap_json(gap: Gap, language: str) -> dict[str, Json]:
    """A part of a document that couldn't be read."""
    return {"page": gap.page, "message": say(gap.key, language, (*gap.values, ("page", str(gap.page or ""))))}


def unreadable_json(unreadable: Unreadable, language: str) -> dict[str, Json]:
    """A file that couldn't be read, with what to do about it."""
    return {
        "path": unreadable.path,
        "message": say(unreadable.key, language, unreadable.values),
        "help": advise(unreadable.key, language, unreadable.values),
    }
