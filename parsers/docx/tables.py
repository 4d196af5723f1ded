"""The grid of a Word table: every cell once, merged ones with their reach, tracked rows in their final state."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from .inline import change_of
from .line import Change
from .styles import Styles
from .visibility import PAPER, UNKNOWN, shade
from .xml import W, child_value, number_value, switch, unwrapped, value

_WIDEST = 1_000
_TR, _TC, _TC_PR = W + "tr", W + "tc", W + "tcPr"
_GRID_SPAN, _H_MERGE, _V_MERGE, _SHD = W + "gridSpan", W + "hMerge", W + "vMerge", W + "shd"
_CELL_INS, _CELL_DEL, _CELL_MERGE = W + "cellIns", W + "cellDel", W + "cellMerge"
_TELLING = {_GRID_SPAN, _H_MERGE, _V_MERGE, _SHD, _CELL_INS, _CELL_DEL, _CELL_MERGE}


@dataclass(slots=True)
class GridCell:
    """A `w:tc` and its place, from 1. A removed cell has a place of 0: it is only there for its words."""

    element: etree._Element
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    inserted: Change | None = None
    removed: Change | None = None
    hidden: bool = False
    ground: str = PAPER
    """The colour behind its words."""


def grid(table: etree._Element, styles: Styles, ground: str = PAPER) -> list[GridCell]:
    """The cells of a table in reading order. Continued parts of a merged cell add to its span.

    `ground` is the colour the table stands on.
    """
    about = table.find(W + "tblPr")
    if about is not None:
        shaded = styles.style(child_value(about, "tblStyle")).is_shaded_table
        ground = shade(about.find(W + "shd")) or (UNKNOWN if shaded else ground)
    cells: list[GridCell] = []
    above: dict[int, GridCell] = {}
    number = 0
    for row in unwrapped(table):
        if row.tag != _TR:
            continue
        properties = row.find(W + "trPr")
        removed = None if properties is None else properties.find(W + "del")
        if removed is not None:
            cells += [GridCell(cell, 0, 0, removed=change_of(removed)) for cell in _cells(row)]
            continue
        number += 1
        above = _read_row(row, properties, number, above, cells)
    for cell in cells:
        cell.ground = cell.ground or ground
    return cells


def is_frame(cells: list[GridCell]) -> bool:
    """Whether a table is only a border around text: one cell."""
    return len(cells) == 1 and cells[0].removed is None


def _read_row(
    row: etree._Element,
    properties: etree._Element | None,
    number: int,
    above: dict[int, GridCell],
    cells: list[GridCell],
) -> dict[int, GridCell]:
    """Adds a row's cells; gives the cells that may reach down into the next row, by column."""
    reaching: dict[int, GridCell] = {}
    column = 1 + _count(properties, "gridBefore", 0)
    added = None if properties is None else properties.find(W + "ins")
    inserted = None if added is None else change_of(added)
    hidden = bool(switch(properties, "hidden"))
    left: GridCell | None = None
    for element in _cells(row):
        own = _properties(element)
        if not own:
            left = GridCell(element, number, column, 1, 1, inserted, None, hidden, "")
            cells.append(left)
            column += 1
            continue
        removal = own.get(_CELL_DEL)
        if removal is not None:
            cells.append(GridCell(element, 0, 0, removed=change_of(removal), ground=""))
            continue
        span = _span(own.get(_GRID_SPAN))
        if left is not None and _continues(own.get(_H_MERGE)):
            left.column_span += span
            column += span
            continue
        covering = above.get(column)
        merged = _merged_by_change(own)
        if covering is not None and (_continues(own.get(_V_MERGE)) if merged is None else merged):
            if merged:
                # What stood in a cell that a tracked change merged into the one above is taken away with it.
                cells.append(GridCell(element, 0, 0, removed=change_of(own[_CELL_MERGE]), ground=""))
            covering.row_span += 1
            reaching[column] = covering
            left = None
        else:
            addition = own.get(_CELL_INS)
            change = change_of(addition) if inserted is None and addition is not None else inserted
            left = GridCell(element, number, column, 1, span, change, None, hidden, shade(own.get(_SHD)) or "")
            cells.append(left)
            if _V_MERGE in own or merged is not None:
                reaching[column] = left
        column += span
    return reaching


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    return (child for child in unwrapped(row) if child.tag == _TC)


def _properties(cell: etree._Element) -> dict[str, etree._Element]:
    """What a cell's `tcPr` says of its place, its changes and its colour, by tag."""
    for first in cell:
        return {child.tag: child for child in first if child.tag in _TELLING} if first.tag == _TC_PR else {}
    return {}


def _span(element: etree._Element | None) -> int:
    text = value(element) or ""
    return max(1, min(int(text), _WIDEST)) if len(text) < 10 and text.isascii() and text.isdecimal() else 1


def _count(properties: etree._Element | None, child: str, default: int) -> int:
    found = number_value(properties, child)
    return default if found is None else max(0, min(found, _WIDEST))


def _merged_by_change(own: dict[str, etree._Element]) -> bool | None:
    """Whether a tracked change merges a cell into the one above, or ends a merge there; None when there is none."""
    now = value(own.get(_CELL_MERGE), "vMerge")
    return None if now is None else now == "cont"


def _continues(merge: etree._Element | None) -> bool:
    # `w:vMerge` without a value continues (ECMA-376 part 1, 17.4.84).
    return merge is not None and value(merge) in (None, "continue")
