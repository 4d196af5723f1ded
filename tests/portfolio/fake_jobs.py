"""A job whose checks cost nothing: rows of invented contracts, and workers that are threads.

As a program it runs such a job on files `0000.txt` … of a folder, to be killed: `python fake_jobs.py FOLDER COUNT`.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from presign.portfolio.dataset import DataSet
from presign.portfolio.lines import Lines
from presign.portfolio.row import Row
from presign.portfolio.sinks import Sink
from presign.portfolio.stream import Stream

RUN = "0123456789abcdef"
ABOUT = {"day": "2026-03-02", "side": "seller"}
CHUNK = 4


def head(status: str = "checked", **other: object) -> dict[str, object]:
    """The head of a row."""
    return {
        "sha256": "0" * 64,
        "status": status,
        "reason": None,
        "message": None,
        "kind": "sale",
        "language": "en",
        "as_of": "2026-03-02",
        "day": "2026-03-02",
        "recommendation": "sign",
        "worst": None,
        "violated": 0,
        "undecided": 0,
        "excepted": 0,
        "errors": 0,
        "rules": 2,
        "nothing_read": False,
        "gaps": [],
        **other,
    }


def row(path: str) -> Row:
    """The row of a file; every fifth one is worth a warning, every seventh can't be read."""
    number = int(Path(path).stem)
    if number % 7 == 6:
        return Row(path, head("unreadable", reason="doc.read_empty_file", kind=None, as_of=None, rules=0))
    verdict = "violated" if number % 5 == 4 else "satisfied"
    verdicts = f'[{{"rule":"A-1","pack":"p","severity":"high","verdict":"{verdict}"}}]'
    facts = f'[{{"name":"payment.net_days","state":"stated","value":{{"quantity":"{number}","unit":"days"}}}}]'
    return Row(path, head(worst="high" if verdict == "violated" else None), verdicts, facts)


class Threads:
    """Workers that are threads."""

    def __init__(self, seconds: float = 0.0) -> None:
        self.most = 6
        self._seconds = seconds
        self._pool = ThreadPoolExecutor(2)

    def submit(self, path: str) -> Future[Row]:
        """Make a row."""
        return self._pool.submit(self._row, path)

    def look(self) -> None:
        """Threads don't get lost."""

    def restart(self) -> None:
        """Nor do they have to be replaced."""

    def close(self, *, now: bool) -> None:
        """End them."""
        self._pool.shutdown(wait=True, cancel_futures=now)

    def _row(self, path: str) -> Row:
        time.sleep(self._seconds)
        return row(path)


def paths(count: int) -> Iterator[str]:
    """The files of a job."""
    return (f"{number:04}.txt" for number in range(count))


def sinks(folder: Path) -> list[Sink]:
    """A file and a data set, gone on with where they are there."""
    return [Lines(folder / "rows.jsonl", RUN, True), DataSet(folder / "data", RUN, ABOUT, True, CHUNK)]


def run(sinks: Sequence[Sink], count: int, seconds: float = 0.0) -> Stream:
    """Do the job, or the rest of it, and close the sinks as a program that isn't killed does."""
    stream = Stream(sinks, lambda tally: None)
    stream.resume()
    workers = Threads(seconds)
    stream.run(paths(count), workers, lambda path: None, lambda path, why: row(path))
    for sink in sinks:
        sink.close()
    workers.close(now=False)
    return stream


if __name__ == "__main__":
    places = sinks(Path(sys.argv[1]))
    print("ready", flush=True)
    run(places, int(sys.argv[2]), 0.002)
