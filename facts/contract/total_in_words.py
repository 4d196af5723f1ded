"""The total in words: on the line below its figures, in brackets behind them, in the dollars of the text."""

from __future__ import annotations

from ...values import Money
from .. import regexes as re
from ..quantities.dollars import dollars_of
from ..quantities.found import Found
from ..quantities.money_words import find_money_words
from ..quantities.number_words import NUMBER_WORDS, read_english_number
from ..text import Text

# A sum in English words that the line's end cuts in two.
GOES_ON = re.compile(
    r"(?i:\b(?:hundred|thousand|million|and|one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty))[ -]*$"
)
_SPELLED = re.compile(
    rf"\s?\((?:(?i:say)\s)?(?P<number>{NUMBER_WORDS})(?:\s(?P<unit>[A-Za-z]+?)s?)??(?:\s(?i:only))?\)"
)
_PLAIN_UNITS = {
    "pound": ("GBP", "EGP"),
    "dollar": ("USD", "AUD", "CAD", "NZD", "SGD", "HKD"),
    "rupee": ("INR", "PKR", "LKR", "NPR"),
    "euro": ("EUR",),
    "franc": ("CHF",),
    "shilling": ("KES", "UGX", "TZS"),
}
"""Whose money a plain word may be: beside figures, theirs."""
# Total: USD 42,000.00 / SAY: U.S. DOLLARS FORTY-TWO THOUSAND ONLY
_SAID_BELOW = re.compile(
    r"\s*?\n[ \t|(]*(?:(?i:say(?: total)?|(?:total |amount |sum |value |price )*in words)\b"
    r"|(?:人民币|合计|总计|金额)*\(?大写\)?(?:人民币|金额)*)[ :.\t|-]*(?:\n[ ]*)?"
    r"(?P<said>[^\n]{6,160})"
)


def in_its_dollars(text: Text, amount: Money) -> Money:
    """Plain dollars in words are the dollars of the whole text."""
    return Money(amount.amount, dollars_of(text.text)) if amount.currency == "USD" else amount


def said_below(text: Text, end: int) -> Found[Money] | None:
    """The sum in words on the line below the one that a total ends."""
    line = _SAID_BELOW.match(text.text, end)
    if line is None:
        return None
    start, end = line.span("said")
    if GOES_ON.search(line["said"].rstrip()):
        end = text.line_at(min(end + 1, len(text.text) - 1)).end
    words = find_money_words(text.text[start:end].replace("\n", " "))
    return next((Found(one.start + start, one.end + start, in_its_dollars(text, one.value)) for one in words), None)


def spelled_beside(text: Text, figures: Found[Money]) -> Found[Money] | None:
    """The number in English words in brackets behind a sum; its currency is the sum's: USD 500 (five hundred)."""
    match = _SPELLED.match(text.text, figures.end)
    number = read_english_number(match["number"]) if match is not None else None
    if match is None or number is None:
        return None
    if match["unit"] and figures.value.currency not in _PLAIN_UNITS.get(match["unit"].lower(), ()):
        return None
    return Found(match.start("number"), match.end("number"), Money(number, figures.value.currency))
