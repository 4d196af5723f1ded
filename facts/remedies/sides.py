"""Who may do something in an English sentence: one side by name or as "we" and "you", or either of them."""

from __future__ import annotations

from functools import lru_cache

from .. import regexes as re
from ..roles import Parties, Party, Role
from ..sentence_tools import subject

EITHER = (
    r"(?:(?:either|each|any|both|the \"?non-?(?:breaching|defaulting)\"?|the other|the aggrieved|the innocent"
    r"|the injured|the party not in default|the compliant|the affected)(?: of the)? part(?:y|ies)"
    r"|(?:a|one|neither) party|either of (?:us|them)|the parties|parties may"
    r"|the party not in (?:default|breach)|the other(?= (?:may|shall|is)\b))"
)
_EITHER = re.compile(rf"\b{EITHER}\b", re.IGNORECASE)
_OBJECT = re.compile(
    r"\b(?:to|of|by|from|with|against|on|notif(?:y|ies|ied|ying)|inform(?:ed|ing)?|give|gives|given|giving"
    r"|for)\s(?:the )?$",
    re.IGNORECASE,
)
# "Licensor and Licensee may each": both of them.
_BOTH = re.Template(
    r"{buyer}(?:,? (?:and|or)|,) (?:the )?{seller}|{seller}(?:,? (?:and|or)|,) (?:the )?{buyer}", re.IGNORECASE
)
# "the Buyer's account", "having notified the Buyer": nobody who may do something.
_WHOSE = re.compile(
    r"[A-Za-z-]+'s?(?=\s)|\b(?:notified|notifying|informed|informing|giving|given|served|serving|declare|declaring"
    r"|holding|placing) (?:the )?[A-Za-z-]+"
)
_GIVEN_TO = re.compile(
    r"\b(?:entitl(?:es?|ing)|allow(?:s|ing)?|permit(?:s|ting)?|authori[sz](?:es?|ing)|enabl(?:es?|ing)) (?:the )?"
    r"(?P<who>[A-Za-z-]+) to\b[^.;]{0,120}$",
    re.IGNORECASE,
)
# "if the Client fails to pay Alder Studio, Alder Studio may": who stands right in front of the words that allow it.
_NAMED = re.compile(
    r"\b(?P<who>[A-Z][\w&'-]*(?: (?:[A-Z][\w&'-]*|and|of|&)){0,4}) (?:may(?! be\b| not\b)|reserves?"
    r"|(?:is|shall be|will be) entitled|shall have the|has the)\b"
)
_NO_NAME = re.compile(r"(?i)(?:it|they|he|she|you|which|who|this|that|either|each|any|if|where|when)\b")
_NAMED_REACH = 240
_BUYER = re.Template("{buyer}", re.IGNORECASE)
# The buyer is named right before the act: 甲方解除合同.
BUYER_FIRST_ZH = re.Template(r"{buyer}[^,。;]{{0,6}}$")
_PRONOUNS = ((Role.SELLER, ("we", "us"), "our"), (Role.BUYER, ("you",), "your"))


@lru_cache(maxsize=8)
def with_pronouns(parties: Parties) -> Parties:
    """The parties with "we" among the seller's words and "you" among the buyer's, unless the contract has it otherwise.

    Terms written from one side speak so; a buyer's own terms name their "we" as the buyer.
    """
    spoken: list[Party] = []
    for role, own, _ in _PRONOUNS:
        other = Role.BUYER if role is Role.SELLER else Role.SELLER
        if all(parties.role_of(word) is not other for word in own):
            spoken.append(Party(role, own))
    return Parties((*parties.parties, *spoken), parties.certain, parties.conflict, parties.all_blank)


def actor(parties: Parties, words: str, at: int) -> Role | None:
    """Which side the words at a position give something to; None for either of them, or where it isn't told.

    `parties` are those `with_pronouns`.
    """
    given = _GIVEN_TO.search(words, max(0, at - 180), at)
    if given is not None:
        return parties.role_of(given["who"])
    role = subject(parties, *_own_words(parties, words, at))
    return None if role is Role.BUYER and _another_named(parties, words, at) else role


def _another_named(parties: Parties, words: str, at: int) -> bool:
    """Whether the last one who is said to be free to act has a name of its own that isn't the buyer's."""
    every = list(_NAMED.finditer(words, max(0, at - _NAMED_REACH), at))
    named = every[-1] if every else None
    if named is None or _NO_NAME.match(named["who"]) is not None:
        return False
    own = _BUYER.filled(buyer=parties.buyer)
    return own.search(named["who"]) is None and own.search(words, named.end(), at) is None


def says_either(words: str) -> bool:
    """Whether words name either party, or both, as who may do something."""
    return _EITHER.search(words) is not None


def _own_words(parties: Parties, words: str, at: int) -> tuple[str, int]:
    """The words behind the last mention of either party, and the position in them."""
    words = _WHOSE.sub(lambda whose: "-" * len(whose[0]), words[:at])
    start = 0
    both = _BOTH.filled(buyer=parties.buyer, seller=parties.seller)
    for match in (*both.finditer(words, 0, at), *_EITHER.finditer(words, 0, at)):
        if _OBJECT.search(words, max(0, match.start() - 12), match.start()) is None:
            start = max(start, match.end())
    return words[start:], at - start
