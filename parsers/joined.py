"""The documents of several files as one: what a contract and its annexes say together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .document import Block, Cell, Document, Gap, Media, Table, Unreadable
from .language import language_of


def join(path: str, sha256: str, media: Media, parts: Sequence[tuple[str, Document | Unreadable]]) -> Document | None:
    """One document of all parts in their order, each block knowing its file; None when none could be read.

    A part that can't be read is a gap, told with its name.
    """
    blocks: list[Block] = []
    tables: list[Table] = []
    gaps: list[Gap] = []
    pages = 0
    for name, part in parts:
        if isinstance(part, Unreadable) and part.key == "doc.picture":
            gaps.append(Gap(part.key, file=name))
            continue
        if isinstance(part, Unreadable):
            gaps.append(Gap("doc.bundle_part", values=(("part", name), ("key", part.key), *part.values)))
            continue
        first, shift = len(blocks), len(tables)
        for block in part.blocks:
            place = block.location
            table = None if place.table is None else place.table + shift
            blocks.append(replace(block, index=first + block.index, location=replace(place, table=table, file=name)))
        for table_ in part.tables:
            cells = tuple(_moved(cell, first) for cell in table_.cells)
            tables.append(Table(table_.index + shift, cells))
        gaps += (replace(gap, file=name) for gap in part.gaps)
        pages += part.pages or 0
    if not blocks:
        return None
    return Document(path, sha256, media, tuple(blocks), tuple(tables), language_of(blocks), pages or None, tuple(gaps))


def _moved(cell: Cell, first: int) -> Cell:
    return replace(cell, block=first + cell.block)
