"""`--full`: registration numbers and bank accounts as they are; without it, text shows only their last signs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TextIO, cast

import click

from .options import Command

if TYPE_CHECKING:
    from ..policylang.core import Program


def full_option(command: Command) -> Command:
    """`--full`."""
    return click.option("--full", is_flag=True, help="Show registration numbers and bank accounts in full.")(command)


def shown(out: TextIO, full: bool, program: Program | None = None) -> TextIO:
    """Where text is written: `out` itself, or `out` behind a mask.

    A number that a policy prints itself, as in the clause it proposes, is nobody's: it stays.
    """
    return out if full else cast(TextIO, _Masked(out, program))


class _Masked:
    """Masks what is written, a piece at a time: renderers write whole lines."""

    def __init__(self, out: TextIO, program: Program | None) -> None:
        self._out = out
        self._program = program

    def write(self, text: str) -> int:
        """Write a text masked."""
        from ..ledger.store.privacy import masked_text

        return self._out.write(masked_text(text, self._is_sample))

    def _is_sample(self, number: str) -> bool:
        return self._program is not None and any(number in text for text in _own_words(self._program))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._out, name)


def _own_words(program: Program) -> Iterator[str]:
    """What the rules of a policy say in a report."""
    for rule in program.rules:
        for texts in (rule.prefer, rule.remedy, rule.message, rule.why):
            yield from (texts.en, texts.zh)
