"""Opening a ledger: an SQLite file of its owner's own, or a PostgreSQL database by URL."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from .problems import LedgerProblem, Stopped, ledger_problem
from .schema import REVISION

DEFAULT_FILE = "presign-ledger.db"
VARIABLE = "PRESIGN_LEDGER"
_WAIT_SECONDS = 60.0
_DAMAGED = (
    "not a database",
    "malformed",
    "file is encrypted",
    "database corruption",
    "no such table",
    "no such column",
    "decode",
)
_HEADER = b"SQLite format 3\0"
_LOCK = 7_073_172
"""The advisory lock that writers of one PostgreSQL ledger take in turn."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """A database with the ledger's tables. `name` is how a message calls it: no password in it."""

    engine: Engine
    name: str

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection for queries. Raises `Stopped` when the database fails."""
        with told(self.name), self.engine.connect() as connection:
            if self.engine.dialect.name == "postgresql":
                # All queries see one state of the ledger, as they do in SQLite.
                connection = connection.execution_options(isolation_level="REPEATABLE READ")
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction, committed at the end; writers take turns. Raises `Stopped` when the database fails."""
        with told(self.name), self.engine.connect() as connection:
            connection = connection.execution_options(presign_writes=True)
            with connection.begin():
                if self.engine.dialect.name == "postgresql":
                    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
                yield connection

    def close(self) -> None:
        """Give the connections back."""
        self.engine.dispose()


def target_of(option: str | None) -> str:
    """Where the ledger is: the option, else $PRESIGN_LEDGER, else a file in the working folder."""
    return option or os.environ.get(VARIABLE) or DEFAULT_FILE


def open_ledger(target: str) -> Ledger | LedgerProblem:
    """A ledger that is there and whose tables are those of this program; anything else is a problem."""
    ledger = _connected(target, create=False)
    if isinstance(ledger, LedgerProblem):
        return ledger
    try:
        with ledger.reading() as connection:
            found = _revision(connection)
    except Stopped as stopped:
        ledger.close()
        return stopped.problem
    if found == REVISION:
        return ledger
    ledger.close()
    if found is None:
        return ledger_problem("ledger.not_a_ledger", name=ledger.name)
    key = "ledger.older" if found in revisions() else "ledger.newer"
    return ledger_problem(key, name=ledger.name, found=found, known=REVISION)


def init_ledger(target: str) -> Ledger | LedgerProblem:
    """Create a ledger, or bring an older one up to date in one transaction. Its data stay."""
    ledger = _connected(target, create=True)
    if isinstance(ledger, LedgerProblem):
        return ledger
    try:
        with ledger.writing() as connection:
            found = _revision(connection)
            if found is None and inspect(connection).has_table("customers"):
                raise Stopped(ledger_problem("ledger.not_a_ledger", name=ledger.name))
            if found is not None and found not in revisions():
                raise Stopped(ledger_problem("ledger.newer", name=ledger.name, found=found, known=REVISION))
            check_whole(connection, ledger.name)
            _upgrade(connection)
    except Stopped as stopped:
        ledger.close()
        return stopped.problem
    return ledger


def revisions() -> tuple[str, ...]:
    """All revisions of the tables this program knows, the newest first."""
    from alembic.script import ScriptDirectory

    return tuple(each.revision for each in ScriptDirectory.from_config(_config()).walk_revisions())


@contextmanager
def told(name: str) -> Iterator[None]:
    """Turns what a database reports into a problem."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        raise Stopped(_failed(name, error)) from error
    except ValueError as error:
        # Days and texts that nobody wrote so: what the file holds was overwritten.
        if isinstance(error, UnicodeDecodeError) or "isoformat" in str(error):
            raise Stopped(ledger_problem("ledger.damaged", name=name)) from error
        raise


def _failed(name: str, error: DBAPIError | sqlite3.Error) -> LedgerProblem:
    why = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
    if any(words in why for words in _DAMAGED):
        return ledger_problem("ledger.damaged", name=name)
    if "disk is full" in why or "No space left" in why:
        return ledger_problem("ledger.disk_full", name=name)
    if "database is locked" in why:
        return ledger_problem("ledger.locked", name=name, seconds=f"{_WAIT_SECONDS:g}")
    return ledger_problem("ledger.database", name=name, why=why)


def _connected(target: str, *, create: bool) -> Ledger | LedgerProblem:
    if "://" not in target:
        return _file(Path(target), create=create)
    try:
        url = make_url(target)
        if url.get_backend_name() == "sqlite":
            return _file(Path(url.database or DEFAULT_FILE), create=create)
        if url.get_backend_name() != "postgresql":
            return ledger_problem("ledger.dialect", name=url.get_backend_name())
        return Ledger(_postgres(url), url.render_as_string(hide_password=True))
    except (ArgumentError, ValueError):
        return ledger_problem("ledger.url")
    except (ModuleNotFoundError, NoSuchModuleError):
        return ledger_problem("ledger.no_driver")


def _postgres(url: URL) -> Engine:
    if "+" not in url.drivername:
        url = url.set(drivername="postgresql+psycopg")
    return create_engine(url, connect_args={"connect_timeout": 10})


def _file(path: Path, *, create: bool) -> Ledger | LedgerProblem:
    try:
        if create and not path.exists():
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        with path.open("rb") as file:
            start = file.read(len(_HEADER))
    except FileNotFoundError:
        return ledger_problem("ledger.missing", name=path)
    except OSError as error:
        return ledger_problem("ledger.unreadable", name=path, why=(error.strerror or "").lower())
    if start not in (b"", _HEADER):
        return ledger_problem("ledger.damaged", name=path)
    uri = f"{path.resolve().as_uri()}?mode=rw"
    engine = create_engine(
        "sqlite://", creator=lambda: sqlite3.connect(uri, uri=True, timeout=_WAIT_SECONDS, check_same_thread=False)
    )
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    return Ledger(engine, str(path))


def _on_connect(connection: Any, _record: object) -> None:
    # The driver would begin transactions by itself, and only at the first change.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("PRAGMA cache_size = -65536")


def _on_begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("presign_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if found is None else str(found)


def check_whole(connection: Connection, name: str) -> None:
    """Raises `Stopped` when an SQLite file is damaged: nothing is written into it."""
    if connection.dialect.name == "sqlite" and connection.exec_driver_sql("PRAGMA quick_check(1)").scalar() != "ok":
        raise Stopped(ledger_problem("ledger.damaged", name=name))


def _config() -> Any:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(resources.files(__package__) / "migrations").replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def _upgrade(connection: Connection) -> None:
    from alembic import command

    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
