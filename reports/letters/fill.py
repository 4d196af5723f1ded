"""A Word template filled: `{{name}}` in paragraphs, cells, heads and feet; a row with `{{row.…}}` once for each item.

A placeholder may be split over runs as Word likes to do; what is put in takes the look of the run it begins in. What
nobody knows is marked in yellow.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

PLACEHOLDER = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
ROW = "row."


@dataclass(frozen=True, slots=True)
class Blank:
    """A value nobody gave, with the words that mark the place."""

    text: str


Filling = str | Blank
Values = Mapping[str, Filling]


def placeholders(document: Any) -> Iterator[str]:
    """The names of all placeholders of a template, in order."""
    for paragraph in _paragraphs(document):
        for match in PLACEHOLDER.finditer(paragraph.text):
            yield match[1]


def fill(document: Any, values: Values, rows: Sequence[Values]) -> None:
    """Put the values in; `rows` are those of the items. Raises KeyError for a name that isn't known."""
    for table in _tables(document):
        for row in list(table.rows):
            if any(match.startswith(ROW) for cell in row.cells for match in PLACEHOLDER.findall(cell.text)):
                _repeat(table, row, values, rows)
    for paragraph in list(_paragraphs(document)):
        _fill_paragraph(paragraph, values)


def _repeat(table: Any, row: Any, values: Values, rows: Sequence[Values]) -> None:
    from docx.table import _Row

    pattern = row._tr
    for own in rows:
        made = copy.deepcopy(pattern)
        pattern.addprevious(made)
        known = {**values, **{f"{ROW}{name}": value for name, value in own.items()}}
        for cell in _Row(made, table).cells:
            for paragraph in cell.paragraphs:
                _fill_paragraph(paragraph, known)
    pattern.getparent().remove(pattern)


def _fill_paragraph(paragraph: Any, values: Values) -> None:
    text = "".join(run.text for run in paragraph.runs)
    found = list(PLACEHOLDER.finditer(text))
    if not found:
        return
    if len(found) == 1 and text.strip() == found[0][0] and values[found[0][1]] == "":
        paragraph._p.getparent().remove(paragraph._p)
        return
    owners = [run for run in paragraph.runs for _ in run.text]
    pieces: list[tuple[Any, str, bool]] = []
    at = 0
    for match in found:
        pieces += _kept(owners, text, at, match.start())
        value = values[match[1]]
        words = value.text if isinstance(value, Blank) else value
        pieces.append((owners[match.start()], words, isinstance(value, Blank)))
        at = match.end()
    pieces += _kept(owners, text, at, len(text))
    _rewrite(paragraph, pieces)


def _kept(owners: Sequence[Any], text: str, start: int, end: int) -> Iterator[tuple[Any, str, bool]]:
    """The template's own words of a stretch, a piece for each run."""
    begin = start
    for at in range(start, end):
        if at + 1 == end or owners[at + 1] is not owners[at]:
            yield owners[at], text[begin : at + 1], False
            begin = at + 1


def _rewrite(paragraph: Any, pieces: Sequence[tuple[Any, str, bool]]) -> None:
    from docx.enum.text import WD_COLOR_INDEX

    looks = [copy.deepcopy(owner._r.rPr) if owner._r.rPr is not None else None for owner, _, _ in pieces]
    for run in list(paragraph.runs):
        paragraph._p.remove(run._r)
    for (_, words, blank), look in zip(pieces, looks, strict=True):
        run = paragraph.add_run(_CONTROL.sub("", words))
        if look is not None:
            if run._r.rPr is not None:
                run._r.remove(run._r.rPr)
            run._r.insert(0, look)
        if blank:
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW


def _paragraphs(document: Any) -> Iterator[Any]:
    for holder in _holders(document):
        yield from holder.paragraphs
        for table in holder.tables:
            yield from _in_table(table)


def _in_table(table: Any) -> Iterator[Any]:
    seen: set[Any] = set()
    for row in table.rows:
        for cell in row.cells:
            # A merged cell is met once for each place it covers.
            if cell._tc in seen:
                continue
            seen.add(cell._tc)
            yield from cell.paragraphs
            for inner in cell.tables:
                yield from _in_table(inner)


def _tables(document: Any) -> Iterator[Any]:
    for holder in _holders(document):
        yield from holder.tables


def _holders(document: Any) -> Iterator[Any]:
    yield document
    for section in document.sections:
        for part in (section.header, section.footer, section.first_page_header, section.first_page_footer):
            if not part.is_linked_to_previous:
                yield part
