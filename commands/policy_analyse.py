"""`presign policy analyse`: what is wrong with a policy, found without running it."""

from __future__ import annotations

import sys
from datetime import date, datetime

import click

from ..messages import preferred_language
from .options import EXIT_CLEAN, EXIT_FINDINGS, format_option, language_option, refuse
from .policy import policy


@policy.command("analyse")
@click.argument("paths", nargs=-1, metavar="[PATH|PACK]…")
@click.option("--as-of", "as_of", type=click.DateTime(("%Y-%m-%d",)), help="Look at the policy of this day (today).")
@format_option
@language_option
def policy_analyse(paths: tuple[str, ...], as_of: datetime | None, form: str, lang: str | None) -> None:
    """Find rules that can't work, contradictions, gaps and what nobody uses (default: the shipped packs)."""
    from ..checker.analysis import run_analysis
    from ..checker.run import Refusal
    from ..reports.analysis import render

    language = preferred_language(lang)
    day = as_of.date() if as_of else date.today()
    found = run_analysis(paths, day)
    if isinstance(found, Refusal):
        refuse(found, language, lang)
    render(found.analysis, found.program, day, language, form, sys.stdout)
    sys.exit(EXIT_FINDINGS if found.analysis.findings else EXIT_CLEAN)


policy.add_command(policy_analyse, "analyze")
