"""The record of one decision as JSON: all that it takes to judge the same contract again, and how it was judged.

The facts are those the rules saw: read from the contract with their quotes, taken from the company's records with
their place, and derived. The texts of the policies are named by their SHA-256; the store keeps each once.
"""

from __future__ import annotations

import json
import platform
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from ... import __version__
from ...facts.as_json import Json, book_json, evidence_json, fact_json
from ...facts.fact import FactBook
from ...parsers.document import Gap
from ...values import State
from ..decision import decide
from ..fingerprint import VERSION, fingerprint
from ..report import DocumentReport, Finding, PackRun, Report
from ..run import Request
from ..waivers.model import Waived

FORMAT = 1
_ID_LENGTH = 16
_NAMES = ("party.buyer_name", "customer.name")
_NUMBERS = ("party.buyer_uscc", "customer.uscc")
_PACKAGE = Path(__file__).parents[2]
_OTHER_ROOMS = frozenset(("tests", "benchmarks", "docs", "samples"))

Content = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a run was given besides the contracts: the bytes of the case file, where the ledger is (no password)."""

    case: tuple[str, str] | None = None
    """Its path and SHA-256."""
    ledger: str | None = None


def record_content(
    document: DocumentReport, report: Report, request: Request, inputs: Inputs, now: datetime
) -> Content:
    """The record of one document; its id, its number and the record before it are added by `sealed`."""
    decision = decide(document)
    waivers = report.waivers
    return {
        "presign_record": FORMAT,
        "time": now.isoformat(timespec="seconds"),
        "program": program_json(),
        "run": {
            "as_of": document.as_of.isoformat(),
            "stage": document.facts["deal.stage"].value,
            "side": document.side,
            "policies": list(request.policies),
            "by_law": bool(document.packs),
        },
        "contract": {
            "path": document.path,
            "sha256": document.sha256,
            "language": document.language,
            "gaps": [_gap(gap) for gap in document.gaps],
            "nothing_read": document.nothing_read,
            "rules_in_force": document.rules_in_force,
        },
        "inputs": _inputs(inputs, document.facts),
        "customer": {"names": _said(document.facts, _NAMES), "numbers": _said(document.facts, _NUMBERS)},
        "policies": [{"path": name, "sha256": digest_of(text)} for name, text in report.sources.items()],
        "packs": [_pack(run) for run in document.packs],
        "facts": book_json(document.facts),
        "verdicts": [_verdict(finding, document) for finding in document.findings],
        "waivers": None if waivers is None else {"file": waivers.name, "day": waivers.day.isoformat()},
        "decision": {"recommendation": decision.recommendation.value, "ground": decision.ground.value},
    }


def _inputs(inputs: Inputs, book: FactBook) -> dict[str, Json]:
    case, ledger = inputs.case, inputs.ledger
    return {
        "case": None if case is None else {"path": case[0], "sha256": case[1]},
        "ledger": None if ledger is None else {"name": ledger, "sha256": _from_ledger(book)},
    }


def _pack(run: PackRun) -> dict[str, Json]:
    pack = run.pack
    return {"title": pack.title, "version": pack.version, "path": pack.path, "ran": run.ran, "why": run.why.value}


def sealed(content: Content, number: int, previous: str | None) -> bytes:
    """A record as it is kept: with its place in the chain, and its id, which is a digest of everything else in it."""
    whole = {**content, "number": number, "previous": previous}
    return _written({**whole, "id": id_of(whole)})


def id_of(record: Mapping[str, Any]) -> str:
    """The id a record must have for what it says."""
    rest = {name: value for name, value in record.items() if name != "id"}
    return sha256(_written(rest)).hexdigest()[:_ID_LENGTH]


def digest_of(text: str) -> str:
    """The SHA-256 of a policy's text, as packs have it."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def program_json() -> dict[str, Json]:
    """Which program judges: its version, a digest of its code, Python's version, the version of fingerprints."""
    return {
        "version": __version__,
        "code": _code(),
        "python": platform.python_version(),
        "fingerprint_version": VERSION,
    }


@cache
def _code() -> str:
    """A digest of every module of the program."""
    rooms = (each for each in _PACKAGE.iterdir() if (each / "__init__.py").exists() and each.name not in _OTHER_ROOMS)
    files = [*_PACKAGE.glob("*.py"), *(path for room in rooms for path in room.rglob("*.py"))]
    found = sha256()
    for path in sorted(files):
        found.update(path.relative_to(_PACKAGE).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()[:_ID_LENGTH]


def _written(content: Mapping[str, Any]) -> bytes:
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass") + b"\n"


def _verdict(finding: Finding, document: DocumentReport) -> dict[str, Json]:
    """A verdict; what it rests on only where somebody will want to see it."""
    outcome = finding.outcome
    found: dict[str, Json] = {
        "rule": finding.rule.id,
        "severity": finding.rule.severity.value,
        "verdict": outcome.verdict.value,
    }
    optional: dict[str, Json] = {
        "missing": list(outcome.missing),
        "exception": outcome.exception,
        "unproven": list(outcome.unproven),
        "evidence": [evidence_json(each) for each in finding.evidence],
    }
    found |= {name: value for name, value in optional.items() if value}
    if finding.facts:
        found["fingerprint"] = fingerprint(finding, document.blocks)
    if finding.waived is not None:
        found["waived"] = _waived(finding.waived)
    return found


def _waived(waived: Waived) -> dict[str, Json]:
    waiver = waived.waiver
    return {
        "verdict": waived.verdict.value,
        "file": waiver.file,
        "reason": waiver.reason,
        "approver": waiver.approver,
        "role": waiver.role,
        "requested_by": waiver.requested_by,
        "created": waiver.created.isoformat(),
        "until": waiver.until.isoformat(),
    }


def _gap(gap: Gap) -> dict[str, Json]:
    return {
        "key": gap.key,
        "page": gap.page,
        "values": [list(pair) for pair in gap.values],
        "file": gap.file,
        "aside": gap.aside,
    }


def _said(book: FactBook, names: tuple[str, ...]) -> list[str]:
    """What the contract and the records call the customer, each once."""
    values = (book[name].value for name in names if book[name].state is State.STATED)
    return list(dict.fromkeys(value for value in values if isinstance(value, str)))


def _from_ledger(book: FactBook) -> str:
    """A digest of the facts the ledger gave."""
    facts = [fact_json(fact) for name, fact in sorted(book.facts.items()) if fact.origin.startswith("ledger")]
    return sha256(_written({"facts": facts})).hexdigest()
