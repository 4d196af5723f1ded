"""What a text file is made of, before it becomes blocks: words on a line, and tables drawn with characters."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..document import Kind


@dataclass(frozen=True, slots=True)
class Words:
    """Text that begins on a line of the file."""

    text: str
    line: int
    kind: Kind = Kind.PARAGRAPH


@dataclass(frozen=True, slots=True)
class Rows:
    """A table: rows of cells, each with its text and the line it begins on."""

    rows: tuple[tuple[Words, ...], ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell of a grid: its place, from 1, and how many rows and columns it covers."""

    words: Words
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with merged cells, each once, in reading order."""

    cells: tuple[Placed, ...]


Piece = Words | Rows | Grid


def numbered(text: str) -> list[Words]:
    """The lines of a text with their numbers, blank ones too. Only line feeds and returns end a line."""
    lines = re.split(r"\r\n|\n|\r", text.replace("\f", "\n").replace("\v", "\n"))
    return [Words(line.rstrip(), number) for number, line in enumerate(lines, 1)]
