"""A pretty printer: a document of words, blanks and places where a line may end becomes lines of at most 100 columns.

After Wadler's "A prettier printer", with one addition: a comment ends its line wherever it stands, and no line break
or comment ever changes its order with a word.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..render import width
from .concrete import Piece

WIDTH = 100
"""Columns of a line; a Chinese character takes two."""


@dataclass(frozen=True, slots=True)
class Blank:
    """Blanks between two words; none at the start of a line."""

    text: str = " "


@dataclass(frozen=True, slots=True)
class Word:
    """A token with its comments."""

    piece: Piece


@dataclass(frozen=True, slots=True)
class Line:
    """A blank, or the end of the line when the group around it doesn't fit."""

    flat: str = " "


@dataclass(frozen=True, slots=True)
class Hard:
    """The end of the line."""


@dataclass(frozen=True, slots=True)
class Join:
    """One after the other."""

    parts: tuple[Doc, ...]


@dataclass(frozen=True, slots=True)
class Nest:
    """New lines inside are indented by so much more."""

    amount: int
    inside: Doc


@dataclass(frozen=True, slots=True)
class Align:
    """New lines inside start in the column where this starts; after a comment, indented by two."""

    inside: Doc


@dataclass(frozen=True, slots=True)
class Group:
    """On one line if it fits, else broken at each `Line` of its own; `broken` in any case."""

    inside: Doc
    broken: bool = False


Doc = Blank | Word | Line | Hard | Join | Nest | Align | Group


def join(*parts: Doc) -> Join:
    """Documents one after the other."""
    return Join(parts)


def flat_width(doc: Doc) -> int:
    """The columns of a document on one line, without its comments."""
    match doc:
        case Blank(text) | Line(text):
            return len(text)
        case Word(piece):
            return width(piece.shown)
        case Join(parts):
            return sum(map(flat_width, parts))
        case Nest(_, inside) | Align(inside) | Group(inside):
            return flat_width(inside)
        case Hard():
            return 0


@dataclass(frozen=True, slots=True)
class _Ends:
    """Whether a document begins or ends with a comment, and whether one (or a hard line) stands inside."""

    above: bool = False
    beside: bool = False
    inside: bool = False
    empty: bool = True


def _ends(doc: Doc) -> _Ends:
    match doc:
        case Blank() | Line():
            return _Ends()
        case Hard():
            return _Ends(inside=True)
        case Word(piece):
            return _Ends(bool(piece.above), bool(piece.beside), empty=False)
        case Nest(_, inner) | Align(inner):
            return _ends(inner)
        case Group(inner, broken):
            ends = _ends(inner)
            return _Ends(ends.above, ends.beside, ends.inside or broken, ends.empty)
        case Join(parts):
            above, beside, inside, empty = False, False, False, True
            for part in parts:
                ends = _ends(part)
                inside = inside or ends.inside
                if not ends.empty:
                    inside = inside or (not empty and (beside or ends.above))
                    above = ends.above if empty else above
                    beside, empty = ends.beside, False
            return _Ends(above, beside, inside, empty)


def is_broken(doc: Doc) -> bool:
    """Whether a document can't stand on one line: a comment or the end of a line is inside."""
    return _ends(doc).inside


def lines_of(doc: Doc) -> list[str]:
    """The lines of a document."""
    printer = _Printer()
    printer.write(doc)
    return printer.lines


class _Printer:
    def __init__(self) -> None:
        self.lines: list[str] = []
        self._line = ""
        self._column = 0
        self._due = False
        """A comment was written: nothing else may stand on this line."""
        self._stack: list[tuple[int, bool, Doc]] = []

    def write(self, doc: Doc) -> None:
        """Write a document; `lines` has it."""
        stack = self._stack
        stack.append((0, False, doc))
        while stack:
            indent, flat, each = stack.pop()
            match each:
                case Blank(text):
                    self._blank(text)
                case Word(piece):
                    self._word(piece, indent)
                case Line(text):
                    if flat:
                        self._blank(text)
                    else:
                        self._end(indent)
                case Hard():
                    self._end(indent)
                case Join(parts):
                    stack.extend((indent, flat, part) for part in reversed(parts))
                case Nest(amount, inside):
                    stack.append((indent + amount, flat, inside))
                case Align(inside):
                    stack.append((indent + 2 if self._due else self._column, flat, inside))
                case Group(inside):
                    stack.append((indent, flat or self._fits(each, indent), inside))
        self._end(0)

    def _blank(self, text: str) -> None:
        if not self._due and self._line.strip():
            self._put(text)

    def _put(self, text: str) -> None:
        self._line += text
        self._column += width(text)

    def _word(self, piece: Piece, indent: int) -> None:
        if self._due or (piece.above and self._line.strip()):
            self._end(indent)
        for comment in piece.above:
            self._put(comment)
            self._end(indent)
        self._put(piece.shown)
        if piece.beside:
            self._put("  " + piece.beside)
            self._due = True

    def _end(self, indent: int) -> None:
        self.lines.append(self._line.rstrip(" "))
        self._line, self._column, self._due = " " * indent, indent, False

    def _fits(self, group: Group, indent: int) -> bool:
        """Whether a group and what must follow it on its line fit."""
        if is_broken(group):
            return False
        left = WIDTH - (indent if self._due else self._column)
        pending: list[tuple[bool, Doc]] = [(True, group.inside)]
        at, started = len(self._stack), False
        while left >= 0:
            if not pending:
                if not at:
                    return True
                at -= 1
                pending.append(self._stack[at][1:])
            flat, each = pending.pop()
            match each:
                case Blank(text):
                    left -= len(text)
                case Line(text) if flat:
                    left -= len(text)
                case Line() | Hard():
                    return True
                case Word(piece):
                    if piece.above and started:
                        return True
                    left = (WIDTH - indent if piece.above else left) - width(piece.shown)
                    started = True
                    if piece.beside:
                        return left >= 0
                case Join(parts):
                    pending.extend((flat, part) for part in reversed(parts))
                case Nest(_, inside) | Align(inside):
                    pending.append((flat, inside))
                case Group(inside):
                    pending.append((flat, inside))
        return False
