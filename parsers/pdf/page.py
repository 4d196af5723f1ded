"""One page of a PDF as lines and tables in the order they are read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from .aligned import aligned_tables
from .banded import banded_tables
from .blanks import blanks
from .characters import Drawn, draw
from .columns import regions
from .forms import typed
from .geometry import Box, Frame
from .glyphs import Glyph, glyphs, upright_quarters
from .labelled import labelled_tables
from .lines import Line, Piece, lines, lines_of, pieces, rows_of, split_rows
from .objects import objects
from .paint import paints
from .rulings import Ruling, pictured_share, rulings
from .struck import struck
from .tables import Grid, GridCell, ruled_tables
from .unseen import part_unseen
from .watermarks import watermarks

_GARBLED_SHARE = 0.1
_LEAST_GARBLED = 5
_PICTURED_SHARE = 0.5
_FEW_CHARACTERS = 120
_BAND = 8.0


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
    """Text written aslant, or pale and large behind the others."""
    characters: int = 0
    garbled: bool = False
    picture: bool = False
    """Whether what the page says stands in a picture."""
    struck: str = ""
    """Words struck out on the page; they aren't part of its lines."""
    empty: bool = False
    """Whether nothing at all is drawn on the page."""
    hidden: tuple[Region, ...] = ()
    """Lines that nobody who looks at the page sees."""


def read_page(document: Any, page: Any, form: Any | None, number: int) -> Page:
    """Read a page of pdfium; `form` is the document's form environment, if it has one."""
    shown = _frame(page)
    text_page = pdfium.FPDFText_LoadPage(page)
    try:
        drawing = draw(text_page)
        drawn = objects(page)
        pictured = pictured_share(drawn, shown)
        seen, unseen = part_unseen(drawing.characters, paints(document, page, drawn), pictured)
    finally:
        pdfium.FPDFText_ClosePage(text_page)
    characters = sum(1 for one in drawing.characters if not one.text.isspace())
    reading = _turn(shown, upright_quarters(seen)) if characters else shown
    behind, seen = watermarks(seen)
    upright = glyphs(seen, reading)
    hidden = _hidden(unseen, reading, upright)
    ruled = rulings(drawn, reading)
    upright, gone = struck(upright, ruled)
    upright += typed(page, form, reading)
    found = region_list(upright, ruled, reading) + _turned(seen, reading)
    return Page(
        number,
        shown,
        tuple(found),
        behind,
        characters,
        drawing.garbled >= max(_LEAST_GARBLED, _GARBLED_SHARE * characters),
        characters < _FEW_CHARACTERS and pictured >= _PICTURED_SHARE,
        " ".join(line.text for line in lines(pieces(gone))),
        not drawn and not upright,
        hidden,
    )


def _frame(page: Any) -> Frame:
    box = pdfium.FS_RECTF()
    if not pdfium.FPDF_GetPageBoundingBox(page, box):
        return Frame(0.0, 0.0, pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page))
    return Frame(box.left, box.bottom, box.right, box.top, pdfium.FPDFPage_GetRotation(page))


def _turn(frame: Frame, quarters: int) -> Frame:
    return Frame(frame.left, frame.bottom, frame.right, frame.top, quarters)


def _turned(characters: Sequence[Drawn], reading: Frame) -> list[Region]:
    """Text turned by quarters against the page's, as regions of its own."""
    found: list[Region] = []
    for quarters in range(4):
        own = [drawn for drawn in characters if drawn.look.quarters == quarters]
        if quarters != reading.quarters and own:
            frame = _turn(reading, quarters)
            found += region_list(glyphs(own, frame), [], frame)
    return found


def _hidden(unseen: Sequence[Drawn], reading: Frame, upright: Sequence[Glyph]) -> tuple[Region, ...]:
    """The lines of characters that nobody sees; those that stand under the same ones that are seen aren't hidden."""
    found: list[Region] = []
    for quarters in sorted({drawn.look.quarters for drawn in unseen if drawn.look.quarters is not None}):
        frame = _turn(reading, quarters)
        own = lines(pieces(glyphs(unseen, frame, upright if quarters == reading.quarters else ())))
        found.append(Region(tuple(line for line in own if any(sign.isalnum() for sign in line.text)), frame, False))
    return tuple(region for region in found if region.items)


def region_list(upright: Sequence[Glyph], ruled: Sequence[Ruling], frame: Frame) -> list[Region]:
    """Characters and ruled lines, as seen in a frame, as the regions a reader takes one after the other."""
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
    bands = _bands(grids)
    for glyph in everything:
        x, y = (glyph.x0 + glyph.x1) / 2, glyph.baseline - 0.3 * glyph.size
        for (left, top, right, bottom), place in bands.get(int(y // _BAND), ()):
            if left <= x <= right and top <= y <= bottom:
                inside.setdefault(place, []).append(glyph)
                break
        else:
            flow.append(glyph)
    return flow, [
        (grid, tuple(tuple(lines_of(inside.get((table, at), ()))) for at in range(len(grid.cells))))
        for table, grid in enumerate(grids)
    ]


def _bands(grids: Sequence[Grid]) -> dict[int, list[tuple[Box, tuple[int, int]]]]:
    """The cells that reach into each band of the page's height, the smallest first."""
    smallest_first = sorted(
        ((cell.box, (table, at)) for table, grid in enumerate(grids) for at, cell in enumerate(grid.cells)),
        key=lambda entry: (entry[0][2] - entry[0][0]) * (entry[0][3] - entry[0][1]),
    )
    bands: dict[int, list[tuple[Box, tuple[int, int]]]] = {}
    for entry in smallest_first:
        for band in range(int(entry[0][1] // _BAND), int(entry[0][3] // _BAND) + 1):
            bands.setdefault(band, []).append(entry)
    return bands


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
