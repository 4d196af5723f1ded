"""Days named to pay by: a date, a day of a month without its year, the forty-fifth day after an event."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from .. import regexes as re
from ..quantities.calendar_words import NTH
from ..quantities.dates import find_dates
from .paying import PAYS, PAYS_STRICT
from .timing_words import BARE_DAY, BY_BEFORE, BY_DATE, HAN


def is_bare_day(words: str) -> bool:
    """Whether some words name a day of a month to pay by, its year left out."""
    words = re.sub(r"\([^()]*\)", "", words)
    found = BARE_DAY.search(words)
    if found is None:
        return False
    if HAN.search(found[0]):
        return PAYS.search(words, max(0, found.start() - 24), min(len(words), found.end() + 36)) is not None
    return PAYS_STRICT.search(words, max(0, found.start() - 110), found.start()) is not None


def nth_days(nth: re.Match[str]) -> Decimal:
    """The number of an ordinal day; 0 for a word that is none."""
    figure = nth["days"] or nth["figure"] or nth["gloss"]
    return Decimal(figure) if figure else Decimal(NTH.get(nth["word"].lower(), 0))


def due_date(words: str, share: bool = False) -> date | None:
    """A date to pay by: the word for paying is near, or a `share`, and nothing else happens on that date."""
    for found in find_dates(words):
        before, after = words[max(0, found.start - 20) : found.start], words[found.end : found.end + 10]
        if HAN.search(words):
            pays = PAYS.search(words, max(0, found.start - 24), min(len(words), found.end + 36))
            if pays and (BY_DATE.match(after) or BY_BEFORE.search(before)):
                return found.value
            continue
        verb = re.search(
            (
                (
                    r"(?:\b(?:pays?|paid|payable|payment|due)\b|%)"
                    if share
                    else r"\b(?:pays?|paid|payable|payment|due)\b"
                )
                + r"(?:(?!\b(?:commenc\w*|executed|dated|deliver\w*|ship\w*"
                r"|expir\w*)\b)[^.;]){0,70}$"
            ),
            words[: found.start],
            re.IGNORECASE,
        )
        if verb is not None and BY_BEFORE.search(before):
            return found.value
    return None
