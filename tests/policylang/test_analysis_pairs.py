"""Two rules that contradict each other, or of which one adds nothing."""

from __future__ import annotations

import pytest
from analysis_cases import DAY, analysed, codes, program
from presign.policylang.analysis.query import verdict


def rules(*clauses: str) -> str:
    return "".join(f'rule T-{place} en "t" severity high\n  {each}\n' for place, each in enumerate(clauses, 1))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("requires prepay >= 30%", "requires prepay <= 20%", [("A104", "T-1")]),
        ("requires prepay >= 20%", "requires prepay <= 20%", []),
        ("requires prepay >= 20% or secured is yes", "requires prepay <= 10%", []),
        ("applies when kind = sale requires prepay >= 30%", "requires prepay <= 20%", [("A104", "T-1")]),
        ("applies when kind = sale requires prepay >= 30%", "applies when kind = lease requires prepay <= 20%", []),
        ("requires net_days <= 90 days", "requires net_days <= 60 days", [("A105", "T-1")]),
        ("requires net_days <= 60 days", "forbids net_days > 60 days", [("A106", "T-1")]),
        ("requires net_days <= 60 days", "requires retention <= 5%", []),
        ("requires net_days <= 60 days", "side buyer requires net_days >= 90 days", []),
        ("requires secured is yes", "forbids secured is yes", [("A104", "T-1")]),
        ("requires net_days <= 90 days", 'requires net_days <= 60 days unless "a": class = A', []),
    ],
)
def test_pairs(first: str, second: str, expected: list[tuple[str, str]]) -> None:
    assert codes(rules(first, second)) == expected


def test_a_rule_that_applies_only_where_the_other_is_violated_is_no_contradiction() -> None:
    """Class D pays cash; whoever gives credit all the same needs security. No deal meets both, and none has to."""
    cash = "applies when class = D requires net_days <= 0 days"
    secured = "applies when net_days > 0 days requires secured is yes"
    assert codes(rules(cash, secured)) == []


def test_the_case_of_a_contradiction_is_a_deal_both_rules_judge() -> None:
    text = rules("applies when kind = sale requires prepay >= 30%", "requires prepay <= 20%")
    (finding,) = analysed(text).findings
    assert finding.case is not None
    found = program(text)
    ended = {rule.id: verdict(found, rule, finding.case, DAY) for rule in found.rules}
    assert dict(finding.verdicts) == ended
    assert "violated" in ended.values()
    assert [name for name, _ in finding.related] == ["T-2"]


def test_of_many_rules_only_the_pair_at_odds_is_named() -> None:
    """None of the dozen implies another: each lets a deal pass by days that the next one stops by its share."""
    several = [f"requires net_days <= {days} days or prepay >= {days}%" for days in range(30, 42)]
    found = codes(rules(*several, "requires retention >= 10%", "requires retention <= 5%"))
    assert found == [("A104", "T-13")]
