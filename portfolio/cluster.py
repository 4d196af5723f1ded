"""Workers on a cluster: Dask distributed, whose client is an executor like the pool (`pip install presign[cluster]`).

The job goes to the workers once, as a task whose result every worker fetches: one that is lost, or comes later, gets it
again. The scheduler gives the files of a lost worker to another one, so that every file has one row.
"""

from __future__ import annotations

from concurrent.futures import Future
from importlib import import_module
from typing import Any, cast

from .job import Job, packed_job
from .row import Row
from .sinks import StopError
from .work import check

_AHEAD = 4
_WAIT_SECONDS = 10
_RETRIES = 3


class ClusterWorkers:
    """The workers behind a scheduler's address. Raises `StopError` when there is none."""

    def __init__(self, job: Job, address: str) -> None:
        try:
            distributed: Any = import_module("distributed")
        except ImportError:
            raise StopError("portfolio.no_cluster") from None
        try:
            self._client = distributed.Client(address, timeout=_WAIT_SECONDS, set_as_default=False)
        except (OSError, ValueError):
            raise StopError("portfolio.no_scheduler", address=address) from None
        self._job = self._client.submit(_same, packed_job(job), pure=False, retries=_RETRIES)
        self._pool = self._client.get_executor(pure=False, retries=_RETRIES)
        threads = sum(int(each["nthreads"]) for each in self._client.scheduler_info(n_workers=-1)["workers"].values())
        self.most = max(1, threads) * _AHEAD

    def submit(self, path: str) -> Future[Row]:
        """Give a file to be checked."""
        return cast("Future[Row]", self._pool.submit(check, self._job, path))

    def look(self) -> None:
        """Nothing to do: the scheduler knows which workers are lost."""

    def restart(self) -> None:
        """Nothing to do: the scheduler looks after lost workers."""

    def close(self, *, now: bool) -> None:
        """Leave the cluster; `now`: what it still does for this job is cancelled."""
        self._pool.shutdown(wait=not now)
        self._client.close()


def _same(job: bytes) -> bytes:
    return job
