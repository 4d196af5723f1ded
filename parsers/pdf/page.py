"""One page of a PDF as lines and tables in the order they are read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from .aligned import aligned_tables
from .banded import banded_tables
from .blanks import blanks
from .characters import Drawn, Glyph, draw, glyphs, upright_quarters
from .columns import regions
from .forms import typed
from .geometry import Box, Frame, holds
from .labelled import labelled_tables
from .lines import Line, Piece, lines, pieces, rows_of, split_rows
from .rulings import Ruling, pictured_share, rulings
from .struck import struck
from .tables import Grid, GridCell, ruled_tables

_GARBLED_SHARE = 0.1
_LEAST_GARBLED = 5
_PICTURED_SHARE = 0.5
_FEW_CHARACTERS = 120


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """A table with the lines in each of its cells."""

    box: Box
    cells: tuple[tuple[GridCell, tuple[Line, ...]], ...]


@dataclass(frozen=True, slots=True)
class Region:
    """Lines and tables read one after the other, as seen in a frame."""

    items: tuple[Line | PlacedTable, ...]
    frame: Frame
    whole: bool
    """Whether it takes the page's full width."""

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines outside tables."""
        return tuple(item for item in self.items if isinstance(item, Line))


@dataclass(frozen=True, slots=True)
class Page:
    """A page read. `number` counts from 1."""

    number: int
    frame: Frame
    """The page as it is shown."""
    regions: tuple[Region, ...] = ()
    slanted: str = ""
    """Text written aslant: a watermark."""
    characters: int = 0
    garbled: bool = False
    picture: bool = False
    """Whether what the page says stands in a picture."""
    struck: str = ""
    """Words struck out on the page; they aren't part of its lines."""
    empty: bool = False
    """Whether nothing at all is drawn on the page."""


def read_page(page: Any, form: Any | None, number: int) -> Page:
    """Read a page of pdfium; `form` is its form environment, if the document has one."""
    shown = _frame(page)
    text_page = pdfium.FPDFText_LoadPage(page)
    try:
        drawing = draw(text_page)
    finally:
        pdfium.FPDFText_ClosePage(text_page)
    characters = sum(1 for drawn in drawing.characters if drawn.text.strip())
    reading = _turn(shown, upright_quarters(drawing.characters)) if characters else shown
    upright = glyphs(drawing.characters, reading)
    ruled = rulings(page, reading)
    upright, gone = struck(upright, ruled)
    upright += typed(page, form, reading)
    found = [_region_list(upright, ruled, reading)]
    slanted, turned = _rest(drawing.characters, reading)
    found += turned
    return Page(
        number,
        shown,
        tuple(region for part in found for region in part),
        slanted,
        characters,
        drawing.garbled >= max(_LEAST_GARBLED, _GARBLED_SHARE * characters),
        characters < _FEW_CHARACTERS and pictured_share(page, shown) >= _PICTURED_SHARE,
        " ".join(line.text for line in lines(pieces(gone))),
        pdfium.FPDFPage_CountObjects(page) == 0 and not upright,
    )


def _frame(page: Any) -> Frame:
    box = pdfium.FS_RECTF()
    if not pdfium.FPDF_GetPageBoundingBox(page, box):
        return Frame(0.0, 0.0, pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page))
    return Frame(box.left, box.bottom, box.right, box.top, pdfium.FPDFPage_GetRotation(page))


def _turn(frame: Frame, quarters: int) -> Frame:
    return Frame(frame.left, frame.bottom, frame.right, frame.top, quarters)


def _rest(characters: Sequence[Drawn], reading: Frame) -> tuple[str, list[list[Region]]]:
    """What doesn't stand upright: slanted text as one string, text turned by quarters as regions of its own."""
    slanted = "".join(drawn.text for drawn in characters if drawn.quarters is None).strip()
    turned = []
    for quarters in range(4):
        own = [drawn for drawn in characters if drawn.quarters == quarters]
        if quarters != reading.quarters and own:
            frame = _turn(reading, quarters)
            turned.append(_region_list(glyphs(own, frame), [], frame))
    return slanted, turned


