"""The visible text of a page in reading order: headings, paragraphs, list items and table cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ..document import Block, Cell, Kind, Location, Span, Table

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SILENT = frozenset(
    ("script", "style", "head", "template", "noscript", "iframe", "object", "embed", "svg", "math", "audio", "video")
)
_BREAKING = frozenset(
    (
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "ul",
    )
)
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![\d.])", re.I)
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_MOST_SPAN = 1000
_NUMBER = "presign-number"
"""The attribute that carries an item's number through the walk."""


@dataclass(slots=True)
class _Line:
    """The paragraph under way: its text in pieces, and which of it nobody sees."""

    kind: Kind = Kind.PARAGRAPH
    number: str = ""
    pieces: list[tuple[str, bool]] = field(default_factory=list)

    def text(self) -> tuple[str, tuple[Span, ...]]:
        """The text with its blanks joined, and the hidden characters."""
        text = ""
        hidden: list[Span] = []
        for piece, unseen in self.pieces:
            words = piece if piece == "\n" else _BLANKS.sub(" ", piece)
            if not text or text[-1] in " \n":
                words = words.lstrip(" ")
            if words == "\n":
                text = text.rstrip(" ")
            start = len(text)
            text += words
            if unseen and words.strip():
                hidden.append(Span(start, len(text)))
        length = len(text.rstrip())
        return text[:length], tuple(Span(each.start, min(each.end, length)) for each in hidden if each.start < length)


@dataclass(slots=True)
class PageWalk:
    """Collects the blocks and tables of a page."""

    blocks: list[Block] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    _line: _Line = field(default_factory=_Line)
    _paragraphs: int = 0

    def page(self, root: Any) -> None:
        """Walk a parsed page."""
        self._element(root, hidden=False)
        self._end()

    def _element(self, node: Any, *, hidden: bool) -> None:
        if not isinstance(node.tag, str):
            return
        name = node.tag.lower()
        if name in _SILENT:
            return
        hidden = hidden or _is_hidden(node)
        if name == "table":
            self._end()
            self._table(node, hidden=hidden)
            return
        if name == "input":
            self._input(node, hidden=hidden)
            return
        if name == "ol":
            _count_items(node)
        breaks = name in _BREAKING or name in _HEADINGS
        if name == "br":
            self._line.pieces.append(("\n", hidden))
            return
        if breaks:
            self._end()
            self._line = _Line(Kind.HEADING if name in _HEADINGS else Kind.PARAGRAPH, node.get(_NUMBER) or "")
        self._inside(node, hidden=hidden)
        if breaks:
            self._end()

    def _inside(self, node: Any, *, hidden: bool) -> None:
        self._say(node.text, hidden)
        for child in node:
            self._element(child, hidden=hidden)
            self._say(child.tail, hidden)

    def _say(self, text: str | None, hidden: bool) -> None:
        if text:
            self._line.pieces.append((text, hidden))

    def _input(self, node: Any, *, hidden: bool) -> None:
        """A form's field: its value, or whether a box is ticked."""
        kind = (node.get("type") or "text").lower()
        if kind in ("checkbox", "radio"):
            self._say("☑" if node.get("checked") is not None else "☐", hidden)
        elif kind in ("text", "number", "date", "tel", "email"):
            self._say(node.get("value"), hidden)

    def _end(self) -> None:
        text, hidden = self._line.text()
        if text:
            self._paragraphs += 1
            place = Location(paragraph=self._paragraphs)
            self.blocks.append(Block(len(self.blocks), self._line.kind, text, place, self._line.number, hidden=hidden))
        self._line = _Line()

    def _table(self, node: Any, *, hidden: bool) -> None:
        """A table's cells by their place in the grid; a table inside a cell is part of its text."""
        index = len(self.tables) + 1
        self.tables.append(Table(index, ()))
        cells: list[Cell] = []
        taken: set[tuple[int, int]] = set()
        for row, line in enumerate(_rows(node), 1):
            column = 1
            for cell in line:
                while (row, column) in taken:
                    column += 1
                down, across = _span(cell, "rowspan"), _span(cell, "colspan")
                taken |= {(row + y, column + x) for y in range(down) for x in range(across)}
                cells.append(Cell(len(self.blocks), row, column, down, across))
                text, unseen = _cell_text(cell, hidden=hidden or _is_hidden(cell) or _is_hidden(cell.getparent()))
                place = Location(table=index, row=row, column=column)
                self.blocks.append(Block(len(self.blocks), Kind.CELL, text, place, hidden=unseen))
                column += across
        self.tables[index - 1] = Table(index, tuple(cells))


def _cell_text(node: Any, *, hidden: bool) -> tuple[str, tuple[Span, ...]]:
    """The text of a cell, its paragraphs on lines of their own."""
    inner = PageWalk()
    inner._inside(node, hidden=hidden)
    inner._end()
    text = ""
    unseen: list[Span] = []
    for block in inner.blocks:
        start = len(text) + bool(text)
        text += "\n" * bool(text) + block.text
        unseen += (Span(start + each.start, start + each.end) for each in block.hidden)
    return text, tuple(unseen)


def _rows(table: Any) -> Iterator[list[Any]]:
    """The cells of each row, not of the tables inside."""
    for child in table:
        if not isinstance(child.tag, str):
            continue
        if child.tag.lower() in ("thead", "tbody", "tfoot"):
            yield from _rows(child)
        elif child.tag.lower() == "tr":
            yield [each for each in child if isinstance(each.tag, str) and each.tag.lower() in ("td", "th")]


def _span(cell: Any, name: str) -> int:
    written = (cell.get(name) or "1").strip()
    return min(max(int(written), 1), _MOST_SPAN) if written.isdigit() and len(written) < 9 else 1


def _is_hidden(node: Any) -> bool:
    if node is None or not isinstance(node.tag, str):
        return False
    return node.get("hidden") is not None or _HIDING.search(node.get("style") or "") is not None


def _count_items(listed: Any) -> None:
    """Note at each item of an ordered list the number it shows."""
    start = listed.get("start") or "1"
    number = int(start) if start.lstrip("-").isdigit() and len(start) < 9 else 1
    for item in listed:
        if item.tag == "li":
            item.set(_NUMBER, f"{number}.")
            number += 1
