"""A Word contract with a comment at the words of each finding and, if asked, the proposed clauses as insertions."""

from __future__ import annotations

from lxml import etree

from ...messages import say
from ...parsers.document import Document, Limits, Part
from ...parsers.problem import Problem
from .comments import Comments, next_free
from .notes import Note, shortened
from .paper import Marked, Paper
from .parts import Parts, comments_part, parsed, written
from .redline import Redline
from .signing import signing_block
from .words import Anchor, Words, read_words

_STRICT = "{http://purl.oclc.org/"


_REFERRED = (Part.TEXT_BOX, Part.FOOTNOTE, Part.ENDNOTE)
"""Where words stand beside the body, but at a known place of it."""


def mark_docx(data: bytes, paper: Paper, redline: bool, limits: Limits) -> Marked | Problem:
    """The contract with its notes.

    Nothing but the document part, the part of comments and, where that is new, its entries in the directory of types
    and relationships differ from `data`; in the document part nothing but what is added.
    """
    words = read_words(data, limits)
    if isinstance(words, Problem):
        return words
    if _top(words) is None:
        return Problem("doc.empty")
    parts = Parts(data)
    name = comments_part(parts, words.name, words.w.startswith(_STRICT))
    root = parsed(parts.read(name)) if name in parts.names() else _no_comments(words.w)
    comments = Comments(root, words.w, paper.as_of, next_free(words.root, root, w=words.w))
    clauses: list[tuple[etree._Element | None, str]] = []
    for note in paper.notes:
        anchor = _anchor(note, words, paper.document)
        # The title may have been cut for the note before.
        if (place := anchor or _top(words)) is not None:
            comments.add(place, _told(note, anchor, paper.language))
        if note.clause:
            placed = anchor is not None and anchor.part in (Part.BODY, *_REFERRED)
            clauses.append((anchor.last if anchor is not None and placed else None, note.clause))
    if redline:
        _insert(clauses, Redline(words, paper.as_of, comments.next_id), _end(paper.document, words))
    parts.changed[words.name] = written(words.root)
    parts.changed[name] = written(root)
    return Marked(parts.packed(), "marked.signed" if parts.is_signed else "")


def _no_comments(w: str) -> etree._Element:
    return etree.Element(w + "comments", nsmap={"w": w[1:-1]})


def _anchor(note: Note, words: Words, document: Document) -> Anchor | None:
    if not note.evidence:
        return None
    first = note.evidence[0]
    checked = document.blocks[first.block].text if 0 <= first.block < len(document.blocks) else ""
    return words.anchor(first.block, first.start, first.end, checked)


def _told(note: Note, anchor: Anchor | None, language: str) -> tuple[str, ...]:
    """The lines of a comment, with a word on its place where that isn't the place of the finding's words."""
    heading, *rest = note.lines
    if not note.evidence:
        return (heading, *rest, say("marked.nowhere", language)) if note.about else note.lines
    first = note.evidence[0]
    quote = ("quote", shortened(first.quote))
    part = first.location.part if anchor is None else anchor.part
    if part is not Part.BODY:
        where = ("part", say(f"report.part_{part.value}", language))
        return (heading, say("marked.elsewhere", language, (where, quote)), *rest)
    if anchor is None or not anchor.exact:
        return (heading, say("marked.inexact", language, (quote,)), *rest)
    return note.lines


def _top(words: Words) -> Anchor | None:
    """The first words of the body: its title, as a rule."""
    for block, pieces in words.pieces.items():
        if words.places[block] is Part.BODY:
            found = words.standing(pieces[0].element), words.standing(pieces[-1].element)
            return Anchor(*found)
    first = next(words.root.iter(words.w + "r"), None)
    return None if first is None else Anchor(first, first)


def _end(document: Document, words: Words) -> tuple[etree._Element | None, etree._Element | None]:
    """Where the signatures begin, and the last words of the body."""
    block = signing_block(document)
    begins = words.pieces.get(-1 if block is None else block)
    last = next((words.pieces[at] for at in reversed(words.pieces) if words.places[at] is Part.BODY), None)
    return (
        words.standing(begins[0].element) if begins else None,
        words.standing(last[-1].element) if last else None,
    )


def _insert(
    clauses: list[tuple[etree._Element | None, str]],
    redline: Redline,
    end: tuple[etree._Element | None, etree._Element | None],
) -> None:
    signatures, last = end
    for node, clause in clauses:
        if node is not None:
            redline.after(node, clause)
        elif signatures is not None:
            redline.before(signatures, clause)
        elif last is not None:
            redline.after(last, clause)
