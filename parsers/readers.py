"""The readers by the format they read, imported by the process that reads: who names one here loads nothing of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from .document import Document, Limits, Media, Unreadable, View

if TYPE_CHECKING:
    from .ocr.scan import Scan

Reader = Callable[..., Document | Unreadable]
"""Takes a path, the bytes behind it, their SHA-256 and limits, and what a format has besides."""


def docx(path: str, data: bytes, sha256: str, limits: Limits, view: View = View.FINAL) -> Document | Unreadable:
    """As `docx.read.read_docx`."""
    from .docx.read import read_docx

    return read_docx(path, data, sha256, limits, view)


def pdf(
    path: str, data: bytes, sha256: str, limits: Limits, scans: Mapping[int, Scan] | None = None
) -> Document | Unreadable:
    """As `pdf.read.read_pdf`."""
    from .pdf.read import read_pdf

    return read_pdf(path, data, sha256, limits, scans)


def html(path: str, data: bytes, sha256: str, limits: Limits) -> Document | Unreadable:
    """As `html.read.read_html`."""
    from .html.read import read_html

    return read_html(path, data, sha256, limits)


def plain(path: str, data: bytes, sha256: str, limits: Limits, media: Media) -> Document | Unreadable:
    """As `plain.read.read_plain`."""
    from .plain.read import read_plain

    return read_plain(path, data, sha256, limits, media)


def reader_of(media: Media) -> Reader:
    """The reader of a PDF, an HTML page, or else a Word file."""
    match media:
        case Media.PDF:
            return pdf
        case Media.HTML:
            return html
        case _:
            return docx


_BY_ENDING = {(".docx", ".docm"): "docx", (".pdf",): "pdf", (".txt", ".md"): "plain", (".html", ".htm"): "html"}
"""What files most often are that end so; what they are is told by what is in them."""


def load(names: Iterable[str]) -> None:
    """Have the readers loaded that files with these names will probably need."""
    endings = {ending for name in names for ending in _BY_ENDING if name.lower().endswith(ending)}
    for ending in endings:
        import_module(f".{_BY_ENDING[ending]}.read", __package__)
