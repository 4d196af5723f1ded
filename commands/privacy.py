"""`--full`: registration numbers and bank accounts as they are; without it, text shows only their last signs."""

from __future__ import annotations

from typing import Any, TextIO, cast

import click

from .options import Command


def full_option(command: Command) -> Command:
    """`--full`."""
    return click.option("--full", is_flag=True, help="Show registration numbers and bank accounts in full.")(command)


def shown(out: TextIO, full: bool) -> TextIO:
    """Where text is written: `out` itself, or `out` behind a mask."""
    return out if full else cast(TextIO, _Masked(out))


class _Masked:
    """Masks what is written, a piece at a time: renderers write whole lines."""

    def __init__(self, out: TextIO) -> None:
        self._out = out

    def write(self, text: str) -> int:
        """Write a text masked."""
        from ..ledger.store.privacy import masked_text

        return self._out.write(masked_text(text))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._out, name)
