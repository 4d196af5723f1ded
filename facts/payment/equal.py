"""Instalments counted in words: in six monthly instalments; in two equal parts, the first on signing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ..quantities.numerals import read_chinese_number
from ..roles import Parties
from ..sentence_tools import Hit
from ..text import Text
from .scope import Chunk, Term, payment_terms
from .shares import Share

_WORDS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "twenty-four": 24, "thirty-six": 36,
}  # fmt: skip
_COUNT = re.compile(
    r"(?:分|共)(?P<zh>[二两三四五六七八九十]{1,3}|\d{1,2})(?:期|次|笔)(?P<even>等额|平均|均等|平摊)?"
    r"(?:[^,。;]{0,8}?)(?:支付|付款|付清|结清|偿付)"
    rf"|\b(?P<en>{'|'.join(_WORDS)}|\d{{1,2}})(?: \(\d{{1,2}}\))?"
    r"(?:,? (?:and |\()?(?:equal|even|monthly|quarterly|consecutive|successive|annual|yearly)\)?){0,4} instal?ments?\b",
    re.IGNORECASE,
)
_EVEN = re.compile(r"等额|平均|均等|平摊|\b(?:equal|even)\b", re.IGNORECASE)
_ORDINALS_ZH = "一二三四五六七八九十"
_ORDINALS_EN = ("first", "second", "third", "fourth", "fifth", "sixth")


@dataclass(frozen=True, slots=True)
class Count:
    """How many instalments a sentence says there are, and whether they are alike."""

    number: int
    even: bool
    start: int
    end: int


def find_count(words: str) -> Count | None:
    """The number of instalments some words name; None when they name none, or only one."""
    match = _COUNT.search(words)
    if match is None:
        return None
    number = _number(match)
    if number is None or number < 2:
        return None
    return Count(number, _EVEN.search(match[0]) is not None, match.start(), match.end())


def _number(match: re.Match[str]) -> int | None:
    word = (match["zh"] or match["en"]).lower()
    if word.isdigit():
        return int(word)
    if match["en"]:
        return _WORDS[word]
    value = read_chinese_number(word.replace("两", "二"))
    return int(value) if value is not None else None


def counted(text: Text, parties: Parties) -> tuple[int, Hit] | None:
    """The greatest number of instalments that a payment term names, with its words."""
    best: tuple[int, Hit] | None = None
    for term in payment_terms(text, parties):
        found = None if term.conditional else find_count(term.words)
        if found is not None and (best is None or found.number > best[0]):
            start = term.chunks[0].start
            best = found.number, Hit(term.passage, start + found.start, start + found.end)
    return best


def even_parts(term: Term) -> list[tuple[Share, list[Chunk]]]:
    """Each of a sentence's equal instalments with its own words; empty unless every one of them is told of."""
    count = find_count(term.words)
    if count is None or not count.even:
        return []
    starts = list(_ordinals(term.words, count))
    if len(starts) != count.number:
        return []
    base = term.chunks[0].start
    ends = [*starts[1:], len(term.words)]
    parts = [[Chunk(base + start, base + end, term.words[start:end])] for start, end in zip(starts, ends, strict=True)]
    return list(zip(_shares(count.number), parts, strict=True))


def _ordinals(words: str, count: Count) -> Iterator[int]:
    """Where the first, the second … begin, as long as they come in order."""
    at = count.end
    for number in range(min(count.number, len(_ORDINALS_EN))):
        names = rf"第(?:{_ORDINALS_ZH[number]}|{number + 1})[期次笔]|\bthe {_ORDINALS_EN[number]}\b"
        match = re.compile(names + ("|首[期次笔]" if number == 0 else ""), re.IGNORECASE).search(words, at)
        if match is None:
            return
        yield match.start()
        at = match.end()


def _shares(number: int) -> list[Share]:
    """Equal shares in hundredths of a percent; the last takes what rounding leaves."""
    one = round(Decimal(100) / number, 2)
    return [Share(0, 0, one)] * (number - 1) + [Share(0, 0, 100 - one * (number - 1))]
