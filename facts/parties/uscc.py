"""The unified social credit identifier of Chinese organisations (统一社会信用代码, GB 32100-2015)."""

from __future__ import annotations

from .. import regexes as re

# GB 32100-2015, table 1: digits and capitals without I, O, S, V, Z.
_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
# GB 32100-2015, annex A: weights 3**(i-1) mod 31 of the first 17 places.
_WEIGHTS = tuple(pow(3, place, 31) for place in range(17))
_LENGTH = 18

# Eighteen characters standing alone; a wrong letter or a wrong check digit is still what the contract prints.
PRINTED = re.compile(r"(?<![0-9A-Za-z])[0-9A-Z]{2}[ ]?\d{6}[ ]?[0-9A-Z]{9}[ ]?[0-9A-Z](?![0-9A-Za-z])")


def is_valid(code: str) -> bool:
    """Whether a code has the length, the characters and the check digit GB 32100-2015 asks for."""
    if len(code) != _LENGTH or any(character not in _ALPHABET for character in code):
        return False
    return code[-1] == check_character(code[:-1])


def check_character(body: str) -> str:
    """The check digit of the first 17 characters.

    Raises ValueError for a character outside the code's alphabet.
    """
    total = sum(_ALPHABET.index(character) * weight for character, weight in zip(body, _WEIGHTS, strict=True))
    return _ALPHABET[(31 - total % 31) % 31]
