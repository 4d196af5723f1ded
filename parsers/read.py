"""Any file becomes a document: its format is decided by what is in it, never by its name."""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Callable
from pathlib import Path

from .document import Document, Limits, Media, Unreadable
from .isolation import shared_worker
from .plain.decoding import decode
from .problem import Problem, problem

Reader = Callable[[str, bytes, str, Limits], Document | Unreadable]

_PDF = b"%PDF-"
_PDF_WITHIN = 1024
_ZIP = b"PK"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORD_PART = b"word/"
_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")
_MARKDOWN = (".md", ".markdown")
_SNIFFED = 65_536
_CONTROL_SHARE = 0.02
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\v\x1a\x1b")) + b"\x7f"
_OTHERS = (
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7z"),
    (b"%!PS", "PostScript"),
    (b"\x1f\x8b", "gzip"),
)
_MARKUP = ((b"<!doctype html", "HTML"), (b"<html", "HTML"), (b"<?xml", "XML"))


def read_document(path: str | Path, limits: Limits | None = None, isolated: bool = True) -> Document | Unreadable:
    """The document in a file, or what stops it from being read; never an exception for what a file holds.

    `isolated`: DOCX and PDF are parsed in a child process under the limits of memory and time. Only regular files
    are opened; one larger than `limits.file_bytes` isn't.
    """
    limits = limits or Limits()
    name = str(path)
    data = _content(Path(path), limits)
    if isinstance(data, Problem):
        return Unreadable(name, data.key, data.values)
    sha256 = hashlib.sha256(data).hexdigest()
    found = _format(data)
    match found:
        case Problem():
            return found.unreadable(name, sha256)
        case Media.TEXT:
            from .plain.read import read_plain

            media = Media.MARKDOWN if Path(path).suffix.lower() in _MARKDOWN else Media.TEXT
            return read_plain(name, data, sha256, limits, media)
        case _:
            return _parsed(_reader(found), name, data, sha256, limits, isolated)


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


def _format(data: bytes) -> Media | Problem:
    """The format of a file by its content."""
    if data.startswith(_ZIP) and data[2:4] in (b"\x03\x04", b"\x05\x06", b"\x07\x08"):
        return Media.DOCX if _WORD_PART in data else problem("doc.read_format", found="ZIP")
    if data.startswith(_OLE):
        return Problem("doc.ole")
    if _PDF in data[:_PDF_WITHIN]:
        return Media.PDF
    for magic, found in _OTHERS:
        if data.startswith(magic) and (magic != b"BM" or not _is_text(data)):
            return problem("doc.read_format", found=found)
    start = data[:_PDF_WITHIN].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for magic, found in _MARKUP:
        if start.startswith(magic):
            return problem("doc.read_format", found=found)
    if _is_text(data) or not isinstance(decode(data), Problem):
        return Media.TEXT
    return problem("doc.read_format", found="?")


def _is_text(data: bytes) -> bool:
    """Whether bytes may be text of some encoding: hardly any control characters, unless two bytes make a character."""
    sample = data[:_SNIFFED]
    if sample.startswith(_BYTE_ORDER_MARKS):
        return True
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls <= _CONTROL_SHARE * len(sample)


def _reader(media: Media) -> Reader:
    if media is Media.PDF:
        from .pdf.read import read_pdf

        return read_pdf
    from .docx.read import read_docx

    return read_docx


def _parsed(
    reader: Reader, name: str, data: bytes, sha256: str, limits: Limits, isolated: bool
) -> Document | Unreadable:
    if isolated:
        answer = shared_worker().call(reader, (name, data, sha256, limits), limits)
        if isinstance(answer, Document | Unreadable):
            return answer
        failed = answer if isinstance(answer, Problem) else Problem("doc.read_crashed")
        return failed.unreadable(name, sha256)
    try:
        return reader(name, data, sha256, limits)
    except MemoryError:
        return problem("doc.read_memory", limit=limits.memory_bytes // 1_000_000).unreadable(name, sha256)
    except Exception as error:
        # A file must never end the program, whatever a parser makes of it.
        return problem("doc.read_failed", what=type(error).__name__).unreadable(name, sha256)
