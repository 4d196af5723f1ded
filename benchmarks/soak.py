"""Many checks in one process, and several at once: what grows, what is left behind.

    python -m benchmarks.soak                  # --checks 4000: fewer

Short contracts are checked one after the other in one process, as by a program that uses Presign as a library, with a
hostile file now and then; memory after every further thousand stands beside memory after the first. Then eight checks
at once beside one, on as many processors as there are, in wall-clock time.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from presign.checker.run import Prepared, Refusal, Request, check_all, prepare
from presign.parsers.document import Limits
from presign.parsers.isolation import Worker, shared_worker, use_worker

from .long_contract import ROOT
from .portfolio import TEXTS
from .suite.figures import Figure, Measured, show

CHECKS, WARM = 20_000, 1_000
AT_ONCE = 8
HOSTILE_EVERY = 500
_DAY = date(2026, 3, 2)


@dataclass(frozen=True, slots=True)
class State:
    """What a process holds."""

    memory: int
    """Resident bytes of the program."""
    child_memory: int
    files: int
    children: int


def state() -> State:
    """What this process holds now. Linux only."""
    gc.collect()
    pid = os.getpid()
    children = [int(each) for task in Path(f"/proc/{pid}/task").iterdir() for each in _children(task)]
    files = len(list(Path("/proc/self/fd").iterdir()))
    return State(_resident(pid), sum(map(_resident, children)), files, len(children))


def _children(task: Path) -> list[str]:
    try:
        return (task / "children").read_text().split()
    except FileNotFoundError:
        return []


def _resident(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (FileNotFoundError, ProcessLookupError):
        return 0


class Soak:
    """Checks of small files, one after the other."""

    def __init__(self, folder: Path, prepared: Prepared) -> None:
        self._folder, self._prepared = folder, prepared
        self.limits = Limits()

    def check(self, number: int) -> None:
        """One check; every five-hundredth is of a file that isn't what it says."""
        path = self._folder / ("hostile.docx" if number % HOSTILE_EVERY == HOSTILE_EVERY - 1 else f"{number % 50}.txt")
        if path.suffix == ".docx":
            path.write_bytes(b"PK\x03\x04" + bytes(range(256)) * 40)
        elif not path.exists():
            amount, days = f"{number + 10},000", 30 + number % 50
            path.write_text(TEXTS[number % 2].format(at=number, amount=amount, days=days), encoding="utf-8")
        report = check_all(self._prepared, Request((str(path),), as_of=_DAY, limits=self.limits))
        assert len(report.documents) + len(report.unreadable) == 1
        assert bool(report.unreadable) == (path.suffix == ".docx")

    def check_slowly(self, number: int) -> None:
        """A check that leaves the next one to another thread."""
        time.sleep(0.2)
        self.check(number)


def run(checks: int, warm: int, told: Callable[[str], None]) -> list[State]:
    """What the process holds after `warm` checks, after every thousand that follow, and after all."""
    prepared = prepare(Request(()))
    assert not isinstance(prepared, Refusal)
    with tempfile.TemporaryDirectory() as folder:
        soak = Soak(Path(folder), prepared)
        for number in range(warm):
            soak.check(number)
        states = [state()]
        for number in range(warm, checks):
            if number > warm and number % WARM == 0:
                states.append(state())
                told(f"{number:,} checks: {states[-1]}")
            soak.check(number)
    return [*states, state()]


def at_once(rounds: int) -> tuple[float, ...]:
    """How long eight checks at once take, by the time of one: each on a thread with a child of its own."""
    prepared = prepare(Request(()))
    assert not isinstance(prepared, Refusal)
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(AT_ONCE, initializer=_own_child) as pool:
        soak = Soak(Path(folder), prepared)
        for number in range(50):
            soak.check(number)
        # every thread gets its child before the time counts
        list(pool.map(soak.check_slowly, range(AT_ONCE)))
        ratios = []
        for _ in range(rounds):
            began = time.perf_counter()
            soak.check(0)
            one = time.perf_counter() - began
            began = time.perf_counter()
            list(pool.map(soak.check, range(AT_ONCE)))
            ratios.append((time.perf_counter() - began) / one)
        list(pool.map(_close_own_child, range(AT_ONCE)))
    return tuple(ratios)


def _own_child() -> None:
    use_worker(Worker())


def _close_own_child(_: int) -> None:
    time.sleep(0.2)
    shared_worker().close()


def grown(checks: int, warm: int) -> Iterator[Measured]:
    """What a process of its own holds at the end beside what it held at first."""
    command = [sys.executable, "-m", "benchmarks.soak", "--checks", str(checks), "--warm", str(warm), "--held"]
    answer = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    first, *later = (State(**each) for each in json.loads(answer.stdout.splitlines()[-1]))
    then, now, last = f"after {warm:,}", f"up to {checks:,} checks", later[-1]
    memory = tuple(each.memory / first.memory for each in later)
    child = tuple(each.child_memory / first.child_memory for each in later)
    yield Figure("soak.memory", f"memory {now}", then, memory, "no growth")
    yield Figure("soak.memory-child", f"memory of the child {now}", then, child, "no growth")
    yield (
        f"after {warm:,} checks and after {checks:,}: {first.files} and {last.files} open files, "
        f"{first.children} and {last.children} child processes"
    )


def figures(quick: bool) -> Iterator[Measured]:
    """The soak and the crowd."""
    yield from grown(40, 20) if quick else grown(CHECKS, WARM)
    note = f"{os.cpu_count()} processors"
    yield Figure("soak.at-once", f"{AT_ONCE} checks at once", "one", at_once(1 if quick else 15), "≤ 5", note)


def main() -> None:
    """All figures; `--checks` many instead of those of the suite; `--held`: only what this process holds, as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checks", type=int, default=CHECKS)
    parser.add_argument("--warm", type=int, default=WARM)
    parser.add_argument("--held", action="store_true")
    chosen = parser.parse_args()
    if chosen.held:
        held = run(chosen.checks, chosen.warm, lambda line: print(line, file=sys.stderr, flush=True))
        print(json.dumps([asdict(each) for each in held]))
    elif chosen.checks != CHECKS:
        show(grown(chosen.checks, chosen.warm))
    else:
        show(figures(False))


if __name__ == "__main__":
    main()
