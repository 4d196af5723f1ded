"""`--quiet` and `--no-color` for every command, and what the environment says about colour.

Colour: `--no-color`, else `NO_COLOR` (no-color.org), else `FORCE_COLOR` or `CLICOLOR_FORCE`, else `CLICOLOR=0`, else
the terminal decides. A variable that is empty isn't set.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO, cast

import click


def console_options() -> list[click.Option]:
    """`--quiet` and `--no-color`, to be put among a command's own."""
    return [
        click.Option(
            ["--quiet"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_be_quiet,
            help="Print nothing but what went wrong; the exit code and --output files tell the rest.",
        ),
        click.Option(
            ["--no-color"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_set_colour,
            help="No colours, whatever the terminal can.",
        ),
    ]


def wanted_colour(off: bool, variables: Mapping[str, str]) -> bool | None:
    """Whether colours are wanted; None leaves it to the terminal."""
    if off or variables.get("NO_COLOR"):
        return False
    if any(variables.get(name, "") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    return False if variables.get("CLICOLOR") == "0" else None


def _set_colour(context: click.Context, _: click.Parameter, off: bool) -> None:
    colour = wanted_colour(off, os.environ)
    if colour is not None:
        context.color = colour


@contextmanager
def uncoloured() -> Iterator[None]:
    """What is written meanwhile has no colours, forced or not: files are no terminals."""
    context = click.get_current_context(silent=True)
    before = context.color if context is not None else None
    if context is not None:
        context.color = False
    try:
        yield
    finally:
        if context is not None:
            context.color = before


def _be_quiet(context: click.Context, _: click.Parameter, quiet: bool) -> None:
    if not quiet or context.resilient_parsing:
        return
    out, errors = sys.stdout, sys.stderr
    nowhere = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 (closed with the command)
    sys.stdout, sys.stderr = nowhere, cast(TextIO, _NoTerminal(errors))

    def restore() -> None:
        sys.stdout, sys.stderr = out, errors
        nowhere.close()

    context.call_on_close(restore)


class _NoTerminal:
    """The standard error without its terminal: progress bars show on terminals only."""

    def __init__(self, out: TextIO) -> None:
        self._out = out

    def isatty(self) -> bool:
        """Never."""
        return False

    def __getattr__(self, name: str) -> Any:
        return getattr(self._out, name)
