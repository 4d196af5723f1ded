"""The deterministic text of a document, one block a line: where machine formats point their lines and columns.

`presign text --plain` prints it, also as git's textconv. Text files point into themselves instead.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..facts.fact import Evidence
from ..parsers.document import Block

_BREAK = "⏎"
_TAB = "⇥"


@dataclass(frozen=True, slots=True)
class Region:
    """Lines and columns from 1, in code points; `end_column` is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


START = Region(1, 1, 1, 1)


def plain_line(block: Block) -> str:
    """A block on one line: the number Word shows, then the text."""
    text = block.text.replace("\n", _BREAK).replace("\t", _TAB)
    return f"{block.number} {text}" if block.number else text


def plain_text(blocks: Iterable[Block]) -> str:
    """The whole document, one block a line."""
    return "".join(f"{plain_line(block)}\n" for block in blocks)


def region(evidence: Evidence, blocks: tuple[Block, ...]) -> Region:
    """Where a quote stands: in the file for text formats, else in the plain text of the document."""
    if evidence.location.line is not None:
        line = evidence.location.line
        return Region(line, 1, line, max(2, len(evidence.quote.split("\n")[0]) + 1))
    if not 0 <= evidence.block < len(blocks):
        return START
    block = blocks[evidence.block]
    before = len(block.number) + 1 if block.number else 0
    line = evidence.block + 1
    return Region(line, before + evidence.start + 1, line, before + max(evidence.end, evidence.start + 1) + 1)
