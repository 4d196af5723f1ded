"""Lines broken to the width of the terminal; a Han character is two columns wide."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

from rich.cells import cell_len

_WIDEST = 110


def wrapped(text: str, indent: str = "", later: str | None = None) -> Iterator[str]:
    """`text` in lines of at most the terminal's width, the first indented by `indent`, the others by `later`."""
    width = min(shutil.get_terminal_size((100, 24)).columns, _WIDEST)
    later = indent if later is None else later
    line = indent
    for piece in _pieces(text):
        if cell_len(line + piece.rstrip()) > width and line.strip():
            yield line.rstrip()
            line = later + piece.lstrip()
        else:
            line += piece
    if line.strip():
        yield line.rstrip()


def _pieces(text: str) -> Iterator[str]:
    """Places a line may be broken: after a blank, and between Han characters but not before punctuation.

    Never inside a number in groups: half of an account number isn't seen to be one, and wouldn't be masked.
    """
    piece = ""
    for index, character in enumerate(text):
        piece += character
        following = text[index + 1 : index + 2]
        if character == " ":
            ends = not (following.isdigit() and text[index - 1 : index].isdigit())
        else:
            ends = cell_len(character) > 1 and following != "" and following not in "，。；：、）」》！？”%"
        if ends:
            yield piece
            piece = ""
    if piece:
        yield piece
