"""Workers on this machine: processes, each with a limited child of its own for the files."""

from __future__ import annotations

import multiprocessing
import os
import tempfile
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from .job import Job, packed_job
from .row import Row
from .work import begin, check_here

_AHEAD = 4
"""Files a worker may have waiting, so that it never waits itself."""
_PATIENCE = 5.0
"""Seconds a worker has to end by itself."""


class LocalWorkers:
    """A pool of processes. They hold the end of a line to this program, and end when it does."""

    def __init__(self, job: Job, jobs: int | None = None) -> None:
        self._jobs = jobs or os.cpu_count() or 1
        self.most = self._jobs * _AHEAD
        self._packed = packed_job(job)
        # A fork would share this program's own child, and its threads' locks.
        self._context = multiprocessing.get_context("spawn")
        self._begin()

    def _begin(self) -> None:
        self._far, self._near = self._context.Pipe(duplex=False)
        # Not among the arguments of the process: they go through a pipe, and of a worker that is killed before it has
        # read what the pipe doesn't hold, the program would wait for ever.
        self._job = _private_file(self._packed)
        self._pool = ProcessPoolExecutor(self._jobs, self._context, begin, (str(self._job), self._far))

    def submit(self, path: str) -> Future[Row]:
        """Give a file to be checked."""
        return self._pool.submit(check_here, path)

    def look(self) -> None:
        """End a pool that has lost a worker and doesn't see it: the pool's thread waits for the rest of its row."""
        processes = _processes(self._pool)
        if wait([process.sentinel for process in processes], 0):
            for process in processes:
                process.kill()
            _no_more_comes(self._pool._result_queue)

    def restart(self) -> None:
        """A new pool in the place of a broken one."""
        self.close(now=True)
        self._begin()

    def close(self, *, now: bool) -> None:
        """End the workers; `now`: in the middle of what they do.

        One that ends while it hands over a row leaves half of it in the pipe, one that is killed while it waits for
        work leaves the others waiting for its turn: none of them is waited for without end.
        """
        # A pool that is shut down doesn't know them any more.
        processes, results = _processes(self._pool), self._pool._result_queue
        if now:
            self._near.close()
        self._pool.shutdown(wait=False, cancel_futures=now)
        for process in processes:
            process.join(_PATIENCE)
            if process.is_alive():
                process.kill()
                process.join()
        _no_more_comes(results)
        self._near.close()
        self._far.close()
        self._job.unlink(missing_ok=True)


def _processes(pool: ProcessPoolExecutor) -> list[BaseProcess]:
    return list((pool._processes or {}).values())


def _no_more_comes(results: Any) -> None:
    """Let a pool's thread, for which the end of the program waits, see that the other half of a row won't come.

    It doesn't while the pipe is open for writing anywhere, and when the workers have ended our own end still is.
    """
    if results is not None:
        results._writer.close()


def _private_file(data: bytes) -> Path:
    """A new file nobody else can read or write."""
    number, name = tempfile.mkstemp(prefix="presign-job-")
    with os.fdopen(number, "wb") as file:
        file.write(data)
    return Path(name)
