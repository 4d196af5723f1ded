"""What a run found, without a word of any language in it: the renderers read this and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from ..facts.fact import Evidence, Fact, FactBook
from ..ledger.store.problems import LedgerProblem
from ..parsers.document import Block, Gap, Table, Unreadable
from ..policylang.core import Pack, Program, Rule
from ..policylang.outcome import Outcome
from ..values import Value

if TYPE_CHECKING:
    from ..ledger.store.approvals import Approval, Contract
    from .baseline import BaselineRun
    from .waivers.model import Waived, WaiverRun


class Since(StrEnum):
    """What became of a finding since the baseline."""

    NEW = "new"
    UNCHANGED = "unchanged"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Finding:
    """The outcome of one rule on one document.

    `facts` are the facts and parameters the rule looks at or its message shows, in order of use, a parameter by the
    value it has for the case; `evidence` is where they were read, what the rule demands first. Both are empty for rules
    that are satisfied or don't apply.
    """

    rule: Rule
    outcome: Outcome
    facts: tuple[tuple[str, Fact | Value], ...] = ()
    evidence: tuple[Evidence, ...] = ()
    waived: Waived | None = None
    """The waiver that accepts it, with the verdict there would be without."""
    since: Since | None = None
    """Against the baseline of the run; None without one."""

    def get(self, name: str) -> Fact | Value | None:
        """The fact or the parameter's value of a name; None when it isn't part of the finding."""
        return next((value for each, value in self.facts if each == name), None)


class PackWhy(StrEnum):
    """Why a pack judged a contract, or didn't."""

    ANY_LAW = "any_law"
    ITS_LAW = "its_law"
    CHINESE_TEXT = "chinese_text"
    """No law is named, and the text is Chinese."""
    UNSURE = "unsure"
    """The contract contradicts itself about the law."""
    OTHER_LAW = "other_law"
    NO_LAW = "no_law"
    NOT_IN_FORCE = "not_in_force"
    """The day of the check lies outside the pack's dates."""


@dataclass(frozen=True, slots=True)
class PackRun:
    """A pack, whether it judged the contract, and why."""

    pack: Pack
    ran: bool
    why: PackWhy


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """One document: what it is, what was read in it, and a finding for every rule, in the order of the program."""

    path: str
    sha256: str
    language: str
    kind: str
    as_of: date
    side: str
    facts: FactBook
    findings: tuple[Finding, ...]
    gaps: tuple[Gap, ...] = ()
    rules_in_force: int = 0
    """How many rules were in force on the as-of date for the side."""
    nothing_read: bool = False
    """The file opened, but not a word could be read in it."""
    blocks: tuple[Block, ...] = ()
    """What the document says, in reading order: what evidence points into."""
    tables: tuple[Table, ...] = ()
    notes: tuple[LedgerProblem, ...] = ()
    """Why the ledger that was asked for knows nothing of the document's customer, or where it differs from the case."""
    approvals: tuple[Approval, ...] = ()
    """The approvals the ledger has of it, and how they stand to it as it is."""
    contract: Contract | None = None
    """What an approval would be given for; None where no ledger was asked for."""
    packs: tuple[PackRun, ...] = ()
    """The shipped packs with the reason why each ran or didn't; empty where packs were chosen by name."""
    waiting: tuple[str, ...] = ()
    """Of a template: the rules that can be judged only when it is filled in."""


@dataclass(frozen=True, slots=True)
class Report:
    """One run: the program, a report on each document, and the files that couldn't be read."""

    as_of: date
    program: Program
    documents: tuple[DocumentReport, ...]
    unreadable: tuple[Unreadable, ...] = ()
    waivers: WaiverRun | None = None
    """The waiver file that was used, with what is wrong with it."""
    baseline: BaselineRun | None = None
    """The earlier run that this one is compared with."""
    sources: Mapping[str, str] = field(default_factory=dict)
    """The texts of the policies by the names of their files, in the order they were loaded."""

    @property
    def packs(self) -> tuple[Pack, ...]:
        """The policy files the rules come from."""
        return self.program.packs
