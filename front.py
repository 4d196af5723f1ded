"""The front of the `presign` command: its help and where its commands are. They are imported when they are called."""

from __future__ import annotations

import atexit
import gc

import click

from . import __version__
from .commands.lazy import LazyGroup
from .commands.table import COMMANDS


def _ready(alone: click.Group) -> None:
    from .commands.completion import completing
    from .commands.configured import configure

    configure(alone, main)
    completing(alone)


@click.group(cls=LazyGroup, later=COMMANDS, ready=(_ready,), context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="presign")
def main() -> None:
    """Read a contract before it is signed and say, with proof, where the money may not come back.

    签约前读合同，逐条指出哪里可能收不回款。
    """
    # Nearly all that a command makes stays until it ends: looking for garbage every 700 objects, and at the end in
    # everything there is, is in vain.
    gc.set_threshold(50_000, 20, 20)
    atexit.register(gc.freeze)
