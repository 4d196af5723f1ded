"""What the commands share: exit codes, options, and the two ways of stopping."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from ..messages import advise, say

if TYPE_CHECKING:
    from ..checker.report import Report
    from ..checker.run import Refusal

EXIT_CLEAN, EXIT_FINDINGS, EXIT_FAILED = 0, 1, 2

Command = TypeVar("Command", bound=Callable[..., Any])


def language_option(command: Command) -> Command:
    """`--lang`."""
    return click.option(
        "--lang", type=click.Choice(("zh", "en")), help="Language of the output (default: the locale)."
    )(command)


def format_option(command: Command) -> Command:
    """`--format text|json`."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(("text", "json")),
        default="text",
        show_default=True,
        help="Output format.",
    )(command)


def policies_option(command: Command) -> Command:
    """`--policy`, as often as wanted."""
    return click.option(
        "--policy", "policies", multiple=True, metavar="PATH|PACK", help="A policy file, a folder, or a shipped pack."
    )(command)


def stage_option(*stages: str) -> Callable[[Command], Command]:
    """`--stage`, of those that make sense for a command."""
    return click.option(
        "--stage",
        type=click.Choice(stages),
        help="How far the contract is (default: as the case says, else for_approval).",
    )


def side_option(command: Command) -> Command:
    """`--side`."""
    return click.option(
        "--side", type=click.Choice(("seller", "buyer")), default="seller", show_default=True, help="Whose risk."
    )(command)


def case_option(command: Command) -> Command:
    """`--case`."""
    return click.option("--case", metavar="CASE.yaml", help="The customer, the deal and its approvals.")(command)


def as_of_option(command: Command) -> Command:
    """`--as-of`; without it each contract is judged as of its signing date, else today."""
    return click.option(
        "--as-of", "as_of", type=click.DateTime(("%Y-%m-%d",)), help="Judge as of this day (default: signing date)."
    )(command)


def tell_unreadable(report: Report, language: str) -> bool:
    """Name the files that couldn't be read on the standard error; whether the job wasn't done for one, or for all."""
    from ..reports.unreadable import unreadable_lines

    for unreadable in report.unreadable:
        click.echo("\n".join(unreadable_lines(unreadable, language)), err=True)
    return bool(report.unreadable) or not report.documents


def refuse(refusal: Refusal, language: str, chosen: str | None = None) -> NoReturn:
    """Say why nothing was done and stop with exit code 2. A policy file's own language wins over the locale."""
    from ..reports.refusal import render

    render(refusal, language, chosen, sys.stderr)
    sys.exit(EXIT_FAILED)


def fail(key: str, language: str, values: tuple[tuple[str, str], ...] = ()) -> NoReturn:
    """Say a message with its help and stop with exit code 2."""
    tell(key, language, values)
    sys.exit(EXIT_FAILED)


def tell(key: str, language: str, values: tuple[tuple[str, str], ...] = ()) -> None:
    """Say a message with its help on the standard error."""
    click.echo(say(key, language, values), err=True)
    if help_text := advise(key, language, values):
        click.echo(f"  = {help_text}", err=True)


def falls_short(counts: tuple[int, int], least: float | None, key: str, language: str) -> bool:
    """Whether a part of a whole is less than `least` percent; if so, that is said."""
    from decimal import Decimal

    from ..reports.shares import share

    if least is None or share(*counts) >= Decimal(str(least)):
        return False
    click.echo(say(key, language, (("least", f"{least:g}"),)), err=True)
    return True
