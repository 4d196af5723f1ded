"""What stands at the top of a report, and the exit code."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from checked_case import AS_OF, CREDIT, DOCUMENT, GRADED, LATE, PROGRAM, check, days, only
from presign.checker.report import DocumentReport, Report
from presign.checker.summary import (
    blocker_lines,
    deciding_facts,
    errors,
    excepted,
    exit_code,
    undecided,
    violated,
    worst_severity,
)
from presign.facts.fact import absent, stated
from presign.parsers.document import Unreadable
from presign.policylang import core
from presign.policylang.core import Severity

BAD = (stated("customer.grade", "B"), absent("late.present"))
SOUND = (stated("customer.grade", "A"), stated("payment.net_days", days(60)), stated("late.present", True))


def report(*documents: DocumentReport, unreadable: tuple[Unreadable, ...] = ()) -> Report:
    return Report(AS_OF, PROGRAM, documents, unreadable)


def test_the_worst_stands_first_whatever_the_order_of_the_rules() -> None:
    assert [each.rule.id for each in violated(check(*BAD))] == ["DEF-01", "CRT-01"]
    assert worst_severity(violated(check(*BAD))) is Severity.BLOCK
    assert worst_severity(()) is None


def test_undecided_rules_name_what_would_decide_them() -> None:
    found = check()
    assert [(each.rule.id, each.outcome.missing) for each in undecided(found)] == [
        ("DEF-01", ("late.present",)),
        ("CRT-01", ("customer.grade",)),
    ]
    assert [each.rule.id for each in violated(found)] == ["CUS-01"]
    assert deciding_facts(found) == (("customer.grade", ("CUS-01", "CRT-01")), ("late.present", ("DEF-01",)))


def test_excused_rules_are_listed_apart() -> None:
    found = check(*BAD, stated("security.present", True))
    assert [each.rule.id for each in excepted(found)] == ["CRT-01"]
    assert [each.rule.id for each in violated(found)] == ["DEF-01"]


def test_a_line_for_each_cause() -> None:
    lines = blocker_lines(check(stated("customer.grade", "B")), "en")
    assert lines[0] == "weak internal control: 1 violated, 1 undecided, worst high"
    assert lines[2] == "arbitrary credit: 1 violated, 0 undecided, worst high"
    assert lines[4] == "weak brand pull and trust: nothing violated, 0 undecided"
    assert len(lines) == 6
    assert blocker_lines(check(*BAD), "zh")[0] == "组织内控乏力：违反 2 项，无法判定 0 项，最高级别 阻断"


@pytest.mark.parametrize(
    ("fail_on", "code"), [(Severity.BLOCK, 0), (Severity.HIGH, 1), (Severity.MEDIUM, 1), (Severity.LOW, 1)]
)
def test_the_exit_code_looks_at_severities_from_the_limit_upwards(fail_on: Severity, code: int) -> None:
    found = check(stated("customer.grade", "B"), stated("late.present", True))
    assert exit_code(report(found), fail_on) == code


def test_nothing_violated_is_clean() -> None:
    assert exit_code(report(check(*SOUND)), Severity.LOW) == 0


def test_what_was_not_checked_is_never_clean() -> None:
    sound = check(*SOUND)
    assert exit_code(report(), Severity.LOW) == 2
    assert exit_code(report(sound, unreadable=(Unreadable("x.doc", "document.unsupported"),)), Severity.LOW) == 2
    assert exit_code(report(sound, check(*SOUND, document=replace(DOCUMENT, blocks=()))), Severity.LOW) == 2
    past = tuple(replace(rule, period=core.Period(None, date(2025, 12, 31))) for rule in (CREDIT, LATE, GRADED))
    assert exit_code(report(check(*SOUND, program=only(*past))), Severity.LOW) == 2


def test_a_rule_in_error_is_never_clean() -> None:
    found = check(*SOUND[1:], stated("customer.grade", "Z"))
    assert [(each.rule.id, each.outcome.missing) for each in errors(found)] == [
        ("CRT-01", ("customer.grade",)),
        ("CUS-01", ("customer.grade",)),
    ]
    assert exit_code(report(found), Severity.BLOCK) == 2
