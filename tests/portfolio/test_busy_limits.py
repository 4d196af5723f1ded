"""Limits hold while several checks run at once: who costs too much is a row with the reason, and the others are right."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from portfolio_folder import write_contract
from presign.checker.fact_reading import facts_apart
from presign.checker.run import Request
from presign.facts.fact import FactBook
from presign.parsers.document import Document, Limits
from presign.parsers.isolation import Worker, use_worker
from presign.parsers.problem import problem
from presign.parsers.read import read_document
from presign.portfolio.crew import Crew
from presign.portfolio.job import Job, job_of
from presign.portfolio.pool import LocalWorkers
from presign.portfolio.work import by_processor_time, crashed

POLICY = '# language: en\npolicy "T" version "1"\n\nrule T-01 en "x"\n  severity low\n  requires payment.net_days <= 60 days\n'
DAYS = (30, 45, 60, 61, 75, 90)
MEMORY = 400_000_000


@pytest.fixture(scope="module", autouse=True)
def compiled(tmp_path_factory: pytest.TempPathFactory, cache_of_this_run: Path) -> Iterator[None]:
    """The readers' expressions are compiled, which takes longer than to read a contract, by a child without limits."""
    path = tmp_path_factory.mktemp("first") / "a.txt"
    write_contract(path, 30)
    with pytest.MonkeyPatch.context() as patched, Worker() as worker, ThreadPoolExecutor(1) as thread:
        patched.setenv("XDG_CACHE_HOME", str(cache_of_this_run))
        patched.setenv("PRESIGN_NO_CACHE", "0")

        def read() -> object:
            use_worker(worker)
            document = read_document(path)
            assert isinstance(document, Document)
            return facts_apart(document, (), Limits(seconds=600))

        assert isinstance(thread.submit(read).result(), FactBook)
        yield


def started(folder: Path, limits: Limits) -> tuple[Job, LocalWorkers]:
    """Two workers under limits."""
    (folder / "t.policy").write_text(POLICY, encoding="utf-8")
    job = job_of(Request((), (str(folder / "t.policy"),), limits=limits), "en", False)
    assert isinstance(job, Job)
    return job, LocalWorkers(job, 2)


@pytest.fixture
def workers(tmp_path: Path) -> Iterator[LocalWorkers]:
    """Two of them, with a low limit of memory."""
    _, found = started(tmp_path, Limits(memory_bytes=MEMORY, file_bytes=50_000_000, characters=400_000_000))
    yield found
    found.close(now=True)


def test_a_file_that_eats_memory_costs_itself_alone(tmp_path: Path, workers: LocalWorkers) -> None:
    for days in DAYS:
        write_contract(tmp_path / f"{days}.txt", days)
    # Split into lines and words, so much text takes many times its size.
    (tmp_path / "hostile.txt").write_bytes(b"1. Pay.\n" * 1_000_000)
    names = [*(f"{days}.txt" for days in DAYS[:2]), "hostile.txt", *(f"{days}.txt" for days in DAYS[2:])]
    waiting = {name: workers.submit(str(tmp_path / name)) for name in names}
    rows = {name: future.result() for name, future in waiting.items()}
    hostile = rows.pop("hostile.txt").head
    assert (hostile["status"], hostile["reason"]) == ("unreadable", "doc.read_memory")
    assert {name: (row.head["status"], row.head["violated"]) for name, row in rows.items()} == {
        f"{days}.txt": ("checked", int(days > 60)) for days in DAYS
    }


def test_a_file_that_takes_too_long_costs_itself_alone(tmp_path: Path) -> None:
    job, workers = started(tmp_path, Limits(processor_seconds=2))
    for days in DAYS:
        write_contract(tmp_path / f"{days}.txt", days)
    # Read in a moment; its facts take more than ten times the limit.
    clause = "{at}. The Buyer shall pay EUR {at} within {at} days after delivery.\n"
    (tmp_path / "hostile.txt").write_text("".join(clause.format(at=at) for at in range(20_000)), encoding="utf-8")
    names = [str(tmp_path / name) for name in ("30.txt", "hostile.txt", *(f"{days}.txt" for days in DAYS[1:]))]
    crew = Crew(workers, lambda path, error: crashed(path, job))
    rows = [row for name in names for row in crew.put(name)] + list(crew.rest())
    workers.close(now=False)
    found = {Path(row.path).name: row.head for row in rows}
    hostile = found.pop("hostile.txt")
    assert len(rows) == len(names)
    assert (hostile["status"], hostile["reason"]) == ("unreadable", "doc.read_limit")
    assert hostile["message"] == "reading the file took longer than 2 seconds and was stopped"
    assert {name: (head["status"], head["violated"]) for name, head in found.items()} == {
        f"{days}.txt": ("checked", int(days > 60)) for days in DAYS
    }


@pytest.mark.parametrize(
    ("given", "clock", "processor"),
    [(Limits(), 240, 60), (Limits(seconds=10), 40, 10), (Limits(seconds=10, processor_seconds=2), 40, 2)],
)
def test_time_is_that_of_the_processor_where_many_are_checked(given: Limits, clock: float, processor: float) -> None:
    found = by_processor_time(given)
    assert (found.seconds, found.processor_seconds) == (clock, processor)
    assert replace(found, seconds=given.seconds, processor_seconds=given.processor_seconds) == given


def lacking() -> None:
    """A reader whose library isn't there."""
    raise ModuleNotFoundError("No module named `frobnicate`")


def test_a_program_that_is_not_whole_is_no_fault_of_the_file() -> None:
    with Worker() as worker:
        assert worker.call(lacking, (), Limits()) == problem("doc.read_not_loaded", what="No module named `frobnicate`")
