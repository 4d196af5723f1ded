"""The walk through a DOCX: every story becomes blocks and tables in reading order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial

from lxml import etree

from ..document import Block, Cell, Kind, Location, Part, Revision, Span, Table
from .controls import settle_controls
from .inline import Found
from .line import Line, joined, whole, with_deletions
from .numbering import Numbering
from .package import Package
from .paragraphs import Paragraph, ParagraphReader
from .styles import Styles
from .tables import GridCell, grid, is_frame
from .xml import R_ID, W, short, value

_PAGE_FIELDS = {"PAGE", "NUMPAGES", "SECTIONPAGES"}
_PAGE_WORDS = re.compile(r"[\s\d第共页頁/\-—–_,，.|]|page|of", re.I)


@dataclass(slots=True)
class _Content:
    """What a table cell holds."""

    lines: list[Line] = field(default_factory=list)
    number: str = ""
    """The number of the first paragraph with text: a block has room for one."""
    has_text: bool = False
    tables: list[etree._Element] = field(default_factory=list)
    found: list[Found] = field(default_factory=list)


class Walk:
    """Collects the blocks of one document. `body` first, then `edges` and `comments`."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._styles = Styles(package.parts.get("styles"))
        for root in (package.document, *package.parts.values(), *(root for _, root in package.edges.values())):
            settle_controls(root, self._styles)
        self._counts: Counter[Part] = Counter()
        self._carried: list[Revision] = []
        self._depth = 0
        self._tables_begun = 0
        self._deferred: list[Callable[[], None]] = []
        self._notes_read: set[tuple[Part, str]] = set()
        self._notes = {
            part: {value(note, "id") or "": note for note in package.parts.get(name, ())}
            for part, name in ((Part.FOOTNOTE, "footnotes"), (Part.ENDNOTE, "endnotes"))
        }
        self.blocks: list[Block] = []
        self.tables: list[Table] = []
        self.pictures = self.page_pictures = self.objects = self.imported = 0

    def body(self) -> None:
        """Reads the main story, with its text boxes and notes after the paragraph or table they belong to."""
        body = self._package.document.find(W + "body")
        if body is not None:
            self._story(body, Part.BODY, self._new_reader())
        self._settle()

    def edges(self) -> None:
        """Reads each header and footer in use once, however many sections share it."""
        seen: set[str] = set()
        for reference in self._package.document.iter(W + "headerReference", W + "footerReference"):
            name, root = self._package.edges.get(reference.get(R_ID, ""), ("", None))
            if root is not None and name not in seen:
                seen.add(name)
                part = Part.HEADER if short(root.tag) == "hdr" else Part.FOOTER
                self._story(root, part, self._new_reader())
                self._settle()

    def comments(self) -> None:
        """Reads the comments in the order of their part."""
        for comment in self._package.parts.get("comments", ()):
            self._story(comment, Part.COMMENT, self._new_reader())
            self._settle()

    def _new_reader(self) -> ParagraphReader:
        return ParagraphReader(self._styles, Numbering(self._package.parts.get("numbering"), self._styles))

    def _story(self, parent: etree._Element, part: Part, reader: ParagraphReader) -> None:
        for item in reader.flow(parent):
            if isinstance(item, Paragraph):
                self._paragraph(item, part, reader)
            elif short(item.tag) == "tbl":
                self._table(item, part, reader)
            else:
                self.imported += 1

    def _paragraph(self, paragraph: Paragraph, part: Part, reader: ParagraphReader) -> None:
        if paragraph.line.is_empty:
            self._carried += paragraph.line.deletions()
        else:
            self._counts[part] += 1
            kind = Kind.FURNITURE if _is_page_number(paragraph, part) else paragraph.kind
            self._add(kind, paragraph.line, Location(part, paragraph=self._counts[part]), paragraph.number)
        self._attached(paragraph.found, part, reader)

    def _add(self, kind: Kind, line: Line, location: Location, number: str = "") -> int:
        line = with_deletions(line, self._carried, 0)
        self._carried = []
        index = len(self.blocks)
        self.blocks.append(Block(index, kind, line.text, location, number, line.revisions, line.hidden))
        return index

    def _attached(self, found: Iterable[Found], part: Part, reader: ParagraphReader) -> None:
        """Text boxes and notes; inside a table they wait for its end, so that its rows stay whole."""
        for each in found:
            self.pictures += each.pictures
            self.page_pictures += each.page_pictures
            self.objects += each.objects
            for words in filter(str.strip, each.watermarks):
                self._later(partial(self._watermark, words, part))
            inside = Part.TEXT_BOX if part is Part.BODY else part
            for box in each.boxes:
                self._later(partial(self._story, box, inside, reader))
            for note in each.notes:
                self._later(partial(self._note, *note))

    def _later(self, action: Callable[[], None]) -> None:
        if self._depth:
            self._deferred.append(action)
        else:
            action()

    def _watermark(self, words: str, part: Part) -> None:
        self._add(Kind.FURNITURE, Line(words), Location(part))

    def _note(self, part: Part, identifier: str) -> None:
        note = self._notes[part].get(identifier)
        if note is not None and (part, identifier) not in self._notes_read:
            self._notes_read.add((part, identifier))
            self._story(note, part, self._new_reader())

    def _table(self, table: etree._Element, part: Part, reader: ParagraphReader) -> None:
        cells = grid(table)
        if is_frame(cells):
            self._story(cells[0].element, part, reader)
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

    def _cell(self, cell: GridCell, part: Part, index: int, reader: ParagraphReader) -> Cell | None:
        content = _Content()
        self._collect(cell.element, content, reader)
        text = joined((line for line in content.lines if not line.is_empty), "\n")
        lost = [each for line in content.lines if line.is_empty for each in line.deletions()]
        if cell.removed is not None:
            removal = Revision(Span(0, 0), cell.removed.author, cell.removed.date, text.text)
            self._carried += [*lost, *text.deletions(), *([removal] if text.text else [])]
            return None
        self._attached(content.found, part, reader)
        made: Cell | None = None
        # A cell filled with a picture, a text box or a table isn't an empty field of a form.
        if text.text or not (content.tables or any(_shows_something(each) for each in content.found)):
            location = Location(part, table=index, row=cell.row, column=cell.column)
            line = with_deletions(whole(text, cell.inserted, cell.hidden), lost, len(text.text))
            block = self._add(Kind.CELL, line, location, content.number)
            made = Cell(block, cell.row, cell.column, cell.row_span, cell.column_span)
        else:
            self._carried += lost
        for nested in content.tables:
            self._table(nested, part, reader)
        return made

    def _collect(self, element: etree._Element, content: _Content, reader: ParagraphReader) -> None:
        for item in reader.flow(element):
            if isinstance(item, Paragraph):
                if not content.has_text:
                    content.number = item.number
                content.has_text = content.has_text or not item.line.is_empty
                content.lines.append(item.line)
                content.found += item.found
            elif short(item.tag) != "tbl":
                self.imported += 1
            elif is_frame(inner := grid(item)):
                self._collect(inner[0].element, content, reader)
            else:
                content.tables.append(item)

    def _settle(self) -> None:
        """Notes words taken away at the very end of a story at the end of its last block."""
        if self._carried and self.blocks:
            last = self.blocks[-1]
            line = with_deletions(Line(last.text, last.revisions, last.hidden), self._carried, len(last.text))
            self.blocks[-1] = Block(
                last.index, last.kind, last.text, last.location, last.number, line.revisions, last.hidden
            )
        self._carried = []


def _shows_something(found: Found) -> bool:
    return bool(found.boxes or found.pictures or found.objects)


def _is_page_number(paragraph: Paragraph, part: Part) -> bool:
    if part not in (Part.HEADER, Part.FOOTER) or not any(_PAGE_FIELDS & found.fields for found in paragraph.found):
        return False
    return not _PAGE_WORDS.sub("", paragraph.line.text)
