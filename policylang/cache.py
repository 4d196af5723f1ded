"""The user's folder of loaded policies: private, bounded, and never trusted when damaged.

An entry is a digest and what it is the digest of. One that doesn't fit, or lies where others may write, is not read. A
folder that can't be made or written is no error: everything is loaded anew, then. `PRESIGN_NO_CACHE=1` turns it off.
"""

from __future__ import annotations

import os
import stat
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, TypeVar

_Content = TypeVar("_Content", bytes, memoryview)

MAX_ENTRIES = 32
MAX_BYTES = 64_000_000
_DIGEST = 32
_SUFFIX = ".policies"
_NO_LINKS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_ABANDONED = 3600.0
"""Seconds after which a half-written entry is nobody's."""


def folder() -> Path | None:
    """The folder, made when it isn't there; None where there is none to be trusted."""
    if os.environ.get("PRESIGN_NO_CACHE", "") not in ("", "0"):
        return None
    try:
        return private_folder(cache_home() / "presign" / "policies")
    except (OSError, RuntimeError):
        return None


def private_folder(place: Path) -> Path | None:
    """A folder, made when it isn't there; None when others may write it. Raises `OSError`."""
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    return place if is_private(place.lstat(), stat.S_ISDIR) else None


def cache_home() -> Path:
    """Where the platform keeps a user's caches. Raises `RuntimeError` for a user without a home."""
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return Path(local) if local else Path.home() / "AppData" / "Local"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    named = os.environ.get("XDG_CACHE_HOME", "")
    return Path(named) if named.startswith("/") else Path.home() / ".cache"


def is_private(status: os.stat_result, kind: Callable[[int], bool]) -> bool:
    """Whether something is of a kind, belongs to the user, and no one else may write it."""
    if not kind(status.st_mode):
        return False
    if sys.platform == "win32":
        return True
    return status.st_uid == os.geteuid() and not status.st_mode & 0o022


def read(key: str) -> bytes | None:
    """What was kept under a key; None when there is nothing, or nothing sound."""
    place = folder()
    return None if place is None else read_entry(place / f"{key}{_SUFFIX}")


def read_unchecked(key: str, digest: bytes) -> memoryview | None:
    """What was kept under a key when it was written as what has this SHA-256; damage since isn't looked for.

    For much of which little is used, each part with a checksum of its own.
    """
    place = folder()
    found = None if place is None else _entry(place / f"{key}{_SUFFIX}", _shown)
    return found[_DIGEST:] if found is not None and found[:_DIGEST] == digest else None


def write(key: str, content: bytes) -> None:
    """Keep something under a key: whole or not at all, whoever else is writing."""
    place = folder()
    if place is None or len(content) + _DIGEST > MAX_BYTES:
        return
    with suppress(OSError):
        write_entry(place / f"{key}{_SUFFIX}", content)
        _prune(place)


def read_entry(path: Path) -> bytes | None:
    """What an entry holds; None when it isn't there, others may write it, or it isn't what it was written as."""
    found = _entry(path, _read)
    if found is None:
        return None
    digest, content = found[:_DIGEST], found[_DIGEST:]
    return content if sha256(content).digest() == digest else None


def _entry(path: Path, look: Callable[[BinaryIO, int], _Content]) -> _Content | None:
    try:
        with os.fdopen(os.open(path, os.O_RDONLY | _NO_LINKS), "rb") as file:
            status = os.fstat(file.fileno())
            if not is_private(status, stat.S_ISREG) or status.st_size > MAX_BYTES:
                return None
            found = look(file, status.st_size)
        os.utime(path)
    except (OSError, ValueError):
        # ValueError: there is nothing in it to be looked at.
        return None
    return found


def _read(file: BinaryIO, size: int) -> bytes:
    return file.read(size)


def _shown(file: BinaryIO, size: int) -> memoryview:
    """The file itself, of which only what is used is read. An entry is never changed in its place."""
    if sys.platform == "win32":
        # What is looked at couldn't be replaced there.
        return memoryview(file.read(size))
    from mmap import ACCESS_READ, mmap

    return memoryview(mmap(file.fileno(), size, access=ACCESS_READ))


def write_entry(path: Path, content: bytes) -> None:
    """Put an entry in its place in one step. Raises `OSError`."""
    import tempfile  # With it comes much that reading doesn't need.

    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(sha256(content).digest() + content)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _prune(place: Path) -> None:
    """Leave the entries used last, as many as there is room for."""
    found = sorted(((path.stat().st_mtime, path) for path in place.iterdir() if path.is_file()), reverse=True)
    entries = size = 0
    for used, path in found:
        whole = path.suffix == _SUFFIX
        if whole:
            entries += 1
            size += path.stat().st_size
        if entries > MAX_ENTRIES or size > MAX_BYTES or (not whole and time.time() - used > _ABANDONED):
            path.unlink(missing_ok=True)
