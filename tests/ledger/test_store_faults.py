"""What goes wrong around an import: a killed program, a full disk, a second writer, a damaged file."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from presign.ledger.store import ledger as ledger_module
from presign.ledger.store.facts import customer_file
from presign.ledger.store.find import Customer, named_customer
from presign.ledger.store.importing import Imported, Options, import_file
from presign.ledger.store.ledger import Ledger, init_ledger, open_ledger
from presign.ledger.store.problems import LedgerProblem, Stopped
from sqlalchemy import event, text

HEADING = "customer,number,issued on,due on,amount"
ROWS = 2_000


def invoices(folder: Path, name: str = "invoices.csv", start: int = 0, count: int = ROWS) -> str:
    path = folder / name
    lines = (f"Acme,F{start + n},2026-01-05,2026-02-05,{n + 1}.25" for n in range(count))
    path.write_text("\n".join((HEADING, *lines)) + "\n", encoding="utf-8")
    return str(path)


def with_customer(book: Ledger, folder: Path) -> None:
    path = folder / "customers.csv"
    path.write_text("name\nAcme\n", encoding="utf-8")
    assert isinstance(import_file(book, "customers", str(path), Options()), Imported)


def count(book: Ledger) -> int:
    with book.reading() as connection:
        return int(connection.execute(text("SELECT count(*) FROM invoices")).scalar_one())


# Batches of 100 rows and a cache of ten pages: the database has written much of it to the disk when the end comes.
KILLED = """
import os, signal, sys
from sqlalchemy import event
from presign.ledger.store import importing, ledger
target, path, when = sys.argv[1:]
importing._BATCH = 100
book = ledger.open_ledger(target)
if book.engine.dialect.name == "sqlite":
    event.listen(book.engine, "connect", lambda connection, _: connection.execute("PRAGMA cache_size = 10"))
def end():
    os.kill(os.getpid(), signal.SIGKILL)
if when == "commit":
    event.listen(book.engine, "commit", lambda connection: end())
def progress(done, about):
    if when != "commit" and done > int(when):
        end()
