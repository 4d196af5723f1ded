"""A clause as a document: the keyword, then what it says, hung under its first part."""

from __future__ import annotations

from collections.abc import Sequence

from .concrete import Node, Piece
from .conditions import condition, flow
from .pretty import Align, Blank, Doc, Group, Hard, Join, Line, Nest, Word, is_broken, join


def clause(node: Node, tall: bool = False) -> Doc:
    """A clause; with `tall` each language of a text stands on a line of its own."""
    keyword, *rest = node.children
    match node.name:
        case "demand":
            return join(flow([keyword]), Blank(), condition(rest[0]))
        case "unless":
            tail = condition(rest[2], 0)
            return Group(join(flow(node.children[:3]), Nest(2, join(Line(), tail))))
        case "wording":
            return _hung(keyword, texts(rest[0], tall))
        case "read":
            return _hung(keyword, Group(_lines([_patterns(each) for each in rest]), broken=len(rest) > 1))
        case "given" | "expect":
            return _hung(keyword, Join(_between([_setting(each) for each in rest], Hard())))
        case "names" | "strings":
            colon = isinstance(rest[0], Piece) and rest[0].type == "COLON"
            head = flow(node.children[: 2 if colon else 1])
            return join(head, Blank(), Align(flow(rest[1:] if colon else rest)))
        case _:
            return flow(node.children)


def texts(node: Node | Piece, tall: bool = False) -> Doc:
    """A text in one or more languages."""
    if isinstance(node, Piece):
        return Word(node)
    return Align(Group(_lines(by_language(node)), broken=tall and len(node.children) > 2))


def by_language(node: Node) -> list[Doc]:
    """The languages of a text, each with its mark."""
    parts = node.children
    if len(parts) < 2:
        return [flow(parts)]
    return [flow(parts[at : at + 2]) for at in range(0, len(parts), 2)]


def _hung(keyword: Node | Piece, inside: Doc) -> Doc:
    return join(flow([keyword]), Blank(), Align(inside))


def _lines(docs: Sequence[Doc]) -> Doc:
    return Join(_between(docs, Line()))


def _between(docs: Sequence[Doc], separator: Doc) -> tuple[Doc, ...]:
    found: list[Doc] = []
    for at, doc in enumerate(docs):
        found += [separator, doc] if at else [doc]
    return tuple(found)


def _patterns(node: Node | Piece) -> Doc:
    """Patterns of one language."""
    assert isinstance(node, Node)
    first = node.children[0]
    if isinstance(first, Piece) and first.type != "STRING":
        return _hung(first, flow(node.children[1:]))
    return Align(flow(node.children))


def _setting(node: Node | Piece) -> Doc:
    """What an example gives or expects of a fact; the records of a list one a line if they don't fit on one."""
    assert isinstance(node, Node)
    value = node.children[-1]
    if not isinstance(value, Node) or value.name != "list":
        return flow(node.children)
    opening, *items, closing = value.children
    return join(flow(node.children[:-1]), Blank(), flow([opening]), Align(_items(items)), flow([closing]))


def _items(items: Sequence[Node | Piece]) -> Doc:
    if not any(isinstance(item, Node) and item.name == "entry" for item in items):
        return flow(items)
    docs: list[Doc] = []
    for item in items:
        if isinstance(item, Piece):
            docs += [Word(item), Line()]
        else:
            docs.append(_entry(item))
    inside = Join(tuple(docs))
    return Group(inside, broken=is_broken(inside))


def _entry(item: Node) -> Doc:
    if item.name != "entry":
        return flow([item])
    opening, *fields, closing = item.children
    return join(flow([opening]), Align(flow(fields)), flow([closing]))
