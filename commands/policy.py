"""`presign policy`: check and test policy files. Other commands of the group stand in modules of their own."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from ..messages import preferred_language, say
from .options import EXIT_CLEAN, EXIT_FINDINGS, fail, falls_short, format_option, language_option, refuse

if TYPE_CHECKING:
    from ..checker.examples import Examined


@click.group()
def policy() -> None:
    """Check and test policy files."""


@policy.command("check")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@language_option
def policy_check(paths: tuple[str, ...], lang: str | None) -> None:
    """Check policy files: syntax, names, types and units, and whether values are past their review."""
    from datetime import date

    from ..checker.analysis import past_review
    from ..checker.run import Refusal, load
    from ..reports.analysis import warning
    from ..reports.diagnostics import render_all

    loaded = load(paths)
    if isinstance(loaded, Refusal):
        refuse(loaded, preferred_language(lang), lang)
    render_all(loaded.diagnostics, loaded.sources, lang, sys.stderr)
    language = preferred_language(lang)
    for finding in past_review(loaded.program, paths, date.today()) if loaded.program else ():
        click.echo(warning(finding, language), err=True)
    count = len(loaded.program.rules) if loaded.program else 0
    click.echo(say("cli.policy_sound", language, (("rules", str(count)),)))


@policy.command("test")
@click.argument("paths", nargs=-1, metavar="PATH|PACK…")
@click.option("--coverage", is_flag=True, help="Tell what the examples don't show, with examples that would.")
@click.option(
    "--min-coverage", type=click.FloatRange(0, 100), metavar="PERCENT", help="Exit 1 when they show less than this."
)
@format_option
@language_option
def policy_test(
    paths: tuple[str, ...], coverage: bool, min_coverage: float | None, form: str, lang: str | None
) -> None:
    """Run the examples of policy files (default: the shipped packs)."""
    from ..checker.examples import examine
    from ..checker.run import Refusal
    from ..reports.examples import render

    language = preferred_language(lang)
    examined = examine(paths)
    if isinstance(examined, Refusal):
        refuse(examined, language, lang)
    covering = coverage or min_coverage is not None or form == "json"
    results = examined.results()
    if covering and not examined.program.rules:
        fail("cli.no_rules", language)
    if not results and not covering:
        fail("cli.no_examples", language)
    failed = render(results, language, sys.stderr if covering and form == "json" else sys.stdout)
    if covering:
        failed |= _cover(examined, min_coverage, form, language)
    sys.exit(EXIT_FINDINGS if failed else EXIT_CLEAN)


def _cover(examined: Examined, least: float | None, form: str, language: str) -> bool:
    """Print the coverage; the answer says whether it is below what was asked for."""
    from ..policylang.coverage import cover
    from ..policylang.coverage_gaps import settle
    from ..reports.coverage import CoverageReport, totals

    program, cases = examined.program, examined.cases
    covered = [settle(each, program, cases) for each in cover(program, cases)]
    CoverageReport(program, examined.sources, language).render(covered, form, sys.stdout)
    return falls_short(totals(covered), least, "coverage.below", language)
