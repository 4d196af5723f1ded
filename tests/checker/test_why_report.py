"""Proofs as text and JSON on a two-block contract: expectations written out by hand."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from checked_case import AS_OF, CREDIT, LATE, PROGRAM, check, days, only, quoted
from presign.checker.asked import Asked, NoRule, proofs, unknown_rule
from presign.checker.report import DocumentReport, Report
from presign.facts.fact import Fact, absent, stated, unknown
from presign.policylang import core
from presign.policylang.core import Comparison, Sort, Texts, Type
from presign.reports.why import render
from presign.values import Money, Quantity, Reason, Record, State, Unit

WHY = Asked(why=("CRT-01",))
WHY_NOT = Asked(why_not=("CRT-01",))
GRADE_B = Fact("customer.grade", State.STATED, "B", origin="case.yaml:2")


@pytest.fixture(autouse=True)
def wide_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")


def printed(document: DocumentReport, asked: Asked, language: str = "en", program: core.Program = PROGRAM) -> str:
    out = io.StringIO()
    render(Report(AS_OF, program, (document,)), asked, language, out)
    return out.getvalue().split("\n\n", 1)[1]


def test_a_violation_is_proven_with_quote_row_and_margin() -> None:
    assert printed(check(GRADE_B, absent("security.present")), WHY) == (
        """\
high  CRT-01  credit too long
  verdict: violated; 90 days from delivery for CNY 1,665,600.00; grade B allows 45 days

  ✓ it applies
    payment.anchor is stated
    ✓ payment.anchor is stated  [line 1]
  ✗ required, but not met
    payment.net_days <= max_days
    ✗ payment.net_days ≤ max_days  ◀ decides
        payment.net_days (payment.net_days): 90 days
          [line 1]: “90 days”
        max_days (max_days): 45 days
          row 2, for customer.grade: B; in force since 2026-01-01
        45 days too much
  ✗ not excused by “secured”
    security.present is yes
    ✗ security.present: yes — absent

  the smallest changes that would satisfy it, any one of
    → payment.net_days ≤ 45 days (now 90 days)
        payment.net_days
    → prove the exception “secured”: say so: security.present (now absent)
        security.present

