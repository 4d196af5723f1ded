"""Which stage a contract is judged at: the one asked for, else the case's, else for approval."""

from __future__ import annotations

from pathlib import Path

import pytest
from presign.checker.run import Refusal, Request, check_all, prepare

CONTRACT = Path(__file__).parents[2] / "samples" / "zh-order-form.txt"


@pytest.mark.parametrize(
    ("case", "asked", "stage"),
    [
        ("deal:\n  stage: draft\n", None, "draft"),
        ("deal:\n  stage: draft\n", "for_signing", "for_signing"),
        ("deal:\n  is_related_party: no\n", None, "for_approval"),
        ("deal:\n  is_related_party: no\n", "signed", "signed"),
    ],
)
def test_the_stage(tmp_path: Path, case: str, asked: str | None, stage: str) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(case, encoding="utf-8")
    request = Request((str(CONTRACT),), case=str(path), stage=asked)
    prepared = prepare(request)
    assert not isinstance(prepared, Refusal)
    assert check_all(prepared, request).documents[0].facts["deal.stage"].value == stage
