"""The dates in a policy's head: no rule of the file is in force outside them."""

from __future__ import annotations

from datetime import date

import pytest
from presign.policylang.core import Period, Program
from presign.policylang.load import load_texts
from presign.policylang.parse import parse
from presign.policylang.printer import print_module

POLICY = """# language: en
policy "Late payment" version "1"
  source "Directive"  {head}
fact payment.net_days: days
  from contract
rule LAT-01 "always with the pack"
  severity high
  requires payment.net_days <= 60 days
rule LAT-02 "younger than the pack"
  severity high
  in force from 2025-06-01 until 2026-12-31
  requires payment.net_days <= 30 days
"""


def program(head: str) -> Program:
    loaded = load_texts([("late.policy", POLICY.format(head=head))])
    assert loaded.program is not None, loaded.diagnostics
    return loaded.program


@pytest.mark.parametrize(
    ("head", "first", "second"),
    [
        ("", Period(), Period(date(2025, 6, 1), date(2026, 12, 31))),
        (
            "in force from 2013-03-16",
            Period(date(2013, 3, 16)),
            Period(date(2025, 6, 1), date(2026, 12, 31)),
        ),
        (
            "in force from 2025-09-01 until 2026-08-31",
            Period(date(2025, 9, 1), date(2026, 8, 31)),
            Period(date(2025, 9, 1), date(2026, 8, 31)),
        ),
        ("in force until 2025-12-31", Period(None, date(2025, 12, 31)), Period(date(2025, 6, 1), date(2025, 12, 31))),
    ],
)
def test_a_rule_counts_on_the_days_its_pack_and_itself_allow(head: str, first: Period, second: Period) -> None:
    found = {rule.id: rule.period for rule in program(head).rules}
    assert found == {"LAT-01": first, "LAT-02": second}


def test_dates_that_do_not_meet_cover_no_day() -> None:
    young = next(rule for rule in program("in force until 2020-12-31").rules if rule.id == "LAT-02").period
    assert not any(young.covers(date(year, 7, 1)) for year in range(2018, 2030))


@pytest.mark.parametrize(("language", "words"), [("en", "in force from 2013-03-16"), ("zh", "施行 自 2013-03-16")])
def test_the_printer_writes_the_dates_in_the_head(language: str, words: str) -> None:
    module = parse(POLICY.format(head="in force from 2013-03-16")).module
    printed = print_module(module, language)
    assert words in printed and parse(printed).module == module


def test_the_label_of_a_policy_is_its_name_for_readers_of_a_language() -> None:
    (labelled,) = program('label zh "逾期付款"').packs
    assert (labelled.name("zh"), labelled.name("en"), labelled.title) == ("逾期付款", "Late payment", "Late payment")
    (bare,) = program("").packs
    assert (bare.name("zh"), bare.name("en")) == ("Late payment", "Late payment")
