"""Strong Kleene logic over True, False and None (unknown)."""

from __future__ import annotations

from collections.abc import Iterable

Truth = bool | None
"""None is unknown: neither true nor false is proven."""


def negation(truth: Truth) -> Truth:
    """Not; what isn't known stays unknown."""
    return None if truth is None else not truth


def conjunction(truths: Iterable[Truth]) -> Truth:
    """And: false as soon as one is false, unknown while one is unknown. Of nothing: true."""
    result: Truth = True
    for truth in truths:
        if truth is False:
            return False
        if truth is None:
            result = None
    return result


def disjunction(truths: Iterable[Truth]) -> Truth:
    """Or: true as soon as one is true, unknown while one is unknown. Of nothing: false."""
    result: Truth = False
    for truth in truths:
        if truth is True:
            return True
        if truth is None:
            result = None
    return result
