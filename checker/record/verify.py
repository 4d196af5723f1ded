"""Whether a chain of records is whole: nothing missing, edited, exchanged or cut off, and every policy text there."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from .content import FORMAT, digest_of, id_of
from .store import Head, Raw, RecordProblem, Store, record_problem


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found: how many records there are, the last, and everything that is wrong, in their order."""

    count: int
    head: Head | None
    problems: tuple[RecordProblem, ...]


def verify(store: Store, expected: str | None = None) -> Verified:
    """Read the whole chain. `expected`: the SHA-256 that the last record had when somebody wrote it down elsewhere.

    Raises `RecordStopped` where the store can't be read.
    """
    chain = _Chain(store)
    problems = [*chain.problems(), *chain.end(store.head(), expected)]
    return Verified(chain.count, chain.last, tuple(problems))


def read_record(raw: Raw) -> Mapping[str, Any] | RecordProblem:
    """A record that is what it was written as; or what is wrong with it."""
    try:
        record = json.loads(raw.data)
    except (ValueError, RecursionError):
        return record_problem("record.broken", number=raw.number)
    if not isinstance(record, dict) or "presign_record" not in record or "id" not in record:
        return record_problem("record.broken", number=raw.number)
    if record["presign_record"] != FORMAT:
        return record_problem("record.other_format", number=raw.number, found=record["presign_record"])
    if id_of(record) != record["id"]:
        return record_problem("record.edited", number=raw.number, id=record["id"])
    if record.get("number") != raw.number:
        return record_problem("record.moved", number=raw.number, own=record.get("number"), id=record["id"])
    return record


class _Chain:
    """The records read one after the other."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._sources: dict[str, bool] = {}
        self.count = 0
        self.last: Head | None = None
        self._digests: dict[int, str] = {}

    def problems(self) -> Iterator[RecordProblem]:
        """What is wrong with each record and between it and the one before."""
        for raw in self._store.records():
            before = self.last
            yield from self._missing(raw.number, 0 if before is None else before.number)
            digest = sha256(raw.data).hexdigest()
            self.count += 1
            self.last = Head(raw.number, digest)
            self._digests[raw.number] = digest
            record = read_record(raw)
            if isinstance(record, RecordProblem):
                yield record
                continue
            follows = before.sha256 if before is not None and before.number == raw.number - 1 else None
            if (follows is not None or raw.number == 1) and record.get("previous") != follows:
                yield record_problem("record.not_following", number=raw.number, before=raw.number - 1)
            yield from self._texts(record, raw.number)

    def end(self, head: Head | None, expected: str | None) -> Iterator[RecordProblem]:
        """What is wrong with the end of the chain."""
        if head is not None and self._digests.get(head.number) is None:
            yield from self._missing(head.number + 1, self.last.number if self.last is not None else 0)
        elif head is not None and self._digests[head.number] != head.sha256:
            yield record_problem("record.not_the_last", number=head.number)
        elif head is None and self.count:
            yield record_problem("record.no_head", name=self._store.name)
        if expected is not None and expected.strip().lower() not in self._digests.values():
            yield record_problem("record.not_expected", sha256=expected)

    def _missing(self, number: int, last: int) -> Iterator[RecordProblem]:
        if number > last + 1:
            numbers = str(last + 1) if number == last + 2 else f"{last + 1}–{number - 1}"
            yield record_problem("record.missing", numbers=numbers)

    def _texts(self, record: Mapping[str, Any], number: int) -> Iterator[RecordProblem]:
        """Policy texts that are missing or edited, each told once."""
        for policy in record.get("policies", ()):
            digest = str(policy["sha256"])
            if digest not in self._sources:
                text = self._store.source(digest)
                self._sources[digest] = text is not None and digest_of(text) == digest
                if not self._sources[digest]:
                    key = "record.source_missing" if text is None else "record.source_edited"
                    yield record_problem(key, number=number, path=policy["path"], sha256=digest)
