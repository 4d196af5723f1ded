"""The system ends workers in the middle of a row: the job goes on, no file is lost or doubled, nothing waits for ever."""

from __future__ import annotations

import os
import random
import struct
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest
from portfolio_folder import write_contract
from presign.checker.run import Request
from presign.portfolio.crew import Crew
from presign.portfolio.job import Job, job_of
from presign.portfolio.pool import LocalWorkers
from presign.portfolio.row import Row
from presign.portfolio.work import crashed

POLICY = '# language: en\npolicy "T" version "1"\n\nrule T-01 en "x"\n  severity low\n  requires payment.net_days <= 60 days\n'
FILES, KILLS, AT_LEAST = 6, 4, 16


@pytest.fixture(scope="module")
def job(tmp_path_factory: pytest.TempPathFactory, cache_of_this_run: Path) -> Iterator[Job]:
    """A policy of one rule; the processes find the readers' expressions compiled."""
    path = tmp_path_factory.mktemp("policy") / "t.policy"
    path.write_text(POLICY, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("XDG_CACHE_HOME", str(cache_of_this_run))
        patched.setenv("PRESIGN_NO_CACHE", "0")
        found = job_of(Request((), (str(path),)), "en", False)
        assert isinstance(found, Job)
        patched.setattr("presign.portfolio.crew._LOOK_SECONDS", 0.1)
        yield found


@pytest.fixture
def names(tmp_path: Path) -> list[str]:
    """Contracts with 58, 59, 60 … days; from 61 on they violate."""
    paths = [tmp_path / f"{number:02}.txt" for number in range(FILES)]
    for number, path in enumerate(paths):
        write_contract(path, 58 + number)
    return [str(path) for path in paths]


class Watched(LocalWorkers):
    """Workers that are ended with the file they are given."""

    deadly = ""

    def submit(self, path: str) -> Future[Row]:
        """Give a file; a deadly one costs every worker its life at once."""
        future = super().submit(path)
        if path == self.deadly:
            kill_all(self)
        return future


@pytest.fixture
def workers(job: Job) -> Iterator[Watched]:
    """Two processes."""
    started = Watched(job, 2)
    yield started
    started.close(now=False)


def kill_all(workers: LocalWorkers) -> None:
    """As the system does when it wants its memory."""
    for process in list((workers._pool._processes or {}).values()):
        process.kill()


def crew_of(workers: LocalWorkers, job: Job) -> Crew:
    """Files in work on workers."""
    return Crew(workers, lambda path, error: crashed(path, job))


def rows_of(crew: Crew, names: list[str]) -> list[Row]:
    """The rows of files in the order they come."""
    found = [row for name in names for row in crew.put(name)]
    return found + list(crew.rest())


def assert_once(rows: list[Row], names: list[str], lost: set[str] = frozenset()) -> None:  # type: ignore[assignment]
    """Every file has one row, which is right but for those that were lost twice."""
    assert Counter(row.path for row in rows) == Counter(names)
    for row in rows:
        if row.path in lost:
            assert (row.head["status"], row.head["reason"]) == ("unreadable", "doc.read_lost")
        else:
            days = 58 + int(Path(row.path).stem)
            assert (row.head["status"], row.head["violated"]) == ("checked", int(days > 60)), row.head["message"]


def test_a_worker_lost_with_half_a_row_handed_over(workers: Watched, job: Job, names: list[str]) -> None:
    crew = crew_of(workers, job)
    first = rows_of(crew, names[:2])
    results: Any = workers._pool._result_queue
    # What a worker that is killed while it writes leaves: the head of a message of a hundred bytes, and three of them.
    os.write(results._writer.fileno(), struct.pack("!i", 100) + b"abc")
    (*_, process) = (workers._pool._processes or {}).values()
    process.kill()
    assert_once(first + rows_of(crew, names[2:5]), names[:5])


def test_a_file_that_costs_its_worker_twice_is_a_row_that_says_so(workers: Watched, job: Job, names: list[str]) -> None:
    workers.deadly = names[2]
    rows = rows_of(crew_of(workers, job), names[:5])
    assert_once(rows, names[:5], {names[2]})
    (lost,) = (row for row in rows if row.path == names[2])
    assert lost.head["message"].startswith("the program that checked the file was stopped in the middle of it")


def test_workers_lost_while_they_have_nothing_to_do_cost_no_file(workers: Watched, job: Job, names: list[str]) -> None:
    crew = crew_of(workers, job)
    rows = rows_of(crew, names[:1])
    for process in list((workers._pool._processes or {}).values()):
        process.kill()
        process.join()
    assert_once(rows + rows_of(crew, names[1:3]), names[:3])


def test_workers_are_lost_at_random_moments(workers: Watched, job: Job, tmp_path: Path) -> None:
    chance = random.Random(10)
    killed: list[int] = []
    over = threading.Event()

    def kill() -> None:
        while len(killed) < KILLS and not over.is_set():
            time.sleep(chance.uniform(0.0, 0.6))
            alive = [process for process in (workers._pool._processes or {}).values() if process.is_alive()]
            if alive:
                victim = chance.choice(alive)
                victim.kill()
                killed.append(victim.pid or 0)

    killer = threading.Thread(target=kill)
    killer.start()
    crew, rows, given = crew_of(workers, job), [], []
    try:
        while len(given) < AT_LEAST or len(killed) < KILLS:
            path = tmp_path / f"{len(given):02}.txt"
            write_contract(path, 58 + len(given))
            given.append(str(path))
            rows += crew.put(given[-1])
        rows += crew.rest()
    finally:
        over.set()
        killer.join()
    lost = {row.path for row in rows if row.head["reason"] == "doc.read_lost"}
    # A file is given up when the worker that had it alone is killed, too.
    assert len(lost) < KILLS
    assert_once(rows, given, lost)


def test_the_job_waits_for_its_workers_in_a_file_of_its_own(job: Job, names: list[str]) -> None:
    workers = LocalWorkers(job, 1)
    (path, _) = workers._pool._initargs  # type: ignore[attr-defined]
    file = Path(path)
    assert file.stat().st_mode & 0o777 == 0o600
    workers.restart()
    assert not file.exists(), "each pool has its own"
    (row,) = rows_of(crew_of(workers, job), names[:1])
    assert row.head["status"] == "checked"
    again = Path(workers._pool._initargs[0])  # type: ignore[attr-defined]
    workers.close(now=False)
    assert not again.exists()
