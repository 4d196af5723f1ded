"""`presign worklist`: what is to be done today about the money of all contracts and open invoices."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..messages import preferred_language
from .ledger import ledger_options, refuse_ledger, tell_notes
from .options import EXIT_CLEAN, EXIT_FAILED, fail, language_option, policies_option, refuse, tell
from .privacy import full_option, shown

if TYPE_CHECKING:
    from datetime import date

    from ..checker.run import Prepared, Refusal, Request
    from ..collection.worklist import Work
    from ..parsers.document import Document


@click.command("worklist")
@click.argument("paths", nargs=-1, metavar="[PATH…]")
@click.option(
    "--as-of", "as_of", type=click.DateTime(("%Y-%m-%d",)), required=True, help="The day the work is listed for."
)
@click.option("--case", metavar="CASE.yaml", help="One case file for all contracts.")
@click.option("--case-dir", metavar="DIR", help="Case files named like their contracts: DIR/CONTRACT.yaml.")
@ledger_options
@policies_option
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json", "csv")),
    default="text",
    show_default=True,
    help="Output format.",
)
@full_option
@language_option
def worklist(
    paths: tuple[str, ...],
    as_of: datetime,
    case: str | None,
    case_dir: str | None,
    ledger: str | None,
    customer: str | None,
    policies: tuple[str, ...],
    form: str,
    full: bool,
    lang: str | None,
) -> None:
    """List what is to be done on a day over contracts and, with a ledger, its open invoices."""
    from ..checker.run import Refusal, Request, prepare
    from ..collection.worklist import grouped
    from ..reports.plan_worklist import render

    language = preferred_language(lang)
    if not paths and ledger is None:
        fail("collection.no_paths", language)
    day = as_of.date()
    request = Request(paths, policies, case, day, "signed", ledger=ledger, customer=customer)
    prepared = prepare(request)
    if isinstance(prepared, Refusal):
        refuse(prepared, language)
    works, failed = _of_contracts(prepared, request, case_dir, day, language)
    works = _with_ledger(works, prepared, day, language)
    render(grouped(works), prepared.program, day, language, form, shown(sys.stdout, full or form == "json"))
    sys.exit(EXIT_FAILED if failed else EXIT_CLEAN)


def _of_contracts(
    prepared: Prepared, request: Request, case_dir: str | None, day: date, language: str
) -> tuple[list[Work], bool]:
    """The work of every contract, and whether one of them or its case file couldn't be read."""
    from ..checker.report import Report
    from ..checker.run import Refusal, judge, read_all
    from ..collection.plan import plan_of
    from ..collection.worklist import of_plan
    from ..parsers.document import Unreadable
    from ..reports.plan_words import buyer_name, contract_name
    from ..reports.unreadable import unreadable_lines

    works: list[Work] = []
    failed = False
    for document in read_all(request.paths, request.limits) if request.paths else ():
        if isinstance(document, Unreadable):
            click.echo("\n".join(unreadable_lines(document, language)), err=True)
            failed = True
            continue
        own = _with_case(prepared, document, case_dir, language)
        if isinstance(own, Refusal):
            _say_refusal(own, language)
            failed = True
            continue
        report = judge(document, own, request)
        tell_notes(Report(day, own.program, (report,)), language)
        plan = plan_of(report, own.program)
        works += of_plan(plan, buyer_name(report.facts), contract_name(plan), day)
    return works, failed


def _with_case(prepared: Prepared, document: Document, case_dir: str | None, language: str) -> Prepared | Refusal:
    """The program with the case of a contract: the file of its name in the folder of cases."""
    from ..checker.run import Refusal
    from ..ledger.case_file import read_case

    if case_dir is None:
        return prepared
    path = Path(case_dir) / f"{Path(document.path).stem}.yaml"
    if not path.is_file():
        tell("collection.case_missing", language, (("path", document.path), ("case", str(path))))
        return prepared
    found = read_case(str(path), prepared.program)
    return Refusal(case=found.problems) if found.problems else replace(prepared, case=found.facts)


def _say_refusal(refusal: Refusal, language: str) -> None:
    from ..reports.refusal import render

    render(refusal, language, None, sys.stderr)


def _with_ledger(works: list[Work], prepared: Prepared, day: date, language: str) -> list[Work]:
    """The work with that of the ledger's open invoices."""
    if prepared.ledger is None:
        return works
    from ..collection.open_items import debtors, file_of
    from ..collection.worklist import of_invoices, with_invoices
    from ..ledger.store.problems import Stopped

    try:
        with prepared.ledger.reading() as connection:
            files = list(debtors(connection, day))
            names = {work.customer for work in works if work.customer}
            known = frozenset(name for name in names if file_of(connection, name, day) is not None)
    except Stopped as stopped:
        refuse_ledger(stopped.problem, language)
    joined = with_invoices(works, files, known)
    return [*joined, *of_invoices(files, prepared.program, day)]
