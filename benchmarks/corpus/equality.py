"""When a value read counts as the value labelled."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from presign.values import Money, Quantity, Rate, Record, Unit, Value

# The keys of an instalment that decide, and all that are compared key by key.
DECIDING_KEYS = ("pct", "anchor", "days")
INSTALMENT_KEYS = ("pct", "amount", "anchor", "days", "day_type")

_COUNTRIES = {
    "china": ("中华人民共和国", "中国", "prc", "peoplesrepublicofchina", "china"),
    "england": ("england", "englishlaw", "english"),
    "united states": ("unitedstates", "usa"),
    "germany": ("germany", "german", "德国"),
    "hong kong": ("hongkong", "香港"),
    "singapore": ("singapore", "新加坡"),
    "switzerland": ("switzerland", "swiss", "瑞士"),
}


def plain(text: str) -> str:
    """A name without white space, punctuation and case."""
    text = unicodedata.normalize("NFKC", text).casefold()
    return "".join(character for character in text if character.isalnum())


def same(name: str, labelled: Any, read: Value | None) -> bool:
    """Whether a value read for a fact is the labelled one.

    Numbers are compared as numbers, money with its currency, names without white space, punctuation and case, lists of
    words as sets, instalments one by one, a forum and a law by one containing the other.
    """
    if isinstance(labelled, bool) or isinstance(read, bool):
        return labelled is read
    return _SPECIAL.get(name, _plain_value)(labelled, read)


def _plain_value(labelled: Any, read: Value | None) -> bool:
    if isinstance(labelled, dict) and "currency" in labelled:
        return _money(labelled, read)
    if isinstance(labelled, dict):
        return _rate(labelled, read)
    if isinstance(labelled, int | float):
        return isinstance(read, Quantity) and _amount(read) == Decimal(str(labelled))
    return read is not None and plain(str(labelled)) == plain(str(read))


def _amount(quantity: Quantity) -> Decimal:
    """Labels count warranties and tenors in months; a fact in years says the same."""
    return quantity.amount * 12 if quantity.unit is Unit.YEARS else quantity.amount


def _money(labelled: Any, read: Value | None) -> bool:
    amount = Decimal(str(labelled["amount"]).replace(",", ""))
    return isinstance(read, Money) and (read.amount, read.currency) == (amount, labelled["currency"])


def _rate(labelled: Any, read: Value | None) -> bool:
    return isinstance(read, Rate) and (read.percent, str(read.per)) == (Decimal(str(labelled["pct"])), labelled["per"])


def _set(labelled: Any, read: Value | None) -> bool:
    return isinstance(read, tuple) and {str(member) for member in labelled} == {str(member) for member in read}


def _contained(labelled: Any, read: Value | None) -> bool:
    one, other = plain(str(labelled)), plain(str(read or ""))
    return bool(one and other) and (one in other or other in one)


def _law(labelled: Any, read: Value | None) -> bool:
    country = _country(str(labelled))
    return _contained(labelled, read) or (country is not None and country == _country(str(read or "")))


def _country(law: str) -> str | None:
    words = plain(law)
    return next((name for name, marks in _COUNTRIES.items() if any(mark in words for mark in marks)), None)


def _instalments(labelled: Any, read: Value | None) -> bool:
    return _all_keys(labelled, read, DECIDING_KEYS)


def same_exactly(labelled: Any, read: Value | None) -> bool:
    """Whether instalments agree in every labelled key, not only in those that decide."""
    return _all_keys(labelled, read, INSTALMENT_KEYS)


def _all_keys(labelled: Any, read: Value | None, keys: tuple[str, ...]) -> bool:
    if not isinstance(read, tuple) or len(read) != len(labelled):
        return False
    return all(_key(row, record, key) for row, record in zip(labelled, read, strict=True) for key in keys if key in row)


def keys_right(labelled: Any, read: Value | None) -> tuple[int, int]:
    """How many labelled keys of instalments were read right, and how many there are; instalments pair in order."""
    records = read if isinstance(read, tuple) else ()
    wanted = [(at, row, key) for at, row in enumerate(labelled) for key in INSTALMENT_KEYS if key in row]
    right = sum(at < len(records) and _key(row, records[at], key) for at, row, key in wanted)
    return right, len(wanted)


def _key(row: dict[str, Any], record: Value, key: str) -> bool:
    return isinstance(record, Record) and _plain_value(row[key], record.get(key))


_SPECIAL: dict[str, Callable[[Any, Value | None], bool]] = {
    "payment.instalments": _instalments,
    "payment.methods": _set,
    "dispute.forum": _contained,
    "dispute.governing_law": _law,
}

_PRINTED = re.compile(r"\s+")


def shown(value: Any) -> str:
    """A value in one line, for the list of disagreements."""
    match value:
        case Money(amount, currency):
            return f"{currency} {amount}"
        case Quantity(amount, unit):
            return f"{amount} {unit}"
        case Rate(percent, per):
            return f"{percent}% {per}"
        case Record(fields):
            return "{" + ", ".join(f"{name} {shown(field)}" for name, field in fields) + "}"
        case tuple() | list():
            return "[" + ", ".join(shown(member) for member in value) + "]"
        case _:
            return _PRINTED.sub(" ", str(value))
