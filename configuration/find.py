"""Which configuration file holds for a folder.

`presign.toml` wins over a `pyproject.toml` with a table `[tool.presign]` beside it, the nearer folder over the farther.
The search ends at the root of the repository; outside of one only the working folder counts, so that nobody can leave a
file in a shared folder above that steers what is written where.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

OWN = "presign.toml"
PROJECT = "pyproject.toml"
_TABLE = b"tool.presign"
_MARKS = (".git", ".hg", ".svn")
_MOST = 1_000_000


def find(folder: Path) -> Path | None:
    """The file that holds for a folder, or None."""
    for each in _folders(folder.resolve()):
        if (each / OWN).is_file():
            return each / OWN
        if _has_table(each / PROJECT):
            return each / PROJECT
    return None


def _folders(folder: Path) -> Iterator[Path]:
    """The folder, and in a repository those above it up to the root."""
    chain = [folder, *folder.parents]
    root = next((at for at, each in enumerate(chain) if any((each / mark).exists() for mark in _MARKS)), 0)
    yield from chain[: root + 1]


def _has_table(path: Path) -> bool:
    """Whether a project's file speaks of Presign: one that doesn't is none of our business, sound or not."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return _TABLE in file.read(_MOST)
    except OSError:
        return False
