"""Which shipped packs judge a contract: those of the law that governs it, and those that hold under any law.

Only without `--policy`: packs that are named run whatever the law is.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ..facts.fact import FactBook
from ..policylang.core import Pack, Program
from ..policylang.outcome import Outcome, Verdict
from ..values import Reason, State
from .report import DocumentReport, Finding, PackRun, PackWhy

_LAWS = {
    "CN": "dispute.law_is_prc",
    "EU": "dispute.law_is_uk_eu",
    "UK": "dispute.law_is_uk_eu",
    "US": "dispute.law_is_us",
}
DECIDING = (*dict.fromkeys(_LAWS.values()), "dispute.governing_law", "deal.stage")
"""The facts the choice hangs on."""


def by_law(document: DocumentReport, program: Program) -> DocumentReport:
    """The report with the rules of packs that don't fit the contract's law not applicable, and every pack's reason."""
    runs = pack_runs(program, document.facts, document.language, document.as_of)
    idle = {run.pack.path for run in runs if not run.ran}
    findings = tuple(_idle(finding) if finding.rule.span.path in idle else finding for finding in document.findings)
    return replace(document, findings=findings, packs=runs)


def pack_runs(program: Program, book: FactBook, language: str, as_of: date) -> tuple[PackRun, ...]:
    """Which packs judge a contract of these facts (those named in `DECIDING`), and why."""
    stage = book["deal.stage"].value
    # A pack for another stage has nothing to say of the contract, and nothing is said of it.
    with_rules = {rule.span.path for rule in program.rules if not rule.stages or stage in rule.stages}
    return tuple(_run(pack, book, language, as_of) for pack in program.packs if pack.path in with_rules)


def _idle(finding: Finding) -> Finding:
    return Finding(finding.rule, Outcome(finding.rule.id, Verdict.NOT_APPLICABLE))


def _run(pack: Pack, book: FactBook, language: str, as_of: date) -> PackRun:
    if not pack.period.covers(as_of):
        return PackRun(pack, False, PackWhy.NOT_IN_FORCE)
    laws = [_LAWS[name] for name in pack.jurisdiction.replace(",", " ").split() if name in _LAWS]
    if not laws:
        return PackRun(pack, True, PackWhy.ANY_LAW)
    why = _why(laws, book, language)
    return PackRun(pack, why in _RUNS, why)


_RUNS = frozenset((PackWhy.ANY_LAW, PackWhy.ITS_LAW, PackWhy.CHINESE_TEXT, PackWhy.UNSURE))


def _why(laws: list[str], book: FactBook, language: str) -> PackWhy:
    if any(book[law].value is True for law in laws):
        return PackWhy.ITS_LAW
    if any(book[law].reason is Reason.CONTRADICTION for law in laws):
        return PackWhy.UNSURE
    other = any(book[law].value is True for law in set(_LAWS.values()) - set(laws))
    named = book["dispute.governing_law"].state is State.STATED or any(book[law].value is False for law in laws)
    if other or named:
        return PackWhy.OTHER_LAW
    if _LAWS["CN"] in laws:
        return PackWhy.NO_LAW if language == "en" else PackWhy.CHINESE_TEXT
    return PackWhy.NO_LAW
