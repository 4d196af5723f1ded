"""The company policies of the samples: sound by every tool, and the same program in both languages but for its words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import presign
import pytest
from click.testing import CliRunner
from presign.checker.run import Refusal, load
from presign.cli import main
from presign.policylang.core import Program

POLICIES = Path(presign.__file__).with_name("samples") / "policies"
ENGLISH, CHINESE = POLICIES / "harbour-pumps.policy", POLICIES / "harbour-pumps.zh.policy"
DOCS = Path(presign.__file__).with_name("docs")


def program(path: Path) -> Program:
    loaded = load([str(path)])
    assert not isinstance(loaded, Refusal)
    assert loaded.program is not None and loaded.diagnostics == ()
    return loaded.program


@pytest.mark.parametrize("path", [ENGLISH, CHINESE], ids=["en", "zh"])
@pytest.mark.parametrize("command", [("check",), ("test",), ("lint",), ("fmt", "--check")], ids=lambda each: each[0])
def test_every_tool_finds_the_policy_sound(path: Path, command: tuple[str, ...]) -> None:
    result = CliRunner().invoke(main, ["policy", *command, str(path)])
    assert result.exit_code == 0, result.output


def test_the_two_languages_demand_the_same() -> None:
    english, chinese = program(ENGLISH), program(CHINESE)
    one = next(rule for rule in english.rules if rule.id == "HP-02")
    other = next(rule for rule in chinese.rules if rule.id == "HP-02")
    assert (one.applies, one.title, one.message.en) != (None, None, "")
    assert (one.applies, one.title, one.severity) == (other.applies, other.title, other.severity)
    assert english.parameters["max_days"].versions[0].rows == chinese.parameters["max_days"].versions[0].rows
    table, its_twin = english.parameters["deposit"], chinese.parameters["订单预付比例"]
    assert replace(table, name="", versions=()) == replace(its_twin, name="", versions=())
    assert [version.rows for version in table.versions] == [version.rows for version in its_twin.versions]
    verdicts = [
        [example.expected for example in each.examples if example.rule == "HP-02"] for each in (english, chinese)
    ]
    assert verdicts[0] == verdicts[1] != []


@pytest.mark.parametrize(("page", "path"), [("first-policy.md", ENGLISH), ("first-policy.zh.md", CHINESE)])
def test_the_guide_shows_what_stands_in_the_sample(page: str, path: Path) -> None:
    """Each block of policy text in the guide stands in the sample, word for word."""
    guide = (DOCS / page).read_text(encoding="utf-8")
    sample = path.read_text(encoding="utf-8")
    blocks = [each.split("```", 1)[0] for each in guide.split("```policy\n")[1:]]
    assert len(blocks) >= 5
    assert [block for block in blocks if block.strip() not in sample] == []
