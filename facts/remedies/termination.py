"""When the seller may end the contract: for non-payment, or for a material breach of either side."""

from __future__ import annotations

from collections.abc import Iterator

from .. import regexes as re
from ..roles import Parties, Role
from ..sentence_tools import Hit, Passage, passages, search_all, subject
from ..text import Text
from ..vocabulary import alternatives
from .lists import ITEM, NEW_CLAUSE
from .nonpayment import Default

_CONTRACT = alternatives("remedy", "contract_zh")
_END = alternatives("remedy", "end_zh")
_END_ZH = re.compile(
    rf"(?:有权|(?<!不)可以?|(?<!不)得)[^。;]{{0,24}}?{_END}[^,。;]{{0,8}}{_CONTRACT}"
    rf"|取消[^,。;]{{0,8}}(?:资格|合同)|{_CONTRACT}[^,。;]{{0,6}}(?:自动)?(?:解除|终止)"
)
# 一方严重违约…另一方有权解除: either side's breach opens it, so the seller's right is in it.
_BREACH_ZH = re.compile(
    rf"(?:任何一方|一方|任一方|违约方|对方|双方|甲、?乙)[^。;]{{0,30}}?(?:违约|违反|不履行|未履行"
    rf"|未能?按)[^。;]{{0,60}}?"
    rf"(?:对方|另一方|守约方|非违约方|他方|相对方|该方|一方)[^。;]{{0,16}}?(?:有权|可以|可)[^。;]{{0,24}}?{_END}"
    rf"|(?:守约方|非违约方)(?:有权|可以|可)[^。;]{{0,40}}?{_END}[^,。;]{{0,6}}{_CONTRACT}"
)
_EITHER_EN = (
    r"(?:(?:either|each|a|any|the \"?non-?(?:breaching|defaulting)|the other|both|the aggrieved|the innocent"
    r"|the injured"
    r"|the party not in default|the compliant) part(?:y|ies)|the party not in (?:default|breach)"
    r"|the other(?= (?:may|shall|is)\b))"
)
_BREACH_EN = (
    r"\b(?:fundamental|serious|substantial|grave|essential|repudiatory)(?:ly)? (?:\w+ )?(?:breach|default|violat)"
    r"|\bfail(?:s|ed|ure)?\b(?:[^.;]|\.(?=\d)){0,60}? to (?:perform|comply with|observe|fulfil|fulfill"
    r"|discharge) (?:any |one or more "
    r"|all )?(?:of )?(?:its|his|the|their) (?:\w+ )?(?:obligations|duties|commitments)\b"
    r"|\bmaterial(?:ly)? (?:\w+ )?(?:breach|default|violat)|\b(?:breach"
    r"|violat)\w*[^.;]{0,30} (?:any|a|one or more|of (?:any|a))[^.;]{0,12}? material"
    r"|\bfails? to perform any (?:\w+ )?material"
    r"|\bin (?:breach|default) of (?:any|its|this)|\b(?:breach(?:es)?|default(?:s)?"
    r"|violates?)\b[^.;]{0,60}?\b(?:cure|remed|rectif)|\bmaterially (?:breach|violat|default)"
)
_TERMINATE_EN = (
    r"\b(?:terminat(?:e|es|ed|ion)|cancel|cancellation|rescind|withdraw from|revoke (?:the|this|any) (?:contract"
    r"|agreement"
    r"|order)|(?:end|determine) (?:the|this"
    r"|any) (?:contract|agreement|order)"
    r"|declare (?:the|this|any) (?:contract|agreement|order) (?:void|avoided|terminated|cancelled)"
    r"|(?:bring|put) (?:the|this|any) (?:contract|agreement|order) to an end|(?:put an )?end to (?:the|this"
    r"|any) (?:contract|agreement)"
    r"|(?:dissolve|avoid|discharge itself from) (?:the|this|any) (?:contract|agreement|order|sale)"
    r"|treat (?:the|this|any) (?:contract|agreement|order) as (?:repudiated|discharged|cancelled|terminated))\b"
)
# The buyer's failure gives the seller the right: who is named first doesn't have it.
_GIVEN = re.compile(r"\b(?:gives?|grants?|entitles?|allows?|permits?) (?:the )?$", re.IGNORECASE)
_CONDITION = re.compile(r"\s*(?:the other|if|when|upon|on)\b", re.IGNORECASE)


