"""The walk through a DOCX: every story becomes blocks and tables in reading order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import accumulate

from lxml import etree

from ..document import Block, Cell, Kind, Location, Part, Revision, Span, Table, View
from ..quick import quick
from .controls import settle_controls
from .inline import Found
from .line import Line, Origin, joined, whole, with_deletions
from .notes import note_numbers
from .numbering import Numbering
from .original import reject_changes
from .package import Package
from .paragraphs import Paragraph, ParagraphReader
from .plain_tables import plain_rows
from .styles import Styles
from .tables import GridCell, grid, is_frame
from .visibility import PAPER, UNKNOWN, page_ground
from .xml import R_ID, W, short, value

_block, _location, _cell = quick(Block), quick(Location), quick(Cell)
_OF_DOCUMENT = {Part.BODY, Part.TEXT_BOX}
"""Parts whose pictures are related to the main part of the package."""
_PAGE_FIELDS = {"PAGE", "NUMPAGES", "SECTIONPAGES"}
_PAGE_WORDS = re.compile(r"[\s\d第共页頁/\-—–_,，.|]|page|of", re.I)


@dataclass(slots=True)
class _Content:
    """What a table cell holds."""

    lines: list[Line] = field(default_factory=list)
    """The paragraphs with text."""
    numbers: list[str] = field(default_factory=list)
    """Their numbers."""
    before_text: str = ""
    """The number of the last paragraph, as long as none has text."""
    lost: list[Revision] = field(default_factory=list)
    """What was taken away from paragraphs without text."""
    tables: list[etree._Element] = field(default_factory=list)
    found: list[Found] = field(default_factory=list)


class Walk:
    """Collects the blocks of one document. `body` first, then `edges` and `comments`.

    `traced`: `origins` tells for every block which elements its characters come from. That takes longer.
    """

    def __init__(self, package: Package, view: View = View.FINAL, traced: bool = False) -> None:
        self._package = package
        self._traced = traced
        self.origins: dict[int, tuple[Origin, ...]] = {}
        self._styles = Styles(package.parts.get("styles"))
        for root in package.roots():
            if view is View.ORIGINAL:
                reject_changes(root)
            settle_controls(root, self._styles)
        self._paper = page_ground(package.document)
        self._counts: Counter[Part] = Counter()
        self._carried: list[Revision] = []
        self._depth = 0
        self._tables_begun = 0
        self._deferred: list[Callable[[], None]] = []
        self._notes_read: set[tuple[Part, str]] = set()
        self._note_numbers = note_numbers(package.document, package.parts.get("settings"))
        self._note_number = ""
        """The number of the note whose first paragraph comes next."""
        self._notes = {
            part: {value(note, "id") or "": note for note in package.parts.get(name, ())}
            for part, name in ((Part.FOOTNOTE, "footnotes"), (Part.ENDNOTE, "endnotes"))
        }
        self.blocks: list[Block] = []
        self.tables: list[Table] = []
        self.scans: list[tuple[int, str, bool]] = []
        """Pictures of the main part: the block each stands before, its relationship id, whether it fills a page."""
        self.pictures = self.page_pictures = self.objects = self.imported = 0

    def body(self) -> None:
        """Reads the main story, with its text boxes and notes after the paragraph or table they belong to."""
        body = self._package.document.find(W + "body")
        if body is not None:
            self._story(body, Part.BODY, self._new_reader(), self._paper)
        self._settle()

    def edges(self) -> None:
        """Reads each header and footer in use once, however many sections share it."""
        seen: set[str] = set()
        for reference in self._package.document.iter(W + "headerReference", W + "footerReference"):
            name, root = self._package.edges.get(reference.get(R_ID, ""), ("", None))
            if root is not None and name not in seen:
                seen.add(name)
                part = Part.HEADER if short(root.tag) == "hdr" else Part.FOOTER
                self._story(root, part, self._new_reader(), self._paper)
                self._settle()

    def comments(self) -> None:
        """Reads the comments in the order of their part."""
        for comment in self._package.parts.get("comments", ()):
            self._story(comment, Part.COMMENT, self._new_reader(), PAPER)
            self._settle()

    def _new_reader(self) -> ParagraphReader:
        numbering = Numbering(self._package.parts.get("numbering"), self._styles)
        return ParagraphReader(self._styles, numbering, self._traced)

    def _story(self, parent: etree._Element, part: Part, reader: ParagraphReader, ground: str) -> None:
        for item in reader.flow(parent, ground):
            if isinstance(item, Paragraph):
                self._paragraph(item, part, reader)
            elif short(item.tag) == "tbl":
                self._table(item, part, reader, ground)
            else:
                self.imported += 1

    def _paragraph(self, paragraph: Paragraph, part: Part, reader: ParagraphReader) -> None:
        if paragraph.line.is_empty:
            self._carried += paragraph.line.deletions()
        else:
            self._counts[part] += 1
            kind = Kind.FURNITURE if _is_page_number(paragraph, part) else paragraph.kind
            number, self._note_number = self._note_number or paragraph.number, ""
            self._add(kind, paragraph.line, _location(part, paragraph=self._counts[part]), number)
        self._attached(paragraph.found, part, reader)

    def _add(
        self, kind: Kind, line: Line, location: Location, number: str = "", later: tuple[tuple[int, str], ...] = ()
    ) -> int:
        if self._carried:
            line = with_deletions(line, self._carried, 0)
            self._carried = []
        index = len(self.blocks)
        if line.origins:
            self.origins[index] = line.origins
        self.blocks.append(_block(index, kind, line.text, location, number, line.revisions, line.hidden, later))
        return index

    def _attached(self, found: Iterable[Found], part: Part, reader: ParagraphReader) -> None:
        """Text boxes and notes; inside a table they wait for its end, so that its rows stay whole."""
        for each in found:
            self.pictures += each.pictures
            self.page_pictures += each.page_pictures
            self.objects += each.objects
            if part in _OF_DOCUMENT:
                for scan in each.scans:
                    self._later(partial(self._scan, *scan))
            for words in filter(str.strip, each.watermarks):
                self._later(partial(self._watermark, words, part))
            inside = Part.TEXT_BOX if part is Part.BODY else part
            for box in each.boxes:
                self._later(partial(self._story, box, inside, reader, UNKNOWN))
            for note in each.notes:
                self._later(partial(self._note, *note))

    def _later(self, action: Callable[[], None]) -> None:
        if self._depth:
            self._deferred.append(action)
        else:
            action()

    def _scan(self, relationship: str, is_page: bool) -> None:
        self.scans.append((len(self.blocks), relationship, is_page))

    def _watermark(self, words: str, part: Part) -> None:
        self._add(Kind.FURNITURE, Line(words), Location(part))

    def _note(self, part: Part, identifier: str) -> None:
        note = self._notes[part].get(identifier)
        if note is not None and (part, identifier) not in self._notes_read:
            self._notes_read.add((part, identifier))
            self._note_number = self._note_numbers.get((part, identifier), "")
            self._story(note, part, self._new_reader(), self._paper)
            self._note_number = ""

    def _table(self, table: etree._Element, part: Part, reader: ParagraphReader, ground: str) -> None:
        rows = plain_rows(table) if reader.takes_plain_tables(table, ground) else None
        if rows is not None and sum(map(len, rows)) > 1:
            self._plain_table(rows, part)
            return
        cells = grid(table, self._styles, ground)
        if is_frame(cells):
            self._story(cells[0].element, part, reader, cells[0].ground)
            return
        self._tables_begun += 1
        index = self._tables_begun
        self._depth += 1
        placed = [made for cell in cells if (made := self._cell(cell, part, index, reader)) is not None]
        self.tables.append(Table(index, tuple(placed)))
        self._depth -= 1
        if not self._depth:
            waiting, self._deferred = self._deferred, []
            for action in waiting:
                action()

    def _plain_table(self, rows: list[list[str]], part: Part) -> None:
        """A table of words only; nothing in it has to wait, and nothing else reads it."""
        self._tables_begun += 1
        table, blocks = self._tables_begun, self.blocks
        first = len(blocks)
        placed: list[Cell] = []
        for row, cells in enumerate(rows, 1):
            for column, text in enumerate(cells, 1):
                index = len(blocks)
                blocks.append(_block(index, Kind.CELL, text, _location(part, None, None, table, row, column)))
                placed.append(_cell(index, row, column))
        self.tables.append(Table(table, tuple(placed)))
        if self._carried:
            line = with_deletions(Line(blocks[first].text), self._carried, 0)
            blocks[first] = replace(blocks[first], revisions=line.revisions)
            self._carried = []

    def _cell(self, cell: GridCell, part: Part, index: int, reader: ParagraphReader) -> Cell | None:
        plain = cell.removed is None and cell.inserted is None and not cell.hidden
        if plain and (only := reader.only_paragraph(cell.element, cell.ground)) is not None:
            text, number = only
            location = _location(part, None, None, index, cell.row, cell.column)
            block = self._add(Kind.CELL, Line(text if text.strip() else ""), location, number)
            return _cell(block, cell.row, cell.column, cell.row_span, cell.column_span)
        return self._rich_cell(cell, part, index, reader)

    def _rich_cell(self, cell: GridCell, part: Part, index: int, reader: ParagraphReader) -> Cell | None:
        content = _Content()
        self._collect(cell.element, content, reader, cell.ground)
        text = content.lines[0] if len(content.lines) == 1 else joined(content.lines, "\n")
        lost = content.lost
        if cell.removed is not None:
            removal = Revision(Span(0, 0), cell.removed.author, cell.removed.date, text.text)
            self._carried += [*lost, *text.deletions(), *([removal] if text.text else [])]
            return None
        self._attached(content.found, part, reader)
        made: Cell | None = None
        # A cell filled with a picture, a text box or a table isn't an empty field of a form.
        if text.text or not (content.tables or any(_shows_something(each) for each in content.found)):
            location = _location(part, table=index, row=cell.row, column=cell.column)
            line = with_deletions(whole(text, cell.inserted, cell.hidden), lost, len(text.text))
            number = content.numbers[0] if content.numbers else content.before_text
            block = self._add(Kind.CELL, line, location, number, _later_numbers(content))
            made = _cell(block, cell.row, cell.column, cell.row_span, cell.column_span)
        else:
            self._carried += lost
        for nested in content.tables:
            self._table(nested, part, reader, cell.ground)
        return made

    def _collect(self, element: etree._Element, content: _Content, reader: ParagraphReader, ground: str) -> None:
        for item in reader.flow(element, ground):
            if isinstance(item, Paragraph):
                if item.line.is_empty:
                    content.before_text = item.number
                    content.lost += item.line.deletions()
                else:
                    content.lines.append(item.line)
                    content.numbers.append(item.number)
                content.found += item.found
            elif short(item.tag) != "tbl":
                self.imported += 1
            elif is_frame(inner := grid(item, self._styles, ground)):
                self._collect(inner[0].element, content, reader, inner[0].ground)
            else:
                content.tables.append(item)

    def _settle(self) -> None:
        """Notes words taken away at the very end of a story at the end of its last block."""
        if self._carried and self.blocks:
            last = self.blocks[-1]
            line = with_deletions(Line(last.text, last.revisions, last.hidden), self._carried, len(last.text))
            self.blocks[-1] = replace(last, revisions=line.revisions)
        self._carried = []


def _later_numbers(content: _Content) -> tuple[tuple[int, str], ...]:
    """The numbers of a cell's second and later paragraphs, each with its place in the cell's text."""
    if not any(content.numbers[1:]):
        return ()
    starts = accumulate((len(line.text) + 1 for line in content.lines), initial=0)
    return tuple((at, number) for at, number in zip(starts, content.numbers, strict=False) if at and number)


def _shows_something(found: Found) -> bool:
    return bool(found.boxes or found.pictures or found.objects)


def _is_page_number(paragraph: Paragraph, part: Part) -> bool:
    if part not in (Part.HEADER, Part.FOOTER) or not any(_PAGE_FIELDS & found.fields for found in paragraph.found):
        return False
    return not _PAGE_WORDS.sub("", paragraph.line.text)
