"""The parties of a contract: who is who, what each is called in the text, and the name it signs with."""

from __future__ import annotations

from functools import lru_cache

from .. import regexes as re
from ..fact import Evidence
from ..roles import Parties, Party, Role
from ..text import Text
from ..vocabulary import words
from .addressed import addressed_mentions, letterhead_mentions, sender_of
from .conditions_en import conditions_mentions
from .duties import speaks_of_duties
from .issuer_en import issuer_mentions
from .mentions import Mention, chinese_mentions
from .mentions_en import english_mentions
from .roles import Group, assign, by_words, group

_READER = "parties"
_STRICT = {Role.BUYER: ("strict_buyer", "strict_buyer_en"), Role.SELLER: ("strict_seller", "strict_seller_en")}


def read_parties(text: Text) -> Parties:
    """The parties a text declares in its heading, its preamble, its tables and its signature block.

    `certain` is false when two sides were found and neither words nor duties tell which of them pays.
    """
    groups = group(declared(text))
    certain = assign(text, groups)
    if not certain and not any(_is_side(one) or _acts(text, one) for one in groups):
        return Parties(_with_strict_words(text, _by_role_alone(text, (), certain=True)))
    parties = tuple(_party(text, one, groups) for one in groups if one.role is not None)
    conflict = () if certain else tuple(e for g in groups[:4] for e in _evidence(text, g.mentions[0]))
    all_blank = not certain and all(one.named is None for one in groups)
    whole = _with_strict_words(text, _by_role_alone(text, _with_strict_words(text, parties), certain))
    return Parties(whole, certain, conflict, all_blank)


@lru_cache(maxsize=8)
def _all_mentions(text: Text) -> tuple[Mention, ...]:
    return tuple(_mentions(text))


def declared(text: Text) -> list[Mention]:
    """Every place of a text that declares a party, in order."""
    return sorted(_all_mentions(text), key=lambda mention: (mention.start, mention.end))


def _mentions(text: Text) -> list[Mention]:
    found: list[Mention] = []
    if text.language != "en":
        found += chinese_mentions(text)
    if text.language != "zh":
        found += english_mentions(text)
    sides = {Role.BUYER, Role.SELLER} - {role for role in map(_role_of_word, found) if role is not None}
    found += [one for one in addressed_mentions(text) if one.role in sides]
    if text.language == "en" and len(sides) == 1 and sender_of(text) is None:
        found += letterhead_mentions(text, next(iter(sides)))
    if text.language == "en":
        taken = {role for one in found for role in (one.role, by_words(one.words)) if role is not None}
        found += [one for one in conditions_mentions(text) if (one.role or by_words(one.words)) not in taken]
        found += _issuer(text, found)
    return found


def _issuer(text: Text, found: list[Mention]) -> list[Mention]:
    """Who wrote the paper, where nobody is named, or left open by a template's field, in that role."""
    filled = [one for one in found if one.name is not None and (not one.name.blank or one.name.end > one.name.start)]
    taken = {one.role or by_words(one.words) for one in filled}
    if {Role.BUYER, Role.SELLER} <= taken or len({one.name.text for one in filled if one.name and one.name.text}) > 1:
        return []
    return [one for one in issuer_mentions(text, found) if one.role not in taken]


def _role_of_word(mention: Mention) -> Role | None:
    """The side a mention's own words tell, if it has a name as well."""
    if mention.name is None or mention.name.blank:
        return None
    return by_words(mention.words)


def _is_side(one: Group) -> bool:
    neutral = {*words("roles", "neutral"), "party a", "party b"}
    return bool(one.lower & neutral) or one.role in (Role.BUYER, Role.SELLER)


def _acts(text: Text, one: Group) -> bool:
    own = Parties((Party(Role.BUYER, one.words),)).buyer
    return one.named is not None and speaks_of_duties(text, own, r"(?!x)x")


def _party(text: Text, one: Group, groups: list[Group]) -> Party:
    named = one.named
    blank = named is None and any(m.name is not None and m.name.blank for m in one.mentions)
    shown = named or one.mentions[0]
    assert one.role is not None
    taken = {word.lower() for other in groups if other is not one for word in other.words}
    own = [word for word in one.words if word.lower() not in taken]
    own += [other for word in own if (other := _other_ending(word)) is not None and other not in taken]
    spellings = [s for word in own for s in _spellings(text, word)]
    name = named.name.text if named is not None and named.name is not None else None
    return Party(
        one.role, tuple(dict.fromkeys([*spellings, *([name] if name else [])])), name, blank, _evidence(text, shown)
    )


