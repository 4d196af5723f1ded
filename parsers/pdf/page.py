"""One page of a PDF as lines and tables in the order they are read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from .aligned import aligned_tables
from .banded import banded_tables
from .blanks import blanks
from .characters import draw
from .clips import clips, within
from .columns import regions
from .drawn import Drawn, looks_of
from .filling import fill
from .forms import typed
from .geometry import Box, Frame
from .glyphs import Glyph, glyphs, upright_quarters
from .labelled import labelled_tables
from .lines import Line, Piece, lines, pieces, rows_of, split_rows
from .looks import Look
from .objects import objects
from .paint import paints
from .printed_blanks import printed_blanks
from .rulings import Ruling, pictured_share, rulings
from .struck import struck
from .tables import Grid, GridCell, ruled_tables
from .unseen import part_unseen
from .watermarks import watermarks

_GARBLED_SHARE = 0.1
_LEAST_GARBLED = 5
_PICTURED_SHARE = 0.5
_FEW_CHARACTERS = 120
_RULE, _NEAR = 4.0, 3.0
"""Lines that reach no further out of a table, and no further from its cells' edges, are its rules."""


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """A table with the lines in each of its cells."""

    box: Box
    cells: tuple[tuple[GridCell, tuple[Line, ...]], ...]
    ruled: bool = True
    """Whether its cells are drawn, not found by the words that stand in columns."""


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


def read_page(document: Any, page: Any, form: Any | None, number: int, spaced: bool = False) -> Page:
    """Read a page of pdfium; `form` is the document's form environment, if it has one.

    `spaced` says that room between Chinese and Latin may stand for a blank.
    """
    shown = _frame(page)
    text_page = pdfium.FPDFText_LoadPage(page)
    try:
        drawing = draw(text_page)
        drawn = objects(page)
        pictured = pictured_share(drawn.placed, shown)
        looks = looks_of(drawing.characters)
        seen, unseen = part_unseen(drawing.characters, looks, paints(document, page, drawn), pictured)
        areas = clips(drawn, shown)
        if areas:
            seen, cut = within(seen, areas)
            unseen = [*unseen, *cut]
    finally:
        pdfium.FPDFText_ClosePage(text_page)
    characters = drawing.signs
    looks = looks_of(seen) if unseen else looks
    reading = _turn(shown, upright_quarters(looks)) if characters else shown
    behind, seen = watermarks(seen, looks)
    outside: list[Drawn] = []
    upright = glyphs(seen, reading, outside=outside)
    turned = _turned(seen, looks, reading, outside)
    hidden = _hidden([*unseen, *outside], reading, upright)
    if spaced:
        upright += printed_blanks(upright)
    ruled = rulings(drawn.placed, reading)
    upright, gone = struck(upright, ruled)
    upright += typed(page, form, reading)
    found = region_list(upright, ruled, reading) + turned
    return Page(
        number,
        shown,
        tuple(found),
        behind,
        characters,
        drawing.garbled >= max(_LEAST_GARBLED, _GARBLED_SHARE * characters),
        characters < _FEW_CHARACTERS and pictured >= _PICTURED_SHARE,
        " ".join(line.text for line in lines(pieces(gone))),
        not drawn.count and not upright,
        hidden,
    )


def _frame(page: Any) -> Frame:
    box = pdfium.FS_RECTF()
    if not pdfium.FPDF_GetPageBoundingBox(page, box):
        return Frame(0.0, 0.0, pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page))
    return Frame(box.left, box.bottom, box.right, box.top, pdfium.FPDFPage_GetRotation(page))


def _turn(frame: Frame, quarters: int) -> Frame:
    if frame.quarters == quarters:
        return frame
    return Frame(frame.left, frame.bottom, frame.right, frame.top, quarters)


def _turned(characters: Sequence[Drawn], looks: Iterable[Look], reading: Frame, outside: list[Drawn]) -> list[Region]:
    """Text turned by quarters against the page's, as regions of its own."""
    found: list[Region] = []
    directions = {look.quarters for look in looks if look.quarters is not None}
    for quarters in sorted(directions - {reading.quarters}):
        own = [drawn for drawn in characters if drawn.look.quarters == quarters]
        if own:
            frame = _turn(reading, quarters)
            found += region_list(glyphs(own, frame, outside=outside), [], frame)
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
    free = _free(ruled, grids)
    everything = [*upright, *blanks(upright, free, frame.size[0])]
    flow, inside = fill(everything, grids)
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
    parts += [Piece((), table.box, table=at) for at, table in enumerate(placed)]
    return [Region(_in_order(group, placed), frame, whole) for group, whole in regions(parts)]


def _without(parts: Iterable[Piece], members: Iterable[Piece]) -> list[Piece]:
    taken = set(map(id, members))
    return [piece for piece in parts if id(piece) not in taken]


def _cells_of(table: Grid, members: Iterable[Piece]) -> PlacedTable:
    (_, texts), *_ = fill([glyph for piece in members for glyph in piece.glyphs], [table])[1]
    return PlacedTable(table.box, tuple(zip(table.cells, texts, strict=True)), ruled=False)


def _in_order(group: Iterable[Piece], placed: Sequence[PlacedTable]) -> tuple[Line | PlacedTable, ...]:
    members = list(group)
    items: list[Line | PlacedTable] = list(lines(piece for piece in members if piece.table is None))
    items += [placed[piece.table] for piece in members if piece.table is not None]
    return tuple(sorted(items, key=lambda item: item.box[1] if isinstance(item, PlacedTable) else item.baseline))


def _free(ruled: Sequence[Ruling], grids: Iterable[Grid]) -> list[Ruling]:
    """The lines that aren't rules of a table; what is drawn inside a cell isn't one."""
    free = list(ruled)
    for grid in grids:
        left, top, right, bottom = grid.box
        heights = sorted({side for cell in grid.cells for side in cell.box[1::2]})
        free = [
            line
            for line in free
            if line.x0 < left - _RULE
            or line.x1 > right + _RULE
            or line.top < top - _RULE
            or line.bottom > bottom + _RULE
            or (line.across and not _is_near(heights, line.top))
        ]
    return free


def _is_near(heights: Sequence[float], height: float) -> bool:
    at = bisect_left(heights, height - _NEAR)
    return at < len(heights) and heights[at] <= height + _NEAR
