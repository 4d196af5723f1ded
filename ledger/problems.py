"""Problems in a case file, as values with a place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CaseProblem:
    """One mistake in a case file: a message key of the catalogue, and the line and column it stands at (from 1)."""

    key: str
    path: str
    line: int
    column: int
    values: tuple[tuple[str, str], ...] = ()
