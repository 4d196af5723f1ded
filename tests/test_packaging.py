"""The wheel holds the whole program under one name."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = (
    "assessment",
    "checker",
    "collection",
    "commands",
    "comparison",
    "configuration",
    "exposure",
    "facts",
    "ledger",
    "messages",
    "parsers",
    "policylang",
    "portfolio",
    "reports",
    "rules",
    "values",
)
SHIPPED = {".py", ".lark", ".policy", ".yaml", ".html", ".css"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    target = tmp_path_factory.mktemp("wheel")
    # A copy of the tracked files: a build in the checkout would leave build/ and egg-info behind.
    copy = tmp_path_factory.mktemp("copy")
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    for name in tracked.decode().split("\0"):
        if name and (ROOT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            (copy / name).write_bytes((ROOT / name).read_bytes())
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(target), str(copy)]
    subprocess.run(command, check=True, capture_output=True)
    return zipfile.ZipFile(next(target.glob("*.whl")))


def test_presign_is_the_only_name_at_the_top(wheel: zipfile.ZipFile) -> None:
    tops = {name.split("/")[0] for name in wheel.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"presign"}


def test_every_tracked_file_of_the_rooms_is_in_the_wheel(wheel: zipfile.ZipFile) -> None:
    listed = subprocess.run(["git", "ls-files", "-z", *ROOMS], cwd=ROOT, capture_output=True, check=True).stdout
    tracked = [name for name in listed.decode().split("\0") if name and Path(name).suffix in SHIPPED]
    assert len(tracked) > 50
    shipped = set(wheel.namelist())
    assert [name for name in tracked if f"presign/{name}" not in shipped] == []


def test_nothing_but_the_rooms_is_in_the_wheel(wheel: zipfile.ZipFile) -> None:
    second = {name.split("/")[1] for name in wheel.namelist() if name.startswith("presign/")}
    assert second == {*ROOMS, "__init__.py", "__main__.py", "api.py", "cli.py", "front.py", "start.py"}
