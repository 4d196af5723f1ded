"""`presign whatif`: the same deal on other terms, or the least changes that bring it within policy."""

from __future__ import annotations

import sys
from datetime import datetime

import click

from ..messages import preferred_language
from .ledger import ledger_options, tell_notes
from .options import (
    EXIT_CLEAN,
    EXIT_FAILED,
    as_of_option,
    case_option,
    fail,
    format_option,
    language_option,
    policies_option,
    refuse,
    tell_unreadable,
)


@click.command("whatif")
@click.argument("paths", nargs=-1, required=True, metavar="CONTRACT…")
@click.option("--set", "settings", multiple=True, metavar="FACT=VALUE", help="A term to change; may be repeated.")
@click.option("--solve", is_flag=True, help="Propose the least changes of terms that bring the deal within policy.")
@case_option
@ledger_options
@policies_option
@as_of_option
@format_option
@language_option
def whatif(
    paths: tuple[str, ...],
    settings: tuple[str, ...],
    solve: bool,
    case: str | None,
    ledger: str | None,
    customer: str | None,
    policies: tuple[str, ...],
    as_of: datetime | None,
    form: str,
    lang: str | None,
) -> None:
    """Show verdicts, peak exposure, cost and expected loss before and after a change of terms."""
    from ..checker.run import Refusal, Request, check_all, prepare
    from ..checker.warm import warm_up
    from ..checker.whatif import BadSetting, read_settings, what_if
    from ..checker.whatif import solve as solved_terms
    from ..reports.whatif import render

    language = preferred_language(lang)
    if not settings and not solve:
        fail("whatif.nothing", language)
    day = as_of.date() if as_of else None
    request = Request(paths, policies, case, day, ledger=ledger, customer=customer)
    warm_up()
    prepared = prepare(request)
    if isinstance(prepared, Refusal):
        refuse(prepared, language)
    program, rules = prepared.program, prepared.rules
    changed = read_settings(settings, program)
    if isinstance(changed, BadSetting):
        fail(changed.key, language, changed.values)
    report = check_all(prepared, request)
    results = []
    for document in report.documents:
        start = what_if(document, changed, program, rules)
        terms = solved_terms(start.after, program, rules) if solve else {}
        results.append(what_if(document, {**changed, **terms}, program, rules) if solve else start)
    render(results, program, language, form, solved=solve, out=sys.stdout)
    failed = tell_unreadable(report, language)
    tell_notes(report, language)
    sys.exit(EXIT_FAILED if failed else EXIT_CLEAN)
