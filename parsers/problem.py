"""What stops a file from being read, before it is known as a document."""

from __future__ import annotations

from dataclasses import dataclass

from .document import Unreadable


@dataclass(frozen=True, slots=True)
class Problem:
    """A message key with its values."""

    key: str
    values: tuple[tuple[str, str], ...] = ()

    def unreadable(self, path: str, sha256: str) -> Unreadable:
        """This problem as the outcome of reading a file."""
        return Unreadable(path, self.key, self.values, sha256)


def problem(key: str, **values: object) -> Problem:
    """A problem with its values as text."""
    return Problem(key, tuple((name, str(value)) for name, value in values.items()))
