"""Month names and ordinals of English dates."""

from __future__ import annotations

from .number_words import write_english_number

_MONTHS = [
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
]
MONTHS = (
    {name: at for at, name in enumerate(_MONTHS, 1)}
    | {name[:3]: at for at, name in enumerate(_MONTHS, 1)}
    | {"sept": 9}
)

MONTH = r"(?i:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")(?![A-Za-z])\.?"
"""A month's name or its abbreviation."""

_IRREGULAR = {
    1: "first",
    2: "second",
    3: "third",
    5: "fifth",
    8: "eighth",
    9: "ninth",
    12: "twelfth",
    20: "twentieth",
    30: "thirtieth",
}


def _ordinal(day: int) -> str:
    if day in _IRREGULAR:
        return _IRREGULAR[day]
    if day > 30 and day % 10 == 0:
        return write_english_number(day)[:-1] + "ieth"
    if day > 20:
        return f"{write_english_number(day // 10 * 10)}-{_ordinal(day % 10)}"
    return write_english_number(day) + "th"


ORDINALS = {_ordinal(day): day for day in range(1, 32)}
"""first, second … thirty-first, with their days."""

NTH = {_ordinal(day): day for day in range(1, 100)}
"""first, second … ninety-ninth: days counted, not days of a month."""

ORDINAL = (
    r"(?i:"
    + "|".join(sorted((word.replace("-", "[- ]") for word in ORDINALS), key=len, reverse=True))
    + r")(?![A-Za-z])"
)
"""The word for a day of a month."""
