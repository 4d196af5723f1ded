"""What a worker does: one file becomes one row, whatever is in the file.

A worker reads files in a limited child process of its own (`parsers.isolation`), one for each of its threads: a hostile
file may stop the child, and the next file gets a new one. Local workers end when the program that started them does, by
whatever way, and leave Ctrl-C to it.
"""

from __future__ import annotations

import os
import signal
import threading
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from multiprocessing.connection import Connection
from pathlib import Path

from ..checker.fact_reading import facts_apart
from ..checker.reading import Reads, reads_of
from ..checker.run import Prepared, report_on
from ..parsers.document import Document, Limits, Unreadable
from ..parsers.isolation import Worker, use_worker
from ..parsers.ocr.mode import Ocr
from ..parsers.problem import problem
from ..parsers.read import read_content, read_document
from .job import Job, prepared_for, unpacked_job
from .places import is_remote
from .results import keep
from .row import Row, row_of, row_of_unreadable

_PATIENCE = 4.0
"""So many times the limit of time a file may take by the clock, where many are checked at once on a busy machine."""
_of_thread = threading.local()
_job: bytes = b""


def begin(job: str, lifeline: Connection) -> None:
    """In a new local worker: takes the job from its file, and ends with the program that holds the line's other end."""
    global _job
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(lifeline, job), daemon=True).start()
    _job = Path(job).read_bytes()


def _end_with(lifeline: Connection, job: str) -> None:
    with suppress(EOFError, OSError):
        lifeline.recv_bytes()
    # A program that was killed can't do it.
    with suppress(OSError):
        Path(job).unlink()
    os._exit(1)


def check_here(path: str) -> Row:
    """In a local worker: the row of a file."""
    return check(_job, path)


def check(job: bytes, path: str) -> Row:
    """The row of a file or address under a job."""
    ready = _ready(job)
    request, day = ready.job.request, str(ready.job.request.today)
    if not hasattr(_of_thread, "worker"):
        _of_thread.worker = Worker()
        use_worker(_of_thread.worker)
    document = _document(path, ready.limits, request.ocr)
    if isinstance(document, Unreadable):
        return row_of_unreadable(document, ready.job.language, day)
    book = facts_apart(document, ready.reads, ready.limits)
    if isinstance(book, Unreadable):
        return row_of_unreadable(book, ready.job.language, day)
    row = row_of(report_on(document, book, ready.prepared, request), ready.job.program, ready.job.language, day)
    if ready.job.cached:
        keep(ready.job, row)
    return row


def by_processor_time(limits: Limits) -> Limits:
    """The limit of time as one of processor time: what a file costs hangs on it, not on what else the machine does.

    The clock only ends what waits for something that never comes.
    """
    processor = limits.seconds if limits.processor_seconds is None else limits.processor_seconds
    return replace(limits, seconds=limits.seconds * _PATIENCE, processor_seconds=processor)


def _document(path: str, limits: Limits, ocr: Ocr) -> Document | Unreadable:
    if not is_remote(path):
        return read_document(path, limits, ocr=ocr)
    from .remote import content

    data = content(path, limits)
    return data if isinstance(data, Unreadable) else read_content(path, data, limits, ocr)


def crashed(path: str, job: Job) -> Row:
    """The row of a file whose worker was lost again and again."""
    lost = problem("doc.read_lost").unreadable(path, "")
    return row_of_unreadable(lost, job.language, str(job.request.today))


class _Ready:
    """A job made to run in this process."""

    def __init__(self, data: bytes) -> None:
        self.job: Job = unpacked_job(data)
        self.prepared: Prepared = prepared_for(self.job)
        self.reads: Reads = reads_of(self.job.program)
        self.limits: Limits = by_processor_time(self.job.request.limits)


_lock = threading.Lock()
_made = lru_cache(maxsize=2)(_Ready)


def _ready(data: bytes) -> _Ready:
    with _lock:
        return _made(data)