"""
    )


def test_the_same_in_chinese() -> None:
    text = printed(check(GRADE_B, unknown("security.present", Reason.UNCLEAR)), WHY, "zh")
    assert "  结论：违反；交货后90日付人民币1,665,600.00元；B级上限45日\n" in text
    assert "  ✗ 要求，未满足\n    payment.net_days <= max_days\n" in text
    assert "        超出45日\n" in text
    assert "  ? 例外“secured”未证明，不予免除\n    security.present 为是\n" in text
    assert "    → payment.net_days ≤ 45日（现为：90日）\n" in text
    assert "    → 证明例外“secured”：写明：security.present（现为：不明 (用语不能确定数值)）\n" in text


def test_an_undecided_rule_says_what_to_find_out() -> None:
    text = printed(check(unknown("customer.grade", Reason.NO_RECORD)), WHY)
    assert "  verdict: undecided; what it asks is neither proven nor disproven\n" in text
    assert "          no row is for customer.grade: unknown (no record was given); in force since 2026-01-01\n" in text
    assert "  to decide it, find out: customer.grade (customer.grade)\n" in text


def test_a_satisfied_rule_says_what_is_to_spare_and_what_would_fire_it() -> None:
    shorter = stated("payment.net_days", days(30), quoted(0, "90 days"))
    text = printed(check(GRADE_B, shorter, absent("security.present")), WHY_NOT)
    assert "  verdict: satisfied\n" in text
    assert "        15 days to spare\n" in text
    assert "  the smallest change that would make it fire\n    → payment.net_days > 45 days (now 30 days)\n" in text
    assert "satisfy it" not in text


def test_why_not_of_a_rule_that_fired_says_so_and_proves_it() -> None:
    text = printed(check(GRADE_B, absent("security.present")), WHY_NOT)
    assert "  verdict: violated; it did fire; 90 days from delivery" in text
    assert "45 days too much" in text and "would make it fire" not in text


def test_a_rule_out_of_force_says_since_when_and_for_whom() -> None:
    later = replace(CREDIT, period=core.Period(date(2026, 6, 1)), side="buyer")
    program = only(later)
    text = printed(check(GRADE_B, absent("security.present"), program=program), WHY_NOT, program=program)
    assert "  in force from 2026-06-01 to …, but judged as of 2026-03-02\n" in text
    assert "  it watches for the buyer, but this check is for the seller\n" in text
    assert "  were it in force, the verdict would be: violated\n" in text
    assert "smallest" not in text


def test_a_rule_switched_off_says_why() -> None:
    program = only(replace(CREDIT, off=core.Off("insured by the group", source="Group policy")))
    text = printed(check(GRADE_B, program=program), WHY_NOT, program=program)
    assert "  switched off by Group policy: insured by the group\n" in text


def test_a_terminal_without_the_signs_gets_plain_ones() -> None:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="ascii")
    render(Report(AS_OF, PROGRAM, (check(GRADE_B, absent("security.present")),)), WHY, "en", out)
    out.flush()
    text = raw.getvalue().decode("ascii")
    assert "  x required, but not met\n" in text
    assert "    x payment.net_days <= max_days  < decides\n" in text
    assert '          [line 1]: "90 days"\n' in text
    assert "    -> payment.net_days <= 45 days (now 90 days)\n" in text


def test_a_table_shows_the_row_that_was_hit() -> None:
    keys = (core.FactValue("contract.amount", Type(Sort.MONEY)), core.FactValue("customer.grade", CREDIT_GRADE))
    large = core.Between(low=Money(Decimal(1000000), "CNY"), low_open=True)
    table = core.Parameter(
        "allowed",
        Type(Sort.DAYS),
        keys,
        (core.ParameterVersion(core.Period(), None, (((large, "A"), days(60)), ((large, core.ANYTHING), days(30)))),),
        hit=core.HitPolicy.FIRST,
    )
    limit = core.Compare(
        Comparison.LE,
        core.FactValue("payment.net_days", Type(Sort.DAYS)),
        core.ParameterValue("allowed", Type(Sort.DAYS)),
    )
    program = replace(only(replace(CREDIT, requires=(limit,), excuses=())), parameters={"allowed": table})
    text = printed(check(GRADE_B, program=program), WHY, program=program)
    assert (
        "        allowed (allowed): 30 days\n"
        "          row 2 (> CNY 1,000,000.00 | any), for contract.amount: CNY 1,665,600.00, customer.grade: B\n"
    ) in text


CREDIT_GRADE = Type(Sort.SCALE, "grade")
ROW = Type(Sort.RECORD, "row")
LISTED = core.FactValue("rows", Type(Sort.LIST, of=ROW))
SHARE = core.FieldValue("pct", Type(Sort.PERCENT))


def test_of_many_records_a_few_are_shown() -> None:
    """Ten instalments of which the last six are too large: three are told, seven counted."""
    small = core.Compare(Comparison.LE, SHARE, core.Constant(Quantity(Decimal(10), Unit.PERCENT), Type(Sort.PERCENT)))
    rule = replace(LATE, requires=(core.Quantified(True, LISTED, small),))
    declared = core.FactDeclaration("rows", LISTED.type, Texts("rows (share)"), core.Source.CONTRACT)
    program = replace(
        only(rule),
        records={"row": core.RecordType("row", (("pct", Type(Sort.PERCENT)),), {"pct": Texts("share", "比例")})},
        facts={**PROGRAM.facts, "rows": declared},
    )
    shares = (4, 5, 6, 7, 12, 13, 14, 15, 16, 17)
    rows = tuple(Record((("pct", Quantity(Decimal(share), Unit.PERCENT)),)) for share in shares)
    document = check(stated("rows", rows, quoted(0, "Payment")), program=program)
    text = printed(document, Asked(why=("DEF-01",)), program=program)
    tree = text[text.index("    all x in") : text.index("  the smallest")]
    assert tree == (
        """\
    all x in rows where x.pct <= 10%
    ✗ each of the rows:
        ✗ no. 5: 12%
            ✗ share ≤ 10%  ◀ decides
                share: 12%
                2% too much
        ✗ no. 6: 13%
            ✗ share ≤ 10%  ◀ decides
                share: 13%
                3% too much
        ✗ no. 7: 14%
            ✗ share ≤ 10%  ◀ decides
                share: 14%
                4% too much
        … and 7 more: 4 ✓ 3 ✗

"""
    )
    assert "    → no. 5, 6, 7, 8, 9, 10 of rows, share ≤ 10% (now 12%)\n" in text


def test_a_rule_is_found_in_any_letter_case_and_told_once() -> None:
    asked = Asked(("crt-01", "DEF-01"), ("CRT-01",))
    assert unknown_rule(asked, PROGRAM) is None
    found = proofs(check(GRADE_B), PROGRAM, asked)
    assert [(proof.finding.rule.id, proof.why_not) for proof in found] == [("CRT-01", False), ("DEF-01", False)]


def test_a_rule_that_is_not_there_has_a_neighbour() -> None:
    assert unknown_rule(Asked(("CRT-1",)), PROGRAM) == NoRule("CRT-1", "CRT-01")
    assert unknown_rule(Asked(why_not=("ZZZ",)), PROGRAM) == NoRule("ZZZ")


def test_a_quote_is_told_once() -> None:
    """Both facts stand in the same words: the second time the place alone is shown."""
    late = stated("payment.anchor", "delivery", quoted(0, "90 days"))
    both = replace(
        CREDIT,
        applies=core.All(()),
        requires=(*CREDIT.requires, core.SaysYes(core.FactValue("late.present", Type(Sort.YES_NO)), True)),
        excuses=(),
    )
    program = only(both)
    denied = stated("late.present", False, quoted(0, "90 days"))
    text = printed(check(GRADE_B, late, denied, program=program), WHY, program=program)
    assert text.count("“90 days”") == 1
    assert "          [line 1]: quoted above\n" in text
