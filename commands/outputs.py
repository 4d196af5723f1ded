"""`--format` and `--output FORMAT:FILE` of a check: one report, in as many formats as wanted."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from .console import uncoloured
from .options import EXIT_FAILED, fail, tell
from .portfolio import STREAMED

if TYPE_CHECKING:
    from ..checker.report import Report

Command = TypeVar("Command", bound=Callable[..., Any])

PRINTED = ("text", "json", "html", "sarif", "junit", "github", "gitlab", "rdjson", "markdown", "csv", "jsonl")
"""What can be printed; `reports.formats` has all but the streamed formats. Here so that `--help` imports nothing."""


def report_format_option(command: Command) -> Command:
    """`--format`."""
    choice = click.Choice(PRINTED)
    return click.option("--format", "form", type=choice, default="text", show_default=True, help="Output format.")(
        command
    )


def output_option(command: Command) -> Command:
    """`--output FORMAT:FILE`."""
    help_text = (
        "Write a file as well: html:FILE, sarif:FILE, xlsx:FILE …; docx:FILE and pdf:FILE give the contract back with "
        "the findings as comments, several to a FOLDER/ or a pattern like {name}-checked.docx; jsonl:FILE and "
        "parquet:FOLDER are written row by row; may be repeated."
    )
    return click.option("--output", "outputs", multiple=True, metavar="FORMAT:FILE", help=help_text)(command)


def redline_option(command: Command) -> Command:
    """`--redline`."""
    help_text = "With --output docx:FILE, insert the proposed clauses as tracked changes."
    return click.option("--redline", is_flag=True, help=help_text)(command)


def named_outputs(written: Sequence[str], language: str, redline: bool = False) -> tuple[tuple[str, str], ...]:
    """The formats and files of `--output`; anything else stops the command before it does any work."""
    from ..reports.formats import FORMATS

    found = formats_and_files(written, FORMATS, language, STREAMED)
    if redline and all(name != "docx" for name, _ in found):
        fail("marked.redline_alone", language)
    return found


def formats_and_files(
    written: Sequence[str], formats: Sequence[str], language: str, also_told: Sequence[str] = ()
) -> tuple[tuple[str, str], ...]:
    """Each `FORMAT:FILE` in its two parts; `also_told` are formats that are named where one isn't known."""
    found: list[tuple[str, str]] = []
    for value in written:
        name, colon, path = value.partition(":")
        if not colon or not path:
            fail("ci.bad_output", language, (("value", value),))
        if name not in formats:
            fail("ci.unknown_format", language, (("name", name), ("formats", ", ".join((*formats, *also_told)))))
        found.append((name, path))
    return tuple(found)


def write_outputs(outputs: Sequence[tuple[str, str]], report: Report, language: str, redline: bool = False) -> None:
    """Write every file; one that can't be written stops the command."""
    from ..reports.formats import MARKED, write_file

    failed = False
    for name, path in outputs:
        try:
            if name in MARKED:
                failed = not _give_back(name, report, language, path, redline) or failed
            else:
                with uncoloured():
                    write_file(name, report, language, Path(path))
        except OSError as problem:
            why = (problem.strerror or "").lower()
            fail("ci.cannot_write", language, (("path", str(problem.filename or path)), ("why", why)))
    if failed:
        sys.exit(EXIT_FAILED)


def _give_back(form: str, report: Report, language: str, where: str, redline: bool) -> bool:
    """Write the contracts with their notes and tell what couldn't be; whether all was done."""
    from ..reports.marked.write import write_marked

    written = write_marked(form, report, language, where, redline)
    for each in written.told:
        tell(each.key, language, each.values)
    return not written.failed
