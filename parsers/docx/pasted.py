"""Scans pasted into a Word file: the pictures that hold a page, each with the place it stands at."""

from __future__ import annotations

from pathlib import PurePosixPath

from ..document import Limits, View
from ..picture_size import may_be_page
from ..problem import Problem
from .flat import packed
from .package import Package, open_package
from .walk import Walk

_MOST_BYTES = 300_000_000
"""Of all pictures of a file together."""

Pasted = tuple[int, str, bytes]
"""The index of the block a picture stands before, its name, its bytes."""


def pasted_pictures(data: bytes, limits: Limits, view: View = View.FINAL) -> list[Pasted] | Problem:
    """The pictures as large as a page in a DOCX file, in order; of one without words, all that may be a page."""
    content = packed(data, limits) if data.lstrip(b"\xef\xbb\xbf").startswith(b"<") else data
    package = content if isinstance(content, Problem) else open_package(content, limits)
    if isinstance(package, Problem):
        return package
    walk = Walk(package, view)
    walk.body()
    wordless = not any(block.text.strip() for block in walk.blocks)
    found: list[Pasted] = []
    left = _MOST_BYTES
    for at, relationship, is_page in walk.scans:
        picture = _picture(package, relationship) if is_page or wordless else None
        if picture is None or not may_be_page(picture[1]) or len(picture[1]) > left:
            continue
        left -= len(picture[1])
        found.append((at, *picture))
    return found


def _picture(package: Package, relationship: str) -> tuple[str, bytes] | None:
    name = package.pictures.get(relationship)
    data = package.archive.read(name) if name is not None and package.archive is not None else None
    return (PurePosixPath(name).name, data) if name is not None and isinstance(data, bytes) else None
