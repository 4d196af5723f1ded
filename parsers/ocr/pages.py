"""The pages of a document that are recognised, one call to the child each, so that each has its own limits."""

from __future__ import annotations

import atexit
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from ..document import Document, Gap, Limits
from ..isolation import Worker
from ..problem import Problem
from .child import scan_page, scan_picture
from .mode import Ocr, OcrMode
from .scan import Scan

_NO_TEXT = frozenset({"doc.pdf_no_text", "doc.pdf_garbled"})
_BROKEN = "doc.pdf_page_broken"
_MEMORY_BYTES = 3_000_000_000
"""Address space: a dense page of A4 was measured to take 2.4 GB of it, of which 1.4 GB are used."""
_SECONDS = 300.0
"""A dense page takes 20 s of processor time, one on its side twice that; the limit counts every thread."""
_MOST_FAILURES = 3
"""After so many pages that couldn't be recognised, or one that broke the limit of time, the rest is left alone."""

_worker = Worker()
atexit.register(_worker.close)


@dataclass(frozen=True, slots=True)
class Recognised:
    """The pages recognised by number, and what kept others from it."""

    scans: dict[int, Scan] = field(default_factory=dict)
    gaps: tuple[Gap, ...] = ()


def recognise_pages(document: Document, data: bytes, limits: Limits, ocr: Ocr) -> Recognised:
    """Recognise the pages of a PDF that want it: all of them, or those whose text layer is missing or garbled."""
    wanted = list(_wanted(document, ocr.mode))
    pages, rest = wanted[: limits.ocr_pages], wanted[limits.ocr_pages :]
    gaps = [Gap("doc.ocr_pages", page, (("limit", str(limits.ocr_pages)),)) for page in rest]
    scans: dict[int, Scan] = {}
    failures = 0
    if not pages:
        return Recognised()
    with ocr.progress(document.path, pages) as shown:
        for page in shown:
            answer = _called(scan_page, (data, page), limits) if failures < _MOST_FAILURES else None
            if isinstance(answer, Scan):
                scans[page] = answer
            elif isinstance(answer, Problem) and answer.key == _BROKEN:
                gaps.append(Gap(_BROKEN, page))
            else:
                # A page that used up its time may have brothers: nobody waits for those, too.
                failures += _MOST_FAILURES if isinstance(answer, Problem) and answer.key == "doc.read_limit" else 1
                gaps.append(Gap("doc.ocr_failed", page))
    return Recognised(scans, tuple(gaps))


def recognise_picture(data: bytes, limits: Limits) -> Scan | Problem:
    """Recognise a picture file."""
    return _called(scan_picture, (data,), limits) or Problem("doc.ocr_picture_failed")


def _wanted(document: Document, mode: OcrMode) -> Iterable[int]:
    if mode is OcrMode.FORCE:
        return range(1, (document.pages or 0) + 1)
    return sorted({gap.page for gap in document.gaps if gap.key in _NO_TEXT and gap.page is not None})


def _called(function: object, arguments: tuple[object, ...], limits: Limits) -> Scan | Problem | None:
    own = replace(
        limits,
        memory_bytes=max(_MEMORY_BYTES, limits.memory_bytes),
        seconds=max(_SECONDS, limits.seconds),
        # It uses all processors at once.
        processor_seconds=None,
    )
    answer = _worker.call(function, (*arguments, own), own)  # type: ignore[arg-type]
    return answer if isinstance(answer, Problem) else Scan.of(answer)
