"""The `presign` command: options in, exit codes out. Everything heavy is imported by the command that needs it.

Exit codes: 0 nothing at or above `--fail-on`; 1 findings; 2 the job couldn't be done.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from . import __version__
from .messages import advise, preferred_language, say

if TYPE_CHECKING:
    from .checker.run import Refusal

EXIT_CLEAN, EXIT_FINDINGS, EXIT_FAILED = 0, 1, 2
_STAGES = ("draft", "for_approval", "for_signing", "signed")
_SEVERITIES = ("block", "high", "medium", "low")

Command = TypeVar("Command", bound=Callable[..., Any])


def _language(command: Command) -> Command:
    return click.option(
        "--lang", type=click.Choice(("zh", "en")), help="Language of the output (default: the locale)."
    )(command)


def _format(command: Command) -> Command:
    return click.option(
        "--format",
        "form",
        type=click.Choice(("text", "json")),
        default="text",
        show_default=True,
        help="Output format.",
    )(command)


def _policies(command: Command) -> Command:
    return click.option(
        "--policy", "policies", multiple=True, metavar="PATH|PACK", help="A policy file, a folder, or a shipped pack."
    )(command)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="presign")
def main() -> None:
    """Read a contract before it is signed and say, with proof, where the money may not come back.

    签约前读合同，逐条指出哪里可能收不回款。
    """


@main.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("--case", metavar="CASE.yaml", help="The customer, the deal and its approvals.")
@_policies
@click.option(
    "--as-of", "as_of", type=click.DateTime(("%Y-%m-%d",)), help="Judge as of this day (default: signing date)."
)
@click.option(
    "--stage", type=click.Choice(_STAGES), default="for_approval", show_default=True, help="How far the contract is."
)
@click.option("--side", type=click.Choice(("seller", "buyer")), default="seller", show_default=True, help="Whose risk.")
@click.option(
    "--fail-on", type=click.Choice(_SEVERITIES), default="high", show_default=True, help="Exit 1 from here on."
)
@_format
@_language
def check(
    paths: tuple[str, ...],
    case: str | None,
    policies: tuple[str, ...],
    as_of: datetime | None,
    stage: str,
    side: str,
    fail_on: str,
    form: str,
    lang: str | None,
) -> None:
    """Check contracts: files, folders or globs (DOCX, PDF, TXT, Markdown)."""
    from .checker.run import Refusal, Request, run
    from .checker.summary import exit_code, nothing_ran
    from .policylang.core import Severity

    language = preferred_language(lang)
    report = run(Request(paths, policies, case, as_of.date() if as_of else None, stage, side))
    if isinstance(report, Refusal):
        _refuse(report, language)
    if form == "json":
        from .reports.json import render
    else:
        from .reports.text import render
    render(report, language, sys.stdout)
    if nothing_ran(report):
        _fail("cli.no_rule_ran", language)
    sys.exit(exit_code(report, Severity(fail_on)))


@main.command()
@click.argument("paths", nargs=-1, metavar="PATH…")
@click.option("--vocabulary", is_flag=True, help="List every fact a rule may speak of, without reading a document.")
@_policies
@_format
@_language
def facts(paths: tuple[str, ...], vocabulary: bool, policies: tuple[str, ...], form: str, lang: str | None) -> None:
    """Print what was read from contracts: each fact, its state, value, quote and place."""
    from .checker.run import Refusal, load

    language = preferred_language(lang)
    loaded = load(policies)
    if isinstance(loaded, Refusal):
        _refuse(loaded, language)
    if loaded.program is None or not (paths or vocabulary):
        _fail("cli.no_paths", language)
    if vocabulary:
        from .reports.vocabulary import render as render_vocabulary

        render_vocabulary(loaded.program, language, sys.stdout)
        return
    from .checker.extract import extract
    from .reports.facts import render

    extraction = extract(paths, loaded.program)
    render(extraction, language, form, sys.stdout)
    sys.exit(EXIT_FAILED if extraction.unreadable or not extraction.documents else EXIT_CLEAN)


@main.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@_language
def text(paths: tuple[str, ...], lang: str | None) -> None:
    """Print documents as the checker sees them, one block a line with its place."""
    from .checker.run import read_all
    from .parsers.document import Limits
    from .reports.blocks import render

    failed = render(read_all(paths, Limits()), preferred_language(lang), sys.stdout, sys.stderr)
    sys.exit(EXIT_FAILED if failed else EXIT_CLEAN)


@main.command()
@_policies
@_format
@_language
def rules(policies: tuple[str, ...], form: str, lang: str | None) -> None:
    """List the rules of the packs."""
    from .checker.run import Refusal, load
    from .reports.rules import render

    language = preferred_language(lang)
    loaded = load(policies)
    if isinstance(loaded, Refusal):
        _refuse(loaded, language)
    if loaded.program is None or not loaded.program.rules:
        _fail("cli.no_rules", language)
    render(loaded.program, language, form, sys.stdout)


@main.group()
def policy() -> None:
    """Check and test policy files."""


@policy.command("check")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@_language
def policy_check(paths: tuple[str, ...], lang: str | None) -> None:
    """Check policy files: syntax, names, types and units."""
    from .checker.run import Refusal, load
    from .reports.diagnostics import render_all

    loaded = load(paths)
    if isinstance(loaded, Refusal):
        _refuse(loaded, preferred_language(lang), lang)
    render_all(loaded.diagnostics, loaded.sources, lang, sys.stderr)
    language = preferred_language(lang)
    count = len(loaded.program.rules) if loaded.program else 0
    click.echo(say("cli.policy_sound", language, (("rules", str(count)),)))


@policy.command("test")
@click.argument("paths", nargs=-1, metavar="PATH…")
@_language
def policy_test(paths: tuple[str, ...], lang: str | None) -> None:
    """Run the examples of policy files (default: the shipped packs)."""
    from .checker.examples import run_policy_examples
    from .checker.run import Refusal
    from .reports.examples import render

    language = preferred_language(lang)
    results = run_policy_examples(paths)
    if isinstance(results, Refusal):
        _refuse(results, language, lang)
    if not results:
        _fail("cli.no_examples", language)
    failed = render(results, language, sys.stdout)
    sys.exit(EXIT_FINDINGS if failed else EXIT_CLEAN)


def _refuse(refusal: Refusal, language: str, chosen: str | None = None) -> NoReturn:
    """Say why nothing was done and stop with exit code 2. A policy file's own language wins over the locale."""
    from .reports.refusal import render

    render(refusal, language, chosen, sys.stderr)
    sys.exit(EXIT_FAILED)


def _fail(key: str, language: str) -> NoReturn:
    click.echo(say(key, language), err=True)
    if help_text := advise(key, language):
        click.echo(f"  = {help_text}", err=True)
    sys.exit(EXIT_FAILED)
