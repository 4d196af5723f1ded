"""What is accepted of a row's findings: waived until a day, or known from an earlier run. Such findings don't count.

A row is made without regard to this, so that it can come from the cache whatever is waived today. The verdict stays
what it is; the row says beside it who waived the finding and until when, and whether the earlier run had it.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from ..checker.baseline import Baseline
from ..checker.decision import recommended
from ..checker.summary import RANKS
from ..checker.waivers.apply import WAIVABLE, faults_of, sound, waiver_for
from ..checker.waivers.here import entries_on
from ..checker.waivers.match import fits
from ..checker.waivers.model import Waiver, WaiverFile, WaiverRun
from ..policylang.core import Program, Severity
from ..policylang.outcome import Verdict
from .row import CHECKED, Head, Row, as_json

_WAIVABLE = frozenset(verdict.value for verdict in WAIVABLE)
_VIOLATED, _UNDECIDED = Verdict.VIOLATED.value, Verdict.UNDECIDED.value


@dataclass(frozen=True, slots=True)
class AcceptedFiles:
    """The files of a job that say what is accepted."""

    waivers: WaiverFile | None = None
    baseline: Baseline | None = None

    def digest(self) -> str:
        """What tells rows made with these files from rows made with others; empty without any."""
        if self.waivers is None and self.baseline is None:
            return ""
        waivers = None if self.waivers is None else [replace(each, line=0) for each in self.waivers.waivers]
        known = None if self.baseline is None else self.baseline.documents
        return sha256(repr((waivers, known)).encode("utf-8", "surrogatepass")).hexdigest()


class Accepted:
    """The files as they stand on the day of a job, and what their waivers did so far."""

    def __init__(self, files: AcceptedFiles, program: Program, day: date) -> None:
        self._program, self._day, self._waivers = program, day, files.waivers
        self._entries = () if files.waivers is None else entries_on(files.waivers, program, day)
        self._ours: set[int] = set()
        self._applied: set[tuple[str, str, str]] = set()
        self._known: dict[str, frozenset[tuple[str, str]]] | None = None
        if files.baseline is not None:
            self._known = {
                each.path: frozenset((known.rule, known.fingerprint) for known in each.findings)
                for each in files.baseline.documents
            }

    def stands(self, path: str, head: Head) -> None:
        """Take note of a row that was written before the job was stopped."""
        if head["status"] == CHECKED:
            ours = self._for(path)
            for name in head.get("waived") or ():
                rule, _, fingerprint = name.partition("@")
                self._applies(rule, fingerprint, ours)

    def applied(self, row: Row) -> Row:
        """The row with what is waived and what is known, which counts no more."""
        if not row.readable:
            return row
        ours = self._for(row.path)
        known = frozenset[tuple[str, str]]() if self._known is None else self._known.get(row.path, frozenset())
        verdicts: list[Head] = json.loads(row.verdicts)
        waived: list[str] = []
        for each in verdicts:
            if each["verdict"] not in _WAIVABLE:
                continue
            rule, fingerprint = each["rule"], each["fingerprint"]
            waiver = self._applies(rule, fingerprint, ours)
            if waiver is not None:
                each |= {"waived_by": waiver.approver, "waived_until": waiver.until.isoformat()}
                waived.append(f"{rule}@{fingerprint}")
            elif self._known is not None:
                each["in_baseline"] = (rule, fingerprint) in known
        return Row(row.path, row.head | _counts(row.head, verdicts, waived), as_json(verdicts), row.facts)

    def run(self) -> WaiverRun | None:
        """What is wrong with the waivers, now that all rows are there; None without a file of them."""
        if self._waivers is None:
            return None
        ours = {self._entries[at].waiver for at in self._ours}
        found = faults_of(self._entries, self._program, ours.__contains__, self._applied)
        return WaiverRun(self._waivers.name, self._day, tuple(found))

    def _for(self, path: str) -> tuple[Waiver, ...]:
        """The sound waivers for a contract; those with a fault are taken note of, too."""
        fitting = [at for at, entry in enumerate(self._entries) if fits(entry.waiver.file, path)]
        self._ours.update(fitting)
        return sound([self._entries[at] for at in fitting])

    def _applies(self, rule: str, fingerprint: str, ours: Sequence[Waiver]) -> Waiver | None:
        waiver = waiver_for(rule, fingerprint, ours)
        if waiver is not None:
            self._applied.add(waiver.target)
        return waiver


def _counts(head: Head, verdicts: Sequence[Head], waived: list[str]) -> Head:
    """What the head says of the verdicts, without those that are waived."""
    left = [each for each in verdicts if "waived_by" not in each]
    bad, open_ = ([each for each in left if each["verdict"] == word] for word in (_VIOLATED, _UNDECIDED))
    severities = [[Severity(each["severity"]) for each in found] for found in (bad, open_)]
    advice = recommended(*severities, judged=head["judged"])[0].value
    return {
        "recommendation": advice if head["recommendation"] is not None else None,
        "worst": _worst(bad),
        "counted": _worst([each for each in bad if not each.get("in_baseline")]),
        "violated": len(bad),
        "undecided": len(open_),
        "waived": waived,
        "known": sum(bool(each.get("in_baseline")) for each in left),
    }


def _worst(found: Collection[Head]) -> str | None:
    worst = min((Severity(each["severity"]) for each in found), key=RANKS.__getitem__, default=None)
    return None if worst is None else worst.value
