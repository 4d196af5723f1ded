"""A document cut into what is compared: paragraphs and table rows, each with its clause number and its words.

A word is a Han character, a word of Latin letters, a number or a sign; widths, letter shapes and white space don't
count. A blank is one word of its own, `GAP`, whatever it looks like.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..checker.report import DocumentReport
from ..facts.clauses import find_markers
from ..facts.contract.blanks import find_blanks
from ..facts.contract.placeholder_names import name_of
from ..facts.normalise import normalise
from ..facts.text import Text
from ..parsers.document import Block, Document, Kind, Location, Media, Part

GAP = "\0"
_WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*|\d+(?:[.,]\d+)*|[^\sA-Za-z\d]")
_AFTER_NUMBER = re.compile(r"[\s.、:：)）-]*")
_OWN_LABEL = re.compile(r"[^_\[\]{}<>«(]*[:：\t│|]\s*")
_DATE = re.compile(r"年.*月")
_NUMBER_REACH = 40
_AT_THE_EDGE = (Part.HEADER, Part.FOOTER)


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its characters in the unit's text; for a blank `text` is `GAP`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph or a table row. `number` is its own clause number, `clause` that of the clause it stands in."""

    index: int
    blocks: tuple[int, ...]
    number: str
    clause: str
    text: str
    words: tuple[Word, ...]
    location: Location

    @property
    def key(self) -> tuple[str, ...]:
        """What makes two units the same: all words but the number before them, and but the lines drawn behind a label.

        Of two forms one draws a line behind "Signature:", the other doesn't.
        """
        words = [word.text for word in self.words]
        return tuple(word for at, word in enumerate(words) if word != GAP or not at or words[at - 1] != ":")

    @property
    def plain(self) -> str:
        """The words without blanks, for measuring likeness."""
        return " ".join(word.text for word in self.words if word.text != GAP)


def units(document: DocumentReport) -> tuple[Unit, ...]:
    """The units of a document in reading order; what has no words isn't there."""
    gaps = _gaps(document)
    found: list[Unit] = []
    clause = ""
    for blocks in _rows(document.blocks):
        text, spans = _joined(blocks, gaps)
        number, start = _number(blocks[0], text)
        clause = number or clause
        words = tuple(_words(text, start, spans))
        if words:
            indices = tuple(block.index for block in blocks)
            found.append(Unit(len(found), indices, number, clause, text, words, blocks[0].location))
    return tuple(found)


def _rows(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """Paragraphs one by one, the cells of a table row together; headers and footers last wherever the file has them."""
    row: list[Block] = []
    agreed = [block for block in blocks if block.kind is not Kind.FURNITURE and block.location.part is not Part.COMMENT]
    for block in sorted(agreed, key=lambda block: block.location.part in _AT_THE_EDGE):
        here = block.location
        if row and not (
            here.table is not None and (row[0].location.table, row[0].location.row) == (here.table, here.row)
        ):
            yield row
            row = []
        row.append(block)
    if row:
        yield row


def _joined(blocks: list[Block], gaps: dict[int, list[tuple[int, int]]]) -> tuple[str, list[tuple[int, int]]]:
    """The text of a row, its cells parted by tabs, with the places of its blanks."""
    pieces: list[str] = []
    spans: list[tuple[int, int]] = []
    position = 0
    for block in blocks:
        spans += [(position + start, position + end) for start, end in gaps.get(block.index, ())]
        pieces.append(_visible(block))
        position += len(block.text) + 1
    return "\t".join(pieces), sorted(spans)


def _visible(block: Block) -> str:
    text = block.text
    for span in block.hidden:
        text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return text


def _number(block: Block, text: str) -> tuple[str, int]:
    """The clause number a unit begins with, printed or automatic, and where its words begin."""
    if block.number:
        return block.number.strip().rstrip(".、"), 0
    shown, back = normalise(text[:_NUMBER_REACH])
    lead = len(shown) - len(shown.lstrip())
    marker = next((each for each in find_markers(shown, {}) if each.start <= lead), None)
    if marker is None:
        return "", 0
    written = re.match(r"\s*" + r"\s*".join(map(re.escape, marker.number)), shown)
    if written is None:
        return "", 0
    rest = _AFTER_NUMBER.match(shown, written.end())
    return marker.number, back[rest.end() if rest is not None else written.end()]


def _words(text: str, start: int, spans: list[tuple[int, int]]) -> Iterator[Word]:
    """The words from `start` on, blanks among them."""
    position = start
    for low, high in [*spans, (len(text), len(text))]:
        if low < position:
            continue
        yield from _plain_words(text[position:low], position)
        if low < len(text) or (low, high) in spans:
            yield Word(GAP, low, high)
        position = high


def _plain_words(text: str, base: int) -> Iterator[Word]:
    shown, back = normalise(text)
    for match in _WORD.finditer(shown):
        yield Word(match.group().casefold(), base + back[match.start()], base + back[match.end() - 1] + 1)


def _gaps(document: DocumentReport) -> dict[int, list[tuple[int, int]]]:
    """Where each block is to be filled, in its own characters."""
    text = Text(
        Document(document.path, document.sha256, Media.TEXT, document.blocks, document.tables, document.language)
    )
    found: dict[int, list[tuple[int, int]]] = {}
    for blank in find_blanks(text):
        low, high = _without_label(blank.text, blank.start, blank.end)
        for each in text.evidence(low, high):
            found.setdefault(each.block, []).append((each.start, each.end))
        if not text.text[low:high].strip():
            _add_empty(text, low, high, found)
    return found


def _without_label(blank: str, start: int, end: int) -> tuple[int, int]:
    """A blank without the label that stands before it."""
    if name_of(blank) or _DATE.search(blank):
        return start, end
    label = _OWN_LABEL.match(blank)
    return (start + label.end(), end) if label is not None else (start, end)


def _add_empty(text: Text, low: int, high: int, found: dict[int, list[tuple[int, int]]]) -> None:
    """A label with nothing behind it: the gap is the end of its block, or of the white space there."""
    before = text.evidence(max(0, low - 1), low) or text.evidence(max(0, low - 2), low)
    if before:
        block, at = before[-1].block, before[-1].end
        found.setdefault(block, []).append((at, at))
