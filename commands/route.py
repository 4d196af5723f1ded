"""`presign route`: who has to approve a deal, in which order, and what is missing."""

from __future__ import annotations

import sys
from datetime import datetime

import click

from ..messages import preferred_language
from .ledger import ledger_options, tell_notes
from .options import EXIT_CLEAN, EXIT_FAILED, EXIT_FINDINGS, format_option, language_option, policies_option, refuse


@click.command("route")
@click.argument("paths", nargs=-1, required=True, metavar="CONTRACT…")
@click.option("--case", metavar="CASE.yaml", help="The customer, the deal and its approvals.")
@ledger_options
@policies_option
@click.option(
    "--as-of", "as_of", type=click.DateTime(("%Y-%m-%d",)), help="Judge as of this day (default: signing date)."
)
@format_option
@language_option
def route(
    paths: tuple[str, ...],
    case: str | None,
    ledger: str | None,
    customer: str | None,
    policies: tuple[str, ...],
    as_of: datetime | None,
    form: str,
    lang: str | None,
) -> None:
    """Say who has to approve, why, in which order, and what is missing (exit code 1: something is)."""
    from ..checker.run import Refusal, Request, run
    from ..reports.route import render
    from ..reports.unreadable import unreadable_lines

    language = preferred_language(lang)
    day = as_of.date() if as_of else None
    report = run(Request(paths, policies, case, day, ledger=ledger, customer=customer))
    if isinstance(report, Refusal):
        refuse(report, language)
    complete = render(report, language, form, sys.stdout)
    for unreadable in report.unreadable:
        click.echo("\n".join(unreadable_lines(unreadable, language)), err=True)
    tell_notes(report, language)
    failed = bool(report.unreadable) or not report.documents
    sys.exit(EXIT_FAILED if failed else EXIT_CLEAN if complete else EXIT_FINDINGS)
