"""Files in work on an executor, a bounded number at a time; their rows as they are done.

Any `concurrent.futures.Executor` will do. Where its workers are lost (killed for want of memory, say), the files they
had are tried again, each alone, so that the one that does it is found and the others lose nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
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

    def restart(self) -> None:
        """Begin anew after workers were lost."""
        ...

    def close(self, *, now: bool) -> None:
        """End the workers; `now`: with what they are doing."""
        ...


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
        done, _ = wait(self._waiting, return_when=FIRST_COMPLETED)
        lost: list[str] = []
        for future in done:
            path = self._waiting.pop(future)
            try:
                row = future.result()
            except BrokenExecutor:
                lost.append(path)
            except Exception as error:
                # A file must never end the job, whatever its check meets.
                yield self._failed(path, error)
            else:
                yield row
        if lost:
            yield from self._again(lost)

    def _again(self, lost: list[str]) -> Iterator[Row]:
        """Try files whose worker was lost, one by one; what else was in work is lost with it."""
        waiting, self._waiting = self._waiting, {}
        for future, path in waiting.items():
            try:
                row = future.result()
            except BrokenExecutor:
                lost.append(path)
            except Exception as error:
                yield self._failed(path, error)
            else:
                yield row
        self._workers.restart()
        for path in lost:
            try:
                row = self._workers.submit(path).result()
            except BrokenExecutor as error:
                self._workers.restart()
                row = self._failed(path, error)
            except Exception as error:
                row = self._failed(path, error)
            yield row
