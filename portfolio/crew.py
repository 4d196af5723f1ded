"""Files in work on an executor, a bounded number at a time; their rows as they are done.

Any `concurrent.futures.Executor` will do. Where its workers are lost (killed for want of memory, say), the files they
had are tried again, each alone, so that the one that does it is found and the others lose nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, wait
from typing import Protocol

from .row import Row


class Workers(Protocol):
    """Where files are checked."""

    most: int
    """How many files may wait or be in work."""

    def submit(self, path: str) -> Future[Row]:
        """Give a file to be checked."""
        ...

    def look(self) -> None:
        """Called while no row comes: make files fail whose workers are lost, if nothing else does."""
        ...

    def restart(self) -> None:
        """Begin anew after workers were lost."""
        ...

    def close(self, *, now: bool) -> None:
        """End the workers; `now`: with what they are doing."""
        ...


_LOOK_SECONDS = 1.0
"""How long no row may come before somebody looks after the workers."""

Failed = Callable[[str, BaseException], Row]
"""The row of a file whose check ended in an exception, or lost its worker."""


class Crew:
    """Files given out and rows taken back."""

    def __init__(self, workers: Workers, failed: Failed) -> None:
        self._workers, self._failed = workers, failed
        self._waiting: dict[Future[Row], str] = {}

    def put(self, path: str) -> Iterator[Row]:
        """Give out a file; rows come back when there were too many in work."""
        while len(self._waiting) >= self._workers.most:
            yield from self._done()
        try:
            self._waiting[self._workers.submit(path)] = path
        except BrokenExecutor:
            yield from self._again([path])

    def rest(self) -> Iterator[Row]:
        """The rows of all files still in work."""
        while self._waiting:
            yield from self._done()

    def _done(self) -> Iterator[Row]:
        lost: list[str] = []
        for future in self._wait(self._waiting):
            path = self._waiting.pop(future)
            row = self._row(path, future)
            if row is None:
                lost.append(path)
            else:
                yield row
        if lost:
            yield from self._again(lost)

    def _again(self, lost: list[str]) -> Iterator[Row]:
        """Try files whose worker was lost, one by one; what else was in work is lost with it."""
        waiting, self._waiting = self._waiting, {}
        for future, path in waiting.items():
            row = self._row(path, future)
            if row is None:
                lost.append(path)
            else:
                yield row
        self._workers.restart()
        for path in lost:
            yield self._alone(path)

    def _alone(self, path: str) -> Row:
        """The row of a file that has the workers for itself; lost again, it is the one to blame."""
        try:
            future = self._submitted(path)
            row = self._row(path, future)
        except BrokenExecutor as error:
            row = self._failed(path, error)
        if row is None:
            row = self._failed(path, BrokenExecutor())
            self._workers.restart()
        return row

    def _submitted(self, path: str) -> Future[Row]:
        """Give out a file, to new workers where the old ones went while they had nothing to do."""
        try:
            return self._workers.submit(path)
        except BrokenExecutor:
            self._workers.restart()
            return self._workers.submit(path)

    def _row(self, path: str, future: Future[Row]) -> Row | None:
        """The row of a file that is given out; None when its worker was lost."""
        self._wait((future,))
        try:
            return future.result()
        except BrokenExecutor:
            return None
        except Exception as error:
            # A file must never end the job, whatever its check meets.
            return self._failed(path, error)

    def _wait(self, futures: Collection[Future[Row]]) -> set[Future[Row]]:
        """Those that are done, at least one."""
        while not (done := wait(futures, _LOOK_SECONDS, FIRST_COMPLETED).done):
            self._workers.look()
        return done
