"""The files a user means: as named, in folders, by patterns."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from .document import Unreadable
from .problem import Problem, problem

EXTENSIONS = (
    *(".docx", ".docm", ".doc", ".wps", ".rtf", ".odt"),
    *(".pdf", ".txt", ".md", ".html", ".htm", ".eml", ".zip"),
)
_PICTURES = (".png", ".jpg", ".jpeg")
"""Contracts where somebody names them; in a folder they are logos and photos of something else."""
_LOCK_PREFIX = "~$"


def find_documents(paths: Sequence[str]) -> list[Path | Unreadable]:
    """Contract files in the order given, folders and patterns in alphabetical order, each file once.

    Folders are searched through and through; hidden files and folders and Word's lock files are passed over. What
    can't be used is in its place as `Unreadable`: a missing path, a folder or pattern without contracts, a file of
    another kind.
    """
    found: list[Path | Unreadable] = []
    seen: set[str] = set()
    for path in paths:
        for item in _of(path):
            if isinstance(item, Path):
                real = os.path.realpath(item)
                if real in seen:
                    continue
                seen.add(real)
            found.append(item)
    return found


def _of(text: str) -> Iterator[Path | Unreadable]:
    path = Path(text)
    try:
        is_folder, exists = path.is_dir(), path.exists()
    except (OSError, ValueError):
        is_folder = exists = False
    if is_folder:
        yield from _of_folder(path)
    elif exists:
        yield (
            path
            if _is_contract(path) or path.suffix.lower() in _PICTURES
            else _refused(text, problem("doc.read_extension", found=path.suffix or path.name))
        )
    elif glob.has_magic(text):
        yield from _of_pattern(text)
    else:
        yield _refused(text, Problem("doc.read_missing"))


def _of_folder(folder: Path) -> Iterator[Path | Unreadable]:
    closed: list[str] = []
    files: list[Path] = []
    for place, folders, names in os.walk(folder, onerror=lambda error: closed.append(str(error.filename))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        files += (Path(place, name) for name in names if is_wanted(Path(place, name)))
    for name in sorted(closed):
        yield _refused(name, Problem("doc.read_permission"))
    if not files and not closed:
        yield _refused(str(folder), Problem("doc.read_no_contracts"))
    yield from sorted(files, key=lambda file: [part.lower() for part in file.parts] + [str(file)])


def _of_pattern(pattern: str) -> Iterator[Path | Unreadable]:
    # Path.glob takes no absolute pattern and doesn't pass over hidden files.
    matches = sorted(glob.glob(pattern, recursive=True), key=lambda name: (name.lower(), name))  # noqa: PTH207
    files = [Path(match) for match in matches if is_wanted(Path(match))]
    folders = [Path(match) for match in matches if Path(match).is_dir() and "**" not in pattern]
    for folder in folders:
        files += (item for item in _of_folder(folder) if isinstance(item, Path))
    if not files:
        yield _refused(pattern, Problem("doc.read_no_match"))
    yield from files


def _is_contract(path: Path) -> bool:
    return path.suffix.lower() in EXTENSIONS


def is_wanted(path: Path) -> bool:
    """Whether a file of a folder is one to read."""
    return is_contract_name(path.name) and path.is_file()


def is_contract_name(name: str) -> bool:
    """Whether a file of this name in a folder is a contract: of a kind that is read, not hidden, no lock file."""
    return not name.startswith((".", _LOCK_PREFIX)) and _is_contract(Path(name))


def _refused(path: str, why: Problem) -> Unreadable:
    return Unreadable(path, why.key, why.values)
