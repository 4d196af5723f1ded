"""The concrete tree of a declaration: every token under the rule of the grammar that took it, with its comments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from ..grammar import build
from ..lexer import Token

if TYPE_CHECKING:
    from lark import Lark


@dataclass(slots=True)
class Piece(Token):
    """A token with the comments that belong to it and the text it gets."""

    above: tuple[str, ...] = ()
    """Comments on lines of their own before it."""
    beside: str = ""
    """The comment after it on its line."""
    shown: str = ""
    glued: bool = False
    """No blank stands after it: the minus of a value."""


@dataclass(slots=True)
class Node:
    """What a rule of grammar.lark took; `name` is the rule's, or its alias."""

    name: str
    children: list[Node | Piece] = field(default_factory=list)


@cache
def _parser() -> Lark:
    return build(nodes=Node)


def concrete(pieces: Sequence[Piece]) -> Node:
    """The tree of one declaration, which is known to be sound."""
    feed: Any = _parser().parse_interactive().parser_state.feed_token
    for piece in pieces:
        feed(piece)
    end = pieces[-1].place[1]
    tree: Node = feed(Token("$END", "", "", (end, end)), True)
    return tree


def pieces_of(part: Node | Piece) -> Iterator[Piece]:
    """The tokens below a node, in order."""
    if isinstance(part, Piece):
        yield part
    else:
        for child in part.children:
            yield from pieces_of(child)


def first_piece(part: Node | Piece) -> Piece:
    """The first token below a node."""
    while isinstance(part, Node):
        part = part.children[0]
    return part


def last_piece(part: Node | Piece) -> Piece:
    """The last token below a node."""
    while isinstance(part, Node):
        part = part.children[-1]
    return part
