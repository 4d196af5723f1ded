"""The only file of a run, read while this process loads what the contract will be judged with."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from threading import Thread

from ..parsers.discover import find_documents
from ..parsers.document import Document, Limits, Unreadable
from ..parsers.isolation import Worker, shared_worker, use_worker
from ..parsers.ocr.mode import Ocr, OcrMode
from ..parsers.pool import wants_ocr
from ..parsers.read import read_document


class Ahead:
    """A file that is being read, in the child this thread uses."""

    def __init__(self, path: Path, limits: Limits, ocr: Ocr) -> None:
        self._path, self._limits, self._ocr = path, limits, ocr
        self._found: list[Document | Unreadable] = []
        self._failed: list[BaseException] = []
        self._thread = Thread(target=self._read, args=(shared_worker(),), daemon=True)
        self._thread.start()

    def _read(self, worker: Worker) -> None:
        use_worker(worker)
        try:
            self._found.append(read_document(self._path, self._limits))
        except BaseException as error:
            self._failed.append(error)

    def result(self) -> Document | Unreadable:
        """The document, waited for; an error is raised where it is asked for."""
        self._thread.join()
        if self._failed:
            raise self._failed[0]
        read = self._found[0]
        # Text recognition shows how far it is: it belongs to the thread the user sees.
        return read_document(self._path, self._limits, ocr=self._ocr) if wants_ocr(read, self._ocr) else read


def read_ahead(paths: Sequence[str], limits: Limits, ocr: Ocr) -> Ahead | None:
    """Begin to read what the paths mean when that is one file; None for anything else, and where all is recognised."""
    if len(paths) != 1 or ocr.mode is OcrMode.FORCE or Path(paths[0]).is_dir():
        return None
    items = find_documents(paths)
    return Ahead(items[0], limits, ocr) if len(items) == 1 and isinstance(items[0], Path) else None
