"""The rows an import didn't take, as a CSV file beside the imported one, with line and reason.

A cell that a spreadsheet would compute gets an apostrophe before it (OWASP, CSV injection). The file is its owner's
own: it holds what the ledger protects.
"""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ...messages import say
from .cells import Wrong

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"[+-]?[0-9][0-9,]*(?:\.[0-9]+)?%?")


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that wasn't taken: its line, its cells, and every reason."""

    line: int
    cells: Sequence[str]
    reasons: tuple[Wrong, ...]

    def why(self, language: str) -> str:
        """The reasons in a language."""
        return "; ".join(say(each.key, language, each.values) for each in self.reasons)


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; a plain number stays one."""
    return f"'{cell}" if cell.startswith(_DANGEROUS) and not _NUMBER.fullmatch(cell) else cell


def rejected_path(path: str) -> Path:
    """FILE.csv's rejected rows stand in FILE.rejected.csv."""
    return Path(path).with_suffix(".rejected.csv")


def write_rejected(path: Path, heading: Sequence[str], rows: Iterable[Rejected], language: str) -> None:
    """Write the file whole or not at all. Raises `OSError`."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    first = (say("ledger.heading_line", language), say("ledger.heading_reason", language))
    writer.writerow([*first, *map(guarded, heading)])
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
    marks = tuple(f"{say('ledger.heading_line', language)}," for language in ("en", "zh"))
    try:
        with path.open(encoding="utf-8-sig") as file:
            ours = file.readline().startswith(marks)
        if ours:
            path.unlink()
    except (OSError, UnicodeDecodeError):
        return
