"""A document as every later stage sees it: blocks of text in reading order, each knowing its place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Media(StrEnum):
    """The format a document was read from, decided by its content."""

    DOCX = "docx"
    PDF = "pdf"
    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    ARCHIVE = "archive"
    """A ZIP archive with a contract and its annexes."""
    MAIL = "mail"
    LEGACY = "legacy"
    """Old Word, WPS, RTF or OpenDocument, read as LibreOffice converts it."""
    PICTURE = "picture"
    """A photo or scan of a page (PNG, JPEG), read by text recognition."""


class Part(StrEnum):
    """Where in the file a block stands."""

    BODY = "body"
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    TEXT_BOX = "text_box"
    COMMENT = "comment"


class View(StrEnum):
    """Which reading of a document with tracked changes was read."""

    FINAL = "final"
    """As if all changes were accepted; each is on record in its block."""
    ORIGINAL = "original"
    """The text before all changes."""


class Kind(StrEnum):
    """What a block is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    CELL = "cell"
    FURNITURE = "furniture"
    """Running heads, page numbers, watermarks: kept, but not part of what the parties agreed."""


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` up to `end` (code points, end exclusive) of a block's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Revision:
    """Characters of a block that a change brought in (`text` empty) or took away at `span.start`."""

    span: Span
    author: str
    date: str
    deleted: str = ""
    """The words taken away; empty for an insertion."""
    struck: bool = False
    """Taken away by a line drawn through them, not by a tracked change; nobody is on record then."""


@dataclass(frozen=True, slots=True)
class Location:
    """A block's place, as a reader would find it; what a format doesn't have is None. All count from 1."""

    part: Part = Part.BODY
    page: int | None = None
    """PDF only."""
    paragraph: int | None = None
    """Paragraph of the part, tables not counted; in text formats, too."""
    table: int | None = None
    row: int | None = None
    column: int | None = None
    line: int | None = None
    """Text formats: the line of the file the block starts on."""
    box: tuple[float, float, float, float] | None = None
    """PDF: left, top, right, bottom in points from the page's upper left corner."""
    file: str = ""
    """The file inside an archive or e-mail."""
    later: tuple[tuple[int, tuple[float, float, float, float]], ...] = ()
    """PDF: where a paragraph goes on that the end of a page or column cuts, as page and box."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or table cell. `text` holds the original characters, in their order."""

    index: int
    kind: Kind
    text: str
    location: Location
    number: str = ""
    """The automatic number Word shows before the text ("5.2", "第八条"); never part of `text`."""
    revisions: tuple[Revision, ...] = ()
    hidden: tuple[Span, ...] = ()
    """Characters the reader of the document doesn't see (hidden, invisible or too small text)."""
    later_numbers: tuple[tuple[int, str], ...] = ()
    """Automatic numbers of further paragraphs of a table cell: where in `text` each stands, and the number."""
    confidence: float | None = None
    """How sure text recognition is of the text, from 0 to 1; None where the text was typed."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: its block, its place in the grid (from 1) and how many rows and columns it covers."""

    block: int
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table; a merged cell is there once, at its upper left corner."""

    index: int
    """From 1, as in `Location.table`."""
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """A part of the document that couldn't be read: a page without text, garbled characters.

    `key` names the message in the catalogue, `page` the page (None: the document as a whole).
    """

    key: str
    page: int | None = None
    values: tuple[tuple[str, str], ...] = ()
    file: str = ""
    """The file inside an archive or e-mail."""
    aside: bool = False
    """Told to the reader of a report, but nothing of what was agreed is missing: absent facts stay absent."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document read whole, or with its gaps named."""

    path: str
    sha256: str
    media: Media
    blocks: tuple[Block, ...]
    tables: tuple[Table, ...] = ()
    language: str = "zh"
    """`zh`, `en` or `mixed`: the language of the agreed text."""
    pages: int | None = None
    gaps: tuple[Gap, ...] = ()
    view: View = View.FINAL
    """Formats without tracked changes know the final reading only."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that couldn't be read at all: what stopped it, as a message key with its values."""

    path: str
    key: str
    values: tuple[tuple[str, str], ...] = ()
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """What a document may cost. The defaults fit contracts; a file beyond them is refused by name."""

    file_bytes: int = 50_000_000
    archive_entries: int = 5_000
    archive_bytes: int = 200_000_000
    """All parts of a DOCX unpacked."""
    archive_ratio: int = 200
    """Unpacked to packed size of one part larger than 1 MB."""
    xml_depth: int = 200
    pages: int = 2_000
    characters: int = 5_000_000
    seconds: float = 60.0
    """Wall-clock time of the child process that parses one document."""
    processor_seconds: float | None = None
    """Its processor time, which other work on the machine hardly moves, rounded up; None: a second above `seconds`."""
    memory_bytes: int = 2_000_000_000
    ocr_pages: int = 200
    """Pages of one document that text recognition reads; each takes seconds."""
