"""The rows an import didn't take, as a CSV file beside the imported one, with line and reason.

A cell that a spreadsheet would compute gets an apostrophe before it (OWASP, CSV injection). The file is its owner's
own: it holds what the ledger protects.
"""

from __future__ import annotations

import csv
import errno
import io
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ...messages import say
from .cells import Wrong
from .privacy import masked, masked_text

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_LONGEST_HEADING = 10_000
_NUMBER = re.compile(r"[+-]?[0-9][0-9,]*(?:\.[0-9]+)?%?")


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that wasn't taken: its line, its cells, and every reason."""

    line: int
    cells: Sequence[str]
    reasons: tuple[Wrong, ...]

    def why(self, language: str, *, full: bool = True) -> str:
        """The reasons in a language, with registration numbers and bank accounts masked unless `full`."""
        return "; ".join(say(each.key, language, each.values if full else _masked(each)) for each in self.reasons)


def _masked(reason: Wrong) -> Iterator[tuple[str, str]]:
    for name, text in reason.values:
        yield name, masked(text) if name in reason.private else masked_text(text)


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; a plain number stays one."""
    dangerous = cell.startswith(_DANGEROUS) or cell.lstrip().startswith(_DANGEROUS)
    return f"'{cell}" if dangerous and not _NUMBER.fullmatch(cell) else cell


def rejected_path(path: str) -> Path:
    """FILE.csv's rejected rows stand in FILE.rejected.csv, those of FILE.xlsx in FILE.xlsx.rejected.csv."""
    file = Path(path)
    return file.with_name(f"{file.stem if file.suffix.lower() == '.csv' else file.name}.rejected.csv")


def write_rejected(path: Path, heading: Sequence[str], rows: Iterable[Rejected], language: str) -> None:
    """Write the file whole or not at all. Raises `OSError`, `FileExistsError` for a file of other making."""
    if path.exists() and not _ours(path):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([*_first_headings(language), *map(guarded, heading)])
    for row in rows:
        writer.writerow([row.line, guarded(row.why(language)), *map(guarded, row.cells)])
    part = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        # Excel takes a CSV file without a byte order mark for the local encoding.
        with os.fdopen(os.open(part, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "wb") as file:
            file.write(text.getvalue().encode("utf-8-sig"))
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def forget_rejected(path: Path) -> None:
    """Remove the rejected rows of an earlier import of the same file; a file of other making stays."""
    with suppress(OSError):
        if _ours(path):
            path.unlink()


def _ours(path: Path) -> bool:
    """Whether a file holds rejected rows. Raises `OSError`."""
    marks = tuple(",".join(_first_headings(language)) for language in ("en", "zh"))
    with path.open(encoding="utf-8-sig", errors="replace") as file:
        return file.readline(_LONGEST_HEADING).startswith(marks)


def _first_headings(language: str) -> tuple[str, str]:
    return say("ledger.heading_line", language), say("ledger.heading_reason", language)
