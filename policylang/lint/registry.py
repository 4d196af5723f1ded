"""All checks of the linter, in the order of their codes: what the command runs and the documentation shows."""

from __future__ import annotations

from collections.abc import Sequence

from . import (
    completeness,
    dates,
    double_negation,
    example_kinds,
    guards,
    hits,
    ids,
    labels,
    magic,
    suppress,
    texts,
    titles,
)
from .model import Check

_ROOMS = (
    texts,
    titles,
    labels,
    completeness,
    example_kinds,
    ids,
    double_negation,
    magic,
    guards,
    hits,
    dates,
    suppress,
)

CHECKS: tuple[Check, ...] = tuple(
    sorted((check for room in _ROOMS for check in room.CHECKS), key=lambda check: check.code)
)
CODES = frozenset(check.code for check in CHECKS)


def chosen(select: Sequence[str], ignore: Sequence[str]) -> tuple[frozenset[str], tuple[str, ...]]:
    """The codes to run, and the choices that fit none. A choice is a code, its beginning (`L2`) or a check's name."""
    wanted = _meant(select) if select else CODES
    unknown = tuple(each for each in (*select, *ignore) if not _meant((each,)))
    return wanted - _meant(ignore), unknown


def _meant(choices: Sequence[str]) -> frozenset[str]:
    return frozenset(
        check.code
        for check in CHECKS
        for each in choices
        if each and (check.code.startswith(each.upper()) or check.name == each)
    )
