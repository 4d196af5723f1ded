"""Tables of box-drawing characters with merged cells: the columns are where the bars stand on the screen."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from .cell_lines import CellLines
from .display import width
from .pieces import Grid, Placed, Words

_BARS = frozenset("│┃║")
_JOINTS = frozenset("┌┍┎┏┐┑┒┓└┕┖┗┘┙┚┛├┝┞┟┠┡┢┣┤┥┦┧┨┩┪┫┬┯┰┳┴┷┸┻┼┿╂╋╔╗╚╝╠╣╦╩╬")
_RULE = re.compile(r"[─━═┄┈╌]")
_BLANK_OR_RULE = re.compile(r"[\s─━═┄┈╌]*")


@dataclass(slots=True)
class _Segment:
    """What stands between two bars or joints of a line."""

    start: int
    end: int
    text: str

    @property
    def is_rule(self) -> bool:
        """Whether it is a piece of a border."""
        return _RULE.search(self.text) is not None and _BLANK_OR_RULE.fullmatch(self.text) is not None


@dataclass(slots=True)
class _Cell:
    row: int
    first: int
    last: int
    line: int
    text: CellLines = field(default_factory=CellLines)
    rows: int = 1


def merged_grid(lines: Sequence[Words]) -> Grid | None:
    """The cells of a drawn table that has merged ones; None for a table without them, or with bars out of line."""
    cut = _aligned(lines)
    if cut is None:
        return None
    edges = sorted({segment.start for segments in cut for segment in segments} | {cut[0][-1].end})
    cells: list[_Cell] = []
    open_cells: dict[int, _Cell] = {}
    row = 0
    fresh = True
    for line, segments in zip(lines, cut, strict=True):
        rules = [segment for segment in segments if segment.is_rule]
        if rules:
            open_cells = _under(segments, edges, open_cells)
            fresh = True
            if len(rules) == len(segments):
                continue
        if fresh:
            row += 1
            fresh = False
            for cell in open_cells.values():
                cell.rows += 1
        for segment in segments:
            if not segment.is_rule:
                _put(segment, edges, open_cells, cells, row, line.line)
    if not any(cell.rows > 1 or cell.last > cell.first for cell in cells):
        return None
    return Grid(tuple(_placed(cells)))


def _under(segments: Sequence[_Segment], edges: Sequence[int], open_cells: dict[int, _Cell]) -> dict[int, _Cell]:
    """The cells that go on below a line with rules: those it leaves open."""
    closed = {at for each in segments if each.is_rule for at in _columns(each, edges)}
    return {first: cell for first, cell in open_cells.items() if first not in closed}


def _put(
    segment: _Segment, edges: Sequence[int], open_cells: dict[int, _Cell], cells: list[_Cell], row: int, line: int
) -> None:
    columns = _columns(segment, edges)
    cell = open_cells.get(columns[0])
    if cell is None or cell.last != columns[-1]:
        cell = _Cell(row, columns[0], columns[-1], line)
        open_cells[columns[0]] = cell
        cells.append(cell)
    cell.text.add(segment.text)


def _placed(cells: Sequence[_Cell]) -> Iterator[Placed]:
    for cell in sorted(cells, key=lambda cell: (cell.row, cell.first)):
        words = Words(str(cell.text), cell.line)
        yield Placed(words, cell.row, cell.first + 1, cell.rows, cell.last - cell.first + 1)


def _columns(segment: _Segment, edges: Sequence[int]) -> range:
    return range(bisect_left(edges, segment.start), bisect_left(edges, segment.end))


def _aligned(lines: Sequence[Words]) -> list[list[_Segment]] | None:
    """Each line cut at its bars, all of them in line; None when they aren't.

    Lines and bars of a box are one place wide in some fonts and two in Chinese ones: the width in which everything
    stands in line is the right one.
    """
    for wide in (False, True):
        cut = [_segments(line.text, wide) for line in lines]
        outer = {(segments[0].start, segments[-1].end) if segments else (-1, -1) for segments in cut}
        ruled = {segment.start for segments in cut if all(each.is_rule for each in segments) for segment in segments}
        bars = {segment.start for segments in cut for segment in segments}
        if len(outer) == 1 and (-1, -1) not in outer and bars <= ruled | _partial(cut):
            return cut
    return None


def _partial(cut: Sequence[Sequence[_Segment]]) -> set[int]:
    """Where bars begin in lines that are a border in part."""
    return {segment.start for segments in cut if any(each.is_rule for each in segments) for segment in segments}


def _segments(text: str, wide: bool) -> list[_Segment]:
    """The pieces between bars; none when the text doesn't begin and end with one."""
    found: list[_Segment] = []
    at, begun, start = 0, -1, -1
    for index, character in enumerate(text):
        is_bar = character in _BARS or character in _JOINTS
        if is_bar:
            if begun >= 0:
                found.append(_Segment(start, at, text[begun:index]))
            elif text[:index].strip():
                return []
            begun, start = index + 1, at
        drawn = is_bar or _RULE.match(character) is not None
        at += (2 if wide else 1) if drawn else width(character)
    return [] if begun < 0 or text[begun:].strip() else found
