"""`presign explain` and `presign policy doc` on the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]

OWN = """policy "Own" version "1"
rule OWN-01 en "No court named" zh "未约定法院"
  severity low
  requires dispute.court_place is present
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.policy"
    path.write_text(OWN, encoding="utf-8")
    return path


def test_a_rule_is_a_page(presign: Run) -> None:
    result = presign("explain", "crt-01", "--lang", "en", "--as-of", "2026-03-01")
    assert result.exit_code == 0
    assert result.output.startswith("CRT-01  Credit days exceed policy for the class  [high]\n")
    assert "PARAMETERS on 2026-03-01" in result.output
    assert "60 days" in result.output
    assert "credit-policy.policy:" in result.output


def test_in_chinese_the_page_is_chinese(presign: Run) -> None:
    result = presign("explain", "SIG-02", "--lang", "zh")
    assert "“合同阶段”为待签或已签" in result.output
    assert "依据" in result.output and "第172条" in result.output


def test_the_clauses_can_come_in_both_languages(presign: Run) -> None:
    result = presign("explain", "CRT-01", "--lang", "en", "--clauses", "both")
    assert "50% deposit" in result.output and "预付50%" in result.output


def test_a_rule_of_a_file_of_ones_own(presign: Run, own: Path) -> None:
    result = presign("explain", "OWN-01", "--policy", own, "--lang", "en")
    assert result.exit_code == 0
    assert "  | requires dispute.court_place is present\n" in result.output
    assert f"declared in: {own}:2" in " ".join(result.output.split())


def test_a_rule_as_data(presign: Run) -> None:
    found = json.loads(presign("explain", "CRT-18", "--format", "json").output)
    assert (found["rule"], found["severity"]) == ("CRT-18", "high")
    assert found["basis"][0]["part"] == "25" and found["basis"][0]["in_force"] == "2023-01-01"


def test_an_unknown_rule_has_neighbours(presign: Run) -> None:
    result = presign("explain", "CRT-1", "--lang", "en")
    assert result.exit_code == 2
    assert result.output.startswith("there is no rule `CRT-1`\n  = nearest: CRT-")


def test_what_is_like_no_rule_is_said_so(presign: Run) -> None:
    result = presign("explain", "quite-another-thing", "--lang", "en")
    assert result.exit_code == 2
    assert "`presign rules` lists all rules" in result.output


def test_a_rule_must_be_named(presign: Run) -> None:
    assert presign("explain").exit_code == 2


def test_a_diagnostic_code_has_its_message_and_help(presign: Run) -> None:
    result = presign("explain", "e301", "--lang", "en")
    assert result.exit_code == 0
    assert result.output.startswith("E301: `{left}` and `{right}` can't be compared\n  = help: units never mix")
    assert "不能比较" in presign("explain", "E301", "--lang", "zh").output


def test_a_code_with_two_messages_shows_both(presign: Run) -> None:
    found = json.loads(presign("explain", "E201", "--format", "json").output)
    assert [each["help"]["en"] for each in found["messages"]][1] == "did you mean `{near}`?"


def test_an_unknown_code_fails(presign: Run) -> None:
    result = presign("explain", "E999", "--lang", "en")
    assert (result.exit_code, "no rule or diagnostic `E999`" in result.output) == (2, True)


def test_the_handbook_goes_to_a_file_or_to_the_output(presign: Run, own: Path, tmp_path: Path) -> None:
    target = tmp_path / "own.html"
    result = presign("policy", "doc", own, "--output", target)
    assert result.exit_code == 0 and "1" in result.output
    assert presign("policy", "doc", own).output == target.read_text(encoding="utf-8")
    assert 'lang="en"' not in presign("policy", "doc", own, "--lang", "zh").output.split("</head>")[0].split("\n")[1]


def test_a_handbook_that_cant_be_written_fails(presign: Run, own: Path, tmp_path: Path) -> None:
    assert presign("policy", "doc", own, "-o", tmp_path / "missing" / "x.html").exit_code == 2
    assert presign("policy", "doc", "no-such-pack").exit_code == 2
    assert presign("policy", "doc").exit_code == 2
