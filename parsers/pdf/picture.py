"""A picture file becomes a document of one page, as text recognition read it."""

from __future__ import annotations

from ..document import Document, Media
from ..language import language_of
from ..ocr.scan import Scan
from .blocks import build
from .geometry import Frame
from .page import Page
from .scans import scan_gap, scanned_page, with_confidence


def read_picture(path: str, sha256: str, scan: Scan) -> Document:
    """The document in a picture of a page; what couldn't be read of it is a gap."""
    width, height = scan.size
    if scan.quarters % 2:
        width, height = height, width
    page = scanned_page(Page(1, Frame(0.0, 0.0, width, height), picture=True), scan)
    blocks, tables = build([page])
    blocks = with_confidence(blocks, [page], {1: scan})
    return Document(path, sha256, Media.PICTURE, blocks, tables, language_of(blocks), 1, tuple(scan_gap(page, scan)))
