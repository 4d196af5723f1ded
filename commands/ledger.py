"""`presign ledger`: the company's customers, invoices and payments in a database of its own."""

from __future__ import annotations

import sys
from datetime import date, datetime
from typing import TYPE_CHECKING, NoReturn

import click

from ..messages import advise, preferred_language, say
from .options import EXIT_CLEAN, EXIT_FINDINGS, Command, fail, format_option, language_option
from .privacy import full_option

if TYPE_CHECKING:
    from ..checker.report import Report
    from ..ledger.store.importing import Imported
    from ..ledger.store.ledger import Ledger
    from ..ledger.store.problems import LedgerProblem

_KINDS = ("customers", "invoices", "payments", "orders", "approvals", "promises", "returned-bills", "steps")
_SHOWN_ROWS = 10


@click.group()
def ledger() -> None:
    """Keep customers, invoices, payments, orders and approvals, and judge deals by them."""


def database_option(command: Command) -> Command:
    """`--db`."""
    return click.option(
        "--db",
        metavar="FILE|URL",
        help="An SQLite file or a postgresql:// address (default: $PRESIGN_LEDGER, else presign-ledger.db).",
    )(command)


@ledger.command("init")
@database_option
@language_option
def ledger_init(db: str | None, lang: str | None) -> None:
    """Create a ledger, or bring an older one up to date."""
    from ..ledger.store.ledger import init_ledger, target_of
    from ..ledger.store.problems import LedgerProblem

    language = preferred_language(lang)
    made = init_ledger(target_of(db))
    if isinstance(made, LedgerProblem):
        refuse_ledger(made, language)
    made.close()
    click.echo(say("ledger.ready", language, (("name", made.name),)))


@ledger.command("import")
@click.argument("kind", type=click.Choice(_KINDS))
@click.argument("file", metavar="FILE.csv|.xlsx")
@click.option("--map", "mapping", metavar="MAP.yaml", help="Which column is which field: `field: column` lines.")
@click.option("--currency", default="CNY", show_default=True, help="The currency of amounts that don't say.")
@click.option("--update", is_flag=True, help="Customers and orders: take the file's values where they differ.")
@full_option
@database_option
@language_option
def ledger_import(
    kind: str, file: str, mapping: str | None, currency: str, update: bool, full: bool, db: str | None, lang: str | None
) -> None:
    """Import a file in one transaction; the same file twice changes nothing. Exit 1 when rows were rejected."""
    from ..ledger.store.importing import Options, import_file
    from ..ledger.store.problems import LedgerProblem

    language = preferred_language(lang)
    book = open_or_refuse(db, language)
    options = Options(mapping, currency.upper(), update, language)
    with _Bar(language) as bar:
        done = import_file(book, kind, file, options, bar.move)
    book.close()
    if isinstance(done, LedgerProblem):
        refuse_ledger(done, language)
    _tell(done, language, full)
    sys.exit(EXIT_FINDINGS if done.rejected else EXIT_CLEAN)


@ledger.command("show")
@click.argument("customer", required=False, metavar="[NAME|NUMBER]")
@click.option("--as-of", "as_of", type=click.DateTime(("%Y-%m-%d",)), help="The figures of this day (default: today).")
@format_option
@full_option
@database_option
@language_option
def ledger_show(
    customer: str | None, as_of: datetime | None, form: str, full: bool, db: str | None, lang: str | None
) -> None:
    """Show what the ledger holds; with a customer, by number or exact name, all its figures as of a day."""
    from ..ledger.store.facts import CustomerFile, customer_file, not_found
    from ..ledger.store.find import NotFound, named_customer
    from ..ledger.store.overview import Overview, overview
    from ..ledger.store.problems import LedgerProblem, Stopped
    from ..reports.ledger_file import render_customer, render_overview

    language = preferred_language(lang)
    book = open_or_refuse(db, language)
    found: Overview | CustomerFile | LedgerProblem
    try:
        with book.reading() as connection:
            if customer is None:
                found = overview(connection)
            else:
                named = named_customer(connection, customer)
                day = as_of.date() if as_of else date.today()
                if isinstance(named, NotFound):
                    found = not_found(named, customer, None, None)
                else:
                    found = customer_file(connection, named, day)
    except Stopped as stopped:
        found = stopped.problem
    book.close()
    match found:
        case LedgerProblem():
            refuse_ledger(found, language)
        case CustomerFile():
            render_customer(found, language, form, full, sys.stdout)
        case Overview():
            render_overview(found, book.name, language, form, sys.stdout)


def open_or_refuse(db: str | None, language: str) -> Ledger:
    """The ledger, or the reason there is none and exit code 2."""
    from ..ledger.store.ledger import open_ledger, target_of
    from ..ledger.store.problems import LedgerProblem

    found = open_ledger(target_of(db))
    if isinstance(found, LedgerProblem):
        refuse_ledger(found, language)
    return found


def refuse_ledger(problem: LedgerProblem, language: str) -> NoReturn:
    """Say what is wrong with a ledger or a file for it, and stop with exit code 2."""
    fail(problem.key, language, problem.values)


def _tell(done: Imported, language: str, full: bool) -> None:
    for row in done.rejected[:_SHOWN_ROWS]:
        values = (("line", str(row.line)), ("why", row.why(language, full=full)))
        click.echo(say("ledger.row", language, values), err=True)
    if len(done.rejected) > _SHOWN_ROWS:
        count = str(len(done.rejected) - _SHOWN_ROWS)
        click.echo(say("ledger.more_rows", language, (("count", count),)), err=True)
    if done.rejected_file is not None:
        click.echo(say("ledger.rejected", language, (("path", str(done.rejected_file)),)), err=True)
    if done.formulas:
        click.echo(say("ledger.formulas", language, (("count", f"{done.formulas:,}"),)), err=True)
    counts = {name: getattr(done, name) for name in ("added", "changed", "unchanged")}
    counts["rejected"] = len(done.rejected)
    click.echo(say("ledger.imported", language, [(name, f"{count:,}") for name, count in counts.items()]))


class _Bar:
    """A progress bar on a terminal; nothing anywhere else."""

    def __init__(self, language: str) -> None:
        self._label = say("ledger.reading", language)
        self._shown = sys.stderr.isatty()

    def __enter__(self) -> _Bar:
        if self._shown:
            from rich.console import Console
            from rich.progress import Progress

            self._progress = Progress(console=Console(stderr=True), transient=True)
            self._progress.start()
            self._task = self._progress.add_task(self._label, total=None)
        return self

    def __exit__(self, *_: object) -> None:
        if self._shown:
            self._progress.stop()

    def move(self, done: int, about: int) -> None:
        """Show how far the import is."""
        if self._shown:
            self._progress.update(self._task, completed=done, total=max(done, about))


def ledger_options(command: Command) -> Command:
    """`--ledger` and `--customer` of a check."""
    command = click.option(
        "--customer", metavar="NAME|NUMBER", help="The customer in the ledger, by exact name or registration number."
    )(command)
    return click.option(
        "--ledger",
        is_flag=False,
        flag_value="",
        metavar="[FILE|URL]",
        help="Take the customer's history from a ledger (default: $PRESIGN_LEDGER, else presign-ledger.db).",
    )(command)


def tell_notes(report: Report, language: str) -> None:
    """Say for each document why the ledger knows nothing of its customer."""
    for document in report.documents:
        for note in document.notes:
            click.echo(f"{document.path}: {say(note.key, language, note.values)}", err=True)
            if help_text := advise(note.key, language, note.values):
                click.echo(f"  = {help_text}", err=True)
