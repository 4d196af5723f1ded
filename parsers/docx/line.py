"""The text of one paragraph put together from runs, with its tracked changes and its hidden characters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from lxml import etree

from ..document import Revision, Span

_BLANKS = re.compile(r"[ \t\u00a0\u2000-\u200a\u3000]+")
_LABELLED = re.compile(r"[:：]([ \t\u00a0\u2000-\u200a\u3000]{2,})$")
_FILL_IN = "____"


@dataclass(frozen=True, slots=True)
class Change:
    """Who changed something, and when, as the file says."""

    author: str
    date: str
    struck: bool = False


STRUCK = Change("", "", True)
"""Words with a line drawn through them: no change on record, but no reader takes them for agreed."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Characters of a line and the element of the file they were written by.

    `offset` is where in the element's text the first of them stands; None when they aren't its text sign by sign (a
    tab, a tick of a form, a blank drawn as a line).
    """

    span: Span
    element: etree._Element
    offset: int | None


@dataclass(frozen=True, slots=True)
class Line:
    """Finished text with its spans."""

    text: str = ""
    revisions: tuple[Revision, ...] = ()
    hidden: tuple[Span, ...] = ()
    origins: tuple[Origin, ...] = ()
    """Where the characters come from; only of a document that is read to be written in."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing but white space is left."""
        return not self.text.strip()

    def deletions(self) -> tuple[Revision, ...]:
        """What was taken away from a line that is dropped, to be noted elsewhere."""
        return tuple(revision for revision in self.revisions if revision.deleted)


@dataclass(slots=True)
class _Piece:
    text: str
    hidden: bool = False
    underlined: bool = False
    change: Change | None = None
    deleted: str = ""
    source: etree._Element | None = None


class LineBuilder:
    """Takes text in order; `finish` gives the line."""

    def __init__(self, traced: bool = False) -> None:
        self._pieces: list[_Piece] = []
        self._traced = traced
        self.length = 0
        """Characters so far."""
        self.source: etree._Element | None = None
        """The element that the text added next is written by."""

    def add(self, text: str, hidden: bool = False, underlined: bool = False, change: Change | None = None) -> None:
        """Text that stays in the final reading."""
        if text:
            self._pieces.append(_Piece(text, hidden, underlined, change, source=self.source))
            self.length += len(text)

    def delete(self, text: str, change: Change) -> None:
        """Text that a tracked change takes away here."""
        if text:
            self._pieces.append(_Piece("", change=change, deleted=text))

    def mark(self) -> int:
        """A place to come back to with `blank_out`."""
        return len(self._pieces)

    def blank_out(self, mark: int) -> None:
        """Makes what was added since `mark` a fill-in blank, if it is nothing but white space."""
        since = self._pieces[mark:]
        text = "".join(piece.text for piece in since)
        if text.strip():
            return
        template = next((piece for piece in since if not piece.deleted), _Piece(""))
        blank = replace(template, text="_" * max(len(text), len(_FILL_IN)), underlined=False)
        self._pieces[mark:] = [*(piece for piece in since if piece.deleted), blank]
        self.length += len(blank.text) - len(text)

    def finish(self) -> Line:
        """The line: fill-in blanks shown, line breaks at both ends dropped."""
        self._show_fill_ins()
        text: list[str] = []
        at = 0
        revisions: list[Revision] = []
        hidden: list[Span] = []
        origins: list[Origin] = []
        for piece in self._pieces:
            end = at + len(piece.text)
            if piece.change is not None:
                change = piece.change
                revisions.append(Revision(Span(at, end), change.author, change.date, piece.deleted, change.struck))
            if piece.hidden and piece.text:
                hidden.append(Span(at, end))
            if self._traced and piece.text and piece.source is not None:
                whole_text = len(piece.source.text or "") == len(piece.text)
                origins.append(Origin(Span(at, end), piece.source, 0 if whole_text else None))
            text.append(piece.text)
            at = end
        return _trimmed(Line("".join(text), tuple(_merged(revisions)), tuple(_joined(hidden)), tuple(origins)))

    def _show_fill_ins(self) -> None:
        """Underlined blanks become underscores.

        On paper a line of underlined spaces is a place to write on; as text it would be white space, and "第    日"
        would read as if nothing were missing. Blanks around written words ("  30  ") are left alone.
        """
        stretch: list[_Piece] = []
        for piece in [*self._pieces, _Piece(" ")]:
            if piece.deleted:
                continue
            if piece.underlined:
                stretch.append(piece)
            elif stretch:
                _underscore(stretch)
                stretch = []


