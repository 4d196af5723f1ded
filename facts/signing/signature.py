"""The signature block: whose it is, what it asks for, and how the contract says it is concluded."""

from __future__ import annotations

from collections.abc import Iterable

from ...values import Reason
from .. import regexes as re
from ..fact import Evidence, Fact, absent, stated, unknown
from ..finding import clause
from ..parties.read import declared
from ..parties.roles import Group, group
from ..roles import Parties, Role
from ..text import Stretch, Text
from . import wording
from .closing import both_places, lines_to_write_on
from .forms import by_field_or_label, by_trade, for_the_other
from .zones import signature_zones

_PLACES = re.compile(r"\b(?:By|BY)[ ]?:|\b(?:Signature|SIGNATURE)\b|(?:签字|盖章|签章|公章)")
# What each of two parties is asked for once.
_SPOTS = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        r"\b(?:By|BY|Per|PER)[ ]?:",
        r"/s/",
        r"(?<!\()\b(?:Signature|SIGNATURE|Signed|SIGNED)(?=[ ]*(?:[:_\t]|$|[ ]{3}|(?:of|for|by)\b))",
        r"\b(?i:for and on behalf of)\b",
    )
)
# Of dates one may be that of the order; two count where the parties are said to sign.
_DATE_SPOT = re.compile(r"\b(?:Date|DATE)[ ]*[:_]")
_PARTIES = re.compile(r"(?i)\bparties\b|\b(?:both|each|either) part")
_WITNESS = re.compile(r"(?i)\bwitness(?:ed)?\b(?! whereof)|\bin the presence of\b|\bnotary\b")
_DATE_LINE = re.compile(r"日[ ]*期|年[ _]*月[ _]*日|\d{4}年\d|\b(?:Date|DATE|Dated)\b|\d{1,2}/\d{1,2}/\d{2,4}")
_SHOWN = 200
_TWO = 2
_AS_LABEL = r"(?=[ ]*(?:[(:\t│|\n]|$|签|盖|确认|回签|[ ]{2}|,? ?(?:By|BY)\b))"


def read(text: Text, parties: Parties) -> Iterable[Fact]:
    """The facts of the group `sign` that a text can tell; whether somebody did sign it can't."""
    buyer, seller = _blocks(text, parties)
    yield buyer
    yield seller
    yield _complete(text, buyer, seller)
    yield _formation(text)
    yield _seal(text, parties)
    yield _capacity(text, parties)
    yield clause("sign.poa_present", text, wording.POA, wording.NO_POA)
    yield clause("sign.cross_page_seal", text, wording.CROSS_PAGE, wording.NO_CROSS_PAGE)
    yield _method(text)


def _blocks(text: Text, parties: Parties) -> tuple[Fact, Fact]:
    """`sign.buyer_block` and `sign.seller_block`.

    A party has a place where a signature zone holds its word or its name, or where its name stands alone at the end;
    two places for two known parties do as well, and it need not be known which of the two pays.
    """
    zones = signature_zones(text)
    names = {Role.BUYER: "sign.buyer_block", Role.SELLER: "sign.seller_block"}
    places = _certain_places(text, parties, zones) if parties.certain else _places_of_two(text)
    places = _with_second(places, zones, parties)
    if not parties.certain and None in places.values():
        # One place of two parties that nothing tells apart is nobody's.
        places = dict.fromkeys(places)
    places = {
        role: place or for_the_other(text, parties, role) or by_trade(text, role) for role, place in places.items()
    }
    open_to = text.evidence(zones[-1].start, zones[-1].end)[:3] if zones and not parties.certain else ()
    facts = []
    for role, place in places.items():
        name = names[role]
        if place is not None:
            facts.append(stated(name, True, *text.evidence(*place, name)))
        else:
            facts.append(unknown(name, Reason.UNCLEAR, *open_to) if open_to else absent(name))
    return facts[0], facts[1]


_Places = dict[Role, tuple[int, int] | None]


