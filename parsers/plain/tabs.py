"""Tables typed with tabs between their cells, as Word saves them in a text file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..document import Kind
from .pieces import Piece, Rows, Words

_LIST_MARK = re.compile(
    r"[(（]?(?:\d{1,3}(?:\.\d{1,3})*|[一二三四五六七八九十]{1,3}|[a-zA-Z]|[ivx]{1,5})[.、)）]?|第.{1,6}[条章节款]|[-*•·]"
)


def with_tab_tables(lines: Iterable[Words]) -> Iterator[Piece]:
    """The lines, blank ones left out, with runs of tabbed lines as tables; other lines, and items, as they are.

    A row of fewer cells is one whose last cell reaches over the rest; what stands before a first tab is indented.
    """
    run: list[Words] = []
    for line in lines:
        if run and line.line != run[-1].line + 1:
            yield from _run(run)
            run = []
        if "\t" in line.text.strip():
            run.append(line)
        else:
            yield from _run(run)
            run = []
            yield line
    yield from _run(run)


def _run(lines: list[Words]) -> Iterator[Piece]:
    rows = [[cell.strip() for cell in line.text.split("\t")] for line in lines]
    width = max(map(len, rows), default=0)
    if sum(len(row) == width for row in rows) < 2 or all(_LIST_MARK.fullmatch(row[0]) for row in rows):
        yield from lines
        return
    yield Rows(
        tuple(tuple(Words(cell, line.line, Kind.CELL) for cell in row) for line, row in zip(lines, rows, strict=True))
    )
