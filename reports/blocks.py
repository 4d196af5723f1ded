"""`presign text`: a document as the checker sees it, one block a line with its place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from ..messages import say
from ..parsers.document import Block, Document, Kind, Unreadable
from .places import place
from .quotes import recognised_words
from .rendering import plain_text
from .unreadable import gap_helps, gap_line, unreadable_lines


def render(documents: Iterable[Document | Unreadable], language: str, out: TextIO, errors: TextIO) -> bool:
    """Write every document; the answer says whether one of them couldn't be read."""
    failed = False
    for document in documents:
        if isinstance(document, Unreadable):
            failed = True
            errors.write("\n".join(unreadable_lines(document, language)) + "\n")
            continue
        out.write(f"# {document.path}\n")
        for gap in document.gaps:
            out.write(f"! {gap_line(gap, language)}\n")
        for line in gap_helps(document.gaps, language):
            out.write(f"  {line}\n")
        for block in document.blocks:
            out.write(_line(block, language) + "\n")
        failed = failed or not document.blocks
    return failed


def render_plain(documents: Iterable[Document | Unreadable], language: str, out: TextIO, errors: TextIO) -> bool:
    """Write the words of every document, one block a line, and nothing else; also git's textconv."""
    failed = False
    for document in documents:
        if isinstance(document, Unreadable):
            failed = True
            errors.write("\n".join(unreadable_lines(document, language)) + "\n")
        else:
            out.write(plain_text(document.blocks))
            failed = failed or not document.blocks
    return failed


def _line(block: Block, language: str) -> str:
    text = block.text
    for at, number in reversed(block.later_numbers):
        text = f"{text[:at]}{number} {text[at:]}"
    text = f"{block.number} {text}" if block.number else text
    marks = [say(f"report.kind_{block.kind.value}", language)] if block.kind is not Kind.PARAGRAPH else []
    if block.hidden:
        marks.append(say("report.hidden", language))
    if block.revisions:
        marks.append(say("report.changed", language))
    if block.confidence is not None:
        marks.append(recognised_words(block.confidence, language))
    where = say("report.comma", language).join([place(block.location, language), *marks])
    shown = text.replace("\n", " ⏎ ").replace("\t", " ⇥ ")
    return f"[{where}] {shown}"
