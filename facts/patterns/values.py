"""What may stand in the place of a pattern's `{}`, by the type of its fact."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ...policylang.core_types import Sort
from ...values import Quantity, Rate, Reason, Unit, Value
from .. import regexes as re
from ..quantities.dates import find_dates
from ..quantities.digits import PLAIN
from ..quantities.money import find_money
from ..quantities.money_words import find_money_words
from ..quantities.number_words import NUMBER_WORDS, read_english_number
from ..quantities.numerals import NUMERAL, read_chinese_number
from ..quantities.percents import find_percents
from ..quantities.periods import find_periods
from ..quantities.rates import find_rates

_UNITS = {
    Sort.HOURS: Unit.HOURS,
    Sort.DAYS: Unit.DAYS,
    Sort.WORKING_DAYS: Unit.WORKING_DAYS,
    Sort.MONTHS: Unit.MONTHS,
    Sort.YEARS: Unit.YEARS,
}
_BARE_UNITS = _UNITS | {Sort.PERCENT: Unit.PERCENT, Sort.NUMBER: Unit.NUMBER}
_BARE = re.compile(rf"(?<![A-Za-z])(?:{PLAIN}|(?<!{NUMERAL})(?:{NUMERAL}){{1,24}}+|{NUMBER_WORDS})")
# A bare number ("net 30") isn't one when its own unit follows that the pattern doesn't name.
_OWN_UNIT = re.compile(
    r"\s?(?:[%‰]|个|[年月日天周元万亿点分小季度倍台套件吨]|(?i:per\s?cent|days?|business|working|calendar|weeks?|months?|years?|hours?|usd|eur|rmb|cny|dollars)(?![A-Za-z]))"
)
_BLANK = re.compile(
    r"(?:_{2,}+|\[[\s_.•●]{0,20}\]|\(\s{1,20}\)|\{\{[^{}\n]{0,60}\}\}|\*{2,}+|(?<![A-Za-z])X{2,}+(?![A-Za-z]))"
)
_BLANK_UNIT = re.compile(r"\s?(?:个?工作日|个?月|日|天|元|%|年|(?i:business\s)?(?i:days?|months?|years?)(?![A-Za-z]))")
_CLOSING = " \t\n。;；.,，:!?！？"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value at a place; `bare` says that it is a number without a unit. Without a value, `reason` says why."""

    start: int
    end: int
    value: Value | None
    reason: Reason | None = None
    bare: bool = False


def candidates(text: str, start: int, end: int, sort: Sort) -> tuple[Candidate, ...]:
    """The values of a type between `start` and `end`, and the blanks."""
    return (*_values(text, start, end, sort), *_blanks(text, start, end))


def names_its_unit(text: str, candidate: Candidate) -> bool:
    """Whether a unit that isn't part of it follows a bare number."""
    return candidate.bare and _OWN_UNIT.match(text, candidate.end) is not None


def text_value(text: str, start: int, end: int) -> Candidate:
    """The words of a text fact, without the punctuation around them."""
    while end > start and text[end - 1] in _CLOSING:
        end -= 1
    while start < end and text[start] in _CLOSING:
        start += 1
    return Candidate(start, end, text[start:end])


def _values(text: str, start: int, end: int, sort: Sort) -> Iterator[Candidate]:
    match sort:
        case Sort.MONEY:
            for money in (*find_money(text, None, start, end), *find_money_words(text, start, end)):
                yield Candidate(money.start, money.end, money.value)
        case Sort.PERCENT:
            for percent in find_percents(text, start, end):
                yield Candidate(percent.start, percent.end, Quantity(percent.value, Unit.PERCENT))
            yield from _bare(text, start, end, sort)
        case Sort.RATE:
            yield from _rates(text, start, end)
        case Sort.DATE:
            for day in find_dates(text, start, end):
                yield Candidate(day.start, day.end, day.value)
        case Sort.HOURS | Sort.DAYS | Sort.WORKING_DAYS | Sort.MONTHS | Sort.YEARS:
            for period in find_periods(text, start, end):
                yield _length(period.start, period.end, period.value.quantity, _UNITS[sort])
            yield from _bare(text, start, end, sort)
        case Sort.NUMBER:
            yield from _bare(text, start, end, sort)
        case Sort.TEXT | Sort.YES_NO | Sort.SCALE | Sort.KINDS | Sort.RECORD | Sort.LIST:
            return


def _rates(text: str, start: int, end: int) -> Iterator[Candidate]:
    """Rates, taken with or without the period behind them; a share without a period is unclear."""
    rates = find_rates(text, start, end)
    for rate in rates:
        yield Candidate(rate.start, rate.end, rate.value)
    for percent in find_percents(text, start, end):
        value = next((rate.value for rate in rates if rate.start == percent.start), None)
        reason = None if isinstance(value, Rate) else Reason.UNCLEAR
        yield Candidate(percent.start, percent.end, value, reason)


def _length(start: int, end: int, quantity: Quantity, unit: Unit) -> Candidate:
    """A length of time in the fact's unit; days and months, days and working days don't convert."""
    amount = quantity.amount
    if quantity.unit is Unit.YEARS and unit is Unit.MONTHS:
        amount, quantity = amount * 12, Quantity(amount * 12, unit)
    elif quantity.unit is Unit.MONTHS and unit is Unit.YEARS and amount % 12 == 0:
        quantity = Quantity(amount / 12, unit)
    if quantity.unit is not unit:
        return Candidate(start, end, None, Reason.UNCLEAR)
    return Candidate(start, end, quantity)


def _bare(text: str, start: int, end: int, sort: Sort) -> Iterator[Candidate]:
    for match in _BARE.finditer(text, start, end):
        number = _read(match[0])
        if number is not None:
            yield Candidate(match.start(), match.end(), Quantity(number, _BARE_UNITS[sort]), bare=True)


def _read(words: str) -> Decimal | None:
    if words[0].isdecimal():
        return Decimal(words)
    return read_english_number(words) if words[0].isascii() else read_chinese_number(words)


def _blanks(text: str, start: int, end: int) -> Iterator[Candidate]:
    for match in _BLANK.finditer(text, start, end):
        yield Candidate(match.start(), match.end(), None, Reason.BLANK)
        unit = _BLANK_UNIT.match(text, match.end(), end)
        if unit:
            yield Candidate(match.start(), unit.end(), None, Reason.BLANK)
