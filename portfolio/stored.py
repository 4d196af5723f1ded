"""A data set read back: its contracts in batches, what was found about them then, and their facts without loss."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars as pl

from ..facts.as_json import NotFacts, value_from
from ..facts.fact import Fact, FactBook
from ..policylang.outcome import Verdict
from ..values import Reason, State
from .columns.raw import READ, Wanted, starts_of, wide
from .dataset import parts
from .sinks import StopError

BATCH = 12_000
"""Contracts judged at once: enough that each step of polars is worth its while, few enough to fit anywhere."""
_CODES = {verdict.value: code for code, verdict in enumerate(Verdict)}


@dataclass(frozen=True, slots=True)
class Part:
    """The files of one part."""

    folder: Path
    name: str
    contracts: pl.DataFrame
    """The documents that were checked, in the order of the other tables."""

    def table(self, name: str, columns: Sequence[str]) -> pl.DataFrame:
        """Columns of a table of the part. Raises `StopError` when they can't be read."""
        return _read(self.folder / name / self.name, columns)


@dataclass(frozen=True, slots=True)
class Batch:
    """Contracts of several parts."""

    parts: tuple[Part, ...]

    @property
    def contracts(self) -> pl.DataFrame:
        """The documents."""
        return pl.concat(part.contracts for part in self.parts)

    def facts(self, wanted: Wanted) -> pl.DataFrame:
        """One row a contract, as `columns.raw.wide` gives it."""
        return pl.concat(wide(part.table("facts", READ), wanted, part.contracts["document"]) for part in self.parts)

    def verdicts(self) -> tuple[pl.DataFrame, dict[str, str]]:
        """What was found then: codes of verdicts, a column a rule; and the severity each rule had."""
        frames: list[pl.DataFrame] = []
        severities: dict[str, str] = {}
        for part in self.parts:
            table = part.table("verdicts", ("document", "rule", "severity", "verdict"))
            starts = starts_of(table, "rule", part.contracts["document"])
            codes, count = table["verdict"].replace_strict(_CODES, return_dtype=pl.UInt8), part.contracts.height
            severities |= {name: table["severity"][start] for name, start in starts.items()}
            frames.append(pl.DataFrame([codes.slice(start, count).alias(name) for name, start in starts.items()]))
        return pl.concat(frames, how="diagonal"), severities

    def book(self, row: int) -> FactBook:
        """The facts of a contract, without their evidence."""
        for part in self.parts:
            if row < part.contracts.height:
                return _book(part, row)
            row -= part.contracts.height
        raise IndexError(row)


def batches(folder: Path) -> Iterator[Batch]:
    """The contracts of a data set that were checked; parts that aren't whole are passed over."""
    kept: list[Part] = []
    for path in parts(folder, "documents"):
        documents = _read(path, ("document", "path", "status", "kind", "language", "as_of", "sha256"))
        contracts = documents.filter(pl.col("status") == "checked")
        if contracts.height:
            kept.append(Part(folder, path.name, contracts))
        if sum(part.contracts.height for part in kept) >= BATCH:
            yield Batch(tuple(kept))
            kept = []
    if kept:
        yield Batch(tuple(kept))


def days(folder: Path) -> list[date]:
    """The days the contracts were judged as of."""
    found: set[date] = set()
    for path in parts(folder, "documents"):
        found.update(_read(path, ["as_of"])["as_of"].drop_nulls())
    return sorted(found)


def _read(path: Path, columns: Sequence[str]) -> pl.DataFrame:
    try:
        return pl.read_parquet(path, columns=list(columns))
    except (OSError, pl.exceptions.PolarsError):
        raise StopError("portfolio.not_laid_out", path=str(path)) from None


def _book(part: Part, row: int) -> FactBook:
    document = part.contracts["document"][row]
    table = part.table("facts", ("document", "fact", "state", "reason", "value"))
    rows = table.filter(pl.col("document") == document).drop("document").rows()
    return FactBook({name: _fact(name, *rest) for name, *rest in rows}, part.contracts["kind"][row])


def _fact(name: str, state: str, reason: str | None, value: str | None) -> Fact:
    try:
        read = None if value is None else value_from(json.loads(value))
        return Fact(name, State(state), read, None if reason is None else Reason(reason))
    except (NotFacts, ValueError, RecursionError):
        # A value nobody can read is a value of no type: rules that use it end `error`.
        return Fact(name, State(state), None)
