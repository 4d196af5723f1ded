"""The whole command stopped by Ctrl-C and by kill -9: its processes end with it, and `--resume` finishes the job."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from portfolio_folder import write_contract

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are looked at in /proc")

FILES = 60
POLICY = '# language: en\npolicy "T" version "1"\n\nrule T-01 en "x"\n  severity low\n  requires payment.net_days <= 60 days\n'


def until(holds: Callable[[], bool], what: str) -> None:
    """Wait for something that happens in a moment; a machine may be busy."""
    end = time.monotonic() + 120
    while not holds():
        assert time.monotonic() < end, what
        time.sleep(0.02)


def below(pid: int) -> set[int]:
    """The processes a process started, and those they started."""
    found: set[int] = set()
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in map(int, task.read_text().split()):
            found |= {child} | below(child)
    return found


def alive(pids: set[int]) -> set[int]:
    """Those that still run; one that has ended and waits for its parent to notice doesn't."""
    found = set()
    for pid in pids:
        try:
            status = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except (FileNotFoundError, ProcessLookupError):
            continue
        if status != "Z":
            found.add(pid)
    return found


class Job:
    """The command on a folder."""

    def __init__(self, folder: Path) -> None:
        self.lines = folder / "rows.jsonl"
        (folder / "in").mkdir()
        for at in range(FILES):
            write_contract(folder / "in" / f"{at:03}.txt", 30 + at)
        (folder / "t.policy").write_text(POLICY, encoding="utf-8")
        self.command = [
            *(sys.executable, "-m", "presign", "check", str(folder / "in"), "--policy", str(folder / "t.policy")),
            *("--jobs", "2", "--resume", "--output", f"jsonl:{self.lines}", "--lang", "en"),
        ]

    def start(self) -> subprocess.Popen[str]:
        """Start it, or go on."""
        return subprocess.Popen(self.command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def rows(self) -> int:
        """How many rows are written."""
        return self.lines.read_bytes().count(b"\n") if self.lines.exists() else 0

    def stop_after(self, rows: int, how: signal.Signals) -> tuple[subprocess.Popen[str], str]:
        """Stop it when it has written some rows; it and all below it end. What it said."""
        with self.start() as process:
            until(lambda: self.rows() >= rows or process.poll() is not None, "rows")
            started = below(process.pid)
            assert process.poll() is None and len(started) >= 2, "stopped in the middle"
            os.kill(process.pid, how)
            _, said = process.communicate()
        until(lambda: not alive(started), "processes end with the program that started them")
        return process, said


def test_stopped_by_ctrl_c_and_by_kill_9(tmp_path: Path) -> None:
    job = Job(tmp_path)
    process, said = job.stop_after(3, signal.SIGINT)
    assert process.returncode == 2
    assert "files have their rows" in said and "--resume" in said and "Traceback" not in said
    written = job.rows()
    assert 3 <= written < FILES
    process, _ = job.stop_after(written + 3, signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL
    with job.start() as process:
        said, _ = process.communicate()
    assert process.returncode == 0
    rows = [json.loads(line) for line in job.lines.read_text(encoding="utf-8").splitlines()]
    assert sorted(row["path"] for row in rows) == [str(tmp_path / "in" / f"{at:03}.txt") for at in range(FILES)]
    # from 61 days on, which is file 31
    assert sum(row["violated"] for row in rows) == FILES - 31
