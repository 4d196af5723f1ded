"""A file as its declarations, each with the comments around it, and these as lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..lexer import Token, tokens
from ..tree import Module
from .comments import Comment, gaps_of, header_of, is_header
from .concrete import Node, Piece, concrete
from .declarations import declaration
from .pretty import lines_of
from .spelling import Speller

_INDENT = "  "


@dataclass(frozen=True, slots=True)
class Section:
    """A declaration with the comments before it and those indented under it."""

    node: Node
    above: tuple[Comment, ...]
    below: tuple[Comment, ...]
    after_blank: bool
    """A blank line stands before the declaration, and after its comments."""


@dataclass(frozen=True, slots=True)
class Page:
    """A policy file, comments included."""

    header: str | None
    """What stands behind the language in a first line that names it; None when the first line doesn't."""
    sections: tuple[Section, ...]
    tail: tuple[Comment, ...]
    """Comments after the last declaration."""


def page_of(text: str, module: Module) -> Page:
    """The page of a text without mistakes, whose syntax tree is known."""
    stream = list(tokens(text, module.language))
    gaps = gaps_of(text, stream)
    pieces = [Piece(each.type, each.text, each.value, each.place) for each in stream]
    starts = _starts(stream, module)
    first_words = frozenset(starts)
    for at, gap in enumerate(gaps):
        beside = gap.comments[:1] if gap.comments and gap.comments[0].beside else ()
        if beside:
            pieces[at - 1].beside = beside[0].text
        if at < len(pieces) and at not in first_words:
            pieces[at].above = tuple(each.text for each in gap.comments[len(beside) :])
    around = [_around(gaps[at].comments, _column(text, stream, starts, order)) for order, at in enumerate(starts)]
    last = _around(gaps[-1].comments, _column(text, stream, starts, len(starts)))
    header = header_of(text, around[0][1] if around else last[1])
    first = 0 if header is None else 1
    sections: list[Section] = []
    ends = [*starts, len(pieces)][1:]
    for order, (start, end) in enumerate(zip(starts, ends, strict=True)):
        below = around[order + 1][0] if order + 1 < len(around) else last[0]
        above = around[order][1][first if order == 0 else 0 :]
        sections.append(Section(concrete(pieces[start:end]), above, below, gaps[start].ends_blank))
    tail = last[1] if starts else last[1][first:]
    return Page(header, tuple(sections), tail)


def _starts(stream: Sequence[Token], module: Module) -> list[int]:
    """Which tokens begin a declaration."""
    places = {node.place[0] for node in module.declarations}
    return [at for at, token in enumerate(stream) if token.place[0] in places]


def _column(text: str, stream: Sequence[Token], starts: Sequence[int], order: int) -> int | None:
    """The column in which the declaration before the one of this order begins."""
    if order == 0:
        return None
    at = stream[starts[order - 1]].place[0]
    return at - (text.rfind("\n", 0, at) + 1)


def _around(comments: Sequence[Comment], column: int | None) -> tuple[tuple[Comment, ...], tuple[Comment, ...]]:
    """The comments between two declarations: those of the first, directly under it and deeper, and the others."""
    rest = [each for each in comments if not each.beside]
    at = 0
    if column is not None:
        while at < len(rest) and rest[at].column > column and not rest[at].after_blank:
            at += 1
    return tuple(rest[:at]), tuple(rest[at:])


def lines_of_page(page: Page, written_in: str, language: str) -> list[str]:
    """The lines of a page in a spelling; `written_in` is the language of the page."""
    speller = Speller(language, written_in)
    found = _header(page, language)
    apart = False
    short = True
    for section in page.sections:
        speller.spell(section.node)
        lines = lines_of(declaration(section.node)) + [_INDENT + each.text for each in section.below]
        apart = apart or not (short and len(lines) == 1)
        blanks = [*(each.after_blank for each in section.above), section.after_blank]
        blanks[0] = blanks[0] or (apart and section is not page.sections[0])
        for comment, blank in zip(section.above, blanks, strict=False):
            found += ["", comment.text] if blank else [comment.text]
        found += ["", *lines] if blanks[-1] else lines
        short = len(lines) == 1
        apart = not short
    for at, comment in enumerate(page.tail):
        blank = comment.after_blank or (at == 0 and apart)
        found += ["", comment.text] if blank else [comment.text]
    return found if not found or found[0] else found[1:]


def _header(page: Page, language: str) -> list[str]:
    """The line that names the language: kept, and put before a comment that would otherwise be read as one."""
    if page.header is not None:
        return [f"# language: {language}{page.header}"]
    first = page.sections[0].above if page.sections else page.tail
    return [f"# language: {language}", ""] if first and is_header(first[0]) else []
