"""Findings: one for every rule, with facts and evidence where a reader needs them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from checked_case import (
    AS_OF,
    BOOK,
    CREDIT,
    CREDIT_DAYS,
    DOCUMENT,
    check,
    days,
    finding,
    only,
    quoted,
)
from presign.checker.check import as_of_date
from presign.facts.fact import absent, not_applicable, stated, unknown
from presign.parsers.document import Gap
from presign.policylang.outcome import Verdict
from presign.values import Reason


def test_the_day_given_then_the_day_signed_then_today() -> None:
    signed = BOOK.with_facts(stated("contract.sign_date", date(2026, 2, 1)))
    assert as_of_date(signed, AS_OF) == AS_OF
    assert as_of_date(signed, None) == date(2026, 2, 1)
    assert as_of_date(BOOK.with_facts(unknown("contract.sign_date", Reason.BLANK)), None) == date.today()


def test_every_rule_has_a_finding_in_the_order_of_the_program() -> None:
    report = check(stated("customer.grade", "B"), stated("late.present", True))
    assert [(each.rule.id, each.outcome.verdict) for each in report.findings] == [
        ("CUS-01", Verdict.SATISFIED),
        ("CRT-01", Verdict.VIOLATED),
        ("DEF-01", Verdict.SATISFIED),
    ]
    assert (report.path, report.kind, report.language, report.as_of) == ("deal.txt", "sale", "en", AS_OF)
    assert report.rules_in_force == 3


def test_a_violation_shows_its_facts_in_order_of_use_and_those_of_its_message() -> None:
    found = finding(check(stated("customer.grade", "B")), "CRT-01")
    names = [name for name, _ in found.facts]
    assert names == [
        "payment.anchor",
        "payment.net_days",
        "max_days",
        "customer.grade",
        "security.present",
        "contract.amount",
    ]
    assert found.get("max_days") == days(45)
    assert found.get("payment.net_days") == CREDIT_DAYS
    assert found.get("late.present") is None


def test_the_words_that_decide_stand_first() -> None:
    found = finding(check(stated("customer.grade", "B")), "CRT-01")
    assert found.evidence == (quoted(0, "90 days"), quoted(0, "delivery"))
    assert found.outcome.unproven == ("secured",)


def test_the_same_words_are_quoted_once() -> None:
    same = stated("customer.grade", "B", quoted(0, "90 days"))
    assert finding(check(same), "CRT-01").evidence == (quoted(0, "90 days"), quoted(0, "delivery"))


def test_what_is_satisfied_or_not_applicable_carries_nothing() -> None:
    report = check(stated("customer.grade", "A"), stated("payment.net_days", days(60)), not_applicable("late.present"))
    for rule in ("CRT-01", "DEF-01"):
        assert finding(report, rule).facts == ()
        assert finding(report, rule).evidence == ()


def test_undecided_and_excepted_findings_carry_their_facts() -> None:
    undecided = finding(check(), "CRT-01")
    assert undecided.outcome.missing == ("customer.grade",)
    assert undecided.get("customer.grade") == unknown("customer.grade", Reason.NO_READER)
    assert undecided.get("max_days") is None
    secured = stated("security.present", True)
    excused = finding(check(stated("customer.grade", "B"), secured), "CRT-01")
    assert excused.outcome.exception == "secured"
    assert excused.get("security.present") == secured


def test_a_violation_that_something_is_missing_has_no_quote() -> None:
    found = finding(check(absent("late.present")), "DEF-01")
    assert found.outcome.verdict is Verdict.VIOLATED
    assert found.facts == (("late.present", absent("late.present")),)
    assert found.evidence == ()


def test_gaps_and_a_file_without_a_word_are_reported() -> None:
    gap = Gap("document.page_without_text", 1)
    scanned = check(document=replace(DOCUMENT, blocks=(), gaps=(gap,)))
    assert scanned.gaps == (gap,)
    assert scanned.nothing_read
    assert not check().nothing_read


def test_rules_of_the_other_side_are_not_in_force() -> None:
    report = check(program=only(replace(CREDIT, side="buyer")))
    assert report.rules_in_force == 0
    assert finding(report, "CRT-01").outcome.verdict is Verdict.NOT_APPLICABLE
