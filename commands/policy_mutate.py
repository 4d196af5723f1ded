"""`presign policy mutate`: the policy changed in small ways, and which changes its examples notice."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from ..messages import advise, preferred_language, say
from .options import EXIT_CLEAN, EXIT_FINDINGS, fail, falls_short, format_option, language_option, refuse
from .policy import policy

if TYPE_CHECKING:
    from ..checker.examples import Examined


@policy.command("mutate")
@click.argument("paths", nargs=-1, metavar="PATH|PACK…")
@click.option("--rule", metavar="ID", help="Change this rule and its parameters only.")
@click.option(
    "--min-score", type=click.FloatRange(0, 100), metavar="PERCENT", help="Exit 1 when fewer changes are noticed."
)
@click.option("--jobs", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes to work in.")
@format_option
@language_option
def policy_mutate(
    paths: tuple[str, ...], rule: str | None, min_score: float | None, jobs: int, form: str, lang: str | None
) -> None:
    """Change a policy in small ways and list the changes no example notices (default: the shipped packs)."""
    from ..checker.examples import examine
    from ..checker.run import Refusal
    from ..policylang.mutation.survey import survey
    from ..reports.mutants import MutantsReport, totals

    language = preferred_language(lang)
    examined = examine(paths)
    if isinstance(examined, Refusal):
        refuse(examined, language, lang)
    _ask_for(rule, examined, language)
    _warn_of_failing(examined, language)
    surveyed = survey(examined.program, examined.cases, rule, jobs)
    MutantsReport(examined.program, examined.sources, language).render(surveyed, form, sys.stdout)
    low = falls_short(totals(surveyed), min_score, "mutation.below", language)
    sys.exit(EXIT_FINDINGS if low else EXIT_CLEAN)


def _ask_for(rule: str | None, examined: Examined, language: str) -> None:
    """Stop where there is no rule, or not the one named."""
    known = [each.id for each in examined.program.rules]
    if not known:
        fail("cli.no_rules", language)
    if rule is not None and rule not in known:
        fail("mutation.no_rule", language, (("rule", rule), ("rules", ", ".join(known))))


def _warn_of_failing(examined: Examined, language: str) -> None:
    """Say how many examples fail on the policy as it is."""
    failing = sum(not result.passed for result in examined.results())
    if failing:
        click.echo(say("mutation.failing", language, (("count", str(failing)),)), err=True)
        click.echo(f"  = {advise('mutation.failing', language)}", err=True)
