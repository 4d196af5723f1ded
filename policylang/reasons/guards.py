"""Guards: tests that a fact is there, written so that a comparison beside them has something to compare."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...values import State
from ..core import All, Any, Condition, FactValue, FieldValue, HasState, Not, Present, Program, Quantified
from ..traversal import nodes


def guarded(condition: Condition) -> str:
    """The fact (`.name`: the field) a condition only asks to be there; empty when it asks more."""
    match condition:
        case HasState(subject, State.STATED) | Present(subject) | Not(HasState(subject, State.ABSENT)):
            return _name(subject)
        case _:
            return ""


def guards(parts: Sequence[Condition], program: Program) -> tuple[bool, ...]:
    """For each of some conditions joined by `and`, whether it guards what another one uses."""
    used = {name for part in parts if not guarded(part) for name in uses(part, program)}
    return tuple(guarded(part) in used for part in parts)


def spoken(condition: Condition, program: Program) -> Condition:
    """A condition as one would say it: without guards, joints of one part, and `not` before `not`."""
    match condition:
        case Not(Not(part)):
            return spoken(part, program)
        case Not(part):
            inner = spoken(part, program)
            return inner.part if isinstance(inner, Not) else Not(inner)
        case All(parts) | Any(parts):
            idle = guards(parts, program) if isinstance(condition, All) else (False,) * len(parts)
            kept = tuple(spoken(part, program) for part, guard in zip(parts, idle, strict=True) if not guard)
            return kept[0] if len(kept) == 1 else replace(condition, parts=kept)
        case Quantified(_, _, where):
            return replace(condition, where=spoken(where, program))
        case _:
            return condition


def _name(subject: object) -> str:
    match subject:
        case FactValue(name):
            return name
        case FieldValue(name):
            return f".{name}"
        case _:
            return ""


def uses(condition: Condition, program: Program) -> set[str]:
    """The facts (`.name`: the fields) a condition speaks of."""
    return set(filter(None, map(_name, nodes(condition, program))))