def _with_second(places: _Places, zones: tuple[Stretch, ...], parties: Parties) -> _Places:
    """The places with the one that no word marks: where a zone asks two for a signature, whoever they are."""
    if None not in places.values():
        return places
    for zone in reversed(zones):
        both_named = _PARTIES.search(zone.text) is not None
        if not parties.certain and not both_named:
            continue
        asked = max(len(spot.findall(zone.text)) for spot in (*_SPOTS, *([_DATE_SPOT] if both_named else [])))
        if asked - len(_WITNESS.findall(zone.text)) >= _TWO:
            both = (zone.start, min(zone.end, zone.start + _SHOWN))
            return {role: place or both for role, place in places.items()}
    return places


def _certain_places(text: Text, parties: Parties, zones: tuple[Stretch, ...]) -> _Places:
    places: _Places = {role: _place(text, parties, role, zones) for role in (Role.BUYER, Role.SELLER)}
    if None in places.values():
        closing = both_places(text, parties.words(Role.BUYER), parties.words(Role.SELLER))
        places = {role: place or at_end for (role, place), at_end in zip(places.items(), closing, strict=True)}
    known = [place for place in places.values() if place is not None]
    if len(known) == 1 and all(parties.first(role) for role in places):
        zone = next((z for z in zones if z.start <= known[0][0] < z.end), None)
        if (zone is not None and len(_PLACES.findall(zone.text)) >= 2) or len(lines_to_write_on(text)) >= 2:
            places = {role: place or known[0] for role, place in places.items()}
    places = {role: place or by_field_or_label(text, parties, role) for role, place in places.items()}
    if not known and parties.parties == () and zones and len(_PLACES.findall(zones[-1].text)) >= 2:
        both = (zones[-1].start, min(zones[-1].end, zones[-1].start + _SHOWN))
        return {Role.BUYER: both, Role.SELLER: both}
    return places


def _places_of_two(text: Text) -> _Places:
    """Where the two parties sign that no word tells apart."""
    groups = [one for one in group(declared(text)) if one.words or one.named is not None]
    if len(groups) < 2:
        return {Role.BUYER: None, Role.SELLER: None}
    first, second = ([*one.words, *_name(one)] for one in groups[:2])
    return dict(zip((Role.BUYER, Role.SELLER), both_places(text, first, second), strict=True))


def _name(one: Group) -> list[str]:
    return [one.named.name.text] if one.named is not None and one.named.name is not None else []


def _place(text: Text, parties: Parties, role: Role, zones: tuple[Stretch, ...]) -> tuple[int, int] | None:
    """Where a party signs: its word or name as a label if there is one, else anywhere in a signature zone."""
    for tail in (_AS_LABEL, ""):
        for zone in reversed(zones):
            for word in parties.words(role):
                match = re.search(_loosely(word) + tail, zone.text)
                if match is not None:
                    start = zone.start + match.start()
                    line = text.line_at(start)
                    return start, max(start + len(match.group()), min(line.end, start + 60))
    return None


def _loosely(word: str) -> str:
    """A word with any white space between its letters, a longer name without regard to case."""
    letters = [re.escape(character) for character in word if not character.isspace()]
    if not word.isascii():
        # 已方 is how 乙方 is often misspelt where it signs.
        return r"[ ]*".join(letters).replace("乙", "[乙已己]")
    pattern = r"\s?".join(letters)
    bounded = rf"(?<![A-Za-z]){pattern}(?![A-Za-z])"
    return f"(?i:{bounded})" if len(letters) > 4 else bounded


def _complete(text: Text, buyer: Fact, seller: Fact) -> Fact:
    """Both parties have name, place to sign or seal, and a date."""
    name = "sign.blocks_complete"
    zones = signature_zones(text)
    if buyer.state is not seller.state or buyer.value is None:
        return unknown(name, Reason.UNCLEAR, *buyer.evidence) if buyer.reason else absent(name)
    dates = [m.start() + zone.start for zone in zones for m in _DATE_LINE.finditer(zone.text)]
    places = [m for zone in zones for m in _PLACES.finditer(zone.text)]
    return stated(name, bool(dates) and len(places) >= 2, *buyer.evidence, *seller.evidence)


