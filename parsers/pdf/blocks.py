"""The pages of a PDF become the blocks and tables of a document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from statistics import median

from ..document import Block, Cell, Kind, Location, Part, Span, Table
from ..quick import quick
from .furniture import Furniture, Sheet, find_furniture
from .geometry import Box, Frame, union
from .lines import Line
from .page import Page, PlacedTable, Region
from .paragraphs import Margins, Words, ends_sentence, is_marked, join, margins, paragraphs, right_margin, runs_on
from .script import room
from .split_tables import cell_margins, first_row, goes_on, last_rows, mend, rest_of_cell, with_rest
from .tables import GridCell

_HEADING_SIZE = 1.12
_HEADING_ROOM = 40.0
_CLAUSE_HEADING = re.compile(
    r"(?:第[ ]*[一二三四五六七八九十百零〇\d]+[ ]*[条章节]|[一二三四五六七八九十]{1,3}[、.．]"
    r"|(?:ARTICLE|Article|SECTION|Section)[ ]+[\dIVXLC]+)[ 、.:：]*[^。；;，,：:.]{0,24}"
)

# A part of an address ("halden-fitout.example") isn't a word of the document.
_WORD = re.compile(r"(?<![\w@.-])[A-Za-z]{2,}(?![\w@-]|\.\w)")

_block, _cell, _location = quick(Block), quick(Cell), quick(Location)


@dataclass(slots=True)
class _Draft:
    """A block before it is numbered: its lines, and where a paragraph of the next page may go on."""

    lines: list[Line]
    page: Page
    frame: Frame
    edges: Margins
    part: Part = Part.BODY
    furniture: bool = False
    hidden: bool = False
    later: list[tuple[int, Page, Frame]] = field(default_factory=list)
    """From which of its lines on it stands on another page or in another column, and where."""


@dataclass(slots=True)
class _TableDraft:
    """A table with its cells, and the pages it goes on over."""

    pieces: list[tuple[PlacedTable, Page, Frame]]
    later: dict[tuple[int, int, int], tuple[Page, Frame, Box]] = field(default_factory=dict)
    """Where cells go on that a page break cuts, by their piece, row and column in it."""


@dataclass(slots=True)
class _Blocks:
    blocks: list[Block] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    paragraph: dict[Part, int] = field(default_factory=dict)

    def next_paragraph(self, part: Part) -> int:
        self.paragraph[part] = self.paragraph.get(part, 0) + 1
        return self.paragraph[part]


def build(pages: Sequence[Page]) -> tuple[tuple[Block, ...], tuple[Table, ...]]:
    """All blocks in reading order, paragraphs and tables put together across pages, and the tables."""
    every_line = [line for page in pages for region in page.regions for line in _all_lines(region)]
    if not every_line and not any(page.slanted or page.hidden for page in pages):
        return (), ()
    words = cache(lambda: frozenset(word.lower() for line in every_line for word in _WORD.findall(line.text)))
    body = _body_size(every_line)
    out = _Blocks()
    for draft in _drafts(pages):
        match draft:
            case _Draft():
                _add_paragraph(out, draft, words, body)
            case _TableDraft():
                _add_table(out, draft, words)
    return tuple(out.blocks), tuple(out.tables)


def _all_lines(region: Region) -> Iterable[Line]:
    for item in region.items:
        if isinstance(item, PlacedTable):
            for _, texts in item.cells:
                yield from texts
        else:
            yield item


def _body_size(every_line: Sequence[Line]) -> float:
    shares: dict[float, int] = {}
    for line in every_line:
        shares[line.size] = shares.get(line.size, 0) + 1 + len(line.text) // 10
    return median([size for size in shares for _ in range(shares[size])]) if shares else 0.0


def _drafts(pages: Sequence[Page]) -> list[_Draft | _TableDraft]:
    furniture = find_furniture([_sheet(page) for page in pages])
    known = furniture.repeated | furniture.first_heads | furniture.first_feet
    rights = _rights(pages, known)
    drafts: list[_Draft | _TableDraft] = []
    last: _Draft | _TableDraft | None = None
    for page in pages:
        for region in page.regions:
            fresh = True
            for draft in _of_region(region, page, furniture, rights):
                if isinstance(draft, _Draft) and (draft.furniture or draft.part is not Part.BODY):
                    drafts.append(draft)
                    continue
                merged = fresh and last is not None and _goes_on(last, draft)
                if not merged:
                    drafts.append(draft)
                    last = draft
                # After the rest of a table's row, the table itself may go on.
                fresh = merged and isinstance(last, _TableDraft) and isinstance(draft, _Draft)
        drafts += _unseen(page)
    return drafts


def _unseen(page: Page) -> Iterable[_Draft]:
    for region in page.hidden:
        edges = margins(region.lines)
        for lines in paragraphs(region.lines, edges):
            yield _Draft(lines, page, region.frame, edges, hidden=True)


def _sheet(page: Page) -> Sheet:
    upright = [region for region in page.regions if region.frame.quarters == page.regions[0].frame.quarters]
    height = upright[0].frame.size[1] if upright else page.frame.size[1]
    return Sheet(height, tuple(line for region in upright for line in region.lines))


def _of_region(
    region: Region, page: Page, furniture: Furniture, rights: Mapping[int, float]
) -> Iterable[_Draft | _TableDraft]:
    known = furniture.repeated | furniture.first_heads | furniture.first_feet
    column = [line for line in region.lines if id(line) not in known]
    fallback = Margins(0.0, region.frame.size[0], 12.0)
    right = rights.get(round(region.frame.size[0])) if region.whole else None
    edges = margins(column, right=right) if column else fallback
    waiting: list[Line] = []
    for item in region.items:
        if isinstance(item, Line) and id(item) not in known:
            waiting.append(item)
            continue
        if isinstance(item, PlacedTable):
            yield from (_Draft(lines, page, region.frame, edges) for lines in paragraphs(waiting, edges))
            waiting = []
            yield _TableDraft([(item, page, region.frame)])
        elif id(item) in furniture.repeated:
            yield _Draft([item], page, region.frame, edges, furniture=True)
        else:
            part = Part.HEADER if id(item) in furniture.first_heads else Part.FOOTER
            yield _Draft([item], page, region.frame, edges, part)
    yield from (_Draft(lines, page, region.frame, edges) for lines in paragraphs(waiting, edges))


def _rights(pages: Sequence[Page], known: frozenset[int]) -> dict[int, float]:
    """The right margin of the text on all pages of one width, by that width in points."""
    by_width: dict[int, list[Line]] = {}
    for page in pages:
        for region in page.regions:
            if region.whole:
                lines = [line for line in region.lines if id(line) not in known]
                by_width.setdefault(round(region.frame.size[0]), []).extend(lines)
    return {width: right_margin(lines, width) for width, lines in by_width.items() if lines}


def _goes_on(last: _Draft | _TableDraft, draft: _Draft | _TableDraft) -> bool:
    """Whether a draft goes on with the last one, on the page or in the column before it; then it is added to it."""
    match last, draft:
        case _Draft(), _Draft() if last.part is draft.part:
            if runs_on(last.lines, last.edges, draft.lines[0], draft.edges):
                last.later.append((len(last.lines), draft.page, draft.frame))
                last.lines += draft.lines
                last.edges = draft.edges
                return True
        case _TableDraft(), _TableDraft():
            above, page, frame = last.pieces[-1]
            below, next_page, next_frame = draft.pieces[0]
            if next_page.number == page.number + 1 and goes_on(above, below):
                whole, rest, cut = mend(above, below)
                at = len(last.pieces) - 1
                last.pieces[-1] = whole, page, frame
                last.later |= {(at, each.row, each.column): (next_page, next_frame, box) for each, box in cut}
                last.pieces += [(rest, next_page, next_frame)] if rest else []
                return True
        case _TableDraft(), _Draft():
            above, page, frame = last.pieces[-1]
            follows = draft.page.number == page.number + 1
            # Rows at the start of a page come one by one.
            tail = last_rows(above, draft.lines) if follows or len(last.pieces) > 1 else None
            if tail is not None:
                last.pieces.append((tail, draft.page, draft.frame))
                return True
            cell = rest_of_cell(above, draft.lines) if follows else None
            if cell is not None:
                last.pieces[-1] = with_rest(above, cell, draft.lines), page, frame
                room_taken = union(line.box for line in draft.lines)
                last.later[len(last.pieces) - 1, cell.row, cell.column] = draft.page, draft.frame, room_taken
                return True
    return False


def _add_paragraph(out: _Blocks, draft: _Draft, words: Words, body: float) -> None:
    text = join((line.text for line in draft.lines), words)
    own = list(draft.lines)
    (_, box), *later = _places(draft)
    plain = Kind.PARAGRAPH if draft.hidden else _kind(text, own, body)
    kind = Kind.FURNITURE if draft.furniture else plain
    location = Location(
        part=draft.part,
        page=draft.page.number,
        paragraph=None if draft.furniture or draft.hidden else out.next_paragraph(draft.part),
        box=box,
        later=tuple(later),
    )
    hidden = (Span(0, len(text)),) if draft.hidden else ()
    out.blocks.append(Block(len(out.blocks), kind, text, location, hidden=hidden))


def _places(draft: _Draft) -> Iterable[tuple[int, Box]]:
    """The pages and boxes a paragraph stands in."""
    starts = [(0, draft.page, draft.frame), *draft.later]
    ends = [start for start, _, _ in draft.later] + [len(draft.lines)]
    rounded = _Rounded()
    for (start, page, frame), end in zip(starts, ends, strict=True):
        yield page.number, _box(union(line.box for line in draft.lines[start:end]), frame, page, rounded)


def _on_first_page(own: Sequence[Line]) -> Sequence[Line]:
    """The lines before the paragraph jumps up to the next page or column."""
    for at in range(1, len(own)):
        if own[at].baseline <= own[at - 1].baseline:
            return own[:at]
    return own


def _kind(text: str, own: Sequence[Line], body: float) -> Kind:
    if room(text) > _HEADING_ROOM or len(own) > 2:
        return Kind.PARAGRAPH
    if _CLAUSE_HEADING.fullmatch(text.strip()):
        return Kind.HEADING
    stands_out = all(line.bold or line.size >= _HEADING_SIZE * body for line in own)
    return Kind.HEADING if stands_out and not ends_sentence(text) and "_" not in text else Kind.PARAGRAPH


def _add_table(out: _Blocks, draft: _TableDraft, words: Words) -> None:
    number = len(out.tables) + 1
    cells: list[Cell] = []
    blocks, body, kind = out.blocks, Part.BODY, Kind.CELL
    head = first_row(draft.pieces[0][0])
    below = 0
    for at, (table, page, frame) in enumerate(draft.pieces):
        repeats = at > 0 and first_row(table) == head and bool("".join(head))
        shift = below - (1 if repeats else 0)
        rounded = _Rounded()
        for cell, texts in table.cells:
            cell_box, row, column, row_span, column_span = cell
            text = texts[0].text if len(texts) == 1 else _cell_text(cell, texts, words)
            box, index = _box(cell_box, frame, page, rounded), len(blocks)
            if repeats and row == 1:
                blocks.append(_block(index, Kind.FURNITURE, text, _location(page=page.number, box=box)))
                continue
            rest = draft.later.get((at, row, column)) if draft.later else None
            row += shift
            place = _location(body, page.number, None, number, row, column, None, box)
            if rest is not None:
                place = replace(place, later=((rest[0].number, _box(rest[2], rest[1], rest[0], rounded)),))
            cells.append(_cell(index, row, column, row_span, column_span))
            blocks.append(_block(index, kind, text, place))
        below = shift + max(cell.row + cell.row_span - 1 for cell, _ in table.cells)
    out.tables.append(Table(number, tuple(cells)))


def _cell_text(cell: GridCell, texts: Sequence[Line], words: Words) -> str:
    if not texts:
        return ""
    found: list[list[Line]] = []
    rest = list(texts)
    while rest:
        here = list(_on_first_page(rest))
        rest = rest[len(here) :]
        cut = paragraphs(here, cell_margins(cell, tuple(here)))
        if found and not ends_sentence(found[-1][-1].text) and not is_marked(cut[0][0].text):
            found[-1] += cut.pop(0)
        found += cut
    return "\n".join(join((line.text for line in lines), words) for lines in found)


class _Rounded(dict[float, float]):
    """Places to a tenth of a point; the edges of a table come back cell by cell, and rounding takes its time."""

    def __missing__(self, place: float) -> float:
        self[place] = rounded = round(place, 1)
        return rounded


def _box(box: Box, frame: Frame, page: Page, rounded: _Rounded) -> Box:
    left, top, right, bottom = box if frame is page.frame else frame.box_in(page.frame, box)
    return rounded[left], rounded[top], rounded[right], rounded[bottom]
