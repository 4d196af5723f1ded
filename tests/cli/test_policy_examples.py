"""`presign policy test --coverage` and `presign policy mutate` as a policy author meets them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]

POLICY = """# language: en
rule ACME-01 en "Credit days" zh "账期"
  severity high
  requires payment.net_days <= 60 days

example ACME-01 "at the limit"
  given payment.net_days = 60 days
  expect ACME-01 satisfied

example ACME-01 "unknown"
  given payment.net_days is unknown
  expect ACME-01 undecided
"""
TOO_LONG = """
example ACME-01 "a day too long"
  given payment.net_days = 61 days
  expect ACME-01 violated
"""


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    path = tmp_path / "acme.policy"
    path.write_text(POLICY, encoding="utf-8")
    return path


def test_coverage_names_what_no_example_shows_and_gives_one(presign: Run, policy: Path) -> None:
    result = presign("policy", "test", policy, "--coverage", "--lang", "en")
    assert result.exit_code == 0
    assert "ACME-01  60 %  3 of 5" in result.output
    assert f"{policy}:4:12: no example makes it false: `payment.net_days <= 60 days`" in result.output
    assert "no example ends violated" in result.output
    assert 'example ACME-01 "is violated"\n      given payment.net_days = 61 days\n' in result.output
    assert "60 % of what there is to show: 3 of 5 points of 1 rules" in result.output


def test_the_example_coverage_gives_fills_the_gap(presign: Run, policy: Path) -> None:
    policy.write_text(POLICY + TOO_LONG, encoding="utf-8")
    result = presign("policy", "test", policy, "--min-coverage", "100", "--lang", "en")
    assert result.exit_code == 0
    assert "100 % of what there is to show: 5 of 5 points" in result.output


def test_a_contract_s_text_is_read_for_what_it_shows(presign: Run, policy: Path) -> None:
    text = """
example ACME-01 "ninety days in the contract"
  text en "The Buyer shall pay the price within 90 days after receipt of the invoice."
  expect payment.net_days = 90 days
         ACME-01 violated
"""
    policy.write_text(POLICY + text, encoding="utf-8")
    covered = presign("policy", "test", policy, "--coverage", "--lang", "en")
    assert "3 of 3 examples as expected" in covered.output
    assert "100 % of what there is to show" in covered.output
    # 90 days notice neither 61 days nor 66: both are less
    mutated = presign("policy", "mutate", policy, "--lang", "en")
    assert "6 of 8 changes noticed" in mutated.output


def test_less_coverage_than_asked_for_is_a_finding(presign: Run, policy: Path) -> None:
    result = presign("policy", "test", policy, "--min-coverage", "60.1", "--lang", "zh")
    assert result.exit_code == 1
    assert "低于要求的 60.1%" in result.output
    assert presign("policy", "test", policy, "--min-coverage", "60").exit_code == 0


def test_coverage_as_json(presign: Run, policy: Path) -> None:
    result = presign("policy", "test", policy, "--coverage", "--format", "json", "--lang", "en")
    report = json.loads(result.stdout)
    (rule,) = report["rules"]
    assert (report["shown"], report["points"], rule["rule"]) == (3, 5, "ACME-01")
    assert [(gap["kind"], gap["wanted"]) for gap in rule["gaps"]] == [("verdict", "violated"), ("condition", False)]
    assert rule["verdicts"] == {"satisfied": 1, "undecided": 1}


def test_mutate_lists_what_no_example_notices_and_an_example_once(presign: Run, policy: Path) -> None:
    result = presign("policy", "mutate", policy, "--lang", "en")
    assert result.exit_code == 0
    assert "ACME-01  75 %  6 of 8 changes noticed" in result.output
    changed = "value moved by one unit: `payment.net_days <= 60 days` becomes `payment.net_days <= 61 days`"
    assert f"{policy}:4:12: {changed}" in result.output
    assert result.output.count("given payment.net_days = 61 days") == 1
    assert "the examples notice 6 of 8 changes, 75 %" in result.output


def test_a_score_below_the_one_asked_for_is_a_finding(presign: Run, policy: Path) -> None:
    assert presign("policy", "mutate", policy, "--min-score", "75").exit_code == 0
    assert presign("policy", "mutate", policy, "--min-score", "76").exit_code == 1
    policy.write_text(POLICY + TOO_LONG, encoding="utf-8")
    result = presign("policy", "mutate", policy, "--min-score", "100", "--format", "json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["subjects"][0]["mutants"] == []


def test_a_rule_that_isn_t_there_is_named(presign: Run, policy: Path) -> None:
    result = presign("policy", "mutate", policy, "--rule", "ACME-02", "--lang", "en")
    assert result.exit_code == 2
    assert "there is no rule `ACME-02` here" in result.output
    assert "ACME-01" in result.output


def test_examples_that_fail_are_told_before_anything_is_changed(presign: Run, policy: Path) -> None:
    policy.write_text(POLICY.replace("expect ACME-01 satisfied", "expect ACME-01 violated"), encoding="utf-8")
    result = presign("policy", "mutate", policy, "--lang", "en")
    assert "1 examples don't come out as expected" in result.output


def test_no_rule_is_no_full_coverage(presign: Run, tmp_path: Path) -> None:
    empty = tmp_path / "empty.policy"
    empty.write_text('# language: en\npolicy "Nothing" version "1"\n', encoding="utf-8")
    assert presign("policy", "test", empty, "--min-coverage", "10").exit_code == 2
    assert presign("policy", "mutate", empty).exit_code == 2
