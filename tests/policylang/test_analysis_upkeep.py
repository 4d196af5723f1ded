"""Dated values with holes, reviews that are due, what nobody uses; gaps and idle columns of tables in a program."""

from __future__ import annotations

from datetime import date

from analysis_cases import DAY, analysed, codes

RULE = """
rule T-01 en "t" severity high
  requires net_days <= cap
"""
HOLED = """
parameter cap: days
  in force from 2025-01-01 until 2025-06-30
  | 30 days |
  in force from 2025-08-01 until 2026-06-30 review by 2026-01-31
  | 45 days |
"""


def test_the_days_between_two_sections_are_named_and_a_review_that_is_due() -> None:
    findings = analysed(HOLED + RULE).findings
    assert [each.code.value for each in findings] == ["A201", "A203"]
    assert dict(findings[0].values) == {"name": "cap", "first": "2025-07-01", "last": "2025-07-31"}
    assert dict(findings[1].values) == {"name": "cap", "day": "2026-01-31"}


def test_a_rule_whose_parameter_has_no_value_on_the_day_says_which() -> None:
    findings = analysed(HOLED + RULE, date(2026, 7, 1)).findings
    assert [each.code.value for each in findings] == ["A202", "A201"]
    assert dict(findings[0].values) == {"name": "cap", "day": "2026-07-01", "rules": "T-01"}


def test_sections_that_follow_each_other_are_sound() -> None:
    sound = HOLED.replace("2025-06-30", "2025-07-31").replace(" review by 2026-01-31", "")
    assert codes(sound + RULE) == []


def test_a_rule_whose_period_is_over() -> None:
    over = RULE.replace("severity high", "severity high in force until 2026-03-01").replace("cap", "30 days")
    assert codes(over, date(2026, 3, 1)) == []
    assert codes(over, date(2026, 3, 2)) == [("A110", "T-01")]


def test_what_nobody_uses() -> None:
    text = """
fact odd: yes/no from case
fact shown: days from case
parameter spare: days by class
  in force from 2026-01-01
  | A | 1 day |
  | B | 2 days |
  | C | 3 days |
  | D | 4 days |
rule T-01 en "t" severity high
  requires net_days <= 30 days
  message en "{shown}" zh "{shown}"
"""
    assert codes(text) == [("A205", "odd"), ("A204", "spare")]


def test_tables() -> None:
    text = """
table cap: days given amount, known hit first
  in force from 2026-01-01
  | up to CNY 500 | any => 30 days |
  | up to CNY 300 | yes => 45 days |
  | over CNY 800 | any => 60 days |
"""
    found = analysed(text + RULE).findings
    assert [each.code.value for each in found] == ["A301", "A303", "A302"]
    gap = found[0]
    assert [(key.name, getattr(value, "amount", value)) for key, value in gap.row] == [("amount", 600), ("known", True)]
    assert dict(found[1].values) == {"name": "cap", "key": "known"}
    assert dict(found[2].values) == {"name": "cap", "row": "2"}


def test_a_row_another_row_makes_needless() -> None:
    text = """
table cap: days given amount hit first
  in force from 2026-01-01
  | up to CNY 300 => 30 days |
  | up to CNY 500 => 30 days |
  | over CNY 500 => 60 days |
"""
    assert codes(text + RULE) == [("A304", "cap")]


def test_nothing_is_said_of_places_that_are_not_watched() -> None:
    assert all(each.span.path == "p.policy" for each in analysed(HOLED + RULE, DAY).findings)
