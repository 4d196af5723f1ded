"""The tree of a condition as one would tell it: without guards, joints of one part, and `not` above one test."""

from __future__ import annotations

from dataclasses import replace

from ..policylang.core import All, Any, Condition, Not, Program
from ..policylang.kleene import negation
from ..policylang.reasons.guards import guarded, guards, uses
from ..policylang.reasons.model import Node


def spoken_tree(node: Node, program: Program) -> Node:
    """A tree to be shown. A guard is left out beside what it guards; where it fails, what it guards is."""
    if node.records:
        records = (replace(each, node=spoken_tree(each.node, program)) for each in node.records)
        return replace(node, records=tuple(records))
    parts = tuple(spoken_tree(part, program) for part in _kept(node, program))
    if not isinstance(node.condition, All | Any):
        return _negated(parts[0]) if parts and _is_leaf(parts[0]) else replace(node, parts=parts)
    return parts[0] if len(parts) == 1 else replace(node, parts=parts)


def spoken_parts(node: Node, program: Program) -> tuple[Node, ...]:
    """What a clause asks for, one by one."""
    whole = spoken_tree(node, program)
    return whole.parts if isinstance(whole.condition, All) and whole.parts else (whole,)


def _kept(node: Node, program: Program) -> tuple[Node, ...]:
    if not isinstance(node.condition, All):
        return node.parts
    idle = guards([part.condition for part in node.parts], program)
    failed = {
        guarded(part.condition) for part, guard in zip(node.parts, idle, strict=True) if guard and part.truth is False
    }

    def told(part: Node, guard: bool) -> bool:
        if guard:
            return part.truth is False
        return part.truth is not None or not (uses(part.condition, program) & failed)

    return tuple(part for part, guard in zip(node.parts, idle, strict=True) if told(part, guard))


def _is_leaf(node: Node) -> bool:
    return not node.parts and not node.records


def _negated(leaf: Node) -> Node:
    condition: Condition = leaf.condition.part if isinstance(leaf.condition, Not) else Not(leaf.condition)
    return replace(leaf, condition=condition, truth=negation(leaf.truth))
