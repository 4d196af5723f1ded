"""Charges for the delay of whichever party is late: the buyer's late payment is among what they punish."""

from __future__ import annotations

from collections.abc import Iterator

from .. import regexes as re
from ..roles import Parties, Role
from ..sentence_tools import Passage, in_one_clause, passages, subject
from ..text import Text
from .nonpayment import Default

_DELAY_EN = re.compile(
    r"\b(?:in (?:the )?(?:case|event) of|for|upon|on) (?:an?|any|each|every|such)?(?: (?:day|week|month)(?:'s)? of)? ?"
    r"(?:delays?|late performance|delayed performance|late fulfil+ment)\b"
    r"|\b(?:delaying|late|delayed) party\b|\bparty (?:which|that|who) (?:is (?:late|in delay)|delays?)\b"
    r"|\bparty in delay\b",
    re.IGNORECASE,
)
_EITHER_EN = re.compile(
    r"\b(?:either|any|each|both|a|one|the (?:delaying|defaulting|other|late)) part(?:y|ies)\b|\bparty in delay\b",
    re.IGNORECASE,
)
_CHARGED_EN = re.compile(
    r"\b(?:penalt(?:y|ies)|interest|liquidated damages|late (?:fees?|charges?)|compensation|surcharge)\b[^;]{0,80}?"
    r"\b(?:per|a|each|every|for each|for every) (?:\w+ ){0,2}?(?:day|week|month|annum|year)\b"
    r"|\b(?:per|each|every) (?:day|week|month) of (?:the )?delay\b",
    re.IGNORECASE,
)
# A delay in one duty of the seller, or one that nobody answers for.
_ONE_DUTY_EN = re.compile(
    r"\b(?:deliver\w*|ship\w*|dispatch\w*|suppl(?:y|ies|ying)|complet\w+|install\w*|commission\w*|handover|possession"
    r"|works?|milestones?|response|force majeure|beyond)\b",
    re.IGNORECASE,
)


def either_delays(text: Text, parties: Parties) -> Iterator[Default]:
    """The sentences that charge a delay of either party, told there or in the sentence before in the same clause."""
    previous: Passage | None = None
    for passage in passages(text):
        match = _DELAY_EN.search(passage.text)
        if match is not None and _CHARGED_EN.search(passage.text) is not None:
            before = previous.text if previous is not None and in_one_clause(text, previous, passage) else ""
            alone = subject(parties, passage.text, len(passage.text)) is not None
            either = _EITHER_EN.search(passage.text if alone else before + passage.text) is not None
            if either and not _is_of_one(parties, before + passage.text):
                yield Default(passage, match.start(), match.end())
        previous = passage


def _is_of_one(parties: Parties, words: str) -> bool:
    return _ONE_DUTY_EN.search(words) is not None or subject(parties, words, len(words)) is Role.SELLER
