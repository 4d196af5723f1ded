"""The bookmarks of a PDF: titles with their pages, which name its headings."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pypdfium2.raw as pdfium

from ..document import Block, Kind
from . import native

_MOST = 2_000
_DEEPEST = 12
_LONGEST = 400
"""Bytes of a title; longer ones name no heading."""


def bookmarks(document: Any) -> frozenset[tuple[int, str]]:
    """Page (from 1) and title, without blanks, of each bookmark; those that lead nowhere are left out."""
    found: set[tuple[int, str]] = set()
    seen: set[int] = set()
    waiting = [(pdfium.FPDFBookmark_GetFirstChild(document, None), 0)]
    while waiting and len(seen) < _MOST:
        mark, depth = waiting.pop()
        if not mark or native.address(mark) in seen:
            continue
        seen.add(native.address(mark))
        waiting.append((pdfium.FPDFBookmark_GetNextSibling(document, mark), depth))
        if depth < _DEEPEST:
            waiting.append((pdfium.FPDFBookmark_GetFirstChild(document, mark), depth + 1))
        goal = pdfium.FPDFBookmark_GetDest(document, mark)
        page = pdfium.FPDFDest_GetDestPageIndex(document, goal) if goal else -1
        title = _bare(_title(mark))
        if page >= 0 and title:
            found.add((page + 1, title))
    return frozenset(found)


def with_headings(blocks: Iterable[Block], marks: frozenset[tuple[int, str]]) -> tuple[Block, ...]:
    """The blocks, paragraphs that a bookmark of their page has for its title made headings."""
    if not marks:
        return tuple(blocks)
    return tuple(
        replace(block, kind=Kind.HEADING)
        if block.kind is Kind.PARAGRAPH and not block.hidden and (block.location.page or 0, _bare(block.text)) in marks
        else block
        for block in blocks
    )


def _bare(text: str) -> str:
    return "".join(text.split())


def _title(mark: Any) -> str:
    size = pdfium.FPDFBookmark_GetTitle(mark, None, 0)
    if not 2 < size <= _LONGEST:
        return ""
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFBookmark_GetTitle(mark, buffer, size)
    return buffer.raw[:size].decode("utf-16-le", "replace").rstrip("\0")
