"""Any file becomes a document: its format is decided by what is in it, never by its name."""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from . import readers
from .document import Document, Gap, Limits, Media, Unreadable, View
from .formats import format_of, suffix_of
from .isolation import shared_worker
from .joined import join
from .ocr.mode import NO_OCR, Ocr
from .ocr.wanted import wants_pictures
from .problem import Problem, problem

_MARKDOWN = (".md", ".markdown")
_DEEPEST = 2
"""Archives and mails inside one another."""


def read_document(
    path: str | Path,
    limits: Limits | None = None,
    isolated: bool = True,
    ocr: Ocr = NO_OCR,
    view: View = View.FINAL,
) -> Document | Unreadable:
    """The document in a file, or what stops it from being read; never an exception for what a file holds.

    `isolated`: it is parsed in a child process under the limits of memory and time. Only regular files
    are opened; one larger than `limits.file_bytes` isn't. `ocr`: what text recognition reads; it is always isolated.
    `view`: which reading of a Word document with tracked changes.
    """
    limits = limits or Limits()
    data = _content(Path(path), limits)
    if isinstance(data, Problem):
        return Unreadable(str(path), data.key, data.values)
    return _read(str(path), data, limits, isolated, 0, ocr, view)


def read_content(name: str, data: bytes, limits: Limits, ocr: Ocr = NO_OCR) -> Document | Unreadable:
    """The document in the bytes of a file that lies elsewhere, read in a child process; `name` is where."""
    if len(data) > limits.file_bytes:
        return problem("doc.read_too_large", bytes=len(data), limit=limits.file_bytes).unreadable(name, "")
    if not data:
        return Problem("doc.read_empty_file").unreadable(name, hashlib.sha256(data).hexdigest())
    return _read(name, data, limits, True, 0, ocr, View.FINAL)


def _content(path: Path, limits: Limits) -> bytes | Problem:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return Problem("doc.read_not_a_file")
        if status.st_size > limits.file_bytes:
            return problem("doc.read_too_large", bytes=status.st_size, limit=limits.file_bytes)
        with path.open("rb") as file:
            data = file.read(limits.file_bytes + 1)
    except FileNotFoundError:
        return Problem("doc.read_missing")
    except PermissionError:
        return Problem("doc.read_permission")
    except (OSError, ValueError) as error:
        return problem("doc.read_system", what=getattr(error, "strerror", None) or str(error))
    if len(data) > limits.file_bytes:
        return problem("doc.read_too_large", bytes=len(data), limit=limits.file_bytes)
    return data if data else Problem("doc.read_empty_file")


def _read(
    name: str, data: bytes, limits: Limits, isolated: bool, depth: int, ocr: Ocr, view: View
) -> Document | Unreadable:
    sha256 = hashlib.sha256(data).hexdigest()
    found = format_of(data) if data else Problem("doc.read_empty_file")
    match found:
        case Problem():
            return found.unreadable(name, sha256)
        case Media.TEXT:
            return _text(name, data, sha256, limits, isolated)
        case Media.ARCHIVE | Media.MAIL:
            return _carried(name, data, sha256, found, limits, isolated, depth, ocr, view)
        case Media.LEGACY:
            return _legacy(name, data, sha256, limits, isolated, ocr, view)
        case Media.PICTURE:
            return _picture(name, data, sha256, limits, isolated, ocr)
        case _:
            readings = (view,) if found is Media.DOCX else ()
            answer = _called(readers.reader_of(found), (name, data, sha256, limits, *readings), limits, isolated)
            if isinstance(answer, Document) and answer.media is Media.PDF and ocr.works:
                answer = _recognised(answer, data, limits, isolated, ocr)
            if not isinstance(answer, Document | Unreadable):
                return _failed(answer).unreadable(name, sha256)
            return _with_pictures(answer, data, limits, isolated, ocr, view) if found is Media.DOCX else answer


def _text(name: str, data: bytes, sha256: str, limits: Limits, isolated: bool) -> Document | Unreadable:
    media = Media.MARKDOWN if Path(name).suffix.lower() in _MARKDOWN else Media.TEXT
    answer = _called(readers.plain, (name, data, sha256, limits, media), limits, isolated)
    return answer if isinstance(answer, Document | Unreadable) else _failed(answer).unreadable(name, sha256)


