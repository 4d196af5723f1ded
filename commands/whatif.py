"""`presign whatif`: the same deal on other terms, or the least changes that bring it within policy."""

from __future__ import annotations

import sys
from datetime import datetime

import click

from ..messages import preferred_language
from .ledger import ledger_options, tell_notes
from .options import EXIT_CLEAN, EXIT_FAILED, fail, format_option, language_option, policies_option, refuse


@click.command("whatif")
@click.argument("paths", nargs=-1, required=True, metavar="CONTRACT…")
@click.option("--set", "settings", multiple=True, metavar="FACT=VALUE", help="A term to change; may be repeated.")
@click.option("--solve", is_flag=True, help="Propose the least changes of terms that bring the deal within policy.")
@click.option("--case", metavar="CASE.yaml", help="The customer, the deal and its approvals.")
@ledger_options
@policies_option
@click.option(
    "--as-of", "as_of", type=click.DateTime(("%Y-%m-%d",)), help="Judge as of this day (default: signing date)."
)
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
    from ..checker.run import Refusal, Request, load_rules, run
    from ..checker.whatif import BadSetting, read_settings, what_if
    from ..checker.whatif import solve as solved_terms
    from ..reports.unreadable import unreadable_lines
    from ..reports.whatif import render

    language = preferred_language(lang)
    if not settings and not solve:
        fail("whatif.nothing", language)
    found = load_rules(policies)
    if isinstance(found, Refusal):
        refuse(found, language)
    rules = found[1]
    program = rules.program
    changed = read_settings(settings, program)
    if isinstance(changed, BadSetting):
        fail(changed.key, language, changed.values)
    day = as_of.date() if as_of else None
    report = run(Request(paths, policies, case, day, ledger=ledger, customer=customer))
    if isinstance(report, Refusal):
        refuse(report, language)
    results = []
    for document in report.documents:
        start = what_if(document, changed, program, rules)
        terms = solved_terms(start.after, program, rules) if solve else {}
        results.append(what_if(document, {**changed, **terms}, program, rules) if solve else start)
    render(results, program, language, form, solved=solve, out=sys.stdout)
    for unreadable in report.unreadable:
        click.echo("\n".join(unreadable_lines(unreadable, language)), err=True)
    tell_notes(report, language)
    sys.exit(EXIT_FAILED if report.unreadable or not report.documents else EXIT_CLEAN)
