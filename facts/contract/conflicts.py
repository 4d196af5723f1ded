"""Places of one contract that say different things, whatever fact they belong to: each pair once, with both words."""

from __future__ import annotations

from ..fact import Evidence, Fact, absent, stated
from ..sentence_tools import MAX_QUOTE
from ..text import Text
from .bilingual import differing_languages
from .words_and_figures import differing

_NAME = "contract.conflicts"
WORDS_AND_FIGURES = "text.number_words/text.number_digits"
"""The pair that stands for any number whose words and figures differ, whatever it counts."""

LANGUAGES = "text.chinese/text.english"
"""The pair that stands for a paragraph whose figures differ in the two languages of the contract."""


def read_conflicts(text: Text) -> Fact:
    """`contract.conflicts` as far as no fact is needed for it: a number in words and figures, and two languages."""
    found: dict[str, tuple[Evidence, ...]] = {}
    if spans := list(differing(text)):
        found[WORDS_AND_FIGURES] = tuple(item for start, end in spans for item in text.evidence(start, end, _NAME))
    if apart := list(differing_languages(text)):
        stretches = [stretch for both in apart for stretch in both]
        found[LANGUAGES] = tuple(
            item for one in stretches for item in text.evidence(one.start, min(one.end, one.start + MAX_QUOTE), _NAME)
        )
    if not found:
        return absent(_NAME)
    evidence = [item for items in found.values() for item in items]
    return stated(_NAME, tuple(found), *evidence)
