"""Dates of a text, and those that stand alone in its heading."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from .. import regexes as re
from ..quantities.calendar_words import MONTH
from ..quantities.dates import find_dates
from ..quantities.found import Found
from ..text import Stretch, Text

# A line of a heading or a signature page that holds a date and at most a place: Moscow, 20 January 2020
DATE_LINE = re.compile(r"^[ ]*(?:[A-Z][\w. -]{1,24},? ?(?:the )?|[\u3400-\u9fff]{2,8}[,:]?[ ]*)?$")
_TITLE_LINES = 14
# A heading that tells the month and leaves the day open: April 2013; November ___, 2006
_MONTH_LINE = re.compile(
    rf"(?:^|[\t]|[ ]{{2,}})(?P<open>{MONTH}[ ]*(?:_{{2,}}[_, ]*|\[[ _]*\],?[ ]*|,[ ]*)?(?:19|20)\d\d)"
    r"(?=[ ]*$|[ ]{2,}|\t)"
)
# Page 2 May 2004: a footer's number and date.
_PAGE = re.compile(r"\b[Pp]age\s*$")
_SPLIT_ORDINAL = re.compile(r"(?<=\d)(?:s t|n d|r d|t h)\b")


def dates_in(text: Text, start: int, end: int) -> list[Found[date]]:
    """The dates of a stretch; an ordinal that lost its superscript (15t h) is read as 15th."""
    return [
        found
        for found in _all_dates(text)
        if start <= found.start < end and _PAGE.search(text.text, max(0, found.start - 6), found.start) is None
    ]


@lru_cache(maxsize=8)
def _all_dates(text: Text) -> tuple[Found[date], ...]:
    mended = _SPLIT_ORDINAL.sub(lambda match: match.group().replace(" ", "") + " ", text.text)
    return tuple(find_dates(mended))


def alone(text: Text) -> list[Found[date]]:
    """The first date that stands alone, or behind a place, on one of the first lines above the first clause."""
    for start, line in _title_lines(text):
        for found in dates_in(text, start, start + len(line) + 1):
            rest = text.text[found.end : start + len(line)].strip(" .,()\t")
            if not rest and DATE_LINE.match(re.split(r"\t|[ ]{3,}", text.text[start : found.start])[-1]):
                return [found]
    return []


def open_alone(text: Text) -> Iterator[Stretch]:
    """Months of an English heading whose day is left open."""
    if text.language == "en":
        for start, line in _title_lines(text):
            if (match := _MONTH_LINE.search(line)) is not None:
                yield Stretch(start + match.start("open"), start + match.end("open"), match["open"])


def _title_lines(text: Text) -> Iterator[tuple[int, str]]:
    """The first lines above the first clause, with where they begin."""
    position = seen = 0
    for line in text.text.split("\n"):
        start, position = position, position + len(line) + 1
        if not line.strip():
            continue
        seen += 1
        if seen > _TITLE_LINES or _CLAUSE_LINE.match(line):
            return
        yield start, line


_CLAUSE_LINE = re.compile(
    r"[ ]*(?:第[一二1]条|一、|1[.、]|1 [A-Z]|Article 1|ARTICLE 1|Clause 1|Section 1|WHEREAS|鉴于)"
)
