"""What the program makes of its own data files, from the user's cache while the files are what they were."""

from __future__ import annotations

import marshal
import sys
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

from . import cache


def kept(name: str, files: Iterable[Path], make: Callable[[], Any]) -> Any:
    """What `make` makes of some files, as plain data: of strings, numbers, tuples, lists and dicts.

    `name` says what it is; a change of any file, of its size or its time, makes it anew. Raises what `make` raises.
    """
    entry = None if cache.folder() is None else entry_of(name, files)
    found = None if entry is None else read(entry)
    if found is None:
        found = make()
        if entry is not None:
            write(entry, found)
    return found


def entry_of(name: str, files: Iterable[Path]) -> str:
    """The key of the cache for what a Python like this one makes of files as they are now. Raises `OSError`."""
    states = ((str(file), file.stat()) for file in files)
    stamps = (f"{path} {state.st_size} {state.st_mtime_ns}" for path, state in states)
    return sha256("\n".join((name, sys.version, sys.byteorder, __file__, *stamps)).encode()).hexdigest()


def read(entry: str) -> Any:
    """What was kept; None when there is nothing, or nothing sound."""
    content = cache.read(entry)
    try:
        return None if content is None else marshal.loads(content)
    except (EOFError, TypeError, ValueError):
        return None


def write(entry: str, made: Any) -> None:
    """Keep plain data. Raises `ValueError` for what isn't plain."""
    cache.write(entry, marshal.dumps(made))
