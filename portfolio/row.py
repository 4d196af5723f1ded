"""The row of one file: what a check found, or why the file couldn't be checked, as JSON that no later stage reads anew.

A row is made where the file was read. Verdicts and facts stay text on the way to their sink, so that passing a row on
costs no more than its bytes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..checker.decision import decide, is_judged
from ..checker.fill import fill
from ..checker.fingerprint import fingerprint
from ..checker.report import DocumentReport, Finding
from ..checker.summary import errors, excepted, undecided, violated, worst_severity
from ..facts.as_json import value_json
from ..facts.fact import Evidence, Fact
from ..messages import say
from ..parsers.document import Block, Unreadable
from ..policylang.core import Program
from ..policylang.outcome import Verdict
from .places import shown

Head = dict[str, Any]

CHECKED, UNREADABLE = "checked", "unreadable"


@dataclass(frozen=True, slots=True)
class Row:
    """One file. `head` says what it is and how it ended; `verdicts` and `facts` are JSON arrays.

    `cells` are the columns made of them (see `cells.py`), packed, where the row comes from the cache.
    """

    path: str
    head: Head
    verdicts: str = "[]"
    facts: str = "[]"
    cells: bytes = b""

    @property
    def readable(self) -> bool:
        """Whether the file was checked."""
        return bool(self.head["status"] == CHECKED)

    def line(self, run: str) -> str:
        """The row as one line of JSON Lines; `run` is the job it belongs to."""
        head = json.dumps({"path": shown(self.path), "run": run, **self.head}, ensure_ascii=False)
        return f"{head[:-1]}{VERDICTS}{self.verdicts}}}\n"

    def at(self, path: str) -> Row:
        """The row of the same content at another path."""
        return replace(self, path=path)


VERDICTS = ', "verdicts": '
"""What begins the verdicts in a line; it can't stand inside a JSON text, where quotes are escaped."""


def row_of(report: DocumentReport, program: Program, language: str, day: str) -> Row:
    """The row of a contract that was checked; `day` is what counted as today."""
    worst = worst_severity(violated(report))
    head: Head = {
        "sha256": report.sha256,
        "status": CHECKED,
        "reason": None,
        "message": None,
        "kind": report.kind,
        "language": report.language,
        "as_of": report.as_of.isoformat(),
        "day": day,
        "recommendation": decide(report).recommendation.value if report.kind != "not_a_contract" else None,
        "judged": is_judged(report),
        "worst": worst.value if worst is not None else None,
        "counted": worst.value if worst is not None else None,
        "violated": len(violated(report)),
        "undecided": len(undecided(report)),
        "excepted": len(excepted(report)),
        "waived": [],
        "known": 0,
        "errors": len(errors(report)),
        "rules": report.rules_in_force,
        "nothing_read": report.nothing_read,
        "gaps": [say(gap.key, language, (*gap.values, ("page", str(gap.page or "")))) for gap in report.gaps],
    }
    verdicts = [_verdict(finding, report.blocks, program, language) for finding in report.findings]
    names = dict.fromkeys((*program.facts, *report.facts))
    facts = [_fact(report.facts[name]) for name in names]
    return Row(report.path, head, as_json(verdicts), as_json(facts))


def row_of_unreadable(unreadable: Unreadable, language: str, day: str) -> Row:
    """The row of a file that couldn't be read, with its reason."""
    head: Head = {
        "sha256": unreadable.sha256,
        "status": UNREADABLE,
        "reason": unreadable.key,
        "message": say(unreadable.key, language, unreadable.values),
        **dict.fromkeys(("kind", "language", "as_of")),
        "day": day,
        "recommendation": None,
        "judged": False,
        **dict.fromkeys(("worst", "counted")),
        **dict.fromkeys(("violated", "undecided", "excepted"), 0),
        "waived": [],
        **dict.fromkeys(("known", "errors", "rules"), 0),
        "nothing_read": True,
        "gaps": [],
    }
    return Row(unreadable.path, head)


def _verdict(finding: Finding, blocks: Sequence[Block], program: Program, language: str) -> Head:
    rule, outcome = finding.rule, finding.outcome
    found: Head = {
        "rule": rule.id,
        "pack": rule.pack,
        "severity": rule.severity.value,
        "verdict": outcome.verdict.value,
    }
    if outcome.verdict in (Verdict.VIOLATED, Verdict.UNDECIDED):
        found["fingerprint"] = fingerprint(finding, blocks)
    if finding.facts:
        found["message"] = fill(rule.message.get(language), finding, program, language)
        found["missing"] = list(outcome.missing)
    if outcome.exception:
        found["exception"] = outcome.exception
    if finding.evidence:
        found |= _quoted(finding.evidence[0])
    return found


def _fact(fact: Fact) -> Head:
    found: Head = {"name": fact.name, "state": fact.state.value}
    if fact.reason is not None:
        found["reason"] = fact.reason.value
    if fact.value is not None:
        found["value"] = value_json(fact.value)
    if fact.origin:
        found["origin"] = fact.origin
    return found | _quoted(fact.evidence[0]) if fact.evidence else found


def _quoted(evidence: Evidence) -> Head:
    """The deciding words with their place."""
    found: Head = {"quote": evidence.quote, "page": evidence.location.page, "clause": evidence.clause}
    return {name: value for name, value in found.items() if value is not None}


def as_json(rows: Sequence[Mapping[str, Any]]) -> str:
    """Rows as a JSON array, in as few signs as there can be."""
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
