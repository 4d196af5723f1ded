"""The contract's own words for a page, cut where notes begin and end, so that each note points at exactly its words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from ...parsers.document import Block, Kind, Location, Part, Table


@dataclass(frozen=True, slots=True)
class Note:
    """Characters `start` up to `end` of a block that a note speaks of; its `number` is shown behind them."""

    block: int
    start: int
    end: int
    number: int
    anchor: str
    """The identifier of these words on the page."""
    tone: str
    """The class of the highlight: a severity, or `fact`."""
    says: str
    """What the note is about, for the link's name."""


@dataclass(frozen=True, slots=True)
class Ending:
    """The link behind the last of a note's words."""

    number: int
    says: str


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look. `begins` are the anchors of notes that begin here, `ends` the notes that end behind them."""

    text: str
    tone: str = ""
    hidden: bool = False
    change: str = ""
    """`inserted` or `deleted` by a tracked change; else empty."""
    begins: tuple[str, ...] = ()
    ends: tuple[Ending, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, heading or cell with its runs."""

    index: int
    kind: str
    number: str
    runs: tuple[Run, ...]
    location: Location
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its rows of cells, each there once at its upper left corner."""

    rows: tuple[tuple[Passage, ...], ...]


@dataclass(frozen=True, slots=True)
class Contract:
    """What the document says, in reading order. `marked` are the notes whose words are in it."""

    parts: tuple[Passage | Grid, ...]
    marked: frozenset[int] = field(default_factory=frozenset)


def contract(blocks: Sequence[Block], tables: Sequence[Table], notes: Iterable[Note]) -> Contract:
    """The blocks with their notes. Furniture stays out unless a note points into it."""
    by_block: dict[int, list[Note]] = {}
    for note in notes:
        by_block.setdefault(note.block, []).append(note)
    spans = {cell.block: (cell.row_span, cell.column_span) for table in tables for cell in table.cells}
    shown = [block for block in blocks if block.index in by_block or block.kind is not Kind.FURNITURE]
    parts: list[Passage | Grid] = []
    for table, group in groupby(shown, key=_table_of):
        passages = [_passage(block, by_block.get(block.index, []), spans) for block in group]
        parts += passages if table is None else [_grid(passages)]
    marked = frozenset(note.number for found in by_block.values() for note in found)
    return Contract(tuple(parts), marked)


def _table_of(block: Block) -> tuple[str, Part, int] | None:
    place = block.location
    return None if place.table is None else (place.file, place.part, place.table)


def _grid(cells: Sequence[Passage]) -> Grid:
    return Grid(tuple(tuple(row) for _, row in groupby(cells, key=lambda cell: cell.location.row)))


def _passage(block: Block, notes: Sequence[Note], spans: Mapping[int, tuple[int, int]]) -> Passage:
    kind = "part" if block.location.part is not Part.BODY else block.kind.value
    rows, columns = spans.get(block.index, (1, 1))
    return Passage(block.index, kind, block.number, tuple(_runs(block, notes)), block.location, rows, columns)


def _runs(block: Block, notes: Sequence[Note]) -> Iterable[Run]:
    deleted = {revision.span.start: revision.deleted for revision in block.revisions if revision.deleted}
    inserted = [(each.span.start, each.span.end) for each in block.revisions if not each.deleted]
    hidden = [(span.start, span.end) for span in block.hidden]
    length = len(block.text)
    cuts = {0, length, *deleted}
    for start, end in (*inserted, *hidden, *((note.start, note.end) for note in notes)):
        cuts |= {start, end}
    ordered = sorted(cut for cut in cuts if 0 <= cut <= length)
    for start, end in zip(ordered, [*ordered[1:], length], strict=True):
        if words := deleted.get(start):
            yield Run(words, change="deleted")
        if start == end:
            continue
        covering = [note for note in notes if note.start < end and note.end > start]
        yield Run(
            block.text[start:end],
            _tone(covering),
            _covers(hidden, start, end),
            "inserted" if _covers(inserted, start, end) else "",
            tuple(dict.fromkeys(note.anchor for note in covering if note.start == start)),
            tuple(dict.fromkeys(Ending(note.number, note.says) for note in covering if note.end == end)),
        )


_TONES = ("block", "high", "medium", "low", "fact")


def _tone(notes: Sequence[Note]) -> str:
    return min((note.tone for note in notes), key=_TONES.index, default="")


def _covers(spans: Iterable[tuple[int, int]], start: int, end: int) -> bool:
    return any(left < end and right > start for left, right in spans)
