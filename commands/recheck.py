"""`presign recheck`: what another policy would have said of contracts that were checked before."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..messages import preferred_language
from .options import EXIT_CLEAN, EXIT_FINDINGS, fail, language_option, policies_option, refuse

if TYPE_CHECKING:
    from ..portfolio.recheck import Recheck

_SHOWN = 20


@click.command("recheck")
@click.argument("dataset", metavar="DATASET")
@policies_option
@click.option(
    "--as-of",
    "as_of",
    type=click.DateTime(("%Y-%m-%d",)),
    help="The rules and parameters in force on this day (default: each contract's own day).",
)
@click.option(
    "--fail-on",
    type=click.Choice(("block", "high", "medium", "low")),
    default="high",
    show_default=True,
    help="A violation from here on refuses a contract.",
)
@click.option("--why", multiple=True, metavar="RULE", help="Prove the verdict on a rule where it changes.")
@click.option(
    "--format", "form", type=click.Choice(("text", "json", "csv")), default="text", show_default=True, help="Format."
)
@language_option
def recheck(
    dataset: str,
    policies: tuple[str, ...],
    as_of: datetime | None,
    fail_on: str,
    why: tuple[str, ...],
    form: str,
    lang: str | None,
) -> None:
    """Judge the facts of a data set by a policy, without reading the contracts again.

    DATASET is what `presign check … --output parquet:DATASET` wrote. Without --policy it is judged by what a check
    would take: the policies of the configuration, else the shipped packs that fit each contract's law. Exit 1 when a
    contract turns.
    """
    from importlib.util import find_spec

    from ..checker.run import Refusal, load_rules
    from ..policylang.core import Severity

    language = preferred_language(lang)
    if find_spec("polars") is None:
        fail("portfolio.no_polars", language)
    loaded = load_rules(policies)
    if isinstance(loaded, Refusal):
        refuse(loaded, language)
    rules = loaded[1]
    if not rules.program.rules:
        fail("cli.no_rules", language)
    from ..portfolio.dataset import about_of
    from ..portfolio.recheck import Recheck
    from ..portfolio.sinks import StopError
    from ..reports.recheck import render_csv, render_json, render_text

    folder = Path(dataset)
    try:
        side = str(about_of(folder)["side"])
        day = as_of.date() if as_of else None
        found = Recheck(folder, rules, side, day, Severity(fail_on), by_law=not policies)
        if why:
            _prove(found, why, language)
        else:
            render = {"text": render_text, "json": render_json, "csv": render_csv}[form]
            render(found, language, sys.stdout)
    except StopError as stop:
        fail(stop.key, language, stop.values)
    turned = found.summary.newly_refused or found.summary.newly_passed
    sys.exit(EXIT_FINDINGS if turned else EXIT_CLEAN)


def _prove(found: Recheck, rules: tuple[str, ...], language: str) -> None:
    """Proofs for the first contracts in which the verdict on a rule changes."""
    from ..checker.asked import Asked, unknown_rule
    from ..portfolio.proofs import report_on_stored
    from ..reports.why import render

    asked = Asked(rules)
    if (missing := unknown_rule(asked, found.program)) is not None:
        key = "why.no_rule_near" if missing.near else "why.no_rule"
        fail(key, language, (("rule", missing.rule), ("near", missing.near)))
    shown = 0
    for contract in found.contracts():
        if shown < _SHOWN and any(change.rule in rules for change in contract.changes):
            shown += 1
            render(report_on_stored(contract, found), asked, language, sys.stdout)
