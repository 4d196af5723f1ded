"""The plain sources the sample contracts are made from, and their notation.

title: …  header: …  lang: zh       head lines, up to the first empty line
# heading      + automatically numbered clause      > centred line      | a | b | table row      anything else: text
{-old-}{+new+} tracked deletion and insertion      {^note^} footnote      {[date]} content control      {_4} fill-in blank
::sign left || right    one line of the two-column signature table
::box text              a text box
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

INLINE = re.compile(
    r"\{-(?P<del>.*?)-\}|\{\+(?P<ins>.*?)\+\}|\{\^(?P<note>.*?)\^\}|\{\[(?P<sdt>.*?)\]\}|\{_(?P<blank>\d+)\}"
)
"""What stands inside a line: a deletion, an insertion, a footnote, a content control, a blank to fill in."""


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a source: its kind and what it says."""

    kind: str
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A sample contract before it is a document."""

    name: str
    head: dict[str, str]
    items: tuple[Item, ...]


_MARKS = (("# ", "heading"), ("+ ", "clause"), ("> ", "centre"), ("::box ", "box"))


def read_source(path: Path) -> Source:
    """Read a source file."""
    head_part, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    head = dict(line.split(": ", 1) for line in head_part.splitlines())
    items: list[Item] = []
    table: list[tuple[str, ...]] = []
    kind_of_table = "table"
    for line in [*body.splitlines(), ""]:
        row = _row(line)
        if row is not None:
            kind, cells = row
            if table and kind != kind_of_table:
                items.append(Item(kind_of_table, rows=tuple(table)))
                table = []
            kind_of_table = kind
            table.append(cells)
            continue
        if table:
            items.append(Item(kind_of_table, rows=tuple(table)))
            table = []
        if line.strip():
            items.append(_item(line))
    return Source(path.stem, head, tuple(items))


def _row(line: str) -> tuple[str, tuple[str, ...]] | None:
    if line.startswith("|"):
        return "table", tuple(cell.strip() for cell in line.strip().strip("|").split("|"))
    if line.startswith("::sign "):
        left, _, right = line.removeprefix("::sign ").partition("||")
        return "sign", (left.strip(), right.strip())
    return None


def _item(line: str) -> Item:
    for mark, kind in _MARKS:
        if line.startswith(mark):
            return Item(kind, line.removeprefix(mark).strip())
    return Item("text", line.strip())
