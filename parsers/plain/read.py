"""Text and Markdown files become documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from ..aside import struck_words
from ..document import Block, Cell, Document, Kind, Limits, Location, Media, Table, Unreadable
from ..language import language_of
from ..problem import Problem, problem
from .decoding import decode
from .drawn_tables import with_drawn_tables
from .markdown import markdown_pieces, without_comments, without_struck
from .pieces import Grid, Piece, Placed, Rows, Words, numbered
from .tabs import with_tab_tables
from .wrapping import unwrapped


def read_plain(path: str, data: bytes, sha256: str, limits: Limits, media: Media) -> Document | Unreadable:
    """The document in a text or Markdown file (`media`), or what stops it from being read."""
    text = decode(data)
    if isinstance(text, Problem):
        return text.unreadable(path, sha256)
    if len(text) > limits.characters:
        return problem("doc.too_long", limit=limits.characters).unreadable(path, sha256)
    if media is Media.MARKDOWN:
        pieces = markdown_pieces(numbered(without_comments(text)))
    else:
        pieces = _text_pieces(numbered(text))
    blocks, tables = _blocks(pieces)
    if media is Media.MARKDOWN:
        blocks = [without_struck(block) for block in blocks]
    if not any(block.text for block in blocks):
        return problem("doc.empty").unreadable(path, sha256)
    gaps = struck_words(blocks)
    return Document(path, sha256, media, tuple(blocks), tuple(tables), language_of(blocks), gaps=gaps)


def _text_pieces(lines: list[Words]) -> Iterator[Piece]:
    for drawn, group in groupby(with_drawn_tables(lines), key=lambda piece: not isinstance(piece, Words)):
        if drawn:
            yield from group
        else:
            yield from with_tab_tables(unwrapped(piece for piece in group if isinstance(piece, Words)))


def _blocks(pieces: Iterable[Piece]) -> tuple[list[Block], list[Table]]:
    blocks: list[Block] = []
    tables: list[Table] = []
    paragraphs = 0
    for piece in pieces:
        match piece:
            case Words(text, line, kind) if text:
                paragraphs += 1
                blocks.append(Block(len(blocks), kind, text, Location(paragraph=paragraphs, line=line)))
            case Words():
                pass
            case Rows(rows):
                cells = [
                    Placed(cell, at, column) for at, row in enumerate(rows, 1) for column, cell in enumerate(row, 1)
                ]
                tables.append(_table(cells, len(tables) + 1, blocks))
            case Grid(placed):
                tables.append(_table(placed, len(tables) + 1, blocks))
    return blocks, tables


def _table(placed: Iterable[Placed], index: int, blocks: list[Block]) -> Table:
    cells: list[Cell] = []
    for each in placed:
        cells.append(Cell(len(blocks), each.row, each.column, each.row_span, each.column_span))
        location = Location(table=index, row=each.row, column=each.column, line=each.words.line)
        blocks.append(Block(len(blocks), Kind.CELL, each.words.text, location))
    return Table(index, tuple(cells))
