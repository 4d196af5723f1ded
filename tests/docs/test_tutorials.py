"""Every command of the README and the tutorials prints what they show, over a copy of the samples."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tutorial import Run, Saved, missing, steps

ROOT = Path(__file__).parents[2]
PAGES = {"README.md": 1, "docs/first-contract.md": 6, "docs/first-contract.zh.md": 5, "docs/first-template.md": 6}
"""Each page with how many commands it has its reader run, at least."""
LEFT_OUT = shutil.ignore_patterns("__pycache__", "sources", "making", "parity")


@pytest.mark.parametrize("name", PAGES)
def test_the_tutorial_is_true(name: str, tmp_path: Path) -> None:
    page = (ROOT / name).read_text(encoding="utf-8")
    shutil.copytree(ROOT / "samples", tmp_path / "samples", ignore=LEFT_OUT)
    # The README speaks from the root of the repository, the tutorials from the folder of the samples.
    here = tmp_path if name == "README.md" else tmp_path / "samples"
    # As on the reader's machine: no settings of ours, a terminal of 100 columns, their own cache.
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("PRESIGN", "PYTEST", "LC_"))}
    environment |= {"COLUMNS": "100", "LANG": "C.UTF-8", "XDG_CACHE_HOME": str(tmp_path / "cache")}
    ended = 0
    ran = 0
    for step in steps(page):
        if isinstance(step, Saved):
            (here / step.name).write_text(step.text, encoding="utf-8")
            continue
        if step.arguments == ("echo", "$?"):
            printed = [str(ended)]
        else:
            done = _run(step, here, environment)
            ended, printed = done.returncode, (done.stdout + done.stderr).splitlines()
            ran += 1
        wrong = missing(step.shown, printed)
        assert wrong is None, f"{name}:{step.line}: {wrong!r}\n" + "\n".join(printed)
    assert ran >= PAGES[name]


def _run(step: Run, here: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    program, *rest = step.arguments
    if rest[:1] == ["waive"]:
        # A waiver lasts so many days from today at most, and the page is read on any day.
        rest += ["--today", "2026-12-01"]
    line = [sys.executable, "-m", "presign", *rest] if program == "presign" else [program, *rest]
    return subprocess.run(line, cwd=here, env=environment, capture_output=True, text=True, timeout=120, check=False)


@pytest.mark.parametrize(
    ("shown", "printed", "wrong"),
    [
        (("a", "b"), ["a", "b"], None),
        (("a", "…", "d"), ["a", "b", "c", "d"], None),
        (("a", "…"), ["a", "b", "c"], None),
        (("a", "c"), ["a", "b", "c"], "c"),
        (("b", "a"), ["a", "b"], "b"),
        (("a",), ["a", "b"], "(not shown: b)"),
        (("…", "x"), ["a", "b"], "x"),
    ],
)
def test_what_counts_as_true(shown: tuple[str, ...], printed: list[str], wrong: str | None) -> None:
    assert missing(shown, printed) == wrong
