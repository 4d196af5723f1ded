"""What is written into a contract, in values that can be handed to a process of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ...parsers.document import Document
from .notes import Note


@dataclass(frozen=True, slots=True)
class Paper:
    """A checked contract with its notes; `document` is as it was read for the check."""

    document: Document
    notes: tuple[Note, ...]
    as_of: date
    language: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A contract written anew, and what there is to tell of it (a message key)."""

    data: bytes
    told: str = ""
