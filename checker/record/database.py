"""Decisions in the ledger's database, in tables that refuse to change or lose a row."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import func, insert, select

from ...ledger.store.ledger import Ledger, open_ledger
from ...ledger.store.problems import LedgerProblem, Stopped
from ...ledger.store.schema import decisions, policy_texts
from .store import Build, Head, Raw, RecordProblem, RecordStopped


@dataclass(frozen=True, slots=True)
class DatabaseStore:
    """A ledger that keeps decisions."""

    ledger: Ledger

    @property
    def name(self) -> str:
        """The database, without its password."""
        return self.ledger.name

    def append(self, build: Build, sources: Mapping[str, str]) -> bytes:
        """Add one record and the texts it names in one transaction; writers take turns."""
        with _told(), self.ledger.writing() as connection:
            there = set(connection.execute(select(policy_texts.c.sha256)).scalars())
            for digest, text in sources.items():
                if digest not in there:
                    kept = text.encode("utf-8", "surrogatepass")
                    connection.execute(insert(policy_texts).values(sha256=digest, text=kept))
            last = connection.execute(
                select(decisions.c.number, decisions.c.sha256).order_by(decisions.c.number.desc()).limit(1)
            ).first()
            number = 1 if last is None else last.number + 1
            data = build(number, None if last is None else last.sha256)
            digest = sha256(data).hexdigest()
            row = insert(decisions).values(number=number, id=json.loads(data)["id"], sha256=digest, record=data)
            connection.execute(row)
            return data

    def records(self) -> Iterator[Raw]:
        """All records by their numbers; no connection is held while one is looked at."""
        with _told(), self.ledger.reading() as connection:
            numbers = connection.execute(select(decisions.c.number).order_by(decisions.c.number)).scalars().all()
        for number in numbers:
            with _told(), self.ledger.reading() as connection:
                found = connection.execute(select(decisions.c.record).where(decisions.c.number == number)).scalar_one()
            yield Raw(number, _bytes(found))

    def head(self) -> Head | None:
        """The last record, as the table has it."""
        with _told(), self.ledger.reading() as connection:
            last = select(func.max(decisions.c.number)).scalar_subquery()
            row = connection.execute(
                select(decisions.c.number, decisions.c.sha256).where(decisions.c.number == last)
            ).first()
        return None if row is None else Head(row.number, row.sha256)

    def source(self, digest: str) -> str | None:
        """A policy's text."""
        with _told(), self.ledger.reading() as connection:
            found = connection.execute(select(policy_texts.c.text).where(policy_texts.c.sha256 == digest)).scalar()
        return None if found is None else _bytes(found).decode("utf-8", "replace")

    def close(self) -> None:
        """Give the connections back."""
        self.ledger.close()


def open_database(target: str) -> DatabaseStore | RecordProblem:
    """The decisions of a ledger."""
    found = open_ledger(target)
    return RecordProblem(found.key, found.values) if isinstance(found, LedgerProblem) else DatabaseStore(found)


def _bytes(found: object) -> bytes:
    """What a column holds; SQLite gives text where somebody put text in it."""
    return found if isinstance(found, bytes) else str(found).encode("utf-8", "replace")


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except Stopped as stopped:
        raise RecordStopped(RecordProblem(stopped.problem.key, stopped.problem.values)) from stopped
