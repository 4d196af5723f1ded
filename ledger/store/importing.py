"""One file into the ledger, in one transaction: all of its sound rows, or nothing.

A row is known by its natural key. The database itself tells what is new (INSERT … ON CONFLICT DO NOTHING); what isn't
is compared with what is stored: alike changes nothing, different is rejected with both values shown, unless the kind
may change and the user asked for it. A value the row doesn't give contradicts nothing.
"""

from __future__ import annotations

import csv
import gc
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from sqlalchemy import Connection, insert

from .customers import known_customers
from .headings import Columns, find_columns, read_map
from .kinds import KINDS, Kind
from .ledger import Ledger, check_whole
from .problems import LedgerProblem, Stopped, ledger_problem
from .rejected import Rejected, forget_rejected, rejected_path, write_rejected
from .rows import RowReader
from .schema import imports
from .tabular import MOST_BYTES, MOST_ROWS, LineTooLong, Row, Table, read_csv
from .totals import rebuild
from .writing import Writer

_BATCH = 5_000
_ZIP = b"PK"


@dataclass(frozen=True, slots=True)
class Options:
    """What the user chose. `currency` is that of amounts that don't say; `update` lets changeable rows change."""

    map: str | None = None
    currency: str = "CNY"
    update: bool = False
    language: str = "en"


@dataclass(slots=True)
class Imported:
    """What an import did. `formulas` counts cells that hold a formula's text."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    formulas: int = 0
    rejected: list[Rejected] = field(default_factory=list)
    rejected_file: Path | None = None


Progress = Callable[[int, int], None]
"""Called with the rows done and about how many there are."""


def import_file(
    ledger: Ledger, kind_name: str, path: str, options: Options, progress: Progress | None = None
) -> Imported | LedgerProblem:
    """Import a CSV or XLSX file. A problem means that the ledger is as it was. Raises KeyError for an unknown kind."""
    source = _opened(path, KINDS[kind_name], options)
    if isinstance(source, LedgerProblem):
        return source
    try:
        with ledger.writing() as connection, _without_collection():
            check_whole(connection, ledger.name)
            done = _import(connection, source, options, progress)
    except Stopped as stopped:
        return stopped.problem
    except (csv.Error, LineTooLong):
        return ledger_problem("ledger.bad_csv", name=path)
    if not done.rejected:
        forget_rejected(rejected_path(path))
    return done


@contextmanager
def _without_collection() -> Iterator[None]:
    """Rows hold no cycles; looking for some among hundreds of thousands would take a sixth of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


@dataclass(frozen=True, slots=True)
class _Source:
    """A file whose columns are known."""

    path: str
    kind: Kind
    sha256: str
    table: Table
    columns: Columns


def _opened(path: str, kind: Kind, options: Options) -> _Source | LedgerProblem:
    given = read_map(options.map, kind) if options.map else {}
    if isinstance(given, LedgerProblem):
        return given
    data = _bytes(path)
    if isinstance(data, LedgerProblem):
        return data
    table = _table(data, path, kind)
    if isinstance(table, LedgerProblem):
        return table
    columns = find_columns(table.heading, kind, given)
    if isinstance(columns, LedgerProblem):
        return columns
    return _Source(path, kind, hashlib.sha256(data).hexdigest(), table, columns)


def _bytes(path: str) -> bytes | LedgerProblem:
    try:
        with Path(path).open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        return ledger_problem("ledger.unreadable", name=path, why=(error.strerror or "").lower())
    if len(data) > MOST_BYTES:
        return ledger_problem("ledger.too_big", name=path, limit=MOST_BYTES // 1_000_000)
    return data


def _table(data: bytes, path: str, kind: Kind) -> Table | LedgerProblem:
    if not data.strip():
        return ledger_problem("ledger.empty", name=path)
    if data.startswith(_ZIP) or path.lower().endswith((".xlsx", ".xlsm")):
        from .workbook import read_xlsx

        return read_xlsx(data, path, kind)
    return read_csv(data, path, kind)


def _import(connection: Connection, source: _Source, options: Options, progress: Progress | None) -> Imported:
    known = known_customers(connection)
    reader = RowReader(source.kind, source.columns, len(source.table.heading), known, options.currency)
    writer = Writer(connection, source.kind, options.update)
    done = Imported()
    for batch in _batches(source.table.rows):
        writer.write(reader.read(batch, done.rejected), done)
        if progress:
            progress(batch[-1][0], source.table.about)
    writer.close()
    done.formulas = reader.formulas
    if not (done.added or done.changed or done.unchanged or done.rejected):
        raise Stopped(ledger_problem("ledger.no_rows", name=source.path))
    done.rejected.sort(key=lambda row: row.line)
    _note(connection, source, done)
    if done.rejected:
        done.rejected_file = _write_rejected(source.path, source.table.heading, done.rejected, options.language)
    return done


def _batches(rows: Iterator[Row]) -> Iterable[list[Row]]:
    read = 0
    while batch := list(islice(rows, _BATCH)):
        read += len(batch)
        if read > MOST_ROWS:
            raise Stopped(ledger_problem("ledger.too_long", limit=MOST_ROWS))
        yield batch


def _note(connection: Connection, source: _Source, done: Imported) -> None:
    """Keep that the import was, and the totals it changed; an import that changed nothing leaves no trace."""
    if not (done.added or done.changed):
        return
    if source.kind.name in ("invoices", "payments"):
        rebuild(connection)
    values: Mapping[str, object] = {
        "kind": source.kind.name,
        "file": Path(source.path).name[:255],
        "sha256": source.sha256,
        "added": done.added,
        "changed": done.changed,
        "unchanged": done.unchanged,
        "rejected": len(done.rejected),
        "imported_at": datetime.now(UTC),
    }
    connection.execute(insert(imports), values)


def _write_rejected(path: str, heading: Sequence[str], rows: list[Rejected], language: str) -> Path:
    target = rejected_path(path)
    try:
        write_rejected(target, heading, rows, language)
    except OSError as error:
        why = (error.strerror or "").lower()
        raise Stopped(ledger_problem("ledger.not_written", name=target, why=why)) from error
    return target
