"""Quantities, money and rates as a policy writes them, in English and Chinese."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache

from ..values import Money, Per, Quantity, Rate, Unit, Value

_NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
_END = r"(?![\w.])"
_CURRENCIES = {"元": "CNY", "人民币": "CNY", "美元": "USD", "欧元": "EUR", "英镑": "GBP", "港元": "HKD", "日元": "JPY"}
_UNITS = {
    "%": Unit.PERCENT,
    "hour": Unit.HOURS,
    "小时": Unit.HOURS,
    "day": Unit.DAYS,
    "天": Unit.DAYS,
    "日": Unit.DAYS,
    "working day": Unit.WORKING_DAYS,
    "工作日": Unit.WORKING_DAYS,
    "month": Unit.MONTHS,
    "月": Unit.MONTHS,
    "year": Unit.YEARS,
    "年": Unit.YEARS,
}
_ZH_UNITS = {
    Unit.HOURS: "小时",
    Unit.DAYS: "天",
    Unit.WORKING_DAYS: "个工作日",
    Unit.MONTHS: "个月",
    Unit.YEARS: "年",
}
_PERS = {"日": Per.DAY, "天": Per.DAY, "月": Per.MONTH, "年": Per.YEAR}
_SCALES = {"万": 10_000, "亿": 100_000_000}

LITERAL = (
    rf"每[日天月年][ \t]*{_NUMBER}[ \t]*%"
    rf"|一次性[ \t]*{_NUMBER}[ \t]*%"
    rf"|(?:[A-Z]{{3}}[ \t]+|人民币[ \t]*){_NUMBER}[ \t]*[万亿]?[ \t]*元?{_END}"
    rf"|{_NUMBER}(?:[ \t]*%(?:[ \t]+per[ \t]+(?:day|month|year)\b|[ \t]+once\b)?"
    rf"|[ \t]*(?:working[ \t]+days?|hours?|days?|months?|years?){_END}"
    rf"|[ \t]*[万亿]?[ \t]*(?:美元|欧元|英镑|港元|日元|元)"
    rf"|[ \t]*(?:个[ \t]*)?(?:工作日|小时|月)|[ \t]*[天日年])?"
)
"""The shape of a literal, for the reader of tokens."""

DATE = r"\d{4}-\d{1,2}-\d{1,2}(?!\d)"
MAX_DIGITS = 30

_PARTS = re.compile(
    r"(?P<rate>每[日天月年]|一次性)?(?P<currency>[A-Z]{3}|人民币)?[ \t]*"
    rf"(?P<number>{_NUMBER})[ \t]*(?P<rest>.*)",
    re.S,
)


@lru_cache(maxsize=4096)
def literal_value(text: str) -> Value | None:
    """The value of a literal's text; None for a date that doesn't exist, a bare 万, or too many digits."""
    if text.startswith("-"):
        return negative(literal_value(text[1:]))
    if re.fullmatch(DATE, text):
        try:
            return date(*map(int, text.split("-")))
        except ValueError:
            return None
    match = _PARTS.fullmatch(text)
    if match is None or len(match["number"]) > MAX_DIGITS:
        return None
    number = Decimal(match["number"].replace(",", ""))
    rest = " ".join(match["rest"].split()).removeprefix("个").strip()
    if match["rate"]:
        per = Per.ONCE if match["rate"] == "一次性" else _PERS[match["rate"][1]]
        return Rate(number, per)
    if match["currency"]:
        return Money(number * _SCALES.get(rest[:1], 1), _CURRENCIES.get(match["currency"], match["currency"]))
    return _measured(number, rest)


def negative(value: Value | None) -> Value | None:
    """The value with the opposite sign; None for what has none."""
    match value:
        case Money(amount, currency):
            return Money(-amount, currency)
        case Rate(percent, per):
            return Rate(-percent, per)
        case Quantity(amount, unit):
            return Quantity(-amount, unit)
        case _:
            return None


def _is_negative(value: Value) -> bool:
    match value:
        case Money(amount) | Rate(amount) | Quantity(amount):
            return amount < 0
        case _:
            return False


def _measured(number: Decimal, rest: str) -> Value | None:
    if not rest:
        return Quantity(number, Unit.NUMBER)
    scale = _SCALES.get(rest[0], 0)
    currency = _CURRENCIES.get(rest[1:].strip() if scale else rest)
    if currency:
        return Money(number * (scale or 1), currency)
    if rest.startswith("% "):
        return Rate(number, Per.ONCE if rest == "% once" else Per(rest.rsplit(" ", 1)[1]))
    unit = _UNITS.get(rest) or _UNITS.get(rest.removesuffix("s"))
    return Quantity(number, unit) if unit is not None else None


def write_literal(value: Value, language: str) -> str:
    """A value as a policy writes it."""
    opposite = negative(value) if _is_negative(value) else None
    if opposite is not None:
        return "-" + write_literal(opposite, language)
    match value:
        case bool():
            return ("是" if value else "否") if language == "zh" else ("yes" if value else "no")
        case date():
            return value.isoformat()
        case Money(amount, currency):
            return f"{amount:,f} 元" if language == "zh" and currency == "CNY" else f"{currency} {amount:,f}"
        case Rate(percent, per):
            return _write_rate(percent, per, language)
        case Quantity(amount, unit):
            return _write_quantity(amount, unit, language)
        case _:
            return f'"{value}"'


def _write_rate(percent: Decimal, per: Per, language: str) -> str:
    if language == "zh":
        word = {Per.DAY: "每日", Per.MONTH: "每月", Per.YEAR: "每年", Per.ONCE: "一次性"}[per]
        return f"{word} {percent:f}%"
    return f"{percent:f}% once" if per is Per.ONCE else f"{percent:f}% per {per.value}"


def _write_quantity(amount: Decimal, unit: Unit, language: str) -> str:
    if unit is Unit.PERCENT:
        return f"{amount:f}%"
    if unit is Unit.NUMBER:
        return f"{amount:f}"
    if language == "zh":
        return f"{amount:f} {_ZH_UNITS[unit]}"
    return f"{amount:f} {unit.value.removesuffix('s') if amount == 1 else unit.value}"
