"""Names and registration numbers made comparable: the same characters written otherwise, and nothing more."""

from __future__ import annotations

import re
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


_FORMS = re.compile(
    r"股份有限公司|有限责任公司|有限公司|集团|公司|\b(?:limited|ltd|llc|llp|plc|inc|incorporated|corp|corporation|company|co|gmbh)\b"
)


def core_key(name: str) -> str:
    """A name without case, punctuation and company form: what two names that may be one company's share."""
    text = _FORMS.sub(" ", unicodedata.normalize("NFKC", name).casefold())
    return "".join(each for each in text if each.isalnum())


def _han(character: str) -> bool:
    return "\u2e80" <= character <= "\u9fff"
