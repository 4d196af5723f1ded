"""Numbers written twice, in words and in figures, that aren't the same: thirty (60) days, 三十（60）日."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from .. import regexes as re
from ..quantities.number_words import NUMBER_WORDS, read_english_number
from ..quantities.numerals import NUMERAL, read_chinese_number
from ..text import Text

_FIGURES = r"(?P<figures>\d{1,3}(?:,\d{3}){0,3}(?:\.\d{1,4})?|\d{4,9})"
_PERCENT = r"(?:\s{0,2}(?i:percent|per\scent))?"
_ENGLISH = re.compile(
    rf"(?P<words>{NUMBER_WORDS}){_PERCENT}\s{{0,2}}\(\s?{_FIGURES}\s?(?:%|(?i:percent|per\scent))?\s?\)"
    rf"|(?<![\d.,A-Za-z/_-])(?P<first>\d{{1,4}})\s?\(\s?(?P<after>{NUMBER_WORDS})\s?\)"
)
# Without a unit behind it a Chinese numeral before brackets is as often the number of a clause: 十、（2）.
_CHINESE = re.compile(
    rf"(?<!{NUMERAL})(?<!第)(?P<words>{NUMERAL}{{1,12}})\(\s?{_FIGURES}\s?\)"
    r"\s?(?=(?:个?(?:工作|自然|日历)?(?:日|天)|个?月|年|小时|份|套|台|%))"
)
# Article five (2) is the second paragraph of article five; zero point five (0.5) is read by nobody here.
_NO_NUMBER = re.compile(
    r"(?i:\b(?:article|clause|section|paragraph|annex|appendix|schedule|exhibit|part|item|point|phase|line)\s{1,2}$)"
)


def differing(text: Text) -> Iterator[tuple[int, int]]:
    """Where a number in words is followed or preceded by other figures in brackets: start and end of both."""
    for match in _ENGLISH.finditer(text.text):
        if _NO_NUMBER.search(text.text[max(0, match.start() - 16) : match.start()]):
            continue
        words = read_english_number(match["words"] or match["after"])
        if words is not None and words != _number(match["figures"] or match["first"]):
            yield match.span()
    for match in _CHINESE.finditer(text.text):
        words = read_chinese_number(match["words"])
        if words is not None and words != _number(match["figures"]):
            yield match.span()


def _number(figures: str) -> Decimal:
    return Decimal(figures.replace(",", ""))
