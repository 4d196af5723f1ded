"""Tables that go on over pages: put together, with a row that the page break cut in two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from statistics import median

from .geometry import Box, union
from .lines import Line
from .page import PlacedTable
from .paragraphs import Margins, ends_sentence, has_room, is_marked, margins
from .tables import GridCell

_SAME_EDGE = 3.0
_SAME_START = 1.0
_SAME_COLUMN = 2.0
_PADDING = 0.5
"""Room between a cell's rule and its text, in units of the font size."""


def goes_on(above: PlacedTable, below: PlacedTable) -> bool:
    """Whether two tables, the first at the end of a page, the second at the start of the next, are one."""
    if not (above.ruled or below.ruled):
        columns, rest = _columns(above), _columns(below)
        return len(columns) == len(rest) and all(map(_is_in_line, rest.values(), columns.values()))
    edges, others = _edges(above), _edges(below)
    return len(edges) == len(others) and all(
        abs(one - other) <= _SAME_EDGE for one, other in zip(edges, others, strict=True)
    )


def mend(
    above: PlacedTable, below: PlacedTable
) -> tuple[PlacedTable, PlacedTable | None, tuple[tuple[GridCell, Box], ...]]:
    """The two parts of a table, the rest of a row cut by the page break moved back to the first part.

    With the cells that were cut, each with the room its rest takes in the second part.
    """
    # The cells of a table stand row by row.
    last = above.cells[-1][0].row
    first_cells = _first_cells(below)
    head = {cell.column: texts for cell, texts in first_cells}
    boxes = {cell.column: cell.box for cell, _ in first_cells}
    foot = {
        cell.column: (cell, texts) for cell, texts in takewhile(lambda each: each[0].row == last, reversed(above.cells))
    }
    if not _is_cut(foot, head):
        return above, below, ()
    whole = tuple((cell, texts + head[cell.column] if cell.row == last else texts) for cell, texts in above.cells)
    rest = tuple((cell._replace(row=cell.row - 1), texts) for cell, texts in below.cells if cell.row > 1)
    cut = tuple((cell, boxes[column]) for column, (cell, _) in foot.items() if head[column])
    return replace(above, cells=whole), replace(below, cells=rest) if rest else None, cut


def last_rows(above: PlacedTable, lines: Sequence[Line]) -> PlacedTable | None:
    """Lines at the start of a page as the last rows of a table without rules; None when they aren't.

    Each has a piece in the first column, and leaves out one of more than two columns at most.
    """
    columns = {} if above.ruled else _columns(above)
    edges = {cell.column: (cell.box[0], cell.box[2]) for cell, _ in above.cells if cell.column_span == 1}
    if len(columns) < 2 or edges.keys() != columns.keys():
        return None
    cells: list[tuple[GridCell, tuple[Line, ...]]] = []
    for row, line in enumerate(lines, 1):
        placed = {
            column: part
            for part in line.parts
            for column, extent in columns.items()
            if _is_in_line((part.box[0], part.box[2]), extent)
        }
        if min(columns) not in placed or len(placed) != len(line.parts) or len(placed) < max(2, len(columns) - 1):
            return None
        for column, (left, right) in edges.items():
            text = (placed[column],) if column in placed else ()
            cells.append((GridCell((left, line.box[1], right, line.box[3]), row, column, 1, 1), text))
    return PlacedTable(union(cell.box for cell, _ in cells), tuple(cells), ruled=False)


def rest_of_cell(table: PlacedTable, lines: Sequence[Line]) -> GridCell | None:
    """The cell of a table's last row that lines at the start of the next page go on with; None when there is none.

    They stand under that cell's column alone, which isn't the first, and its last line is full or in mid-sentence.
    """
    last = max(cell.row for cell, _ in table.cells)
    left, right = min(line.box[0] for line in lines), max(line.box[2] for line in lines)
    for cell, texts in table.cells:
        if cell.row + cell.row_span - 1 != last or cell.column == 1 or not texts:
            continue
        start = min(line.box[0] for line in texts)
        if abs(left - start) > _SAME_START or right > cell.box[2] + _SAME_EDGE:
            continue
        if ends_sentence(texts[-1].text) or is_marked(lines[0].text):
            continue
        if abs(texts[-1].size - lines[0].size) <= _SAME_START:
            return cell
    return None


def with_rest(table: PlacedTable, cell: GridCell, lines: Sequence[Line]) -> PlacedTable:
    """The table with lines added to one of its cells."""
    cells = tuple((own, (*texts, *lines) if own is cell else texts) for own, texts in table.cells)
    return replace(table, cells=cells)


def first_row(table: PlacedTable) -> tuple[str, ...]:
    """The words of a table's first row, cell by cell."""
    return tuple("".join([line.text for line in texts]) for _, texts in _first_cells(table))


def _first_cells(table: PlacedTable) -> list[tuple[GridCell, tuple[Line, ...]]]:
    return list(takewhile(lambda each: each[0].row == 1, table.cells))


def cell_margins(cell: GridCell, texts: tuple[Line, ...]) -> Margins:
    """The margins of the text in a cell; it must have some."""
    pad = _PADDING * median(line.size for line in texts)
    return margins(texts, cell.box[0] + pad, cell.box[2] - pad)


def _is_cut(foot: dict[int, tuple[GridCell, tuple[Line, ...]]], head: dict[int, tuple[Line, ...]]) -> bool:
    """Whether every text of a first row follows on a full line in the cell above it, and its first cell is empty."""
    if not head or foot.keys() != head.keys() or head[min(head)] or not any(head.values()):
        return False
    for column, texts in head.items():
        cell, over = foot[column]
        if texts and (not over or has_room(over[-1], texts[0], cell_margins(cell, over))):
            return False
    return True


def _columns(table: PlacedTable) -> dict[int, tuple[float, float]]:
    """From where to where the words of each column go."""
    found: dict[int, tuple[float, float]] = {}
    for cell, texts in table.cells:
        for line in texts if cell.column_span == 1 else ():
            low, high = found.get(cell.column, (line.box[0], line.box[2]))
            found[cell.column] = min(low, line.box[0]), max(high, line.box[2])
    return dict(sorted(found.items()))


def _is_in_line(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether two stretches of the width begin, end or have their middle at one place."""
    starts, ends = abs(one[0] - other[0]), abs(one[1] - other[1])
    return min(starts, ends, abs(sum(one) - sum(other)) / 2) <= _SAME_COLUMN


def _edges(table: PlacedTable) -> list[float]:
    edges: list[float] = []
    for edge in sorted(cell.box[0] for cell, _ in table.cells):
        if not edges or edge - edges[-1] > _SAME_EDGE:
            edges.append(edge)
    return [*edges, table.box[2]]
