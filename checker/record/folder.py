"""Decisions in a folder: a file for each record, one for each policy text, and the last record's number and digest.

    records/000001.json   sources/<SHA-256>.policy   head.json   lock

A file is written whole under another name, forced to the disk, and linked to its own: it is there whole or not at all,
and one that is there is never written to again. Only the owner may read.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from .store import Build, Head, Raw, RecordProblem, RecordStopped, record_problem

try:
    import fcntl
except ImportError:  # pragma: no cover - only where there are no POSIX locks
    fcntl = None  # type: ignore[assignment]

_NAME = re.compile(r"(\d{6,})\.json")
_WAIT_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class FolderStore:
    """A folder of records."""

    folder: Path

    @property
    def name(self) -> str:
        """The folder as it was named."""
        return str(self.folder)

    def append(self, build: Build, sources: Mapping[str, str]) -> bytes:
        """Add one record; what was cut off at the end since the last one was written stops it."""
        with _told(self.folder), self._alone():
            for digest, text in sources.items():
                self._keep_source(digest, text)
            last = self._last()
            number = 1 if last is None else last.number + 1
            data = build(number, None if last is None else last.sha256)
            _create(self._record(number), data)
            _replace(self.folder / "head.json", _head_text(Head(number, sha256(data).hexdigest())))
            return data

    def records(self) -> Iterator[Raw]:
        """All records by their numbers."""
        with _told(self.folder):
            for number in self._numbers():
                yield Raw(number, self._record(number).read_bytes())

    def head(self) -> Head | None:
        """What was written down of the last record."""
        try:
            found = json.loads((self.folder / "head.json").read_bytes())
            return Head(int(found["number"]), str(found["sha256"]))
        except (OSError, ValueError, LookupError, TypeError):
            return None

    def source(self, digest: str) -> str | None:
        """A policy's text."""
        try:
            return self._source(digest).read_bytes().decode("utf-8", "surrogatepass")
        except (OSError, UnicodeDecodeError):
            return None

    def close(self) -> None:
        """Nothing stays open."""

    def _last(self) -> Head | None:
        """The last record there is, which must be the last that was written."""
        numbers = self._numbers()
        head = self.head()
        if head is not None and (not numbers or numbers[-1] < head.number):
            raise RecordStopped(record_problem("record.cut_off", name=self.name, number=head.number))
        if not numbers:
            return None
        return Head(numbers[-1], sha256(self._record(numbers[-1]).read_bytes()).hexdigest())

    def _numbers(self) -> list[int]:
        found = (_NAME.fullmatch(path.name) for path in (self.folder / "records").iterdir())
        return sorted(int(match[1]) for match in found if match)

    def _record(self, number: int) -> Path:
        return self.folder / "records" / f"{number:06d}.json"

    def _source(self, digest: str) -> Path:
        return self.folder / "sources" / f"{digest}.policy"

    def _keep_source(self, digest: str, text: str) -> None:
        path = self._source(digest)
        if not path.exists():
            _create(path, text.encode("utf-8", "surrogatepass"))

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """One writer at a time; the lock goes with the process that holds it, however it ends."""
        handle = os.open(self.folder / "lock", os.O_CREAT | os.O_RDWR, 0o600)
        try:
            if fcntl is not None:
                self._wait(handle)
            yield
        finally:
            os.close(handle)

    def _wait(self, handle: int) -> None:
        until = time.monotonic() + _WAIT_SECONDS
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return
            except BlockingIOError:
                if time.monotonic() > until:
                    raise RecordStopped(record_problem("record.locked", name=self.name)) from None
                time.sleep(0.02)


def open_folder(folder: Path, *, create: bool) -> FolderStore | RecordProblem:
    """The records of a folder."""
    try:
        if create:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            for part in ("records", "sources"):
                (folder / part).mkdir(mode=0o700, exist_ok=True)
        if not (folder / "records").is_dir():
            return record_problem("record.none_there", name=folder)
    except OSError as error:
        return _failed(folder, error)
    return FolderStore(folder)


def _create(path: Path, data: bytes) -> None:
    """A new file, there whole or not at all. Raises `FileExistsError` where one is there."""
    handle, name = tempfile.mkstemp(prefix=".", dir=path.parent)
    try:
        _fill(handle, data)
        try:
            os.link(name, path)
        except FileExistsError:
            raise
        except OSError:
            # A file system without links: the lock keeps other writers away.
            _fill(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), data)
    finally:
        Path(name).unlink()
    _settle(path.parent)


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=".", dir=path.parent)
    _fill(handle, data)
    Path(name).replace(path)
    _settle(path.parent)


def _fill(handle: int, data: bytes) -> None:
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _settle(folder: Path) -> None:
    """Have the folder's own entry written to the disk, where the system can."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _head_text(head: Head) -> bytes:
    return json.dumps({"number": head.number, "sha256": head.sha256}).encode() + b"\n"


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise RecordStopped(_failed(folder, error)) from error


def _failed(folder: Path, error: OSError) -> RecordProblem:
    return record_problem("record.failed", name=error.filename or folder, why=(error.strerror or "").lower())
