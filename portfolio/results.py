"""Rows of files that were checked before, in the user's private cache folder (docs/decisions/0004, docs/portfolio.md).

An entry is named by the file's content and everything else its row hangs on, and holds JSON: nothing in it is run. The
row comes first, then its columns as a data set has them, which only a data set unpacks. A contract without a signing
date is judged as of today; its entry holds for that day only. What couldn't be read is tried again each time.
`PRESIGN_NO_CACHE=1` turns this cache off, too.
"""

from __future__ import annotations

import json
import os
import struct
import time
import zlib
from collections.abc import Iterator
from contextlib import suppress
from functools import cache as once
from hashlib import sha256
from pathlib import Path
from typing import Any

from ..policylang import cache
from .cells import packed_cells
from .job import Job
from .places import is_remote
from .row import CHECKED, Row

MAX_BYTES = 4_000_000_000
"""Of all entries; when a run ends, those used longest ago go."""
_MOST_TEXT = 64_000_000
"""Of one entry unpacked."""
_LENGTHS = struct.Struct(">QQ")
"""Of the head and of the packed texts; the packed columns are the rest."""
_BETWEEN = "\n"
"""Verdicts and facts, each JSON on one line."""
_SUFFIX = ".row"
_ABANDONED = 3600.0


@once
def folder() -> Path | None:
    """The folder, made when it isn't there; None where there is none to be trusted."""
    if os.environ.get("PRESIGN_NO_CACHE", "") not in ("", "0"):
        return None
    try:
        return cache.private_folder(cache.cache_home() / "presign" / "results")
    except (OSError, RuntimeError):
        return None


def taken(job: Job, path: str) -> Row | None:
    """The row of a local file whose content was checked before under the same job."""
    if not job.cached or folder() is None or is_remote(path):
        return None
    try:
        with Path(path).open("rb") as file:
            data = file.read(job.request.limits.file_bytes + 1)
    except (OSError, ValueError):
        return None
    content = sha256(data).hexdigest()
    for dated in (False, True):
        row = _read(_entry(job, content, path, dated), path)
        if row is not None:
            return row
    return None


def keep(job: Job, row: Row) -> None:
    """Keep the row of a file that was checked."""
    place = folder()
    if place is None or row.head["status"] != CHECKED:
        return
    dated = job.request.as_of is None and row.head["as_of"] == row.head["day"]
    path = _entry(job, row.head["sha256"], row.path, dated)
    with suppress(OSError):
        if cache.private_folder(path.parent) is not None:
            cache.write_entry(path, _packed(row))


def prune() -> None:
    """Leave the entries used last, as many as there is room for."""
    place = folder()
    if place is None:
        return
    with suppress(OSError):
        found = sorted(_entries(place), reverse=True)
        size = 0
        for used, bytes_, path in found:
            size += bytes_
            if size > MAX_BYTES or (path.suffix != _SUFFIX and time.time() - used > _ABANDONED):
                path.unlink(missing_ok=True)


def _entries(place: Path) -> Iterator[tuple[float, int, Path]]:
    for folder, _, names in os.walk(place):
        for name in names:
            path = Path(folder, name)
            with suppress(FileNotFoundError):
                status = path.lstat()
                yield status.st_mtime, status.st_size, path


def _entry(job: Job, content: str, path: str, dated: bool) -> Path:
    # Markdown and plain text are told apart by the name alone.
    day = str(job.request.today) if dated else ""
    name = sha256("\0".join((job.cached, content, Path(path).suffix.lower(), day)).encode("utf-8", "surrogateescape"))
    place = folder()
    assert place is not None
    return place / name.hexdigest()[:2] / f"{name.hexdigest()}{_SUFFIX}"


def _packed(row: Row) -> bytes:
    head = json.dumps(row.head).encode()
    texts = zlib.compress(f"{row.verdicts}{_BETWEEN}{row.facts}".encode("utf-8", "surrogatepass"), 1)
    return _LENGTHS.pack(len(head), len(texts)) + head + texts + packed_cells(row)


def _read(entry: Path, path: str) -> Row | None:
    kept = cache.read_entry(entry)
    if kept is None:
        return None
    try:
        head_length, texts_length = _LENGTHS.unpack_from(kept)
        texts = _LENGTHS.size + head_length
        cells = texts + texts_length
        head: Any = json.loads(kept[_LENGTHS.size : texts])
        unpacked = zlib.decompressobj().decompress(kept[texts:cells], _MOST_TEXT)
        verdicts, facts = unpacked.decode("utf-8", "surrogatepass").split(_BETWEEN)
    except (ValueError, struct.error, zlib.error, RecursionError):
        return None
    match head:
        case {"status": "checked"}:
            return Row(path, head, verdicts, facts, kept[cells:])
        case _:
            return None
