"""Many files read ahead in several child processes, given out one by one in their order.

While one document is judged the next ones are read. No more than two documents a child wait to be asked for, so that
memory stays flat however large the folder is.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue

from .document import Document, Limits, Unreadable, View
from .isolation import Worker, shared_worker, use_worker
from .ocr.mode import NO_OCR, Ocr, OcrMode
from .read import read_document

_AHEAD = 2
_FILES_WORTH_A_CHILD = 8
"""Starting another child takes as long as reading some files."""
_FOR_OCR = frozenset({"doc.pdf_no_text", "doc.pdf_garbled", "doc.picture"})

Item = Path | Unreadable


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
    files = sum(isinstance(item, Path) for item in items)
    jobs = max(1, min(jobs or os.cpu_count() or 1, files // _FILES_WORTH_A_CHILD))
    if files < 2 or (ocr.works and ocr.mode is OcrMode.FORCE):
        for item in items:
            yield item if isinstance(item, Unreadable) else read_document(item, limits, ocr=ocr, view=view)
        return
    for item, read in zip(items, _read_ahead(items, limits, jobs, view), strict=True):
        if isinstance(item, Path) and ocr.works and _wants_ocr(read):
            yield read_document(item, limits, ocr=ocr, view=view)
        else:
            yield read


def _read_ahead(items: Sequence[Item], limits: Limits, jobs: int, view: View) -> Iterator[Document | Unreadable]:
    workers = [shared_worker(), *(Worker() for _ in range(jobs - 1))]
    free: SimpleQueue[Worker] = SimpleQueue()
    for worker in workers:
        free.put(worker)
    pool = ThreadPoolExecutor(jobs, "presign-read", lambda: use_worker(free.get()))
    waiting: deque[Future[Document | Unreadable]] = deque()
    done = False
    try:
        for item in items:
            waiting.append(pool.submit(_one, item, limits, view))
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
        for worker in workers[1:]:
            worker.close()


def _one(item: Item, limits: Limits, view: View) -> Document | Unreadable:
    return item if isinstance(item, Unreadable) else read_document(item, limits, view=view)


def _wants_ocr(read: Document | Unreadable) -> bool:
    if isinstance(read, Unreadable):
        return read.key in _FOR_OCR
    return any(gap.key in _FOR_OCR or dict(gap.values).get("key") in _FOR_OCR for gap in read.gaps)
