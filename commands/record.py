"""`presign record`: decisions on record, proved, listed and judged again."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, NoReturn, TypeVar

import click

from ..messages import preferred_language, say
from .options import EXIT_CLEAN, EXIT_FAILED, EXIT_FINDINGS, Command, fail, format_option, language_option, tell
from .privacy import full_option, shown

if TYPE_CHECKING:
    from ..checker.record.store import RecordProblem, Store
    from ..checker.report import Report
    from ..checker.run import Request

Found = TypeVar("Found")


@click.group()
def record() -> None:
    """Prove, list and judge again what was decided with `presign check --record`."""


def records_option(command: Command) -> Command:
    """`--in`."""
    help_text = "A folder, or the ledger (default: $PRESIGN_RECORDS, else presign-records)."
    return click.option("--in", "where", metavar="DIR|URL", help=help_text)(command)


@record.command("verify")
@click.argument("where", required=False, metavar="[DIR|URL]")
@click.option("--expect", metavar="SHA-256", help="What the last record had when somebody wrote it down.")
@format_option
@language_option
def record_verify(where: str | None, expect: str | None, form: str, lang: str | None) -> None:
    """Say whether all records are as they were written: none missing, edited, exchanged or cut off."""
    from ..checker.record.verify import verify
    from ..reports.record import render_verified

    language = preferred_language(lang)
    with _opened(where, language) as store:
        found = _read(lambda: verify(store, expect), language)
    render_verified(found, language, form, sys.stdout)
    sys.exit(EXIT_FINDINGS if found.problems else EXIT_CLEAN)


@record.command("list")
@click.option("--customer", metavar="NAME|NUMBER", help="Only of this customer; part of the name is enough.")
@click.option("--since", type=click.DateTime(("%Y-%m-%d",)), help="Only decisions of this day and later.")
@records_option
@format_option
@language_option
def record_list(customer: str | None, since: datetime | None, where: str | None, form: str, lang: str | None) -> None:
    """List the decisions, the oldest first."""
    from ..checker.record.find import listed
    from ..checker.record.store import RecordProblem
    from ..reports.record import render_list

    language = preferred_language(lang)
    with _opened(where, language) as store:
        rows = _read(lambda: list(listed(store, customer, since.date() if since else None)), language)
    render_list(rows, language, form, sys.stdout)
    sys.exit(EXIT_FINDINGS if any(isinstance(each, RecordProblem) for each in rows) else EXIT_CLEAN)


@record.command("show")
@click.argument("id", metavar="ID|NUMBER")
@records_option
@format_option
@full_option
@language_option
def record_show(id: str, where: str | None, form: str, full: bool, lang: str | None) -> None:
    """Show one decision; as JSON all of it."""
    from ..checker.record.find import find
    from ..checker.record.store import RecordProblem
    from ..reports.record import render_record

    language = preferred_language(lang)
    with _opened(where, language) as store:
        found = _read(lambda: find(store, id), language)
    if isinstance(found, RecordProblem):
        _stop(found, language)
    render_record(found, language, form, shown(sys.stdout, full or form != "text"))


@record.command("replay")
@click.argument("id", metavar="ID|NUMBER")
@records_option
@format_option
@language_option
def record_replay(id: str, where: str | None, form: str, lang: str | None) -> None:
    """Judge the facts on record by the policies on record, as of the same day. Exit 1 when a verdict differs."""
    from ..checker.record.find import find
    from ..checker.record.replay import replay
    from ..checker.record.store import RecordProblem
    from ..reports.record import render_replayed

    language = preferred_language(lang)
    with _opened(where, language) as store:
        found = _read(lambda: find(store, id), language)
        if isinstance(found, RecordProblem):
            _stop(found, language)
        replayed = _read(lambda: replay(found, store), language)
    if isinstance(replayed, RecordProblem):
        _stop(replayed, language)
    render_replayed(replayed, language, form, sys.stdout)
    sys.exit(EXIT_CLEAN if replayed.same else EXIT_FINDINGS)


def leave_record(target: str, report: Report, request: Request, language: str) -> None:
    """Put the decisions of a check on record and say where; a check that should be on record and isn't has failed."""
    from ..checker.record.keep import keep
    from ..checker.record.store import RecordProblem

    kept = keep(target, report, request)
    if isinstance(kept, RecordProblem):
        tell(kept.key, language, kept.values)
        fail("record.not_kept", language)
    if kept:
        click.echo(say("record.kept", language, (("name", _named(target)), ("ids", " ".join(kept)))), err=True)


def _named(target: str) -> str:
    """A target without a password."""
    if "://" not in target:
        return target
    from sqlalchemy.engine import make_url

    return make_url(target).render_as_string(hide_password=True)


@contextmanager
def _opened(where: str | None, language: str) -> Iterator[Store]:
    from ..checker.record.store import RecordProblem, open_store, target_of

    store = open_store(target_of(where))
    if isinstance(store, RecordProblem):
        _stop(store, language)
    try:
        yield store
    finally:
        store.close()


def _read(what: Callable[[], Found], language: str) -> Found:
    from ..checker.record.store import RecordStopped

    try:
        return what()
    except RecordStopped as stopped:
        _stop(stopped.problem, language)


def _stop(problem: RecordProblem, language: str) -> NoReturn:
    tell(problem.key, language, problem.values)
    sys.exit(EXIT_FAILED)
