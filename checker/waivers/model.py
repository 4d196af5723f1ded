"""A waiver, what can be wrong with one, and what waivers did in a run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ...policylang.core import Severity
from ...policylang.outcome import Verdict

FILE_NAME = "presign-waivers.yaml"


@dataclass(frozen=True, slots=True)
class Waiver:
    """One finding accepted: `rule` and `fingerprint` say which, `file` (a name or pattern) in which contracts.

    `role` is the approver's, as the authority matrix names it. `line` is where the entry begins in its file.
    """

    rule: str
    fingerprint: str
    reason: str
    approver: str
    requested_by: str
    created: date
    until: date
    file: str = ""
    role: str = ""
    line: int = 0

    @property
    def target(self) -> tuple[str, str, str]:
        """What it waives: two entries of one target are a waiver and its renewal."""
        return self.rule, self.fingerprint, self.file


@dataclass(frozen=True, slots=True)
class WaiverProblem:
    """A mistake in a waiver file or in what is to be written into it: a message key, its values, the line (from 1)."""

    key: str
    path: str = ""
    line: int = 0
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class WaiverFile:
    """A waiver file read whole. `name` is how reports call it; with problems there are no waivers."""

    name: str
    waivers: tuple[Waiver, ...] = ()
    problems: tuple[WaiverProblem, ...] = ()


class Fault(StrEnum):
    """What is wrong with a waiver, by the id it is reported under. Ids are never given to something else."""

    EXPIRED = "WVR-01"
    UNUSED = "WVR-02"
    """No finding of the contracts it is for has its fingerprint: the words have changed, or the finding is gone."""
    UNKNOWN_RULE = "WVR-03"
    SELF_APPROVED = "WVR-04"
    TOO_BROAD = "WVR-05"
    """It names no fingerprint, or a pattern of files that fits any contract."""
    TOO_LONG = "WVR-06"
    """It holds for longer than the company's `waiver_max_days`."""
    ROLE = "WVR-07"
    """It waives a `block` rule without the role that may."""
    NOT_YET = "WVR-08"
    """It was written after the day of the check."""


SEVERITIES: Mapping[Fault, Severity] = {
    Fault.EXPIRED: Severity.MEDIUM,
    Fault.UNUSED: Severity.LOW,
    Fault.UNKNOWN_RULE: Severity.HIGH,
    Fault.SELF_APPROVED: Severity.HIGH,
    Fault.TOO_BROAD: Severity.HIGH,
    Fault.TOO_LONG: Severity.HIGH,
    Fault.ROLE: Severity.HIGH,
    Fault.NOT_YET: Severity.MEDIUM,
}
"""High: somebody took what isn't theirs to give. What has run out or lies idle is untidy; its finding counts again."""


@dataclass(frozen=True, slots=True)
class WaiverFinding:
    """A fault of a waiver, with what a message needs to know besides the waiver."""

    fault: Fault
    waiver: Waiver
    values: tuple[tuple[str, str], ...] = ()

    @property
    def severity(self) -> Severity:
        """How bad it is."""
        return SEVERITIES[self.fault]


@dataclass(frozen=True, slots=True)
class Waived:
    """Why a finding doesn't count: the waiver, and the verdict there would be without it."""

    waiver: Waiver
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class WaiverRun:
    """The waiver file a run used, the day its dates were compared with, and what is wrong with its entries."""

    name: str
    day: date
    findings: tuple[WaiverFinding, ...] = ()
