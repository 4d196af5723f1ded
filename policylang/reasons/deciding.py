"""Which leaves decide: the least set of them that forces the truth of a clause, whatever the others were."""

from __future__ import annotations

from dataclasses import replace

from ..core import All, Any
from .model import Judged, Node


def mark(node: Node) -> Node:
    """The tree with the deciding leaves marked.

    Of several parts that each force the truth the one with the fewest leaves counts, the first of equals. Of records
    all count that force it, because each would have to change. What keeps an unknown open are all its unknown leaves.
    """
    return _marked(node)[0]


def _marked(node: Node) -> tuple[Node, int]:
    """The tree with its marks, and how many there are."""
    if node.parts:
        return _of_parts(node)
    if node.records:
        return _of_records(node)
    # `and` or `or` of nothing is decided by nothing.
    decides = not isinstance(node.condition, All | Any)
    return replace(node, decides=decides), int(decides)


def _of_parts(node: Node) -> tuple[Node, int]:
    joint = isinstance(node.condition, All | Any)
    agreeing = {place: _marked(part) for place, part in enumerate(node.parts) if part.truth is node.truth or not joint}
    forcing = isinstance(node.condition, Any)
    if joint and node.truth is forcing:
        least = min(agreeing, key=lambda place: agreeing[place][1])
        agreeing = {least: agreeing[least]}
    parts = tuple(agreeing[place][0] if place in agreeing else part for place, part in enumerate(node.parts))
    return replace(node, parts=parts), sum(count for _, count in agreeing.values())


def _of_records(node: Node) -> tuple[Node, int]:
    records: list[Judged] = []
    total = 0
    for judged in node.records:
        if judged.node.truth is node.truth:
            marked, count = _marked(judged.node)
            judged = replace(judged, node=marked)
            total += count
        records.append(judged)
    return replace(node, records=tuple(records)), total