def _region_list(upright: Sequence[Glyph], ruled: Sequence[Ruling], frame: Frame) -> list[Region]:
    grids = ruled_tables(ruled)
    free = [line for line in ruled if not _is_rule_of(line, grids)]
    everything = [*upright, *blanks(upright, free, frame.size[0])]
    flow, inside = _sort_out(everything, grids)
    parts = pieces(flow)
    placed = [PlacedTable(grid.box, tuple(zip(grid.cells, texts, strict=True))) for grid, texts in inside]
    for table, members in banded_tables(parts, free, frame.size[0]):
        placed.append(_cells_of(table, members))
        parts = _without(parts, members)
    parts = [piece for row in split_rows(rows_of(parts)) for piece in row]
    for table, members in labelled_tables(parts):
        placed.append(_cells_of(table, members))
        parts = _without(parts, members)
    for table, members in aligned_tables(parts):
        placed.append(_cells_of(table, members))
        parts = _without(parts, members)
    parts += [Piece((), table.box, at) for at, table in enumerate(placed)]
    return [Region(_in_order(group, placed), frame, whole) for group, whole in regions(parts)]


def _without(parts: Iterable[Piece], members: Iterable[Piece]) -> list[Piece]:
    taken = set(map(id, members))
    return [piece for piece in parts if id(piece) not in taken]


def _cells_of(table: Grid, members: Iterable[Piece]) -> PlacedTable:
    (_, texts), *_ = _sort_out([glyph for piece in members for glyph in piece.glyphs], [table])[1]
    return PlacedTable(table.box, tuple(zip(table.cells, texts, strict=True)))


def _sort_out(
    everything: Iterable[Glyph], grids: Sequence[Grid]
) -> tuple[list[Glyph], list[tuple[Grid, tuple[tuple[Line, ...], ...]]]]:
    """Characters outside tables, and each table with the lines of its cells; a cell in a cell's table wins."""
    flow: list[Glyph] = []
    inside: dict[tuple[int, int], list[Glyph]] = {}
    smallest_first = sorted(
        ((table, at, cell) for table, grid in enumerate(grids) for at, cell in enumerate(grid.cells)),
        key=lambda entry: (entry[2].box[2] - entry[2].box[0]) * (entry[2].box[3] - entry[2].box[1]),
    )
    for glyph in everything:
        x, y = (glyph.x0 + glyph.x1) / 2, glyph.baseline - 0.3 * glyph.size
        for table, at, cell in smallest_first:
            if holds(cell.box, x, y):
                inside.setdefault((table, at), []).append(glyph)
                break
        else:
            flow.append(glyph)
    return flow, [
        (grid, tuple(tuple(lines(pieces(inside.get((table, at), ())))) for at in range(len(grid.cells))))
        for table, grid in enumerate(grids)
    ]


def _in_order(group: Iterable[Piece], placed: Sequence[PlacedTable]) -> tuple[Line | PlacedTable, ...]:
    members = list(group)
    items: list[Line | PlacedTable] = list(lines(piece for piece in members if piece.table is None))
    items += [placed[piece.table] for piece in members if piece.table is not None]
    return tuple(sorted(items, key=lambda item: item.box[1] if isinstance(item, PlacedTable) else item.baseline))


def _is_rule_of(line: Ruling, grids: Iterable[Grid]) -> bool:
    """Whether a line is a rule of a table, not something drawn inside a cell."""
    for grid in grids:
        left, top, right, bottom = grid.box
        if line.x0 < left - 4 or line.x1 > right + 4 or line.top < top - 4 or line.bottom > bottom + 4:
            continue
        if not line.across:
            return True
        if any(min(abs(line.top - cell.box[1]), abs(line.top - cell.box[3])) <= 3 for cell in grid.cells):
            return True
    return False
