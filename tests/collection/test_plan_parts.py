"""A contract delivered in parts, each paid for itself: each part has a ladder of its own, and its own entries."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

from owed import one, percent, plan_for
from presign.collection.worklist import of_plan
from presign.facts.fact import stated
from presign.ledger.case_file import read_case
from presign.policylang.core import Program
from presign.reports.plan_ics import render_ics

PARTS = (one(on=date(2026, 4, 1), pct=percent(50)), one(on=date(2026, 6, 1), pct=percent(50)))
FACTS = (stated("deal.deliveries", PARTS), stated("deal.paid_per_delivery", True), stated("customer.grade", "B"))


def test_each_part_has_its_own_ladder_and_calendar_entries(program: Program) -> None:
    plan = plan_for(program, *FACTS)
    # 30 days after each receipt: 1 May and 1 July 2026.
    assert [(each.flow.called, each.flow.due) for each in plan.instalments] == [
        ("1.1", date(2026, 5, 1)),
        ("1.2", date(2026, 7, 1)),
    ]
    assert [each.first.day for each in plan.instalments if each.first] == [date(2026, 4, 1), date(2026, 6, 1)]
    out = io.StringIO()
    render_ics([plan], program, "en", out)
    ids = [line for line in out.getvalue().splitlines() if line.startswith("UID:")]
    assert len(ids) == len(set(ids)) > 10
    works = list(of_plan(plan, "Tianmu", "XS-7", date(2026, 7, 6)))
    assert {(work.number, work.part) for work in works} == {(1, 1), (1, 2)}


def test_the_case_file_says_the_plan(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(
        'deal:\n  deliveries:\n    - {on: 2026-04-01, pct: 50%}\n    - {on: 2026-06-01, amount: "CNY 50,000"}\n'
        "  paid_per_delivery: yes\n  exchange_rates: [{currency: EUR, into: CNY, rate: 7.85, on: 2026-03-01}]\n",
        encoding="utf-8",
    )
    case = read_case(str(path), program)
    assert case.problems == ()
    assert [fact.name for fact in case.facts] == ["deal.deliveries", "deal.paid_per_delivery", "deal.exchange_rates"]
