"""Cells of a table become values: dates and amounts in the forms people write them, or the reason why not."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from ...facts.quantities.dates import find_ambiguous_dates, find_dates
from ...facts.quantities.money import find_money
from ...facts.quantities.money_words import find_money_words
from ...values import Money
from .amounts import LARGEST_E4, SCALE, to_e4

_LONGEST = 200
_DIGITS = re.compile(r"(-?)([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,15})(?:\.([0-9]{1,4})0*)?")
_GROUP_OR_FRACTION = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
"""A point before three digits: thousands in one country, thousandths in another."""
_GUARDED = re.compile(r'="([^"]*)"|\'([=+\-@＝＋－＠].*)')
_BRACKETED = re.compile(r"\((.+)\)")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_CLOCK = re.compile(r"[T ][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?$")
_YES = frozenset(("yes", "y", "true", "1", "是", "有", "√", "已冻结", "冻结"))
_NO = frozenset(("no", "n", "false", "0", "否", "无", "×", "未冻结", "正常"))


@dataclass(frozen=True, slots=True)
class Wrong:
    """Why a cell can't be read: a message key with its values, and which of these are masked on a screen."""

    key: str
    values: tuple[tuple[str, str], ...] = ()
    private: tuple[str, ...] = ()


def wrong(key: str, text: str, *, private: tuple[str, ...] = (), **values: str) -> Wrong:
    """A reason with the cell's text, cut to what a line can show."""
    shown = text if len(text) <= 60 else text[:59] + "…"
    return Wrong(key, (("text", shown), *values.items()), private)


def plain_text(cell: str) -> str:
    """The cell's text in one line, without control characters and blanks around, and out of a spreadsheet's guards.

    `="0012"` and `'=x` are how exports keep a spreadsheet from taking a text for a number or a formula.
    """
    if cell.isprintable():
        text = cell.strip()
    else:
        text = " ".join("".join(each if each.isprintable() else " " for each in cell).split())
    if text[:1] in ("=", "'") and (guarded := _GUARDED.fullmatch(text)):
        return (guarded[1] or guarded[2] or "").strip()
    return text


def read_day(cell: str) -> date | Wrong:
    """A date in one of the forms of contracts; a time of day behind it is dropped. Two readings are no reading."""
    match = _ISO.fullmatch(cell)
    try:
        if match:
            return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return wrong("ledger.bad_day", cell)
    text = _CLOCK.sub("", unicodedata.normalize("NFKC", cell).strip())
    if len(text) > _LONGEST:
        return wrong("ledger.bad_day", cell)
    found = find_dates(text)
    if len(found) == 1 and (found[0].start, found[0].end) == (0, len(text)):
        return found[0].value
    both = find_ambiguous_dates(text)
    if len(both) == 1 and (both[0].start, both[0].end) == (0, len(text)):
        first, second = both[0].value
        return wrong("ledger.two_days", cell, first=first.isoformat(), second=second.isoformat())
    return wrong("ledger.bad_day", cell)


def read_amount(cell: str, scale: int = 1) -> tuple[int, str | None] | Wrong:
    """An amount in ten-thousandths and the currency written beside it, if any; `scale` is the column's (万元: 10000).

    Brackets around it mean a negative amount, as in bookkeeping.
    """
    match = _DIGITS.fullmatch(cell)
    if match:
        if cell[-4:-3] == "." and _GROUP_OR_FRACTION.fullmatch(cell):
            return wrong("ledger.two_amounts", cell, first=cell.replace(".", ","), second=cell + "0")
        whole = int(match[2].replace(",", "")) * SCALE + int((match[3] or "0").ljust(4, "0"))
        e4 = (-whole if match[1] else whole) * scale
        return (e4, None) if abs(e4) <= LARGEST_E4 else wrong("ledger.too_large", cell)
    return _written(cell, scale)


@lru_cache(maxsize=20_000)
def _written(cell: str, scale: int) -> tuple[int, str | None] | Wrong:
    text = unicodedata.normalize("NFKC", cell).strip().replace("−", "-")
    if text.startswith("="):
        return wrong("ledger.formula", cell)
    negative = False
    if bracketed := _BRACKETED.fullmatch(text):
        negative, text = True, bracketed[1].strip()
    elif text.startswith("-"):
        negative, text = True, text[1:].strip()
    elif text.endswith("-"):
        # SAP prints the minus behind the number.
        negative, text = True, text[:-1].strip()
    elif minus := re.match(r"[^\d\s-]{1,4}\s?(-)(?=\d)", text):
        negative, text = True, text[: minus.start(1)] + text[minus.end(1) :]
    if len(text) > _LONGEST or text.startswith("-"):
        return wrong("ledger.bad_amount", cell)
    amount, currency = _figures(text)
    if amount is None:
        return wrong("ledger.bad_amount", cell)
    e4 = to_e4(-amount * scale if negative else amount * scale)
    return (e4, currency) if e4 is not None else wrong("ledger.too_fine", cell)


def _figures(text: str) -> tuple[Decimal | None, str | None]:
    marked = "XXX"
    for found in (find_money(text, marked), find_money_words(text)):
        if len(found) == 1 and (found[0].start, found[0].end) == (0, len(text)):
            value: Money = found[0].value
            return value.amount, None if value.currency == marked else value.currency
    try:
        # A long plain decimal, as spreadsheets and databases write them.
        return (Decimal(text), None) if re.fullmatch(r"[0-9]{1,18}\.[0-9]{1,18}", text) else (None, None)
    except InvalidOperation:
        return None, None


def read_whole(cell: str) -> int | Wrong:
    """A whole number of days, with or without its unit."""
    text = unicodedata.normalize("NFKC", cell).strip().lower()
    match = re.fullmatch(r"([0-9]{1,5})(?:\.0+)?\s?(?:天|日|days?)?", text)
    return int(match[1]) if match else wrong("ledger.bad_days", cell)


def read_yes_no(cell: str) -> bool | Wrong:
    """Yes or no."""
    text = unicodedata.normalize("NFKC", cell).strip().lower()
    if text in _YES:
        return True
    return False if text in _NO else wrong("ledger.bad_yes_no", cell)
