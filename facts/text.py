"""The agreed text of a document as one normalised string, with the way back to the original characters.

Blocks are joined with a line feed, cells of one table row with a tab, so that a row is a line. Readers
search the normalised text; evidence always quotes the original.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..parsers.document import Block, Document, Kind, Part
from . import regexes as re
from .clauses import Marker, find_markers
from .fact import Evidence
from .normalise import normalise

# A sentence ends at 。；！？ or at . ; followed by white space, and at every line end. A full stop between digits or
# after a one-letter or common abbreviation is none.
_SENTENCE_END = re.compile(
    r"[。!?！？;；]+|(?<!\bNo)(?<!\bCo)(?<!\bLtd)(?<!\bInc)(?<!\bCorp)(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bArt)"
    r"(?<!\bSec)(?<!\bi\.e)(?<!\be\.g)(?<!\b[A-Z])(?<!\d)(?<!\bp\.a)(?<!\bp\.m)\.(?=\s)|(?<=\bp\.[am])\.(?=\s+[A-Z(]|\s*$)|(?<=\d)\.(?=\s+[A-Z])|\n"
)

_BARE_NUMBER = re.compile(r"\s*\d{1,3}(?:\.\d{1,3})*\.")

_READ_PARTS = {Part.BODY, Part.TEXT_BOX, Part.FOOTNOTE, Part.ENDNOTE}


_LONGEST_WORD = 30


def _word(character: str) -> bool:
    return character.isascii() and character.isalnum()


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of the normalised text, `start` up to `end`."""

    start: int
    end: int
    text: str


class Text:
    """One document's agreed text, normalised and searchable.

    Body, text boxes and notes come in document order, then headers and footers (a contract number often
    stands only there); comments and furniture are left out, and hidden characters are blanked.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        pieces: list[str] = []
        self._starts: list[int] = []
        self._blocks: list[Block] = []
        self._maps: list[Sequence[int]] = []
        position = 0
        previous: Block | None = None
        for block in _reading_order(document):
            separator = _separator(previous, block)
            shown, back = normalise(_visible(block))
            pieces += (separator, shown)
            position += len(separator)
            self._starts.append(position)
            self._blocks.append(block)
            self._maps.append(back)
            position += len(shown)
            previous = block
        self.text = "".join(pieces)

    @property
    def language(self) -> str:
        """`zh`, `en` or `mixed`."""
        return self.document.language

    @cached_property
    def markers(self) -> tuple[Marker, ...]:
        """Clause numbers and headings in order, from printed and automatic numbering."""
        return find_markers(self.text, dict(self._automatic_numbers()))

    def _automatic_numbers(self) -> Iterator[tuple[int, str]]:
        """Word's own numbers by position; a note's number is no clause."""
        for start, back, block in zip(self._starts, self._maps, self._blocks, strict=True):
            if block.location.part in (Part.FOOTNOTE, Part.ENDNOTE):
                continue
            if block.number:
                yield start, block.number
            for at, number in block.later_numbers:
                yield start + bisect_left(back, at), number

    @cached_property
    def _marker_starts(self) -> list[int]:
        return [marker.start for marker in self.markers]

    def marker_at(self, position: int) -> Marker | None:
        """The clause marker a position stands under."""
        at = bisect_right(self._marker_starts, position) - 1
        return self.markers[at] if at >= 0 else None

    def clause_at(self, position: int) -> str | None:
        """The number of the clause a position stands in."""
        marker = self.marker_at(position)
        return marker.number if marker else None

    @cached_property
    def sentences(self) -> tuple[Stretch, ...]:
        """The text cut into sentences, in order; a table row is one sentence at least."""
        return tuple(self._cut())

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_at(self, position: int) -> Stretch:
        """The sentence that holds a position."""
        at = max(0, bisect_right(self._sentence_starts, position) - 1)
        return self.sentences[at] if self.sentences else Stretch(0, len(self.text), self.text)

    def line_at(self, position: int) -> Stretch:
        """The line (block, or table row) that holds a position."""
        start = self.text.rfind("\n", 0, position) + 1
        end = self.text.find("\n", position)
        end = len(self.text) if end < 0 else end
        return Stretch(start, end, self.text[start:end])

    def _cut(self) -> Iterator[Stretch]:
        start = 0
        for match in _SENTENCE_END.finditer(self.text):
            stretch = self.text[start : match.end()]
            # The full stop of "16." before a clause ends nothing.
            if match.group() == "." and _BARE_NUMBER.fullmatch(stretch):
                continue
            if stretch.strip():
                yield Stretch(start, match.end(), stretch)
            start = match.end()
        if self.text[start:].strip():
            yield Stretch(start, len(self.text), self.text[start:])

    def block_at(self, position: int) -> Block:
        """The block a position of the normalised text stands in."""
        return self._blocks[max(0, bisect_right(self._starts, position) - 1)]

    def evidence(self, start: int, end: int, reader: str = "") -> tuple[Evidence, ...]:
        """The original characters behind a stretch of the normalised text, one evidence a block.

        White space at both ends of each is left out; a Latin word or number cut at an end is quoted whole.
        """
        start, end = self._whole_words(*self._trimmed(start, end))
        first = max(0, bisect_right(self._starts, start) - 1)
        found: list[Evidence] = []
        for at in range(first, len(self._blocks)):
            base, back, block = self._starts[at], self._maps[at], self._blocks[at]
            if base >= end:
                break
            left, right = self._trimmed(max(start, base), min(end, base + len(back) - 1))
            if left >= right:
                continue
            low, high = left - base, right - base
            original = (back[low], back[high - 1] + 1)
            found.append(self._quote(block, *original, base + low, reader))
        return tuple(found)

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return start, end

    def _whole_words(self, start: int, end: int) -> tuple[int, int]:
        if start >= end:
            return start, end
        low, high = max(0, start - _LONGEST_WORD), min(len(self.text), end + _LONGEST_WORD)
        while start > low and _word(self.text[start]) and _word(self.text[start - 1]):
            start -= 1
        while end < high and _word(self.text[end - 1]) and _word(self.text[end]):
            end += 1
        return start, end

    def _quote(self, block: Block, start: int, end: int, position: int, reader: str) -> Evidence:
        changed = any(revision.span.start <= end and revision.span.end >= start for revision in block.revisions)
        # Headers and footers come after the body in the text, but stand in no clause of it.
        clause = self.clause_at(position) if block.location.part in _READ_PARTS else None
        quote = block.text[start:end]
        return Evidence(block.index, start, end, quote, block.location, clause, reader, changed, block.confidence)


def _reading_order(document: Document) -> Iterator[Block]:
    later: list[Block] = []
    for block in document.blocks:
        if block.kind is Kind.FURNITURE or block.location.part is Part.COMMENT:
            continue
        if block.location.part in _READ_PARTS:
            yield block
        else:
            later.append(block)
    yield from later


def _separator(previous: Block | None, block: Block) -> str:
    if previous is None:
        return ""
    here, there = block.location, previous.location
    same_row = here.table is not None and (here.table, here.row) == (there.table, there.row)
    return "\t" if same_row else "\n"


def _visible(block: Block) -> str:
    text = block.text.replace("\n", " ") if block.kind is Kind.CELL else block.text
    for span in block.hidden:
        text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return text
