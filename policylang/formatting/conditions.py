"""Where a condition may be broken: before `and`, `or` and signs, after `where`; inside brackets under the bracket."""

from __future__ import annotations

from collections.abc import Sequence

from .concrete import Node, Piece, first_piece, last_piece
from .pretty import Align, Blank, Doc, Group, Join, Line, Nest, Word, join

_NO_BLANK_BEFORE = frozenset(("COMMA", "COLON", "RPAR", "RSQB"))
_NO_BLANK_AFTER = frozenset(("LPAR", "LSQB"))
_JOINED = ("conjunction", "disjunction", "comparison")


def flow(parts: Sequence[Node | Piece], wrap: bool = True) -> Join:
    """Parts one after the other with the blanks between them; with `wrap` a line may end after a comma."""
    docs: list[Doc] = []
    for at, part in enumerate(parts):
        inside = condition(part) if wrap else (Word(part) if isinstance(part, Piece) else flow(part.children, wrap))
        if at == 0:
            docs.append(inside)
            continue
        before, after = last_piece(parts[at - 1]), first_piece(part)
        if before.glued or before.type in _NO_BLANK_AFTER or after.type in _NO_BLANK_BEFORE:
            docs.append(inside)
        elif wrap and before.type == "COMMA":
            docs.append(Group(join(Line(), inside)))
        else:
            docs += [Blank(), inside]
    return Join(tuple(docs))


def condition(part: Node | Piece, hanging: int = 2) -> Doc:
    """A condition or a part of it; the lines after its first are indented by `hanging`."""
    if isinstance(part, Piece):
        return Word(part)
    if len(part.children) == 1:
        return condition(part.children[0], hanging)
    parts = _with_brackets(part.children)
    if part.name == "comparison" and _is_filtered(parts[0]):
        return flow(parts)
    if part.name == "chain":
        return Nest(hanging, _filled(parts))
    if part.name in _JOINED:
        return Group(Nest(hanging, _joined(parts)))
    if part.name in ("group", "brackets"):
        return join(Word(first_piece(part)), Align(condition(parts[1], 0)), Word(last_piece(part)))
    where = next((at for at, each in enumerate(parts) if isinstance(each, Piece) and each.type == "WHERE"), 0)
    if where and where + 2 == len(parts):
        tail = join(Line(), condition(parts[-1], 0))
        return Group(join(flow(parts[: where + 1]), Nest(hanging, tail)))
    return Nest(hanging, flow(parts))


def _joined(parts: Sequence[Node | Piece]) -> Doc:
    """Operands with what joins them, a line before each sign or word."""
    docs = [condition(parts[0])]
    for sign, operand in zip(parts[1::2], parts[2::2], strict=True):
        docs += [Line(), condition(sign), Blank(), condition(operand)]
    return Join(tuple(docs))


def _filled(parts: Sequence[Node | Piece]) -> Doc:
    """Operands with their signs, as many on a line as fit."""
    docs = [condition(parts[0])]
    for sign, operand in zip(parts[1::2], parts[2::2], strict=True):
        docs.append(Group(join(Line(), condition(sign), Blank(), condition(operand))))
    return Join(tuple(docs))


def _is_filtered(part: Node | Piece) -> bool:
    """A fold with `where`: it is broken there, and what it is compared with stays behind it."""
    return isinstance(part, Node) and part.name == "fold" and len(part.children) > 5


def _with_brackets(parts: Sequence[Node | Piece]) -> list[Node | Piece]:
    """Parts where what stands in parentheses is one."""
    found: list[Node | Piece] = []
    at = 0
    while at < len(parts):
        part = parts[at]
        closing = parts[at + 2] if at + 2 < len(parts) else part
        opens = isinstance(part, Piece) and part.type == "LPAR"
        if opens and isinstance(closing, Piece) and closing.type == "RPAR" and len(parts) > 3:
            found.append(Node("brackets", list(parts[at : at + 3])))
            at += 3
        else:
            found.append(part)
            at += 1
    return found
