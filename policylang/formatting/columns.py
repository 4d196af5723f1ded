"""Rows whose parts stand under each other: the rows of parameters and tables, members of scales, fields of records."""

from __future__ import annotations

from collections.abc import Sequence

from .concrete import Node, Piece, pieces_of
from .conditions import flow
from .pretty import WIDTH, Blank, Doc, Join, Word, flat_width, join

_SEPARATORS = frozenset(("BAR", "ARROW"))


def rows(nodes: Sequence[Node]) -> list[Doc]:
    """The rows of a parameter or table, each cell as wide as the widest of its column; values stand to the right."""
    split = [_cells(node) for node in nodes]
    count = max(len(cells) for _, cells in split)
    columns = [[cells[at] for _, cells in split if at < len(cells)] for at in range(count)]
    widths = [max(flat_width(flow(cell, wrap=False)) for cell in column) for column in columns]
    to_right = [all(_is_value(cell) for cell in column) for column in columns]
    found: list[Doc] = []
    for separators, cells in split:
        docs: list[Doc] = [Word(separators[0])]
        for at, cell in enumerate(cells):
            inside = flow(cell, wrap=False)
            pad = Blank(" " * (widths[at] - flat_width(inside)))
            docs += [Blank(), *((pad, inside) if to_right[at] else (inside, pad)), Blank(), Word(separators[at + 1])]
        found.append(Join(tuple(docs)))
    return found


def _cells(row: Node) -> tuple[list[Piece], list[list[Piece]]]:
    """What stands between the bars and arrows of a row, and these."""
    separators: list[Piece] = []
    cells: list[list[Piece]] = []
    for piece in pieces_of(row):
        if piece.type in _SEPARATORS:
            separators.append(piece)
            cells.append([])
        else:
            cells[-1].append(piece)
    return separators, cells[:-1]


def _is_value(cell: Sequence[Piece]) -> bool:
    return cell[-1].type == "LITERAL" and all(piece.glued for piece in cell[:-1])


def aligned(lines: Sequence[Sequence[Doc]], behind: int) -> list[Doc]:
    """The parts of each line under those of the others, unless a line would be too long with `behind` columns more."""
    count = max(map(len, lines))
    widths = [max(flat_width(line[at]) for line in lines if at < len(line)) for at in range(count)]
    fits = sum(widths) + count - 1 + behind <= WIDTH
    found: list[Doc] = []
    for line in lines:
        docs: list[Doc] = [line[0]]
        for at, part in enumerate(line[1:]):
            pad = widths[at] - flat_width(line[at]) if fits else 0
            docs += [Blank(" " * (pad + 1)), part]
        found.append(join(*docs))
    return found
