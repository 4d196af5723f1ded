"""`presign policy diff`: what changed between two versions of a policy, each change with a deal that shows it."""

from __future__ import annotations

import sys
from datetime import date, datetime

import click

from ..messages import preferred_language
from .options import EXIT_CLEAN, EXIT_FINDINGS, format_option, language_option, refuse
from .policy import policy


@policy.command("diff")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option(
    "--as-of",
    "as_of",
    type=click.DateTime(("%Y-%m-%d",)),
    help="Compare as of this day (today and what comes later).",
)
@format_option
@language_option
def policy_diff(old: str, new: str, as_of: datetime | None, form: str, lang: str | None) -> None:
    """Compare two versions of a policy: what changed, and a deal that the two judge differently."""
    from ..checker.policy_diff import run_diff
    from ..checker.run import Refusal

    language = preferred_language(lang)
    found = run_diff(old, new, as_of.date() if as_of else date.today(), later=as_of is None)
    if isinstance(found, Refusal):
        refuse(found, language, lang)
    if form == "json":
        from ..reports.policy_diff_json import render as render_json

        render_json(found, sys.stdout)
    else:
        from ..reports.policy_diff import render

        render(found, (old, new), language, sys.stdout)
    sys.exit(EXIT_CLEAN if found.equal else EXIT_FINDINGS)
