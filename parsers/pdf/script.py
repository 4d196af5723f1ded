"""Where blanks belong between characters: Chinese is written without, Latin with them."""

from __future__ import annotations

import re
from functools import lru_cache

HAN = r"[\u2e80-\u2fdf\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]"
"""A pattern of one such character."""
_HAN = re.compile(HAN)
_LATIN = re.compile(r"[A-Za-z]")


@lru_cache(maxsize=4096)
def is_han(character: str) -> bool:
    """Whether a character takes a Chinese character's place: Han, radicals, kana, full-width signs."""
    return _HAN.match(character) is not None


def mostly_han(text: str) -> bool:
    """Whether a text is Chinese rather than Latin, by the room its characters take."""
    han = len(_HAN.findall(text))
    return han * 2 >= len(_LATIN.findall(text)) and han > 0


def room(text: str) -> float:
    """The width of a text in units of its font size, roughly."""
    return sum(1.0 if is_han(character) else 0.5 for character in text)
