"""`presign policy lint`: what is linted, how it ends, and what `--fix` writes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from jsonschema import Draft202012Validator
from presign.policylang.lint.frame import FRAME

Run = Callable[..., Result]

SOUND = FRAME[FRAME.index("rule PAY-01") :].replace("PAY-01", "OWN-01").replace("max_days", "statutory_max_days")
DOUBLE = SOUND.replace("  requires ", "  forbids not ")


@pytest.fixture
def own(tmp_path: Path) -> Callable[[str], Path]:
    def write(text: str) -> Path:
        path = tmp_path / "own.policy"
        path.write_bytes(text.encode("utf-8"))
        return path

    return write


def test_a_sound_file_ends_with_zero(presign: Run, own: Callable[[str], Path]) -> None:
    result = presign("policy", "lint", own(SOUND), "--lang", "en")
    assert (result.exit_code, result.output) == (0, "nothing found in 1 files\n")


def test_findings_end_with_one_and_are_said_in_the_language_of_the_file(
    presign: Run, own: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = own("# language: zh\n" + SOUND.replace('\n  basis "Credit Manual 2026, section 4"', ""))
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    result = presign("policy", "lint", path)
    assert result.exit_code == 1
    assert "own.policy:2:6: 警告[L101]: 规则 `OWN-01` 没有 `依据`" in result.output
    assert result.output.endswith("1 findings: L101 1\n")


def test_a_policy_with_an_error_cannot_be_linted(presign: Run, own: Callable[[str], Path]) -> None:
    result = presign("policy", "lint", own('rule OWN-01 "x"\n  severity high\n  requires\n'), "--lang", "en")
    assert result.exit_code == 2 and "own.policy:3" in result.output


def test_unknown_checks_packs_and_files_are_refused(presign: Run) -> None:
    assert "no check is called `L777`" in presign("policy", "lint", "--select", "L777", "--lang", "en").output
    assert "did you mean the pack `cn-civil`?" in presign("policy", "lint", "cn-civl", "--lang", "en").output
    assert presign("policy", "lint", "--select", "L202", "--ignore", "L2", "--lang", "en").exit_code == 2


def test_findings_as_json(presign: Run, own: Callable[[str], Path]) -> None:
    result = presign("policy", "lint", own(DOUBLE), "--format", "json", "--lang", "en")
    (found,) = json.loads(result.output)["findings"]
    assert (found["code"], found["name"], found["line"], found["column"]) == ("L201", "double-negation", 7, 11)
    assert found["fixable"] is True and found["message"] == "`forbids` and a negation cancel out"


def test_the_shipped_packs_are_linted_by_default_and_by_name(presign: Run) -> None:
    everything = presign("policy", "lint", "--format", "json")
    schema = json.loads((Path(__file__).parents[2] / "docs/schema/lint.schema.json").read_text(encoding="utf-8"))
    assert list(Draft202012Validator(schema).iter_errors(json.loads(everything.output))) == []
    one = presign("policy", "lint", "us-ucc", "--format", "json")
    paths = {Path(each["path"]).name for each in json.loads(one.output)["findings"]}
    assert paths <= {"us-ucc.policy"}


def test_fix_writes_what_is_safe_and_keeps_comments_and_line_ends(presign: Run, own: Callable[[str], Path]) -> None:
    text = DOUBLE.replace("max_days\n", "max_days  # 说明 not not\n", 1).replace('limit"', 'limit."', 1)
    path = own(text.replace("\n", "\r\n"))
    path.chmod(0o640)
    result = presign("policy", "lint", path, "--fix", "--lang", "en")
    assert result.exit_code == 0, result.output
    assert "own.policy: 2 mended" in result.output
    expected = text.replace("  forbids not ", "  requires ").replace('limit."', 'limit"')
    assert path.read_bytes().decode("utf-8") == expected.replace("\n", "\r\n")
    assert path.stat().st_mode & 0o777 == 0o640
    assert [each.name for each in path.parent.iterdir()] == ["own.policy"], "nothing is left behind"


def test_fix_leaves_the_rest_as_it_was(presign: Run, own: Callable[[str], Path]) -> None:
    text = SOUND.replace("<= statutory_max_days", "<= 45 days")
    path = own(text)
    result = presign("policy", "lint", path, "--fix", "--lang", "en")
    assert result.exit_code == 1 and "L202" in result.output
    assert path.read_text(encoding="utf-8") == text


def test_fix_mends_only_the_files_named(presign: Run, tmp_path: Path) -> None:
    (tmp_path / "used.policy").write_text(DOUBLE.replace("OWN-01", "OWN-02"), encoding="utf-8")
    path = tmp_path / "own.policy"
    path.write_text('use "used.policy"\n\n' + DOUBLE, encoding="utf-8")
    presign("policy", "lint", path, "--fix", "--lang", "en")
    assert "forbids not" not in path.read_text(encoding="utf-8")
    assert "forbids not" in (tmp_path / "used.policy").read_text(encoding="utf-8")


def test_fix_that_cannot_be_written_is_said(
    presign: Run, own: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, data: bytes) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("presign.commands.files.write_whole", refuse)
    result = presign("policy", "lint", own(DOUBLE), "--fix", "--lang", "en")
    assert result.exit_code == 1 and "own.policy: not mended" in result.output