def _formation(text: Text) -> Fact:
    """What makes the contract binding. One formality alone (盖章之日起生效) counts as `sign_or_seal`."""
    name = "sign.formation_rule"
    for sentence in text.sentences:
        if not (wording.EFFECT.search(sentence.text) and wording.FORMALITY.search(sentence.text)) or not _of_contract(
            sentence.text
        ):
            continue
        rule = "sign_or_seal"
        if wording.AND.search(sentence.text):
            rule = "sign_and_seal"
        elif not wording.OR.search(sentence.text) and wording.BOTH_UNCLEAR.search(sentence.text):
            rule = "ambiguous"
        return stated(name, rule, *_clipped(text, sentence, name))
    return absent(name)


def _of_contract(sentence: str) -> bool:
    return any(pattern.search(sentence) is not None for pattern in wording.OF_CONTRACT)


def _clipped(text: Text, sentence: Stretch, reader: str) -> tuple[Evidence, ...]:
    return text.evidence(sentence.start, min(sentence.end, sentence.start + 240), reader)


def _seal(text: Text, parties: Parties) -> Fact:
    """The kind of seal the buyer's block shows or asks for, or else the clause on conclusion."""
    name = "sign.buyer_seal_type"
    for zone in reversed(signature_zones(text)):
        for word in parties.words(Role.BUYER):
            at = zone.text.find(word)
            cell = re.split(r"[\t\n│|]", zone.text[at:])[0] if at >= 0 else ""
            for kind, pattern in wording.SEALS:
                if match := pattern.search(cell):
                    start = zone.start + at
                    return stated(name, kind, *text.evidence(start, start + match.end(), name))
    sellers = [word for word in parties.words(Role.SELLER) if len(word) > 1]
    for stamped in wording.STAMPED.finditer(text.text):
        print_ = stamped["print"]
        seals = [kind for kind, pattern in wording.SEALS if pattern.search(print_)]
        if seals and not any(word in print_ for word in sellers):
            return stated(name, seals[0], *text.evidence(*stamped.span(), name))
    for sentence in text.sentences:
        if wording.EFFECT.search(sentence.text) and _of_contract(sentence.text):
            kinds = [
                (kind, match) for kind, pattern in wording.SEALS for match in [pattern.search(sentence.text)] if match
            ]
            if len(kinds) == 1:
                return stated(name, kinds[0][0], *_clipped(text, sentence, name))
            if kinds:
                return unknown(name, Reason.UNCLEAR, *_clipped(text, sentence, name))
    return absent(name)


def _capacity(text: Text, parties: Parties) -> Fact:
    """What the person who signs is; of one who signs for the buyer without a word on that it is unclear."""
    name = "sign.signatory_capacity"
    for zone in reversed(signature_zones(text)):
        found = [
            (kind, match) for kind, pattern in wording.CAPACITIES for match in [pattern.search(zone.text)] if match
        ]
        if not found:
            continue
        evidence = [e for _, m in found for e in text.evidence(zone.start + m.start(), zone.start + m.end(), name)]
        if len(found) > 1:
            return unknown(name, Reason.UNCLEAR, *evidence)
        return stated(name, found[0][0], *evidence)
    for signed in wording.SIGNED_BY_SOMEBODY.finditer(text.text):
        if any(word in signed.group() for word in parties.words(Role.BUYER)):
            return unknown(name, Reason.UNCLEAR, *text.evidence(*signed.span(), name))
    return absent(name)


def _method(text: Text) -> Fact:
    """How the contract says it is signed; on paper is the weakest reading, since it may speak of other papers."""
    name = "sign.method"
    for kind, pattern in wording.METHODS:
        for sentence in text.sentences:
            if pattern.search(sentence.text) and wording.FORMALITY.search(sentence.text):
                return stated(name, kind, *_clipped(text, sentence, name))
    return absent(name)
