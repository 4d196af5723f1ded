"""`presign plan`: what is to be done, when and by whom, so that the money of a contract comes in."""

from __future__ import annotations

import sys
from datetime import datetime
from typing import TYPE_CHECKING

import click

from ..messages import preferred_language, say
from .ledger import ledger_options, open_or_refuse, refuse_ledger, tell_notes
from .options import (
    EXIT_CLEAN,
    EXIT_FAILED,
    EXIT_FINDINGS,
    as_of_option,
    fail,
    language_option,
    policies_option,
    refuse,
    tell,
    tell_unreadable,
)
from .plan_done import done_of, done_options, record_done, recorded_of
from .privacy import full_option, shown

if TYPE_CHECKING:
    from ..checker.report import Report
    from ..collection.open_items import OpenInvoice


@click.command("plan")
@click.argument("paths", nargs=-1, metavar="CONTRACT…")
@click.option("--case", metavar="CASE.yaml", help="The customer, the deal and who collects.")
@ledger_options
@policies_option
@as_of_option
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json", "ics")),
    default="text",
    show_default=True,
    help="Output format; ics is a calendar (RFC 5545).",
)
@click.option(
    "--letters", metavar="DIR", help="Write the letters of every instalment on credit as DOCX, in both languages."
)
@click.option(
    "--template", metavar="DIR|FILE", help="The company's own letters: KIND.LANGUAGE.docx with {{placeholders}}."
)
@click.option("--write-templates", metavar="DIR", help="Write the shipped letters as templates to start from.")
@done_options
@full_option
@language_option
def plan(
    paths: tuple[str, ...],
    case: str | None,
    ledger: str | None,
    customer: str | None,
    policies: tuple[str, ...],
    as_of: datetime | None,
    form: str,
    letters: str | None,
    template: str | None,
    write_templates: str | None,
    done: str | None,
    done_on: datetime | None,
    instalment: int | None,
    done_by: str,
    note: str,
    promised: datetime | None,
    full: bool,
    lang: str | None,
) -> None:
    """Lay the collection of a contract on the calendar (exit code 1: the plan has gaps). With a ledger it shows what
    was done, what is overdue and what comes next; --done puts a step on record.
    """
    language = preferred_language(lang)
    if write_templates is not None:
        _write_templates(write_templates, language)
        if not paths:
            return
    if not paths:
        fail("collection.no_paths", language)
    from ..checker.run import Refusal, Request, run
    from ..reports.plan import render

    day = as_of.date() if as_of else None
    said = done_of(done, done_on, instalment, done_by, note, promised)
    # A step is put on record where the ledger is by default, when no other is named.
    ledger = "" if said.step is not None and ledger is None else ledger
    report = run(Request(paths, policies, case, day, ledger=ledger, customer=customer))
    if isinstance(report, Refusal):
        refuse(report, language)
    record_done(report, said, ledger, customer, language)
    kept = recorded_of(report, ledger, customer, language)
    sound = render(report, language, form, shown(sys.stdout, full or form != "text"), full=full, kept=kept)
    failed = tell_unreadable(report, language)
    tell_notes(report, language)
    if letters is not None:
        _write_letters(report, letters, template, ledger, language)
    sys.exit(EXIT_FAILED if failed else EXIT_CLEAN if sound else EXIT_FINDINGS)


def _write_letters(report: Report, folder: str, template: str | None, ledger: str | None, language: str) -> None:
    from ..reports.letters.write import write_letters

    done = write_letters(report, folder, template, _open_invoices(report, ledger, language))
    for problem in done.problems:
        tell(problem.key, language, problem.values)
    if done.problems:
        sys.exit(EXIT_FAILED)
    values = (("count", str(len(done.paths))), ("folder", folder))
    click.echo(say("collection.letters_written", language, values), err=True)


def _open_invoices(report: Report, ledger: str | None, language: str) -> dict[str, tuple[OpenInvoice, ...]]:
    """The open invoices of each document's customer in the ledger, by the document's path."""
    if ledger is None:
        return {}
    from ..collection.open_items import file_of, open_invoices
    from ..ledger.store.problems import Stopped
    from ..reports.plan_words import buyer_name

    book = open_or_refuse(ledger, language)
    found: dict[str, tuple[OpenInvoice, ...]] = {}
    try:
        with book.reading() as connection:
            for document in report.documents:
                file = file_of(connection, buyer_name(document.facts), document.as_of)
                found[document.path] = open_invoices(file) if file is not None else ()
    except Stopped as stopped:
        refuse_ledger(stopped.problem, language)
    finally:
        book.close()
    return found


def _write_templates(folder: str, language: str) -> None:
    from ..reports.letters.write import write_templates

    problem = write_templates(folder)
    if problem is not None:
        fail(problem.key, language, problem.values)
    click.echo(say("collection.templates_written", language, (("folder", folder),)), err=True)
