"""docs/analysis.md: every code is there, its wrong policy shows it, its mended one shows nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from analysis_cases import DAY, program
from presign.policylang.analysis.analyse import analyse
from presign.policylang.analysis.finding import Code

TEXT = (Path(__file__).parents[2] / "docs" / "analysis.md").read_text(encoding="utf-8")
VOCABULARY = re.search(r"## The findings.*?```\n(.*?)```", TEXT, re.S)
SECTION = re.compile(r"^### (A\d{3}): .*?^Wrong:\n\n```\n(.*?)```\n\nMended:\n\n```\n(.*?)```", re.S | re.M)
SNIPPETS = SECTION.findall(TEXT)


def found(text: str) -> set[str]:
    assert VOCABULARY is not None
    read = program(text, "# language: en\n" + VOCABULARY[1])
    return {each.code.value for each in analyse(read, DAY, lambda span: span.path == "p.policy").findings}


def test_every_code_is_documented_once() -> None:
    assert [code for code, _, _ in SNIPPETS] == [code.value for code in Code]


@pytest.mark.parametrize(("code", "wrong", "mended"), SNIPPETS, ids=[code for code, _, _ in SNIPPETS])
def test_the_wrong_policy_shows_the_finding_and_the_mended_one_nothing(code: str, wrong: str, mended: str) -> None:
    assert code in found(wrong)
    assert found(mended) == set()
