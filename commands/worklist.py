"""`presign worklist`: what is to be done today about the money of all contracts and open invoices."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
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
    from ..collection.progress import Recorded
    from ..collection.worklist import Steps, Work
    from ..ledger.store.facts import CustomerFile
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
    kept = _kept(prepared, day, language)
    works, failed = _of_contracts(prepared, request, case_dir, day, language, kept)
    works = _with_ledger(works, prepared, day, kept, language)
    render(grouped(works, kept.files), prepared.program, day, language, form, shown(sys.stdout, full or form == "json"))
    sys.exit(EXIT_FAILED if failed else EXIT_CLEAN)


def _of_contracts(
    prepared: Prepared, request: Request, case_dir: str | None, day: date, language: str, kept: _Kept
) -> tuple[list[Work], bool]:
    """The work of every contract, and whether one of them or its case file couldn't be read."""
    from ..checker.report import Report
    from ..checker.run import Refusal, judge, read_all
    from ..collection.plan import plan_of
    from ..collection.progress import Recorded
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
        name = buyer_name(report.facts)
        plan = plan_of(report, own.program, kept.about.get(name, Recorded()) if prepared.ledger is not None else None)
        works += of_plan(plan, name, contract_name(plan), day)
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


@dataclass(frozen=True, slots=True)
class _Kept:
    """What the ledger has of a day: who owes, who is known, and what was done."""

    files: tuple[CustomerFile, ...] = ()
    about: Mapping[str, Recorded] = field(default_factory=dict)
    """By customer, of those that were ever dealt with for money."""
    steps: Steps = field(default_factory=dict)


def _kept(prepared: Prepared, day: date, language: str) -> _Kept:
    if prepared.ledger is None:
        return _Kept()
    from ..collection.open_items import debtors, files_of
    from ..collection.progress import recorded
    from ..ledger.store.problems import Stopped
    from ..ledger.store.steps import steps_taken

    try:
        with prepared.ledger.reading() as connection:
            files = tuple(debtors(connection, day))
            steps = steps_taken(connection, day)
            # Somebody without open invoices may owe by a contract that wasn't invoiced yet.
            others = files_of(connection, steps.keys() - {file.customer.id for file in files}, day)
    except Stopped as stopped:
        refuse_ledger(stopped.problem, language)
    about = {file.customer.name: recorded(file, steps.get(file.customer.id, ())) for file in (*files, *others)}
    return _Kept(files, about, steps)


def _with_ledger(works: list[Work], prepared: Prepared, day: date, kept: _Kept, language: str) -> list[Work]:
    """The work with that of the ledger's open invoices."""
    if prepared.ledger is None:
        return works
    from ..collection.open_items import file_of
    from ..collection.worklist import of_invoices, with_invoices
    from ..ledger.store.problems import Stopped

    try:
        with prepared.ledger.reading() as connection:
            names = {work.customer for work in works if work.customer}
            known = frozenset(name for name in names if file_of(connection, name, day) is not None)
    except Stopped as stopped:
        refuse_ledger(stopped.problem, language)
    joined = with_invoices(works, kept.files, known)
    return [*joined, *of_invoices(kept.files, prepared.program, day, kept.steps)]
