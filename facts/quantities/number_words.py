"""English number words: twelve thousand three hundred and forty."""

from __future__ import annotations

from decimal import Decimal

from .. import regexes as re

_ONES = [
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_VALUES = {word: value for value, word in enumerate(_ONES)} | {word: 10 * at for at, word in enumerate(_TENS, 2)}
_VALUES["fourty"] = 40
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9}
# As sums are said in India.
_READ_SCALES = _SCALES | {"lakh": 10**5, "lakhs": 10**5, "lac": 10**5, "lacs": 10**5, "crore": 10**7, "crores": 10**7}

_WORD = "(?:" + "|".join(sorted((*_VALUES, "hundred", *_READ_SCALES), key=len, reverse=True)) + ")(?![A-Za-z])"

NUMBER_WORDS = rf"(?<![A-Za-z])(?i:{_WORD}(?:[\s,-]{{1,3}}(?:and\s{{1,3}})?{_WORD}){{0,24}}+)"
"""A run of number words; `read_english_number` decides whether it is a number."""


def read_english_number(words: str) -> Decimal | None:
    """The number English words stand for, or None when they are no well-formed number."""
    total = current = 0
    last_scale = 10**12
    # What may still be added to `current`: a number below this one.
    room = 100
    seen = False
    for word in re.findall(r"[a-z]+", words.lower()):
        if word == "and":
            continue
        if word in _VALUES:
            value = _VALUES[word]
            if value >= room or (value == 0 and seen):
                return None
            current += value
            room = 10 if value >= 20 else 0
        elif word == "hundred":
            if not 0 < current < 100:
                return None
            current, room = current * 100, 100
        elif word in _READ_SCALES and _READ_SCALES[word] < last_scale and current:
            last_scale = _READ_SCALES[word]
            total += current * last_scale
            current, room = 0, 100
        else:
            return None
        seen = True
    return Decimal(total + current) if seen else None


def write_english_number(number: int) -> str:
    """A whole number below 10^12 in words: 12340 is `twelve thousand three hundred and forty`.

    Raises ValueError for a negative or larger number.
    """
    if not 0 <= number < 10**12:
        raise ValueError("only whole numbers from 0 up to 10^12 have words")
    if number < 1000:
        return _below_thousand(number)
    parts: list[str] = []
    for name, scale in sorted(_SCALES.items(), key=lambda item: -item[1]):
        if number >= scale:
            parts.append(f"{_below_thousand(number // scale)} {name}")
            number %= scale
    if number:
        parts.append(("and " if number < 100 else "") + _below_thousand(number))
    return " ".join(parts)


def _below_thousand(number: int) -> str:
    if number < 20:
        return _ONES[number]
    if number < 100:
        ones = f"-{_ONES[number % 10]}" if number % 10 else ""
        return _TENS[number // 10 - 2] + ones
    rest = f" and {_below_thousand(number % 100)}" if number % 100 else ""
    return f"{_ONES[number // 100]} hundred{rest}"
