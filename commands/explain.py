"""`presign explain`: one rule, or one diagnostic code, as a page."""

from __future__ import annotations

import re
import sys
from datetime import date, datetime
from typing import NoReturn

import click

from ..messages import preferred_language
from .options import fail, format_option, language_option, policies_option, refuse

_CODE = re.compile(r"[A-Z]\d{3}")


@click.command()
@click.argument("rule", metavar="RULE|CODE")
@policies_option
@click.option(
    "--as-of", "as_of", type=click.DateTime(("%Y-%m-%d",)), help="The day of the parameters' values (default: today)."
)
@click.option(
    "--clauses",
    type=click.Choice(("zh", "en", "both")),
    help="Language of the clauses to avoid and to prefer (default: that of the output).",
)
@format_option
@language_option
def explain(
    rule: str, policies: tuple[str, ...], as_of: datetime | None, clauses: str | None, form: str, lang: str | None
) -> None:
    """Print a rule as a page (what it asks, why, basis, clauses), or the message of a diagnostic code."""
    from ..checker.run import Refusal, load

    language = preferred_language(lang)
    if _CODE.fullmatch(rule.upper()):
        _explain_code(rule.upper(), language, form)
        return
    loaded = load(policies)
    if isinstance(loaded, Refusal):
        refuse(loaded, language, lang)
    program = loaded.program
    if program is None or not program.rules:
        fail("cli.no_rules", language)
    found = next((each for each in program.rules if each.id.upper() == rule.upper()), None)
    if found is None:
        _no_rule(rule, [each.id for each in program.rules], language)
    from ..reports.rule_page import rule_page

    day = as_of.date() if as_of else date.today()
    pack = next((each for each in program.packs if each.path == found.span.path), None)
    if form == "json":
        from ..reports.explain_json import render as render_json

        pages = {each: rule_page(found, program, loaded.sources, day, each) for each in ("en", "zh")}
        render_json(pages, pack, sys.stdout)
        return
    from ..reports.explain import render

    shown = (language, "en" if language == "zh" else "zh") if clauses == "both" else (clauses or language,)
    render(rule_page(found, program, loaded.sources, day, language), pack, day, shown, sys.stdout)


def _explain_code(code: str, language: str, form: str) -> None:
    from ..reports.explain_code import messages_of, render

    if not messages_of(code):
        fail("pages.no_rule_at_all", language, (("rule", code),))
    render(code, language, form, sys.stdout)


def _no_rule(rule: str, ids: list[str], language: str) -> NoReturn:
    from difflib import get_close_matches

    near = get_close_matches(rule.upper(), ids, n=3, cutoff=0.5)
    if not near:
        fail("pages.no_rule_at_all", language, (("rule", rule),))
    fail("pages.no_rule", language, (("rule", rule), ("near", ", ".join(near))))
