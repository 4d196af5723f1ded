"""Calendar dates in Chinese and English, those that can be read two ways, and those left open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from .. import regexes as re
from .calendar_words import MONTH, MONTHS, ORDINAL, ORDINALS
from .found import Found, in_order
from .number_words import read_english_number
from .numerals import read_chinese_number, write_chinese_number

_YEARS = range(1949, 2100)
_HAN_ZERO = "〇零○ОO0"
_HAN_YEAR = rf"[{_HAN_ZERO}一二三四五六七八九壹贰叁肆伍陆柒捌玖貳參陸]{{4}}"
_HAN_PART = r"[零〇○一二三四五六七八九十廿卅壹贰叁肆伍陆柒捌玖拾貳參陸]{1,4}"
_CHINESE = re.compile(
    rf"(?:(?<!\d)(?P<year>\d{{4}})|(?P<han_year>{_HAN_YEAR}))\s?年\s?(?:(?P<month>\d{{1,2}})|(?P<han_month>{_HAN_PART}))\s?月"
    rf"\s?(?:(?P<day>\d{{1,2}})|(?P<han_day>{_HAN_PART}))\s?[日号]"
)
_YEAR_FIRST = re.compile(r"(?<![\d./-])(\d{4})( ?[-./] ?)(\d{1,2}) ?[-./] ?(\d{1,2})(?!\d|[./-]\d)")
_COMPACT = re.compile(r"(?<![\dA-Za-z_/.#-])((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?![\dA-Za-z_/-]|\.\d)")
_DAY = rf"(?:(?<!\d)(?P<day>\d{{1,2}})\s?(?i:st|nd|rd|th)?|(?P<ordinal>(?<![A-Za-z]){ORDINAL}))"
# two thousand and seventeen, Two Thousand Seventeen (2017), nineteen hundred ninety-nine, nineteen ninety-nine
_UNIT = r"(?:one|two|three|four|five|six|seven|eight|nine)"
_BELOW_HUNDRED = (
    rf"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\s-]{_UNIT})?|ten|eleven|twelve|thirteen|fourteen"
    rf"|fifteen|sixteen|seventeen|eighteen|nineteen|{_UNIT})"
)
_YEAR_IN_WORDS = (
    rf"(?i:two\sthousand(?:(?:\sand)?[\s-]{_BELOW_HUNDRED})?|nineteen(?:\shundred(?:\sand)?)?[\s-]{_BELOW_HUNDRED}"
    rf"|twenty[\s-](?!one|two|three|four|five|six|seven|eight|nine){_BELOW_HUNDRED})(?![A-Za-z])"
)
_YEAR = rf"(?:(?P<year>\d{{4}})(?!\d)|(?P<year_words>{_YEAR_IN_WORDS})(?:\s?\(\d{{4}}\))?)"
_DAY_FIRST = re.compile(
    rf"{_DAY}\s{{0,2}}(?:day\s{{1,2}})?(?:of\s{{1,2}})?[-/]?(?P<month>{MONTH})[\s,-]{{1,3}}(?:in\sthe\syear\s|of\s|the\syear\s)?{_YEAR}"
)
_MONTH_FIRST = re.compile(rf"(?<![A-Za-z])(?P<month>{MONTH})[\s-]{{1,2}}(?:the\s)?{_DAY}[\s,-]{{1,3}}{_YEAR}")
_YEAR_LAST = re.compile(r"(?<![\d./-])(\d{1,2})([-./])(\d{1,2})\2(\d{4})(?!\d|[./-]\d)")

_OPEN = r"[\d_\sXx×*.\[\]【】…]{0,16}"
_BLANK_CHINESE = re.compile(rf"(?<!出生)(?P<year>(?<![\d_]){_OPEN})年(?P<month>{_OPEN})月(?P<day>{_OPEN})[日号]")
_BEGUN_CHINESE = re.compile(
    rf"(?:{_HAN_YEAR}|(?<!\d)\d{{4}})年(?:{_HAN_PART}|\d{{1,2}})月[ _]*日"
    r"|\{\{[^{}\n]{1,40}\}\}年\s?\{\{[^{}\n]{1,40}\}\}月\s?\{\{[^{}\n]{1,40}\}\}日"
)
_HOLE = r"(?:(?<!_)_{2,}+|\[[\s_•●*]{0,20}\])"
_BLANK_ENGLISH = re.compile(
    rf"{_HOLE}\s?(?:st|nd|rd|th)?\s{{0,2}}day\s{{1,2}}of\s{{0,2}}(?:{_HOLE}|{MONTH})(?:[\s,]{{0,3}}(?:20)?(?:{_HOLE}|\d{{2,4}}|_)?)?"
    rf"|(?:\d{{1,2}}(?:st|nd|rd|th)?|{ORDINAL})\sday\sof\s{_HOLE}(?:[\s,]{{0,3}}(?:20)?(?:{_HOLE}|\d{{2,4}}|_)?)?"
    rf"|(?:{MONTH}|{_HOLE})\s?{_HOLE}[\s,]{{1,3}}20(?:\d\d|{_HOLE}|_)"
    rf"|{_HOLE}[\s,]{{1,3}}20_{{1,4}}(?!\w)"
)


def find_dates(text: str, start: int = 0, end: int | None = None) -> list[Found[date]]:
    """Dates that can be read in one way only, between `start` and `end`. A day that doesn't exist is no date."""
    end = len(text) if end is None else end
    found = [
        *_chinese(text, start, end),
        *_figures(text, start, end),
        *_english(text, start, end),
        *(Found(item.start, item.end, item.value[0]) for item in _year_last(text, start, end) if len(item.value) == 1),
    ]
    return in_order(found)


