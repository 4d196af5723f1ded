"""`presign policy new`: a rule that is sound as it stands, and of which lint says only what is to be filled in."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from presign.checker.run import load
from presign.policylang.load import Loaded
from presign.rules.scaffold import scaffold

Run = Callable[..., Result]

FAMILIES = ("ACC", "APR", "CCA", "COL", "CRT", "DIS", "PAY", "PTY", "REM", "SEC", "SIG", "TRU", "OWN")
GAPS = 7
"""Title, message, why, remedy, clause to avoid, clause to prefer, basis."""


def codes(presign: Run, path: Path) -> list[str]:
    found = json.loads(presign("policy", "lint", path, "--format", "json").output)["findings"]
    return [each["code"] for each in found]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_rules_of_every_family_are_sound_and_their_examples_pass(
    presign: Run, tmp_path: Path, language: str
) -> None:
    path = tmp_path / "own.policy"
    shipped = load(())
    assert isinstance(shipped, Loaded) and shipped.program is not None
    rules = [scaffold(f"{family}-901", shipped.program, language) for family in FAMILIES]
    path.write_text(f"# language: {language}\n\n" + "\n".join(rules), encoding="utf-8")
    assert presign("policy", "check", path, "--lang", "en").output == f"sound: {len(FAMILIES)} rules\n"
    tested = presign("policy", "test", path, "--lang", "en")
    assert tested.exit_code == 0, tested.output
    assert f"{3 * len(FAMILIES)} of {3 * len(FAMILIES)} examples" in tested.output
    assert codes(presign, path) == ["L008"] * GAPS * len(FAMILIES)


def test_the_rule_speaks_the_language_asked_for(presign: Run) -> None:
    english = presign("policy", "new", "PAY-901", "--lang", "en", "--title", 'Days "net" too long')
    assert english.exit_code == 0
    assert english.output.startswith('rule PAY-901 en "Days \\"net\\" too long" zh "…"\n')
    assert "requires payment.net_days <= statutory_max_days" in english.output
    chinese = presign("policy", "new", "PAY-901", "--lang", "zh", "--title", "账期过长").output
    assert chinese.startswith('规则 PAY-901 中 "账期过长" 英 "…"\n')
    assert "要求 付款.最长账期 <= statutory_max_days" in chinese
    assert '示例 PAY-901 "无法判定"\n  给定 付款.最长账期 不明\n  预期 PAY-901 无法判定' in chinese


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("pay-901", "PAY-901"),
        ("PAY901", "PAY-901"),
        ("own-7", "OWN-07"),
        ("x", "PAY-"),
        ("规则一", "PAY-"),
        ("", "PAY-"),
    ],
)
def test_an_ill_formed_id_is_refused_with_one_that_may_be_meant(presign: Run, written: str, near: str) -> None:
    result = presign("policy", "new", written, "--lang", "en")
    assert result.exit_code == 2
    assert f"`{written}` isn't the id of a rule" in result.output and f"`{near}" in result.output


def test_the_id_of_a_shipped_rule_is_refused_with_the_next_free_one(presign: Run, tmp_path: Path) -> None:
    path = tmp_path / "own.policy"
    for more in ((), ("--into", path)):
        result = presign("policy", "new", "CRT-01", "--lang", "en", *more)
        assert result.exit_code == 2
        assert "a shipped pack has a rule `CRT-01` already" in result.output
        near = result.output.rsplit("`", 2)[1]
        assert near.startswith("CRT-") and presign("policy", "new", near).exit_code == 0
    assert not path.exists()


def test_an_id_of_the_file_is_refused_and_the_file_kept(presign: Run, tmp_path: Path) -> None:
    path = tmp_path / "own.policy"
    presign("policy", "new", "OWN-01", "--into", path, "--lang", "en")
    before = path.read_bytes()
    result = presign("policy", "new", "OWN-01", "--into", path, "--lang", "en")
    assert result.exit_code == 2
    assert "own.policy has a rule `OWN-01` already" in result.output and "`OWN-02`" in result.output
    assert path.read_bytes() == before


def test_a_file_that_is_not_sound_is_left_alone(presign: Run, tmp_path: Path) -> None:
    path = tmp_path / "own.policy"
    path.write_text('rule OWN-01 "x"\n', encoding="utf-8")
    result = presign("policy", "new", "OWN-02", "--into", path, "--lang", "en")
    assert result.exit_code == 2 and "own.policy:1" in result.output
    assert path.read_text(encoding="utf-8") == 'rule OWN-01 "x"\n'


def test_a_rule_is_appended_in_the_language_and_with_the_line_ends_of_the_file(presign: Run, tmp_path: Path) -> None:
    path = tmp_path / "own.policy"
    path.write_bytes("# language: zh\r\n# 本公司规则\r\n".encode())
    assert presign("policy", "new", "OWN-01", "--into", path).exit_code == 0
    written = path.read_bytes().decode("utf-8")
    assert written.startswith("# language: zh\r\n# 本公司规则\r\n\r\n规则 OWN-01 ")
    assert written.count("\n") == written.count("\r\n")
    assert [each.name for each in tmp_path.iterdir()] == ["own.policy"]


def test_only_a_policy_file_is_written_to(presign: Run, tmp_path: Path) -> None:
    folder = tmp_path / "rules.policy"
    folder.mkdir()
    for path in (tmp_path / "own.txt", folder):
        result = presign("policy", "new", "OWN-01", "--into", path, "--lang", "en")
        assert result.exit_code == 2 and "isn't a policy file" in result.output
    missing = presign("policy", "new", "OWN-01", "--into", tmp_path / "none" / "own.policy", "--lang", "en")
    assert missing.exit_code == 2 and "can't be written" in missing.output
