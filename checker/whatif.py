"""The same deal on other terms: what a change of facts does to the verdicts and the money, and which change would do.

Nothing is read again: the facts of the contract and of the case stand, but for those that are set.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ..exposure.curve import Exposure, exposure
from ..exposure.derived import derive as derive_in_time
from ..facts.derived import derive as derive_terms
from ..facts.fact import Fact, FactBook
from ..ledger.derived import derive as derive_records
from ..ledger.literals import read_value
from ..parsers.document import Document, Media
from ..policylang.compiler import CompiledRules
from ..policylang.core import FactDeclaration, Program, Rule, Severity, Sort, Source
from ..policylang.outcome import Verdict
from ..policylang.reasons.model import Aim, Plan
from ..policylang.uses import use_of
from ..policylang.why import explain
from ..values import State, Value
from .check import check_document
from .pack_choice import by_law
from .report import DocumentReport, Finding
from .summary import violated
from .terms import with_schedule

_DERIVED = ("payment.effective_credit_days", "payment.peak_exposure", "payproc.runs", "credit.utilisation_after")
_ROUNDS = 6
_TERMS = ("payment.", "security.", "remedy.", "acceptance.", "aftersales.", "delivery.", "dispute.", "evidence.")
"""The facts that are terms to bargain over."""


@dataclass(frozen=True, slots=True)
class BadSetting:
    """A `FACT=VALUE` that can't be used: a message key with its values."""

    key: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Turned:
    """A rule whose verdict changes."""

    before: Finding
    after: Finding


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A deal before and after. `changed` are the facts that were set, in order."""

    changed: Mapping[str, Value]
    before: DocumentReport
    after: DocumentReport
    turned: tuple[Turned, ...]
    exposure_before: Exposure | None
    exposure_after: Exposure | None


def read_settings(settings: tuple[str, ...], program: Program) -> dict[str, Value] | BadSetting:
    """The facts of `FACT=VALUE` settings, their values written as in a case file."""
    found: dict[str, Value] = {}
    for setting in settings:
        name, equals, written = setting.partition("=")
        declared = program.facts.get(name.strip())
        if not equals:
            return BadSetting("whatif.no_value", (("setting", setting),))
        if declared is None:
            return BadSetting("whatif.no_fact", (("name", name.strip()),))
        value = read_value(written, declared.type, dict(program.members))
        if value is None:
            return BadSetting("whatif.bad_value", (("name", name.strip()), ("value", written.strip())))
        found[declared.name] = value
    return found


def what_if(document: DocumentReport, changed: Mapping[str, Value], program: Program, rules: CompiledRules) -> WhatIf:
    """The deal with some facts set."""
    after = _judged(document, _book(document.facts, changed, document.as_of), program, rules)
    turned = tuple(
        Turned(before, later)
        for before, later in zip(document.findings, after.findings, strict=True)
        if before.outcome.verdict is not later.outcome.verdict
    )
    day = document.as_of
    money = (exposure(report.facts, program, day) for report in (document, after))
    return WhatIf(changed, document, after, turned, *money)


def _book(book: FactBook, changed: Mapping[str, Value], as_of: date) -> FactBook:
    """The book with facts set, and with what follows from them worked out anew."""
    kept = {name: fact for name, fact in book.facts.items() if name not in _DERIVED}
    settings = [Fact(name, State.STATED, value, origin=book[name].origin) for name, value in changed.items()]
    made = with_schedule(FactBook(kept, book.kind), changed).with_facts(*settings)
    made = made.with_facts(*(fact for fact in derive_terms(made.facts) if fact.name in _DERIVED))
    made = made.with_facts(*(fact for fact in derive_records(made) if fact.name in _DERIVED))
    made = made.with_facts(*derive_in_time(made, as_of))
    lost = (book[name] for name in _DERIVED if name in book and name not in made)
    return made.with_facts(*lost, *settings)


def _judged(document: DocumentReport, book: FactBook, program: Program, rules: CompiledRules) -> DocumentReport:
    read = Document(
        document.path,
        document.sha256,
        Media.TEXT,
        document.blocks,
        document.tables,
        document.language,
        gaps=document.gaps,
    )
    judged = check_document(read, book, rules, program, document.as_of, document.side)
    # Where the check chose the packs by the contract's law, so does the what-if.
    return by_law(judged, program) if document.packs else judged


def solve(document: DocumentReport, program: Program, rules: CompiledRules) -> dict[str, Value]:
    """Terms of the contract that, changed least rule by rule, leave as few `block` and `high` violations as can be.

    Each rule's own least change is proven by the definition; they are put together, judged again, and mended further
    until nothing more can be done. Who the parties are, the price and the company's records aren't terms to bargain
    over, and stay.
    """
    changed: dict[str, Value] = {}
    current = document
    tried: set[str] = set()
    for _ in range(_ROUNDS):
        found: dict[str, Value] = {}
        for finding in violated(current):
            if finding.rule.id not in tried and finding.rule.severity in (Severity.BLOCK, Severity.HIGH):
                tried.add(finding.rule.id)
                found |= _least(finding.rule, current, program, rules)
        if not found:
            break
        changed |= found
        current = what_if(document, changed, program, rules).after
    return changed


def _least(rule: Rule, document: DocumentReport, program: Program, rules: CompiledRules) -> Mapping[str, Value]:
    """The change of terms that satisfies one violated rule: its least plan, else one clause put in or struck out."""
    fixed = [fact.name for fact in program.facts.values() if not _is_term(fact)]
    reasons = explain(rule, program, document.facts, document.as_of, document.side, fixed)
    for plan in reasons.mending:
        if terms := _terms(plan, program):
            return dict(terms)
    for fact in use_of(rule, program).deciding:
        declared = program.facts[fact]
        if _is_term(declared) and declared.type.sort is Sort.YES_NO:
            turned = {fact: document.facts[fact].value is not True}
            after = what_if(document, turned, program, rules).after
            if _verdict(rule, after) not in (Verdict.VIOLATED, Verdict.ERROR, Verdict.UNDECIDED):
                return turned
    return {}


def _is_term(fact: FactDeclaration) -> bool:
    return fact.source is not Source.CASE and fact.name.startswith(_TERMS)


def _verdict(rule: Rule, document: DocumentReport) -> Verdict:
    return next(each.outcome.verdict for each in document.findings if each.rule.id == rule.id)


def _terms(plan: Plan, program: Program) -> list[tuple[str, Value]]:
    """A plan's changes as facts to set; none when it asks for more than a value of a whole fact of the contract."""
    found: list[tuple[str, Value]] = []
    for change in plan.changes:
        declared = program.facts.get(change.slot.fact)
        if declared is None or not _is_term(declared) or change.slot.field or change.aim is not Aim.VALUE:
            return []
        value = next((sample.value for sample in change.samples if sample.value is not None), None)
        if value is None:
            return []
        found.append((change.slot.fact, value))
    return found if plan.verdict in (Verdict.SATISFIED, Verdict.EXCEPTED) else []
