"""Colour, silence, completion and the manual page: what all commands have in common."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from presign.cli import main
from presign.commands.console import wanted_colour

Run = Callable[..., Result]
ESCAPE = "\x1b["
pytestmark = pytest.mark.usefixtures("cached")


def leaves(group: click.Group, lead: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from leaves(command, (*lead, name))
        else:
            yield (*lead, name), command


COMMANDS = dict(leaves(main))


@pytest.fixture
def contract(tmp_path: Path) -> Path:
    file = tmp_path / "contract.txt"
    file.write_text(
        "采购合同\n甲方（买方）：宁波启明商贸有限公司\n乙方（卖方）：苏州恒远机械有限公司\n", encoding="utf-8"
    )
    return file


@pytest.mark.parametrize(
    ("off", "variables", "wanted"),
    [
        (False, {}, None),
        (True, {"FORCE_COLOR": "1"}, False),
        (False, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        (False, {"NO_COLOR": ""}, None),
        (False, {"FORCE_COLOR": "1"}, True),
        (False, {"FORCE_COLOR": "0"}, None),
        (False, {"FORCE_COLOR": "3", "CLICOLOR": "0"}, True),
        (False, {"CLICOLOR_FORCE": "1"}, True),
        (False, {"CLICOLOR": "0"}, False),
        (False, {"CLICOLOR": "1"}, None),
    ],
)
def test_which_word_on_colour_counts(off: bool, variables: dict[str, str], wanted: bool | None) -> None:
    assert wanted_colour(off, variables) is wanted


def test_colour_goes_where_it_is_wanted_and_never_into_a_file(
    presign: Run, contract: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE"):
        monkeypatch.delenv(name, raising=False)
    check = ("check", contract, "--policy", "drafting")
    assert ESCAPE not in presign(*check).output
    monkeypatch.setenv("FORCE_COLOR", "1")
    file = tmp_path / "report.txt"

    def coloured(*arguments: object) -> bool:
        # The runner takes colours out of what it keeps unless it is told not to.
        return ESCAPE in CliRunner().invoke(main, [str(each) for each in arguments], color=None).output

    forced = coloured(*check, "--output", f"text:{file}")
    assert ESCAPE not in file.read_text(encoding="utf-8")
    assert forced
    assert not coloured(*check, "--no-color")
    monkeypatch.setenv("NO_COLOR", "1")
    assert not coloured(*check)


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_every_command_has_what_all_have(path: tuple[str, ...]) -> None:
    names = [name for parameter in COMMANDS[path].params for name in parameter.opts]
    shared = {"--quiet", "--no-color", "--config", "--no-config"}
    assert (set() if path[-1] in ("man", "completion") else shared) <= set(names)
    assert len(names) == len(set(names)), "an option is there twice"


def test_quiet_prints_nothing_but_what_went_wrong(presign: Run, contract: Path, tmp_path: Path) -> None:
    loud = presign("check", contract, "--policy", "drafting")
    file = tmp_path / "out.json"
    quiet = presign("check", contract, "--policy", "drafting", "--quiet", "--output", f"json:{file}")
    assert (quiet.stdout, quiet.stderr, quiet.exit_code) == ("", "", loud.exit_code)
    assert file.stat().st_size > 1000
    for arguments in (("facts", contract), ("text", contract), ("rules",), ("explain", "CRT-01")):
        assert presign(*arguments, "--quiet").output == ""
    failed = presign("check", tmp_path / "nowhere.txt", "--policy", "nopack", "--quiet")
    assert failed.exit_code == 2 and failed.stderr


def test_quiet_leaves_the_streams_as_they_were(presign: Run, contract: Path) -> None:
    before = (sys.stdout, sys.stderr)
    presign("text", contract, "--quiet")
    assert (sys.stdout, sys.stderr) == before


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_no_progress_where_the_standard_error_is_no_terminal(contract: Path, tmp_path: Path) -> None:
    for number in range(9):
        shutil.copy(contract, tmp_path / f"copy-{number}.txt")
    command = [sys.executable, "-m", "presign", "check", str(tmp_path), "--policy", "template", "--format", "csv"]
    result = subprocess.run(command, capture_output=True, env={**os.environ, "PYTHONIOENCODING": "utf-8"})
    assert result.stderr == b""


def complete(words: str, number: int, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(number))
    monkeypatch.setenv("_PRESIGN_COMPLETE", "bash_complete")
    result = CliRunner().invoke(main, [], prog_name="presign", complete_var="_PRESIGN_COMPLETE")
    return [line.partition(",")[2] for line in result.output.splitlines()]


def test_values_complete(monkeypatch: pytest.MonkeyPatch) -> None:
    assert set(complete("presign explain CRT-0", 2, monkeypatch)) == {f"CRT-0{number}" for number in range(1, 10)}
    assert "SIG-06" in complete("presign check x --why sig-", 4, monkeypatch)
    assert complete("presign check --policy dra", 3, monkeypatch) == ["drafting"]
    assert complete("presign whatif --set payment.net_d", 3, monkeypatch) == ["payment.net_days="]
    assert "sarif:" in complete("presign check --output s", 3, monkeypatch)
    assert "template" in complete("presign check --stage t", 3, monkeypatch)
    assert "compare" in complete("presign comp", 1, monkeypatch)
    assert "--fail-on" in complete("presign check --f", 2, monkeypatch)


def test_rules_of_a_policy_that_is_named_complete(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "own.policy").write_text("规则 HSE-01「没有价款」\n  级别 低\n", encoding="utf-8")
    assert complete(f"presign check --policy {tmp_path} --why H", 5, monkeypatch) == ["HSE-01"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_a_shell_is_sound(presign: Run, shell: str, tmp_path: Path) -> None:
    script = presign("completion", shell).output
    assert f"_PRESIGN_COMPLETE={shell}_complete" in script
    program = shutil.which(shell)
    if program is not None:
        file = tmp_path / "script"
        file.write_text(script, encoding="utf-8")
        assert subprocess.run([program, "-n", str(file)], capture_output=True).returncode == 0


def test_the_manual_page_has_every_command_and_option(presign: Run, tmp_path: Path) -> None:
    page = presign("man").output
    plain = page.replace("\\-", "-")
    for path, command in COMMANDS.items():
        assert re.search(rf"^\.SS presign {re.escape(' '.join(path))} ", plain, re.MULTILINE), path
        for parameter in command.params:
            for name in parameter.opts if isinstance(parameter, click.Option) and not parameter.hidden else ():
                assert name in plain, name
    # No line is taken for a request but those meant.
    requests = {line.split(" ", 1)[0] for line in page.splitlines() if line[:1] in (".", "'")}
    assert requests == {".TH", ".SH", ".SS", ".PP", ".TP", ".B", ".I"}
    if shutil.which("groff"):
        file = tmp_path / "presign.1"
        file.write_text(page, encoding="utf-8")
        shown = subprocess.run(["groff", "-man", "-Tascii", "-Kutf8", str(file)], capture_output=True)
        assert shown.returncode == 0
