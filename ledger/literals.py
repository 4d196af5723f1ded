"""Values as a finance person writes them in a case file: `CNY 1,200,000`, `45 days`, `30天`, `20%`, `2026-03-02`.

Every quantity carries its unit. A bare number is refused where a unit is needed: 0.3 could be 30 % or 0.3 %.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation

from ..policylang.core import Members, Sort, Type
from ..values import Money, Per, Quantity, Rate, Unit, Value

_NUMBER = r"(?P<number>-?\d[\d,]*(?:\.\d+)?)"
_CURRENCY_FIRST = re.compile(rf"(?P<currency>[A-Za-z]{{3}}|人民币|[¥￥$€£])\s*{_NUMBER}\s*(?P<scale>[万亿])?\s*元?")
_CURRENCY_LAST = re.compile(
    rf"{_NUMBER}\s*(?P<scale>[万亿])?\s*(?P<currency>[A-Za-z]{{3}}|元|美元|欧元|英镑|港元|日元)"
)
_CURRENCIES = {
    "人民币": "CNY",
    "元": "CNY",
    "¥": "CNY",
    "￥": "CNY",
    "RMB": "CNY",
    "$": "USD",
    "美元": "USD",
    "€": "EUR",
    "欧元": "EUR",
    "£": "GBP",
    "英镑": "GBP",
    "港元": "HKD",
    "日元": "JPY",
}
_SCALES = {None: 1, "万": 10_000, "亿": 100_000_000}
_UNITS = {
    Sort.PERCENT: (Unit.PERCENT, ("%", "percent"), "30%"),
    Sort.HOURS: (Unit.HOURS, ("hours", "hour", "小时"), "24 hours"),
    Sort.DAYS: (Unit.DAYS, ("days", "day", "天", "日"), "45 days"),
    Sort.WORKING_DAYS: (
        Unit.WORKING_DAYS,
        ("working days", "working day", "个工作日", "工作日"),
        "10 working days",
    ),
    Sort.MONTHS: (Unit.MONTHS, ("months", "month", "个月", "月"), "12 months"),
    Sort.YEARS: (Unit.YEARS, ("years", "year", "年"), "2 years"),
    Sort.NUMBER: (Unit.NUMBER, ("",), "3"),
}
_RATE = re.compile(rf"{_NUMBER}\s*%\s*(?:per\s+|/|每)?\s*(?P<per>day|month|year|once|天|日|月|年)")
_PERS = {"day": Per.DAY, "天": Per.DAY, "日": Per.DAY, "month": Per.MONTH, "月": Per.MONTH, "year": Per.YEAR}
_PERS |= {"年": Per.YEAR, "once": Per.ONCE}
_YES_NO = {"yes": True, "true": True, "是": True, "no": False, "false": False, "否": False}


def read_value(text: str, wanted: Type, members: dict[str, Members]) -> Value | None:
    """The value a text stands for in a type, or None when it isn't one."""
    text = text.strip()
    match wanted.sort:
        case Sort.MONEY:
            return _money(text)
        case Sort.RATE:
            return _rate(text)
        case Sort.DATE:
            return _date(text)
        case Sort.TEXT:
            return text or None
        case Sort.YES_NO:
            return _YES_NO.get(text.lower())
        case Sort.SCALE | Sort.KINDS:
            return _member(text, members[wanted.name])
        case Sort.LIST | Sort.RECORD:
            return None
        case _:
            return _quantity(text, wanted.sort)


def sample(wanted: Type, members: dict[str, Members]) -> str:
    """How a value of a type is written, for a message."""
    match wanted.sort:
        case Sort.MONEY:
            return "CNY 1,200,000"
        case Sort.RATE:
            return "0.05% per day"
        case Sort.DATE:
            return "2026-03-02"
        case Sort.TEXT:
            return "…"
        case Sort.YES_NO:
            return "yes / no"
        case Sort.SCALE | Sort.KINDS:
            return ", ".join(members[wanted.name].members)
        case Sort.LIST | Sort.RECORD:
            return "- …"
        case _:
            return _UNITS[wanted.sort][2]


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text.replace(",", ""))
    except InvalidOperation:
        return None


def _money(text: str) -> Money | None:
    match = _CURRENCY_FIRST.fullmatch(text) or _CURRENCY_LAST.fullmatch(text)
    amount = _decimal(match["number"]) if match else None
    if match is None or amount is None:
        return None
    word = match["currency"]
    return Money(amount * _SCALES[match["scale"]], _CURRENCIES.get(word.upper(), word.upper()))


def _rate(text: str) -> Rate | None:
    match = _RATE.fullmatch(text)
    number = _decimal(match["number"]) if match else None
    return Rate(number, _PERS[match["per"]]) if match and number is not None else None


def _date(text: str) -> date | None:
    match = re.fullmatch(r"(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?", text)
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def _quantity(text: str, sort: Sort) -> Quantity | None:
    unit, words, _ = _UNITS[sort]
    match = re.fullmatch(rf"{_NUMBER}\s*(?P<unit>.*)", text)
    number = _decimal(match["number"]) if match else None
    if match is None or number is None or match["unit"].strip().lower() not in words:
        return None
    return Quantity(number, unit)


def _member(text: str, members: Members) -> str | None:
    for member in members.members:
        label = members.labels.get(member)
        if text == member or (label is not None and text in (label.zh, label.en)):
            return member
    return None
