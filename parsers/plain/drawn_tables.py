"""Tables drawn or typed with characters (│ ┌ ─, | + -), cut into cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from .cell_lines import CellLines
from .drawn_grid import merged_grid
from .pieces import Piece, Rows, Words

_BAR = re.compile("[│┃║|]")
_DRAWN_BAR = re.compile("[│┃║]")
_BORDER = re.compile(r"[\s:─━═┄┈\-+┌┍┎┏┐┑┒┓└┕┖┗┘┙┚┛├┝┞┟┠┡┢┣┤┥┦┧┨┩┪┫┬┯┰┳┴┷┸┻┼┿╂╋╔╗╚╝╠╣╦╩╬│┃║|]+")
_LINE_ART = re.compile("[─━═]")
_EDGE = "┌┍┎┏└┕┖┗├┝┞┟┠┡┢┣╔╚╠"


@dataclass(slots=True)
class _Cell:
    line: int
    text: CellLines = field(default_factory=CellLines)


def with_drawn_tables(lines: list[Words]) -> Iterator[Piece]:
    """The lines with tables of box-drawing characters (│ ┌ ─) cut into cells; other lines as they are."""
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and _is_drawn(lines[end].text):
            end += 1
        block = lines[at:end]
        if len(block) > 1 and any(_BAR.search(line.text) for line in block):
            grid = merged_grid([line for line in block if line.text.strip()])
            yield from _cut(block) if grid is None else (grid,)
            at = end
        else:
            yield lines[at]
            at += 1


def _is_drawn(text: str) -> bool:
    return _DRAWN_BAR.search(text) is not None or _is_typed_row(text.strip()) or _is_border(text)


def _is_typed_row(text: str) -> bool:
    return text.startswith("|") and text.endswith("|") and text.count("|") >= 3


def _is_border(text: str) -> bool:
    ruled = _LINE_ART.search(text) is not None or ("--" in text and text.strip()[0] in "+|")
    return ruled and _BORDER.fullmatch(text) is not None


def _cut(block: list[Words]) -> Iterator[Piece]:
    boxed = True
    rows: list[list[_Cell]] = []
    open_row: list[_Cell] | None = None
    for line in block:
        text = line.text.strip()
        if _is_border(text):
            boxed = text[0] in _EDGE or text[0] in "+|│┃║"
            open_row = None
            continue
        fields = _fields(text, boxed or text[0] == "|")
        if open_row is None or len(open_row) != len(fields) or not _DRAWN_BAR.search(text):
            open_row = [_Cell(line.line) for _ in fields]
            rows.append(open_row)
        # Lines between two drawn rules are one row: a cell goes on below itself. Typed tables (| +) rule their
        # head only.
        for cell, between in zip(open_row, fields, strict=True):
            cell.text.add(between)
    if rows:
        yield Rows(tuple(tuple(Words(str(cell.text), cell.line) for cell in row) for row in rows))


def _fields(text: str, boxed: bool) -> list[str]:
    fields = _BAR.split(text) if boxed else _DRAWN_BAR.split(text)
    if boxed and len(fields) > 1 and not fields[0]:
        fields = fields[1:]
    if boxed and len(fields) > 1 and not fields[-1]:
        fields = fields[:-1]
    return [_LINE_ART.sub("", re.sub("[├┤┬┴┼]", " ", each)) for each in fields]
