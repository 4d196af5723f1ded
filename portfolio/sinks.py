"""Where rows go: files that hold each row once, however often the job that writes them is stopped and goes on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Protocol, cast

from .row import Head, Row


class StopError(Exception):
    """A sink can't be used: a message key with its values."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.key = key
        self.values = tuple(values.items())


@dataclass(frozen=True, slots=True)
class Written:
    """A row that stands already."""

    path: str
    head: Head


class Sink(Protocol):
    """A place for rows. `written` comes first and gives what is there already; then `put`, and `close` at the end."""

    def written(self) -> Iterator[Written]:
        """The rows that stand, after what was cut off is taken away; their job must be this one. Raises `StopError`."""
        ...

    def day(self) -> str | None:
        """What counted as today when the job began; None for a new one."""
        ...

    def put(self, row: Row) -> None:
        """Write a row, or keep it to be written with others."""
        ...

    def close(self) -> None:
        """Write what was kept, and let others use the place."""
        ...


def locked(path: Path) -> IO[bytes]:
    """A file nobody else writes while it is open, made when it isn't there. Raises `StopError`, `OSError`."""
    file = path.open("a+b")
    with suppress(ImportError):
        import fcntl

        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            file.close()
            raise StopError("portfolio.in_use", path=str(path)) from None
    return cast("IO[bytes]", file)


def head_of(found: Any, run: str, path: str) -> Written:
    """A row read back from its own file. Raises `StopError` for one of another job, or none at all."""
    match found:
        case {"path": str(name), "run": str(of), "status": "checked" | "unreadable"}:
            if of != run:
                raise StopError("portfolio.other_job", path=path)
            return Written(name, found)
        case _:
            raise StopError("portfolio.not_rows", path=path)


def one_day(days: Iterable[str | None]) -> str | None:
    """The day a job began: the earliest its sinks know of."""
    return min((day for day in days if day is not None), default=None)
