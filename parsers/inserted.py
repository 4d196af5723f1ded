"""A document with others inserted: what text recognition read from the pictures in it, where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .document import Block, Document, Gap, Table
from .language import language_of

Inserted = tuple[int, str, Document]
"""The index of the block it is put before, its name, and the document."""


def with_inserted(document: Document, parts: Sequence[Inserted]) -> Document:
    """The document with others at their places; their blocks name the picture they were read from."""
    blocks: list[Block] = []
    moved: dict[int, int] = {}
    tables = list(document.tables)
    gaps: list[Gap] = list(document.gaps)
    waiting = sorted(parts, key=lambda part: part[0])
    for block in (*document.blocks, None):
        while waiting and (block is None or waiting[0][0] <= block.index):
            _, name, part = waiting.pop(0)
            tables += _put(part, name, blocks, len(tables))
            gaps += (replace(gap, page=None, file=name) for gap in part.gaps)
        if block is not None:
            moved[block.index] = len(blocks)
            blocks.append(replace(block, index=len(blocks)))
    own = len(document.tables)
    tables[:own] = [
        replace(table, cells=tuple(replace(cell, block=moved[cell.block]) for cell in table.cells))
        for table in document.tables
    ]
    return replace(document, blocks=tuple(blocks), tables=tuple(tables), gaps=tuple(gaps), language=language_of(blocks))


def _put(part: Document, name: str, blocks: list[Block], shift: int) -> list[Table]:
    first = len(blocks)
    for block in part.blocks:
        table = None if block.location.table is None else block.location.table + shift
        place = replace(block.location, page=None, box=None, table=table, file=name)
        blocks.append(replace(block, index=first + block.index, location=place))
    return [
        Table(table.index + shift, tuple(replace(cell, block=first + cell.block) for cell in table.cells))
        for table in part.tables
    ]
