"""Which packs judge a contract by default: those of its law, and why the others don't."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from checked_case import AS_OF, CREDIT, GRADED, LATE, PROGRAM, check
from presign.checker.pack_choice import by_law
from presign.checker.report import DocumentReport, PackWhy
from presign.facts.fact import Fact, stated, unknown
from presign.policylang import core
from presign.policylang.core import Span
from presign.policylang.outcome import Verdict
from presign.values import Reason


def at(path: str) -> Span:
    return Span(path, 1, 1, 1, 2)


PACKS = (
    core.Pack("Any", "1", path="any.policy", jurisdiction="ANY"),
    core.Pack("China", "1", path="cn.policy", jurisdiction="CN"),
    core.Pack("Europe", "1", path="eu.policy", jurisdiction="EU, UK"),
    core.Pack("Values", "1", path="values.policy", jurisdiction="CN"),
)
RULES = (
    replace(GRADED, span=at("any.policy")),
    replace(LATE, span=at("cn.policy")),
    replace(CREDIT, span=at("eu.policy")),
)
CHOICE = replace(PROGRAM, packs=PACKS, rules=RULES)


def judged(*facts: Fact, language: str = "en") -> DocumentReport:
    report = replace(check(*facts, program=CHOICE), language=language)
    assert report.as_of == AS_OF
    return by_law(report, CHOICE)


def ran(report: DocumentReport) -> dict[str, PackWhy | None]:
    """The packs that judged it with why, those that didn't with None."""
    return {run.pack.title: run.why if run.ran else None for run in report.packs}


def test_a_contract_under_a_law_is_judged_by_the_packs_of_that_law() -> None:
    found = judged(stated("dispute.law_is_prc", True), stated("dispute.governing_law", "the laws of China"))
    assert ran(found) == {"Any": PackWhy.ANY_LAW, "China": PackWhy.ITS_LAW, "Europe": None}
    verdicts = {finding.rule.id: finding.outcome.verdict for finding in found.findings}
    assert verdicts["CRT-01"] is Verdict.NOT_APPLICABLE and verdicts["DEF-01"] is not Verdict.NOT_APPLICABLE


def test_a_law_of_no_pack_leaves_those_that_hold_everywhere() -> None:
    found = judged(stated("dispute.governing_law", "the laws of Singapore"))
    assert ran(found) == {"Any": PackWhy.ANY_LAW, "China": None, "Europe": None}
    assert {run.why for run in found.packs if not run.ran} == {PackWhy.OTHER_LAW}


@pytest.mark.parametrize(
    ("language", "china"), [("zh", PackWhy.CHINESE_TEXT), ("mixed", PackWhy.CHINESE_TEXT), ("en", None)]
)
def test_where_no_law_is_named_the_language_tells(language: str, china: PackWhy | None) -> None:
    found = judged(language=language)
    assert ran(found) == {"Any": PackWhy.ANY_LAW, "China": china, "Europe": None}
    assert {run.why for run in found.packs if run.pack.title == "Europe"} == {PackWhy.NO_LAW}


def test_a_contract_that_contradicts_itself_is_judged_by_both() -> None:
    found = judged(
        unknown("dispute.law_is_prc", Reason.CONTRADICTION), unknown("dispute.law_is_uk_eu", Reason.CONTRADICTION)
    )
    assert ran(found) == {"Any": PackWhy.ANY_LAW, "China": PackWhy.UNSURE, "Europe": PackWhy.UNSURE}


def test_a_pack_outside_its_dates_does_not_judge() -> None:
    """Whatever the law: a statute that isn't in force on the day of the check decides nothing."""
    later = core.Pack("China", "1", path="cn.policy", jurisdiction="CN", period=core.Period(AS_OF + timedelta(days=1)))
    report = replace(check(stated("dispute.law_is_prc", True), program=CHOICE), language="zh")
    runs = by_law(report, replace(CHOICE, packs=(later,))).packs
    assert [(run.ran, run.why) for run in runs] == [(False, PackWhy.NOT_IN_FORCE)]
