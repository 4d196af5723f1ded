"""Many files read ahead in several child processes, given out one by one in their order.

While one document is judged the next ones are read. No more than two documents a child wait to be asked for, so that
memory stays flat however large the folder is.
"""

from __future__ import annotations

import atexit
import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from .document import Document, Limits, Unreadable, View
from .isolation import Worker, shared_worker, use_worker
from .ocr.mode import NO_OCR, Ocr, OcrMode
from .read import read_document

if TYPE_CHECKING:
    from concurrent.futures import Future

_AHEAD = 2
_FILES_WORTH_A_CHILD = 8
"""Starting another child takes as long as reading some files."""
_FOR_OCR = frozenset({"doc.pdf_no_text", "doc.pdf_garbled", "doc.picture", "doc.page_picture", "doc.only_pictures"})

Item = Path | Unreadable
Made = TypeVar("Made")
Next = Callable[[Document], Made | Unreadable]
"""What is made of each document where it was read, on the thread that has the child."""


def read_documents(
    items: Sequence[Item],
    limits: Limits,
    jobs: int | None = None,
    ocr: Ocr = NO_OCR,
    view: View = View.FINAL,
) -> Iterator[Document | Unreadable]:
    """The documents in files, in order; what is `Unreadable` already stays in its place.

    `jobs` is how many files are read at once, all processors by default; a few files aren't worth more than one. Text
    recognition has a child of its own and a progress bar, so that files that need it are read on this thread.
    """
    return read_each(items, limits, lambda document: document, jobs, ocr, view)


def read_each(
    items: Sequence[Item],
    limits: Limits,
    then: Next[Made],
    jobs: int | None = None,
    ocr: Ocr = NO_OCR,
    view: View = View.FINAL,
) -> Iterator[Made | Unreadable]:
    """What `then` makes of each document, in the order of the files; as `read_documents` reads them."""
    files = sum(isinstance(item, Path) for item in items)
    jobs = max(1, min(jobs or os.cpu_count() or 1, files // _FILES_WORTH_A_CHILD))
    if files < 2 or (ocr.works and ocr.mode is OcrMode.FORCE):
        for item in items:
            yield _made(_one(item, limits, ocr, view), then)
        return

    def job(item: Item) -> Made | Unreadable | None:
        read = _one(item, limits, NO_OCR, view)
        return None if wants_ocr(read, ocr) else _made(read, then)

    for item, made in zip(items, _ahead(items, job, jobs), strict=True):
        yield _made(_one(item, limits, ocr, view), then) if made is None else made


def _made(read: Document | Unreadable, then: Next[Made]) -> Made | Unreadable:
    return read if isinstance(read, Unreadable) else then(read)


def _one(item: Item, limits: Limits, ocr: Ocr, view: View) -> Document | Unreadable:
    return item if isinstance(item, Unreadable) else read_document(item, limits, ocr=ocr, view=view)


def wants_ocr(read: Document | Unreadable, ocr: Ocr) -> bool:
    """Whether what was read without text recognition is to be read with it."""
    if not ocr.works:
        return False
    if isinstance(read, Unreadable):
        return read.key in _FOR_OCR
    return any(gap.key in _FOR_OCR or dict(gap.values).get("key") in _FOR_OCR for gap in read.gaps)


_spare: list[Worker] = []
"""Further children, warm from the last folder: to start one takes as long as reading dozens of files."""


def _spare_worker() -> Worker:
    try:
        return _spare.pop()
    except IndexError:
        return Worker()


@atexit.register
def _close_spare() -> None:
    while _spare:
        _spare.pop().close()


def _ahead(items: Sequence[Item], job: Callable[[Item], Made], jobs: int) -> Iterator[Made]:
    # Brought in by many files only: one file is what most runs have.
    from concurrent.futures import ThreadPoolExecutor
    from queue import SimpleQueue

    workers = [shared_worker(), *(_spare_worker() for _ in range(jobs - 1))]
    free: SimpleQueue[Worker] = SimpleQueue()
    for worker in workers:
        free.put(worker)
    pool = ThreadPoolExecutor(jobs, "presign-read", lambda: use_worker(free.get()))
    waiting: deque[Future[Made]] = deque()
    done = False
    try:
        for item in items:
            waiting.append(pool.submit(job, item))
            if len(waiting) > jobs * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
        done = True
    finally:
        for future in waiting:
            future.cancel()
        # Somebody who stops early, by Ctrl-C or because he has seen enough, doesn't wait for the slowest file.
        for worker in () if done else workers:
            worker.abort()
        pool.shutdown(wait=True)
        if done:
            _spare.extend(workers[1:])
        else:
            for worker in workers[1:]:
                worker.close()
