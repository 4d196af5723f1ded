"""Words laid behind the text of a page: written aslant, or pale and large."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from statistics import median

from .characters import Drawn
from .ink import is_pale

_LARGE = 1.8
"""A watermark's size against the usual one of the page."""


def watermarks(characters: Sequence[Drawn]) -> tuple[str, tuple[Drawn, ...]]:
    """The watermark's words, each once, and the characters that are left."""
    upright = [drawn.look.size for drawn in characters if drawn.look.quarters is not None]
    usual = median(upright) if upright else 0.0
    behind = {
        look
        for look in {drawn.look for drawn in characters}
        if look.quarters is None or (look.size >= _LARGE * usual and is_pale(look.inks))
    }
    if not behind:
        return "", tuple(characters)
    marked = (drawn for drawn in characters if drawn.look in behind)
    words = ["".join(drawn.text for drawn in run).strip() for _, run in itertools.groupby(marked, lambda one: one.look)]
    return " ".join(dict.fromkeys(filter(None, words))), tuple(one for one in characters if one.look not in behind)
