"""Workers on this machine: processes, each with a limited child of its own for the files."""

from __future__ import annotations

import multiprocessing
import os
from concurrent.futures import Future, ProcessPoolExecutor
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
        self._pool = ProcessPoolExecutor(self._jobs, self._context, begin, (self._packed, self._far))

    def submit(self, path: str) -> Future[Row]:
        """Give a file to be checked."""
        return self._pool.submit(check_here, path)

    def restart(self) -> None:
        """A new pool in the place of a broken one."""
        self.close(now=True)
        self._begin()

    def close(self, *, now: bool) -> None:
        """End the workers."""
        if now:
            self._cut()
        else:
            self._pool.shutdown(wait=True)
        self._near.close()
        self._far.close()

    def _cut(self) -> None:
        """End the workers in the middle of what they do.

        One that ends while it hands over a row leaves half of it in the pipe, and the pool's thread, for which the end
        of the program waits, waiting for the other half: with our own end of the pipe closed, it sees that none comes.
        """
        processes = list((self._pool._processes or {}).values())
        results: Any = self._pool._result_queue
        self._near.close()
        self._pool.shutdown(wait=False, cancel_futures=True)
        for process in processes:
            process.join(_PATIENCE)
            if process.is_alive():
                process.kill()
                process.join()
        if results is not None:
            results._writer.close()
