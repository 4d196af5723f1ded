"""Markdown becomes pieces: headings, paragraphs and pipe tables, without the marks that only format."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from ..document import Block, Kind, Revision, Span
from .drawn_tables import with_drawn_tables
from .pieces import Piece, Rows, Words
from .wrapping import unwrapped

_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]+|$)")
_UNDERLINE = re.compile(r" {0,3}(?:={2,}|-{2,})[ \t]*$")
_BREAK = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,})$")
_DELIMITER_ROW = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
_LIST_OR_QUOTE = re.compile(r"\s*(?:>\s*)*(?:[-*+]\s+(?:\[(?P<box>[ xX])\]\s+)?)?")
_ITEM = re.compile(r"\s*(?:>|[-*+]\s)")
# `[***]` is a redaction, not emphasis: the words between the marks don't begin or end at a bracket.
_STRONG = re.compile(r"(?<!\*)(\*{2,3})(?![\s*)\]）】])(.{1,500}?)(?<![\s*(\[（【])\1(?!\*)")
_STRUCK = re.compile(r"(?<!~)~~(?![\s~])([^~]{1,2000}?)(?<!\s)~~(?!~)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_CELL_END = re.compile(r"(?<!\\)\|")
_LINE_TAG = re.compile(r"<br\s*/?>", re.I)


def without_front_matter(lines: list[Words]) -> list[Words]:
    """The lines after a YAML head between `---` marks; all of them when there is none."""
    if lines and lines[0].text == "---":
        for at, line in enumerate(lines[1:], 1):
            if line.text in ("---", "..."):
                return lines[at + 1 :]
    return lines


def without_comments(text: str) -> str:
    """The text with its HTML comments gone and its line numbers kept: nobody sees them in print."""
    return _COMMENT.sub(lambda match: "\n" * match[0].count("\n"), text)


def without_struck(block: Block) -> Block:
    """The block with its struck-through words (`~~…~~`) set aside as deleted."""
    text, at = "", 0
    revisions: list[Revision] = []
    for struck in _STRUCK.finditer(block.text):
        text += block.text[at : struck.start()]
        revisions.append(Revision(Span(len(text), len(text)), "", "", struck[1], struck=True))
        at = struck.end()
    return replace(block, text=text + block.text[at:], revisions=tuple(revisions)) if revisions else block


def markdown_pieces(lines: list[Words]) -> Iterator[Piece]:
    """Headings, paragraphs and tables in order."""
    lines = without_front_matter(lines)
    waiting: list[Words] = []
    at = 0
    while at < len(lines):
        end = _table_end(lines, at)
        if end > at:
            yield from _paragraphs(waiting)
            waiting = []
            yield _table(lines[at:end])
            at = end
        else:
            waiting.append(lines[at])
            at += 1
    yield from _paragraphs(waiting)


def _table_end(lines: list[Words], at: int) -> int:
    """Where a pipe table that starts here ends; `at` when there is none."""
    if at + 1 >= len(lines) or "|" not in lines[at].text or "|" not in lines[at + 1].text:
        return at
    if not _DELIMITER_ROW.fullmatch(lines[at + 1].text):
        return at
    end = at + 2
    while end < len(lines) and "|" in lines[end].text:
        end += 1
    return end


def _table(lines: list[Words]) -> Rows:
    return Rows(tuple(_row(line) for line in [lines[0], *lines[2:]]))


def _row(line: Words) -> tuple[Words, ...]:
    inner = line.text.strip().removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return tuple(Words(_plain(cell), line.line, Kind.CELL) for cell in _CELL_END.split(inner))


def _paragraphs(lines: list[Words]) -> Iterator[Piece]:
    marked = [each for each in _marked(lines) if each is not None]
    for drawn, group in groupby(with_drawn_tables(marked), key=lambda piece: not isinstance(piece, Words)):
        if drawn:
            yield from group
        else:
            yield from unwrapped(piece for piece in group if isinstance(piece, Words))


def _marked(lines: list[Words]) -> Iterator[Words | None]:
    """Lines with their kind and without their marks; None for lines that are marks only."""
    for at, line in enumerate(lines):
        heading = _HEADING.match(line.text)
        following = lines[at + 1].text if at + 1 < len(lines) else ""
        before = lines[at - 1].text if at else ""
        if heading:
            yield Words(_plain(_without_closing_marks(line.text[heading.end() :])), line.line, Kind.HEADING)
        elif _FENCE.match(line.text):
            yield None
        elif _BREAK.match(line.text) or (_UNDERLINE.match(line.text) and before.strip()):
            yield Words("", line.line)
        elif line.text.strip() and _UNDERLINE.match(following) and not _ITEM.match(line.text):
            yield Words(_plain(line.text), line.line, Kind.HEADING)
        else:
            yield Words(_without_bullet(line.text), line.line)


def _without_closing_marks(text: str) -> str:
    bare = text.rstrip().rstrip("#")
    return bare if not bare or bare[-1].isspace() else text


def _without_bullet(text: str) -> str:
    match = _LIST_OR_QUOTE.match(text)
    if match is None:
        return _plain(text)
    box = {None: "", " ": "☐ "}.get(match["box"], "☑ ")
    return box + _plain(text[match.end() :])


def _plain(text: str) -> str:
    text = _LINE_TAG.sub("\n", text.strip())
    return _ESCAPE.sub(r"\1", _STRONG.sub(r"\2", text)).strip()
