"""Where the `presign` command starts: the child process that reads contracts is there before all else is loaded."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from typing import NoReturn

_READING = ("check",)
"""The commands for which it pays: they read the facts of a contract in any case."""
_NOT_READING = ("-h", "--help")


def main() -> NoReturn:
    """Run the command line."""
    # Nearly all that is made stays until the end: looking for garbage every 700 objects is in vain.
    gc.set_threshold(50_000, 20, 20)
    ends: list[int] = []
    # Whatever is registered later is done before.
    atexit.register(_end, ends)
    if sys.argv[1:2] and sys.argv[1] in _READING and not any(word in _NOT_READING for word in sys.argv):
        from .checker.warm import split_off

        split_off(sys.argv[2:])
    from .front import main as command

    try:
        command()
    except SystemExit as end:
        if end.code is None or isinstance(end.code, int):
            ends.append(end.code or 0)
        raise
    sys.exit()


def _end(codes: list[int]) -> None:
    """Leave at once when all is done: taking every object apart takes as long as some commands."""
    if not codes:
        return
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (AttributeError, OSError, ValueError):
        return
    os._exit(codes[0] & 0xFF)
