"""JSON Lines: a file, or the standard output. One row is one line, written in one piece when it is known."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import IO, TextIO

from .row import VERDICTS, Row
from .sinks import StopError, Written, head_of, locked

_SYNC_EVERY = 256
"""Rows after which the file is put on the disk itself: a power cut loses no more, and `--resume` checks them again."""
_BLOCK = 1 << 20


def said(line: str, encoding: str) -> str:
    """A line in an encoding; one with signs it hasn't (half a surrogate pair has no encoding) by escapes of JSON."""
    try:
        line.encode(encoding)
    except UnicodeEncodeError:
        return json.dumps(json.loads(line)) + "\n"
    return line


class Lines:
    """A file of rows. Only its last line can be cut off; what stands of it is taken away on resuming."""

    def __init__(self, path: Path, run: str, resume: bool) -> None:
        self._path, self._run = path, run
        self._file: IO[bytes] = locked(path)
        if self._file.seek(0, os.SEEK_END) and not resume:
            self._file.close()
            raise StopError("portfolio.exists", path=str(path))
        self._unsynced = 0

    def day(self) -> str | None:
        """The day of the first row."""
        self._file.seek(0)
        line = self._file.readline()
        if not line.endswith(b"\n"):
            return None
        found = self._head(line).head.get("day")
        return found if isinstance(found, str) else None

    def written(self) -> Iterator[Written]:
        """The rows that stand; what follows the last whole line is cut off."""
        self._file.truncate(self._end())
        self._file.seek(0)
        for line in self._file:
            yield self._head(line)
        self._file.seek(0, os.SEEK_END)

    def put(self, row: Row) -> None:
        """Write one line."""
        self._file.write(said(row.line(self._run), "utf-8").encode())
        self._file.flush()
        self._unsynced += 1
        if self._unsynced >= _SYNC_EVERY:
            os.fsync(self._file.fileno())
            self._unsynced = 0

    def close(self) -> None:
        """Put the file on the disk."""
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()

    def _end(self) -> int:
        """Behind the last whole line, looked for from the end."""
        at = self._file.seek(0, os.SEEK_END)
        while at:
            start = max(0, at - _BLOCK)
            self._file.seek(start)
            found = self._file.read(at - start).rfind(b"\n")
            if found >= 0:
                return start + found + 1
            at = start
        return 0

    def _head(self, line: bytes) -> Written:
        head = line.partition(VERDICTS.encode())[0]
        try:
            found = json.loads(head + b"}")
        except ValueError:
            found = None
        return head_of(found, self._run, str(self._path))


class Printed:
    """Rows on a stream that can't be read again."""

    def __init__(self, out: TextIO, run: str) -> None:
        self._out, self._run = out, run

    def day(self) -> str | None:
        """A stream begins anew."""
        return None

    def written(self) -> Iterator[Written]:
        """Nothing is known of it."""
        return iter(())

    def put(self, row: Row) -> None:
        """Write one line."""
        self._out.write(said(row.line(self._run), getattr(self._out, "encoding", None) or "utf-8"))
        self._out.flush()

    def close(self) -> None:
        """Write what is kept."""
        self._out.flush()
