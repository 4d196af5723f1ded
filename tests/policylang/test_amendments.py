"""A company's file adds to and changes the rules of others without touching their files."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from presign.policylang.compiler import compile_program
from presign.policylang.core import Period, Program, Severity
from presign.policylang.interpreter import evaluate
from presign.policylang.load import load_program, load_texts
from presign.policylang.outcome import Outcome
from presign.values import Quantity, Reading, Reason, Unit, known, unknown

SHIPPED = """
policy "Shipped"  version "1"
scale grade: D < C < B < A
fact payment.net_days: days  from contract
fact customer.grade: grade  from case
fact customer.related: yes/no  alias 客户.关联方  from case
fact security.guarantee: yes/no  from contract
parameter max_days: days
  in force from 2020-01-01
  | 60 days |
rule CRT-01 "Too long"
  severity high
  requires payment.net_days <= max_days
  unless "secured": security.guarantee is yes
rule CRT-02 "No grade"
  severity medium
  requires customer.grade is stated
"""
LONG: dict[str, Reading] = {"payment.net_days": known(Quantity(Decimal(90), Unit.DAYS)), "customer.grade": known("A")}
AS_OF = date(2026, 5, 4)


def program_of(company: str) -> Program:
    loaded = load_texts([("shipped", SHIPPED), ("company", company)])
    assert loaded.diagnostics == ()
    assert loaded.program is not None
    return loaded.program


def outcome(company: str, facts: dict[str, Reading], as_of: date = AS_OF) -> Outcome:
    """What both evaluators say of CRT-01, which must be the same."""
    program = program_of(company)
    walked = evaluate(program, facts, as_of)
    assert compile_program(program).evaluate(facts, as_of) == walked
    return walked[0]


def test_an_exception_from_another_file_excuses_only_when_proven() -> None:
    text = 'exception "group company" to CRT-01  when customer.related is yes'
    facts = LONG | {"security.guarantee": known(False)}
    assert outcome(text, facts | {"customer.related": known(True)}).exception == "group company"
    assert outcome(text, facts | {"customer.related": known(False)}).verdict == "violated"
    assert outcome(text, facts).unproven == ("group company",)


def test_an_exception_of_the_rule_itself_stays() -> None:
    text = 'exception "group company" to CRT-01  when customer.related is yes'
    assert outcome(text, LONG | {"security.guarantee": known(True)}).exception == "secured"


def test_an_exception_counts_while_it_is_in_force() -> None:
    text = """
    exception "promotion" to CRT-01
      when customer.grade = A
      in force from 2026-06-01 until 2026-06-30
    """
    facts = LONG | {"security.guarantee": known(False)}
    assert outcome(text, facts, date(2026, 5, 31)).verdict == "violated"
    assert outcome(text, facts, date(2026, 6, 1)).verdict == "excepted"
    assert outcome(text, facts, date(2026, 6, 30)).verdict == "excepted"
    assert outcome(text, facts, date(2026, 7, 1)).verdict == "violated"
    unproven = outcome(text, {"payment.net_days": LONG["payment.net_days"]}, date(2026, 7, 1)).unproven
    assert unproven == ("secured",)


def test_an_exception_to_an_exception_takes_the_excuse_away() -> None:
    text = """
    exception "own guarantor" to CRT-01 "secured"
      when customer.related is yes
    exception "listed group" to CRT-01 "own guarantor"
      when customer.grade = A
    """
    facts = LONG | {"security.guarantee": known(True), "customer.grade": known("B")}
    assert outcome(text, facts | {"customer.related": known(False)}).verdict == "excepted"
    assert outcome(text, facts | {"customer.related": known(True)}).verdict == "violated"
    assert outcome(text, facts | {"customer.related": unknown(Reason.UNCLEAR)}).unproven == ("secured",)
    group = facts | {"customer.related": known(True), "customer.grade": known("A")}
    assert outcome(text, group).verdict == "excepted"


def test_other_values_stand_before_those_they_replace() -> None:
    text = """
    amend parameter max_days
      source "Board minutes 3/2026"
      in force from 2026-01-01 until 2026-06-30  review by 2026-06-01
      | 90 days |
    """
    facts = LONG | {"security.guarantee": known(False)}
    for day, verdict in (("2025-12-31", "violated"), ("2026-01-01", "satisfied"), ("2026-07-01", "violated")):
        assert outcome(text, facts, date.fromisoformat(day)).verdict == verdict
    periods = {version.period for version in program_of(text).parameters["max_days"].versions}
    assert periods == {
        Period(date(2026, 1, 1), date(2026, 6, 30)),
        Period(date(2020, 1, 1), date(2025, 12, 31)),
        Period(date(2026, 7, 1)),
    }


def test_an_undated_amendment_replaces_every_value() -> None:
    program = program_of("amend parameter max_days\n  | 45 days |")
    (version,) = program.parameters["max_days"].versions
    assert version.rows == (((), Quantity(Decimal(45), Unit.DAYS)),)


def test_a_rule_is_made_stricter() -> None:
    program = program_of(
        'policy "Acme"  version "2"\namend rule CRT-01  severity block  owner finance  when undecided: violated'
    )
    rule = program.rules[0]
    assert (rule.severity, rule.owner, rule.undecided_is_violated, rule.amended) == (
        Severity.BLOCK,
        "finance",
        True,
        ("Acme",),
    )


def test_a_rule_switched_off_is_not_judged_and_says_why() -> None:
    text = 'switch off CRT-01 because "sold for cash only"  in force from 2026-06-01'
    facts = LONG | {"security.guarantee": known(False)}
    assert outcome(text, facts, date(2026, 5, 31)).verdict == "violated"
    assert outcome(text, facts, date(2026, 6, 1)).verdict == "not_applicable"
    off = program_of(text).rules[0].off
    assert off is not None and off.reason == "sold for cash only"


def test_chinese_words_give_the_same_amendments() -> None:
    english = program_of(
        'exception "group" to CRT-01 when customer.related is yes\n'
        'switch off CRT-02 because "n/a"\namend rule CRT-01 severity block'
    )
    chinese = program_of(
        "# language: zh\n特例「group」 针对 CRT-01 当 客户.关联方 为是\n停用 CRT-02 因为 「n/a」\n修订 规则 CRT-01 级别 阻断"
    )
    assert english.rules == chinese.rules


def test_use_takes_files_beside_it_once_and_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "base.policy").write_text(SHIPPED + 'use "sub/company.policy"\n', encoding="utf-8")
    (tmp_path / "sub" / "company.policy").write_text(
        'use "../base.policy"\nexception "group" to CRT-01 when customer.related is yes\n', encoding="utf-8"
    )
    loaded = load_program([tmp_path / "sub" / "company.policy"])
    assert loaded.diagnostics == ()
    assert loaded.program is not None
    assert [excuse.name for excuse in loaded.program.rules[0].excuses] == ["secured", "group"]


def test_use_takes_a_pack_by_its_name(tmp_path: Path) -> None:
    base, company = tmp_path / "base.policy", tmp_path / "company.policy"
    base.write_text(SHIPPED, encoding="utf-8")
    company.write_text('use "shipped"\n', encoding="utf-8")
    loaded = load_program([company], {"shipped": base})
    assert loaded.program is not None and len(loaded.program.rules) == 2


@pytest.mark.parametrize("target", ["nowhere.policy", "", "sub"])
def test_use_of_what_is_not_there_is_told_at_its_place(tmp_path: Path, target: str) -> None:
    (tmp_path / "sub").mkdir()
    company = tmp_path / "company.policy"
    company.write_text(f'\nuse "{target}"\n', encoding="utf-8")
    (problem,) = load_program([company]).diagnostics
    assert (problem.key, problem.span.line, problem.span.column) == ("E514", 2, 5)
