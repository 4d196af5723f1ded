"""The signing procedure in the report of a check."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


@pytest.mark.parametrize(("stage", "shown"), [("for_approval", False), ("for_signing", True)])
def test_the_report_has_it_at_the_last_stages(presign: Run, samples: Path, stage: str, shown: bool) -> None:
    name = "zh-dangerous-construction-supply"
    case = samples / "cases" / f"{name}.yaml"
    options = ("--case", case, "--as-of", "2026-03-02", "--stage", stage, "--lang", "zh")
    output = presign("check", samples / f"{name}.docx", *options).output
    assert ("签约程序：" in output) is shown
    assert ("✗ 没有空白待填" in output) is shown


def test_the_json_has_each_step_with_its_rules(presign: Run, samples: Path) -> None:
    name = "zh-dangerous-construction-supply"
    case = samples / "cases" / f"{name}.yaml"
    options = ("--case", case, "--as-of", "2026-03-02", "--stage", "signed", "--format", "json")
    (document,) = json.loads(presign("check", samples / f"{name}.docx", *options).output)["documents"]
    steps = {step["step"]: step for step in document["checklist"]}
    assert len(steps) == 13 and next(iter(steps)) == "parties"
    assert steps["annexes"]["status"] == "failed" and steps["annexes"]["failed_rules"] == ["TRU-06"]
    assert steps["order"]["shown_by"]["approval.latest_date"]["value"] == "2026-02-18"
    assert document["decision"]["recommendation"] == "do_not_sign"
