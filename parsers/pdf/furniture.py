"""Running heads, running feet and page numbers: lines at the edge of a page that come back page after page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .lines import Line

_EDGE = 0.14
"""Part of the page's height at its top and bottom where furniture stands."""
_MOST_LINES = 3
_SAME_HEIGHT = 6.0
_LEAST_LAID, _LAID_SHARE = 3, 0.6
_NUMBER = r"[\d一二三四五六七八九十]+"
_PART = re.compile(
    r"附[ ]*[件表录图]|第[ ]*[\d一二三四五六七八九十]+[ ]*[条章节部]"
    r"|(?:article|section|clause|schedule|appendix|annex|exhibit|part)[ ]+[\divxa-z]",
    re.IGNORECASE,
)
"""The name of a part of the document: with another number it is another part, not the same running head."""
_COUNTS_PAGES = re.compile(r"页|\bpage\b|\d[ ]*/[ ]*\d", re.IGNORECASE)
_PAGE_NUMBER = re.compile(
    rf"第?[ ]*{_NUMBER}[ ]*页(?:[ ]*[,，/]?[ ]*[(（]?[ ]*共[ ]*{_NUMBER}[ ]*页[ ]*[)）]?)?"
    r"|共[ ]*\d+[ ]*页[ ]*[,，]?[ ]*第[ ]*\d+[ ]*页"
    r"|[-—–·~ ]*\d{1,4}[-—–·~ ]*|\d{1,4}[ ]*(?:/|of)[ ]*\d{1,4}|(?:page|p\.)[ ]*\d{1,4}(?:[ ]*(?:/|of)[ ]*\d{1,4})?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the search for furniture needs of a page: its height and its lines of text outside tables."""

    height: float
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Furniture:
    """The lines of furniture by page (from 0), as `id(line)`; `first` are the ones not seen on an earlier page.

    The first running head says what stands on every page, often the contract's number: it is read like a header.
    """

    repeated: frozenset[int]
    first_heads: frozenset[int]
    first_feet: frozenset[int]


def find_furniture(sheets: Sequence[Sheet]) -> Furniture:
    """Lines that stand at the edge of several pages at the same height with the same words, and page numbers."""
    groups: dict[tuple[bool, str], list[tuple[int, Line]]] = defaultdict(list)
    for page, sheet in enumerate(sheets):
        for at_top, line in _edge_lines(sheet):
            groups[at_top, _key(line.text)].append((page, line))
    repeated: set[int] = set()
    heads: set[int] = set()
    feet: set[int] = set()
    for (at_top, _), everywhere in groups.items():
        is_number = _PAGE_NUMBER.fullmatch(everywhere[0][1].text.strip()) is not None
        members = everywhere if is_number else _at_one_height(everywhere)
        if not is_number and not _comes_back(members, len(sheets)):
            continue
        if is_number and len(sheets) > 1 and len(members) == 1 and not _is_own_number(*members[0]):
            continue
        keep = None if is_number else members[0][1]
        for _, line in members:
            if line is keep:
                (heads if at_top else feet).add(id(line))
            else:
                repeated.add(id(line))
    for first, *others in _laid_over(sheets):
        heads.add(id(first))
        repeated.update(map(id, others))
    return Furniture(frozenset(repeated), frozenset(heads), frozenset(feet))


def _edge_lines(sheet: Sheet) -> Iterator[tuple[bool, Line]]:
    ordered = sorted(sheet.lines, key=lambda line: line.baseline)
    for line in ordered[:_MOST_LINES]:
        if line.box[3] <= _EDGE * sheet.height:
            yield True, line
    for line in ordered[-_MOST_LINES:]:
        if line.box[1] >= (1 - _EDGE) * sheet.height:
            yield False, line


def _laid_over(sheets: Sequence[Sheet]) -> Iterator[list[Line]]:
    """Lines away from the edges that most pages have at one place with the same words: a watermark or a stamp."""
    groups: dict[str, list[tuple[int, Line]]] = defaultdict(list)
    for page, sheet in enumerate(sheets):
        edges = {id(line) for _, line in _edge_lines(sheet)}
        for line in sheet.lines:
            if id(line) not in edges and any(sign.isalpha() for sign in line.text):
                groups[line.text].append((page, line))
    for everywhere in groups.values():
        if len(everywhere) < _LEAST_LAID:
            continue
        members = _at_one_height(everywhere)
        lefts = sorted(line.box[0] for _, line in members)
        beneath = [(page, line) for page, line in members if abs(line.box[0] - lefts[len(lefts) // 2]) <= _SAME_HEIGHT]
        if len({page for page, _ in beneath}) >= max(_LEAST_LAID, _LAID_SHARE * len(sheets)):
            yield [line for _, line in beneath]


def _at_one_height(members: Sequence[tuple[int, Line]]) -> list[tuple[int, Line]]:
    heights = sorted(line.baseline for _, line in members)
    usual = heights[len(heights) // 2]
    return [(page, line) for page, line in members if abs(line.baseline - usual) <= _SAME_HEIGHT]


def _comes_back(members: Sequence[tuple[int, Line]], pages: int) -> bool:
    on_pages = {page for page, _ in members}
    return len(on_pages) >= (2 if pages < 4 else 3) and len(on_pages) >= 0.25 * pages


def _is_own_number(page: int, line: Line) -> bool:
    digits = re.search(r"\d+", line.text)
    return digits is None or int(digits[0]) == page + 1 or "页" in line.text or "age" in line.text


def _key(text: str) -> str:
    if _PART.match(text.strip()) and not _COUNTS_PAGES.search(text):
        return re.sub(r"\s+", "", text).lower()
    return re.sub(r"\d+", "#", re.sub(r"\s+", "", text)).lower()
