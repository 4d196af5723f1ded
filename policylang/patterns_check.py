"""The patterns of `read`: their form, and that each one says where the fact's value stands."""

from __future__ import annotations

from .core import Sort, Type
from .resolve import Desk
from .tree import String


def check_pattern(pattern: String, kind: Type, desk: Desk) -> None:
    """Report what is wrong with a pattern."""
    # imported here: most programs declare few patterns, and policies of rules alone none
    from .patterns import PatternProblem, parse_pattern

    found = parse_pattern(pattern.text)
    if isinstance(found, PatternProblem):
        at = min(pattern.place[0] + 1 + found.offset, pattern.place[1] - 1)
        desk.report(found.key, (at, at + 1), *found.values)
    elif not found.has_value and kind.sort is not Sort.YES_NO:
        desk.report("E416", pattern.place, ("pattern", pattern.text))