importing.import_file(book, "invoices", path, importing.Options(), progress)
"""


@pytest.mark.parametrize("when", ["1", "1500", "commit"])
def test_a_killed_import_leaves_nothing_half_and_loses_nothing(
    book: Ledger, ledger_target: str, tmp_path: Path, when: str
) -> None:
    with_customer(book, tmp_path)
    first = invoices(tmp_path, "first.csv", count=50)
    assert isinstance(import_file(book, "invoices", first, Options()), Imported)
    second = invoices(tmp_path, "second.csv", start=50)
    book.close()
    killed = subprocess.run([sys.executable, "-c", KILLED, ledger_target, second, when], capture_output=True)
    assert killed.returncode == -signal.SIGKILL, killed.stderr.decode()
    if when == "1500" and "://" not in ledger_target:
        assert Path(f"{ledger_target}-journal").stat().st_size > 0, "the database was in the middle of it"
        assert Path(f"{ledger_target}-journal").stat().st_mode & 0o077 == 0
    assert count(book) == 50
    again = import_file(book, "invoices", second, Options())
    assert isinstance(again, Imported) and (again.added, again.unchanged) == (ROWS, 0)
    assert count(book) == 50 + ROWS
    with book.reading() as connection:
        total = connection.execute(text("SELECT sum(amount_e4) FROM invoices")).scalar_one()
        kept = connection.execute(text("SELECT sum(invoiced_e4) FROM day_totals")).scalar_one()
    assert total == kept


def test_a_problem_in_the_last_row_of_the_file_takes_back_the_first(book: Ledger, tmp_path: Path) -> None:
    with_customer(book, tmp_path)
    path = Path(invoices(tmp_path))
    with path.open("a") as file:
        file.write('Acme,F9999,2026-01-05,2026-02-05,"12.00\n')
    found = import_file(book, "invoices", str(path), Options())
    assert isinstance(found, LedgerProblem) and found.key == "ledger.bad_csv"
    assert count(book) == 0


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of a few hundred kilobytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if os.geteuid() != 0:
        pytest.skip("mounting a small disk needs root")
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=320k", "tmpfs", folder], capture_output=True)
    if mounted.returncode:
        pytest.skip(f"a small disk can't be mounted here: {mounted.stderr.decode().strip()}")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_full_disk_changes_nothing(small_disk: Path, tmp_path: Path) -> None:
    book = init_ledger(str(small_disk / "ledger.db"))
    assert isinstance(book, Ledger)
    with_customer(book, tmp_path)
    path = invoices(tmp_path, count=6_000)
    found = import_file(book, "invoices", path, Options())
    assert isinstance(found, LedgerProblem) and found.key == "ledger.disk_full"
    assert count(book) == 0
    subprocess.run(["mount", "-o", "remount,size=20m", small_disk], check=True)
    again = import_file(book, "invoices", path, Options())
    assert isinstance(again, Imported) and again.added == 6_000
    book.close()


def test_a_database_that_may_not_grow_changes_nothing(tmp_path: Path) -> None:
    book = init_ledger(str(tmp_path / "ledger.db"))
    assert isinstance(book, Ledger)
    with_customer(book, tmp_path)
    book.close()
    event.listen(book.engine, "connect", lambda connection, _: connection.execute("PRAGMA max_page_count = 40"))
    found = import_file(book, "invoices", invoices(tmp_path), Options())
    assert isinstance(found, LedgerProblem) and found.key == "ledger.disk_full"
    assert count(book) == 0
    book.close()


LIMITED = """
import resource, sys
from presign.ledger.store import importing, ledger
resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, 150_000))
print(importing.import_file(ledger.open_ledger(sys.argv[1]), "invoices", sys.argv[2], importing.Options()).key)
"""


def test_a_limit_on_the_size_of_files_changes_nothing(tmp_path: Path) -> None:
    book = init_ledger(str(tmp_path / "ledger.db"))
    assert isinstance(book, Ledger)
    with_customer(book, tmp_path)
    book.close()
    command = [sys.executable, "-c", LIMITED, str(tmp_path / "ledger.db"), invoices(tmp_path, count=6_000)]
    limited = subprocess.run(command, capture_output=True, text=True)
    assert limited.stdout.strip() in ("ledger.database", "ledger.disk_full"), limited.stderr
    assert count(book) == 0
    book.close()


@pytest.mark.parametrize("same", [False, True])
def test_two_writers_at_once_take_turns(book: Ledger, ledger_target: str, tmp_path: Path, same: bool) -> None:
    with_customer(book, tmp_path)
    files = [invoices(tmp_path, "a.csv"), invoices(tmp_path, "b.csv", start=0 if same else ROWS)]
    done: list[Imported | LedgerProblem] = []

    def run(path: str) -> None:
        own = open_ledger(ledger_target)
        assert isinstance(own, Ledger)
        done.append(import_file(own, "invoices", path, Options()))
        own.close()

    threads = [threading.Thread(target=run, args=(path,)) for path in files]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(isinstance(each, Imported) and not each.rejected for each in done), done
    assert sum(each.added for each in done if isinstance(each, Imported)) == count(book) == (ROWS if same else 2 * ROWS)


def test_a_ledger_that_another_program_holds_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "ledger.db"
    monkeypatch.setattr(ledger_module, "_WAIT_SECONDS", 0.05)
    book = init_ledger(str(path))
    assert isinstance(book, Ledger)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    found = import_file(book, "invoices", invoices(tmp_path, count=1), Options())
    assert isinstance(found, LedgerProblem) and found.key == "ledger.locked"
    other.close()
    book.close()


def damaged(sound: bytes, seed: int) -> bytes:
    """The file cut short, with a page overwritten, or with bytes changed here and there."""
    dice = random.Random(seed)
    data = bytearray(sound)
    match seed % 3:
        case 0:
            return bytes(data[: dice.randrange(len(data))])
        case 1:
            page = dice.randrange(len(data) // 4096) * 4096
            data[page : page + 4096] = dice.randbytes(4096)
        case _:
            for _ in range(dice.choice((1, 5, 50))):
                data[dice.randrange(len(data))] = dice.randrange(256)
    return bytes(data)


def test_a_damaged_file_is_told_and_never_a_crash(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    book = init_ledger(str(path))
    assert isinstance(book, Ledger)
    with_customer(book, tmp_path)
    lines = invoices(tmp_path, count=400)
    import_file(book, "invoices", lines, Options())
    book.close()
    sound = path.read_bytes()
    keys: list[str] = []
    for seed in range(60):
        path.write_bytes(damaged(sound, seed))
        Path(f"{path}-journal").unlink(missing_ok=True)
        found = open_ledger(str(path))
        if isinstance(found, Ledger):
            keys.append(read_and_write(found, lines))
            found.close()
        else:
            keys.append(found.key)
    # A byte changed inside a name or an amount can't be told from what somebody wrote.
    assert set(keys) <= {"ledger.damaged", "ledger.not_a_ledger", "ledger.older", "ledger.newer", "unseen"}
    assert keys.count("ledger.damaged") > 30


def read_and_write(book: Ledger, lines: str) -> str:
    from datetime import date

    try:
        with book.reading() as connection:
            customer = named_customer(connection, "Acme")
            if isinstance(customer, Customer):
                customer_file(connection, customer, date(2026, 6, 1))
    except Stopped as stopped:
        return stopped.problem.key
    found = import_file(book, "invoices", lines, Options())
    return found.key if isinstance(found, LedgerProblem) else "unseen"


def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    path.write_text("customer list\n")
    for found in (open_ledger(str(path)), init_ledger(str(path))):
        assert isinstance(found, LedgerProblem) and found.key == "ledger.damaged"
    assert path.read_text() == "customer list\n"
