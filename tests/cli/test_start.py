"""The start of the command: the child is there early, and the command ends as it always did."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CONTRACT = str(ROOT / "samples" / "zh-order-form.txt")


def _run(script: str, *arguments: str, cache: Path) -> subprocess.CompletedProcess[bytes]:
    environment = {name: value for name, value in os.environ.items() if name != "PRESIGN_NO_CACHE"}
    environment |= {"XDG_CACHE_HOME": str(cache), "LANG": "C.UTF-8", "COLUMNS": "100"}
    return subprocess.run([sys.executable, "-c", script, *arguments], env=environment, capture_output=True, check=False)


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("home")
    home.chmod(0o700)
    return home


_START = "from presign.start import main; main()"
_FRONT = "from presign.front import main; main()"
_SPLIT = """
import presign.checker.warm as warm
split = warm.split_off
warm.split_off = lambda named: (split(named), print('split' if warm._begun else 'not split'))
from presign.start import main; main()
"""


def test_a_check_says_the_same_as_without_the_early_start(cache: Path) -> None:
    arguments = ("check", "--no-config", "--as-of", "2026-03-01", CONTRACT)
    plain = _run(_FRONT, *arguments, cache=cache)
    for _ in range(2):
        started = _run(_START, *arguments, cache=cache)
        assert (started.returncode, started.stdout, started.stderr) == (plain.returncode, plain.stdout, plain.stderr)
    assert plain.returncode in (0, 1) and plain.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="only split off on Linux")
def test_the_child_is_split_off_for_a_check(cache: Path) -> None:
    done = _run(_SPLIT, "check", "--no-config", "no-such-file.docx", cache=cache)
    assert done.returncode == 2 and done.stdout.startswith(b"split\n")


@pytest.mark.parametrize(
    ("arguments", "code", "shown"),
    [
        (("--help",), 0, b"Usage"),
        (("check", "--help"), 0, b"Usage"),
        (("--version",), 0, b"presign"),
        (("check", "--no-such-option"), 2, b""),
        (("no-such-command",), 2, b""),
    ],
)
def test_exit_codes_are_as_ever(arguments: tuple[str, ...], code: int, shown: bytes, cache: Path) -> None:
    done = _run(_START, *arguments, cache=cache)
    assert done.returncode == code and shown in done.stdout
    assert b"Traceback" not in done.stderr


def test_no_child_for_the_help(cache: Path) -> None:
    assert b"split" not in _run(_SPLIT, "check", "--help", cache=cache).stdout


def test_what_is_registered_for_the_end_is_done(cache: Path) -> None:
    script = "import presign.front, atexit; " + _START.replace(
        "main()", "import presign.front as f; g = f.main; f.main = lambda: (atexit.register(print, 'end'), g()); main()"
    )
    done = _run(script, "--version", cache=cache)
    assert done.returncode == 0 and done.stdout.endswith(b"end\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is full")
def test_output_that_cannot_be_written_is_no_success(cache: Path) -> None:
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache)}
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-c", _START, "--version"],
            env=environment,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode not in (0, 2)
