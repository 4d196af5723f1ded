"""What tests of jobs share: a policy compiled once, workers in this process, results that are kept or not."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest
from presign.policylang.cache import private_folder
from presign.portfolio import results, work
from presign.portfolio.job import Job, packed_job
from presign.portfolio.row import Row

POLICY = """# language: en
policy "Terms" version "1"

rule T-01 en "More than 60 days"
  severity high
  requires payment.net_days <= 60 days
  message en "{payment.net_days} is more than we give"

rule T-02 en "No interest on arrears"
  severity low
  requires remedy.late_fee_annual is present
  message en "paying late costs nothing"
"""


@pytest.fixture(scope="module")
def policy(tmp_path_factory: pytest.TempPathFactory, cache_of_this_run: Path) -> Iterator[str]:
    """A policy, which is compiled once for all tests."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("XDG_CACHE_HOME", str(cache_of_this_run))
        patched.setenv("PRESIGN_NO_CACHE", "0")
        path = tmp_path_factory.mktemp("policy") / "terms.policy"
        path.write_text(POLICY, encoding="utf-8")
        yield str(path)


@pytest.fixture
def no_results(monkeypatch: pytest.MonkeyPatch) -> None:
    """No rows are kept or taken."""
    monkeypatch.setattr(results, "folder", lambda: None)


@pytest.fixture(scope="module")
def one_thread() -> Iterator[ThreadPoolExecutor]:
    """A thread with a child for the files, as a worker has it."""
    with ThreadPoolExecutor(1) as pool:
        yield pool
        pool.submit(lambda: work._of_thread.worker.close() if hasattr(work._of_thread, "worker") else None).result()


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch, one_thread: ThreadPoolExecutor) -> None:
    """Workers in this process: the same work without the start of others."""

    class Here:
        most = 2

        def __init__(self, job: Job, jobs: int | None = None) -> None:
            self._packed = packed_job(job)

        def submit(self, path: str) -> Future[Row]:
            return one_thread.submit(work.check, self._packed, path)

        def look(self) -> None:
            """The thread may take its time."""

        def restart(self) -> None:
            raise AssertionError

        def close(self, *, now: bool) -> None:
            """The thread is used by the next test."""

    monkeypatch.setattr("presign.portfolio.run.LocalWorkers", Here)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of results."""
    place = tmp_path / "results"
    monkeypatch.setattr(results, "folder", lambda: private_folder(place))
    return place
