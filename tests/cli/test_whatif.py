"""`presign whatif`: the deal on other terms, and the least changes that mend it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

Run = Callable[..., Result]


def asked(presign: Run, samples: Path, name: str, *more: str) -> Result:
    case = samples / "cases" / f"{name}.yaml"
    return presign("whatif", samples / f"{name}.docx", "--case", case, "--as-of", "2026-03-02", *more)


def found(presign: Run, samples: Path, name: str, *more: str) -> Any:
    result = asked(presign, samples, name, *more, "--format", "json")
    assert result.exit_code == 0, result.output
    (document,) = json.loads(result.output)["documents"]
    return document


def test_longer_credit_costs_more_and_breaks_what_was_approved(presign: Run, samples: Path) -> None:
    deal = found(presign, samples, "zh-sound-equipment-sale", "--set", "payment.net_days=90 days")
    before, after = deal["before"], deal["after"]
    assert before["violated"] == [] and set(after["violated"]) >= {"CRT-12", "APR-06"}
    assert float(after["exposure"]["cost_of_money"]["amount"]) > float(before["exposure"]["cost_of_money"]["amount"])
    assert {turned["rule"] for turned in deal["turned"]} >= {"CRT-12", "APR-06"}
    # 40 % of the price on 45 days became 40 % on 90 days; the rest is paid ahead.
    assert after["exposure"]["instalments"][2]["due"] == "2026-08-18"


def test_nothing_set_to_what_it_is_changes_nothing(presign: Run, samples: Path) -> None:
    deal = found(presign, samples, "zh-sound-equipment-sale", "--set", "payment.net_days=45 days")
    assert deal["turned"] == [] and deal["before"]["decision"] == deal["after"]["decision"]


def test_packs_that_did_not_judge_the_contract_do_not_judge_the_what_if(presign: Run, samples: Path) -> None:
    # Under English law the Chinese packs are idle, before and after.
    deal = found(presign, samples, "en-sound-supply", "--set", "payment.net_days=30 days")
    assert deal["turned"] == []


def test_solve_mends_terms_and_leaves_the_records_alone(presign: Run, samples: Path) -> None:
    deal = found(presign, samples, "zh-dangerous-construction-supply", "--solve")
    changed = deal["changed"]
    assert changed["payment.back_to_back"] is False and changed["dispute.mode"] in ("court", "arbitration")
    groups = {name.split(".")[0] for name in changed}
    assert groups <= {"payment", "security", "remedy", "acceptance", "aftersales", "delivery", "dispute", "evidence"}
    mended = set(deal["before"]["violated"]) - set(deal["after"]["violated"])
    assert {"CRT-07", "CRT-03", "SEC-12", "DIS-02", "REM-01"} <= mended
    # What only the company can mend is still there.
    assert {"CRT-11", "APR-02"} <= set(deal["after"]["violated"])


def test_the_text_names_terms_and_figures(presign: Run, samples: Path) -> None:
    result = asked(presign, samples, "zh-sound-equipment-sale", "--set", "payment.net_days=90天", "--lang", "zh")
    told = " ".join(result.output.split())
    assert "最长账期(自起算事件)（payment.net_days）：45日 → 90日" in told
    assert "建议：" in told and "资金成本：" in told and "CRT-12" in told


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("payment.net_days", "sets nothing"),
        ("payment.netdays=30 days", "there is no fact `payment.netdays`"),
        ("payment.net_days=30", "`30` isn't a value of `payment.net_days`"),
        ("payment.prepay_pct=0.3", "isn't a value"),
    ],
)
def test_a_setting_that_makes_no_sense_is_told(presign: Run, samples: Path, setting: str, said: str) -> None:
    result = asked(presign, samples, "zh-sound-equipment-sale", "--set", setting, "--lang", "en")
    assert result.exit_code == 2 and said in result.output


def test_without_a_change_there_is_nothing_to_do(presign: Run, samples: Path) -> None:
    result = asked(presign, samples, "zh-sound-equipment-sale", "--lang", "en")
    assert result.exit_code == 2 and "--solve" in result.output
