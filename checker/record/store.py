"""Where decisions are kept: a folder, or the ledger's database. Both only ever add."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

VARIABLE = "PRESIGN_RECORDS"
DEFAULT_FOLDER = "presign-records"

Build = Callable[[int, str | None], bytes]
"""The bytes of a record from its number and the SHA-256 of the one before it (None for the first)."""


@dataclass(frozen=True, slots=True)
class RecordProblem:
    """What keeps decisions from being kept or read, or what is wrong with one: a message key with its values."""

    key: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Raw:
    """A record as it is kept: the number it stands under, and its bytes."""

    number: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Head:
    """The last record a store knows to have written."""

    number: int
    sha256: str


class Store(Protocol):
    """A chain of records with the texts they name. Methods raise `RecordStopped` where the store fails."""

    @property
    def name(self) -> str:
        """How messages call it: no password in it."""

    def append(self, build: Build, sources: Mapping[str, str]) -> bytes:
        """Add one record behind the last, and the texts it names by their SHA-256. Writers take turns."""

    def records(self) -> Iterator[Raw]:
        """All records by their numbers."""

    def head(self) -> Head | None:
        """The last record; None where nothing tells."""

    def source(self, digest: str) -> str | None:
        """A text by its SHA-256."""

    def close(self) -> None:
        """Give back what is open."""


class RecordStopped(Exception):
    """Carries a problem out of a store."""

    def __init__(self, problem: RecordProblem) -> None:
        super().__init__(problem.key)
        self.problem = problem


def record_problem(key: str, **values: object) -> RecordProblem:
    """A problem with its values as text."""
    return RecordProblem(key, tuple((name, str(value)) for name, value in values.items()))


def target_of(option: str | None) -> str:
    """Where decisions are kept: the option, else $PRESIGN_RECORDS, else a folder in the working folder."""
    return option or os.environ.get(VARIABLE) or DEFAULT_FOLDER


def open_store(target: str, *, create: bool = False) -> Store | RecordProblem:
    """The store behind a folder, a ledger's file or its address; `create` makes a folder that isn't there."""
    if "://" in target or Path(target).is_file():
        from .database import open_database

        return open_database(target)
    from .folder import open_folder

    return open_folder(Path(target), create=create)
