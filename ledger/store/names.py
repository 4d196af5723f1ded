"""Names and registration numbers made comparable: the same characters written otherwise, and nothing more."""

from __future__ import annotations

import unicodedata


def name_key(name: str) -> str:
    """A company's name in one width and without blanks beside Han characters. Two names of one key are one name.

    Case, punctuation and wording stay: 某某公司 and 某某有限公司 are two companies.
    """
    text = " ".join(unicodedata.normalize("NFKC", name).split())
    return "".join(
        character
        for at, character in enumerate(text)
        if not (character == " " and (_han(text[at - 1]) or _han(text[at + 1])))
    )


def number_key(number: str) -> str:
    """A registration number in capitals, one width, no blanks or hyphens (GB 32100 has neither)."""
    return "".join(unicodedata.normalize("NFKC", number).upper().replace("-", "").split())


def _han(character: str) -> bool:
    return "\u2e80" <= character <= "\u9fff"
