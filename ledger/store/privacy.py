"""Registration numbers and bank accounts as they are shown to whoever looks over a shoulder."""

from __future__ import annotations

import re

_SHOWN = 4
# A registration number has 15 or 18 signs, a bank account 8 to 30 digits.
_SENSITIVE = re.compile(r"(?<![0-9A-Za-z])(?:[0-9A-Z]{2}\d{6}[0-9A-Z]{10}|\d{12,30})(?![0-9A-Za-z])")


def masked(number: str) -> str:
    """A number with only its last four signs left; a short one hides altogether."""
    return "*" * len(number) if len(number) <= 2 * _SHOWN else "*" * (len(number) - _SHOWN) + number[-_SHOWN:]


def masked_text(text: str) -> str:
    """A text with the registration numbers and bank accounts in it masked."""
    return _SENSITIVE.sub(lambda match: masked(match[0]), text)