def _other_ending(word: str) -> str | None:
    """出租人 for 出租方 and back: a contract that declares one often goes on with the other."""
    if word.isascii() or len(word) < 3 or word[-1] not in "人方":
        return None
    return word[:-1] + ("方" if word[-1] == "人" else "人")


def _spellings(text: Text, word: str) -> list[str]:
    """The word as the contract writes it: Buyer, BUYER; lower case only where it is never written with a capital."""
    if not word.isascii():
        return [word] if re.search(rf"(?<!提){re.escape(word)}(?![式法便案面向])", text.text) else []
    forms = [form for form in (word, word.capitalize(), word.title(), word.upper()) if not form.islower()]
    found = [form for form in dict.fromkeys(forms) if _occurs(text, form)]
    return found or [form for form in (word, word.lower()) if _occurs(text, form)][:1]


def _occurs(text: Text, word: str) -> bool:
    return re.search(rf"(?<![A-Za-z]){re.escape(word)}(?![A-Za-z])", text.text) is not None


def _with_strict_words(text: Text, parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Words like 买方 or Buyer mean the buyer even where the heading says 甲方, unless another party is called so."""
    taken = {word.lower() for party in parties for word in party.words}
    result = []
    for party in parties:
        more = [
            form
            for key in _STRICT.get(party.role, ())
            for word in words("roles", key)
            if word.lower() not in taken
            for form in _spellings(text, word)
            if not form.islower()
        ]
        result.append(Party(party.role, (*party.words, *more), party.name, party.name_blank, party.evidence))
    return tuple(result)


def _by_role_alone(text: Text, parties: tuple[Party, ...], certain: bool) -> tuple[Party, ...]:
    """The parties and, for a side nobody declared, one without a name where the text speaks of the Buyer, the 买方.

    General conditions of sale and purchase name at most the side that wrote them.
    """
    taken = {word.lower() for party in parties for word in party.words}
    more = []
    for role, keys in _ALONE.items():
        if not certain or any(party.role is role for party in parties):
            continue
        for word in (word for key in keys for word in words("roles", key) if word.lower() not in taken):
            own = _spellings(text, word)
            # Conditions may write their parties small and only at the head of a sentence with a capital.
            if word in _WRITTEN_SMALL:
                places = list(re.finditer(_whole(word), text.text, re.IGNORECASE)) if own else []
            else:
                places = [m for form in own for m in re.finditer(_whole(form), text.text)]
            if len(places) >= _FEWEST_USES:
                more.append(Party(role, tuple(own), None, False, text.evidence(*places[0].span(), _READER)))
                break
    if not more and certain and taken & {"we", "us"} and "you" not in taken:
        more += _addressed(text, parties)
    return (*parties, *more)


def _addressed(text: Text, parties: tuple[Party, ...]) -> list[Party]:
    """Where one side speaks as "we", the other one is "you"."""
    open_roles = [role for role in (Role.BUYER, Role.SELLER) if all(party.role is not role for party in parties)]
    places = list(re.finditer(_whole("you"), text.text, re.IGNORECASE))
    if len(open_roles) != 1 or len(places) < _FEWEST_USES:
        return []
    own = tuple(dict.fromkeys(place[0] for place in places))
    return [Party(open_roles[0], own, None, False, text.evidence(*places[0].span(), _READER))]


def _whole(word: str) -> str:
    return rf"(?<![A-Za-z]){re.escape(word)}(?![A-Za-z])" if word.isascii() else re.escape(word)


_ALONE = {
    Role.BUYER: ("strict_buyer", "strict_buyer_en", "alone_buyer_en"),
    Role.SELLER: ("strict_seller", "strict_seller_en", "alone_seller_en"),
}
_FEWEST_USES = 3
_WRITTEN_SMALL = ("Buyer", "Seller", "Purchaser")


def _evidence(text: Text, mention: Mention) -> tuple[Evidence, ...]:
    return text.evidence(mention.start, max(mention.end, mention.start + 1), _READER)
