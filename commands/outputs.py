"""`--format` and `--output FORMAT:FILE` of a check: one report, in as many formats as wanted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from .options import fail

if TYPE_CHECKING:
    from ..checker.report import Report

Command = TypeVar("Command", bound=Callable[..., Any])

PRINTED = ("text", "json", "html", "sarif", "junit", "github", "gitlab", "rdjson", "markdown", "csv")
"""The formats that can be printed; `reports.formats` has all. Named here so that `--help` imports nothing."""


def report_format_option(command: Command) -> Command:
    """`--format`."""
    choice = click.Choice(PRINTED)
    return click.option("--format", "form", type=choice, default="text", show_default=True, help="Output format.")(
        command
    )


def output_option(command: Command) -> Command:
    """`--output FORMAT:FILE`."""
    help_text = "Write a file as well: html:FILE, sarif:FILE, xlsx:FILE …; may be repeated."
    return click.option("--output", "outputs", multiple=True, metavar="FORMAT:FILE", help=help_text)(command)


def named_outputs(written: Sequence[str], language: str) -> tuple[tuple[str, Path], ...]:
    """The formats and files of `--output`; anything else stops the command before it does any work."""
    from ..reports.formats import FORMATS

    found: list[tuple[str, Path]] = []
    for value in written:
        name, colon, path = value.partition(":")
        if not colon or not path:
            fail("ci.bad_output", language, (("value", value),))
        if name not in FORMATS:
            fail("ci.unknown_format", language, (("name", name), ("formats", ", ".join(FORMATS))))
        found.append((name, Path(path)))
    return tuple(found)


def write_outputs(outputs: Sequence[tuple[str, Path]], report: Report, language: str) -> None:
    """Write every file; one that can't be written stops the command."""
    from ..reports.formats import write_file

    for name, path in outputs:
        try:
            write_file(name, report, language, path)
        except OSError as problem:
            why = (problem.strerror or "").lower()
            fail("ci.cannot_write", language, (("path", str(path)), ("why", why)))
