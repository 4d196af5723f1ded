"""Numbers in Arabic digits, with the groupings contracts use."""

from __future__ import annotations

from decimal import Decimal

from .. import regexes as re

# A comma between digits may be the full-width comma of a sentence ("¥1000，2026年"): what follows tells.
_COUNTED = r"(?! ?[年月日天号台套个件%])"

NUMBER = (
    r"(?<!\d)(?<!\d[.,])(?:"
    rf"\d{{1,3}}(?:,\d{{3}}){{1,5}}+(?!,?\d){_COUNTED}(?:\.\d{{1,12}}+(?!\d))?"
    r"|\d{1,3}(?:'\d{3}){1,5}+(?:\.\d{2}(?!\d))?(?!\d)"
    r"|\d{1,3}(?: ?, ?\d{3}){1,5}+\.\d{1,2}(?!\d)"
    rf"|\d{{1,2}}(?:,\d{{2}}(?!\d)){{1,4}}+,\d{{3}}(?!,?\d){_COUNTED}(?:\.\d{{1,2}}(?!\d))?"
    rf"|\d{{1,4}}(?:,\d{{4}}){{1,4}}+(?!,?\d){_COUNTED}(?:\.\d{{1,2}}(?!\d))?"
    r"|\d{1,3}(?:\.\d{3}){1,5}+,\d{2}(?!\d)"
    r"|\d{1,3}(?:\.\d{3}){2,5}+(?![.,]?\d)"
    r"|\d{1,3}(?: \d{3}){1,5}+[.,]\d{2}(?!\d)"
    r"|\d{1,3}(?: \d{3}){2,5}+(?! ?[.,]?\d)"
    r"|\d{1,18}+(?:\.\d{1,12}+)?(?!\d)(?:(?=,\d{1,4} ?[年月日天号台套个件%])|(?!\d*[.,]\d))"
    r")(?![OolI][\d,.OolI]|[Oo](?![A-Za-z]))"
)
"""One number: 1,665,600.00, 12,50,000, 1,2345, 1.234.567,89, 12 340.00, 0.05. Digits mixed with letters O or l
are none."""

PLAIN = r"(?<!\d)(?<!\d[.,])\d{1,12}+(?:\.\d{1,12}+)?(?!\.?\d|,\d{3}(?!\d))"
"""A number without grouping: 30, 0.5."""

_EUROPEAN = re.compile(r"\d{1,3}(?:\.\d{3})+,\d{2}|\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?: \d{3})+,\d{2}")


def read_number(digits: str) -> Decimal:
    """The number a match of `NUMBER` or `PLAIN` stands for.

    Raises decimal.InvalidOperation for anything else.
    """
    if _EUROPEAN.fullmatch(digits):
        digits = digits.replace(".", "").replace(",", ".")
    return Decimal(digits.replace(",", "").replace(" ", "").replace("'", ""))


def plain(number: Decimal) -> Decimal:
    """A number without an exponent or trailing zeros: 0.50 is 0.5, 1E+2 is 100."""
    number = number.normalize()
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number
