"""A data set of Parquet files: three tables in three folders, a part file of each for every chunk of contracts.

| table | a row is | written |
|---|---|---|
| `facts` | a fact of a contract, whatever its state | fact by fact, each for all contracts of the part |
| `verdicts` | a rule's verdict on a contract | rule by rule, likewise |
| `documents` | a file, read or not | last: a part without it was cut off and isn't there |

A part is written beside and moved into place. `documents` is what makes it whole: whoever goes on with the job, or
judges the data set anew, takes no notice of parts of the others that have none.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from .row import Head, Row
from .sinks import StopError, Written, head_of, locked
from .tables import documents_table, found_tables

if TYPE_CHECKING:
    from polars import DataFrame

CHUNK = 256
"""Files of one part."""
TABLES = ("facts", "verdicts", "documents")
"""In the order they are written."""
JOB = "_job.json"
_LOCK = "_lock"
_PART = "part-{:06}.parquet"


class DataSet:
    """A folder of parts. Rows are kept until there are enough for a part, or until the end."""

    def __init__(self, folder: Path, run: str, about: Head, resume: bool, chunk: int = CHUNK) -> None:
        self._folder, self._run, self._chunk = folder, run, chunk
        for table in TABLES:
            (folder / table).mkdir(parents=True, exist_ok=True)
        self._lock = locked(folder / _LOCK)
        known = (folder / JOB).exists()
        if known and not resume:
            self._lock.close()
            raise StopError("portfolio.exists", path=str(folder))
        if not known:
            whole_file(folder / JOB, json.dumps({"run": run, **about}, ensure_ascii=False, indent=2).encode())
        self._kept: list[Row] = []
        self._next = 1 + max((int(path.stem[5:]) for path in parts(folder, "documents")), default=0)

    def day(self) -> str | None:
        """The day the job began."""
        found = about_of(self._folder)
        return str(found["day"]) if found["run"] == self._run else None

    def written(self) -> Iterator[Written]:
        """The rows of whole parts; files of others are taken away."""
        import polars

        if about_of(self._folder)["run"] != self._run:
            raise StopError("portfolio.other_job", path=str(self._folder))
        whole = {path.name for path in parts(self._folder, "documents")}
        for table in TABLES:
            for path in (self._folder / table).iterdir():
                if path.name not in whole:
                    path.unlink()
        for name in sorted(whole):
            for head in polars.read_parquet(self._folder / "documents" / name).iter_rows(named=True):
                yield head_of(head, self._run, str(self._folder))

    def put(self, row: Row) -> None:
        """Keep a row; the last one of a chunk writes the part."""
        self._kept.append(row)
        if len(self._kept) >= self._chunk:
            self._write()

    def close(self) -> None:
        """Write the part that isn't full."""
        if self._kept:
            self._write()
        self._lock.close()

    def _write(self) -> None:
        rows, name = self._kept, _PART.format(self._next)
        tables = (*found_tables(rows), documents_table(rows, self._run))
        for table, frame in zip(TABLES, tables, strict=True):
            _parquet(self._folder / table / name, frame)
        self._next += 1
        self._kept = []


def parts(folder: Path, table: str) -> list[Path]:
    """The part files of a table, in order."""
    return sorted((folder / table).glob("part-*.parquet"))


def about_of(folder: Path) -> dict[str, Any]:
    """What a data set says of the job that made it. Raises `StopError` when it isn't one."""
    try:
        found = json.loads((folder / JOB).read_bytes())
    except (OSError, ValueError):
        found = None
    match found:
        case {"run": str(), "day": str(), "side": "seller" | "buyer"}:
            return found  # type: ignore[no-any-return]
        case _:
            raise StopError("portfolio.no_data_set", path=str(folder))


def whole_file(path: Path, content: bytes) -> None:
    """Write a file beside and move it into its place."""
    _beside(path, lambda file: file.write(content))


def _parquet(path: Path, frame: DataFrame) -> None:
    _beside(path, lambda file: frame.write_parquet(file, compression="zstd", statistics=True))


def _beside(path: Path, write: Callable[[BinaryIO], object]) -> None:
    """What `write` writes, on the disk before it takes its place."""
    beside = path.with_name(f".{path.name}.part")
    with beside.open("wb") as file:
        write(file)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
