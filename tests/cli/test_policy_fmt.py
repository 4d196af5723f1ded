"""`presign policy fmt` on files, folders and standard input."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from presign.cli import main
from presign.policylang.formatting import files, format
from presign.policylang.formatting.format import Formatted

Run = Callable[..., Result]

UGLY = 'rule A-1 "x" severity high   # strict\nrequires a.days<=5 days\n'
TIDY = 'rule A-1 "x"\n  severity high  # strict\n  requires a.days <= 5 days\n'
CHINESE = '规则 A-1 英 "x"\n  级别 高  # strict\n  要求 a.days <= 5 天\n'
BROKEN = 'rule A-1 "x" severity high\nrequirs a.days <= 5 days\n'


@pytest.fixture
def ugly(tmp_path: Path) -> Path:
    path = tmp_path / "ugly.policy"
    path.write_text(UGLY, encoding="utf-8")
    return path


def test_a_file_is_rewritten_and_keeps_its_mode(presign: Run, ugly: Path) -> None:
    ugly.chmod(0o640)
    result = presign("policy", "fmt", ugly, "--lang", "en")
    assert (result.exit_code, result.stdout) == (0, "laid out anew: 1; already in order: 0\n")
    assert ugly.read_text(encoding="utf-8") == TIDY
    assert stat.S_IMODE(ugly.stat().st_mode) == 0o640
    assert [path.name for path in ugly.parent.iterdir()] == ["ugly.policy"]


def test_a_file_in_order_is_not_written(presign: Run, tmp_path: Path) -> None:
    path = tmp_path / "tidy.policy"
    path.write_text(TIDY, encoding="utf-8")
    os.utime(path, (1, 1))
    result = presign("policy", "fmt", path, "--lang", "zh")
    assert (result.exit_code, result.stdout) == (0, "已整理 0 个文件，1 个无需改动\n")
    assert path.stat().st_mtime == 1


def test_check_shows_what_would_change_and_writes_nothing(presign: Run, ugly: Path) -> None:
    (ugly.parent / "tidy.policy").write_text(TIDY, encoding="utf-8")
    result = presign("policy", "fmt", "--check", ugly.parent, "--lang", "en")
    assert result.exit_code == 1
    assert f"`{ugly}` would be laid out anew" in result.stdout
    assert "tidy.policy" not in result.stdout
    assert '  -rule A-1 "x" severity high   # strict\n' in result.stdout
    assert "  +  severity high  # strict\n" in result.stdout
    assert "to be laid out anew: 1; in order: 1\n" in result.stdout
    assert ugly.read_text(encoding="utf-8") == UGLY


def test_a_long_comparison_is_cut(presign: Run, tmp_path: Path) -> None:
    path = tmp_path / "long.policy"
    path.write_text("".join(f"fact a{number} : days from case\n" for number in range(40)), encoding="utf-8")
    result = presign("policy", "fmt", "--check", path, "--lang", "en")
    assert len(result.stdout.splitlines()) == 1 + 40 + 1 + 2
    assert "more lines of the comparison" in result.stdout


def test_check_of_files_in_order(presign: Run, tmp_path: Path) -> None:
    (tmp_path / "tidy.policy").write_text(TIDY, encoding="utf-8")
    result = presign("policy", "fmt", "--check", tmp_path, "--lang", "en")
    assert (result.exit_code, result.stdout) == (0, "to be laid out anew: 0; in order: 1\n")


def test_line_ends_and_byte_order_mark_become_the_standard_ones(presign: Run, tmp_path: Path) -> None:
    path = tmp_path / "windows.policy"
    path.write_bytes(b"\xef\xbb\xbf" + TIDY.replace("\n", "\r\n").encode())
    result = presign("policy", "fmt", "--check", path, "--lang", "en")
    assert result.exit_code == 1
    assert "  only the ends of its lines or the byte order mark differ\n" in result.stdout
    presign("policy", "fmt", path)
    assert path.read_bytes() == TIDY.encode()


def test_to_the_other_spelling(presign: Run, ugly: Path) -> None:
    assert presign("policy", "fmt", ugly, "--to", "zh").exit_code == 0
    assert ugly.read_text(encoding="utf-8") == CHINESE


def test_standard_input(presign: Run) -> None:
    result = CliRunner().invoke(main, ["policy", "fmt", "-"], input=UGLY)
    assert (result.exit_code, result.stdout, result.stderr) == (0, TIDY, "")
    result = CliRunner().invoke(main, ["policy", "fmt", "-", "--to", "zh"], input=UGLY)
    assert (result.exit_code, result.stdout) == (0, CHINESE)
    result = CliRunner().invoke(main, ["policy", "fmt", "-", "--check", "--lang", "en"], input=UGLY)
    assert result.exit_code == 1
    assert result.stdout.startswith("`<stdin>` would be laid out anew\n")


def test_standard_input_that_is_no_text() -> None:
    result = CliRunner().invoke(main, ["policy", "fmt", "-"], input=b"rule \xff")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "error[E509]" in result.stderr


def test_a_file_with_a_mistake_is_not_touched_and_the_others_are(presign: Run, ugly: Path) -> None:
    broken = ugly.parent / "broken.policy"
    broken.write_text(BROKEN, encoding="utf-8")
    result = presign("policy", "fmt", ugly.parent, "--lang", "en")
    assert result.exit_code == 2
    assert f"{broken}:2:1: error[E112]: `requirs`" in result.stderr
    assert result.stdout == "laid out anew: 1; already in order: 0\n"
    assert broken.read_text(encoding="utf-8") == BROKEN
    assert ugly.read_text(encoding="utf-8") == TIDY


def test_a_path_that_is_not_there(presign: Run, tmp_path: Path) -> None:
    result = presign("policy", "fmt", tmp_path / "none.policy")
    assert result.exit_code == 2
    assert "error[E508]" in result.stderr
    assert presign("policy", "fmt", tmp_path).exit_code == 2


def test_a_file_that_cannot_be_replaced_is_as_it_was(presign: Run, ugly: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(files.Path, "replace", refuse)
    result = presign("policy", "fmt", ugly, "--lang", "en")
    assert result.exit_code == 2
    assert f"`{ugly}` can't be written: permission denied" in result.stderr
    assert ugly.read_text(encoding="utf-8") == UGLY
    assert [path.name for path in ugly.parent.iterdir()] == ["ugly.policy"]


def test_a_read_only_file_is_not_replaced(presign: Run, ugly: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files.os, "access", lambda path, mode: False)
    assert presign("policy", "fmt", ugly).exit_code == 2
    assert ugly.read_text(encoding="utf-8") == UGLY


def test_a_linked_file_is_replaced_where_it_lies(presign: Run, ugly: Path) -> None:
    link = ugly.parent / "link.policy"
    link.symlink_to(ugly)
    assert presign("policy", "fmt", link).exit_code == 0
    assert link.is_symlink()
    assert ugly.read_text(encoding="utf-8") == TIDY


def test_what_cannot_be_proved_equal_is_not_written(presign: Run, ugly: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        format, "lines_of_page", lambda *_: ['rule A-1 "x"', "  severity high", "  requires a.days <= 5 days"]
    )
    assert format.format_text(UGLY) == Formatted(None)
    result = presign("policy", "fmt", ugly, "--lang", "en")
    assert result.exit_code == 2
    assert f"`{ugly}` is left as it was" in result.stderr
    assert ugly.read_text(encoding="utf-8") == UGLY
