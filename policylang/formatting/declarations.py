"""A declaration as a document: its head, then its clauses, one a line."""

from __future__ import annotations

from collections.abc import Sequence

from ..keywords import CLAUSES
from .clauses import by_language, clause, texts
from .columns import aligned, rows
from .concrete import Node, Piece, first_piece
from .conditions import flow
from .pretty import WIDTH, Blank, Doc, Group, Hard, Join, Line, Nest, Word, flat_width, is_broken, join

_STARTS = frozenset(word.terminal for word in CLAUSES) | {"BAR"}
_SHORT = ("amend_rule", "switch_off")
_MEMBERS = ("scale", "kinds", "record")


def declaration(node: Node) -> Doc:
    """A declaration."""
    if node.name in _MEMBERS:
        return _members(node)
    head, clauses = _split(node)
    if node.name == "policy" and clauses and first_piece(clauses[0]).type == "VERSION":
        head += clauses[0].children
        clauses = clauses[1:]
    lines = _policy(clauses) if node.name == "policy" else _clauses(clauses)
    whole = Nest(2, Join((_head(head), *(part for line in lines for part in (Hard(), line)))))
    return (_on_one_line(head, clauses) if node.name in _SHORT else None) or whole


def _split(node: Node) -> tuple[list[Node | Piece], list[Node]]:
    """The parts of the head, and the clauses."""
    at = 1
    parts = node.children
    while at < len(parts) and not _is_clause(parts[at]):
        at += 1
    return parts[:at], [part for part in parts[at:] if isinstance(part, Node)]


def _is_clause(part: Node | Piece) -> bool:
    if isinstance(part, Piece) or part.name in ("texts", "type"):
        return False
    start = first_piece(part).type
    return start in _STARTS and start != "BY"


def _head(parts: Sequence[Node | Piece]) -> Doc:
    title = parts[-1]
    if isinstance(title, Node) and title.name == "texts":
        return join(flow(parts[:-1]), Blank(), texts(title))
    if isinstance(title, Node) and title.name == "names":
        return Group(join(flow(parts[:-1]), Line(), clause(title)))
    return flow(parts)


def _on_one_line(head: Sequence[Node | Piece], clauses: Sequence[Node]) -> Doc | None:
    """A short declaration on one line, if it fits."""
    docs = [_head(head)]
    for each in clauses:
        docs += [Blank(" " if first_piece(each).type == "BECAUSE" and len(docs) == 1 else "  "), clause(each)]
    line = Nest(2, Join(tuple(docs)))
    return None if is_broken(line) or flat_width(line) > WIDTH else line


def _policy(clauses: Sequence[Node]) -> list[Doc]:
    """The clauses of a policy's head: on one line if they fit."""
    docs = [clause(each) for each in clauses]
    spread = [part for at, doc in enumerate(docs) for part in ((Blank("  "), doc) if at else (doc,))]
    line = Join(tuple(spread))
    return [line] if docs and not is_broken(line) and flat_width(line) + 2 <= WIDTH else docs


def _clauses(clauses: Sequence[Node]) -> list[Doc]:
    found: list[Doc] = []
    at = 0
    while at < len(clauses):
        each = clauses[at]
        end = at + 1
        if each.name == "row":
            while end < len(clauses) and clauses[end].name == "row":
                end += 1
            found += rows(clauses[at:end])
        elif each.name == "review_by" and at and clauses[at - 1].name == "period":
            found[-1] = join(found[-1], Blank("  "), clause(each))
        else:
            found.append(clause(each, tall=first_piece(each).type != "LABEL"))
        at = end
    return found


def _members(node: Node) -> Doc:
    """A scale, kinds or a record: on one line if it fits, else one member a line, in columns."""
    parts = node.children
    whole = flow(parts, wrap=False)
    if flat_width(whole) <= WIDTH and not is_broken(whole):
        return Nest(2, whole)
    colon = next(at for at, part in enumerate(parts) if isinstance(part, Piece) and part.type == "COLON")
    members, signs = parts[colon + 1 :: 2], parts[colon + 2 :: 2]
    before = node.name == "scale"
    lines = aligned([_parts(member) for member in members], behind=5)
    docs: list[Doc] = [flow(parts[: colon + 1])]
    for at, line in enumerate(lines):
        if before:
            docs += [Nest(2, join(Hard(), line))] if at == 0 else [Hard(), flow([signs[at - 1]]), Blank(), line]
        else:
            docs += [Hard(), line, flow([signs[at]])] if at < len(signs) else [Hard(), line]
    return Nest(2, Join(tuple(docs)))


def _parts(member: Node | Piece) -> list[Doc]:
    """What stands in columns: the name and each language of its label, or the name and its type."""
    if isinstance(member, Piece):
        return [Word(member)]
    found: list[Doc] = []
    for part in member.children:
        found += by_language(part) if isinstance(part, Node) and part.name == "texts" else [flow([part])]
    return found
