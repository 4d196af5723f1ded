"""The language of a document's agreed text: Chinese, English, or both side by side."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .document import Block, Kind, Part

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+")
_LATIN_WORD = re.compile(r"[A-Za-z][A-Za-z'’]+")
# An English word says about as much as 1.6 Chinese characters: in a bilingual contract both sides weigh the same.
_WORD_WEIGHT = 1.6
_MINOR_SHARE = 0.2


def language_of(blocks: Iterable[Block]) -> str:
    """`zh`, `en`, or `mixed` when the smaller language has a fifth of the text; `zh` for text without either."""
    agreed = (each for each in blocks if each.kind is not Kind.FURNITURE and each.location.part is not Part.COMMENT)
    text = "\n".join([block.text for block in agreed])
    han, words = sum(map(len, _HAN.findall(text))), len(_LATIN_WORD.findall(text))
    weight = han + words * _WORD_WEIGHT
    share = han / weight if weight else 1.0
    if share <= _MINOR_SHARE:
        return "en"
    return "zh" if share >= 1 - _MINOR_SHARE else "mixed"