def terminations(text: Text, parties: Parties, defaults: list[Default]) -> Iterator[Hit]:
    """The places that let the seller end the contract for non-payment, given the conditions of non-payment."""
    buyer_first = re.compile(rf"{parties.buyer}[^,。;]{{0,6}}$")
    for default in defaults:
        words = default.passage.text
        chinese = _END_ZH.search(words, default.start)
        if chinese is not None and not buyer_first.search(words[: chinese.start()]):
            yield Hit(default.passage, default.start, chinese.end())
    yield from _chinese_list(text, parties, {default.passage.index for default in defaults})
    yield from search_all(text, _BREACH_ZH)
    yield from _english_terminations(text, parties, defaults)


def _chinese_list(text: Text, parties: Parties, unpaid: set[int]) -> Iterator[Hit]:
    """Non-payment among the cases of a list: 有下列情形之一的,卖方有权解除合同:(1)…"""
    every = passages(text)
    for lead in every:
        right = _END_ZH.search(lead.text)
        if right is None or not re.search(r"(?:下列|以下|如下)", lead.text):
            continue
        if subject(parties, lead.text, right.start() + 1) is Role.BUYER:
            continue
        for item in every[lead.index + 1 : lead.index + 9]:
            if not re.match(r"\s*[(（]?[\d一二三四五六七八九十]{1,2}[)、.)）]", item.text):
                break
            if item.index in unpaid:
                yield Hit(item, 0, len(item.text))


def _english_terminations(text: Text, parties: Parties, defaults: list[Default]) -> Iterator[Hit]:
    may_end = re.compile(
        rf"(?:{_EITHER_EN}|(?P<seller>{parties.seller}))\b[^.;]{{0,120}}?(?P<may>\bmay|\bright"
        rf"|\bentitled|\boption|\bcan|\bat liberty|\bfree)\b[^.;]{{0,280}}?{_TERMINATE_EN}"
        rf"|\b(?:services?|agreement|contract|order|account)\b \b(?:will|shall|may) be (?:terminated|cancell?ed)\b"
        rf"|{_TERMINATE_EN}[^.;]{{0,60}}?\bby (?:the )?(?:{_EITHER_EN}|{parties.seller})"
        rf"|\b(?:entitl|permit|allow)\w*\b[^.;]{{0,12}}{parties.seller}[^.;]{{0,40}}{_TERMINATE_EN}",
        re.IGNORECASE,
    )
    breach = re.compile(_BREACH_EN, re.IGNORECASE)
    unpaid = {default.passage.index for default in defaults}
    all_passages = passages(text)
    for passage in all_passages:
        right = may_end.search(passage.text)
        if right is None:
            continue
        given = right["seller"] and _GIVEN.search(
            passage.text, max(0, right.start("seller") - 16), right.start("seller")
        )
        if right["seller"] and not given and subject(parties, passage.text, right.start("may")) is Role.BUYER:
            continue
        if passage.index in unpaid or breach.search(passage.text):
            yield Hit(passage, right.start(), right.end())
            continue
        if re.search(r"(?i):|following|below|if\s*$|upon", passage.text):
            yield from _listed_breach(all_passages, passage, breach, unpaid)


def _listed_breach(
    all_passages: tuple[Passage, ...], lead: Passage, breach: re.Pattern[str], unpaid: set[int]
) -> Iterator[Hit]:
    """The items of a list that a right introduces, up to eight sentences on; after a colon they need no mark."""
    listed = lead.text.rstrip().endswith(":")
    for item in all_passages[lead.index + 1 : lead.index + 9]:
        if NEW_CLAUSE.match(item.text):
            return
        match = breach.search(item.text)
        if match is not None and (listed or ITEM.match(item.text) or _CONDITION.match(item.text)):
            yield Hit(item, match.start(), match.end())
        elif item.index in unpaid and (listed or ITEM.match(item.text)):
            yield Hit(item, 0, len(item.text))
        listed = listed or item.text.rstrip().endswith(":")
