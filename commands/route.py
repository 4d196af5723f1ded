"""`presign route`: who has to approve a deal, in which order, and what is missing."""

from __future__ import annotations

import sys
from datetime import datetime

import click

from ..messages import preferred_language
from .ledger import ledger_options, tell_notes
from .options import (
    EXIT_CLEAN,
    EXIT_FAILED,
    EXIT_FINDINGS,
    as_of_option,
    case_option,
    format_option,
    language_option,
    policies_option,
    refuse,
    tell_unreadable,
)
from .privacy import full_option, shown


@click.command("route")
@click.argument("paths", nargs=-1, required=True, metavar="CONTRACT…")
@case_option
@ledger_options
@policies_option
@as_of_option
@format_option
@full_option
@language_option
def route(
    paths: tuple[str, ...],
    case: str | None,
    ledger: str | None,
    customer: str | None,
    policies: tuple[str, ...],
    as_of: datetime | None,
    form: str,
    full: bool,
    lang: str | None,
) -> None:
    """Say who has to approve, why, in which order, and what is missing (exit code 1: something is)."""
    from ..checker.run import Refusal, Request, run
    from ..reports.route import render

    language = preferred_language(lang)
    day = as_of.date() if as_of else None
    report = run(Request(paths, policies, case, day, ledger=ledger, customer=customer))
    if isinstance(report, Refusal):
        refuse(report, language)
    complete = render(report, language, form, shown(sys.stdout, full or form == "json"))
    failed = tell_unreadable(report, language)
    tell_notes(report, language)
    sys.exit(EXIT_FAILED if failed else EXIT_CLEAN if complete else EXIT_FINDINGS)