def find_ambiguous_dates(text: str, start: int = 0, end: int | None = None) -> list[Found[tuple[date, date]]]:
    """Dates such as 02/03/2026 with both readings, the day first and the month first."""
    found = _year_last(text, start, len(text) if end is None else end)
    return [Found(item.start, item.end, (item.value[0], item.value[1])) for item in found if len(item.value) == 2]


def find_blank_dates(text: str, start: int = 0, end: int | None = None) -> list[Found[None]]:
    """Dates of which at least one part was left open: __年__月__日, ___ day of ____, 20__."""
    end = len(text) if end is None else end
    found = [
        Found(match.start() + len(match[0]) - len(match[0].lstrip()), match.end(), None)
        for match in _BLANK_CHINESE.finditer(text, start, end)
        if not all(any(c.isdecimal() for c in match[part]) for part in ("month", "day"))
        or _year_open(match["year"], text, match.start())
    ]
    for pattern in (_BEGUN_CHINESE, _BLANK_ENGLISH):
        found += [Found(match.start(), match.end(), None) for match in pattern.finditer(text, start, end)]
    return in_order(found)


def _year_open(year: str, text: str, start: int) -> bool:
    digits = sum(character.isdecimal() for character in year)
    before = text[start - 1 : start]
    return digits < 4 and not (
        digits == 0 and before and before in "零〇○一二三四五六七八九玖捌柒陆伍肆叁贰壹今当次本去明"
    )


def _date(year: int, month: int, day: int) -> date | None:
    if year not in _YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _found(match: re.Match[str], year: int, month: int, day: int) -> Iterator[Found[date]]:
    day_found = _date(year, month, day)
    if day_found:
        yield Found(match.start(), match.end(), day_found)


def _chinese(text: str, start: int, end: int) -> Iterator[Found[date]]:
    for match in _CHINESE.finditer(text, start, end):
        year = int(match["year"]) if match["year"] else _han_year(match["han_year"])
        month = int(match["month"]) if match["month"] else _han(match["han_month"])
        day = int(match["day"]) if match["day"] else _han(match["han_day"])
        yield from _found(match, year, month, day)


def _han_year(numerals: str) -> int:
    return _han(re.sub(f"[{_HAN_ZERO}]", "零", numerals))


def _han(numerals: str) -> int:
    numerals = numerals.replace("○", "零")
    number = read_chinese_number(numerals)
    # 零贰日, and 零壹拾日 with every unit written.
    if number is None and numerals[0] in "零〇":
        number = read_chinese_number(numerals[1:])
    return int(number) if number is not None else 0


def _figures(text: str, start: int, end: int) -> Iterator[Found[date]]:
    for match in _YEAR_FIRST.finditer(text, start, end):
        yield from _found(match, int(match[1]), int(match[3]), int(match[4]))
    for match in _COMPACT.finditer(text, start, end):
        yield from _found(match, int(match[1]), int(match[2]), int(match[3]))


def _english(text: str, start: int, end: int) -> Iterator[Found[date]]:
    for pattern in (_DAY_FIRST, _MONTH_FIRST):
        for match in pattern.finditer(text, start, end):
            ordinal = match["ordinal"]
            day = ORDINALS[ordinal.lower().replace(" ", "-")] if ordinal else int(match["day"])
            yield from _found(match, _year(match), MONTHS[match["month"].lower().rstrip(".")], day)


def _year(match: re.Match[str]) -> int:
    """The year of an English date, in figures or in words."""
    if match["year"]:
        return int(match["year"])
    said = re.sub(r"\band\b", " ", match["year_words"].lower())
    head, rest = re.match(r"(two\s+thousand|nineteen\s+hundred|nineteen|twenty)[\s-]*(.*)", said, re.DOTALL).groups()  # type: ignore[union-attr]
    century = {"two": 2000, "nineteen": 1900, "twenty": 2000}[head.split()[0]]
    return century + (int(read_english_number("-".join(rest.split())) or 0) if rest.strip() else 0)


def _year_last(text: str, start: int, end: int) -> Iterator[Found[tuple[date, ...]]]:
    for match in _YEAR_LAST.finditer(text, start, end):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        readings = {_date(year, second, first): None, _date(year, first, second): None}
        if match[2] == "." and _date(year, second, first) is not None:
            # Points are written day first; months lead where slashes or hyphens are written.
            readings = {_date(year, second, first): None}
        days = tuple(day for day in readings if day is not None)
        if days:
            yield Found(match.start(), match.end(), days)


def write_chinese_date(day: date) -> str:
    """A date in numerals: 二〇二六年三月二日."""
    year = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(day.year))
    return f"{year}年{write_chinese_number(day.month)}月{write_chinese_number(day.day)}日"
