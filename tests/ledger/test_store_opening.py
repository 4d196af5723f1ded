"""Opening ledgers: whose file it is, what isn't a ledger, which revision it has, and passwords that aren't told."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from presign.ledger.store.ledger import Ledger, init_ledger, open_ledger, revisions, target_of
from presign.ledger.store.problems import LedgerProblem
from presign.ledger.store.schema import REVISION, metadata
from presign.messages import advise, say
from sqlalchemy import text


def key(found: Ledger | LedgerProblem) -> str:
    if isinstance(found, Ledger):
        found.close()
        return "ledger"
    return found.key


def test_the_migrations_make_the_tables_of_the_schema(book: Ledger) -> None:
    with book.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    assert revisions()[0] == REVISION


def test_a_ledger_is_made_once_and_its_data_stay(target: str) -> None:
    assert key(open_ledger(target)) in ("ledger.missing", "ledger.not_a_ledger")
    first = init_ledger(target)
    assert isinstance(first, Ledger)
    with first.writing() as connection:
        connection.execute(text("INSERT INTO customers (name, name_key) VALUES ('Acme', 'Acme')"))
    first.close()
    again = init_ledger(target)
    assert isinstance(again, Ledger)
    with again.reading() as connection:
        assert connection.execute(text("SELECT name FROM customers")).scalars().all() == ["Acme"]
    again.close()


def test_a_transaction_that_fails_leaves_nothing(book: Ledger) -> None:
    with pytest.raises(ZeroDivisionError), book.writing() as connection:
        connection.execute(text("INSERT INTO customers (name, name_key) VALUES ('Acme', 'Acme')"))
        raise ZeroDivisionError
    with book.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM customers")).scalar_one() == 0


def test_another_database_is_left_alone(target: str) -> None:
    from sqlalchemy import create_engine

    url = target.replace("postgresql://", "postgresql+psycopg://") if "://" in target else f"sqlite:///{target}"
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE customers (id INTEGER)"))
    engine.dispose()
    assert key(open_ledger(target)) == "ledger.not_a_ledger"
    assert key(init_ledger(target)) == "ledger.not_a_ledger"


@pytest.mark.parametrize(("found", "wanted"), [("0000", "ledger.newer"), ("9999", "ledger.newer")])
def test_a_ledger_of_a_revision_nobody_knows(book: Ledger, ledger_target: str, found: str, wanted: str) -> None:
    with book.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :found"), {"found": found})
    assert key(open_ledger(ledger_target)) == wanted
    assert key(init_ledger(ledger_target)) == wanted


def test_an_older_ledger_is_told_how_to_come_up_to_date(
    book: Ledger, ledger_target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from presign.ledger.store import ledger as ledger_module

    monkeypatch.setattr(ledger_module, "REVISION", "9999")
    found = open_ledger(ledger_target)
    assert isinstance(found, LedgerProblem) and found.key == "ledger.older"
    assert "presign ledger init" in advise(found.key, "en", found.values)


def test_the_file_is_its_owners_own(tmp_path: Path) -> None:
    import os

    path = tmp_path / "ledger.db"
    before = os.umask(0)
    try:
        made = init_ledger(str(path))
    finally:
        os.umask(before)
    assert isinstance(made, Ledger)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with made.writing() as connection:
        connection.execute(text("INSERT INTO customers (name, name_key) VALUES ('Acme', 'Acme')"))
        journal = Path(f"{path}-journal")
        assert journal.exists() and stat.S_IMODE(journal.stat().st_mode) == 0o600
    made.close()


@pytest.mark.parametrize(
    ("target_", "wanted"),
    [
        ("mysql://root@localhost/x", "ledger.dialect"),
        ("postgresql://user:geheim@127.0.0.1:1/x", "ledger.database"),
        ("postgresql://host:port/x", "ledger.url"),
        ("none/of/this.db", "ledger.missing"),
    ],
)
def test_what_cant_be_opened_is_told_without_a_password(target_: str, wanted: str) -> None:
    found = open_ledger(target_)
    assert isinstance(found, LedgerProblem) and found.key == wanted
    assert "geheim" not in say(found.key, "en", found.values)


def test_where_the_ledger_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PRESIGN_LEDGER", raising=False)
    assert target_of(None) == "presign-ledger.db"
    monkeypatch.setenv("PRESIGN_LEDGER", "postgresql://books/ar")
    assert target_of("") == "postgresql://books/ar"
    assert target_of("own.db") == "own.db"
