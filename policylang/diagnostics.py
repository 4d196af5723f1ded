"""Problems in a policy, as values: what, where, and what to do. Their words come from the message catalogue."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .core import Span


class Level(StrEnum):
    """An error stops the policy from being used; a warning doesn't."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem. `key` names its message in the catalogue ("E201"); `values` fill it, as the author wrote them."""

    key: str
    span: Span
    values: tuple[tuple[str, str], ...] = ()
    level: Level = Level.ERROR
    related: tuple[tuple[str, Span], ...] = ()
    """Other places to show, each with the message key of its label."""