def _carried(
    name: str, data: bytes, sha256: str, media: Media, limits: Limits, isolated: bool, depth: int, ocr: Ocr, view: View
) -> Document | Unreadable:
    """A contract with its annexes in one file."""
    if depth >= _DEEPEST:
        return problem("doc.bundle_depth", limit=_DEEPEST).unreadable(name, sha256)
    from .bundle import carried_by_archive, carried_by_mail

    opener = carried_by_archive if media is Media.ARCHIVE else carried_by_mail
    parts = _called(opener, (data, limits), limits, isolated)
    if not isinstance(parts, list):
        return _failed(parts).unreadable(name, sha256)
    read = [(part, _read(part, content, limits, isolated, depth + 1, ocr, view)) for part, content in parts]
    joined = join(name, sha256, media, read)
    if joined is not None:
        return joined
    first = next(each for _, each in read if isinstance(each, Unreadable))
    return Unreadable(name, first.key, first.values, sha256)


def _legacy(
    name: str, data: bytes, sha256: str, limits: Limits, isolated: bool, ocr: Ocr, view: View
) -> Document | Unreadable:
    from .legacy import converted, is_encrypted

    if is_encrypted(data):
        return Problem("doc.password").unreadable(name, sha256)
    made = converted(data, suffix_of(data), limits)
    if isinstance(made, Problem):
        return made.unreadable(name, sha256)
    answer = _called(readers.reader_of(Media.DOCX), (name, made, sha256, limits, view), limits, isolated)
    if not isinstance(answer, Document | Unreadable):
        return _failed(answer).unreadable(name, sha256)
    return _with_pictures(answer, made, limits, isolated, ocr, view)


def _with_pictures(
    answer: Document | Unreadable, data: bytes, limits: Limits, isolated: bool, ocr: Ocr, view: View
) -> Document | Unreadable:
    """A Word file with the words of the scans pasted into it, when they are to be recognised."""
    if not wants_pictures(answer) or not ocr.works:
        return answer
    # It brings the whole room of PDF with it, and few contracts in Word have pages that are pictures.
    from .ocr.pasted import with_pictures

    return with_pictures(
        answer, data, limits, ocr, view, lambda reader, given: _called(reader, given, limits, isolated)
    )


def _picture(name: str, data: bytes, sha256: str, limits: Limits, isolated: bool, ocr: Ocr) -> Document | Unreadable:
    """A photo of a contract's page."""
    if not ocr.works:
        return Problem("doc.picture").unreadable(name, sha256)
    from .ocr.pages import recognise_picture
    from .pdf.picture import read_picture

    with ocr.progress(name, [1]) as shown:
        scan = [recognise_picture(data, limits) for _ in shown][-1]
    if isinstance(scan, Problem):
        return scan.unreadable(name, sha256)
    answer = _called(read_picture, (name, sha256, scan), limits, isolated)
    return answer if isinstance(answer, Document | Unreadable) else _failed(answer).unreadable(name, sha256)


def _recognised(document: Document, data: bytes, limits: Limits, isolated: bool, ocr: Ocr) -> Any:
    """A PDF read once more, with what text recognition saw on its pages."""
    from .ocr.pages import recognise_pages

    recognised = recognise_pages(document, data, limits, ocr)
    if not recognised.scans:
        return _with_gaps(document, recognised.gaps)
    answer = _called(readers.pdf, (document.path, data, document.sha256, limits, recognised.scans), limits, isolated)
    return _with_gaps(answer, recognised.gaps) if isinstance(answer, Document) else answer


def _with_gaps(document: Document, more: tuple[Gap, ...]) -> Document:
    """The document with further gaps; one that says more of a page than it had stands for the page's own."""
    pages = {gap.page for gap in more}
    kept = [gap for gap in document.gaps if gap.page is None or gap.page not in pages]
    return replace(document, gaps=tuple(sorted((*kept, *more), key=lambda gap: gap.page or 0)))


def _called(function: Callable[..., Any], arguments: tuple[Any, ...], limits: Limits, isolated: bool) -> Any:
    """What a reader answers; a problem when it fails, runs out of memory or time, or crashes."""
    if isolated:
        return shared_worker().call(function, arguments, limits)
    try:
        return function(*arguments)
    except MemoryError:
        return problem("doc.read_memory", limit=limits.memory_bytes // 1_000_000)
    except Exception as error:
        # A file must never end the program, whatever a parser makes of it.
        return problem("doc.read_failed", what=type(error).__name__)


def _failed(answer: object) -> Problem:
    return answer if isinstance(answer, Problem) else Problem("doc.read_crashed")
