"""Lengths of time: 30日, 30个工作日, 三十(30)日, thirty (30) days, two years."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from ...values import Quantity, Unit
from .. import regexes as re
from .digits import PLAIN, plain
from .found import Found, in_order
from .number_words import NUMBER_WORDS, read_english_number
from .numerals import NUMERAL, read_chinese_number, write_chinese_number


class DayType(StrEnum):
    """Which days count."""

    CALENDAR = "calendar"
    BUSINESS = "business"
    UNSTATED = "unstated"


@dataclass(frozen=True, slots=True)
class Period:
    """A length of time. Of a range (7-10 days) `quantity` is the upper end and `low` the lower."""

    quantity: Quantity
    day_type: DayType = DayType.UNSTATED
    low: Decimal | None = None


_HAN = rf"(?<!{NUMERAL})(?:{NUMERAL}){{1,24}}+"
_GLOSS = rf"(?:\s{{0,2}}\(\s?(?P<gloss>\d{{1,4}}|{NUMERAL}++|{NUMBER_WORDS})\s?\))?"
_RANGE = (
    rf"(?P<low>(?<![\d.,A-Za-z/-])\d{{1,3}}|{_HAN})\s?[个天日]?\s?(?:-|~|至|到|to\s)\s?"
    rf"(?P<high>\d{{1,3}}(?![\d.-])|{_HAN})"
)
_ONE = rf"(?P<digits>(?<![A-Za-z/_])(?<!\d-){PLAIN})|(?P<han>{_HAN})|(?P<words>{NUMBER_WORDS})"
_NUMBER = f"(?:{_RANGE}|{_ONE})"
_DAYS = (
    "个?(?:银行)?(?:工作|营业|交易)(?:日|天)|个?银行(?:工作)?日|个?(?:日历|自然)(?:日|天)|天|日"
    "|个?(?:星期|周)(?![一二三四五六日末年])"
)
_CHINESE_UNIT = (
    rf"(?P<zh>(?:{_DAYS}|个季度|个半月|个月|年半|年|个?小时))"
    r"(?P<zh_type>\s?\((?:工作|自然|日历|营业)日\))?"
)
_NOT_AFTER_DAY = r"(?<=日)[期历元本常志报利息产均用币圆语程薪租]|(?<=天)[津然猫河气府地线平窗文安健津]"
_NOT_AFTER_YEAR = r"(?<=年)[度利息化检报终底末初份产第级代]"
_ENGLISH_UNIT = (
    r"[\s-]{0,2}(?:\((?P<type_in>calendar|business|working)\)\s?)?"
    r"(?:(?P<kind>(?i:calendar|natural|business|working|banking|bank|trading|consecutive|running|full|clear"
    r"|net))[\s-]{1,2})?"
    r"(?:(?P<kind2>(?i:calendar|business|working|banking))[\s-]{1,2})?"
    r"(?P<en>(?i:days?|weeks?|fortnights?|months?|quarters?|years?|hours?))(?![A-Za-z])"
)
_CHINESE = re.compile(rf"(?<!第){_NUMBER}{_GLOSS}\s{{0,2}}{_CHINESE_UNIT}(?!{_NOT_AFTER_DAY}|{_NOT_AFTER_YEAR})")
_ENGLISH = re.compile(rf"{_NUMBER}{_GLOSS}{_ENGLISH_UNIT}")
_AND_A_HALF = re.compile(
    r"(?<![A-Za-z])(?i:one(?: \(1\))? and (?:a|one)[ -]half) (?i:(?P<unit>year|month)s?)(?![A-Za-z])"
)
_HALVES = re.compile(r"(?<![一二两三四五六七八九十\d个])(?:半年(?!度|报)|半个月|一年半|半个?月)")

# Within a fortnight; "2% a month" is a rate.
_AN_ENGLISH = re.compile(
    r"(?<![A-Za-z])(?i:within)\s(?P<article>(?i:an?|one\s(?:calendar|full)))\s(?P<unit>(?i:week|fortnight|month"
    r"|quarter|year))(?![A-Za-z])"
)

# The unit a word is counted in, how many of it one is, and what a half adds.
_Measure = tuple[Unit, Decimal, Decimal]
_DAY: _Measure = (Unit.DAYS, Decimal(1), Decimal(0))
_WEEK: _Measure = (Unit.DAYS, Decimal(7), Decimal(0))
_MONTH: _Measure = (Unit.MONTHS, Decimal(1), Decimal(0))
_QUARTER: _Measure = (Unit.MONTHS, Decimal(3), Decimal(0))
_YEAR: _Measure = (Unit.YEARS, Decimal(1), Decimal(0))
_HOUR: _Measure = (Unit.HOURS, Decimal(1), Decimal(0))
_CHINESE_UNITS: dict[str, _Measure] = {
    "小时": _HOUR,
    "周": _WEEK,
    "星期": _WEEK,
    "月": _MONTH,
    "半月": (Unit.MONTHS, Decimal(1), Decimal("0.5")),
    "季度": _QUARTER,
    "年": _YEAR,
    "年半": (Unit.MONTHS, Decimal(12), Decimal(6)),
}
_ENGLISH_UNITS: dict[str, _Measure] = {
    "day": _DAY,
    "week": _WEEK,
    "fortnight": (Unit.DAYS, Decimal(14), Decimal(0)),
    "month": _MONTH,
    "quarter": _QUARTER,
    "year": _YEAR,
    "hour": _HOUR,
}

_BUSINESS = re.compile(r"工作|营业|交易|银行|business|working|bank|trading", re.IGNORECASE)
_CALENDAR = re.compile(r"日历|自然|calendar|natural", re.IGNORECASE)

# A day of the month: 3月2日, 每月25日, 次月的第5日, 每月15日、25日, 3月2日至5日.
_MONTH_BEFORE = re.compile(r"(?:\d|[一二十]|[每次当下上本隔同该首末后]个?|年)\s?月份?[的之]?\s?(?:[前后上下]?第?)?\s?$")
_MONTH_LIST_BEFORE = re.compile(r"月份?[的之]?第?\d{1,2}[日号]?\s?(?:[-~至到、和及或与,]|以及)\s?$")
# 结算月最后一日, 任一日, 前一天: a day, no length.
_ONE_DAY = re.compile(r"(?:最后|最末|任|某|同)$")
_MONTHLY_BEFORE = re.compile(r"[每次当下上]个?月[^后内起,。;\d]{0,6}$")


def find_periods(text: str, start: int = 0, end: int | None = None) -> list[Found[Period]]:
    """Lengths of time, between `start` and `end`, in days, working days, months, years or hours.

    A week is 7 days, a quarter 3 months, half a year 6 months. Days of the month and calendar years are no lengths.
    Where words and the figures beside them disagree, neither is taken.
    """
    end = len(text) if end is None else end
    return in_order([*_halves(text, start, end), *_chinese(text, start, end), *_english(text, start, end)])


def _halves(text: str, start: int, end: int) -> Iterator[Found[Period]]:
    for match in _AN_ENGLISH.finditer(text, start, end):
        unit, factor, _ = _ENGLISH_UNITS[match["unit"].lower()]
        yield Found(match.start("article"), match.end(), Period(Quantity(factor, unit)))
    for match in _AND_A_HALF.finditer(text, start, end):
        length = Decimal(18) if match["unit"].lower() == "year" else Decimal("1.5")
        yield Found(match.start(), match.end(), Period(Quantity(length, Unit.MONTHS)))
    for match in _HALVES.finditer(text, start, end):
        months = {"半年": 6, "一年半": 18}.get(match[0])
        quantity = Quantity(Decimal(months), Unit.MONTHS) if months else Quantity(Decimal(15), Unit.DAYS)
        yield Found(match.start(), match.end(), Period(quantity))


def _number(match: re.Match[str]) -> Decimal | None:
    """The number in front of the unit; None when it is malformed or its gloss disagrees."""
    number = _read(match["high"] or match["digits"] or match["han"] or match["words"])
    if match["gloss"] and _read(match["gloss"]) != number:
        return None
    return number


def _read(words: str) -> Decimal | None:
    if words[0].isdecimal():
        return Decimal(words)
    return read_english_number(words) if words[0].isascii() else read_chinese_number(words)


def _period(match: re.Match[str], number: Decimal, measure: _Measure, day_type: DayType) -> Found[Period]:
    unit, factor, extra = measure
    low = _read(match["low"]) if match["low"] else None
    low = plain(low * factor + extra) if low is not None else None
    if unit is Unit.DAYS and day_type is DayType.BUSINESS:
        unit = Unit.WORKING_DAYS
    return Found(match.start(), match.end(), Period(Quantity(plain(number * factor + extra), unit), day_type, low))


def _day_type(words: str) -> DayType:
    if _BUSINESS.search(words):
        return DayType.BUSINESS
    return DayType.CALENDAR if _CALENDAR.search(words) else DayType.UNSTATED


def _chinese(text: str, start: int, end: int) -> Iterator[Found[Period]]:
    for match in _CHINESE.finditer(text, start, end):
        number, unit = _number(match), match["zh"]
        if number is None:
            continue
        if number == 1 and _ONE_DAY.search(text, max(0, match.start() - 3), match.start()):
            continue
        if unit == "日" and _day_of_month(text, match, number):
            continue
        if (
            unit in ("年", "年半")
            and (
                number > 100
                # 26年内 is a calendar year, 两年内 a length.
                or (number > 20 and text[match.end() : match.end() + 1] == "内")
                or re.match(r"\s?[\d_]{1,3}\s?月|[一二三四五六七八九十]{1,2}月", text[match.end() : match.end() + 6])
            )
        ):
            continue
        kind = _day_type(unit + (match["zh_type"] or ""))
        yield _period(match, number, _CHINESE_UNITS.get(unit.lstrip("个"), _DAY), kind)


def _day_of_month(text: str, match: re.Match[str], number: Decimal) -> bool:
    before = text[max(0, match.start() - 16) : match.start()]
    if number > 31:
        return False
    after = text[match.end() : match.end() + 1]
    by_day = _MONTHLY_BEFORE.search(before) is not None and after not in ("内", "之", "以")
    return bool(_MONTH_BEFORE.search(before) or _MONTH_LIST_BEFORE.search(before)) or by_day


def _english(text: str, start: int, end: int) -> Iterator[Found[Period]]:
    for match in _ENGLISH.finditer(text, start, end):
        number = _number(match)
        if number is None:
            continue
        word = match["en"].lower().rstrip("s")
        kind = _day_type(" ".join(filter(None, (match["type_in"], match["kind"], match["kind2"]))))
        measure = _ENGLISH_UNITS[word]
        if measure[0] is Unit.YEARS and number > 100:
            continue
        yield _period(match, number, measure, kind if measure[0] is Unit.DAYS else DayType.UNSTATED)


def write_chinese_period(quantity: Quantity) -> str:
    """A length of time in numerals: 三十日, 十个工作日, 六个月, 两年 as 二年.

    Raises KeyError for a unit that is no time.
    """
    names = {Unit.HOURS: "小时", Unit.DAYS: "日", Unit.WORKING_DAYS: "个工作日", Unit.MONTHS: "个月", Unit.YEARS: "年"}
    return write_chinese_number(int(quantity.amount)) + names[quantity.unit]
