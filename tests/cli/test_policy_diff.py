"""`presign policy diff`: what a credit manager reads when a policy changes, in both languages and as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]

OLD = """# language: en
policy "Credit sales" version "3"
  owner "Credit"  source "Manual"  jurisdiction "CN"  side seller

parameter house_days: days by customer.grade
  label en "house credit days" zh "内部账期"
  source "Manual"
  in force from 2020-01-01  review by 2027-12-31
  | A | 60 days |
  | B | 45 days |
  | C | 15 days |
  | D |  0 days |

rule H-01 en "Credit days" zh "账期超限"
  severity high
  requires payment.net_days <= house_days
rule H-02 en "Retention" zh "质保金"
  severity high
  requires payment.retention_pct <= 5%
  message en "too much" zh "过高"
rule H-03 en "Security" zh "担保"
  severity medium
  requires contract.amount <= CNY 500,000
  unless "secured": security.coverage_ratio >= 80%
rule H-04 en "Instalments" zh "分期"
  severity medium
  forbids any x in payment.instalments where x.days > 60 days
"""


def change(tmp_path: Path, *changes: tuple[str, str], more: str = "") -> tuple[Path, Path]:
    new = OLD
    for before, after in changes:
        assert before in new
        new = new.replace(before, after)
    paths = tmp_path / "old.policy", tmp_path / "new.policy"
    paths[0].write_text(OLD, encoding="utf-8")
    paths[1].write_text(new + more, encoding="utf-8")
    return paths


def diff(presign: Run, paths: tuple[Path, Path], *options: str) -> Result:
    return presign("policy", "diff", *paths, "--as-of", "2026-03-02", "--lang", "en", *options)


def as_json(presign: Run, paths: tuple[Path, Path], code: int) -> dict[str, dict[str, object]]:
    result = diff(presign, paths, "--format", "json")
    assert result.exit_code == code
    return {each["rule"]: each for each in json.loads(result.stdout)["rules"]}


def test_the_same_policy_has_no_difference(presign: Run, tmp_path: Path) -> None:
    result = diff(presign, change(tmp_path))
    assert result.exit_code == 0
    assert "no difference" in result.output


def test_a_threshold_moved_shows_a_deal_between_the_two(presign: Run, tmp_path: Path) -> None:
    paths = change(tmp_path, ("| B | 45 days |", "| B | 30 days |"))
    result = diff(presign, paths)
    assert result.exit_code == 1
    assert "| B |  45 days → 30 days" in result.output
    assert "rules that use it: H-01" in result.output
    assert "before satisfied, now violated" in result.output
    assert '      example H-01 "since the change: violated"' in result.output
    assert "given customer.grade = B\n              payment.net_days = 40 days\n" in result.output
    assert "1 judged differently" in result.output


def test_the_example_it_prints_can_be_pasted(presign: Run, tmp_path: Path) -> None:
    changes = [
        ("| B | 45 days |", "| B | 30 days |"),
        ("ratio >= 80%", "ratio >= 100%"),
        ("x.days > 60", "x.days > 45"),
    ]
    paths = change(tmp_path, *changes)
    found = as_json(presign, paths, 1)
    examples = "\n".join(str(each["deal"]["example"]) for each in found.values())  # type: ignore[index]
    assert sorted(found) == ["H-01", "H-03", "H-04"]
    paths[1].write_text(paths[1].read_text(encoding="utf-8") + "\n" + examples, encoding="utf-8")
    assert presign("policy", "test", paths[1]).exit_code == 0
    paths[0].write_text(paths[0].read_text(encoding="utf-8") + "\n" + examples, encoding="utf-8")
    assert presign("policy", "test", paths[0]).exit_code == 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('message en "too much"', 'message en "far too much"'),
        ("severity medium", "severity block"),
        ("requires payment.retention_pct <= 5%", "requires not payment.retention_pct > 5%"),
        (
            "forbids any x in payment.instalments where x.days > 60 days",
            "forbids any y in payment.instalments where y.days > 60 days",
        ),
    ],
)
def test_what_no_deal_can_tell_apart_is_proven(presign: Run, tmp_path: Path, before: str, after: str) -> None:
    result = diff(presign, change(tmp_path, (before, after)))
    assert result.exit_code == 0
    assert "0 judged differently, 0 perhaps" in result.output or "no difference" in result.output


def test_a_rule_said_in_another_way_is_proven_the_same_for_any_number_of_instalments(
    presign: Run, tmp_path: Path
) -> None:
    before = "forbids any x in payment.instalments where x.days > 60 days"
    result = diff(presign, change(tmp_path, (before, "requires all x in payment.instalments where x.days <= 60 days")))
    assert result.exit_code == 0
    assert "no deal can tell the two versions apart" in result.output


def test_of_sums_that_no_deal_was_found_is_not_proven(presign: Run, tmp_path: Path) -> None:
    paths = change(tmp_path)
    for path, words in zip(paths, ("requires {} <= 100%", "forbids {} > 100%"), strict=True):
        clause = words.format("sum of x.pct in payment.instalments")
        path.write_text(OLD + f'rule H-08 en "Sum" zh "合计"\n  severity low\n  {clause}\n', encoding="utf-8")
    result = diff(presign, paths)
    assert result.exit_code == 1
    assert "not proven" in result.output and "1 perhaps" in result.output


def test_rules_that_come_and_go(presign: Run, tmp_path: Path) -> None:
    gone = OLD[OLD.index("rule H-02") : OLD.index("rule H-03")]
    more = 'rule H-05 en "Prepayment" zh "预付"\n  severity high\n  requires payment.prepay_pct >= 10%\n'
    found = as_json(presign, change(tmp_path, (gone, ""), more=more), 1)
    assert found["H-02"]["change"] == "removed"
    assert found["H-02"]["deal"]["before"] == "violated"  # type: ignore[index]
    assert found["H-05"]["change"] == "added"
    assert found["H-05"]["deal"]["given"] == ["payment.prepay_pct = 5%"]  # type: ignore[index]


def test_a_change_that_begins_later_is_shown_as_of_its_day(presign: Run, tmp_path: Path) -> None:
    later = "| D |  0 days |\n  in force from 2099-01-01\n  | A | 30 days |\n  | B | 45 days |\n  | C | 15 days |\n  | D |  0 days |\n"
    paths = change(tmp_path, ("review by 2027-12-31", "until 2098-12-31"), ("| D |  0 days |\n", later))
    assert diff(presign, paths).exit_code == 0, "on the day asked for nothing changes"
    result = presign("policy", "diff", *paths, "--lang", "en")
    assert result.exit_code == 1
    assert "as of 2099-01-01" in result.output and "customer.grade = A" in result.output


def test_scales_that_gain_a_member_and_facts_that_change_their_type(presign: Run, tmp_path: Path) -> None:
    words = "scale risk: low < high\nfact deal.risk: risk from case\nfact deal.wait: days from case\n"
    rule = 'rule H-09 en "Risk" zh "风险"\n  severity high\n  requires deal.risk <= low\n  forbids deal.wait > {}\n'
    paths = change(tmp_path)
    paths[0].write_text(OLD + words + rule.format("3 days"), encoding="utf-8")
    changed = words.replace("low <", "low < middle <").replace("wait: days", "wait: months")
    paths[1].write_text(OLD + changed + rule.format("3 months"), encoding="utf-8")
    result = diff(presign, paths)
    assert result.exit_code == 1
    assert "risk  [changed]  low < high → low < middle < high" in result.output
    assert "deal.wait  [changed]  days from case → months from case" in result.output
    assert "H-09  Risk  [perhaps judged differently]" in result.output


def test_a_rule_that_changes_sides_is_judged_differently(presign: Run, tmp_path: Path) -> None:
    result = diff(
        presign,
        change(tmp_path, ("  requires payment.retention_pct", "  side buyer\n  requires payment.retention_pct")),
    )
    assert result.exit_code == 1
    assert "H-02  Retention  [judged differently]" in result.output
    assert "side: seller → buyer" in result.output


def test_it_speaks_chinese(presign: Run, tmp_path: Path) -> None:
    paths = change(tmp_path, ("| B | 45 days |", "| B | 30 days |"))
    result = presign("policy", "diff", *paths, "--as-of", "2026-03-02", "--lang", "zh")
    assert "H-01  账期超限  [判定不同]" in result.output
    assert "此前 满足，现在 违反" in result.output
    assert "给定 客户.客户等级 = B\n             付款.最长账期 = 40 天" in result.output


def test_packs_are_named_and_what_is_not_there_is_refused(presign: Run, tmp_path: Path) -> None:
    assert presign("policy", "diff", "drafting", "drafting").exit_code == 0
    assert presign("policy", "diff", "drafting", tmp_path / "nothing.policy").exit_code == 2


def test_analyse_reports_with_its_exit_code(presign: Run, tmp_path: Path) -> None:
    path = tmp_path / "p.policy"
    path.write_text(OLD.replace("payment.retention_pct <= 5%", "payment.retention_pct >= 0%"), encoding="utf-8")
    result = presign("policy", "analyse", path, "--as-of", "2026-03-02", "--lang", "en")
    assert result.exit_code == 1
    assert "A102 rule `H-02` can never be violated" in result.output
    assert "given payment.retention_pct = " in result.output and "expect H-02 satisfied" in result.output
    path.write_text(OLD, encoding="utf-8")
    sound = presign("policy", "analyze", path, "--as-of", "2026-03-02", "--lang", "en")
    assert sound.exit_code == 0 and "nothing found: 4 rules" in sound.output
    assert presign("policy", "analyse", tmp_path / "none").exit_code == 2


def test_analyse_as_json(presign: Run, tmp_path: Path) -> None:
    path = tmp_path / "p.policy"
    path.write_text(
        OLD.replace(
            "requires contract.amount <= CNY 500,000",
            "applies when contract.amount > CNY 5 and contract.amount < CNY 4 requires payment.prepay_pct >= 5%",
        ),
        encoding="utf-8",
    )
    found = json.loads(presign("policy", "analyse", path, "--format", "json", "--as-of", "2026-03-02").stdout)
    (finding,) = found["findings"]
    assert (finding["code"], finding["subject"]) == ("A101", "H-03")
    assert finding["conditions"] == ["contract.amount > CNY 5", "contract.amount < CNY 4"]
    assert finding["message"]["zh"].startswith("规则 `H-03` 永远不适用")