def _underscore(stretch: list[_Piece]) -> None:
    text = "".join(piece.text for piece in stretch)
    if text == "\t":
        # One tab reaches to the next stop: a line as long as a word.
        next(piece for piece in stretch if piece.text).text = _FILL_IN
        return
    if _BLANKS.fullmatch(text):
        text = "_" * len(text) if len(text) > 1 else text
    else:
        # A label underlined together with the blank after it: "名称：        ".
        text = _LABELLED.sub(lambda match: match[0][0] + "_" * len(match[1]), text)
    at = 0
    for piece in stretch:
        length = len(piece.text)
        piece.text = text[at : at + length]
        at += length


def joined(lines: Iterable[Line], separator: str) -> Line:
    """Lines as one, with a separator between them."""
    texts: list[str] = []
    at = 0
    revisions: list[Revision] = []
    hidden: list[Span] = []
    origins: list[Origin] = []
    for line in lines:
        shifted = _shifted(line, at)
        texts.append(line.text)
        at += len(line.text) + len(separator)
        revisions += shifted.revisions
        hidden += shifted.hidden
        origins += shifted.origins
    return Line(separator.join(texts), tuple(revisions), tuple(hidden), tuple(origins))


def with_deletions(line: Line, carried: Iterable[Revision], at: int) -> Line:
    """A line that also notes words taken away next to it, at position `at`."""
    moved = [replace(revision, span=Span(at, at)) for revision in carried]
    if not moved:
        return line
    revisions = (*moved, *line.revisions) if at == 0 else (*line.revisions, *moved)
    return replace(line, revisions=revisions)


def whole(line: Line, change: Change | None, hidden: bool) -> Line:
    """A line inserted or hidden as a whole (a tracked row, a hidden row)."""
    everything = Span(0, len(line.text))
    if not line.text:
        return line
    if change is not None:
        deletions = line.deletions()
        line = replace(line, revisions=(Revision(everything, change.author, change.date), *deletions))
    return replace(line, hidden=(everything,)) if hidden else line


def _shifted(line: Line, by: int) -> Line:
    return Line(
        line.text,
        tuple(replace(each, span=Span(each.span.start + by, each.span.end + by)) for each in line.revisions),
        tuple(Span(each.start + by, each.end + by) for each in line.hidden),
        tuple(replace(each, span=Span(each.span.start + by, each.span.end + by)) for each in line.origins),
    )


def _trimmed(line: Line) -> Line:
    text = line.text.strip("\n")
    if text == line.text:
        return line
    lead = len(line.text) - len(line.text.lstrip("\n"))

    def clip(span: Span) -> Span:
        return Span(*(min(max(place - lead, 0), len(text)) for place in (span.start, span.end)))

    revisions = tuple(
        each for each in (replace(each, span=clip(each.span)) for each in line.revisions)
        if each.deleted or each.span.end > each.span.start
    )  # fmt: skip
    hidden = tuple(span for span in map(clip, line.hidden) if span.end > span.start)
    origins = tuple(
        Origin(span, each.element, None if each.offset is None else each.offset + max(lead - each.span.start, 0))
        for each in line.origins
        if (span := clip(each.span)).end > span.start
    )
    return Line(text, revisions, hidden, origins)


def _merged(revisions: Iterable[Revision]) -> list[Revision]:
    """Revisions of one author and moment that touch, as one: Word cuts a change at every run."""
    found: list[Revision] = []
    for each in revisions:
        last = found[-1] if found else None
        if (
            last is not None
            and last.span.end == each.span.start
            and bool(last.deleted) == bool(each.deleted)
            and (last.author, last.date, last.struck) == (each.author, each.date, each.struck)
        ):
            found[-1] = replace(last, span=Span(last.span.start, each.span.end), deleted=last.deleted + each.deleted)
        else:
            found.append(each)
    return found


def _joined(spans: Iterable[Span]) -> list[Span]:
    found: list[Span] = []
    for span in spans:
        if found and found[-1].end == span.start:
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return found
