"""Text recognition on the command line: its option, and its progress bar."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from ..messages import say
from .options import fail

if TYPE_CHECKING:
    from ..parsers.ocr.mode import Ocr

Command = TypeVar("Command", bound=Callable[..., Any])


def ocr_option(command: Command) -> Command:
    """`--ocr auto|off|force`."""
    return click.option(
        "--ocr",
        type=click.Choice(("auto", "off", "force")),
        default="auto",
        show_default=True,
        help="Text recognition: of pages without readable text, of none, of all.",
    )(command)


def recognition(mode: str, language: str) -> Ocr:
    """How text recognition is used, with a progress bar on a terminal; stops when it is forced but not installed."""
    from ..parsers.ocr.mode import Ocr, OcrMode, installed

    if mode == OcrMode.FORCE and not installed():
        fail("cli.no_ocr", language)

    def progress(path: str, pages: Sequence[int]) -> AbstractContextManager[Iterable[int]]:
        if not sys.stderr.isatty():
            return nullcontext(pages)
        label = say("cli.ocr_progress", language, (("file", Path(path).name),))
        return click.progressbar(pages, label=label, show_pos=True, file=sys.stderr)

    return Ocr(OcrMode(mode), progress)
