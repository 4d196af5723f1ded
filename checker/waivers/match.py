"""Which contracts a waiver's `file` means, and whether one means too many."""

from __future__ import annotations

import re
import unicodedata
from fnmatch import fnmatchcase
from pathlib import PurePath

_WILD = re.compile(r"\[[^\]]*\]|[*?]")
_LEAST_SAID = 3


def fits(pattern: str, path: str) -> bool:
    """Whether a file's path, or the end of it, is what a pattern says; without a pattern every file fits."""
    if not pattern:
        return True
    parts = PurePath(_composed(path)).parts
    wanted = _composed(pattern).removeprefix("./")
    return any(fnmatchcase("/".join(parts[at:]), wanted) for at in range(len(parts)))


def too_broad(pattern: str) -> bool:
    """Whether a pattern says less than three letters or figures of a file's name besides its ending."""
    if not _WILD.search(pattern):
        return False
    name = PurePath(pattern.replace("\\", "/")).name
    stem, dot, _ = name.rpartition(".")
    said = _WILD.sub("", stem if dot else name)
    return sum(sign.isalnum() for sign in said) < _LEAST_SAID


def same_person(one: str, other: str) -> bool:
    """Whether two names are one person's: widths, blanks and letter case don't count."""
    return _plain(one) == _plain(other)


def _plain(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


def _composed(path: str) -> str:
    return unicodedata.normalize("NFC", path.replace("\\", "/"))
