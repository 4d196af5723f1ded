"""Arbitral institutions under all their names: full, short and in another language they are one."""

from __future__ import annotations

from functools import cache

from .. import regexes as re
from ..vocabulary import one_of, words


@cache
def _names() -> dict[str, str]:
    """The first name of each institution by every name it has, in small letters."""
    entries = (entry.split(" = ") for entry in words("dispute", "bodies"))
    return {name.lower(): names[0] for names in entries for name in names}


@cache
def known_body() -> re.Pattern[str]:
    """A pattern of the institutions' names. Short forms are capitals, so case counts."""
    names = [name for entry in words("dispute", "bodies") for name in entry.split(" = ")]
    return re.compile(one_of(names))


@cache
def _any_case() -> re.Pattern[str]:
    return re.compile(one_of(_names()), re.IGNORECASE)


def body_of(name: str) -> str:
    """The institution a printed name stands for: its first name where known, else the bare letters."""
    found = max(_any_case().findall(name), key=len, default="")
    known = _names().get(re.sub(r"\s+", " ", found).lower())
    return known if known is not None else re.sub(r"\W|(?i:\bthe\b)", "", name).lower()
