"""Places of one contract that say different things: each pair of facts once, with the words of both."""

from __future__ import annotations

from collections.abc import Iterator

from ...values import Money, Reason
from .. import regexes as re
from ..fact import Evidence, Fact, absent, stated
from ..parties.facts import read as read_party
from ..roles import Parties
from ..sentence_tools import MAX_QUOTE
from ..text import Text
from .bilingual import differing_languages
from .price import read as read_price
from .price_table import read as read_table
from .sign_date import sign_date
from .words_and_figures import differing

_NAME = "contract.conflicts"
WORDS_AND_FIGURES = "text.number_words/text.number_digits"
"""The pair that stands for any number whose words and figures differ, whatever it counts."""

LANGUAGES = "text.chinese/text.english"
"""The pair that stands for a paragraph whose figures differ in the two languages of the contract."""


def read_conflicts(text: Text, parties: Parties) -> Fact:
    """`contract.conflicts`: pairs such as `contract.amount/contract.amount_words`; absent when everything agrees."""
    facts = {
        fact.name: fact for fact in (*read_price(text, parties), *read_table(text, parties), *read_party(text, parties))
    }
    facts["contract.sign_date"] = sign_date(text)
    found = dict(_pairs(facts))
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


def _pairs(facts: dict[str, Fact]) -> Iterator[tuple[str, tuple[Evidence, ...]]]:
    amount = facts["contract.amount"]
    for other in ("contract.amount_words", "contract.line_total"):
        if _differ(amount, facts[other]):
            yield f"contract.amount/{other}", amount.evidence + facts[other].evidence
    names = facts["party.buyer_names_found"]
    if isinstance(names.value, tuple) and len({_plain(str(name)) for name in names.value}) > 1:
        yield "party.buyer_name/party.buyer_names_found", names.evidence
    for name, fact in facts.items():
        if fact.reason is Reason.CONTRADICTION:
            yield f"{name}/{name}", fact.evidence


def _differ(first: Fact, second: Fact) -> bool:
    return isinstance(first.value, Money) and isinstance(second.value, Money) and first.value != second.value


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).casefold()
