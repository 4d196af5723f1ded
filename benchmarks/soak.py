"""Many checks in one process, and several at once: what grows, what is left behind.

    python -m benchmarks.soak --checks 20000

Checks short contracts one after the other as a program does that uses Presign as a library, with a hostile file now and
then; compares memory after the first thousand with memory at the end, and counts open files and child processes. Then
eight checks at once beside one, on as many processors as there are.
"""

from __future__ import annotations

import argparse
import gc
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from presign.checker.run import Prepared, Refusal, Request, check_all, prepare
from presign.parsers.document import Limits
from presign.parsers.isolation import Worker, shared_worker, use_worker

from .portfolio import TEXTS

WARM = 1_000
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


def run(checks: int, warm: int, told: Callable[[str], None]) -> tuple[State, State]:
    """What the process holds after `warm` checks and after all."""
    prepared = prepare(Request(()))
    assert not isinstance(prepared, Refusal)
    with tempfile.TemporaryDirectory() as folder:
        soak = Soak(Path(folder), prepared)
        for number in range(warm):
            soak.check(number)
        first = state()
        for number in range(warm, checks):
            soak.check(number)
            if number % WARM == 0:
                told(f"{number:,} checks: {state()}")
    return first, state()


def at_once() -> float:
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
        for _ in range(15):
            began = time.perf_counter()
            soak.check(0)
            one = time.perf_counter() - began
            began = time.perf_counter()
            list(pool.map(soak.check, range(AT_ONCE)))
            ratios.append((time.perf_counter() - began) / one)
        list(pool.map(_close_own_child, range(AT_ONCE)))
    return statistics.median(ratios)


def _own_child() -> None:
    use_worker(Worker())


def _close_own_child(_: int) -> None:
    time.sleep(0.2)
    shared_worker().close()


def main() -> None:
    """The soak and the crowd."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checks", type=int, default=20_000)
    parser.add_argument("--warm", type=int, default=WARM)
    chosen, _ = parser.parse_known_args()
    first, last = run(chosen.checks, chosen.warm, lambda line: print(line, flush=True))
    print(
        f"after {chosen.checks:,} checks / after {chosen.warm:,}: memory {last.memory / first.memory:.3f}, "
        f"of the child {last.child_memory / first.child_memory:.3f}; open files {first.files} and {last.files}, "
        f"child processes {first.children} and {last.children}"
    )
    print(f"{AT_ONCE} checks at once / one, on {os.cpu_count()} processors: {at_once():.1f}")


if __name__ == "__main__":
    main()
