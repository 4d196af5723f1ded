"""Limits hold while several checks run at once: who costs too much is a row with the reason, and the others are right."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from portfolio_folder import write_contract
from presign.checker.run import Request
from presign.parsers.document import Limits
from presign.parsers.isolation import Worker
from presign.parsers.problem import problem
from presign.portfolio.job import Job, job_of
from presign.portfolio.pool import LocalWorkers

POLICY = '# language: en\npolicy "T" version "1"\n\nrule T-01 en "x"\n  severity low\n  requires payment.net_days <= 60 days\n'
DAYS = (30, 45, 60, 61, 75, 90)
MEMORY = 400_000_000


@pytest.fixture
def workers(tmp_path: Path) -> Iterator[LocalWorkers]:
    """Two of them, with a low limit of memory."""
    (tmp_path / "t.policy").write_text(POLICY, encoding="utf-8")
    limits = Limits(memory_bytes=MEMORY, file_bytes=50_000_000, characters=400_000_000)
    job = job_of(Request((), (str(tmp_path / "t.policy"),), limits=limits), "en", False)
    assert isinstance(job, Job)
    started = LocalWorkers(job, 2)
    yield started
    started.close(now=True)


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


def lacking() -> None:
    """A reader whose library isn't there."""
    raise ModuleNotFoundError("No module named `frobnicate`")


def test_a_program_that_is_not_whole_is_no_fault_of_the_file() -> None:
    with Worker() as worker:
        assert worker.call(lacking, (), Limits()) == problem("doc.read_not_loaded", what="No module named `frobnicate`")
