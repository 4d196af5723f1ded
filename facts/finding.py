"""Small steps many families share: a yes/no clause, a stretch as evidence, values that may contradict each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..values import Reason, Value
from . import regexes as re
from .fact import Fact, absent, stated, unknown
from .text import Stretch, Text

Read = tuple[int, int, Value]
"""A value read at `start` up to `end` of the normalised text."""


def clause(name: str, text: Text, pattern: re.Pattern[str], denied: re.Pattern[str] | None = None) -> Fact:
    """A yes/no fact: stated true where a sentence has the words, stated false where it has them and denies them."""
    refused: Stretch | None = None
    for sentence in text.sentences:
        match = pattern.search(sentence.text)
        if match is None:
            continue
        if denied is not None and denied.search(sentence.text):
            refused = refused or sentence
            continue
        return stated(name, True, *text.evidence(sentence.start, sentence.end, name))
    if refused is not None:
        return stated(name, False, *text.evidence(refused.start, refused.end, name))
    return absent(name)


def agreed(name: str, text: Text, found: Sequence[Read], blanks: Iterable[Stretch] = ()) -> Fact:
    """One value from several places: stated when all agree, a contradiction when not, blank when only that is there."""
    values = list(dict.fromkeys(value for *_, value in found))
    if len(values) == 1:
        start, end, value = found[0]
        return stated(name, value, *text.evidence(start, end, name))
    if values:
        first = {value: (start, end) for start, end, value in reversed(found)}
        places = [first[value] for value in values]
        return unknown(name, Reason.CONTRADICTION, *(e for place in places for e in text.evidence(*place, name)))
    for blank in blanks:
        return unknown(name, Reason.BLANK, *text.evidence(blank.start, blank.end, name))
    return absent(name)
