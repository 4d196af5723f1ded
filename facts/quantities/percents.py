"""Shares: 30%, 百分之三十, 千分之五, 三成, thirty percent."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal

from .. import regexes as re
from .digits import PLAIN, plain
from .found import Found, join_glosses
from .number_words import NUMBER_WORDS, read_english_number
from .numerals import NUMERAL, read_chinese_number, write_chinese_number

# A range (3%-5%, 3%至5%) names no one share, but 30%-60%-10% is a series of three.
_RANGE = re.compile(r"\s?(?:[-~至到]|to(?![A-Za-z]))\s?\d++(?:\.\d++)?\s?%(?!\s?[-~])")
_RANGE_START = re.compile(r"(?<![-~])(?<![\d.])\d++(?:\.\d++)?\s?%?\s?(?:[-~至到]|to)\s?$")

# A share may begin with its point: .83%.
_FIGURES = re.compile(
    rf"(?P<number>(?:(?<=[\s(])\.(?=\d))?{PLAIN})(?:\s{{0,2}}(?P<sign>[%‰‱])|\)?\s{{0,2}}(?i:per\s?cent|pct)(?![A-Za-z]))(?!\s?个?百分点)"
)
_OF = re.compile(rf"(?P<base>[百千万])分之(?:(?P<digits>{PLAIN})|(?P<numerals>{NUMERAL}(?:{NUMERAL}|点)*+))")
_TENTHS = re.compile(
    r"(?<![完达形变第零一二三四五六七八九十\d])(?P<tenths>[一二三四五六七八九两1-9])成(?P<half>半)?"
    r"(?=[,。;、)\s的作为货款预付定首合总价]|[一二两三\d]{1,2}(?:年|个月|周)|$)"
)
_HALF = re.compile(r"(?:付|货款|价款|合同款|总价|总额|总款|款项)的?(?P<half>一半)(?!以上)")
_WORDS = re.compile(
    rf"(?P<words>{NUMBER_WORDS})(?:\s{{1,2}}point\s(?P<tenths>{NUMBER_WORDS}))?\s{{1,2}}(?i:per\s?cent)(?![A-Za-z])"
)
# 1 1/2%, 1 - 1/2%, 3/4 per cent, one and a half percent, one-half of one percent: PLAIN would read only
# the last figure.
_BROKEN = re.compile(
    r"(?<![\d./])(?:(?P<whole>\d{1,2})(?:\s?-\s?|\s))?(?P<over>[1-9])/(?P<under>[2-9]|1[0-6])\s?"
    r"(?:%|(?i:per\s?cent)(?![A-Za-z]))"
    r"|(?<![A-Za-z-])(?:(?P<words>(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))"
    r"\s{1,2}and\s{1,2}(?:an?|one)[\s-]|(?:an?\s|one[\s-])?)"
    r"(?P<part>(?i:half|quarter))\s{1,2}(?:of\s{1,2}(?:one|1|a)\s{1,2})?(?i:per\s?cent)(?![A-Za-z])"
)
_PARTS = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}
_SIGNS = {"‰": Decimal("0.1"), "‱": Decimal("0.01")}
_BASES = {"百": Decimal(1), "千": Decimal("0.1"), "万": Decimal("0.01")}


def find_percents(text: str, start: int = 0, end: int | None = None) -> list[Found[Decimal]]:
    """Shares in percent, between `start` and `end`: 千分之五 is 0.5.

    Words with the figures behind them in brackets are one share. Ranges and percentage points are left out.
    """
    end = len(text) if end is None else end
    broken = list(_broken(text, start, end))
    whole = [*_figures(text, start, end), *_parts(text, start, end), *_words(text, start, end)]
    starts = [one.start for one in broken]
    free = [one for one in whole if (at := bisect_left(starts, one.end)) == 0 or broken[at - 1].end <= one.start]
    return join_glosses([*broken, *free], text)


def _within(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The matches between two positions; a share keeps within two lines."""
    return re.in_lines(pattern, text) if end - start == len(text) else pattern.finditer(text, start, end)


def _broken(text: str, start: int, end: int) -> Iterator[Found[Decimal]]:
    """Shares with a fraction behind the whole number."""
    for match in _within(_BROKEN, text, start, end):
        if match["part"]:
            whole = read_english_number(match["words"]) if match["words"] else Decimal(0)
            fraction = _PARTS[match["part"].lower()]
        else:
            whole = Decimal(match["whole"] or 0)
            fraction = Decimal(match["over"]) / Decimal(match["under"])
        if whole is not None and fraction < 1:
            yield Found(match.start(), match.end(), plain(round(whole + fraction, 4)))


def _figures(text: str, start: int, end: int) -> Iterator[Found[Decimal]]:
    for match in _within(_FIGURES, text, start, end):
        if _RANGE.match(text, match.end()) or _RANGE_START.search(text, max(0, match.start() - 12), match.start()):
            series = text[match.end() : match.end() + 1] in ("-", "~") and _series(text, match.end())
            if not series and not _series_before(text, match.start()):
                continue
        number = Decimal(match["number"]) * _SIGNS.get(match["sign"] or "%", Decimal(1))
        yield Found(match.start(), match.end(), plain(number))


_THREE = re.compile(r"(?:[-~]\d++(?:\.\d++)?%){2,4}")
_TWO_BEFORE = re.compile(r"\d%[-~]\d++(?:\.\d++)?%[-~]$")


def _series(text: str, position: int) -> bool:
    return (
        _THREE.match(text, position) is not None
        or _TWO_BEFORE.search(text[max(0, position - 20) : position + 1]) is not None
    )


def _series_before(text: str, position: int) -> bool:
    return _TWO_BEFORE.search(text[max(0, position - 20) : position]) is not None


def _parts(text: str, start: int, end: int) -> Iterator[Found[Decimal]]:
    for match in _within(_OF, text, start, end):
        number = Decimal(match["digits"]) if match["digits"] else read_chinese_number(match["numerals"])
        if number is not None:
            yield Found(match.start(), match.end(), plain(number * _BASES[match["base"]]))
    for match in _HALF.finditer(text, start, end):
        yield Found(match.start("half"), match.end(), Decimal(50))
    for match in _TENTHS.finditer(text, start, end):
        tenths = match["tenths"]
        number = Decimal(tenths) if tenths.isdecimal() else read_chinese_number(tenths)
        if number is not None:
            yield Found(match.start(), match.end(), number * 10 + (5 if match["half"] else 0))


def _words(text: str, start: int, end: int) -> Iterator[Found[Decimal]]:
    for match in _WORDS.finditer(text, start, end):
        number = read_english_number(match["words"])
        tenths = read_english_number(match["tenths"]) if match["tenths"] else Decimal(0)
        if number is not None and tenths is not None and tenths < 10:
            yield Found(match.start(), match.end(), plain(number + tenths / 10))


def write_chinese_percent(percent: Decimal) -> str:
    """A share in numerals: 30 is 百分之三十, 0.5 千分之五, 0.05 万分之五.

    Raises ValueError for one that isn't a whole number of ten-thousandths.
    """
    for base, factor in (("百", 1), ("千", 10), ("万", 100)):
        number = percent * factor
        if number == number.to_integral_value():
            return f"{base}分之{write_chinese_number(int(number))}"
    raise ValueError("the share is no whole number of ten-thousandths")
