"""Columns of a table that a template leaves open: a heading, and below it fields to be filled."""

from __future__ import annotations

from collections.abc import Iterator

from .. import regexes as re
from ..sentence_tools import Hit, Passage, passages
from ..text import Text
from .blank_forms import FORMS

_UNIT = re.compile(r"^[ ]*(?:%|‰|元|天|日|个?月|年|份)?[ ]*$")


def open_column(text: Text, heading: re.Pattern[str]) -> Hit | None:
    """The first open cell below a column heading; None where every such column is filled, or there is none."""
    return next((hit for hit, cell in cells_below(text, heading) if is_open(cell)), None)


def cells_below(text: Text, heading: re.Pattern[str]) -> Iterator[tuple[Hit, str]]:
    """The cells of every column with such a heading, each with its place; a row of another width ends no table."""
    header: list[str] | None = None
    for passage in passages(text):
        cells = passage.text.rstrip("\n").split("\t")
        if len(cells) < 2:
            header = None
            continue
        if header is not None and len(header) == len(cells):
            for at, (title, cell) in enumerate(zip(header, cells, strict=True)):
                if heading.search(title) is not None:
                    yield _cell(passage, cells, at), cell
        elif any(heading.search(cell) is not None for cell in cells):
            header = cells


def is_open(cell: str) -> bool:
    """Whether a cell holds nothing but a blank and perhaps its unit."""
    blank = FORMS.match(cell.strip())
    return blank is not None and _UNIT.match(cell.strip()[blank.end() :]) is not None


def _cell(passage: Passage, cells: list[str], at: int) -> Hit:
    start = sum(len(cell) + 1 for cell in cells[:at])
    return Hit(passage, start, start + len(cells[at]))
