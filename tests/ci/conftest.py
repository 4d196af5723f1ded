"""A scratch repository, with `presign` on the path of what runs in it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Shell = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the programs that run in these tests keep loaded policies: nobody else's, but one for all of them."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def shell(tmp_path: Path, cache: Path) -> Shell:
    """Runs a script by bash in the repository, as CI does: it stops at the first command that fails."""
    home = tmp_path / "home"
    repository = tmp_path / "repository"
    home.mkdir()
    repository.mkdir()
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "TMPDIR", "LD_LIBRARY_PATH") if name in os.environ}
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    base = {
        **kept,
        "PATH": path,
        "HOME": str(home),
        "LANG": "en_GB.UTF-8",
        "PYTHONIOENCODING": "utf-8",
        "XDG_CACHE_HOME": str(cache),
        "GIT_CONFIG_NOSYSTEM": "1",
    }

    def run(script: str, **variables: str) -> subprocess.CompletedProcess[str]:
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
        return subprocess.run(
            command, cwd=repository, env={**base, **variables}, capture_output=True, text=True, encoding="utf-8"
        )

    made = run("git init -q . && git config user.name Tester && git config user.email tester@example.org")
    assert made.returncode == 0, made.stderr
    return run


@pytest.fixture
def repository(shell: Shell, tmp_path: Path) -> Path:
    """The folder of the scratch repository."""
    return tmp_path / "repository"
