"""The files of a job, one after the other: a folder of a hundred thousand is walked, never listed whole.

Folders in alphabetical order, hidden files and Word's lock files passed over, as `parsers.discover` does it; addresses
(`s3://bucket/folder`) by fsspec. What can't be used comes in its place as `Unreadable`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from pathlib import Path

from ..parsers.discover import find_documents, is_wanted
from ..parsers.document import Unreadable
from ..parsers.problem import Problem

Place = str | Unreadable

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://")


def is_remote(path: str) -> bool:
    """Whether a path is an address that fsspec understands."""
    return _ADDRESS.match(path) is not None


def places(paths: Sequence[str]) -> Iterator[Place]:
    """Every file behind paths, folders, patterns and addresses, each once."""
    if len(paths) == 1:
        yield from _of(paths[0])
        return
    seen: set[int] = set()
    for path in paths:
        for place in _of(path):
            if isinstance(place, str):
                mark = mark_of(place if is_remote(place) else os.path.realpath(place))
                if mark in seen:
                    continue
                seen.add(mark)
            yield place


def mark_of(path: str) -> int:
    """A number that stands for a path where many have to be remembered: 8 bytes of a hash."""
    return int.from_bytes(blake2b(path.encode("utf-8", "backslashreplace"), digest_size=8).digest())


def shown(path: str) -> str:
    """A path as it stands in a row: signs of a file's name that are no text are written out. Its mark is the same."""
    return path.encode("utf-8", "backslashreplace").decode()


def _of(path: str) -> Iterator[Place]:
    if is_remote(path):
        from .remote import listed

        yield from listed(path)
    elif _is_folder(path):
        yield from _of_folder(path)
    else:
        yield from (str(item) if isinstance(item, Path) else item for item in find_documents([path]))


def _is_folder(path: str) -> bool:
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):
        return False


def _of_folder(folder: str) -> Iterator[Place]:
    empty = True
    for place in _walk(folder):
        empty = False
        yield place
    if empty:
        yield Unreadable(folder, "doc.read_no_contracts")


def _walk(folder: str) -> Iterator[Place]:
    """One folder's entries at a time; no more is held than the names of the folders on the way down."""
    try:
        with os.scandir(folder) as found:
            names = sorted(((entry.name, entry.is_dir(follow_symlinks=False)) for entry in found), key=_order)
    except OSError:
        yield Unreadable(folder, "doc.read_permission", Problem("doc.read_permission").values)
        return
    for name, is_folder in names:
        path = str(Path(folder, name))
        if is_folder:
            if not name.startswith("."):
                yield from _walk(path)
        elif is_wanted(Path(path)):
            yield path


def _order(entry: tuple[str, bool]) -> tuple[str, str]:
    return entry[0].lower(), entry[0]
