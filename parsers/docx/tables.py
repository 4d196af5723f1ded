"""The grid of a Word table: every cell once, merged ones with their reach, tracked rows in their final state."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from .inline import change_of
from .line import Change
from .xml import W, child_value, number_value, short, switch, unwrapped

_WIDEST = 1_000


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


def grid(table: etree._Element) -> list[GridCell]:
    """The cells of a table in reading order. Continued parts of a merged cell add to its span."""
    cells: list[GridCell] = []
    above: dict[int, GridCell] = {}
    number = 0
    for row in unwrapped(table):
        if short(row.tag) != "tr":
            continue
        properties = row.find(W + "trPr")
        removed = None if properties is None else properties.find(W + "del")
        if removed is not None:
            cells += [GridCell(cell, 0, 0, removed=change_of(removed)) for cell in _cells(row)]
            continue
        number += 1
        above = _read_row(row, properties, number, above, cells)
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
    inserted = None if properties is None else properties.find(W + "ins")
    hidden = bool(switch(properties, "hidden"))
    left: GridCell | None = None
    for element in _cells(row):
        own = element.find(W + "tcPr")
        removal = None if own is None else own.find(W + "cellDel")
        if removal is not None:
            cells.append(GridCell(element, 0, 0, removed=change_of(removal)))
            continue
        span = _count(own, "gridSpan", 1) or 1
        if left is not None and _continues(own, "hMerge"):
            left.column_span += span
            column += span
            continue
        covering = above.get(column)
        if covering is not None and _continues(own, "vMerge"):
            covering.row_span += 1
            reaching[column] = covering
            left = None
        else:
            addition = inserted if own is None or inserted is not None else own.find(W + "cellIns")
            change = None if addition is None else change_of(addition)
            left = GridCell(element, number, column, 1, span, change, None, hidden)
            cells.append(left)
            if own is not None and own.find(W + "vMerge") is not None:
                reaching[column] = left
        column += span
    return reaching


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    return (child for child in unwrapped(row) if short(child.tag) == "tc")


def _count(properties: etree._Element | None, child: str, default: int) -> int:
    found = number_value(properties, child)
    return default if found is None else max(0, min(found, _WIDEST))


def _continues(properties: etree._Element | None, child: str) -> bool:
    # `w:vMerge` without a value continues (ECMA-376 part 1, 17.4.84).
    merge = None if properties is None else properties.find(W + child)
    return merge is not None and child_value(properties, child) in (None, "continue")
