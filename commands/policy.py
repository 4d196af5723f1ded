"""`presign policy`: check and test policy files. Other commands of the group stand in modules of their own."""

from __future__ import annotations

import sys

import click

from ..messages import preferred_language, say
from .options import EXIT_CLEAN, EXIT_FINDINGS, fail, language_option, refuse


@click.group()
def policy() -> None:
    """Check and test policy files."""


@policy.command("check")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@language_option
def policy_check(paths: tuple[str, ...], lang: str | None) -> None:
    """Check policy files: syntax, names, types and units."""
    from ..checker.run import Refusal, load
    from ..reports.diagnostics import render_all

    loaded = load(paths)
    if isinstance(loaded, Refusal):
        refuse(loaded, preferred_language(lang), lang)
    render_all(loaded.diagnostics, loaded.sources, lang, sys.stderr)
    language = preferred_language(lang)
    count = len(loaded.program.rules) if loaded.program else 0
    click.echo(say("cli.policy_sound", language, (("rules", str(count)),)))


@policy.command("test")
@click.argument("paths", nargs=-1, metavar="PATH…")
@language_option
def policy_test(paths: tuple[str, ...], lang: str | None) -> None:
    """Run the examples of policy files (default: the shipped packs)."""
    from ..checker.examples import run_policy_examples
    from ..checker.run import Refusal
    from ..reports.examples import render

    language = preferred_language(lang)
    results = run_policy_examples(paths)
    if isinstance(results, Refusal):
        refuse(results, language, lang)
    if not results:
        fail("cli.no_examples", language)
    failed = render(results, language, sys.stdout)
    sys.exit(EXIT_FINDINGS if failed else EXIT_CLEAN)
