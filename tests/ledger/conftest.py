"""Ledgers for the tests: every test that takes one runs on an SQLite file and on a real PostgreSQL server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import postgres_server
import pytest
from presign.ledger.store.importing import Imported, Options, import_file
from presign.ledger.store.ledger import Ledger, init_ledger

_NUMBERS = count(1)


@pytest.fixture(scope="session")
def postgres() -> Iterator[postgres_server.Server]:
    binaries = postgres_server.programs()
    if binaries is None:
        pytest.skip(postgres_server.NOT_INSTALLED)
    with postgres_server.running(binaries) as server:
        made = init_ledger(server.create("made"))
        assert isinstance(made, Ledger), made
        made.close()
        yield server


@pytest.fixture(params=("sqlite", "postgresql"))
def target(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a ledger can be made."""
    if request.param == "sqlite":
        yield str(tmp_path / "ledger.db")
        return
    server = request.getfixturevalue("postgres")
    name = f"empty{next(_NUMBERS)}"
    yield server.create(name)
    server.drop(name)


@pytest.fixture(params=("sqlite", "postgresql"))
def ledger_target(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a ledger is that was made, and is empty."""
    if request.param == "sqlite":
        path = str(tmp_path / "ledger.db")
        made = init_ledger(path)
        assert isinstance(made, Ledger)
        made.close()
        yield path
        return
    server = request.getfixturevalue("postgres")
    name = f"ledger{next(_NUMBERS)}"
    yield server.create(name, "made")
    server.drop(name)


@pytest.fixture
def book(ledger_target: str) -> Iterator[Ledger]:
    """An empty ledger."""
    found = init_ledger(ledger_target)
    assert isinstance(found, Ledger)
    yield found
    found.close()


Load = Callable[..., Imported]


@pytest.fixture
def load(book: Ledger, tmp_path: Path) -> Load:
    """Imports lines as a file of a kind; the file must be taken."""

    def done(kind: str, *lines: str, options: Options | None = None) -> Imported:
        path = tmp_path / f"{kind}.csv"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        found = import_file(book, kind, str(path), options or Options())
        assert isinstance(found, Imported), found
        return found

    return done
