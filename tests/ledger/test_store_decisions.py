"""Decisions kept in a ledger: the tables refuse to change, and the chain tells of a change that got past them."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256

import pytest
from presign.checker.record.content import sealed
from presign.checker.record.database import DatabaseStore
from presign.checker.record.store import RecordProblem, open_store
from presign.checker.record.verify import verify
from presign.ledger.store.ledger import Ledger
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

TEXT = '政策 policy "Small" version "1"\n'
DIGEST = sha256(TEXT.encode()).hexdigest()
CHANGES = (
    "UPDATE decisions SET sha256 = ''",
    "DELETE FROM decisions WHERE number = 2",
    "DELETE FROM policy_texts",
    "UPDATE policy_texts SET sha256 = ''",
)


def add(store: DatabaseStore, *names: str) -> list[bytes]:
    """Put decisions on record; nothing is read from them here but the policy they name."""
    return [
        store.append(
            lambda number, previous: sealed(
                {"presign_record": 1, "name": name, "policies": [{"path": "p", "sha256": DIGEST}]}, number, previous  # noqa: B023
            ),
            {DIGEST: TEXT},
        )
        for name in names
    ]  # fmt: skip


@pytest.fixture
def store(ledger_target: str) -> Iterator[DatabaseStore]:
    found = open_store(ledger_target)
    assert isinstance(found, DatabaseStore), found
    yield found
    found.close()


def problems(store: DatabaseStore) -> list[str]:
    return [f"{each.key} {dict(each.values).get('number', '')}" for each in verify(store).problems]


def test_decisions_follow_one_another(store: DatabaseStore) -> None:
    first, second = add(store, "甲", "乙")
    found = verify(store)
    assert found.problems == () and found.count == 2
    assert found.head is not None and found.head.sha256 == sha256(second).hexdigest()
    assert [raw.data for raw in store.records()] == [first, second]
    assert store.source(DIGEST) == TEXT


def test_writers_take_turns(store: DatabaseStore) -> None:
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda name: add(store, name), "abcdefgh"))
    assert problems(store) == []
    assert [raw.number for raw in store.records()] == list(range(1, 9))


@pytest.mark.parametrize("statement", CHANGES)
def test_the_tables_refuse_a_change(store: DatabaseStore, book: Ledger, statement: str) -> None:
    add(store, "甲", "乙")
    with pytest.raises(DatabaseError, match="append-only"), book.engine.begin() as connection:
        connection.execute(text(statement))
    assert problems(store) == []


def test_the_tables_refuse_to_be_emptied_or_written_over(store: DatabaseStore, book: Ledger) -> None:
    add(store, "甲", "乙")
    sqlite = book.engine.dialect.name == "sqlite"
    statement = (
        "INSERT OR REPLACE INTO decisions SELECT number, id, '', record FROM decisions WHERE number = 1"
        if sqlite
        else "TRUNCATE decisions"
    )
    with pytest.raises(DatabaseError, match="append-only"), book.engine.begin() as connection:
        connection.execute(text(statement))
    assert problems(store) == []


def test_a_change_that_got_past_the_triggers_is_told(store: DatabaseStore, book: Ledger) -> None:
    add(store, "one", "two", "three")
    sqlite = book.engine.dialect.name == "sqlite"
    drop = "DROP TRIGGER decisions_no_UPDATE" if sqlite else "DROP TRIGGER decisions_no_change ON decisions"
    changed = (
        "replace(CAST(record AS TEXT), 'two', 'ten')"
        if sqlite
        else "convert_to(replace(convert_from(record, 'UTF8'), 'two', 'ten'), 'UTF8')"
    )
    with book.engine.begin() as connection:
        connection.execute(text(drop))
        connection.execute(text(f"UPDATE decisions SET record = {changed} WHERE number = 2"))
    assert problems(store) == ["record.edited 2", "record.not_following 3"]


def test_a_ledger_that_is_not_there_is_told() -> None:
    found = open_store("mysql://somewhere/ledger")
    assert isinstance(found, RecordProblem) and found.key == "ledger.dialect"
