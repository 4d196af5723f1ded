"""Chinese paragraphs that a text file broke at a fixed width: a line goes on where the next character had no room."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .display import width
from .pieces import Words

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_MARKER = re.compile(
    r"第\s{0,3}[〇零一二三四五六七八九十百\d]{1,5}\s{0,3}[条條章节節款项項部编編]|[一二三四五六七八九十]{1,3}、|[（(][〇一二三四五六七八九十\d]{1,3}[）)]|[①-⑳]"
    r"|\d{1,2}(?:\.\d{1,2}){0,3}[.．、)）]|\d{1,2}(?:\.\d{1,2}){1,3}\s|附件|附表|附录|[-*•·☐☑□■★▲]\s?"
)
_LABEL = re.compile(r"[^，。；,;\s]{1,10}(?:[（(][^）)]{1,8}[）)])?\s{0,4}[：:]")
_COLUMNS = re.compile(r"\S(?: {3,}|\u3000{2,})\S|\t|[|│]|_{4,}|＿{2,}")
_ENDS = tuple("。！？；：.!?;:")
# A word in Latin letters, or a figure, isn't broken.
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9.,%-]*")
# A punctuation mark may not begin a line, so that the one before is up to two characters short (GB/T 15834).
_SLACK = 4
_NARROWEST, _WIDEST = 40, 120
_FEWEST_FULL = 3


@dataclass(frozen=True, slots=True)
class HanLayout:
    """How a text file is set: the width its lines are full at, and whether its paragraphs begin indented."""

    width: int
    indented: bool

    def goes_on(self, upper: str, lower: str) -> bool:
        """Whether a line is the continuation of the one above."""
        words = lower.strip()
        if not words or not self._is_full(upper, words) or begins_anew(words):
            return False
        if _COLUMNS.search(upper.strip()) or _COLUMNS.search(words):
            return False
        if _indent(lower) > _indent(upper) and not _MARKER.match(upper.strip()):
            return False
        if self.indented and _indent(lower):
            return False
        # After the end of a sentence only the indent of paragraphs tells a new one from the rest of the old.
        return self.indented or not upper.rstrip().endswith(_ENDS)

    def _is_full(self, upper: str, words: str) -> bool:
        taken = width(upper.rstrip())
        latin = _WORD.match(words)
        return (
            self.width - _SLACK <= taken <= self.width and taken + width(latin[0] if latin else words[:2]) > self.width
        )


def han_layout(lines: Sequence[Words]) -> HanLayout | None:
    """The layout of a file that breaks Chinese paragraphs at a width; None when its lines are whole paragraphs.

    A file is broken at the width of its widest lines when several of them are as wide to a character or two, and most
    of these break off within a sentence.
    """
    chinese = [line.text.rstrip() for line in lines if _HAN.search(line.text)]
    if len(chinese) <= _FEWEST_FULL:
        return None
    widest = max(map(width, chinese))
    if not _NARROWEST <= widest <= _WIDEST:
        return None
    full = [text for text in chinese if width(text) >= widest - _SLACK]
    broken = sum(not text.endswith(_ENDS) for text in full)
    if len(full) < _FEWEST_FULL or broken * 3 < len(full) * 2:
        return None
    indented = [text for text in chinese if _indent(text) == 4]
    flush = [text for text in chinese if not _indent(text)]
    return HanLayout(widest, len(indented) >= 2 and len(flush) >= 2 and any(text in flush for text in full))


def han_glue(upper: str, lower: str) -> str:
    """What stands between two joined lines: a blank between two words in Latin letters, else nothing."""
    return " " if re.search(r"[A-Za-z.,]$", upper) and re.match(r"[A-Za-z]", lower) else ""


def is_han(character: str) -> bool:
    """Whether a character is Chinese."""
    return _HAN.match(character) is not None


def begins_anew(words: str) -> bool:
    """Whether words begin with the number of a clause, a bullet or a label."""
    return _MARKER.match(words) is not None or _LABEL.match(words) is not None


def _indent(text: str) -> int:
    return width(text) - width(text.lstrip())
