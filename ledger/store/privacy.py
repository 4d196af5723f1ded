"""Registration numbers and bank accounts as they are shown to whoever looks over a shoulder."""

from __future__ import annotations

import re
from collections.abc import Callable

_SHOWN = 4
_IBAN_SIGNS = range(15, 35)
# Signs that end a colour on a terminal may stand right before a number.
_BEFORE = r"(?:(?<![0-9A-Za-z])|(?<=\dm))"
_SENSITIVE = re.compile(
    rf"{_BEFORE}(?:"
    r"(?P<iban>[A-Z]{2}[0-9]{2}(?: ?[0-9A-Z]{4}){2,7}(?: ?[0-9A-Z]{1,3})?)"
    r"|[0-9A-Z]{2}[0-9]{6}[0-9A-Z]{10}"
    r"|[0-9]{4}(?: [0-9]{4}){2,6}(?: [0-9]{1,4})?"
    r"|[0-9]{12,30}"
    r")(?![0-9A-Za-z])"
)
"""A registration number has 15 or 18 signs (GB 32100), a bank account 12 to 30, in groups of four or in one."""
_NAMED = re.compile(
    r"((?:账|帐)[号户][:：]?\s*|\baccount(?: number| no\.?)?:?\s+)([0-9][0-9 -]{4,32}[0-9])", re.IGNORECASE
)
"""A shorter number that is called an account."""


def masked(number: str) -> str:
    """A number with only its last four signs left, blanks and hyphens as they are; a short one hides altogether."""
    signs = [at for at, sign in enumerate(number) if sign.isalnum()]
    hidden = set(signs if len(signs) <= 2 * _SHOWN else signs[:-_SHOWN])
    return "".join("*" if at in hidden else sign for at, sign in enumerate(number))


def _nobody_knows(number: str) -> bool:
    return False


def masked_text(text: str, is_public: Callable[[str], bool] = _nobody_knows) -> str:
    """A text with the registration numbers and bank accounts in it masked, as long as it was.

    `is_public` says of a number whether it may be shown: one that nobody owns.
    """

    def hidden(number: str) -> str:
        return number if is_public(number) else masked(number)

    def sensitive(match: re.Match[str]) -> str:
        if match["iban"] and not _is_iban(match[0].replace(" ", "")):
            return match[0]
        return hidden(match[0])

    text = _SENSITIVE.sub(sensitive, text)
    return _NAMED.sub(lambda match: match[1] + hidden(match[2]), text)


def _is_iban(text: str) -> bool:
    """ISO 13616: the first four signs put behind, letters as 10 to 35, the whole leaves 1 over 97."""
    if len(text) not in _IBAN_SIGNS:
        return False
    return int("".join(str(int(sign, 36)) for sign in text[4:] + text[:4])) % 97 == 1
