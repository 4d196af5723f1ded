"""Words laid behind the text of a page: written aslant, or pale and large."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from statistics import median

from .drawn import Drawn
from .ink import is_pale
from .looks import Look

_LARGE = 1.8
"""A watermark's size against the usual one of the page."""


def watermarks(characters: Sequence[Drawn], looks: Mapping[Look, int]) -> tuple[str, Sequence[Drawn]]:
    """The watermark's words, each once, and the characters that are left; `looks` says how many look alike."""
    if not any(look.quarters is None or is_pale(look.inks) for look in looks):
        return "", characters
    upright = [look.size for look, count in looks.items() if look.quarters is not None for _ in range(count)]
    usual = median(upright) if upright else 0.0
    behind = {look for look in looks if look.quarters is None or (look.size >= _LARGE * usual and is_pale(look.inks))}
    if not behind:
        return "", characters
    marked = (drawn for drawn in characters if drawn.look in behind)
    words = ["".join(drawn.text for drawn in run).strip() for _, run in itertools.groupby(marked, lambda one: one.item)]
    return " ".join(dict.fromkeys(filter(None, words))), tuple(one for one in characters if one.look not in behind)
