"""A tutorial as a list of steps: files to save, and commands with the output its reader is shown.

A fenced block `console` holds commands behind `$ ` and what they print; a line `…` stands for any number of lines that
aren't shown. A block whose first words are a language and `file=NAME` is a file the reader saves.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass

_BLOCK = re.compile(r"^```(?P<language>\w+)(?: file=(?P<file>\S+))?\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Saved:
    """A file the reader writes."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Run:
    """A command, and the lines its reader sees."""

    line: int
    arguments: tuple[str, ...]
    shown: tuple[str, ...]


def steps(page: str) -> Iterator[Saved | Run]:
    """What a reader of the page does, in order."""
    for block in _BLOCK.finditer(page):
        body = block["body"]
        first = page.count("\n", 0, block.start("body")) + 1
        if block["file"]:
            yield Saved(block["file"], body)
        elif block["language"] == "console":
            yield from _runs(body.splitlines(), first)


def _runs(lines: list[str], first: int) -> Iterator[Run]:
    starts = [at for at, line in enumerate(lines) if line.startswith("$ ")]
    assert starts and starts[0] == 0, f"line {first}: a console block starts with a command"
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        command = tuple(shlex.split(lines[start].removeprefix("$ ")))
        yield Run(first + start, command, tuple(line.rstrip() for line in lines[start + 1 : end]))


def missing(shown: tuple[str, ...], printed: list[str]) -> str | None:
    """The first line shown that isn't printed where it should be; None when the page tells the truth."""
    at = 0
    skipping = False
    for line in shown:
        if line.strip() == ELLIPSIS:
            skipping = True
            continue
        found = next((where for where in range(at, len(printed)) if printed[where].rstrip() == line), None)
        if found is None or (found != at and not skipping):
            return line
        at, skipping = found + 1, False
    rest = [line for line in printed[at:] if line.strip()]
    return None if skipping or not rest else f"(not shown: {rest[0]})"
