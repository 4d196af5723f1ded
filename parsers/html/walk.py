"""The visible text of a page in reading order: headings, paragraphs, list items and table cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any

from ..document import Block, Cell, Kind, Location, Revision, Span, Table

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
_STRIKING = frozenset(("s", "strike", "del"))
_STRUCK = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.I)
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![\d.])", re.I)
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_MOST_SPAN = 1000
_NUMBER = "presign-number"
"""The attribute that carries an item's number through the walk."""


class _Look(Enum):
    """How words look on the page."""

    SEEN = 1
    HIDDEN = 2
    STRUCK = 3


@dataclass(frozen=True, slots=True)
class _Words:
    """Finished text, which of it nobody sees, and what was struck out of it."""

    text: str = ""
    hidden: tuple[Span, ...] = ()
    revisions: tuple[Revision, ...] = ()


@dataclass(slots=True)
class _Line:
    """The paragraph under way: its text in pieces, and how each looks."""

    kind: Kind = Kind.PARAGRAPH
    number: str = ""
    pieces: list[tuple[str, _Look]] = field(default_factory=list)

    def words(self) -> _Words:
        """The text with its blanks joined."""
        text = ""
        hidden: list[Span] = []
        struck: list[Revision] = []
        for piece, look in self.pieces:
            if look is _Look.STRUCK:
                if piece.strip():
                    struck.append(Revision(Span(len(text), len(text)), "", "", piece, struck=True))
                continue
            words = piece if piece == "\n" else _BLANKS.sub(" ", piece)
            if not text or text[-1] in " \n":
                words = words.lstrip(" ")
            if words == "\n":
                text = text.rstrip(" ")
            start = len(text)
            text += words
            if look is _Look.HIDDEN and words.strip():
                hidden.append(Span(start, len(text)))
        length = len(text.rstrip())
        return _Words(
            text[:length],
            tuple(Span(each.start, min(each.end, length)) for each in hidden if each.start < length),
            tuple(replace(each, span=Span(*[min(each.span.start, length)] * 2)) for each in struck),
        )


@dataclass(slots=True)
class PageWalk:
    """Collects the blocks and tables of a page."""

    blocks: list[Block] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    _line: _Line = field(default_factory=_Line)
    _paragraphs: int = 0
    _carried: tuple[Revision, ...] = ()
    """What was struck out of paragraphs with nothing else in them."""

    def page(self, root: Any) -> None:
        """Walk a parsed page."""
        self._element(root, _Look.SEEN)
        self._end()
        if self._carried and self.blocks:
            last = self.blocks[-1]
            end = Span(len(last.text), len(last.text))
            carried = (replace(each, span=end) for each in self._carried)
            self.blocks[-1] = replace(last, revisions=(*last.revisions, *carried))

    def _element(self, node: Any, look: _Look) -> None:
        if not isinstance(node.tag, str):
            return
        name = node.tag.lower()
        if name in _SILENT:
            return
        look = _look(node, look)
        if name == "table":
            self._end()
            self._table(node, look)
            return
        if name == "input":
            self._input(node, look)
            return
        if name == "ol":
            _count_items(node)
        breaks = name in _BREAKING or name in _HEADINGS
        if name == "br":
            self._line.pieces.append(("\n", look))
            return
        if breaks:
            self._end()
            self._line = _Line(Kind.HEADING if name in _HEADINGS else Kind.PARAGRAPH, node.get(_NUMBER) or "")
        self._inside(node, look)
        if breaks:
            self._end()

    def _inside(self, node: Any, look: _Look) -> None:
        self._say(node.text, look)
        for child in node:
            self._element(child, look)
            self._say(child.tail, look)

    def _say(self, text: str | None, look: _Look) -> None:
        if text:
            self._line.pieces.append((text, look))

    def _input(self, node: Any, look: _Look) -> None:
        """A form's field: its value, or whether a box is ticked."""
        kind = (node.get("type") or "text").lower()
        if kind in ("checkbox", "radio"):
            self._say("☑" if node.get("checked") is not None else "☐", look)
        elif kind in ("text", "number", "date", "tel", "email"):
            self._say(node.get("value"), look)

    def _end(self) -> None:
        words = self._line.words()
        if words.text:
            self._paragraphs += 1
            self._add(self._line.kind, words, Location(paragraph=self._paragraphs), self._line.number)
        else:
            self._carried += words.revisions
        self._line = _Line()

    def _add(self, kind: Kind, words: _Words, place: Location, number: str = "") -> None:
        carried = tuple(replace(each, span=Span(0, 0)) for each in self._carried)
        self._carried = ()
        revisions = (*carried, *words.revisions)
        self.blocks.append(Block(len(self.blocks), kind, words.text, place, number, revisions, words.hidden))

    def _table(self, node: Any, look: _Look) -> None:
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
                words = _cell_words(cell, _look(cell, _look(cell.getparent(), look)))
                self._add(Kind.CELL, words, Location(table=index, row=row, column=column))
                column += across
        self.tables[index - 1] = Table(index, tuple(cells))


def _cell_words(node: Any, look: _Look) -> _Words:
    """The words of a cell, its paragraphs on lines of their own."""
    inner = PageWalk()
    inner._inside(node, look)
    inner._end()
    text = ""
    hidden: list[Span] = []
    revisions: list[Revision] = []
    for block in inner.blocks:
        start = len(text) + bool(text)
        text += "\n" * bool(text) + block.text
        hidden += (Span(start + each.start, start + each.end) for each in block.hidden)
        revisions += (replace(each, span=Span(*[start + each.span.start] * 2)) for each in block.revisions)
    return _Words(text, tuple(hidden), (*revisions, *inner._carried))


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


def _look(node: Any, around: _Look) -> _Look:
    """How the words of an element look, in what is around it."""
    if around is not _Look.SEEN or node is None or not isinstance(node.tag, str):
        return around
    style = node.get("style") or ""
    if node.get("hidden") is not None or _HIDING.search(style):
        return _Look.HIDDEN
    return _Look.STRUCK if node.tag.lower() in _STRIKING or _STRUCK.search(style) else _Look.SEEN


def _count_items(listed: Any) -> None:
    """Note at each item of an ordered list the number it shows."""
    start = listed.get("start") or "1"
    number = int(start) if start.lstrip("-").isdigit() and len(start) < 9 else 1
    for item in listed:
        if item.tag == "li":
            item.set(_NUMBER, f"{number}.")
            number += 1
