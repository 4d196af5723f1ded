"""The signing procedure: proven, failed, open, and only for contracts that go to signature."""

from __future__ import annotations

from dataclasses import replace

from checked_case import BOOK, check
from presign.checker.checklist import STEPS, Item, Status, checklist
from presign.checker.report import DocumentReport, Finding
from presign.checker.run import load
from presign.facts.fact import Fact, stated
from presign.policylang import core
from presign.policylang.core import Severity, Texts
from presign.policylang.outcome import Outcome, Verdict


def verdict(rule: str, verdict: Verdict, *missing: str) -> Finding:
    made = core.Rule(rule, Texts(rule), Severity.HIGH, core.All(()), (), ())
    return Finding(made, Outcome(rule, verdict, missing))


def document(*facts: Fact, findings: tuple[Finding, ...] = (), stage: str = "for_signing") -> DocumentReport:
    book = BOOK.with_facts(stated("deal.stage", stage), *facts)
    return replace(check(), facts=book, findings=findings)


def step(report: DocumentReport, name: str) -> Item:
    (found,) = (item for item in checklist(report) if item.step.name == name)
    return found


def test_only_contracts_that_go_to_signature_have_one() -> None:
    assert checklist(document(stage="draft")) == checklist(document(stage="for_approval")) == ()
    assert len(checklist(document())) == len(checklist(document(stage="signed"))) == len(STEPS)
    assert checklist(replace(document(), kind="not_a_contract")) == ()


def test_one_violated_rule_fails_the_step_whatever_shows_it() -> None:
    named = stated("party.buyer_name", "Alder Ltd")
    found = document(named, findings=(verdict("PTY-01", Verdict.SATISFIED), verdict("PTY-05", Verdict.VIOLATED)))
    item = step(found, "parties")
    assert item.status is Status.FAILED
    assert [finding.rule.id for finding in item.failed] == ["PTY-05"]


def test_an_undecided_rule_leaves_it_open() -> None:
    found = document(findings=(verdict("SIG-03", Verdict.UNDECIDED, "sign.poa_present"),))
    item = step(found, "authority")
    assert item.status is Status.OPEN
    assert item.open[0].outcome.missing == ("sign.poa_present",)


def test_silence_proves_nothing() -> None:
    assert step(document(findings=(verdict("SIG-12", Verdict.NOT_APPLICABLE),)), "pages").status is Status.OPEN
    sealed = document(stated("sign.cross_page_seal", True), findings=(verdict("SIG-12", Verdict.NOT_APPLICABLE),))
    assert step(sealed, "pages").status is Status.PROVEN
    assert step(document(findings=(verdict("SIG-06", Verdict.SATISFIED),)), "blanks").status is Status.PROVEN


def test_every_rule_and_fact_of_a_step_is_shipped() -> None:
    loaded = load(())
    program = getattr(loaded, "program", None)
    assert program is not None
    assert {rule for each in STEPS for rule in each.rules} <= {rule.id for rule in program.rules}
    assert {fact for each in STEPS for fact in each.facts} <= set(program.facts)
