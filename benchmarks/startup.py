"""What a user waits for at the prompt: whole processes, cold but for the caches of the file system and of the policies.

    python -m benchmarks --only startup

The help stands beside a process that only imports click. A check of a two-page contract with all packs stands beside a
process that imports lark, python-docx and lxml and takes the paragraphs and cells of the same file with python-docx.

A check is two processes that begin together (decision 10). One loads the readers of facts, reads the file and then its
facts; the other loads the command line, the policies from the cache and what the report is shown with, in less time. So
what a user waits for on two processors is the first: about a sixth of it is Python's own start and what both load, a
quarter the readers' modules, two fifths the facts, half of which a second contract wouldn't cost any more; the rest is
the file and the report. On one processor both add up, which is what the line of processor time says. The floor is the
start of Python, lxml and the facts of a contract read warm: about what the other side takes.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from .long_contract import ROOT
from .suite.figures import Figure

ROUNDS = 15
_PRESIGN = ("-c", "from presign.start import main; main()")
_ANSWERED = (0, 1)
"""How a command ends that did its job."""
_PLAIN = """
import sys, lark, lxml.etree, docx
document = docx.Document(sys.argv[1])
count = sum(len(paragraph.text) for paragraph in document.paragraphs)
count += sum(len(cell.text) for table in document.tables for row in table.rows for cell in row.cells)
"""


def figures(quick: bool) -> Iterator[Figure]:
    """The help and a check, in wall-clock time, and in processor time where the system counts that of children."""
    rounds = 1 if quick else ROUNDS
    contract = str(ROOT / "samples" / "en-sound-supply.docx")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        helping = (*_PRESIGN, "--help"), ("-c", "import click"), "a process that imports click"
        checking = (
            (*_PRESIGN, "check", "--no-config", contract),
            ("-c", _PLAIN, contract),
            "imports, and the file by python-docx",
        )
        for key, name, asked, (ours, theirs, beside) in (
            ("help", "`presign --help`", "≤ 1.4", helping),
            ("check-docx", "`presign check` of two pages of DOCX", "≤ 1.5", checking),
        ):
            run = _runner(place)
            pairs = _in_turn(run, ours, theirs, rounds)
            yield Figure(f"startup.{key}", name, beside, tuple(one / other for (one, _), (other, _) in pairs), asked)
            if all(other for *_, (_, other) in pairs):
                processor = tuple(one / other for (_, one), (_, other) in pairs)
                yield Figure(f"startup.{key}-processor", f"{name}, processor time", beside, processor)


_Spent = tuple[float, float]
"""Seconds of wall-clock time and of processor time of a process and its children."""


def _in_turn(
    run: Callable[[Sequence[str]], _Spent], ours: Sequence[str], theirs: Sequence[str], rounds: int
) -> list[tuple[_Spent, _Spent]]:
    run(ours)
    run(theirs)
    return [(run(ours), run(theirs)) for _ in range(rounds)]


def _runner(folder: Path) -> Callable[[Sequence[str]], _Spent]:
    # Not where it is run: the cache is a folder named presign, and Python would take that for the package.
    cache, here = folder / "cache", folder / "here"
    for place in (cache, here):
        place.mkdir(mode=0o700, exist_ok=True)
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache), "PRESIGN_NO_CACHE": ""}

    def run(arguments: Sequence[str]) -> _Spent:
        before, began = _processor_time(), time.perf_counter()
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=here,
            env=environment,
            capture_output=True,
            check=False,
        )
        assert done.returncode in _ANSWERED and b"Traceback" not in done.stderr, done.stderr
        return time.perf_counter() - began, _processor_time() - before

    return run


def _processor_time() -> float:
    times = os.times()
    return times.children_user + times.children_system
